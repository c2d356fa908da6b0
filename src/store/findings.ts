import type { Finding, Severity } from "../rules/rule.ts";
import { canonical } from "./canonical.ts";
import { and, asc, eq, gte, inArray, lte } from "./drizzle.ts";
import { namedIn } from "./named.ts";
import { type Db, findings } from "./schema.ts";
import { storableText } from "./storable.ts";

/** What judging some messages again changed, by finding id. */
export interface Reconciled {
	readonly raised: readonly StoredFinding[];
	readonly reopened: readonly StoredFinding[];
	readonly withdrawn: readonly StoredFinding[];
}

export interface StoredFinding {
	readonly identity: string;
	readonly finding: Finding;
	readonly state: "open" | "withdrawn";
	readonly raisedAt: Date;
	readonly withdrawnAt?: Date;
	readonly withdrawnBecause?: string;
	/** A person has decided it, or a pattern exempts it. */
	readonly decided?: boolean;
}

/** Who has a part in a finding, and which row of the conflict table it stands in. */
export interface Bearing {
	/** Addresses, lower case, sorted. */
	readonly involved: readonly string[];
	readonly concern: "clerk-and-chair" | "clerk" | "chair" | "anyone";
}

const NOBODY: Bearing = { involved: [], concern: "anyone" };

/** Said of a finding that is gone when its message is judged again. */
export const LOST_GROUND = "Judged again with later mail, the rule no longer finds this.";

/** Said where it is gone because the protocol, its settings, the people or the calendar were changed. */
export const CONFIGURATION_CHANGED = "The configuration changed.";

/**
 * Makes the stored findings of the judged messages what the rules say now: raises those that are new, withdraws with
 * the reason those that are gone, reopens those that are back. Messages that are not among `judged` are untouched;
 * one judged without findings has an empty list. A finding whose grounds are gone by retention stays. Call it in a transaction. Twice the same changes nothing.
 */
export async function reconcileFindings(
	db: Db,
	judged: ReadonlyMap<string, readonly Finding[]>,
	now: Date,
	because: string = LOST_GROUND,
	bearingOf: (finding: Finding) => Bearing = () => NOBODY,
): Promise<Reconciled> {
	const identities = [...judged.keys()];
	if (identities.length === 0) return { raised: [], reopened: [], withdrawn: [] };
	const before = await db.select().from(findings).where(inArray(findings.identity, identities)).for("update");
	const known = new Map(before.map((row) => [row.id, row]));
	const said = [...judged].flatMap(([identity, list]) => list.map((finding) => ({ identity, finding })));
	const ids = new Set(said.map(({ finding }) => finding.id));

	const raised: StoredFinding[] = [];
	const reopened: StoredFinding[] = [];
	for (const { identity, finding } of said) {
		const row = known.get(finding.id);
		if (row === undefined) {
			const inserted = await db
				.insert(findings)
				.values({ ...columns(identity, finding, bearingOf(finding)), state: "open", raisedAt: now })
				.onConflictDoNothing()
				.returning({ id: findings.id });
			if (inserted.length > 0) raised.push({ identity, finding, state: "open", raisedAt: now });
		} else if (row.state === "withdrawn") {
			await db
				.update(findings)
				.set({
					...columns(identity, finding, bearingOf(finding)),
					...changedSince(row.finding, finding, now),
					state: "open",
					withdrawnAt: null,
					withdrawnBecause: null,
				})
				.where(eq(findings.id, finding.id));
			reopened.push({ identity, finding, state: "open", raisedAt: row.raisedAt });
		} else {
			const bearing = bearingOf(finding);
			const stands = canonical([row.finding, row.involved, row.concern, row.named]);
			if (stands !== canonical([finding, bearing.involved, bearing.concern, namedIn(finding)])) {
				await db
					.update(findings)
					.set({ ...columns(identity, finding, bearing), ...changedSince(row.finding, finding, now) })
					.where(eq(findings.id, finding.id));
			}
		}
	}
	const gone = before.filter(({ id, state, groundsPruned }) => state === "open" && !groundsPruned && !ids.has(id));
	if (gone.length > 0) {
		const set = { state: "withdrawn" as const, withdrawnAt: now, withdrawnBecause: because };
		await db
			.update(findings)
			.set(set)
			.where(
				inArray(
					findings.id,
					gone.map(({ id }) => id),
				),
			);
	}
	const withdrawn = gone.map((row) =>
		stored({ ...row, state: "withdrawn", withdrawnAt: now, withdrawnBecause: because }),
	);
	return { raised, reopened, withdrawn };
}

/** Findings by what is asked for, by the message's date and rule; moments of raising both inclusive. */
export async function listFindings(
	db: Db,
	wanted: {
		readonly state?: "open" | "withdrawn";
		readonly severity?: Severity;
		/** False: only those that wait for a decision. */
		readonly decided?: false;
		readonly raisedFrom?: Date;
		readonly raisedTo?: Date;
		readonly withdrawnFrom?: Date;
		readonly ids?: readonly string[];
	},
): Promise<readonly StoredFinding[]> {
	const { state, severity, decided, raisedFrom, raisedTo, withdrawnFrom, ids } = wanted;
	if (ids?.length === 0) return [];
	const rows = await db
		.select()
		.from(findings)
		.where(
			and(
				state && eq(findings.state, state),
				severity && eq(findings.severity, severity),
				decided === false ? eq(findings.review, "undecided") : undefined,
				raisedFrom && gte(findings.raisedAt, raisedFrom),
				raisedTo && lte(findings.raisedAt, raisedTo),
				withdrawnFrom && gte(findings.withdrawnAt, withdrawnFrom),
				ids && inArray(findings.id, [...ids]),
			),
		)
		.orderBy(asc(findings.date), asc(findings.rule), asc(findings.id));
	return rows.map(stored);
}

function columns(identity: string, finding: Finding, { involved, concern }: Bearing) {
	return {
		id: finding.id,
		rule: finding.rule,
		severity: finding.severity,
		certainty: finding.certainty,
		identity,
		messageId: storableText(finding.message.messageId),
		date: finding.message.date,
		finding,
		involved: [...involved],
		concern,
		named: namedIn(finding),
	};
}

/** Whoever decided on it must see that it says something else by now. */
function changedSince(before: Finding, now: Finding, at: Date): { readonly changedAt?: Date } {
	return canonical(before) === canonical(now) ? {} : { changedAt: at };
}

function stored(row: typeof findings.$inferSelect): StoredFinding {
	const { identity, finding, state, raisedAt, withdrawnAt, withdrawnBecause, review } = row;
	return {
		identity,
		finding,
		state,
		raisedAt,
		...(withdrawnAt === null ? {} : { withdrawnAt }),
		...(withdrawnBecause === null ? {} : { withdrawnBecause }),
		...(review === "undecided" ? {} : { decided: true }),
	};
}
