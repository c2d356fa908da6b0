/**
 * What an audit keeps of a message, as bytes: the hashes of its relation keys (their number, then two words of 32 bits
 * each), and its facts as JSON in UTF-8. A reading thread writes it, so that the auditor need not take facts apart.
 */
import type { MessageFacts } from "../facts/facts.ts";
import { relationKeys } from "../facts/relations.ts";
import type { Roster } from "../people/roster.ts";
import { hashOfKey } from "./key-hash.ts";

const WORD_BYTES = 4;
const KEY_BYTES = 2 * WORD_BYTES;

export function packRecord(facts: MessageFacts, roster: Roster): Buffer<ArrayBuffer> {
	const keys = relationKeys(facts, roster);
	const json = Buffer.from(JSON.stringify(facts));
	const record = Buffer.allocUnsafeSlow(WORD_BYTES + keys.length * KEY_BYTES + json.length);
	let at = record.writeUInt32LE(keys.length);
	for (const key of keys) {
		const { high, low } = hashOfKey(key);
		at = record.writeUInt32LE(low, record.writeUInt32LE(high, at));
	}
	json.copy(record, at);
	return record;
}

/** Hashes of the relation keys as pairs, the high word first. */
export function keysIn(record: Uint8Array): Uint32Array {
	const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
	const words = new Uint32Array(2 * view.getUint32(0, true));
	for (let word = 0; word < words.length; word += 1) words[word] = view.getUint32((word + 1) * WORD_BYTES, true);
	return words;
}

export function factsIn(record: Uint8Array): MessageFacts {
	const bytes = Buffer.from(record.buffer, record.byteOffset, record.byteLength);
	return JSON.parse(bytes.toString("utf8", WORD_BYTES + bytes.readUInt32LE(0) * KEY_BYTES)) as MessageFacts;
}
