/** From an `oauth2` block to a login that can be used: which kind it is, and what the provider's name stands for. */
import { createPrivateKey } from "node:crypto";
import type { z } from "zod";
import { present } from "./build.ts";
import type { OAuth2Login } from "./council.ts";
import type { oauth2 } from "./schema-oauth2.ts";

/** The block with the contents of its files in place of their paths. */
export type OAuth2Entry = Readonly<Partial<z.output<typeof oauth2>>> & { readonly serviceAccount?: string };

/** What the login is for: Microsoft has a scope for each. */
export type OAuth2Use = "imap" | "smtp";

export type OAuth2Result =
	| { readonly login: OAuth2Login }
	/** `key`: where the fault stands, or what is missing. */
	| { readonly message: string; readonly mend: string; readonly key?: string };

const GOOGLE_TOKEN_URL = "https://oauth2.googleapis.com/token";
const GOOGLE_SCOPE = "https://mail.google.com/";
/** An application's own right, to mailboxes that were opened to it. */
const MICROSOFT_APPLICATION_SCOPE = "https://outlook.office365.com/.default";
const MICROSOFT_USER_SCOPES: Readonly<Record<OAuth2Use, string>> = {
	imap: "https://outlook.office.com/IMAP.AccessAsUser.All offline_access",
	smtp: "https://outlook.office.com/SMTP.Send offline_access",
};
/** Names of no tenant of its own: an application has rights in one tenant only. */
const SHARED_TENANTS: readonly string[] = ["common", "organizations", "consumers"];

/** `keepIn` is the absolute folder for renewed refresh tokens. */
export function oauth2Login(entry: OAuth2Entry, use: OAuth2Use, keepIn: string): OAuth2Result {
	if (entry.accessToken !== undefined) return { login: { kind: "token", accessToken: entry.accessToken } };
	if (entry.serviceAccount !== undefined) return serviceAccount(entry, entry.serviceAccount);
	const { provider, clientId, clientSecret, refreshToken, tenant } = entry;
	if (clientId === undefined) return missing("clientId", "Give the application's ID as clientId.");
	if (refreshToken === undefined && clientSecret === undefined) {
		return missing("clientSecret", "Give clientSecret or clientSecretFile (or a refreshToken).");
	}
	if (provider === "google" && refreshToken === undefined) {
		return missing("refreshToken", "Google wants refreshToken or refreshTokenFile, or a serviceAccountFile.");
	}
	if (entry.tokenUrl === undefined && provider === undefined) {
		return missing("provider", "Give provider: microsoft or google, or the provider's tokenUrl.");
	}
	if (provider === "microsoft" && entry.tokenUrl === undefined) {
		if (tenant === undefined) return missing("tenant", "Give the Directory (tenant) ID as tenant.");
		if (refreshToken === undefined && SHARED_TENANTS.includes(tenant)) {
			const mend = "Give the council's own Directory (tenant) ID.";
			return { message: `"${tenant}" is no tenant that an application has rights in.`, mend, key: "tenant" };
		}
	}
	if (entry.tokenUrl !== undefined && !isSafe(entry.tokenUrl)) {
		const mend = "Write it with https://: in clear, the secret could be read on the way.";
		return { message: `"${entry.tokenUrl}" is not encrypted.`, mend, key: "tokenUrl" };
	}
	const server = {
		provider,
		clientId,
		clientSecret,
		tokenUrl: entry.tokenUrl ?? tokenUrlOf(provider, tenant),
		scope: scopeOf(entry, use),
	};
	return {
		login:
			refreshToken === undefined
				? present<OAuth2Login>({ kind: "client-credentials", ...server } as OAuth2Login)
				: present<OAuth2Login>({ kind: "refresh-token", ...server, refreshToken, keepIn } as OAuth2Login),
	};
}

/** On the machine itself nobody listens in between. */
function isSafe(url: string): boolean {
	return /^https:|^http:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?:[:/]|$)/u.test(url);
}

function tokenUrlOf(provider: OAuth2Entry["provider"], tenant = ""): string {
	if (provider === "google") return GOOGLE_TOKEN_URL;
	return `https://login.microsoftonline.com/${encodeURIComponent(tenant)}/oauth2/v2.0/token`;
}

function scopeOf({ scope, provider, refreshToken }: OAuth2Entry, use: OAuth2Use): string | undefined {
	if (scope !== undefined) return [scope].flat().join(" ");
	if (provider === "google") return GOOGLE_SCOPE;
	if (provider === undefined) return undefined;
	return refreshToken === undefined ? MICROSOFT_APPLICATION_SCOPE : MICROSOFT_USER_SCOPES[use];
}

function serviceAccount(entry: OAuth2Entry, json: string): OAuth2Result {
	const key = parsedKey(json);
	const { client_email: clientId, private_key: privateKey, private_key_id: keyId } = key;
	if (typeof clientId !== "string" || typeof privateKey !== "string" || !isPrivateKey(privateKey)) {
		return {
			message: "The serviceAccountFile is no key of a service account.",
			mend: "Make a key of type JSON in the Google Cloud console, and name that file.",
			key: "serviceAccountFile",
		};
	}
	return {
		login: present<OAuth2Login>({
			kind: "service-account",
			provider: "google",
			clientId,
			privateKey,
			keyId: typeof keyId === "string" ? keyId : undefined,
			tokenUrl: entry.tokenUrl ?? GOOGLE_TOKEN_URL,
			scope: scopeOf({ ...entry, provider: "google" }, "imap"),
		} as OAuth2Login),
	};
}

function parsedKey(json: string): Readonly<Record<string, unknown>> {
	try {
		return Object(JSON.parse(json));
	} catch {
		return {};
	}
}

function isPrivateKey(pem: string): boolean {
	try {
		return createPrivateKey(pem).asymmetricKeyType === "rsa";
	} catch {
		return false;
	}
}

function missing(key: string, mend: string): OAuth2Result {
	return { message: `oauth2 has no ${key}.`, mend };
}
