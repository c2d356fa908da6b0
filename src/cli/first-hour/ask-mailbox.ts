/** Where the clerk's mailbox is, and how Candour logs in there. Secrets go into files of their own, never into council.yaml. */
import { resolveMx } from "node:dns/promises";
import { type MailHost, mailHostOfMx, mailHostsFor } from "../../config/guess-mail-host.ts";
import { address as addressSchema } from "../../config/schema-values.ts";
import { domainOf } from "../../people/address.ts";
import type { Answers, MailboxAnswer } from "./answers.ts";
import type { Ask } from "./ask.ts";
import type { Secrets } from "./secrets.ts";

export interface AskedMailbox {
	readonly mailbox: NonNullable<Answers["mailbox"]>;
	/** What the same login sends mail by; absent where nothing is known. */
	readonly smtp?: NonNullable<Answers["smtp"]>;
}

/** `given` is the address, where an option named it. */
export async function askMailbox(ask: Ask, secrets: Secrets, domain: string, given?: string): Promise<AskedMailbox> {
	const address =
		given ?? (await ask.text("The Clerk's mailbox (its address)", { preset: `clerk@${domain}`, check: isAddress }));
	const hosts = mailHostsFor(domainOf(address));
	const found = (await ask.yes(`May Candour ask the DNS which server takes mail for ${domainOf(address)}?`, true))
		? await lookedUp(domainOf(address))
		: undefined;
	if (found !== undefined) ask.say(`Its mail goes to ${found.name}.`);
	const choices = [
		...hosts.map((host) => ({
			name: host.name,
			value: host,
			description: `${host.imap.host}, port ${host.imap.port}`,
		})),
		{ name: "None yet: I'll audit exported mail first", value: undefined, description: "candour audit --mail PATH" },
	];
	const host = await ask.choice(
		"Where is this mailbox?",
		choices,
		hosts.find(({ id }) => id === found?.id),
	);
	if (host === undefined) return { mailbox: "none" };
	const imapHost = await ask.text("IMAP server", { preset: host.imap.host });
	const port = Number(await ask.text("Port (993 with TLS)", { preset: String(host.imap.port), check: isPort }));
	const secure = await isSecure(ask, port);
	const user = await ask.text("User name", { preset: address });
	const login = await askLogin(ask, secrets, host, address);
	const mailbox: MailboxAnswer = { address, host: imapHost, port, secure, user, ...login };
	const smtpHost = imapHost === host.imap.host ? host.smtp.host : imapHost;
	return { mailbox, smtp: smtpOf({ ...host.smtp, host: smtpHost }, mailbox) };
}

const TLS_PORT = 993;
const PLAIN_PORT = 143;

/** The two usual ports say it themselves. */
async function isSecure(ask: Ask, port: number): Promise<boolean> {
	if (port === TLS_PORT || port === PLAIN_PORT) return port === TLS_PORT;
	return ask.yes("Does this port speak TLS from the first byte (no: STARTTLS)?", true);
}

type Login = Pick<MailboxAnswer, "passwordFile" | "oauth2">;

async function askLogin(ask: Ask, secrets: Secrets, host: MailHost, address: string): Promise<Login> {
	if (host.login === "microsoft") {
		ask.say(
			"Microsoft 365 takes no passwords: an application is registered for Candour. See docs/set-up/microsoft-365.md.",
		);
		const tenant = await ask.text("Directory (tenant) ID");
		const clientId = await ask.text("Application (client) ID");
		const clientSecretFile = secrets.keep("microsoft-365", await secretOf(ask, "Client secret (its Value)"));
		return { oauth2: { provider: "microsoft", tenant, clientId, clientSecretFile } };
	}
	if (host.login === "google") {
		const byKey = await ask.choice("How does Candour log in? See docs/set-up/google-workspace.md", [
			{ name: "A service account's key (Google Workspace)", value: true },
			{ name: "An app password of this mailbox", value: false },
		]);
		if (byKey) {
			const serviceAccountFile = await ask.text("The key's file (JSON)");
			return { oauth2: { provider: "google", serviceAccountFile } };
		}
	}
	const name = address.slice(0, address.lastIndexOf("@"));
	return {
		passwordFile: secrets.keep(name, await secretOf(ask, "Password (it is kept in a file that only you can read)")),
	};
}

async function secretOf(ask: Ask, message: string): Promise<string> {
	for (;;) {
		const secret = await ask.secret(message);
		if (secret !== "") return secret;
		ask.say("Please type it; nothing is shown but stars.");
	}
}

function smtpOf(
	server: MailHost["smtp"],
	{ address, user, passwordFile, oauth2 }: MailboxAnswer,
): NonNullable<Answers["smtp"]> {
	const auth = oauth2 === undefined ? { passwordFile } : { oauth2 };
	return { ...server, user: user ?? address, auth, from: address };
}

async function lookedUp(domain: string): Promise<MailHost | undefined> {
	const records = await resolveMx(domain).catch(() => []);
	return mailHostOfMx(records.map(({ exchange }) => exchange));
}

function isAddress(text: string): string | undefined {
	return addressSchema.safeParse(text).success ? undefined : "This is no mail address.";
}

function isPort(text: string): string | undefined {
	const port = Number(text);
	return Number.isInteger(port) && port > 0 && port < 65_536 ? undefined : "A port is a number up to 65535.";
}
