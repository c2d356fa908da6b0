/** Tries every server that a configuration names: mailboxes, mail server, database and queue. */
import { openDelivery } from "./alerts/deliver.ts";
import type { Council, MailboxConfig } from "./config/council.ts";
import { suggest } from "./config/nearest.ts";
import { CandourError } from "./errors.ts";
import { counted } from "./reports/counted.ts";

interface Connection {
	readonly name: string;
	/** Resolves with a remark, or throws what is wrong. */
	readonly attempt: () => Promise<string>;
}

export interface ConnectionTried {
	readonly name: string;
	readonly works: boolean;
	/** What was found, or what is wrong and what to do. */
	readonly words: string;
}

/** One after the other, so that what is shown as it comes stands in order. Never throws. */
export async function* tryConnections(council: Council): AsyncGenerator<ConnectionTried> {
	for (const { name, attempt } of connectionsOf(council)) {
		try {
			yield { name, works: true, words: await attempt() };
		} catch (error) {
			yield { name, works: false, words: reasonOf(error) };
		}
	}
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
		const { connectImap, disconnect } = await import("./mail/sources/imap-connection.ts");
		const { chooseFolders, placeName } = await import("./mail/sources/imap-folders.ts");
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
	const { openMailFolder, mailFolderKind } = await import("./mail/sources/mail-folder.ts");
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
		return smtp.kind === "directory" ? `mail is written into ${smtp.directory}.` : "reached.";
	} finally {
		delivery.close();
	}
}

async function openStorage({ storage }: Council): Promise<string> {
	const { openStore } = await import("./store/open.ts");
	const { openQueues } = await import("./queues/open.ts");
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
