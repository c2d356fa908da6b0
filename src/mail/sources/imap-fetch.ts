/** Fetches messages of the opened folder in windows that bound memory, by the sizes that the server tells first. */
import type { FetchMessageObject, FetchQueryObject, ImapFlow } from "imapflow";
import type { Location } from "../../facts/message.ts";
import type { Admit, Found } from "../source.ts";
import { turnedAway } from "./admitted.ts";
import { headersOf } from "./headers-of.ts";
import { isRefusal } from "./imap-errors.ts";
import { MESSAGE_MAX_BYTES, tooLarge } from "./size-limit.ts";
import { headThatFits, uidSet } from "./uid-set.ts";

/** Messages asked for their size at a time. */
const SIZES_AT_ONCE = 1_000;
/** A window holds this many messages and bytes at most; a larger message is a window of its own. */
const WINDOW_MESSAGES = 200;
const WINDOW_BYTES = 4 * 1024 * 1024;

export interface FetchPlan {
	readonly client: ImapFlow;
	readonly mailbox: string;
	/** As places give it; the client has it open. */
	readonly folder: string;
	readonly uidValidity: string;
	readonly admit: Admit;
	/** Fetch headers first and the text only of what is admitted; else both at once. */
	readonly twoPass: boolean;
	/** The lines of the headers that the first pass fetches; absent: all. */
	readonly headerFields?: readonly string[];
	/** One message a window: after the connection broke twice at the same place. */
	readonly singly?: boolean;
}

type Place = Pick<FetchPlan, "mailbox" | "folder" | "uidValidity">;

/** What came of some messages. `upTo` is the last UID that is settled with it. */
export interface Window {
	readonly found: readonly Found[];
	/** Listed by the server, but not given out: just arrived, or removed meanwhile. */
	readonly gone: readonly number[];
	readonly upTo: number;
	readonly bytes: number;
}

/** Fetches `uids`, which ascend, window by window. Throws when the connection breaks; what was yielded is settled. */
export async function* fetchWindows(plan: FetchPlan, uids: readonly number[]): AsyncGenerator<Window> {
	for (let at = 0; at < uids.length; ) {
		const chunk = headThatFits(uids.slice(at, at + SIZES_AT_ONCE), SIZES_AT_ONCE);
		const known = await sizesOf(plan, chunk);
		for (const window of divide(plan, chunk, known)) {
			yield {
				...(await fetchWindow(plan, window, known)),
				upTo: window.at(-1) ?? 0,
				bytes: window.reduce((sum, uid) => sum + (known.get(uid)?.size ?? 0), 0),
			};
		}
		at += chunk.length;
	}
}

/** Sizes, flags and dates. A message whose size the server refuses to tell is left to be fetched by itself. */
async function sizesOf(plan: FetchPlan, uids: readonly number[]): Promise<Map<number, FetchMessageObject>> {
	try {
		return await fetchAll(plan.client, uids, { uid: true, size: true, flags: true, internalDate: true });
	} catch (error) {
		if (!isRefusal(error) || !plan.client.usable) throw error;
		if (uids.length === 1) return new Map();
		const half = Math.ceil(uids.length / 2);
		const first = await sizesOf(plan, uids.slice(0, half));
		return new Map([...first, ...(await sizesOf(plan, uids.slice(half)))]);
	}
}

function divide(
	{ singly }: FetchPlan,
	uids: readonly number[],
	known: ReadonlyMap<number, FetchMessageObject>,
): readonly (readonly number[])[] {
	const windows: number[][] = [];
	let bytes = 0;
	for (const uid of uids) {
		const size = known.get(uid)?.size ?? 0;
		const current = windows.at(-1);
		if (!current || singly || current.length >= WINDOW_MESSAGES || bytes + size > WINDOW_BYTES) {
			windows.push([uid]);
			bytes = size;
		} else {
			current.push(uid);
			bytes += size;
		}
	}
	return windows;
}

async function fetchWindow(
	plan: FetchPlan,
	uids: readonly number[],
	known: ReadonlyMap<number, FetchMessageObject>,
): Promise<Pick<Window, "found" | "gone">> {
	const found: Found[] = [];
	const gone: number[] = [];
	const outcome = { found, gone };
	const wanted: number[] = [];
	const leftOut = { drafts: 0, deleted: 0 };
	for (const uid of uids) {
		const { size = 0, flags } = known.get(uid) ?? {};
		if (flags?.has("\\Draft")) leftOut.drafts += 1;
		else if (flags?.has("\\Deleted")) leftOut.deleted += 1;
		else if (size > MESSAGE_MAX_BYTES) {
			found.push({ kind: "unreadable", at: locate(plan, uid), reason: tooLarge(size) });
		} else wanted.push(uid);
	}
	for (const [what, count] of Object.entries(leftOut)) {
		if (count > 0) {
			found.push({ kind: "left-out", mailbox: plan.mailbox, folder: `${plan.folder} (${what})`, count });
		}
	}
	const admitted = plan.twoPass ? await admittedOf(plan, wanted, outcome) : wanted;
	await fetchEach(plan, admitted, { uid: true, source: true }, outcome, (uid, { source }) => {
		const at = locate(plan, uid);
		if (!source || source.length === 0) return { kind: "unreadable", at, reason: "the server gave no text for it" };
		const away = plan.twoPass ? undefined : turnedAway(headersOf(source), at, plan.admit);
		if (away) return away;
		const received = known.get(uid)?.internalDate;
		return { kind: "message", at, raw: source, ...(received ? { receivedAt: new Date(received).toISOString() } : {}) };
	});
	return outcome;
}

interface Outcome {
	readonly found: Found[];
	readonly gone: number[];
}

/** The header stage: asks `admit` by the headers alone. What is turned away goes to `found`. */
async function admittedOf(plan: FetchPlan, uids: readonly number[], outcome: Outcome): Promise<readonly number[]> {
	const admitted: number[] = [];
	const headers = plan.headerFields === undefined ? true : [...plan.headerFields];
	await fetchEach(plan, uids, { uid: true, headers }, outcome, (uid, message) => {
		const away = turnedAway(message.headers ?? Buffer.alloc(0), locate(plan, uid), plan.admit);
		if (!away) admitted.push(uid);
		return away;
	});
	return admitted.sort((a, b) => a - b);
}

/**
 * Fetches and takes each message. Where the server refuses several at once, they are asked for by halves, so that one
 * damaged message takes no other along.
 */
async function fetchEach(
	plan: FetchPlan,
	uids: readonly number[],
	query: FetchQueryObject,
	outcome: Outcome,
	take: (uid: number, message: FetchMessageObject) => Found | undefined,
): Promise<void> {
	if (uids.length === 0) return;
	let fetched: ReadonlyMap<number, FetchMessageObject>;
	try {
		fetched = await fetchAll(plan.client, uids, query);
	} catch (error) {
		if (!isRefusal(error) || !plan.client.usable) throw error;
		const [only] = uids;
		if (uids.length === 1 && only !== undefined) {
			outcome.found.push(unreadable(plan, only, "the mail server does not give it out"));
			return;
		}
		const half = Math.ceil(uids.length / 2);
		await fetchEach(plan, uids.slice(0, half), query, outcome, take);
		await fetchEach(plan, uids.slice(half), query, outcome, take);
		return;
	}
	for (const uid of uids) {
		const message = fetched.get(uid);
		if (!message) {
			outcome.gone.push(uid);
			continue;
		}
		const found = take(uid, message);
		if (found) outcome.found.push(found);
	}
}

/** What a message becomes that the server lists, but cannot or will not give out. */
export function unreadable(plan: Place, uid: number, reason: string): Found {
	return { kind: "unreadable", at: locate(plan, uid), reason };
}

async function fetchAll(
	client: ImapFlow,
	uids: readonly number[],
	query: FetchQueryObject,
): Promise<Map<number, FetchMessageObject>> {
	const messages = await client.fetchAll(uidSet(uids), query, { uid: true });
	return new Map(messages.map((message) => [message.uid, message]));
}

function locate({ mailbox, folder, uidValidity }: Place, uid: number): Location {
	return { mailbox, folder, uid, uidValidity };
}
