/** Patterns that a reviewer exempts for a while: what they cover waits for nobody and brings no alert, but is counted. */
import { randomUUID } from "node:crypto";
import { textArray } from "./arrays.ts";
import { and, eq, inArray, isNull, lt, or, sql } from "./drizzle.ts";
import type { Bearing, StoredFinding } from "./findings.ts";
import { append } from "./ledger.ts";
import { activePatterns, covers, type StoredPattern } from "./pattern-match.ts";
import { lockAudit, reviewAnew } from "./review-state.ts";
import { type Db, type ExemptPattern, exemptPatterns, findings } from "./schema.ts";
import { type Seeing, seenBy } from "./sight.ts";

export interface NewPattern {
	readonly rule: string;
	readonly pattern: ExemptPattern;
	readonly reason: string;
	/** Last day in the council's zone, `2027-03-31`. */
	readonly expiresOn: string;
}

/** Who acts, and what he may see: what he can't see he doesn't decide either. */
export interface Acting {
	readonly name: string;
	/** Lower case. */
	readonly email: string;
	readonly sight: Seeing;
}

/**
 * Stores a pattern and exempts the undecided findings that it covers. In a transaction that holds the audit's lock.
 * @returns the pattern's id
 */
export async function makePattern(
	tx: Db,
	{ rule, pattern, reason, expiresOn }: NewPattern,
	by: Acting,
	origin: Bearing,
	now: Date,
): Promise<string> {
	const made = {
		id: `p_${randomUUID().replaceAll("-", "").slice(0, 20)}`,
		rule,
		pattern,
		reason,
		byEmail: by.email,
		byName: by.name,
		at: now,
		expiresOn,
		lastMatchedAt: now,
		involved: [...origin.involved],
		concern: origin.concern,
		forConcerns: [...by.sight.concerns],
		notInvolving: [...by.sight.notInvolving],
	};
	await tx.insert(exemptPatterns).values(made);
	const addresses = [...(pattern.from === undefined ? [] : [pattern.from]), ...(pattern.people ?? [])];
	const known = addresses.filter((address) => address.includes("@"));
	const candidates = await tx
		.select()
		.from(findings)
		.where(
			and(
				eq(findings.rule, rule),
				eq(findings.state, "open"),
				eq(findings.review, "undecided"),
				sql`${findings.involved} @> ${textArray(known)}`,
			),
		);
	const covered = candidates.filter((row) => covers(made, row.finding, row)).map(({ id }) => id);
	await exempt(tx, covered, made.id);
	await append(
		tx,
		[{ kind: "pattern.exempted", entry: { id: made.id, rule, expiresOn, by: by.email, findings: covered.length } }],
		now,
	);
	return made.id;
}

/**
 * Exempts those just raised or reopened that an active pattern covers and that nobody decided, and tells which need no
 * alert: they, and those decided before. In the judging's transaction.
 */
export async function exemptMatching(
	tx: Db,
	found: readonly StoredFinding[],
	now: Date,
	today: string,
): Promise<ReadonlySet<string>> {
	if (found.length === 0) return new Set();
	const ids = found.map(({ finding }) => finding.id);
	const rows = await tx.select().from(findings).where(inArray(findings.id, ids));
	const quiet = new Set(rows.filter(({ review }) => review !== "undecided").map(({ id }) => id));
	const patterns = await activePatterns(tx, today);
	if (patterns.length === 0) return quiet;
	const byPattern = new Map<StoredPattern, string[]>();
	for (const row of rows) {
		const pattern = quiet.has(row.id) ? undefined : patterns.find((one) => covers(one, row.finding, row));
		if (pattern !== undefined) byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), row.id]);
	}
	for (const [{ id: patternId }, covered] of byPattern) {
		await exempt(tx, covered, patternId);
		await tx.update(exemptPatterns).set({ lastMatchedAt: now }).where(eq(exemptPatterns.id, patternId));
		for (const id of covered) quiet.add(id);
		await append(
			tx,
			covered.map((id) => ({ kind: "finding.exempted", entry: { id, pattern: patternId } })),
			now,
		);
	}
	return quiet;
}

/** Ends a pattern today; what it exempted waits for a person again. False where there is none to end for this viewer. */
export async function endPattern(db: Db, id: string, by: Acting, now: Date, today: string): Promise<boolean> {
	return db.transaction(async (tx) => {
		await lockAudit(tx);
		const [pattern] = await tx
			.select({ id: exemptPatterns.id })
			.from(exemptPatterns)
			.where(and(eq(exemptPatterns.id, id), isNull(exemptPatterns.endedAt), seenBy(by.sight)));
		if (pattern === undefined) return false;
		await end(tx, id, by.name, by.email, now, today);
		return true;
	});
}

/** The same inside a transaction that holds the audit's lock, for the undoing of the decision that made it. */
export async function endPatternOf(tx: Db, id: string, by: Acting, now: Date, today: string): Promise<void> {
	await end(tx, id, by.name, by.email, now, today);
}

/** Ends patterns whose last day is over. @returns how many */
export async function endExpired(db: Db, now: Date, today: string): Promise<number> {
	const over = and(isNull(exemptPatterns.endedAt), lt(exemptPatterns.expiresOn, today));
	// Asked often, and seldom anything to do: no lock for that.
	const [any] = await db.select({ id: exemptPatterns.id }).from(exemptPatterns).where(over).limit(1);
	if (any === undefined) return 0;
	return db.transaction(async (tx) => {
		await lockAudit(tx);
		const rows = await tx.select({ id: exemptPatterns.id }).from(exemptPatterns).where(over);
		for (const { id } of rows) await end(tx, id, EXPIRED, undefined, now, today);
		return rows.length;
	});
}

/** Stands for a person where a pattern ended because its last day was over. */
export const EXPIRED = "expiry";

async function exempt(tx: Db, ids: readonly string[], patternId: string): Promise<void> {
	if (ids.length === 0) return;
	await tx
		.update(findings)
		.set({ review: "exempt", exemptedBy: patternId })
		.where(sql`${findings.id} = ANY(${textArray(ids)})`);
}

async function end(
	tx: Db,
	id: string,
	name: string,
	email: string | undefined,
	now: Date,
	today: string,
): Promise<void> {
	await tx.update(exemptPatterns).set({ endedAt: now, endedBy: name }).where(eq(exemptPatterns.id, id));
	const freed = await tx.select({ id: findings.id }).from(findings).where(eq(findings.exemptedBy, id));
	await reviewAnew(
		tx,
		freed.map((row) => row.id),
		today,
	);
	await append(tx, [{ kind: "pattern.ended", entry: { id, by: email ?? EXPIRED, findings: freed.length } }], now);
}

/** Deletes patterns that ended, or expired, before the day, `2026-03-02`: they hold names and reasons. */
export async function pruneExemptPatterns(db: Db, before: string): Promise<void> {
	const { expiresOn, endedAt } = exemptPatterns;
	await db.delete(exemptPatterns).where(or(lt(expiresOn, before), lt(endedAt, new Date(before))));
}
