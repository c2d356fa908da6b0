/** Where new mail comes from, batch by batch, whichever way it is noticed. */
import { CandourError } from "../../src/errors.ts";
import type { Admit, DayRange, Found, Source } from "../../src/mail/source.ts";
import type { Cursor } from "../../src/store/cursors.ts";
import { placeDigest } from "../../src/store/location.ts";

export interface FeedBatch {
	/** All of one mailbox. */
	readonly found: readonly Found[];
	/** How far the folder is read once these are stored; absent where the feed has no cursors. */
	readonly cursor?: Cursor;
	/** True where, with this batch, everything that is there has been seen. */
	readonly caughtUp: boolean;
}

export interface FollowOptions {
	readonly range: DayRange;
	readonly admit: Admit;
	readonly cursorOf: (folder: string) => Promise<Cursor | undefined>;
	/** Digests of the places that were read or passed over before (`knownPlaces`); the feed adds to it. */
	readonly known: Set<string>;
	readonly signal: AbortSignal;
	/** Told when the source cannot be read; the feed tries again by itself. */
	readonly onFailure: (error: CandourError) => void;
}

/** A mailbox that is followed until the signal. The next batch is asked for when the last one is stored. */
export interface MailFeed {
	readonly mailbox: string;
	readonly journal: boolean;
	follow(options: FollowOptions): AsyncIterable<FeedBatch>;
	/** Look now, there may be something. */
	wake(): void;
	close(): Promise<void>;
}

const BATCH_MESSAGES = 100;
const BATCH_BYTES = 32 * 1024 * 1024;
const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 5 * 60_000;

/** Follows any source by reading it again every so often; of what is known, only the headers or names are looked at. */
export function pollSource(mailbox: string, source: Source, everyMs: number): MailFeed {
	let wake: () => void = () => undefined;
	const pause = (milliseconds: number, signal: AbortSignal) =>
		new Promise<void>((resolve) => {
			const end = () => {
				clearTimeout(timer);
				signal.removeEventListener("abort", end);
				resolve();
			};
			const timer = setTimeout(end, milliseconds);
			signal.addEventListener("abort", end);
			wake = end;
		});
	return {
		mailbox,
		journal: source.journal,
		wake: () => wake(),
		close: () => source.close(),
		follow: async function* (options) {
			let retryMs = FIRST_RETRY_MS;
			while (!options.signal.aborted) {
				try {
					yield* readOnce(source, options);
					retryMs = FIRST_RETRY_MS;
					if (!options.signal.aborted) await pause(everyMs, options.signal);
				} catch (error) {
					if (!(error instanceof CandourError)) throw error;
					options.onFailure(error);
					await pause(retryMs, options.signal);
					retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
				}
			}
		},
	};
}

async function* readOnce(source: Source, options: FollowOptions): AsyncGenerator<FeedBatch> {
	const { range, admit, known, signal } = options;
	const skipKnown: Admit = (headers, at) =>
		known.has(placeDigest(at)) ? { read: false, notNeeded: true } : admit(headers, at);
	let found: Found[] = [];
	let bytes = 0;
	for await (const one of source.read(range, skipKnown)) {
		if (signal.aborted) return;
		if (one.kind !== "left-out" && known.has(placeDigest(one.at))) continue;
		found.push(one);
		bytes += one.kind === "message" ? one.raw.byteLength : 0;
		if (found.length < BATCH_MESSAGES && bytes < BATCH_BYTES) continue;
		yield { found, caughtUp: false };
		remember(found, known);
		found = [];
		bytes = 0;
	}
	yield { found, caughtUp: true };
	remember(found, known);
}

/** Only once the batch is stored: the consumer asks for the next one then. */
function remember(found: readonly Found[], known: Set<string>): void {
	for (const one of found) if (one.kind !== "left-out") known.add(placeDigest(one.at));
}
