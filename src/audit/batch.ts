/**
 * Messages go to a reading thread, and facts come back, several at a time: the hand-over of one small message costs as
 * much as reading it. Facts travel as JSON bytes, which the corpus keeps as they are.
 */
import type { ReadResult, ReadTask } from "./read-message.ts";

/** Small messages that are read in one go; a larger one goes alone, so that its time limit is its own. */
const BATCH_MESSAGES = 32;
const BATCH_BYTES = 512 * 1024;

/** Messages under way to a thread: their bytes end to end, so that nothing but them is sent. */
export interface Batch {
	readonly tasks: readonly (Omit<ReadTask, "raw"> & { readonly length: number })[];
	readonly raw: Uint8Array<ArrayBuffer>;
}

/** What comes back for one message: facts as the length of their JSON, everything else as it is. */
type Read = { readonly kind: "facts"; readonly length: number } | Exclude<ReadResult, { readonly kind: "facts" }>;

export interface BatchResult {
	readonly read: readonly Read[];
	/** The facts one after the other, as JSON in UTF-8. */
	readonly json: Uint8Array;
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

export function packResults(results: readonly ReadResult[]): BatchResult {
	const texts: Buffer[] = [];
	const read = results.map((result): Read => {
		if (result.kind !== "facts") return result;
		const text = Buffer.from(JSON.stringify(result.facts));
		texts.push(text);
		return { kind: "facts", length: text.length };
	});
	return { read, json: endToEnd(texts) };
}

/** The results in order; `json` of facts is a view of the batch's bytes. */
export function unpackResults({ read, json }: BatchResult): readonly ReadResult[] {
	const bytes = Buffer.from(json.buffer, json.byteOffset, json.byteLength);
	let at = 0;
	return read.map((result) => {
		if (result.kind !== "facts") return result;
		const own = bytes.subarray(at, at + result.length);
		at += result.length;
		return { kind: "facts", facts: JSON.parse(own.toString()), json: own };
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
