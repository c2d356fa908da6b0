/**
 * One message out of its mailbox, for a person who looks at it now. Read-only like every other reading: EXAMINE and
 * PEEK, and the council's exclusions are asked by its headers before its text is fetched.
 */
import { readdir } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { ImapFlow } from "imapflow";
import type { ImapAccount, MailboxConfig } from "../../config/council.ts";
import { CandourError } from "../../errors.ts";
import type { Location } from "../../facts/message.ts";
import type { Admit } from "../source.ts";
import { turnedAway } from "./admitted.ts";
import { connectImap, disconnect } from "./imap-connection.ts";
import { imapError } from "./imap-errors.ts";
import { placeName } from "./imap-folders.ts";
import { readMessageFile } from "./message-file.ts";

export type OneMessage =
	| { readonly kind: "message"; readonly raw: Buffer; readonly receivedAt?: string }
	/** Not where it was: moved, deleted, or the server numbered the folder anew. */
	| { readonly kind: "gone" }
	| { readonly kind: "excluded"; readonly reason: string }
	| { readonly kind: "unreadable"; readonly reason: string }
	/** The mailbox is not in the configuration (any more), or was only declared. */
	| { readonly kind: "not-connected" };

export interface MessageFetcher {
	/** @throws CandourError where the mailbox can't be reached or does not answer in time */
	fetch(at: Location, admit: Admit): Promise<OneMessage>;
	close(): Promise<void>;
}

/** Somebody waits before a screen. */
const WAIT_MS = 15_000;
const LOCK_MS = 5_000;
/** Whoever looks at one message often looks at the next. */
const KEEP_CONNECTED_MS = 20_000;
/** More than any letter; its attachments aren't shown here. */
const SHOWN_MAX_BYTES = 30 * 1024 * 1024;

export function createMessageFetcher(mailboxes: readonly MailboxConfig[], waitMs = WAIT_MS): MessageFetcher {
	const connections = new Map<string, Kept>();
	return {
		fetch: async (at, admit) => {
			const mailbox = mailboxes.find(({ name }) => name === at.mailbox);
			if (mailbox?.imap !== undefined) {
				const kept = connections.get(mailbox.name) ?? keepConnected(mailbox.imap);
				connections.set(mailbox.name, kept);
				return withinTime(
					waitMs,
					mailbox.imap,
					() => kept.drop(),
					() => fromImap(kept, at, admit),
				);
			}
			return mailbox?.maildir === undefined ? { kind: "not-connected" } : fromFolder(mailbox.maildir, at, admit);
		},
		close: async () => {
			await Promise.all([...connections.values()].map((kept) => kept.close()));
			connections.clear();
		},
	};
}

interface Kept {
	readonly account: ImapAccount;
	/** Runs a step on the connection; the next one waits, so that a folder isn't left under its reader's hands. */
	use<T>(step: (client: ImapFlow) => Promise<T>): Promise<T>;
	drop(): void;
	close(): Promise<void>;
}

function keepConnected(account: ImapAccount): Kept {
	let client: ImapFlow | undefined;
	let last: Promise<unknown> = Promise.resolve();
	let timer: NodeJS.Timeout | undefined;
	const rest = async () => {
		const resting = client;
		client = undefined;
		if (resting !== undefined) await disconnect(resting);
	};
	return {
		account,
		use: (step) => {
			const run = last
				.catch(() => undefined)
				.then(async () => {
					clearTimeout(timer);
					if (!client?.usable) {
						client?.close();
						client = await connectImap(account);
					}
					try {
						return await step(client);
					} finally {
						timer = setTimeout(() => void rest(), KEEP_CONNECTED_MS);
						timer.unref();
					}
				});
			last = run;
			return run;
		},
		drop: () => {
			client?.close();
			client = undefined;
			last = Promise.resolve();
		},
		close: async () => {
			clearTimeout(timer);
			await rest();
		},
	};
}

async function withinTime<T>(
	waitMs: number,
	account: ImapAccount,
	giveUp: () => void,
	step: () => Promise<T>,
): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => {
			giveUp();
			reject(
				new CandourError("SOURCE_UNREACHABLE", `The mail server ${account.host} did not answer in time.`, {
					remedy: "Try again later.",
					transient: true,
				}),
			);
		}, waitMs);
	});
	try {
		return await Promise.race([step(), late]);
	} catch (error) {
		throw imapError(error, account);
	} finally {
		clearTimeout(timer);
	}
}

async function fromImap(kept: Kept, at: Location, admit: Admit): Promise<OneMessage> {
	const { uid } = at;
	if (uid === undefined) return { kind: "gone" };
	return kept.use(async (client) => {
		const folder = (await client.list({ listOnly: true })).find((one) => placeName(one) === at.folder);
		if (folder === undefined) return { kind: "gone" };
		const lock = await client.getMailboxLock(folder.path, { readOnly: true, acquireTimeout: LOCK_MS });
		try {
			const present = client.mailbox ? String(client.mailbox.uidValidity) : "";
			if (at.uidValidity !== undefined && present !== at.uidValidity) return { kind: "gone" };
			const head = await client.fetchOne(
				String(uid),
				{ uid: true, size: true, headers: true, internalDate: true },
				{ uid: true },
			);
			if (!head) return { kind: "gone" };
			const away = asideFor(head.headers ?? Buffer.alloc(0), at, admit);
			if (away !== undefined) return away;
			if ((head.size ?? 0) > SHOWN_MAX_BYTES) return { kind: "unreadable", reason: TOO_LARGE };
			const fetched = await client.fetchOne(String(uid), { uid: true, source: true }, { uid: true });
			const raw = fetched ? fetched.source : undefined;
			if (!raw?.length) return { kind: "gone" };
			const received = head.internalDate;
			return {
				kind: "message",
				raw,
				...(received ? { receivedAt: new Date(received).toISOString() } : {}),
			};
		} finally {
			lock.release();
		}
	});
}

const TOO_LARGE = `it is larger than ${SHOWN_MAX_BYTES / 1024 / 1024} MB`;

function asideFor(headers: Buffer, at: Location, admit: Admit): OneMessage | undefined {
	const found = turnedAway(headers, at, admit);
	if (found?.kind === "excluded" || found?.kind === "unreadable") return { kind: found.kind, reason: found.reason };
	return undefined;
}

async function fromFolder(root: string, at: Location, admit: Admit): Promise<OneMessage> {
	const path = at.file === undefined ? undefined : await presentPath(resolve(root), at.file);
	if (path === undefined) return { kind: "gone" };
	const found = await readMessageFile(path, at, admit, { datedByFile: true });
	switch (found.kind) {
		case "message":
			if (found.raw.length > SHOWN_MAX_BYTES) return { kind: "unreadable", reason: TOO_LARGE };
			return { kind: "message", raw: found.raw, ...(found.receivedAt ? { receivedAt: found.receivedAt } : {}) };
		case "excluded":
		case "unreadable":
			return { kind: found.kind, reason: found.reason };
		default:
			return { kind: "gone" };
	}
}

/** Mail programs move a Maildir's files from new/ to cur/ and write flags behind the name: its beginning stays. */
async function presentPath(root: string, file: string): Promise<string | undefined> {
	const path = resolve(root, file);
	if (relative(root, path).startsWith("..")) return undefined;
	const stem = (name: string) => name.replace(/:2,[A-Za-z]*$/u, "");
	const folder = dirname(path);
	const folders = ["cur", "new"].includes(basename(folder))
		? ["cur", "new"].map((part) => join(dirname(folder), part))
		: [folder];
	for (const one of folders) {
		const names = await readdir(one).catch(() => []);
		const name = names.find((candidate) => stem(candidate) === stem(basename(path)));
		if (name !== undefined) return join(one, name);
	}
	return undefined;
}
