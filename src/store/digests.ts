/** Which weeks' digests went out. The week is the key, so that none goes out twice. */
import { and, desc, eq, isNotNull, isNull, lte, or, sql } from "./drizzle.ts";
import { type Db, digests } from "./schema.ts";

/** The weeks whose digest was sent, `2026-W12`. */
export async function sentDigestWeeks(db: Db): Promise<ReadonlySet<string>> {
	const rows = await db.select({ week: digests.week }).from(digests).where(isNotNull(digests.sentAt));
	return new Set(rows.map(({ week }) => week));
}

/** Those that went out, the newest week first; absent `limit`: all. */
export async function sentDigests(
	db: Db,
	limit?: number,
): Promise<readonly { readonly week: string; readonly sentAt: Date }[]> {
	const rows = await db
		.select({ week: digests.week, sentAt: digests.sentAt })
		.from(digests)
		.where(isNotNull(digests.sentAt))
		.orderBy(desc(digests.week))
		.limit(limit ?? Number.MAX_SAFE_INTEGER);
	return rows.flatMap(({ week, sentAt }) => (sentAt === null ? [] : [{ week, sentAt }]));
}

/** Takes a week's digest for this worker until `claimedUntil`; false where it is sent or another is at it. */
export async function claimDigest(db: Db, week: string, now: Date, claimedUntil: Date): Promise<boolean> {
	const rows = await db
		.insert(digests)
		.values({ week, claimedUntil, attempts: 1 })
		.onConflictDoUpdate({
			target: digests.week,
			set: { claimedUntil, attempts: sql`${digests.attempts} + 1` },
			setWhere: sql`${isNull(digests.sentAt)} AND ${or(isNull(digests.claimedUntil), lte(digests.claimedUntil, now))}`,
		})
		.returning({ week: digests.week });
	return rows.length > 0;
}

/** Notes that the week's digest was accepted by the mail server. */
export async function digestSent(db: Db, week: string, at: Date): Promise<void> {
	await db.update(digests).set({ sentAt: at, claimedUntil: null }).where(eq(digests.week, week));
}

/** Gives the claim back after an error, so that the next attempt need not wait for it to run out. */
export async function digestFailed(db: Db, week: string): Promise<void> {
	await db
		.update(digests)
		.set({ claimedUntil: null })
		.where(and(eq(digests.week, week), isNull(digests.sentAt)));
}
