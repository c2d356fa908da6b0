/** Mailboxes, mail server and storage: secrets fetched from their files, paths made absolute. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { normaliseAddress } from "../people/address.ts";
import { present } from "./build.ts";
import type { ImapAccount, ImapAuth, MailboxConfig, OAuth2Login, SmtpConfig, StorageConfig } from "./council.ts";
import { type OAuth2Entry, type OAuth2Use, oauth2Login } from "./oauth2-login.ts";
import type { Problem } from "./problem.ts";
import { fromFile } from "./profile.ts";
import type { CouncilFile } from "./schema.ts";
import type { Path, YamlFile } from "./yaml-file.ts";

const IMAPS_PORT = 993;
const IMAP_PORT = 143;
const SUBMISSION_PORT = 587;
const SMTPS_PORT = 465;
const DEFAULT_DIRECTORY = "./data";
/** Below the storage directory, or beside council.yaml where that names a database. */
const LOGINS = "logins";

export interface Connections {
	readonly mailboxes: readonly MailboxConfig[];
	readonly smtp?: SmtpConfig;
	readonly storage: StorageConfig;
}

/** Where problems and warnings are gathered while files are read. */
export interface Findings {
	readonly problems: Problem[];
	readonly warnings: Problem[];
}

/** What is wrong goes into `found`, so that all of it is told at once. Reads files; throws nothing. */
export async function buildConnections(council: CouncilFile, file: YamlFile, found: Findings): Promise<Connections> {
	const storage = buildStorage(council.storage, file, found);
	const logins = storage.kind === "embedded" ? join(storage.directory, LOGINS) : fromFile(file.file, LOGINS);
	const mailboxes = await Promise.all(
		(council.mailboxes ?? []).map((entry, index) => buildMailbox(entry, ["mailboxes", index], file, found, logins)),
	);
	mailboxes.forEach(({ name }, index) => {
		if (mailboxes.findIndex((other) => other.name === name) === index) return;
		found.problems.push(
			file.problemAt(["mailboxes", index, "name"], `The mailbox ${name} is there twice.`, "Keep one of the two."),
		);
	});
	const smtp = await buildSmtp(council.smtp, file, found, logins);
	return present<Connections>({ mailboxes, smtp, storage });
}

async function buildMailbox(
	entry: NonNullable<CouncilFile["mailboxes"]>[number],
	path: Path,
	file: YamlFile,
	found: Findings,
	logins: string,
): Promise<MailboxConfig> {
	const name = normaliseAddress(entry.name);
	if (entry.imap !== undefined && entry.maildir !== undefined) {
		found.problems.push(
			file.problemAt([...path, "maildir"], `The mailbox ${name} has both imap and maildir.`, "Keep one of the two."),
		);
	}
	return present<MailboxConfig>({
		name,
		journal: entry.journal ?? false,
		folders: entry.folders,
		imap: entry.imap && (await buildImap(entry.imap, name, [...path, "imap"], file, found, logins)),
		maildir: entry.maildir === undefined ? undefined : fromFile(file.file, entry.maildir),
	});
}

type ImapEntry = NonNullable<NonNullable<CouncilFile["mailboxes"]>[number]["imap"]>;

async function buildImap(
	entry: ImapEntry,
	name: string,
	path: Path,
	file: YamlFile,
	found: Findings,
	logins: string,
): Promise<ImapAccount> {
	const secure = entry.secure ?? entry.port !== IMAP_PORT;
	return present<ImapAccount>({
		host: entry.host,
		port: entry.port ?? (secure ? IMAPS_PORT : IMAP_PORT),
		secure,
		user: entry.user ?? name,
		auth: await buildAuth(entry.auth, [...path, "auth"], file, found, logins),
		ca: await fileText(entry.caFile, [...path, "caFile"], file, found),
	});
}

async function buildAuth(
	auth: ImapEntry["auth"],
	path: Path,
	file: YamlFile,
	found: Findings,
	logins: string,
): Promise<ImapAuth> {
	if (auth.oauth2 === undefined) return { password: (await password(auth, path, file, found)) ?? "" };
	const oauth2 = await buildOAuth2(auth.oauth2, "imap", [...path, "oauth2"], file, found, logins);
	return oauth2 === undefined ? { password: "" } : { oauth2 };
}

async function buildOAuth2(
	block: NonNullable<ImapEntry["auth"]["oauth2"]>,
	use: OAuth2Use,
	path: Path,
	file: YamlFile,
	found: Findings,
	logins: string,
): Promise<OAuth2Login | undefined> {
	const entry: Record<string, unknown> = {};
	const problems = found.problems.length;
	for (const [key, value] of Object.entries(block)) {
		const at = [...path, key];
		if (key.endsWith("File") && typeof value === "string") {
			entry[key.slice(0, -"File".length)] = (await fileText(value, at, file, found))?.trim();
		} else {
			if (/token$|secret$/iu.test(key) && file.isLiteral(at)) found.warnings.push(literalSecret(key, at, file));
			entry[key] = value;
		}
	}
	const keepIn = block.keepIn === undefined ? logins : fromFile(file.file, block.keepIn);
	const result = oauth2Login(entry as OAuth2Entry, use, keepIn);
	if ("login" in result) return result.login;
	// A file that cannot be read has been told of already.
	if (found.problems.length === problems) {
		const at = result.key === undefined ? path : [...path, result.key];
		found.problems.push(file.problemAt(at, result.message, result.mend));
	}
	return undefined;
}

async function buildSmtp(
	entry: CouncilFile["smtp"],
	file: YamlFile,
	found: Findings,
	logins: string,
): Promise<SmtpConfig | undefined> {
	if (entry === undefined) return undefined;
	if (entry.directory !== undefined) return { kind: "directory", directory: fromFile(file.file, entry.directory) };
	if (entry.notify !== undefined) return buildNotify(entry.notify, file, found);
	if (entry.auth !== undefined && entry.user === undefined) {
		found.problems.push(
			file.problemAt(
				["smtp"],
				`smtp has a ${entry.auth.oauth2 === undefined ? "password" : "login"}, but no user.`,
				"Add user: the name to log in with.",
			),
		);
	}
	const port = entry.port ?? (entry.secure === true ? SMTPS_PORT : SUBMISSION_PORT);
	return present<SmtpConfig & { kind: "server" }>({
		kind: "server",
		host: entry.host ?? "",
		port,
		secure: entry.secure ?? port === SMTPS_PORT,
		user: entry.user,
		password: entry.auth && (await password(entry.auth, ["smtp", "auth"], file, found)),
		oauth2:
			entry.auth?.oauth2 &&
			(await buildOAuth2(entry.auth.oauth2, "smtp", ["smtp", "auth", "oauth2"], file, found, logins)),
		ca: await fileText(entry.caFile, ["smtp", "caFile"], file, found),
		from: entry.from && normaliseAddress(entry.from),
	});
}

type NotifyEntry = NonNullable<NonNullable<CouncilFile["smtp"]>["notify"]>;

async function buildNotify(entry: NotifyEntry, file: YamlFile, found: Findings): Promise<SmtpConfig> {
	const path = ["smtp", "notify"];
	const { apiKey, apiKeyFile, templateId, url } = entry;
	if (file.isLiteral([...path, "apiKey"])) found.warnings.push(literalSecret("apiKey", [...path, "apiKey"], file));
	const key = apiKey ?? (await fileText(apiKeyFile, [...path, "apiKeyFile"], file, found))?.trim();
	return { kind: "notify", apiKey: key ?? "", templateId, url: url.replace(/\/+$/u, "") };
}

function buildStorage(entry: CouncilFile["storage"], file: YamlFile, found: Findings): StorageConfig {
	if (entry?.database !== undefined) {
		for (const key of ["database", "queue"] as const) {
			const hasPassword = /:\/\/[^/@\s]*:[^/@\s]+@/u.test(entry[key] ?? "");
			if (hasPassword && file.isLiteral(["storage", key]))
				found.warnings.push(literalSecret(key, ["storage", key], file));
		}
		const queue = entry.queue === "same database" ? undefined : entry.queue;
		return present<StorageConfig & { kind: "server" }>({ kind: "server", database: entry.database, queue });
	}
	if (entry?.queue !== undefined) {
		const mend = "Name the database too, or take the queue out: the directory holds both.";
		found.problems.push(file.problemAt(["storage", "queue"], "A queue of its own needs a database of its own.", mend));
	}
	return { kind: "embedded", directory: fromFile(file.file, entry?.directory ?? DEFAULT_DIRECTORY) };
}

async function password(
	auth: { readonly password?: string | undefined; readonly passwordFile?: string | undefined },
	path: Path,
	file: YamlFile,
	found: Findings,
): Promise<string | undefined> {
	if (auth.password === undefined)
		return (await fileText(auth.passwordFile, [...path, "passwordFile"], file, found))?.trim();
	if (file.isLiteral([...path, "password"]))
		found.warnings.push(literalSecret("password", [...path, "password"], file));
	return auth.password;
}

function literalSecret(key: string, path: Path, file: YamlFile): Problem {
	return file.problemAt(
		path,
		`A secret stands in the file (${key}).`,
		`Put it into the environment and write $${"{NAME}"} here, or use a file of its own.`,
	);
}

async function fileText(
	path: string | undefined,
	at: Path,
	file: YamlFile,
	found: Findings,
): Promise<string | undefined> {
	if (path === undefined) return undefined;
	const full = fromFile(file.file, path);
	try {
		return await readFile(full, "utf8");
	} catch {
		found.problems.push(
			file.problemAt(at, `The file ${path} cannot be read.`, `Put it at ${full}, or correct the path.`),
		);
		return undefined;
	}
}
