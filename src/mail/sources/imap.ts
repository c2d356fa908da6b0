/** A mailbox read over IMAP on demand. Folders are opened with EXAMINE and texts fetched with PEEK: nothing changes. */
import type { ImapFlow, ListResponse } from "imapflow";
import type { ImapAccount, MailboxConfig } from "../../config/council.ts";
import { CandourError } from "../../errors.ts";
import type { Admit, DayRange, Found, Source } from "../source.ts";
import { type ConnectionLimits, connectImap, disconnect } from "./imap-connection.ts";
import { imapError, isRefusal } from "./imap-errors.ts";
import { type FetchPlan, fetchWindows, unreadable, type Window } from "./imap-fetch.ts";
import { chooseFolders, type FolderChoice, placeName } from "./imap-folders.ts";
import { searchFor } from "./imap-search.ts";
import { brokeAgain, goSingly, NO_STALL, SET_ASIDE_REASON, type Stall, setNextAside } from "./imap-stall.ts";
import { readAhead } from "./read-ahead.ts";
import { type Backoff, FIRST_WAIT_MS, RESTED, waitMs } from "./reconnect-backoff.ts";

export interface ImapSourceOptions {
	/**
	 * True (the default): headers first, the text only of what is admitted. False where nothing is excluded and every
	 * message is needed: both come at once, which is nearly twice as fast.
	 */
	readonly twoPass?: boolean;
	/** With two passes: only these lines of the headers are fetched; absent: all. */
	readonly headerFields?: readonly string[];
	readonly limits?: Partial<ConnectionLimits>;
	/** The first wait before connecting again; it doubles. */
	readonly firstWaitMs?: number;
	/** Connections in a row that may fail before the source counts as unreachable; absent: few at first, then many. */
	readonly attempts?: number;
}

/** A wrong host or port shows at the first connection, and whoever waits for the audit wants to know soon. */
const FIRST_ATTEMPTS = 3;
/** A server that was there will be there again: about three minutes are waited for a restart. */
const ATTEMPTS = 9;
/** Fetched, but not yet taken by the consumer. */
const AHEAD_BYTES = 8 * 1024 * 1024;
const LOCK_MS = 60_000;
/** A window of tiny messages still weighs something, so that read-ahead stays bounded in number too. */
const WINDOW_MIN_WEIGHT = 1024 * 1024;

export function openImap(
	mailbox: MailboxConfig & { readonly imap: ImapAccount },
	options: ImapSourceOptions = {},
): Source {
	const account = mailbox.imap;
	const attempts = options.attempts ?? ATTEMPTS;
	const headerFields = options.headerFields === undefined ? {} : { headerFields: options.headerFields };
	let wasThere = false;
	let client: ImapFlow | undefined;
	let closed = false;

	/** Connects, again and again where the reason passes. */
	const connected = async (): Promise<ImapFlow> => {
		let backoff: Backoff = RESTED;
		while (!client?.usable) {
			if (closed) throw broken(account, "it was closed");
			try {
				client?.close();
				client = await connectImap(account, options);
				wasThere = true;
			} catch (error) {
				const failure = imapError(error, account);
				backoff = { failures: backoff.failures + 1 };
				const most = wasThere ? attempts : (options.attempts ?? FIRST_ATTEMPTS);
				if (!failure.transient || backoff.failures >= most) throw failure;
				await pause(waitMs(backoff, Math.random(), options.firstWaitMs ?? FIRST_WAIT_MS));
			}
		}
		return client;
	};

	const choose = async (): Promise<FolderChoice> =>
		chooseFolders(await (await connected()).list({ listOnly: true }), mailbox.folders);

	async function* read(range: DayRange, admit: Admit): AsyncGenerator<Window> {
		const choice = await retried(choose);
		yield aside(await notRead(choice));
		for (const folder of choice.read) yield* readFolder(folder, range, admit);
	}

	/** Runs a step again on a new connection, once for each way it can break in between. */
	async function retried<T>(step: () => Promise<T>): Promise<T> {
		for (let times = 1; ; times += 1) {
			try {
				return await step();
			} catch (error) {
				const failure = imapError(error, account);
				// Connecting has been tried often enough when it throws.
				const noConnection = error instanceof CandourError;
				if (noConnection || !failure.transient || isRefusal(error) || times >= attempts) throw failure;
				await pause(waitMs({ failures: times }, Math.random(), options.firstWaitMs ?? FIRST_WAIT_MS));
			}
		}
	}

	async function notRead({ leftOut, missing }: FolderChoice): Promise<readonly Found[]> {
		const found: Found[] = missing.map((folder) => ({
			kind: "unreadable",
			at: { mailbox: mailbox.name, folder },
			reason: "the mailbox has no folder of this name",
		}));
		for (const folder of leftOut) {
			const count = await retried(async () => countOf(await connected(), folder));
			if (count > 0) found.push({ kind: "left-out", mailbox: mailbox.name, folder: placeName(folder), count });
		}
		return found;
	}

	async function* readFolder(folder: ListResponse, range: DayRange, admit: Admit): AsyncGenerator<Window> {
		const place = { mailbox: mailbox.name, folder: placeName(folder) };
		let uidValidity: string | undefined;
		let settled = 0;
		let stall: Stall = NO_STALL;
		let failures = 0;
		const gone: number[] = [];
		for (;;) {
			let lock: { release(): void } | undefined;
			let fetching = false;
			try {
				const imap = await connected();
				lock = await imap.getMailboxLock(folder.path, { readOnly: true, acquireTimeout: LOCK_MS });
				const present = imap.mailbox ? String(imap.mailbox.uidValidity) : "";
				// A folder that was made anew while it was read is read from its beginning.
				if (uidValidity !== undefined && present !== uidValidity) settled = 0;
				uidValidity = present;
				const plan: FetchPlan = {
					...place,
					client: imap,
					uidValidity,
					admit,
					twoPass: options.twoPass ?? true,
					...headerFields,
				};
				let uids = (await uidsOf(imap, range)).filter((uid) => uid > settled);
				const [next] = uids;
				if (next !== undefined && stall.after === settled && setNextAside(stall)) {
					yield aside([unreadable(plan, next, SET_ASIDE_REASON)]);
					settled = next;
					stall = NO_STALL;
					uids = uids.slice(1);
				}
				fetching = true;
				for await (const window of fetchWindows({ ...plan, singly: goSingly(stall) }, uids)) {
					failures = 0;
					settled = window.upTo;
					gone.push(...window.gone);
					yield window;
				}
				yield* readGone(plan, gone);
				return;
			} catch (error) {
				if (isRefusal(error) && client?.usable) {
					yield aside([
						{ kind: "unreadable", at: place, reason: "the mail server does not let this folder be opened" },
					]);
					return;
				}
				const failure = imapError(error, account);
				failures += 1;
				// A stall is not counted here: it ends by setting the message aside.
				const noConnection = error instanceof CandourError;
				if (noConnection || !failure.transient || closed || (!fetching && failures >= attempts)) throw failure;
				if (fetching) stall = brokeAgain(stall, settled);
				client?.close();
				await pause(waitMs({ failures }, Math.random(), options.firstWaitMs ?? FIRST_WAIT_MS));
			} finally {
				lock?.release();
			}
		}
	}

	/** A second try for what was listed, but not given out. */
	async function* readGone(plan: FetchPlan, gone: readonly number[]): AsyncGenerator<Window> {
		if (gone.length === 0) return;
		await plan.client.noop();
		for await (const window of fetchWindows(
			plan,
			[...gone].sort((a, b) => a - b),
		)) {
			const lost = window.gone.map((uid) => unreadable(plan, uid, GONE));
			yield { ...window, found: [...window.found, ...lost] };
		}
	}

	return {
		name: mailbox.name,
		journal: mailbox.journal,
		read: async function* (range, admit) {
			const weigh = ({ bytes }: Window) => Math.max(bytes, WINDOW_MIN_WEIGHT);
			const leftOut = new Map<string, Extract<Found, { kind: "left-out" }>>();
			for await (const window of readAhead(read(range, admit), weigh, AHEAD_BYTES)) {
				for (const found of window.found) {
					if (found.kind !== "left-out") yield found;
					else {
						const count = found.count + (leftOut.get(found.folder)?.count ?? 0);
						leftOut.set(found.folder, { ...found, count });
					}
				}
			}
			yield* leftOut.values();
		},
		count: async (range) =>
			retried(async () => {
				const imap = await connected();
				let count = 0;
				for (const folder of (await choose()).read) {
					if (searchFor(range, Date.now()) === undefined) count += await countOf(imap, folder);
					else count += await countInRange(imap, folder, range);
				}
				return count;
			}),
		close: async () => {
			closed = true;
			if (client) await disconnect(client);
		},
	};
}

const GONE = "the mail server listed it, but did not give it out; it may have been removed meanwhile";

function aside(found: readonly Found[]): Window {
	return { found, gone: [], upTo: 0, bytes: 0 };
}

async function uidsOf(client: ImapFlow, range: DayRange): Promise<readonly number[]> {
	const query = searchFor(range, Date.now());
	const found = query ? await client.search(query, { uid: true }).catch(falseIfRefused) : false;
	// Where the server cannot search by date, everything is read; whoever asked looks at the dates himself.
	const uids = Array.isArray(found) ? found : await client.search({ all: true }, { uid: true });
	if (!Array.isArray(uids)) throw Object.assign(new Error("SEARCH failed"), { code: "NoConnection" });
	return uids.sort((a, b) => a - b);
}

function falseIfRefused(error: unknown): false {
	if (isRefusal(error)) return false;
	throw error;
}

async function countOf(client: ImapFlow, folder: ListResponse): Promise<number> {
	const status = await client.status(folder.path, { messages: true }).catch(falseIfRefused);
	return status ? (status.messages ?? 0) : 0;
}

async function countInRange(client: ImapFlow, folder: ListResponse, range: DayRange): Promise<number> {
	const lock = await client.getMailboxLock(folder.path, { readOnly: true, acquireTimeout: LOCK_MS });
	try {
		return (await uidsOf(client, range)).length;
	} finally {
		lock.release();
	}
}

function broken(account: ImapAccount, why: string): CandourError {
	return new CandourError("SOURCE_UNREACHABLE", `The connection to ${account.host} is gone: ${why}.`, {
		remedy: "Start the audit again.",
		transient: true,
	});
}

async function pause(milliseconds: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
