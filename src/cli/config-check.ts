/** `candour config check`: the configuration, and on request every server that it names. */
import { openDelivery } from "../alerts/deliver.ts";
import type { Council, MailboxConfig } from "../config/council.ts";
import { loadCouncil } from "../config/load.ts";
import { suggest } from "../config/nearest.ts";
import { CandourError } from "../errors.ts";
import { counted } from "../reports/counted.ts";
import { plainLine } from "../reports/plain-line.ts";
import { EXIT, type ExitStatus } from "./exit.ts";
import { note, say } from "./output.ts";

export interface ConfigCheckOptions {
	readonly config: string;
	readonly connect: boolean;
}

interface Connection {
	readonly name: string;
	/** Resolves with a remark, or throws what is wrong. */
	readonly attempt: () => Promise<string>;
}

export async function configCheck({ config, connect }: ConfigCheckOptions): Promise<ExitStatus> {
	const council = await loadCouncil(config);
	for (const warning of council.warnings) note(`candour: ${warning}`);
	say(`${council.file} is valid.\n${summary(council)}\n`);
	if (!connect) return EXIT.clean;
	let failures = 0;
	for (const { name, attempt } of connectionsOf(council)) {
		try {
			say(`ok      ${plainLine(`${name}: ${await attempt()}`)}\n`);
		} catch (error) {
			failures += 1;
			say(`FAILED  ${plainLine(`${name}: ${reasonOf(error)}`)}\n`);
		}
	}
	if (failures === 0) return EXIT.clean;
	note(`candour: ${counted(failures, "connection")} failed, see above.`);
	return EXIT.notDone;
}

function summary({ register, protocol, mailboxes }: Council): string {
	const inForce = protocol.rules.filter(({ severity }) => severity !== "off").length;
	return `${register.council}: ${counted(register.people.length, "person", "people")}, ${counted(mailboxes.length, "mailbox", "mailboxes")}, protocol ${protocol.name} with ${counted(inForce, "rule")}.`;
}

function connectionsOf(council: Council): Connection[] {
	const { mailboxes, smtp, storage } = council;
	return [
		...mailboxes
			.filter(({ imap, maildir }) => imap !== undefined || maildir !== undefined)
			.map((mailbox) => ({ name: `Mailbox ${mailbox.name}`, attempt: () => logIn(mailbox) })),
		...(smtp === undefined ? [] : [{ name: "Mail server", attempt: () => reachMailServer(smtp) }]),
		{
			name: storage.kind === "embedded" ? `Database in ${storage.directory}` : "Database and queue",
			attempt: () => openStorage(council),
		},
	];
}

async function logIn({ name, journal, folders, imap, maildir }: MailboxConfig): Promise<string> {
	if (imap !== undefined) {
		const { connectImap, disconnect } = await import("../mail/sources/imap-connection.ts");
		const { chooseFolders, placeName } = await import("../mail/sources/imap-folders.ts");
		const client = await connectImap(imap);
		try {
			const list = await client.list({ listOnly: true });
			const { read, leftOut, missing } = chooseFolders(list, folders);
			const known = [...new Set([...read, ...leftOut].map(placeName))];
			if (missing.length > 0) throw unknownFolders(missing, known);
			if (read.length === 0) throw noFolder(known);
			return `logged in; reads ${inboxFirst(read.map(placeName)).join(", ")}.`;
		} finally {
			await disconnect(client);
		}
	}
	const { openMailFolder, mailFolderKind } = await import("../mail/sources/mail-folder.ts");
	const path = maildir ?? "";
	const kind = await mailFolderKind(path);
	const messages = (await openMailFolder(path, { mailbox: name, journal }).count?.({})) ?? 0;
	return `${kind === "maildir" ? "a Maildir" : "a folder of .eml files"} with ${counted(messages, "message")}.`;
}

/** Servers list folders in any order. */
function inboxFirst(names: readonly string[]): readonly string[] {
	const rank = (name: string): string => (name.toUpperCase() === "INBOX" ? "" : name.toLowerCase());
	return names.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function unknownFolders(missing: readonly string[], known: readonly string[]): CandourError {
	const mends = missing.map((name) => suggest(name, known));
	const what = missing.map((name) => `“${name}”`).join(", ");
	return new CandourError("SOURCE_UNREADABLE", `logged in, but it has no folder ${what}.`, {
		remedy: `${[...new Set(mends)].join(" ")} Correct folders: in council.yaml.`,
	});
}

function noFolder(known: readonly string[]): CandourError {
	return new CandourError("SOURCE_UNREADABLE", "logged in, but none of its folders is read.", {
		remedy: `Name some below folders: in council.yaml. It has ${known.join(", ") || "none"}.`,
	});
}

async function reachMailServer(smtp: NonNullable<Council["smtp"]>): Promise<string> {
	const delivery = openDelivery(smtp);
	try {
		await delivery.check();
		return smtp.kind === "server" ? "reached." : `mail is written into ${smtp.directory}.`;
	} finally {
		delivery.close();
	}
}

async function openStorage({ storage }: Council): Promise<string> {
	const { openStore } = await import("../store/open.ts");
	const { openQueues } = await import("../queues/open.ts");
	try {
		const store = await openStore(storage);
		try {
			await store.ping();
			const queues = await openQueues(storage, store.engine, () => undefined);
			await queues.counts().finally(() => queues.close());
			return ["opened.", ...queues.warnings].join(" ");
		} finally {
			await store.close();
		}
	} catch (error) {
		if (error instanceof CandourError && error.code === "STORE_LOCKED")
			return "in use by a running Candour, which is well.";
		throw error;
	}
}

function reasonOf(error: unknown): string {
	if (error instanceof CandourError) return `${error.message} ${error.remedy}`;
	return error instanceof Error ? error.message : String(error);
}
