/**
 * Which messages of an audit hold which relation key: 64-bit entries, 40 bits of the key's hash above 24 bits of the
 * message's index, in one array that is sorted when it is first asked.
 */
import { endianness } from "node:os";
import { hashOfKey, type KeyHash } from "./key-hash.ts";

const INDEX_BITS = 24;
const INDEX_MASK = 2 ** INDEX_BITS - 1;
const FIRST_ENTRIES = 4_096;
/** The halves of an entry, which is written and compared without making a bigint of it. */
const [HIGH, LOW] = endianness() === "LE" ? [1, 0] : [0, 1];

export interface KeyIndex {
	add(index: number, keys: readonly string[]): void;
	/** Takes out what was added of these messages. */
	drop(indexes: ReadonlySet<number>): void;
	/** Indexes of the messages that hold the key; where they are more than `most`, one more than that. */
	holders(key: string, most: number): readonly number[];
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
	const isBefore = (at: number, { high, low }: KeyHash): boolean => {
		const entryHigh = entries[2 * at + HIGH] as number;
		return entryHigh < high || (entryHigh === high && (entries[2 * at + LOW] as number) >>> INDEX_BITS < low);
	};
	return {
		add(index, keys) {
			for (const key of keys) {
				if (2 * count === entries.length) grow();
				const { high, low } = hashOfKey(key);
				entries[2 * count + HIGH] = high;
				entries[2 * count + LOW] = (low << INDEX_BITS) | index;
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
		holders(key, most) {
			if (!sorted) sort();
			const hash = hashOfKey(key);
			let low = 0;
			let high = count;
			while (low < high) {
				const middle = (low + high) >>> 1;
				if (isBefore(middle, hash)) low = middle + 1;
				else high = middle;
			}
			const found: number[] = [];
			for (let at = low; at < count && found.length <= most; at += 1) {
				const entryLow = entries[2 * at + LOW] as number;
				if (entries[2 * at + HIGH] !== hash.high || entryLow >>> INDEX_BITS !== hash.low) break;
				found.push(entryLow & INDEX_MASK);
			}
			return found;
		},
	};
}
