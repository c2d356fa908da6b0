/** The identities of an audit's messages, numbered as they come: their bytes end to end, and a table of hashes to find them. */
import { hashOfKey } from "./key-hash.ts";

const FIRST_BYTES = 64 * 1024;
/** A power of two; the table is kept at most half full. */
const FIRST_PLACES = 4_096;

export interface Identities {
	readonly size: number;
	/** The message's number, or undefined where it has none yet. */
	find(identity: string): number | undefined;
	/** Gives the next number to an identity that has none. */
	add(identity: string): number;
	/** Below zero where the first stands before the second. */
	compare(one: number, other: number): number;
}

export function createIdentities(): Identities {
	let bytes = Buffer.alloc(FIRST_BYTES);
	/** Where each one ends; it begins where the one before ends. */
	let ends = new Uint32Array(FIRST_PLACES);
	/** Number and one more; 0 is a free place. */
	let places = new Uint32Array(FIRST_PLACES);
	let size = 0;

	const startOf = (index: number): number => (index === 0 ? 0 : (ends[index - 1] as number));
	const endOf = (index: number): number => ends[index] as number;
	/** The place where the identity stands, or the free one where it belongs. */
	const placeOf = (identity: Buffer, text: string): number => {
		const mask = places.length - 1;
		for (let place = hashOfKey(text).high & mask; ; place = (place + 1) & mask) {
			const index = (places[place] as number) - 1;
			if (index < 0 || identity.compare(bytes, startOf(index), endOf(index)) === 0) return place;
		}
	};
	const growTable = (): void => {
		places = new Uint32Array(places.length * 2);
		for (let index = 0; index < size; index += 1) {
			const identity = bytes.subarray(startOf(index), endOf(index));
			places[placeOf(identity, identity.toString())] = index + 1;
		}
	};
	return {
		get size() {
			return size;
		},
		find(identity) {
			const index = (places[placeOf(Buffer.from(identity), identity)] as number) - 1;
			return index < 0 ? undefined : index;
		},
		add(identity) {
			const added = Buffer.from(identity);
			const start = startOf(size);
			if (start + added.length > bytes.length) {
				bytes = Buffer.concat([bytes], Math.max(bytes.length * 2, start + added.length));
			}
			added.copy(bytes, start);
			if (size === ends.length) ends = grown(ends);
			ends[size] = start + added.length;
			places[placeOf(added, identity)] = size + 1;
			size += 1;
			if (size * 2 > places.length) growTable();
			return size - 1;
		},
		compare: (one, other) => bytes.compare(bytes, startOf(other), endOf(other), startOf(one), endOf(one)),
	};
}

function grown(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
	const larger = new Uint32Array(numbers.length * 2);
	larger.set(numbers);
	return larger;
}
