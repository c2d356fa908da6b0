/** Which messages share a relation key. Keys are kept as numbers, and messages by their row number: there are many. */
import { createHash } from "node:crypto";
import { COMMON_KEY_HOLDERS } from "../facts/relations.ts";
import { bigintArray } from "./arrays.ts";
import { sql } from "./drizzle.ts";
import { rowsOf } from "./rows.ts";
import type { Db } from "./schema.ts";

/** Fits a JavaScript number exactly. Two keys that meet by chance only bring one more message to look at. */
const KEY_BITS = 52n;

/** The keys as sorted numbers, each once. */
export function keyNumbers(keys: Iterable<string>): readonly number[] {
	const numbers = new Set<number>();
	for (const key of keys) {
		const digest = createHash("sha256").update(key).digest();
		numbers.add(Number(digest.readBigUInt64BE() >> (64n - KEY_BITS)));
	}
	return [...numbers].sort((a, b) => a - b);
}

/** The messages that hold each of the keys, without keys so common that they relate nobody. */
export async function holdersOf(db: Db, keys: Iterable<number>): Promise<ReadonlyMap<number, readonly number[]>> {
	const rows = rowsOf<{ readonly key: string | number; readonly messages: readonly (string | number)[] }>(
		await db.execute(sql`
			SELECT key, array_agg(message) AS messages FROM candour.relation_keys
			WHERE key = ANY(${bigintArray(keys)})
			GROUP BY key HAVING count(*) BETWEEN 2 AND ${COMMON_KEY_HOLDERS}`),
	);
	return new Map(rows.map(({ key, messages }) => [Number(key), messages.map(Number)]));
}

/** Adds keys to a message, given as pairs. */
export async function addKeys(db: Db, pairs: readonly { readonly key: number; readonly message: number }[]) {
	if (pairs.length === 0) return;
	await db.execute(sql`
		INSERT INTO candour.relation_keys (key, message)
		SELECT * FROM unnest(${bigintArray(pairs.map(({ key }) => key))},
			${bigintArray(pairs.map(({ message }) => message))})
		ON CONFLICT DO NOTHING`);
}

/** Takes keys from messages, given as pairs. */
export async function removeKeys(db: Db, pairs: readonly { readonly key: number; readonly message: number }[]) {
	if (pairs.length === 0) return;
	await db.execute(sql`
		DELETE FROM candour.relation_keys USING unnest(${bigintArray(pairs.map(({ key }) => key))},
			${bigintArray(pairs.map(({ message }) => message))}) AS gone (key, message)
		WHERE relation_keys.key = gone.key AND relation_keys.message = gone.message`);
}

/**
 * Identities of messages that a change of keys concerns beside the changed message itself: those that still hold a
 * key which somebody lost, and, where a key just became too common to relate anybody, all its holders.
 */
export async function concernedBy(
	db: Db,
	change: { readonly lost: Iterable<number>; readonly gained: ReadonlyMap<number, number> },
): Promise<readonly string[]> {
	const gained = [...change.gained.keys()];
	const rows = rowsOf<{ readonly key: string | number; readonly holders: string | number }>(
		await db.execute(sql`
			SELECT key, count(*) AS holders FROM candour.relation_keys
			WHERE key = ANY(${bigintArray(gained)})
			GROUP BY key HAVING count(*) > ${COMMON_KEY_HOLDERS}`),
	);
	const nowCommon = rows
		.filter(({ key, holders }) => Number(holders) - (change.gained.get(Number(key)) ?? 0) <= COMMON_KEY_HOLDERS)
		.map(({ key }) => Number(key));
	const keys = [...new Set([...change.lost, ...nowCommon])];
	if (keys.length === 0) return [];
	const identities = rowsOf<{ readonly identity: string }>(
		await db.execute(sql`
			SELECT DISTINCT identity FROM candour.message_facts JOIN candour.relation_keys ON message = number
			WHERE key = ANY(${bigintArray(keys)})`),
	);
	return identities.map(({ identity }) => identity);
}
