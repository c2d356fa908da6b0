/**
 * Audits of a date range that were asked for on the pages. One runs at a time in an installation: whoever runs it holds
 * a claim and renews it, so that a run whose worker died is found and taken up again.
 */
import { and, asc, desc, eq, inArray, lt, sql } from "./drizzle.ts";
import { auditRuns, type Db } from "./schema.ts";
import { putSetting, setting } from "./settings.ts";

export type AuditRun = Omit<typeof auditRuns.$inferSelect, "report">;

export interface AskedFor {
	readonly id: string;
	readonly byEmail: string;
	readonly byName: string;
	readonly fromDay?: string;
	readonly toDay: string;
	/** Absent: all in force. */
	readonly rules?: readonly string[];
}

/** What holds the claim: the run, the moment until which nobody else may take it, and how often it was begun. */
interface Claim {
	readonly id: string;
	readonly until: string;
	readonly begun: number;
}

export type Taken =
	| { readonly kind: "taken"; readonly run: AuditRun; readonly claim: string }
	/** It was begun so often and never came to an end: it is failed now. */
	| { readonly kind: "given-up"; readonly run: AuditRun }
	/** Nothing waits, or another is at it. */
	| { readonly kind: "none" };

const CLAIM = "audit-run-claim";
/** "RUNS" in ASCII: claims are taken one after the other. */
const RUNS_LOCK = 0x52554e53;
/** Mail that ends the process would otherwise end it for ever. */
const MOST_BEGINNINGS = 3;
const ENDED = ["done", "cancelled", "failed"] as const;

/** All but the report, which may be large. */
const OUTLINE = {
	id: auditRuns.id,
	byEmail: auditRuns.byEmail,
	byName: auditRuns.byName,
	askedAt: auditRuns.askedAt,
	fromDay: auditRuns.fromDay,
	toDay: auditRuns.toDay,
	rules: auditRuns.rules,
	state: auditRuns.state,
	step: auditRuns.step,
	done: auditRuns.done,
	total: auditRuns.total,
	startedAt: auditRuns.startedAt,
	endedAt: auditRuns.endedAt,
	error: auditRuns.error,
};

/** Notes a run that waits. Call it in the transaction that says so in the ledger. */
export async function askForAudit(db: Db, { rules, fromDay, ...asked }: AskedFor, now: Date): Promise<void> {
	await db.insert(auditRuns).values({
		...asked,
		fromDay: fromDay ?? null,
		rules: rules === undefined ? null : [...rules],
		askedAt: now,
		state: "waiting",
	});
}

/** The newest first. */
export async function listAuditRuns(db: Db, limit: number): Promise<readonly AuditRun[]> {
	return db.select(OUTLINE).from(auditRuns).orderBy(desc(auditRuns.askedAt), asc(auditRuns.id)).limit(limit);
}

export async function auditRun(db: Db, id: string): Promise<AuditRun | undefined> {
	const [row] = await db.select(OUTLINE).from(auditRuns).where(eq(auditRuns.id, id));
	return row;
}

/** An AuditReport, where the run is done. */
export async function reportOfRun(db: Db, id: string): Promise<unknown> {
	const [row] = await db.select({ report: auditRuns.report }).from(auditRuns).where(eq(auditRuns.id, id));
	return row?.report ?? undefined;
}

/** Takes the oldest run that waits, or one whose worker died, until `until`; another worker may take it after that. */
export async function takeAuditRun(db: Db, now: Date, until: Date): Promise<Taken> {
	return db.transaction(async (tx) => {
		await tx.execute(sql`SELECT pg_advisory_xact_lock(${RUNS_LOCK}::bigint)`);
		const before = claimOf(await setting(tx, CLAIM));
		if (before !== undefined && before.until > now.toISOString()) return { kind: "none" };
		const [run] = await tx
			.select(OUTLINE)
			.from(auditRuns)
			.where(inArray(auditRuns.state, ["waiting", "running"]))
			.orderBy(asc(auditRuns.askedAt), asc(auditRuns.id))
			.limit(1);
		if (run === undefined) return { kind: "none" };
		const begun = before?.id === run.id ? before.begun + 1 : 1;
		if (begun > MOST_BEGINNINGS) {
			const error = `It was begun ${MOST_BEGINNINGS} times, and Candour stopped each time before its end. The log may say why.`;
			await tx.update(auditRuns).set({ state: "failed", error, endedAt: now }).where(eq(auditRuns.id, run.id));
			await putSetting(tx, CLAIM, "");
			return { kind: "given-up", run: { ...run, state: "failed", error, endedAt: now } };
		}
		const claim = written({ id: run.id, until: until.toISOString(), begun });
		await putSetting(tx, CLAIM, claim);
		const started = { state: "running", step: null, done: 0, total: null, startedAt: now } as const;
		await tx.update(auditRuns).set(started).where(eq(auditRuns.id, run.id));
		return { kind: "taken", run: { ...run, ...started }, claim };
	});
}

/** Keeps the claim until `until` and notes how far it is; undefined where the run was cancelled or is another's now. */
export async function renewAuditRun(
	db: Db,
	claim: string,
	until: Date,
	progress: Pick<AuditRun, "step" | "done" | "total">,
): Promise<string | undefined> {
	return db.transaction(async (tx) => {
		const held = claimOf(claim);
		if (held === undefined || (await lockedClaim(tx)) !== claim) return undefined;
		const changed = await tx
			.update(auditRuns)
			.set(progress)
			.where(and(eq(auditRuns.id, held.id), eq(auditRuns.state, "running")))
			.returning({ id: auditRuns.id });
		if (changed.length === 0) return undefined;
		const renewed = written({ ...held, until: until.toISOString() });
		await putSetting(tx, CLAIM, renewed);
		return renewed;
	});
}

/** Ends the run; false where it was cancelled meanwhile or is another's now. Call it in the transaction that says so in the ledger. */
export async function endAuditRun(
	db: Db,
	claim: string,
	outcome: { readonly state: "done"; readonly report: unknown } | { readonly state: "failed"; readonly error: string },
	now: Date,
): Promise<boolean> {
	const held = claimOf(claim);
	if (held === undefined || (await lockedClaim(db)) !== claim) return false;
	const rows = await db
		.update(auditRuns)
		.set({ ...outcome, endedAt: now })
		.where(and(eq(auditRuns.id, held.id), eq(auditRuns.state, "running")))
		.returning({ id: auditRuns.id });
	await putSetting(db, CLAIM, "");
	return rows.length > 0;
}

/** Lets the run wait again, because its worker is told to stop; it doesn't count as one that ended badly. */
export async function giveBackAuditRun(db: Db, claim: string): Promise<void> {
	await db.transaction(async (tx) => {
		const held = claimOf(claim);
		if (held === undefined || (await lockedClaim(tx)) !== claim) return;
		await putSetting(tx, CLAIM, "");
		await tx
			.update(auditRuns)
			.set({ state: "waiting", step: null, done: 0, total: null, startedAt: null })
			.where(and(eq(auditRuns.id, held.id), eq(auditRuns.state, "running")));
	});
}

/** False where it had ended already. Whoever runs it sees it at his next look, and lets go of the claim. */
export async function cancelAuditRun(db: Db, id: string, now: Date): Promise<boolean> {
	const rows = await db
		.update(auditRuns)
		.set({ state: "cancelled", endedAt: now })
		.where(and(eq(auditRuns.id, id), inArray(auditRuns.state, ["waiting", "running"])))
		.returning({ id: auditRuns.id });
	return rows.length > 0;
}

/** Frees the claim of a run that was cancelled, when its worker has let go of it. */
export async function releaseAuditRun(db: Db, claim: string): Promise<void> {
	await db.transaction(async (tx) => {
		if ((await lockedClaim(tx)) === claim) await putSetting(tx, CLAIM, "");
	});
}

/** Deletes runs that ended before the moment, with their reports: what they found is kept no longer than findings are. */
export async function pruneAuditRuns(db: Db, before: Date): Promise<number> {
	const rows = await db
		.delete(auditRuns)
		.where(and(inArray(auditRuns.state, [...ENDED]), lt(auditRuns.askedAt, before)))
		.returning({ id: auditRuns.id });
	return rows.length;
}

async function lockedClaim(tx: Db): Promise<string | undefined> {
	await tx.execute(sql`SELECT pg_advisory_xact_lock(${RUNS_LOCK}::bigint)`);
	return setting(tx, CLAIM);
}

function written(claim: Claim): string {
	return JSON.stringify(claim);
}

function claimOf(text: string | undefined): Claim | undefined {
	return text ? (JSON.parse(text) as Claim) : undefined;
}
