/**
 * The messages of one audit, in memory and compact: facts as bytes, relation keys as one sorted array of numbers.
 * A mailbox of 100,000 messages fits; a map of strings would not.
 */
import type { MessageFacts } from "../facts/facts.ts";
import { mergeCopies } from "../facts/merge.ts";
import { COMMON_KEY_HOLDERS, relationKeys } from "../facts/relations.ts";
import type { Roster } from "../people/roster.ts";
import { hashOfKey } from "./key-hash.ts";

const INDEX_BITS = 24n;
const INDEX_MASK = (1n << INDEX_BITS) - 1n;

/** Facts that were parsed lately; threads are judged together, so most look-ups find them here. */
const PARSED_KEPT = 2_000;

export interface Corpus {
	/** Adds a copy; copies of one message are merged. */
	add(facts: MessageFacts): void;
	readonly size: number;
	/** Each message once, oldest first. */
	messages(): IterableIterator<MessageFacts>;
	/** Messages that share a relation key with this one, oldest first, without itself. */
	related(facts: MessageFacts): readonly MessageFacts[];
}

export function createCorpus(roster: Roster): Corpus {
	const stored: Buffer[] = [];
	const indexOf = new Map<string, number>();
	const parsed = new Map<number, MessageFacts>();
	let keys: BigUint64Array | undefined;

	const read = (index: number): MessageFacts => {
		const kept = parsed.get(index);
		if (kept !== undefined) return kept;
		const facts = JSON.parse((stored[index] as Buffer).toString()) as MessageFacts;
		if (parsed.size >= PARSED_KEPT) parsed.delete(parsed.keys().next().value as number);
		parsed.set(index, facts);
		return facts;
	};

	const buildKeys = (): BigUint64Array => {
		const packed: bigint[][] = [];
		let total = 0;
		for (let index = 0; index < stored.length; index += 1) {
			const own = relationKeys(read(index), roster).map((key) => (hashOfKey(key) << INDEX_BITS) | BigInt(index));
			packed.push(own);
			total += own.length;
		}
		const all = new BigUint64Array(total);
		let at = 0;
		for (const own of packed) for (const key of own) all[at++] = key;
		return all.sort();
	};

	return {
		get size() {
			return stored.length;
		},
		add(facts) {
			const known = indexOf.get(facts.identity);
			const index = known ?? stored.length;
			const merged = known === undefined ? facts : mergeCopies(read(known), facts);
			indexOf.set(facts.identity, index);
			stored[index] = Buffer.from(JSON.stringify(merged));
			parsed.delete(index);
			keys = undefined;
		},
		*messages() {
			const order = stored.map((_, index) => ({ index, date: read(index).date, identity: read(index).identity }));
			order.sort((a, b) => compare(a.date, b.date) || compare(a.identity, b.identity));
			for (const { index } of order) yield read(index);
		},
		related(facts) {
			keys ??= buildKeys();
			const own = indexOf.get(facts.identity);
			const found = new Set<number>();
			for (const key of relationKeys(facts, roster)) {
				const holders = holdersOf(keys, hashOfKey(key));
				if (holders.length <= COMMON_KEY_HOLDERS) for (const index of holders) if (index !== own) found.add(index);
			}
			return [...found].map(read).sort((a, b) => compare(a.date, b.date) || compare(a.identity, b.identity));
		},
	};
}

/** Indexes of the messages that hold the key; no more than one over the common limit are looked at. */
function holdersOf(keys: BigUint64Array, hash: bigint): readonly number[] {
	const first = hash << INDEX_BITS;
	let low = 0;
	let high = keys.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((keys[middle] as bigint) < first) low = middle + 1;
		else high = middle;
	}
	const holders: number[] = [];
	for (let at = low; at < keys.length && (keys[at] as bigint) >> INDEX_BITS === hash; at += 1) {
		holders.push(Number((keys[at] as bigint) & INDEX_MASK));
		if (holders.length > COMMON_KEY_HOLDERS) break;
	}
	return holders;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
