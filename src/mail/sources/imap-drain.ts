/** Reads what is new in one watched folder, batch by batch; the cursor moves only behind what is stored. */
import type { ImapFlow, ListResponse } from "imapflow";
import { type FetchPlan, fetchWindows, unreadable } from "./imap-fetch.ts";
import { placeName } from "./imap-folders.ts";
import { searchFor } from "./imap-search.ts";
import { brokeAgain, goSingly, NO_STALL, SET_ASIDE_REASON, type Stall, setNextAside } from "./imap-stall.ts";
import { type FolderCursor, pauseUnless, type WatchHandlers, type WatchRequest } from "./watch.ts";

/** A message can be announced before the server gives it out; waits between the tries. */
const ANNOUNCED_RETRY_MS: readonly number[] = [500, 2_000, 5_000];

/** What is known of a watched folder; it outlives connections. */
export interface WatchedFolder {
	readonly mailbox: string;
	readonly listed: ListResponse;
	cursor: FolderCursor | undefined;
	stall: Stall;
}

export interface Drain {
	readonly client: ImapFlow;
	readonly request: WatchRequest;
	readonly handlers: WatchHandlers;
	readonly twoPass: boolean;
	readonly signal: AbortSignal;
}

export function watchedFolder(mailbox: string, listed: ListResponse): WatchedFolder {
	return { mailbox, listed, cursor: undefined, stall: NO_STALL };
}

/** Asks the store anew where it is, and begins again where the server has numbered the folder anew. */
export async function resume(drain: Drain, watched: WatchedFolder): Promise<void> {
	const { client, request, handlers } = drain;
	const folder = placeName(watched.listed);
	const uidValidity = client.mailbox ? String(client.mailbox.uidValidity) : "";
	const stored = await request.cursorOf(folder);
	if (stored && stored.uidValidity !== uidValidity) handlers.onState?.({ kind: "renumbered", folder });
	watched.cursor =
		stored?.uidValidity === uidValidity
			? stored
			: { mailbox: watched.mailbox, folder, uidValidity, lastUid: await lastBefore(client, request) };
}

/** The client has the folder open. Resolves with how many messages it came across. */
export async function drainFolder(drain: Drain, watched: WatchedFolder): Promise<number> {
	const { client, request, handlers, signal } = drain;
	const { cursor } = watched;
	if (!cursor) return 0;
	const { mailbox, folder, uidValidity } = cursor;
	const plan: FetchPlan = { client, mailbox, folder, uidValidity, admit: request.admit, twoPass: drain.twoPass };
	const settle = async (found: Parameters<WatchHandlers["onBatch"]>[1], lastUid: number) => {
		const moved = { mailbox, folder, uidValidity, lastUid };
		await handlers.onBatch(folder, found, moved);
		watched.cursor = moved;
	};
	let uids = await newUids(client, cursor.lastUid);
	const count = uids.length;
	const [next] = uids;
	if (next !== undefined && watched.stall.after === cursor.lastUid && setNextAside(watched.stall)) {
		await settle([unreadable(plan, next, SET_ASIDE_REASON)], next);
		watched.stall = NO_STALL;
		uids = uids.slice(1);
	}
	let fetching = true;
	try {
		for await (const window of fetchWindows({ ...plan, singly: goSingly(watched.stall) }, uids)) {
			const late = await fetchLate(plan, window.gone, signal);
			fetching = false;
			await settle([...window.found, ...late], window.upTo);
			if (signal.aborted) break;
			fetching = true;
		}
	} catch (error) {
		// A store that fails says nothing of the message.
		if (fetching) watched.stall = brokeAgain(watched.stall, watched.cursor?.lastUid ?? 0);
		throw error;
	}
	return count;
}

/** Messages that were listed and not given out: tried again, then listed as unreadable unless they were removed. */
async function fetchLate(plan: FetchPlan, gone: readonly number[], signal: AbortSignal) {
	const found = [];
	let waiting = gone;
	for (const wait of ANNOUNCED_RETRY_MS) {
		if (waiting.length === 0 || signal.aborted) break;
		await pauseUnless(signal, wait);
		await plan.client.noop();
		const still: number[] = [];
		for await (const window of fetchWindows(plan, waiting)) {
			found.push(...window.found);
			still.push(...window.gone);
		}
		const listed = await plan.client.search({ uid: still.join(",") || "1" }, { uid: true });
		waiting = Array.isArray(listed) ? still.filter((uid) => listed.includes(uid)) : still;
	}
	return [
		...found,
		...waiting.map((uid) => unreadable(plan, uid, "the mail server announced it, but never gave it out")),
	];
}

async function newUids(client: ImapFlow, lastUid: number): Promise<readonly number[]> {
	const found = await client.search({ uid: `${lastUid + 1}:*` }, { uid: true });
	if (!Array.isArray(found)) throw Object.assign(new Error("SEARCH failed"), { code: "NoConnection" });
	// "n:*" always means the last message too, be its number smaller (RFC 3501 6.4.8).
	return found.filter((uid) => uid > lastUid).sort((a, b) => a - b);
}

/** The number before the first message of the day from which on a new folder is read. */
async function lastBefore(client: ImapFlow, request: WatchRequest): Promise<number> {
	const query = request.from === undefined ? undefined : searchFor({ from: request.from }, Date.now());
	if (!query) return 0;
	const wanted = await client.search(query, { uid: true });
	if (!Array.isArray(wanted)) return 0;
	const all = wanted.sort((a, b) => a - b)[0];
	return all === undefined ? (client.mailbox ? client.mailbox.uidNext - 1 : 0) : all - 1;
}
