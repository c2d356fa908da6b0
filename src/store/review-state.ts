/** What stands on a finding, worked out from the decisions and patterns that there are: one place says which counts. */
import { textArray } from "./arrays.ts";
import { and, desc, eq, isNull, sql } from "./drizzle.ts";
import type { Review } from "./findings-list.ts";
import { activePatterns, covers } from "./pattern-match.ts";
import { type Db, decisions, findings } from "./schema.ts";

/** The audit's, so that no finding is raised while a pattern is made or ends. "AUDT" in ASCII. */
export const AUDIT_LOCK = 0x41554454;

/** Held to the end of the transaction. */
export async function lockAudit(tx: Db): Promise<void> {
	await tx.execute(sql`SELECT pg_advisory_xact_lock(${AUDIT_LOCK}::bigint)`);
}

/**
 * Works out again what stands on findings: the last decision that was not undone; without one, or where that exempted
 * a pattern which has ended, a pattern that covers the finding; else nothing.
 */
export async function reviewAnew(tx: Db, ids: readonly string[], today: string): Promise<void> {
	if (ids.length === 0) return;
	const patterns = await activePatterns(tx, today);
	const active = new Set(patterns.map(({ id }) => id));
	const made = await tx
		.select()
		.from(decisions)
		.where(and(sql`${decisions.findingId} = ANY(${textArray(ids)})`, isNull(decisions.undoneAt), sql`kind <> 'note'`))
		.orderBy(desc(decisions.number));
	const standing = new Map(made.toReversed().map((decision) => [decision.findingId, decision]));
	const rows = await tx
		.select()
		.from(findings)
		.where(sql`${findings.id} = ANY(${textArray(ids)})`)
		.orderBy(findings.id);
	for (const row of rows) {
		const decision = standing.get(row.id);
		let review: Review = "undecided";
		let exemptedBy: string | null = null;
		if (decision !== undefined && decision.kind !== "note" && decision.kind !== "exempt") review = decision.kind;
		else {
			const own = decision?.patternId ?? undefined;
			exemptedBy =
				own !== undefined && active.has(own)
					? own
					: (patterns.find((pattern) => covers(pattern, row.finding, row))?.id ?? null);
			if (exemptedBy !== null) review = "exempt";
		}
		if (review === row.review && exemptedBy === row.exemptedBy) continue;
		await tx.update(findings).set({ review, exemptedBy }).where(eq(findings.id, row.id));
	}
}
