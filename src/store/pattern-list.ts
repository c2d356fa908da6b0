/** Exempt patterns as they are shown: to a reviewer who may see them, and in the digest where they cover nothing new. */
import { and, desc, isNull, sql } from "./drizzle.ts";
import type { StoredPattern } from "./pattern-match.ts";
import { type Db, exemptPatterns, findings } from "./schema.ts";
import { type Seeing, seenBy } from "./sight.ts";

const DAY_MS = 86_400_000;
/** A pattern that covered nothing new for so long is reported as idle. */
export const IDLE_DAYS = 60;

export interface ShownPattern extends StoredPattern {
	/** Findings that stand exempted by it now. */
	readonly matched: number;
	readonly idle: boolean;
}

/** Patterns that a viewer may see, those in force first, the newest first. */
export async function listPatterns(db: Db, sight: Seeing | undefined, now: Date): Promise<readonly ShownPattern[]> {
	if (sight === undefined) return [];
	const rows = await db
		.select()
		.from(exemptPatterns)
		.where(seenBy(sight))
		.orderBy(sql`ended_at IS NOT NULL`, desc(exemptPatterns.at), exemptPatterns.id);
	const matched = await exemptedCounts(db);
	return rows.map((row) => ({ ...row, matched: matched.get(row.id) ?? 0, idle: isIdle(row, now) }));
}

/** Patterns in force that covered nothing new for {@link IDLE_DAYS} days: for the overview and the digest. */
export async function idlePatterns(db: Db, now: Date, sight?: Seeing): Promise<readonly StoredPattern[]> {
	const rows = await db
		.select()
		.from(exemptPatterns)
		.where(and(isNull(exemptPatterns.endedAt), sight && seenBy(sight)))
		.orderBy(exemptPatterns.at, exemptPatterns.id);
	return rows.filter((row) => isIdle(row, now));
}

function isIdle({ endedAt, lastMatchedAt, at }: StoredPattern, now: Date): boolean {
	return endedAt === null && now.getTime() - (lastMatchedAt ?? at).getTime() > IDLE_DAYS * DAY_MS;
}

async function exemptedCounts(db: Db): Promise<ReadonlyMap<string, number>> {
	const rows = await db
		.select({ id: findings.exemptedBy, count: sql<number>`count(*)::int` })
		.from(findings)
		.where(sql`exempted_by IS NOT NULL AND state = 'open'`)
		.groupBy(findings.exemptedBy);
	return new Map(rows.flatMap(({ id, count }) => (id === null ? [] : [[id, count] as const])));
}
