/**
 * The messages of one audit, in memory and compact: facts as bytes, relation keys as one sorted array of numbers.
 * A mailbox of 100,000 messages fits; a map of strings would not.
 */
import type { MessageFacts } from "../facts/facts.ts";
import { mergeCopies } from "../facts/merge.ts";
import { relationKeys } from "../facts/relations.ts";
import type { Roster } from "../people/roster.ts";
import { createKeyIndex } from "./key-index.ts";

/** A key that more messages share is furniture: a signature, a form letter. It relates nobody. */
export const COMMON_KEY_HOLDERS = 200;

/** Facts that were parsed lately; threads are judged together, so most look-ups find them here. */
const PARSED_KEPT = 500;

export interface Corpus {
	/** Adds a copy; copies of one message are merged. `json` may give the same facts as bytes, to be kept as they are. */
	add(facts: MessageFacts, json?: Uint8Array): void;
	readonly size: number;
	/** Each message once, oldest first. */
	messages(): IterableIterator<MessageFacts>;
	/** Messages that share a relation key with this one, oldest first, without itself. */
	related(facts: MessageFacts): readonly MessageFacts[];
}

interface Stored {
	readonly identity: string;
	readonly date: string;
	readonly json: Uint8Array;
}

export function createCorpus(roster: Roster): Corpus {
	const stored: Stored[] = [];
	const indexOf = new Map<string, number>();
	const parsed = new Map<number, MessageFacts>();
	const keys = createKeyIndex();
	/** Messages whose keys may have changed, because another copy came. */
	const merged = new Set<number>();

	const read = (index: number): MessageFacts => {
		const kept = parsed.get(index);
		if (kept !== undefined) return kept;
		const { json } = stored[index] as Stored;
		const facts = JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString()) as MessageFacts;
		if (parsed.size >= PARSED_KEPT) parsed.delete(parsed.keys().next().value as number);
		parsed.set(index, facts);
		return facts;
	};
	const put = (index: number, { identity, date }: MessageFacts, json: Uint8Array): void => {
		stored[index] = { identity, date, json };
		indexOf.set(identity, index);
		parsed.delete(index);
	};
	const byDate = (a: number, b: number): number => {
		const [one, other] = [stored[a] as Stored, stored[b] as Stored];
		return compare(one.date, other.date) || compare(one.identity, other.identity);
	};
	const renewMerged = (): void => {
		if (merged.size === 0) return;
		keys.drop(merged);
		for (const index of merged) keys.add(index, relationKeys(read(index), roster));
		merged.clear();
	};

	return {
		get size() {
			return stored.length;
		},
		add(facts, json) {
			const known = indexOf.get(facts.identity);
			if (known === undefined) {
				keys.add(stored.length, relationKeys(facts, roster));
				put(stored.length, facts, json ?? bytesOf(facts));
			} else {
				const both = mergeCopies(read(known), facts);
				put(known, both, bytesOf(both));
				merged.add(known);
			}
		},
		*messages() {
			for (const index of [...stored.keys()].sort(byDate)) yield read(index);
		},
		related(facts) {
			renewMerged();
			const own = indexOf.get(facts.identity);
			const found = new Set<number>();
			for (const key of relationKeys(facts, roster)) {
				const holders = keys.holders(key, COMMON_KEY_HOLDERS);
				if (holders.length <= COMMON_KEY_HOLDERS) for (const index of holders) if (index !== own) found.add(index);
			}
			return [...found].sort(byDate).map(read);
		},
	};
}

function bytesOf(facts: MessageFacts): Uint8Array {
	return Buffer.from(JSON.stringify(facts));
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
