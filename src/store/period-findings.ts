/** Findings by the date of their message: for reports of a period, and for comparing an audit with monitoring. */
import type { MessageFacts } from "../facts/facts.ts";
import type { Finding } from "../rules/rule.ts";
import { textArray } from "./arrays.ts";
import { and, asc, eq, gt, gte, isNull, lte, or, sql } from "./drizzle.ts";
import { auditPending, type Db, decisions, exemptPatterns, findings, ledger, messageFacts } from "./schema.ts";

/** ISO 8601 instants, UTC, both inclusive; `from` is "" where everything is meant. */
export interface Span {
	readonly from: string;
	readonly to: string;
}

/** What of a finding is needed to compare and to count, without its words. */
export type FindingOutline = Pick<typeof findings.$inferSelect, keyof typeof OUTLINE>;

export type PeriodFinding = FindingOutline & { readonly finding: Finding };

export type Decision = Pick<
	typeof decisions.$inferSelect,
	"number" | "findingId" | "kind" | "reason" | "byName" | "at"
>;

const OUTLINE = {
	id: findings.id,
	rule: findings.rule,
	severity: findings.severity,
	messageId: findings.messageId,
	date: findings.date,
	state: findings.state,
	withdrawnBecause: findings.withdrawnBecause,
	groundsPruned: findings.groundsPruned,
	review: findings.review,
	involved: findings.involved,
	concern: findings.concern,
};

function within({ from, to }: Span) {
	return and(gte(findings.date, from), lte(findings.date, to));
}

/** Standing and withdrawn ones, by date, rule and id. */
export async function outlinesIn(db: Db, span: Span): Promise<readonly FindingOutline[]> {
	return db
		.select(OUTLINE)
		.from(findings)
		.where(within(span))
		.orderBy(asc(findings.date), asc(findings.rule), asc(findings.id));
}

/** The same with their words. */
export async function findingsIn(db: Db, span: Span): Promise<readonly PeriodFinding[]> {
	return db
		.select({ ...OUTLINE, finding: findings.finding })
		.from(findings)
		.where(within(span))
		.orderBy(asc(findings.date), asc(findings.rule), asc(findings.id));
}

export async function findingsById(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Finding>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.select({ id: findings.id, finding: findings.finding })
		.from(findings)
		.where(sql`${findings.id} = ANY(${textArray(ids)})`);
	return new Map(rows.map(({ id, finding }) => [id, finding]));
}

/** Of these Message-IDs, those of which monitoring holds facts, and whether they wait to be judged. */
export async function monitored(
	db: Db,
	messageIds: readonly string[],
): Promise<ReadonlyMap<string, "judged" | "waits">> {
	if (messageIds.length === 0) return new Map();
	const rows = await db
		.select({ messageId: messageFacts.messageId, waits: auditPending.identity })
		.from(messageFacts)
		.leftJoin(auditPending, eq(auditPending.identity, messageFacts.identity))
		.where(sql`${messageFacts.messageId} = ANY(${textArray(messageIds)})`);
	return new Map(rows.map(({ messageId, waits }) => [messageId, waits === null ? "judged" : "waits"]));
}

/** Decisions that stand, notes apart, by finding and in the order in which they were taken. */
export async function decisionsOn(db: Db, ids: readonly string[]): Promise<readonly Decision[]> {
	if (ids.length === 0) return [];
	return db
		.select({
			number: decisions.number,
			findingId: decisions.findingId,
			kind: decisions.kind,
			reason: decisions.reason,
			byName: decisions.byName,
			at: decisions.at,
		})
		.from(decisions)
		.where(
			and(
				sql`${decisions.findingId} = ANY(${textArray(ids)})`,
				isNull(decisions.undoneAt),
				sql`${decisions.kind} <> 'note'`,
			),
		)
		.orderBy(asc(decisions.findingId), asc(decisions.number));
}

/** Patterns that were in force on a day of the period, given as instants and as days. */
export async function patternsIn(
	db: Db,
	span: Span,
	days: { readonly from: string },
): Promise<readonly (typeof exemptPatterns.$inferSelect)[]> {
	return db
		.select()
		.from(exemptPatterns)
		.where(
			and(
				lte(exemptPatterns.at, new Date(span.to)),
				gte(exemptPatterns.expiresOn, days.from),
				or(
					isNull(exemptPatterns.endedAt),
					span.from === "" ? undefined : gt(exemptPatterns.endedAt, new Date(span.from)),
				),
			),
		)
		.orderBy(asc(exemptPatterns.at), asc(exemptPatterns.id));
}

/** How often the configuration was noted to have changed. */
export async function configurationChanges(db: Db, { from, to }: Span): Promise<number> {
	const [row] = await db
		.select({ count: sql<number>`count(*)::int` })
		.from(ledger)
		.where(
			and(
				eq(ledger.kind, "configuration.changed"),
				from === "" ? undefined : gte(ledger.at, new Date(from)),
				lte(ledger.at, new Date(to)),
			),
		);
	return row?.count ?? 0;
}

const READ_AT_ONCE = 200;

/** Messages of the period in which a councillor asks something, oldest first, a few hundred at a time. */
export async function* messagesThatAsk(db: Db, span: Span): AsyncIterable<readonly MessageFacts[]> {
	let after = { date: span.from, identity: "" };
	for (;;) {
		const rows = await db
			.select({ identity: messageFacts.identity, date: messageFacts.date, facts: messageFacts.facts })
			.from(messageFacts)
			.where(
				and(
					lte(messageFacts.date, span.to),
					or(
						gt(messageFacts.date, after.date),
						and(eq(messageFacts.date, after.date), gt(messageFacts.identity, after.identity)),
					),
					sql`${messageFacts.facts} #> '{exchange,asks,0}' IS NOT NULL`,
				),
			)
			.orderBy(asc(messageFacts.date), asc(messageFacts.identity))
			.limit(READ_AT_ONCE);
		const last = rows.at(-1);
		if (last === undefined) return;
		yield rows.map(({ facts }) => facts);
		if (rows.length < READ_AT_ONCE) return;
		after = last;
	}
}
