/** Alerts that are owed. A finding has at most one row here, whatever happens to queues and processes. */
import { and, asc, eq, inArray, isNull, lte, or, sql } from "./drizzle.ts";
import { alerts, type Db, findings } from "./schema.ts";

/** An alert that a worker may send now, at its `attempts`-th attempt. */
export interface ClaimedAlert {
	readonly findingId: string;
	readonly attempts: number;
}

/** Notes that findings ask for an alert at `dueAt`; one noted before is left as it is. */
export async function oweAlerts(
	db: Db,
	owed: readonly { readonly findingId: string; readonly identity: string; readonly dueAt: Date }[],
): Promise<void> {
	if (owed.length === 0) return;
	await db
		.insert(alerts)
		.values(
			owed.map(({ findingId, identity, dueAt }) => ({
				key: findingId,
				identity,
				state: "pending" as const,
				dueAt,
				recipients: 0,
				attempts: 0,
			})),
		)
		.onConflictDoNothing();
}

/** Identities of messages with an alert that is due and not being sent. */
export async function dueAlerts(db: Db, now: Date, limit: number): Promise<readonly string[]> {
	const rows = await db
		.selectDistinct({ identity: alerts.identity })
		.from(alerts)
		.where(and(eq(alerts.state, "pending"), lte(alerts.dueAt, now), unclaimed(now)))
		.orderBy(asc(alerts.identity))
		.limit(limit);
	return rows.map(({ identity }) => identity);
}

/**
 * Takes a message's due alerts for this worker until `claimedUntil`. What was withdrawn or decided meanwhile is dropped.
 * A worker that dies leaves its claim behind, and another takes over when it has run out.
 */
export async function claimAlerts(
	db: Db,
	identity: string,
	now: Date,
	claimedUntil: Date,
): Promise<readonly ClaimedAlert[]> {
	return db.transaction(async (tx) => {
		const due = and(eq(alerts.identity, identity), eq(alerts.state, "pending"), lte(alerts.dueAt, now), unclaimed(now));
		const rows = await tx.select({ key: alerts.key }).from(alerts).where(due).orderBy(asc(alerts.key)).for("update");
		const keys = rows.map(({ key }) => key);
		if (keys.length === 0) return [];
		const stillOpen = await tx
			.select({ id: findings.id })
			.from(findings)
			.where(and(inArray(findings.id, keys), eq(findings.state, "open"), eq(findings.review, "undecided")));
		const open = stillOpen.map(({ id }) => id);
		const dropped = keys.filter((key) => !open.includes(key));
		if (dropped.length > 0) {
			await tx.update(alerts).set({ state: "dropped" }).where(inArray(alerts.key, dropped));
		}
		if (open.length === 0) return [];
		const claimed = await tx
			.update(alerts)
			.set({ claimedUntil, attempts: sql`${alerts.attempts} + 1` })
			.where(inArray(alerts.key, open))
			.returning({ findingId: alerts.key, attempts: alerts.attempts });
		return claimed.sort((a, b) => (a.findingId < b.findingId ? -1 : 1));
	});
}

/** Notes that claimed alerts were accepted by the mail server (or that nobody is to be told: no recipients). */
export async function alertsSent(
	db: Db,
	findingIds: readonly string[],
	sent: { readonly at: Date; readonly recipients: number; readonly mailId?: string },
): Promise<void> {
	if (findingIds.length === 0) return;
	await db
		.update(alerts)
		.set({
			state: "sent",
			sentAt: sent.at,
			recipients: sent.recipients,
			mailId: sent.mailId ?? null,
			claimedUntil: null,
			lastError: null,
		})
		.where(and(inArray(alerts.key, [...findingIds]), eq(alerts.state, "pending")));
}

/** Gives claimed alerts back after an error: to be tried again, or for good where the error is permanent. */
export async function alertsFailed(
	db: Db,
	findingIds: readonly string[],
	failure: { readonly code: string; readonly permanent: boolean },
): Promise<void> {
	if (findingIds.length === 0) return;
	await db
		.update(alerts)
		.set({ state: failure.permanent ? "failed" : "pending", lastError: failure.code, claimedUntil: null })
		.where(and(inArray(alerts.key, [...findingIds]), eq(alerts.state, "pending")));
}

/** How many alerts stand in each state. */
export async function countAlerts(
	db: Db,
): Promise<Readonly<Record<"pending" | "sent" | "failed" | "dropped", number>>> {
	const rows = await db
		.select({ state: alerts.state, count: sql<number>`count(*)::int` })
		.from(alerts)
		.groupBy(alerts.state);
	return { pending: 0, sent: 0, failed: 0, dropped: 0, ...Object.fromEntries(rows.map((r) => [r.state, r.count])) };
}

function unclaimed(now: Date) {
	return or(isNull(alerts.claimedUntil), lte(alerts.claimedUntil, now));
}
