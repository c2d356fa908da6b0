/**
 * The messages of one audit. Their records are in a temporary file or in bytes, what is asked of all of them (identity,
 * date, relation keys) in arrays of numbers: a mailbox of 100,000 messages fits; a map of strings would not.
 */
import type { MessageFacts } from "../facts/facts.ts";
import { mergeCopies } from "../facts/merge.ts";
import { COMMON_KEY_HOLDERS } from "../facts/relations.ts";
import type { Roster } from "../people/roster.ts";
import { createIdentities } from "./identities.ts";
import { createKeyIndex } from "./key-index.ts";
import { factsIn, keysIn, packRecord } from "./record.ts";
import { openRecordStore, type RecordStore } from "./record-store.ts";

/** Bytes of the records that were parsed lately; threads are judged together, so most look-ups find them here. */
const PARSED_BYTES = 2 * 1024 * 1024;
const FIRST_DATES = 1_024;

/** A copy as a reading thread hands it over. */
export interface PackedCopy {
	readonly identity: string;
	/** ISO 8601, UTC. */
	readonly date: string;
	/** See record.ts. */
	readonly record: Uint8Array;
}

/** Each is read when its turn comes. */
export interface MessageList extends Iterable<MessageFacts> {
	readonly length: number;
}

export interface Corpus {
	/** Adds a copy; copies of one message are merged. */
	add(facts: MessageFacts): void;
	addPacked(copy: PackedCopy): void;
	readonly size: number;
	/** Each message once, oldest first; of those dated outside, both ends inclusive, nothing is read. */
	messages(from?: string, to?: string): MessageList;
	/** Messages that share a relation key with this one, oldest first, without itself. */
	related(facts: MessageFacts): readonly MessageFacts[];
	/** Lets go of everything. */
	close(): void;
}

/** Closes `records` with itself. */
export function createCorpus(roster: Roster, records: RecordStore = openRecordStore()): Corpus {
	const identities = createIdentities();
	let dates = new Float64Array(FIRST_DATES);
	const keys = createKeyIndex();
	const parsed = createParsed(records);
	/** Messages whose keys may have changed, because another copy came. */
	const merged = new Set<number>();

	const byDate = (a: number, b: number): number =>
		(dates[a] as number) - (dates[b] as number) || identities.compare(a, b);
	const inOrder = (indexes: Iterable<number>): Uint32Array => Uint32Array.from(indexes).sort(byDate);
	const renewMerged = (): void => {
		if (merged.size === 0) return;
		keys.drop(merged);
		for (const index of merged) keys.add(index, keysIn(records.get(index)));
		merged.clear();
	};
	const addPacked = ({ identity, date, record }: PackedCopy): void => {
		const known = identities.find(identity);
		if (known !== undefined) {
			records.put(known, packRecord(mergeCopies(parsed.read(known), factsIn(record)), roster));
			parsed.forget(known);
			merged.add(known);
			return;
		}
		const index = identities.add(identity);
		if (index === dates.length) dates = Float64Array.from({ length: index * 2 }, (_, at) => dates[at] ?? 0);
		dates[index] = Date.parse(date);
		records.put(index, record);
		keys.add(index, keysIn(record));
	};
	return {
		get size() {
			return identities.size;
		},
		add: (facts) => addPacked({ identity: facts.identity, date: facts.date, record: packRecord(facts, roster) }),
		addPacked,
		messages(from, to) {
			const first = from === undefined ? -Infinity : Date.parse(from);
			const last = to === undefined ? Infinity : Date.parse(to);
			const indexes: number[] = [];
			for (let index = 0; index < identities.size; index += 1) {
				const date = dates[index] as number;
				if (date >= first && date <= last) indexes.push(index);
			}
			const { length } = indexes;
			return {
				length,
				*[Symbol.iterator]() {
					for (const index of inOrder(indexes)) yield parsed.read(index);
				},
			};
		},
		related(facts) {
			renewMerged();
			const own = identities.find(facts.identity);
			const hashes = keysIn(own === undefined ? packRecord(facts, roster) : records.get(own));
			const found = new Set<number>();
			for (let at = 0; at < hashes.length; at += 2) {
				const holders = keys.holders(hashes[at] as number, hashes[at + 1] as number, COMMON_KEY_HOLDERS);
				if (holders.length <= COMMON_KEY_HOLDERS) for (const index of holders) if (index !== own) found.add(index);
			}
			return Array.from(inOrder(found), parsed.read);
		},
		close: () => records.close(),
	};
}

interface Parsed {
	read(index: number): MessageFacts;
	forget(index: number): void;
}

function createParsed(records: RecordStore): Parsed {
	const kept = new Map<number, { readonly facts: MessageFacts; readonly bytes: number }>();
	let bytes = 0;
	const forget = (index: number): void => {
		bytes -= kept.get(index)?.bytes ?? 0;
		kept.delete(index);
	};
	return {
		forget,
		read(index) {
			const known = kept.get(index);
			if (known !== undefined) return known.facts;
			const record = records.get(index);
			const one = { facts: factsIn(record), bytes: record.byteLength };
			while (kept.size > 0 && bytes + one.bytes > PARSED_BYTES) forget(kept.keys().next().value as number);
			kept.set(index, one);
			bytes += one.bytes;
			return one.facts;
		},
	};
}
