/** Everything that a report of a period is made of, from the store. Read only. */
import { DateTime } from "luxon";
import { periodOf } from "../audit/period.ts";
import type { Council } from "../config/council.ts";
import { judgingDigest } from "../configuration-digests.ts";
import { createCalendar } from "../facts/calendar.ts";
import type { Roster } from "../people/roster.ts";
import {
	configurationChanges,
	decisionsOn,
	findingsIn,
	messagesThatAsk,
	patternsIn,
	type Span,
} from "../store/period-findings.ts";
import { loadCluster } from "../store/related.ts";
import type { Db } from "../store/schema.ts";
import { coverageIn } from "./coverage-in.ts";
import { rulesOf } from "./from-outcome.ts";
import type { Days, Frame, PeriodData } from "./period-report.ts";
import { type ResponseTimes, responseTimes, type Waited, waitedFor } from "./response-times.ts";

/** So much of the digest tells two versions apart. */
const VERSION_LENGTH = 12;

export async function gatherPeriod(
	db: Db,
	{
		council,
		roster,
		days,
		now,
	}: { readonly council: Council; readonly roster: Roster; readonly days: Days; readonly now: Date },
): Promise<PeriodData> {
	const { timezone } = council.register;
	const at = now.toISOString();
	const before = periodBefore(days);
	const span = spanOf(days, at, timezone);
	const findings = await findingsIn(db, span);
	const patterns = await patternsIn(db, span, days);
	const localDay = (moment: Date) => DateTime.fromJSDate(moment, { zone: timezone }).toFormat("yyyy-MM-dd");
	return {
		frame: frameOf(council, days, before, await configurationChanges(db, span)),
		findings,
		findingsBefore: await findingsIn(db, spanOf(before, at, timezone)),
		decisions: await decisionsOn(
			db,
			findings.filter(({ review }) => review !== "undecided").map(({ id }) => id),
		),
		exemptions: patterns.map((pattern) => ({
			rule: pattern.rule,
			reason: pattern.reason,
			by: pattern.byName,
			involved: pattern.involved,
			concern: pattern.concern,
			from: localDay(pattern.at),
			until: pattern.endedAt === null ? pattern.expiresOn : localDay(pattern.endedAt),
		})),
		coverage: await coverageIn(db, days, council, now),
		responses: await responsesIn(db, span, council, roster),
	};
}

/**
 * As many days, up to the day before the first; for whole months as many months. The month before stands in a report of
 * its own: other days that overlap it would give away small counts by what they differ in.
 */
export function periodBefore({ from, to }: Days): Days {
	const first = DateTime.fromISO(from, { zone: "utc" });
	const next = DateTime.fromISO(to, { zone: "utc" }).plus({ days: 1 });
	if (first.day === 1 && next.day === 1) {
		const months = next.diff(first, "months").months;
		return {
			from: first.minus({ months }).toFormat("yyyy-MM-dd"),
			to: first.minus({ days: 1 }).toFormat("yyyy-MM-dd"),
		};
	}
	const length = DateTime.fromISO(to, { zone: "utc" }).diff(first, "days").days + 1;
	return {
		from: first.minus({ days: length }).toFormat("yyyy-MM-dd"),
		to: first.minus({ days: 1 }).toFormat("yyyy-MM-dd"),
	};
}

function spanOf({ from, to }: Days, now: string, timezone: string): Span {
	const { fromInstant, asOfInstant } = periodOf(from, to, now, timezone);
	return { from: fromInstant, to: asOfInstant };
}

function frameOf(council: Council, period: Days, before: Days, changes: number): Frame {
	const { protocol, calendar, register } = council;
	const { inForce, notCovered } = rulesOf(council);
	return {
		council: register.council,
		period,
		before,
		protocol: {
			name: protocol.name,
			title: protocol.title,
			version: judgingDigest(council).slice(0, VERSION_LENGTH),
			changes,
		},
		rules: inForce,
		notCovered,
		calendar: {
			nation: calendar.nation,
			closed: calendar.closed.filter((day) => day >= period.from && day <= period.to).length,
			...(calendar.officeDays === undefined ? {} : { officeDays: calendar.officeDays }),
		},
	};
}

async function responsesIn(db: Db, span: Span, council: Council, roster: Roster): Promise<ResponseTimes> {
	const calendar = createCalendar(council.calendar, council.register.timezone);
	const waited: Waited[] = [];
	for await (const messages of messagesThatAsk(db, span)) {
		const cluster = await loadCluster(
			db,
			messages.map(({ identity }) => identity),
		);
		for (const message of messages) {
			const one = waitedFor(message, cluster.relatedTo(message.identity), { roster, calendar });
			if (one !== undefined) waited.push(one);
		}
	}
	return responseTimes(waited);
}
