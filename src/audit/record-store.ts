/**
 * The records of an audit by number: in a temporary file while there is room, else in memory. The file has no name any
 * more from the moment it is open, so that nothing is left of it however the audit ends, and nobody else can open it.
 */
import { randomUUID } from "node:crypto";
import { closeSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Records are written together; until then they are read from here. */
const BLOCK_BYTES = 512 * 1024;
const OWNER_ONLY = 0o600;
const FIRST_RECORDS = 1_024;

export interface RecordStore {
	/** Keeps a record under a number; one that is there already is replaced. */
	put(index: number, record: Uint8Array): void;
	/** The record, valid until the next call. Throws RangeError where there is none. */
	get(index: number): Uint8Array;
	/** "file" as long as everything that was put could be written. */
	readonly kept: "file" | "memory";
	/** Twice is no error. */
	close(): void;
}

interface Block {
	/** Position in the file of its first byte. */
	readonly start: number;
	readonly bytes: Buffer;
	used: number;
}

/** The first of the folders in which a file can be made is taken; without any, records are kept in memory. */
export function openRecordStore(folders: readonly string[] = [], blockBytes = BLOCK_BYTES): RecordStore {
	let file = openNameless(folders);
	let kept: RecordStore["kept"] = file === undefined ? "memory" : "file";
	let starts = new Float64Array(FIRST_RECORDS);
	let lengths = new Uint32Array(FIRST_RECORDS);
	/** Those that could not be written, the last one apart: the disk is full, or there is none. */
	const held: Block[] = [];
	let open: Block = newBlock(0);
	let reading = Buffer.alloc(0);

	function newBlock(start: number, atLeast = 0): Block {
		return { start, bytes: Buffer.allocUnsafeSlow(Math.max(blockBytes, atLeast)), used: 0 };
	}
	const closeBlock = (atLeast: number): void => {
		const { start, bytes, used } = open;
		const wasWritten =
			kept === "file" && file !== undefined && isWritten(file.descriptor, bytes.subarray(0, used), start);
		// What is in the file already stays there: it can still be read.
		if (!wasWritten) {
			kept = "memory";
			if (used > 0) held.push(open);
		}
		if (!wasWritten || bytes.length !== blockBytes || atLeast > blockBytes) open = newBlock(start + used, atLeast);
		else open = { start: start + used, bytes, used: 0 };
	};
	const fromMemory = (start: number, length: number): Buffer | undefined => {
		const block = start >= open.start ? open : blockAt(held, start);
		return block?.bytes.subarray(start - block.start, start - block.start + length);
	};
	return {
		get kept() {
			return kept;
		},
		put(index, record) {
			if (open.used + record.length > open.bytes.length) closeBlock(record.length);
			while (index >= starts.length) {
				starts = Float64Array.from({ length: starts.length * 2 }, (_, at) => starts[at] ?? 0);
				lengths = Uint32Array.from({ length: lengths.length * 2 }, (_, at) => lengths[at] ?? 0);
			}
			starts[index] = open.start + open.used;
			lengths[index] = record.length;
			open.bytes.set(record, open.used);
			open.used += record.length;
		},
		get(index) {
			const [start, length] = [starts[index] ?? 0, lengths[index] ?? 0];
			if (length === 0) throw new RangeError(`There is no record ${index}.`);
			const inMemory = fromMemory(start, length);
			if (inMemory !== undefined) return inMemory;
			if (file === undefined) throw new RangeError("The records are closed.");
			if (reading.length < length) reading = Buffer.allocUnsafeSlow(length * 2);
			readAll(file.descriptor, reading.subarray(0, length), start);
			return reading.subarray(0, length);
		},
		close() {
			file?.close();
			file = undefined;
			held.length = 0;
			lengths.fill(0);
			open = { start: 0, bytes: Buffer.alloc(0), used: 0 };
		},
	};
}

interface NamelessFile {
	readonly descriptor: number;
	close(): void;
}

function openNameless(folders: readonly string[]): NamelessFile | undefined {
	for (const folder of folders) {
		const path = join(folder, `.candour-audit-${randomUUID()}`);
		try {
			const descriptor = openSync(path, "wx+", OWNER_ONLY);
			const isGone = isDone(() => unlinkSync(path));
			return {
				descriptor,
				close() {
					closeSync(descriptor);
					// Where the system does not let go of the name of an open file.
					if (!isGone) isDone(() => unlinkSync(path));
				},
			};
		} catch {
			// Not there, read-only, another's: the next one.
		}
	}
	return undefined;
}

function isWritten(descriptor: number, bytes: Uint8Array, position: number): boolean {
	return isDone(() => {
		for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at, bytes.length - at, position + at);
	});
}

function isDone(act: () => void): boolean {
	try {
		act();
		return true;
	} catch {
		return false;
	}
}

function readAll(descriptor: number, into: Uint8Array, position: number): void {
	for (let at = 0; at < into.length; ) {
		const read = readSync(descriptor, into, at, into.length - at, position + at);
		if (read === 0) throw new RangeError("The temporary file of the audit is shorter than it was.");
		at += read;
	}
}

function blockAt(blocks: readonly Block[], position: number): Block | undefined {
	let low = 0;
	let high = blocks.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((blocks[middle] as Block).start <= position) low = middle + 1;
		else high = middle;
	}
	const block = blocks[low - 1];
	return block !== undefined && position < block.start + block.used ? block : undefined;
}
