/** Answers that will be overdue in some days unless they are given: the digest names them while there is time. */
import type { Council } from "../config/council.ts";
import { createCalendar } from "../facts/calendar.ts";
import type { Roster } from "../people/roster.ts";
import type { Finding } from "../rules/rule.ts";
import { and, asc, gte, lte } from "../store/drizzle.ts";
import { loadCluster } from "../store/related.ts";
import { type Db, messageFacts } from "../store/schema.ts";
import { createJudge } from "./judge.ts";

export interface ClockDue {
	/** As the rule will find it. */
	readonly finding: Finding;
	/** ISO 8601: when it becomes overdue. */
	readonly due: string;
}

/** Longer than any period that a protocol allows for an answer. */
const MAIL_AGE_MS = 60 * 86_400_000;
const MESSAGES_A_READ = 200;
const RULE = "enquiry-overdue";

/**
 * What the rule would find at `until` and does not find at `now`, by judging recent mail as of both.
 * @param now and `until`: ISO 8601
 */
export async function clocksDue(
	db: Db,
	{
		council,
		roster,
		now,
		until,
	}: { readonly council: Council; readonly roster: Roster; readonly now: string; readonly until: string },
): Promise<readonly ClockDue[]> {
	const judge = createJudge({
		protocol: council.protocol,
		roster,
		calendar: createCalendar(council.calendar, council.register.timezone),
		only: [RULE],
	});
	const from = new Date(Date.parse(now) - MAIL_AGE_MS).toISOString();
	const recent = await db
		.select({ identity: messageFacts.identity })
		.from(messageFacts)
		.where(and(gte(messageFacts.date, from), lte(messageFacts.date, now)))
		.orderBy(asc(messageFacts.date), asc(messageFacts.identity));
	const due = new Map<string, ClockDue>();
	const overdue = new Set<string>();
	for (let at = 0; at < recent.length; at += MESSAGES_A_READ) {
		const cluster = await loadCluster(
			db,
			recent.slice(at, at + MESSAGES_A_READ).map(({ identity }) => identity),
		);
		for (const message of cluster.subjects) {
			const related = () => cluster.relatedTo(message.identity);
			for (const { id } of judge(message, related, now)) overdue.add(id);
			for (const finding of judge(message, related, until)) {
				due.set(finding.id, { finding, due: finding.since ?? until });
			}
		}
	}
	return [...due.values()].filter(({ finding }) => !overdue.has(finding.id));
}
