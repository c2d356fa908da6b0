/** A week's digest from the store. Read only, except that the installation gets its key where it has none. */
import { DateTime } from "luxon";
import type { HeldFinding } from "../alerts/group.ts";
import type { Mail } from "../alerts/mail.ts";
import { recipientFor, routeAlert } from "../alerts/route.ts";
import { senderOf } from "../alerts/sender.ts";
import { deservesAlert } from "../alerts/settle.ts";
import { clocksDue } from "../audit/clocks-due.ts";
import type { Council } from "../config/council.ts";
import { createRoster, type Roster } from "../people/roster.ts";
import type { Coverage } from "../reports/audit-report.ts";
import { composeDigest } from "../reports/digest.ts";
import { type DigestFinding, WEEKS_BEFORE } from "../reports/digest-figures.ts";
import { type DigestWeek, weekBefore } from "../reports/due.ts";
import { rulesOf } from "../reports/from-outcome.ts";
import { sourcesFrom } from "../reports/source-coverage.ts";
import { chartPng, firstOfTwelveWeeks, twelveWeeks, type WeekBar } from "../reports/week-chart.ts";
import { countAlerts } from "../store/alerts.ts";
import { coverageOf, sourceStatesOf } from "../store/coverage.ts";
import { listFindings, type StoredFinding } from "../store/findings.ts";
import { installationKey } from "../store/installation-key.ts";
import { head } from "../store/ledger.ts";
import { weekCounts } from "../store/overview.ts";
import type { Db } from "../store/schema.ts";

const CLOCKS_AHEAD_MS = 7 * 86_400_000;

export async function weekDigest(db: Db, council: Council, week: DigestWeek, now: Date): Promise<Mail> {
	const { register, protocol, digest } = council;
	const { timezone } = register;
	const roster = createRoster(register);
	const at = now.toISOString();
	const findings = await findingsFor(db, week, timezone);
	const until = new Date(now.getTime() + CLOCKS_AHEAD_MS).toISOString();
	const weeks = await weeksUpTo(db, week, timezone);
	return composeDigest({
		council: register.council,
		protocol: protocol.name,
		roster,
		timezone,
		week,
		now: at,
		from: senderOf(council),
		to: (digest?.to ?? []).map((address) => recipientFor(address, roster, at)),
		installationKey: await installationKey(db, council.storage),
		rules: rulesOf(council).inForce,
		findings: findings.map(toldOf),
		held: heldOf(findings, council, roster, at),
		coverage: await coverageFor(db, week, council, now),
		attention: await attentionFor(db),
		clocks: await clocksDue(db, { council, roster, now: at, until }),
		weeks,
		chart: await chartPng(weeks),
		...(council.reviewers.length > 0 ? { reviewUrl: council.web.url } : {}),
		ledger: await head(db),
	});
}

/** The twelve weeks that end with this one. */
async function weeksUpTo(db: Db, { to }: DigestWeek, timezone: string): Promise<readonly WeekBar[]> {
	const end = DateTime.fromISO(to, { zone: timezone }).endOf("day").toJSDate().toISOString();
	const counts = await weekCounts(db, undefined, { from: firstOfTwelveWeeks(end, timezone), to: end, timezone });
	return twelveWeeks(counts, end, timezone);
}

/** Every open one, and all that were raised since the first of the weeks to compare with. */
async function findingsFor(db: Db, week: DigestWeek, timezone: string): Promise<readonly StoredFinding[]> {
	const first = startOf(weekBefore(week, WEEKS_BEFORE).from, timezone);
	const [open, recent] = await Promise.all([
		listFindings(db, { state: "open" }),
		listFindings(db, { raisedFrom: first }),
	]);
	return [...new Map([...open, ...recent].map((stored) => [stored.finding.id, stored])).values()];
}

function toldOf({ finding, state, raisedAt, withdrawnAt }: StoredFinding): DigestFinding {
	return {
		finding,
		state,
		raisedAt: raisedAt.toISOString(),
		...(withdrawnAt === undefined ? {} : { withdrawnAt: withdrawnAt.toISOString() }),
	};
}

/** Open findings that would be alerted, if only there were somebody to tell. */
function heldOf(findings: readonly StoredFinding[], { alerts }: Council, roster: Roster, now: string): HeldFinding[] {
	if (alerts === undefined) return [];
	return findings
		.filter(({ state, finding }) => state === "open" && deservesAlert(finding, alerts))
		.flatMap(({ finding }) => {
			const routing = routeAlert(finding, { roster, alerts, now });
			return routing.kind === "held" ? [{ finding, because: routing.because }] : [];
		});
}

async function coverageFor(db: Db, week: DigestWeek, council: Council, now: Date): Promise<Coverage> {
	const { timezone } = council.register;
	const from = startOf(week.from, timezone).toISOString();
	const to = DateTime.fromISO(week.to, { zone: timezone }).endOf("day").toJSDate().toISOString();
	const { audited, unreadable, excluded, notNeeded, leftOut, partlyRead } = await coverageOf(db, { from, to });
	const reasons = new Map<string, number>();
	for (const { reason, count } of excluded) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
	const left = [...reasons].map(([reason, count]) => ({ reason, count }));
	return {
		found: audited + notNeeded + unreadable.length + left.reduce((sum, { count }) => sum + count, 0),
		audited,
		excluded: left,
		notNeeded,
		leftOut,
		partlyRead: partlyRead.map(({ at, messageId, partlyRead: what }) => ({
			mailbox: at[0]?.mailbox ?? "",
			folder: at[0]?.folder ?? "",
			messageId,
			what,
		})),
		unreadable: unreadable.map(({ at, reason }) => ({ mailbox: at.mailbox, folder: at.folder, reason })),
		sources: sourcesFrom(await sourceStatesOf(db), council, { now, timezone }),
	};
}

async function attentionFor(db: Db): Promise<string[]> {
	const { failed } = await countAlerts(db);
	return failed > 0 ? [`Alerts that the mail server refused: ${failed}. The log says why.`] : [];
}

function startOf(day: string, timezone: string): Date {
	return DateTime.fromISO(day, { zone: timezone }).startOf("day").toJSDate();
}
