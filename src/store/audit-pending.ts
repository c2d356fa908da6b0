/** The outbox between what is stored and what is judged: a crash between the two loses nothing. */
import { and, asc, eq, inArray, lte, sql } from "./drizzle.ts";
import { rowsOf } from "./rows.ts";
import { auditPending, type Db } from "./schema.ts";

/** A message that waits to be judged; `generation` tells one change of it from the next. */
export interface Pending {
	readonly identity: string;
	readonly generation: number;
	/** Why it is judged again, where that is not later mail. */
	readonly because?: string;
}

/** Puts messages on the list; one that is on it already gets a new generation. Returns them as they now wait. */
export async function markPending(
	db: Db,
	identities: readonly string[],
	now: Date,
	because: string | null = null,
): Promise<readonly Pending[]> {
	const rows = [...new Set(identities)].sort().map((identity) => ({
		identity,
		generation: sql`nextval('candour.revision')`,
		since: now,
		because,
	}));
	if (rows.length === 0) return [];
	return db
		.insert(auditPending)
		.values(rows)
		.onConflictDoUpdate({
			target: auditPending.identity,
			set: {
				generation: sql`excluded.generation`,
				because: sql`coalesce(excluded.because, ${auditPending.because})`,
			},
		})
		.returning({ identity: auditPending.identity, generation: auditPending.generation });
}

/**
 * Puts messages dated at `from` (ISO 8601) or later on the list that time alone may make a finding of: enquiries that
 * wait for a reply, and briefings of which others are to be told.
 */
export async function markRecent(db: Db, from: string, now: Date): Promise<void> {
	await db.execute(sql`
		INSERT INTO candour.audit_pending (identity, since)
		SELECT identity, ${now.toISOString()}::timestamptz FROM candour.message_facts
		WHERE date >= ${from} AND (facts->'exchange'->'asks'->0 IS NOT NULL OR facts->'briefing' IS NOT NULL)
		ORDER BY identity ON CONFLICT DO NOTHING`);
}

/** Puts every stored message on the list with the reason, `chunk` at a time, each lot in a transaction of its own. */
export async function markAll(db: Db, because: string, now: Date, chunk: number): Promise<number> {
	let marked = 0;
	for (let after = 0; ; ) {
		const rows = rowsOf<{ readonly identity: string; readonly number: string | number }>(
			await db.execute(sql`
				SELECT identity, number FROM candour.message_facts WHERE number > ${after} ORDER BY number LIMIT ${chunk}`),
		);
		const last = rows.at(-1);
		if (last === undefined) return marked;
		await markPending(
			db,
			rows.map(({ identity }) => identity),
			now,
			because,
		);
		marked += rows.length;
		after = Number(last.number);
	}
}

/** What has waited since `before` or longer, the longest first. */
export async function pendingSince(db: Db, before: Date, limit: number): Promise<readonly Pending[]> {
	return db
		.select({ identity: auditPending.identity, generation: auditPending.generation })
		.from(auditPending)
		.where(lte(auditPending.since, before))
		.orderBy(asc(auditPending.since), asc(auditPending.identity))
		.limit(limit);
}

/** Those of `identities` that still wait, with the generation they have now. */
export async function pendingAmong(db: Db, identities: readonly string[]): Promise<readonly Pending[]> {
	if (identities.length === 0) return [];
	const rows = await db
		.select({ identity: auditPending.identity, generation: auditPending.generation, because: auditPending.because })
		.from(auditPending)
		.where(inArray(auditPending.identity, [...identities]))
		.orderBy(asc(auditPending.identity));
	return rows.map(({ because, ...row }) => ({ ...row, ...(because === null ? {} : { because }) }));
}

/** Takes off the list what was judged, unless it has changed since. */
export async function clearPending(db: Db, judged: readonly Pending[]): Promise<void> {
	for (const { identity, generation } of judged) {
		await db
			.delete(auditPending)
			.where(and(eq(auditPending.identity, identity), lte(auditPending.generation, generation)));
	}
}

/** How many messages wait to be judged. */
export async function countPending(db: Db): Promise<number> {
	return db.$count(auditPending);
}
