/**
 * A 40-bit hash of a relation key for the in-memory index. Two keys that meet by chance only bring one more message
 * to look at; rules compare the facts themselves.
 */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const SECOND_SEED = 0x9747b28c;

export interface KeyHash {
	/** 32 bits. */
	readonly high: number;
	/** 8 bits. */
	readonly low: number;
}

export function hashOfKey(key: string): KeyHash {
	let a = FNV_OFFSET;
	let b = SECOND_SEED;
	for (let at = 0; at < key.length; at += 1) {
		const code = key.charCodeAt(at);
		a = Math.imul(a ^ code, FNV_PRIME);
		b = Math.imul(b ^ (code + at), FNV_PRIME);
	}
	return { high: a >>> 0, low: (b >>> 7) & 0xff };
}
