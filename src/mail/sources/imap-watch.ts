/**
 * Watches a mailbox over IMAP without end: INBOX and the sent folders by IDLE, a connection each, because sent copies
 * are where Bcc can be seen; the other folders by looking again and again.
 */
import type { ImapFlow, ListResponse, StatusObject } from "imapflow";
import type { ImapAccount, MailboxConfig } from "../../config/council.ts";
import type { CandourError } from "../../errors.ts";
import { type ConnectionLimits, connectImap, disconnect } from "./imap-connection.ts";
import { type Drain, drainFolder, resume, type WatchedFolder, watchedFolder } from "./imap-drain.ts";
import { imapError, isRefusal } from "./imap-errors.ts";
import { chooseFolders, isInbox, isSentFolder, placeName } from "./imap-folders.ts";
import { afterEnd, type Backoff, FIRST_WAIT_MS, RESTED, waitMs } from "./reconnect-backoff.ts";
import { pauseUnless, type WatchHandlers, type WatchRequest } from "./watch.ts";

export interface ImapWatchOptions {
	readonly twoPass?: boolean;
	readonly limits?: Partial<ConnectionLimits>;
	/** How often folders without IDLE are looked at, and new folders are noticed. */
	readonly pollMs?: number;
	/** How often an idling connection is asked for a sign of life; a dead one is noticed no later. */
	readonly refreshMs?: number;
	/** How long that sign may take. */
	readonly answerMs?: number;
	readonly firstWaitMs?: number;
}

const POLL_MS = 5 * 60_000;
const REFRESH_MS = 2 * 60_000;
/** Where the server has no IDLE, the refresh is all there is. */
const REFRESH_WITHOUT_IDLE_MS = 30_000;
const ANSWER_MS = 30_000;
const LOCK_MS = 60_000;
/** A wrong password tried too often locks the account. */
const REFUSED_WAIT_MS = 15 * 60_000;
/** EXISTS can come before the message can be found; looked again after these waits. */
const ANNOUNCED_AGAIN_MS: readonly number[] = [500, 2_000, 10_000];

/** Watches until the signal is given; resolves then. Failures are told by `onState` and mended by connecting again. */
export async function watchMailbox(
	mailbox: MailboxConfig & { readonly imap: ImapAccount },
	request: WatchRequest,
	handlers: WatchHandlers,
	signal: AbortSignal,
	options: ImapWatchOptions = {},
): Promise<void> {
	const idling = new Map<string, Promise<void>>();
	const polled = new Map<string, WatchedFolder>();

	/** Keeps making connections for `work`, which ends only by failing or by the signal. */
	const keep = async (folder: string, work: (drain: Drain) => Promise<"over" | "again">): Promise<void> => {
		let backoff: Backoff = RESTED;
		while (!signal.aborted) {
			let client: ImapFlow | undefined;
			let bornAt = Date.now();
			try {
				client = await connectImap(mailbox.imap, options);
				bornAt = Date.now();
				const stop = closeOn(signal, client);
				try {
					const drain = { client, request, handlers, twoPass: options.twoPass ?? true, signal };
					if ((await work(drain)) === "over") return;
					backoff = RESTED;
				} finally {
					stop();
				}
			} catch (error) {
				if (signal.aborted) break;
				const failure = imapError(error, mailbox.imap);
				backoff = afterEnd(backoff, client ? Date.now() - bornAt : 0);
				const retryInMs = retryAfter(failure, backoff, options.firstWaitMs);
				handlers.onState?.({ kind: "failed", folder, error: failure, retryInMs });
				await pauseUnless(signal, retryInMs);
			} finally {
				if (client) await disconnect(client);
			}
		}
	};

	const startIdling = (listed: ListResponse): void => {
		const watched = watchedFolder(mailbox.name, listed);
		const task = keep(placeName(listed), (drain) => idle(drain, watched, options)).finally(() =>
			idling.delete(listed.path),
		);
		idling.set(listed.path, task);
	};

	/** Looks at the list of folders and at every folder that has no connection of its own. */
	const look = async (drain: Drain): Promise<"again"> => {
		const { client } = drain;
		const choice = chooseFolders(await client.list({ listOnly: true }), mailbox.folders);
		const leftOut = [];
		for (const listed of choice.leftOut) {
			leftOut.push({ folder: placeName(listed), count: (await statusOf(client, listed))?.messages ?? 0 });
		}
		handlers.onState?.({
			kind: "folders",
			read: choice.read.map(placeName),
			leftOut: leftOut.filter(({ count }) => count > 0),
			missing: choice.missing,
		});
		for (const listed of choice.read) {
			if (isInbox(listed) || isSentFolder(listed)) {
				if (!idling.has(listed.path)) startIdling(listed);
			} else await lookAt(drain, listed);
		}
		await disconnect(client);
		await pauseUnless(signal, options.pollMs ?? POLL_MS);
		return "again";
	};

	const lookAt = async (drain: Drain, listed: ListResponse): Promise<void> => {
		const watched = polled.get(listed.path) ?? watchedFolder(mailbox.name, listed);
		polled.set(listed.path, watched);
		const { uidNext, uidValidity } = (await statusOf(drain.client, listed)) ?? {};
		const { cursor } = watched;
		const unchanged =
			uidNext !== undefined && cursor?.lastUid === uidNext - 1 && cursor.uidValidity === String(uidValidity ?? "");
		if (unchanged) return;
		try {
			await inFolder(drain.client, listed, async () => {
				await resume(drain, watched);
				await drainFolder(drain, watched);
			});
			handlers.onState?.({ kind: "caught-up", folder: placeName(listed) });
		} catch (error) {
			// A folder that is listed but cannot be opened must not keep the others from being read.
			if (!isRefusal(error) || !drain.client.usable) throw error;
			const failure = imapError(error, mailbox.imap);
			handlers.onState?.({
				kind: "failed",
				folder: placeName(listed),
				error: failure,
				retryInMs: options.pollMs ?? POLL_MS,
			});
		}
	};

	await keep("", look);
	await Promise.all(idling.values());
}

/** Reads what is there and waits for more on this connection. "over" when the folder is no longer there. */
async function idle(drain: Drain, watched: WatchedFolder, options: ImapWatchOptions): Promise<"over" | "again"> {
	const { client, handlers, signal } = drain;
	const folder = placeName(watched.listed);
	const hasIdle = client.capabilities.has("IDLE");
	const refreshMs = options.refreshMs ?? (hasIdle ? REFRESH_MS : REFRESH_WITHOUT_IDLE_MS);
	const bell = createBell(client, signal);
	try {
		return await inFolder(client, watched.listed, async (): Promise<"over"> => {
			await resume(drain, watched);
			let announced = 0;
			let toldCaughtUp = false;
			while (!signal.aborted) {
				bell.listen();
				await answered(client.noop(), options.answerMs ?? ANSWER_MS);
				const came = await drainFolder(drain, watched);
				if (came > 0) announced = 0;
				if (came > 0 || !toldCaughtUp) handlers.onState?.({ kind: "caught-up", folder });
				toldCaughtUp = true;
				void client.idle().catch(() => undefined);
				const again = announced > 0 ? ANNOUNCED_AGAIN_MS[announced - 1] : undefined;
				const rung = await bell.rings(again ?? refreshMs);
				// One ring may announce several messages of which only some can be found yet.
				if (rung) announced = 1;
				else if (again !== undefined) announced += 1;
				if (announced > ANNOUNCED_AGAIN_MS.length) announced = 0;
			}
			return "over";
		});
	} catch (error) {
		if (error instanceof Error && "mailboxMissing" in error && error.mailboxMissing) return "over";
		throw error;
	} finally {
		bell.close();
	}
}

/** Rings when the server announces a message, the connection ends or the signal is given. */
function createBell(client: ImapFlow, signal: AbortSignal) {
	let rung = false;
	let wake = () => {};
	const ring = () => {
		rung = true;
		wake();
	};
	client.on("exists", ring);
	client.on("close", ring);
	signal.addEventListener("abort", ring);
	return {
		/** Forgets rings so far; called before looking, so that none that comes after is lost. */
		listen: () => {
			rung = false;
		},
		/** Resolves true when it rings or has rung, false after the time. */
		rings: async (milliseconds: number): Promise<boolean> => {
			if (!rung && client.usable) {
				await new Promise<void>((resolve) => {
					const timer = setTimeout(resolve, milliseconds);
					wake = () => {
						clearTimeout(timer);
						resolve();
					};
				});
			}
			return rung;
		},
		close: () => {
			client.off("exists", ring);
			client.off("close", ring);
			signal.removeEventListener("abort", ring);
		},
	};
}

/** Undefined where the server refuses it, as it does of folders that are listed, but cannot be opened. */
async function statusOf(client: ImapFlow, listed: ListResponse): Promise<StatusObject | undefined> {
	try {
		return (await client.status(listed.path, { messages: true, uidNext: true, uidValidity: true })) || undefined;
	} catch (error) {
		if (isRefusal(error)) return undefined;
		throw error;
	}
}

async function inFolder<T>(client: ImapFlow, listed: ListResponse, work: () => Promise<T>): Promise<T> {
	const lock = await client.getMailboxLock(listed.path, {
		readOnly: true,
		acquireTimeout: LOCK_MS,
		maxLockHoldTime: false,
	});
	try {
		return await work();
	} finally {
		lock.release();
	}
}

/** A server that says nothing for so long is not there any more, whatever the network believes. */
async function answered(command: Promise<void>, milliseconds: number): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const silence = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(Object.assign(new Error("no answer"), { code: "ETIMEDOUT" })), milliseconds);
	});
	command.catch(() => undefined);
	try {
		await Promise.race([command, silence]);
	} finally {
		clearTimeout(timer);
	}
}

function retryAfter(failure: CandourError, backoff: Backoff, firstWaitMs = FIRST_WAIT_MS): number {
	if (failure.code === "SOURCE_LOGIN_REFUSED") return REFUSED_WAIT_MS;
	return waitMs(backoff, Math.random(), firstWaitMs);
}

function closeOn(signal: AbortSignal, client: ImapFlow): () => void {
	const close = () => client.close();
	signal.addEventListener("abort", close);
	return () => signal.removeEventListener("abort", close);
}
