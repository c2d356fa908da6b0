/** Pages and totals of findings, as far as somebody may see them. */
import type { Certainty, Finding, Severity } from "../rules/rule.ts";
import { textArray } from "./arrays.ts";
import { and, eq, inArray, type SQL, sql } from "./drizzle.ts";
import { searchable } from "./named.ts";
import { rowsOf } from "./rows.ts";
import { type Db, findings } from "./schema.ts";
import { type Seeing, seenBy } from "./sight.ts";

export type Review = (typeof findings.$inferSelect)["review"];

/** `open` is what nobody has decided, and `decided` what somebody has; withdrawn ones are in neither. */
export type ListedState = "open" | "decided" | Exclude<Review, "undecided"> | "withdrawn";

/** Absent parts are not looked at. */
export interface FindingFilter {
	readonly rule?: string;
	readonly severity?: Severity;
	readonly certainty?: Certainty;
	readonly state?: ListedState;
	/** Somebody with one of these addresses has a part in it, or these words stand in a name or address that it gives. */
	readonly person?: { readonly addresses: readonly string[]; readonly words?: string };
	/** Days of the message: the first instants (ISO 8601, UTC) of the first day and of the day after the last. */
	readonly from?: string;
	readonly before?: string;
}

/** A finding with what became of it. */
export interface ReviewedFinding {
	readonly id: string;
	readonly identity: string;
	readonly finding: Finding;
	readonly state: "open" | "withdrawn";
	readonly review: Review;
	readonly raisedAt: Date;
	readonly withdrawnAt: Date | null;
	readonly withdrawnBecause: string | null;
	readonly changedAt: Date | null;
	readonly exemptedBy: string | null;
	readonly involved: readonly string[];
	readonly concern: Seeing["concerns"][number];
}

export interface FindingsPage {
	/** How many there are on all pages. */
	readonly found: number;
	/** Of this page, newest message first. */
	readonly rows: readonly ReviewedFinding[];
}

/** One page of findings, newest message first; `number` counts from 1. Nobody's sight (undefined) sees none. */
export async function listPage(
	db: Db,
	sight: Seeing | undefined,
	filter: FindingFilter,
	{ number, size }: { readonly number: number; readonly size: number },
): Promise<FindingsPage> {
	if (sight === undefined) return { found: 0, rows: [] };
	const where = sql`${seenBy(sight)} AND ${fits(filter)}`;
	const [counted] = rowsOf<{ readonly found: number }>(
		await db.execute(sql`SELECT count(*)::int AS found FROM candour.finding_outlines WHERE ${where}`),
	);
	const found = counted?.found ?? 0;
	if (found === 0 || (number - 1) * size >= found) return { found, rows: [] };
	const ids = rowsOf<{ readonly id: string }>(
		await db.execute(sql`
			SELECT id FROM candour.finding_outlines WHERE ${where}
			ORDER BY date DESC, id LIMIT ${size} OFFSET ${(number - 1) * size}`),
	).map(({ id }) => id);
	return { found, rows: await inTheirOrder(db, ids) };
}

/** All findings that fit, newest first, `size` at a time; for files. */
export async function* eachPage(
	db: Db,
	sight: Seeing | undefined,
	filter: FindingFilter,
	size = 500,
): AsyncGenerator<readonly ReviewedFinding[]> {
	if (sight === undefined) return;
	const where = sql`${seenBy(sight)} AND ${fits(filter)}`;
	let after: { readonly date: string; readonly id: string } | undefined;
	for (;;) {
		const further =
			after === undefined ? sql`true` : sql`(date < ${after.date} OR (date = ${after.date} AND id > ${after.id}))`;
		const rows = rowsOf<{ readonly id: string; readonly date: string }>(
			await db.execute(sql`
				SELECT id, date FROM candour.finding_outlines WHERE ${where} AND ${further}
				ORDER BY date DESC, id LIMIT ${size}`),
		);
		after = rows.at(-1);
		if (after === undefined) return;
		yield inTheirOrder(
			db,
			rows.map(({ id }) => id),
		);
		if (rows.length < size) return;
	}
}

/** One finding, or undefined where there is none that may be seen. */
export async function findingSeen(db: Db, sight: Seeing | undefined, id: string): Promise<ReviewedFinding | undefined> {
	if (sight === undefined) return undefined;
	const [row] = await db
		.select()
		.from(findings)
		.where(and(eq(findings.id, id), seenBy(sight)));
	return row;
}

const DIMENSIONS = {
	rule: sql`rule`,
	severity: sql`severity`,
	certainty: sql`certainty`,
	state: sql`state`,
	review: sql`review`,
} as const;
export type Dimension = keyof typeof DIMENSIONS;
export type Counted<By extends Dimension> = Readonly<Record<By, string>> & { readonly count: number };

/** How many findings fit, for each combination that occurs: `countsBy(db, sight, { state: "open" }, ["rule"])`. */
export async function countsBy<const By extends Dimension>(
	db: Db,
	sight: Seeing | undefined,
	filter: FindingFilter,
	by: readonly By[],
): Promise<readonly Counted<By>[]> {
	if (sight === undefined) return [];
	const columns = sql.join(
		by.map((one) => DIMENSIONS[one]),
		sql`, `,
	);
	return rowsOf<Counted<By>>(
		await db.execute(sql`
			SELECT ${columns}, count(*)::int AS count FROM candour.finding_outlines
			WHERE ${seenBy(sight)} AND ${fits(filter)} GROUP BY ${columns} ORDER BY ${columns}`),
	);
}

/** Findings on the same messages, apart from one, that may be seen; newest first. */
export async function findingsOn(
	db: Db,
	sight: Seeing,
	identities: readonly string[],
	apart: string,
	limit: number,
): Promise<readonly ReviewedFinding[]> {
	if (identities.length === 0) return [];
	const rows = await db
		.select()
		.from(findings)
		.where(and(inArray(findings.identity, [...identities]), seenBy(sight), sql`id <> ${apart}`))
		.orderBy(sql`date DESC, id`)
		.limit(limit);
	return rows;
}

function fits({ rule, severity, certainty, state, person, from, before }: FindingFilter): SQL {
	const conditions = [
		rule && sql`rule = ${rule}`,
		severity && sql`severity = ${severity}`,
		certainty && sql`certainty = ${certainty}`,
		state && inState(state),
		person && hasPart(person),
		// Dates are written with and without fractions of a second: without the Z they compare alike.
		from && sql`date >= ${from.replace(/(\.0+)?Z$/u, "")}`,
		before && sql`date < ${before.replace(/(\.0+)?Z$/u, "")}`,
	].filter((condition) => condition !== undefined && condition !== "");
	return conditions.length === 0 ? sql`true` : sql.join(conditions as SQL[], sql` AND `);
}

function inState(state: ListedState): SQL {
	if (state === "withdrawn") return sql`state = 'withdrawn'`;
	if (state === "open") return sql`state = 'open' AND review = 'undecided'`;
	return state === "decided"
		? sql`state = 'open' AND review <> 'undecided'`
		: sql`state = 'open' AND review = ${state}`;
}

function hasPart({ addresses, words = "" }: NonNullable<FindingFilter["person"]>): SQL {
	const wanted = searchable(words);
	const byAddress = sql`involved && ${textArray(addresses)}`;
	if (wanted === "") return byAddress;
	return sql`(${byAddress} OR named LIKE ${`%${wanted.replaceAll(/[\\%_]/gu, "\\$&")}%`})`;
}

async function inTheirOrder(db: Db, ids: readonly string[]): Promise<readonly ReviewedFinding[]> {
	if (ids.length === 0) return [];
	const rows = await db
		.select()
		.from(findings)
		.where(sql`${findings.id} = ANY(${textArray(ids)})`);
	const byId = new Map(rows.map((row) => [row.id, row]));
	return ids.flatMap((id) => byId.get(id) ?? []);
}
