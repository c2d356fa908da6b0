/**
 * Messages go to a reading thread, and facts come back, several at a time: the hand-over of one small message costs as
 * much as reading it. Facts travel as bytes, for an audit as the records that its corpus keeps.
 */
import type { MessageFacts } from "../facts/facts.ts";
import type { Roster } from "../people/roster.ts";
import { type Gist, gistOf } from "./gist.ts";
import type { ReadResult, ReadTask } from "./read-message.ts";
import { factsIn, packRecord } from "./record.ts";

/** Small messages that are read in one go; a larger one goes alone, so that its time limit is its own. */
const BATCH_MESSAGES = 32;
const BATCH_BYTES = 512 * 1024;

/** Messages under way to a thread: their bytes end to end, so that nothing but them is sent. */
export interface Batch {
	readonly tasks: readonly (Omit<ReadTask, "raw"> & { readonly length: number })[];
	readonly raw: Uint8Array<ArrayBuffer>;
}

/** What comes back for one message: facts as the length of their record, everything else as it is. */
type Read =
	| { readonly kind: "facts"; readonly length: number; readonly gist: Gist }
	| Exclude<ReadResult, { readonly kind: "facts" }>;

export interface BatchResult {
	readonly read: readonly Read[];
	/** The records of the facts one after the other. */
	readonly records: Uint8Array;
}

/** How many tasks at the head of the queue go together when the queue is shared among `threads`; at least one. */
export function batchLength(queue: readonly { readonly task: ReadTask }[], threads: number): number {
	const share = Math.min(BATCH_MESSAGES, Math.ceil(queue.length / threads));
	let bytes = 0;
	let length = 0;
	for (const { task } of queue) {
		bytes += task.raw.byteLength;
		if (length > 0 && (length >= share || bytes > BATCH_BYTES)) break;
		length += 1;
	}
	return length;
}

/** The batch is to be transferred. A large message that goes alone is given away, not copied: its bytes are gone. */
export function packTasks(tasks: readonly ReadTask[]): Batch {
	return {
		tasks: tasks.map(({ raw, ...task }) => ({ ...task, length: raw.byteLength })),
		raw: endToEnd(tasks.map(({ raw }) => raw)),
	};
}

export function unpackTasks({ tasks, raw }: Batch): readonly ReadTask[] {
	let at = 0;
	return tasks.map(({ length, ...task }) => {
		at += length;
		return { ...task, raw: raw.subarray(at - length, at) };
	});
}

export function packResults(results: readonly ReadResult[], roster: Roster): BatchResult {
	const records: Uint8Array[] = [];
	const read = results.map((result): Read => {
		if (result.kind !== "facts") return result;
		const record = packRecord(result.facts, roster);
		records.push(record);
		return { kind: "facts", length: record.length, gist: gistOf(result.facts, roster) };
	});
	return { read, records: endToEnd(records) };
}

/** The results in order. A record is a view of the batch's bytes; facts are taken from it when they are asked for. */
export function unpackResults({ read, records }: BatchResult): readonly ReadResult[] {
	let at = 0;
	return read.map((result) => {
		if (result.kind !== "facts") return result;
		const record = records.subarray(at, at + result.length);
		at += result.length;
		let facts: MessageFacts | undefined;
		return {
			kind: "facts",
			get facts() {
				facts ??= factsIn(record);
				return facts;
			},
			packed: { ...result.gist, record },
		};
	});
}

/** One piece that has its memory to itself is returned as it is. */
function endToEnd(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const [only] = pieces;
	if (only && pieces.length === 1 && only.byteLength > BATCH_BYTES && only.byteLength === only.buffer.byteLength) {
		return only as Uint8Array<ArrayBuffer>;
	}
	const all = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
	let at = 0;
	for (const piece of pieces) {
		all.set(piece, at);
		at += piece.byteLength;
	}
	return all;
}
