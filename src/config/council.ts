/** A loaded and validated council.yaml: what the rest of the program is given. Plain data throughout. */
import type { Register } from "../people/person.ts";
import type { Severity } from "../rules/rule.ts";

/** One rule as this council runs it: the profile's word, with council.yaml over it. */
export interface RuleInForce {
	readonly rule: string;
	/** `off` rules are listed too, so that reports can say what the protocol does not cover. */
	readonly severity: Severity | "off";
	/** Clause number or heading, in our own words: "Correspondence, 1". */
	readonly clause: string;
	/** Validated by the rule's own settings schema where the rule is built. */
	readonly settings: Readonly<Record<string, unknown>>;
}

export interface Protocol {
	/** `camborne`, or the name in the council's own profile file. */
	readonly name: string;
	readonly title: string;
	readonly rules: readonly RuleInForce[];
}

export type Exclusion = { readonly reason: string } & (
	| { readonly address: string }
	| { readonly domain: string }
	| { readonly folder: string }
	| { readonly subject: string }
);

/** Whom an application asks for access tokens, and as what. */
export interface TokenServer {
	readonly provider?: "microsoft" | "google";
	readonly tokenUrl: string;
	readonly clientId: string;
	readonly scope?: string;
}

export type OAuth2Login =
	/** As it is; nobody renews it. */
	| { readonly kind: "token"; readonly accessToken: string }
	| (TokenServer & { readonly kind: "client-credentials"; readonly clientSecret: string })
	| (TokenServer & {
			readonly kind: "refresh-token";
			readonly clientSecret?: string;
			readonly refreshToken: string;
			/** Absolute folder in which a renewed refresh token is kept. */
			readonly keepIn: string;
	  })
	/** Google: a key that may speak for the users of a Workspace. */
	| (TokenServer & { readonly kind: "service-account"; readonly privateKey: string; readonly keyId?: string });

export type ImapAuth = { readonly password: string } | { readonly oauth2: OAuth2Login };

export interface ImapAccount {
	readonly host: string;
	readonly port: number;
	readonly secure: boolean;
	readonly user: string;
	readonly auth: ImapAuth;
	/** PEM of a private certificate authority, already read from its file. */
	readonly ca?: string;
}

export interface MailboxConfig {
	/** The mailbox's address, lower case. */
	readonly name: string;
	readonly journal: boolean;
	/** Names, or `inbox`, `sent`, `archive` by special use. Absent: INBOX, Sent and Archive. */
	readonly folders?: readonly string[];
	readonly imap?: ImapAccount;
	/** Absolute path. */
	readonly maildir?: string;
}

export interface AlertsConfig {
	readonly to: readonly string[];
	readonly conflict: readonly string[];
	readonly minimumSeverity: Severity;
	/** Local times between which no alert is sent, `18:00` to `08:00`. */
	readonly quietHours?: { readonly from: string; readonly to: string };
	/** How long copies of a message are awaited before an alert, in milliseconds. */
	readonly settleMs: number;
	readonly from?: string;
}

export interface DigestConfig {
	readonly to: readonly string[];
	readonly day: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
	/** Local time, `08:00`. */
	readonly time: string;
}

export type SmtpConfig =
	| { readonly kind: "directory"; readonly directory: string }
	/** GOV.UK Notify; `url` of its API. */
	| { readonly kind: "notify"; readonly apiKey: string; readonly templateId: string; readonly url: string }
	| {
			readonly kind: "server";
			readonly host: string;
			readonly port: number;
			readonly secure: boolean;
			readonly user?: string;
			readonly password?: string;
			/** In place of the password. */
			readonly oauth2?: OAuth2Login;
			readonly ca?: string;
			readonly from?: string;
	  };

export type StorageConfig =
	| { readonly kind: "embedded"; readonly directory: string }
	/** `queue` is a redis:// URL, or absent: the same database. */
	| { readonly kind: "server"; readonly database: string; readonly queue?: string };

export interface CalendarConfig {
	readonly nation: "england" | "wales" | "scotland" | "northern-ireland";
	/** Days on which the council is closed, `2026-12-29`. */
	readonly closed: readonly string[];
	/** Days of the week on which the office works; absent: Monday to Friday. */
	readonly officeDays?: readonly string[];
}

/** What somebody may do on the review pages; a person may have several. */
export type ReviewRole =
	/** Sees and decides findings, apart from those that the conflict table gives to others. */
	| "reviewer"
	/** Sees and decides only what concerns the Clerk or the chair. */
	| "conflict-reviewer"
	/** Numbers and pseudonyms. */
	| "reader"
	/** Configuration, sources and queues; no findings. */
	| "administrator";

export interface Reviewer {
	readonly name: string;
	/** Lower case. */
	readonly email: string;
	readonly roles: readonly ReviewRole[];
}

export interface OpenIdConfig {
	readonly issuer: string;
	readonly clientId: string;
	readonly clientSecret: string;
	/** What the button says after "Sign in with". */
	readonly label: string;
}

export interface WebConfig {
	readonly host: string;
	readonly port: number;
	/** Under which people reach the pages, without a slash at the end. */
	readonly url: string;
	/** Addresses of proxies whose X-Forwarded headers are believed. */
	readonly trustProxy: readonly string[];
	/** Whether a link that comes by e-mail signs in. */
	readonly link: boolean;
	readonly openid?: OpenIdConfig;
}

export interface Council {
	/** Absolute path of the file it was read from. */
	readonly file: string;
	readonly register: Register;
	readonly protocol: Protocol;
	readonly exclusions: readonly Exclusion[];
	readonly calendar: CalendarConfig;
	readonly mailboxes: readonly MailboxConfig[];
	readonly alerts?: AlertsConfig;
	readonly digest?: DigestConfig;
	readonly smtp?: SmtpConfig;
	readonly web: WebConfig;
	/** Who may sign in to the review pages; without any they are not served. */
	readonly reviewers: readonly Reviewer[];
	/** ISO 8601 durations. */
	readonly retention: { readonly findings: string; readonly facts: string };
	readonly storage: StorageConfig;
	/** Whether the text of scans and attached pictures is recognised. */
	readonly scans: boolean;
	/** Things worth saying that stop nothing: a literal password, a rule that is not ready. */
	readonly warnings: readonly string[];
}
