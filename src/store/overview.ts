/** Figures for the overview: what is open, how old it is, and how many messages of each week had findings. */
import type { Severity } from "../rules/rule.ts";
import { sql } from "./drizzle.ts";
import { rowsOf } from "./rows.ts";
import type { Db } from "./schema.ts";
import { type Seeing, seenBy } from "./sight.ts";

export interface OpenCount {
	readonly rule: string;
	readonly severity: Severity;
	/** Raised in the last 7 days, in the 21 before them, and earlier. */
	readonly week: number;
	readonly month: number;
	readonly older: number;
}

/** Open findings that nobody has decided, by rule. */
export async function openCounts(db: Db, within: Seeing | undefined, now: Date): Promise<readonly OpenCount[]> {
	const moment = sql`${now.toISOString()}::timestamptz`;
	return rowsOf<OpenCount>(
		await db.execute(sql`
			SELECT rule, severity,
				count(*) FILTER (WHERE raised_at >= ${moment} - interval '7 days')::int AS week,
				count(*) FILTER (WHERE raised_at < ${moment} - interval '7 days'
					AND raised_at >= ${moment} - interval '28 days')::int AS month,
				count(*) FILTER (WHERE raised_at < ${moment} - interval '28 days')::int AS older
			FROM candour.finding_outlines
			WHERE state = 'open' AND review = 'undecided' AND ${within === undefined ? sql`true` : seenBy(within)}
			GROUP BY rule, severity ORDER BY rule, severity`),
	);
}

export interface WeekCount {
	/** Its Monday, `2026-03-02`. */
	readonly monday: string;
	readonly breaches: number;
	readonly advisories: number;
}

/**
 * Findings that stand, by the week of their message in the council's zone; a week without any is missing.
 * @param from ISO 8601, the first instant counted; @param to the last
 */
export async function weekCounts(
	db: Db,
	within: Seeing | undefined,
	{ from, to, timezone }: { readonly from: string; readonly to: string; readonly timezone: string },
): Promise<readonly WeekCount[]> {
	return rowsOf<WeekCount>(
		await db.execute(sql`
			SELECT to_char(date_trunc('week', date::timestamptz AT TIME ZONE ${timezone}), 'YYYY-MM-DD') AS monday,
				count(*) FILTER (WHERE severity = 'breach')::int AS breaches,
				count(*) FILTER (WHERE severity = 'advisory')::int AS advisories
			FROM candour.finding_outlines
			WHERE state = 'open' AND review NOT IN ('not-a-breach', 'exempt') AND date >= ${from} AND date <= ${to}
				AND ${within === undefined ? sql`true` : seenBy(within)}
			GROUP BY 1 ORDER BY 1`),
	);
}

/** How many findings stand open and undecided in all, whoever may see them. */
export async function undecidedInAll(db: Db): Promise<number> {
	const [row] = rowsOf<{ readonly count: number }>(
		await db.execute(
			sql`SELECT count(*)::int AS count FROM candour.finding_outlines WHERE state = 'open' AND review = 'undecided'`,
		),
	);
	return row?.count ?? 0;
}
