/** Numbers that stand for people where names may not: kept, so that they stay, and drawn at random, so that nobody counts them out. */
import { createHmac, randomBytes, randomInt } from "node:crypto";
import { textArray } from "./arrays.ts";
import { sql } from "./drizzle.ts";
import { type Db, pseudonyms } from "./schema.ts";
import { settingOr } from "./settings.ts";

const KEY_BYTES = 32;
/** Numbers are drawn from so many times as many as there are people, and from 1 to this at least. */
const SPREAD = 3;
const FEWEST_NUMBERS = 40;
const TRIES = 200;
/** After so many that were taken, as many numbers again are drawn from. */
const TRIES_BEFORE_MORE = 20;

export type PseudonymKind = (typeof pseudonyms.$inferSelect)["kind"];

/**
 * The number of each person, by the id given; who has none yet draws one. Only a keyed hash of the id is kept: the
 * table alone names nobody.
 */
export async function pseudonymNumbers(
	db: Db,
	kind: PseudonymKind,
	ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
	if (ids.length === 0) return new Map();
	const key = await settingOr(db, "pseudonym-key", () => randomBytes(KEY_BYTES).toString("base64url"));
	const hashes = new Map(ids.map((id) => [id, createHmac("sha256", key).update(`${kind}\n${id}`).digest("base64url")]));
	const numbersOf = async () => {
		const rows = await db
			.select()
			.from(pseudonyms)
			.where(sql`${pseudonyms.who} = ANY(${textArray(hashes.values())})`);
		return new Map(rows.map(({ who, number }) => [who, number]));
	};
	let known = await numbersOf();
	const missing = [...hashes.values()].filter((who) => !known.has(who));
	if (missing.length > 0) {
		const most = Math.max(FEWEST_NUMBERS, ids.length * SPREAD);
		for (const who of missing) await draw(db, kind, who, most);
		known = await numbersOf();
	}
	return new Map([...hashes].flatMap(([id, who]) => (known.has(who) ? [[id, known.get(who) ?? 0] as const] : [])));
}

/** Another process may draw for the same person, or the same number: the table lets only one in. */
async function draw(db: Db, kind: PseudonymKind, who: string, most: number): Promise<void> {
	for (let tries = 0; tries < TRIES; tries++) {
		const number = randomInt(1, most * (1 + Math.floor(tries / TRIES_BEFORE_MORE)) + 1);
		await db.insert(pseudonyms).values({ who, kind, number }).onConflictDoNothing();
		const [row] = await db.select({ who: pseudonyms.who }).from(pseudonyms).where(sql`who = ${who}`);
		if (row !== undefined) return;
	}
}
