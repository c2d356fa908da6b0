/** A week's digest from the store. Read only, except that the installation gets its key where it has none. */
import { DateTime } from "luxon";
import { bearingOf } from "../alerts/bearing.ts";
import type { HeldFinding } from "../alerts/group.ts";
import type { Mail } from "../alerts/mail.ts";
import { recipientFor, routeAlert } from "../alerts/route.ts";
import { senderOf } from "../alerts/sender.ts";
import { deservesAlert } from "../alerts/settle.ts";
import { clocksDue } from "../audit/clocks-due.ts";
import type { Council } from "../config/council.ts";
import { normaliseAddress } from "../people/address.ts";
import { createRoster, type Roster } from "../people/roster.ts";
import type { Finding } from "../rules/rule.ts";
import { countAlerts } from "../store/alerts.ts";
import { listFindings, type StoredFinding } from "../store/findings.ts";
import { installationKey } from "../store/installation-key.ts";
import { head } from "../store/ledger.ts";
import { weekCounts } from "../store/overview.ts";
import { idlePatterns } from "../store/pattern-list.ts";
import type { Db } from "../store/schema.ts";
import { isSeenBy, type Seeing } from "../store/sight.ts";
import { counted } from "./counted.ts";
import { coverageIn } from "./coverage-in.ts";
import { composeDigest } from "./digest.ts";
import { type DigestFinding, WEEKS_BEFORE } from "./digest-figures.ts";
import { type DigestWeek, weekBefore } from "./due.ts";
import { rulesOf } from "./from-outcome.ts";
import { firstOfTwelveWeeks, twelveWeeks, type WeekBar } from "./week-chart.ts";

const CLOCKS_AHEAD_MS = 7 * 86_400_000;

/** For one reader on the pages instead of those who get the mail. */
export interface DigestReader {
	readonly address: string;
	/** What he may see; the rest is left out of all numbers. */
	readonly sight: Seeing;
}

export async function weekDigest(
	db: Db,
	council: Council,
	week: DigestWeek,
	now: Date,
	reader?: DigestReader,
): Promise<Mail> {
	const { register, protocol, digest } = council;
	const { timezone } = register;
	const roster = createRoster(register);
	const at = now.toISOString();
	const forReader = ({ finding }: { readonly finding: Finding }) =>
		reader === undefined || isSeenBy(reader.sight, bearingOf(finding, roster));
	const findings = (await findingsFor(db, week, timezone)).filter(forReader);
	const until = new Date(now.getTime() + CLOCKS_AHEAD_MS).toISOString();
	const weeks = await weeksUpTo(db, week, timezone, reader?.sight);
	return composeDigest({
		council: register.council,
		protocol: protocol.name,
		roster,
		timezone,
		week,
		now: at,
		from: senderOf(council),
		to: (reader === undefined ? (digest?.to ?? []) : [reader.address]).map((address) =>
			recipientFor(address, roster, at),
		),
		installationKey: await installationKey(db, council.storage),
		rules: rulesOf(council).inForce,
		findings: findings.map(toldOf),
		held: heldOf(findings, council, roster, at),
		coverage: await coverageIn(db, week, council, now),
		attention: await attentionFor(db, now, reader?.sight),
		...(reader === undefined ? { mayReview: mayReviewBy(council, roster, at) } : {}),
		clocks: (await clocksDue(db, { council, roster, now: at, until })).filter(forReader),
		weeks,
		...(reader === undefined ? { chart: await (await import("./draw-weeks.ts")).chartPng(weeks) } : {}),
		...(council.reviewers.length > 0 ? { reviewUrl: council.web.url } : {}),
		ledger: await head(db),
	});
}

/** What concerns the Clerk goes to those whom the conflict table names, and isn't described to her staff. */
function mayReviewBy({ alerts, digest }: Council, roster: Roster, now: string): (finding: Finding) => boolean {
	const readers = (digest?.to ?? []).map(normaliseAddress);
	return (finding) => {
		if (!bearingOf(finding, roster).concern.startsWith("clerk")) return true;
		const routing = routeAlert(finding, { roster, alerts: alerts ?? { to: [], conflict: [] }, now });
		const told = routing.kind === "send" ? routing.to.map(({ address }) => address) : [];
		return readers.every((address) => told.includes(address));
	};
}

/** The twelve weeks that end with this one. */
async function weeksUpTo(
	db: Db,
	{ to }: DigestWeek,
	timezone: string,
	sight: Seeing | undefined,
): Promise<readonly WeekBar[]> {
	const end = DateTime.fromISO(to, { zone: timezone }).endOf("day").toJSDate().toISOString();
	const counts = await weekCounts(db, sight, { from: firstOfTwelveWeeks(end, timezone), to: end, timezone });
	return twelveWeeks(counts, end, timezone);
}

/** Every one that waits for a decision, and all that were raised since the first of the weeks to compare with. */
async function findingsFor(db: Db, week: DigestWeek, timezone: string): Promise<readonly StoredFinding[]> {
	const first = startOf(weekBefore(week, WEEKS_BEFORE).from, timezone);
	const [open, recent] = await Promise.all([
		listFindings(db, { state: "open", decided: false }),
		listFindings(db, { raisedFrom: first }),
	]);
	return [...new Map([...open, ...recent].map((stored) => [stored.finding.id, stored])).values()];
}

function toldOf({ finding, state, decided, raisedAt, withdrawnAt }: StoredFinding): DigestFinding {
	return {
		finding,
		state: state === "open" && decided === true ? "closed" : state,
		raisedAt: raisedAt.toISOString(),
		...(withdrawnAt === undefined ? {} : { withdrawnAt: withdrawnAt.toISOString() }),
	};
}

/** Open findings that would be alerted, if only there were somebody to tell. */
function heldOf(findings: readonly StoredFinding[], { alerts }: Council, roster: Roster, now: string): HeldFinding[] {
	if (alerts === undefined) return [];
	return findings
		.filter(({ state, decided, finding }) => state === "open" && decided !== true && deservesAlert(finding, alerts))
		.flatMap(({ finding }) => {
			const routing = routeAlert(finding, { roster, alerts, now });
			return routing.kind === "held" ? [{ finding, because: routing.because }] : [];
		});
}

async function attentionFor(db: Db, now: Date, sight: Seeing | undefined): Promise<string[]> {
	const { failed } = await countAlerts(db);
	const idle = (await idlePatterns(db, now, sight)).length;
	return [
		...(failed > 0 ? [`Alerts that the mail server refused: ${failed}. The log says why.`] : []),
		...(idle > 0
			? [
					`${counted(idle, "exempt pattern has", "exempt patterns have")} matched nothing lately; the review pages list them.`,
				]
			: []),
	];
}

function startOf(day: string, timezone: string): Date {
	return DateTime.fromISO(day, { zone: timezone }).startOf("day").toJSDate();
}
