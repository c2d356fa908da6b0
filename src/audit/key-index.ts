/**
 * Which messages of an audit hold which relation key: 64-bit entries, 40 bits of the key's hash above 24 bits of the
 * message's index, in one array that is sorted when it is first asked.
 */
import { endianness } from "node:os";

const INDEX_BITS = 24;
const INDEX_MASK = 2 ** INDEX_BITS - 1;
const FIRST_ENTRIES = 4_096;
/** The halves of an entry, which is written and compared without making a bigint of it. */
const [HIGH, LOW] = endianness() === "LE" ? [1, 0] : [0, 1];

export interface KeyIndex {
	/** `hashes` are pairs of words, the high one first (see key-hash.ts). */
	add(index: number, hashes: Uint32Array): void;
	/** Takes out what was added of these messages. */
	drop(indexes: ReadonlySet<number>): void;
	/** Indexes of the messages that hold the key; where they are more than `most`, one more than that. */
	holders(high: number, low: number, most: number): readonly number[];
}

export function createKeyIndex(): KeyIndex {
	let entries = new Uint32Array(2 * FIRST_ENTRIES);
	let count = 0;
	let sorted = true;

	const grow = (): void => {
		const larger = new Uint32Array(entries.length + Math.max(entries.length >> 1, 2 * FIRST_ENTRIES));
		larger.set(entries);
		entries = larger;
	};
	const sort = (): void => {
		new BigUint64Array(entries.buffer, 0, count).sort();
		sorted = true;
	};
	const isBefore = (at: number, high: number, low: number): boolean => {
		const entryHigh = entries[2 * at + HIGH] as number;
		return entryHigh < high || (entryHigh === high && (entries[2 * at + LOW] as number) >>> INDEX_BITS < low);
	};
	return {
		add(index, hashes) {
			for (let at = 0; at < hashes.length; at += 2) {
				if (2 * count === entries.length) grow();
				entries[2 * count + HIGH] = hashes[at] as number;
				entries[2 * count + LOW] = ((hashes[at + 1] as number) << INDEX_BITS) | index;
				count += 1;
			}
			sorted = false;
		},
		drop(indexes) {
			let kept = 0;
			for (let at = 0; at < count; at += 1) {
				if (indexes.has((entries[2 * at + LOW] as number) & INDEX_MASK)) continue;
				entries[2 * kept] = entries[2 * at] as number;
				entries[2 * kept + 1] = entries[2 * at + 1] as number;
				kept += 1;
			}
			count = kept;
		},
		holders(high, low, most) {
			if (!sorted) sort();
			let first = 0;
			let end = count;
			while (first < end) {
				const middle = (first + end) >>> 1;
				if (isBefore(middle, high, low)) first = middle + 1;
				else end = middle;
			}
			const found: number[] = [];
			for (let at = first; at < count && found.length <= most; at += 1) {
				const entryLow = entries[2 * at + LOW] as number;
				if (entries[2 * at + HIGH] !== high || entryLow >>> INDEX_BITS !== low) break;
				found.push(entryLow & INDEX_MASK);
			}
			return found;
		},
	};
}
