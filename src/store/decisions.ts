/** What people decide on findings. Nothing is taken back: what was undone stays in the record as undone. */
import { and, asc, desc, eq, isNull, sql } from "./drizzle.ts";
import { type Acting, endPatternOf, makePattern } from "./exempt-patterns.ts";
import { findingSeen, type ReviewedFinding } from "./findings-list.ts";
import { append } from "./ledger.ts";
import { patternOf } from "./pattern-match.ts";
import { lockAudit, reviewAnew } from "./review-state.ts";
import { type Db, decisions, exemptPatterns, findings } from "./schema.ts";

export type Decision = typeof decisions.$inferSelect & {
	/** Of the pattern that was exempted with it: until when, and whether it ended before. */
	readonly expiresOn: string | null;
	readonly endedAt: Date | null;
};

export type NewDecision =
	| { readonly kind: "confirmed" | "justified" | "put-right" | "not-a-breach"; readonly reason: string }
	| {
			readonly kind: "exempt";
			readonly reason: string;
			/** What of the finding must be alike: at least one of them. */
			readonly alike: { readonly from: boolean; readonly people: boolean };
			/** Last day in the council's zone, `2027-03-31`. */
			readonly expiresOn: string;
	  };

export interface When {
	readonly now: Date;
	/** The council's local day, `2026-03-02`. */
	readonly today: string;
}

export type Decided =
	| { readonly kind: "done" }
	/** Somebody decided or undid something after the page was made: what stands now, if anything. */
	| { readonly kind: "overtaken"; readonly by: Decision | undefined }
	/** Later mail took its ground away: there is nothing to decide any more. */
	| { readonly kind: "withdrawn" }
	/** Not there, or not for this viewer. */
	| { readonly kind: "not-found" };

/** All decisions and notes on a finding, also undone ones, the oldest first. */
export async function decisionsOf(db: Db, findingId: string): Promise<readonly Decision[]> {
	const rows = await db
		.select({ decision: decisions, expiresOn: exemptPatterns.expiresOn, endedAt: exemptPatterns.endedAt })
		.from(decisions)
		.leftJoin(exemptPatterns, eq(exemptPatterns.id, decisions.patternId))
		.where(eq(decisions.findingId, findingId))
		.orderBy(asc(decisions.number));
	return rows.map(({ decision, expiresOn, endedAt }) => ({ ...decision, expiresOn, endedAt }));
}

/** The decision that stands: the last that was not undone, notes apart. Its number goes into forms. */
export function standingOf(made: readonly Decision[]): Decision | undefined {
	return made.findLast(({ kind, undoneAt }) => kind !== "note" && undoneAt === null);
}

/**
 * Decides on a finding. `standing` is the number of the decision that stood when the form was made, 0 for none: where
 * another stands now, nothing is written and the caller is told.
 */
export async function decide(
	db: Db,
	findingId: string,
	decision: NewDecision,
	standing: number,
	by: Acting,
	{ now, today }: When,
): Promise<Decided> {
	return db.transaction(async (tx) => {
		const opened = await openFor(tx, findingId, standing, by);
		if (opened.kind !== "open") return opened;
		const { finding } = opened;
		if (finding.state === "withdrawn") return { kind: "withdrawn" };
		const patternId =
			decision.kind === "exempt"
				? await makePattern(
						tx,
						{
							rule: finding.finding.rule,
							pattern: patternOf(finding.finding, decision.alike),
							reason: decision.reason,
							expiresOn: decision.expiresOn,
						},
						by,
						finding,
						now,
					)
				: null;
		const number = await write(tx, findingId, decision.kind, decision.reason, by, now, patternId);
		await reviewAnew(tx, [findingId], today);
		const entry = { id: findingId, decision: number, as: decision.kind, by: by.email };
		await append(tx, [{ kind: "finding.decided", entry }], now);
		return { kind: "done" };
	});
}

/** Undoes the decision that stands, which must have the number `standing`; the one before it stands again. */
export async function undo(
	db: Db,
	findingId: string,
	standing: number,
	by: Acting,
	{ now, today }: When,
): Promise<Decided> {
	return db.transaction(async (tx) => {
		const opened = await openFor(tx, findingId, standing, by);
		if (opened.kind !== "open") return opened;
		const last = opened.standing;
		if (last === undefined) return { kind: "overtaken", by: undefined };
		await tx.update(decisions).set({ undoneAt: now, undoneBy: by.name }).where(eq(decisions.number, last.number));
		if (last.patternId !== null && last.endedAt === null) await endPatternOf(tx, last.patternId, by, now, today);
		await reviewAnew(tx, [findingId], today);
		const entry = { id: findingId, decision: last.number, as: last.kind, by: by.email };
		await append(tx, [{ kind: "finding.undone", entry }], now);
		return { kind: "done" };
	});
}

/** Adds a note, which decides nothing; withdrawn findings take them too. False where there is no such finding for him. */
export async function addNote(db: Db, findingId: string, text: string, by: Acting, now: Date): Promise<boolean> {
	return db.transaction(async (tx) => {
		if ((await findingSeen(tx, by.sight, findingId)) === undefined) return false;
		const number = await write(tx, findingId, "note", text, by, now, null);
		await append(tx, [{ kind: "finding.noted", entry: { id: findingId, decision: number, by: by.email } }], now);
		return true;
	});
}

type Opened =
	| { readonly kind: "open"; readonly finding: ReviewedFinding; readonly standing: Decision | undefined }
	| Exclude<Decided, { kind: "done" }>;

/** Locks the finding, and looks whether anybody was quicker. */
async function openFor(tx: Db, findingId: string, standing: number, by: Acting): Promise<Opened> {
	await lockAudit(tx);
	await tx.select({ id: findings.id }).from(findings).where(eq(findings.id, findingId)).for("update");
	const finding = await findingSeen(tx, by.sight, findingId);
	if (finding === undefined) return { kind: "not-found" };
	const stands = standingOf(await decisionsOf(tx, findingId));
	if ((stands?.number ?? 0) !== standing) return { kind: "overtaken", by: stands };
	return { kind: "open", finding, standing: stands };
}

async function write(
	tx: Db,
	findingId: string,
	kind: Decision["kind"],
	reason: string,
	by: Acting,
	now: Date,
	patternId: string | null,
): Promise<number> {
	const [row] = await tx
		.insert(decisions)
		.values({ findingId, kind, reason, byEmail: by.email, byName: by.name, at: now, patternId })
		.returning({ number: decisions.number });
	return row?.number ?? 0;
}

/** Who decided last on each of some findings, for lists. */
export async function standingDecisions(db: Db, findingIds: readonly string[]): Promise<ReadonlyMap<string, Decision>> {
	if (findingIds.length === 0) return new Map();
	const rows = await db
		.select()
		.from(decisions)
		.where(and(isNull(decisions.undoneAt), sql`kind <> 'note'`, sql`${decisions.findingId} IN ${[...findingIds]}`))
		.orderBy(desc(decisions.number));
	return new Map(rows.toReversed().map((row) => [row.findingId, { ...row, expiresOn: null, endedAt: null }]));
}
