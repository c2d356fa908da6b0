/** What a digest says, before it becomes text and HTML. Pure. */
import type { HeldFinding } from "../alerts/group.ts";
import { involvedAddresses, reaches } from "../alerts/involved.ts";
import { copyLine, type Recipient } from "../alerts/mail.ts";
import { neutralWords } from "../alerts/neutral-words.ts";
import type { ClockDue } from "../audit/clocks-due.ts";
import type { Roster } from "../people/roster.ts";
import type { Finding } from "../rules/rule.ts";
import type { Coverage, RuleShown } from "./audit-report.ts";
import { counted, grouped, listed } from "./counted.ts";
import { coverageSentence, sourceLines } from "./coverage-shown.ts";
import type { DigestFinding, Figures } from "./digest-figures.ts";
import type { DigestWeek } from "./due.ts";
import { dayInWords, timeInWords } from "./local-time.ts";
import { plainLine } from "./plain-line.ts";
import { chartInWords, type WeekBar } from "./week-chart.ts";

export interface DigestInput {
	readonly council: string;
	readonly protocol: string;
	readonly roster: Roster;
	readonly timezone: string;
	readonly week: DigestWeek;
	/** ISO 8601; the Date of the mail. */
	readonly now: string;
	readonly from: Recipient;
	readonly to: readonly Recipient[];
	readonly installationKey: string;
	readonly rules: readonly RuleShown[];
	/** Every open finding, and all raised in the week and the four before it. */
	readonly findings: readonly DigestFinding[];
	/** Findings that nobody could be told of by an alert. */
	readonly held: readonly HeldFinding[];
	/** Of the week. */
	readonly coverage: Coverage;
	/** Further things that a person should see to, as sentences: an alert that was refused, a set-aside job. */
	readonly attention: readonly string[];
	readonly ledger: { readonly sequence: number; readonly hash: string };
	readonly reviewUrl?: string;
	/** Whether the conflict table lets everybody who gets the digest know of it; absent: it was asked before. */
	readonly mayReview?: (finding: Finding) => boolean;
	/** Periods that end in the days to come: an answer that is owed. */
	readonly clocks: readonly ClockDue[];
	/** The last twelve weeks, up to this one. */
	readonly weeks: readonly WeekBar[];
	/** The same as a picture; absent where it isn't wanted. */
	readonly chart?: Uint8Array;
}

/** What the text and the HTML of a digest both say. */
export interface DigestShown {
	readonly title: string;
	readonly council: string;
	readonly summary: readonly string[];
	readonly attention: readonly string[];
	/** "An answer is due by 4 June 2026: …" */
	readonly clocks: readonly string[];
	/** The chart of the weeks in words. */
	readonly weeks: string;
	readonly hasChart: boolean;
	readonly counts: Figures["counts"];
	readonly fresh: readonly DigestEntry[];
	readonly older: readonly DigestEntry[];
	readonly more: readonly string[];
	readonly coverage: readonly string[];
	readonly sources: readonly string[];
	readonly ledger: string;
	readonly reviewUrl?: string;
	readonly copyLine: string;
}

export interface DigestEntry {
	/** "Breach, 2 June 2026: A copy that was not declared". */
	readonly head: string;
	readonly severity: Finding["severity"];
	readonly detail: string;
	/** Its page; absent for what is not described. */
	readonly href?: string;
}

/** More than this isn't read in two minutes; the review pages have the rest. */
const ENTRIES_SHOWN = 10;
const SOURCES_SHOWN = 20;

export function shownOf(input: DigestInput, figures: Figures): DigestShown {
	const { week, timezone, coverage } = input;
	const entry = entryWith(input);
	const sources = sourceLines(coverage);
	return {
		title: `Week ${week.week.slice(-2).replace(/^0/u, "")}: ${dayInWords(week.from, timezone)} to ${dayInWords(week.to, timezone)}`,
		council: plainLine(input.council),
		summary: [headline(figures), coverageSentence(coverage)],
		attention: attentionOf(input),
		clocks: clocksOf(input),
		weeks: chartInWords(input.weeks, timezone),
		hasChart: input.chart !== undefined,
		counts: figures.counts,
		fresh: figures.fresh.slice(0, ENTRIES_SHOWN).map((finding) => entry(finding)),
		older: figures.older.slice(0, ENTRIES_SHOWN).map(({ finding, days }) => entry(finding, days)),
		more: moreOf(figures, timezone),
		coverage: asideLines(coverage),
		sources: [
			...sources.slice(0, SOURCES_SHOWN),
			...(sources.length > SOURCES_SHOWN
				? [`And ${grouped(sources.length - SOURCES_SHOWN)} more; the audit report lists them all.`]
				: []),
		],
		ledger: `${grouped(input.ledger.sequence)}, ${input.ledger.hash}`,
		...(input.reviewUrl === undefined ? {} : { reviewUrl: input.reviewUrl }),
		copyLine: plainLine(copyLine(input.to)),
	};
}

/** Never "none": only what the sources can show. */
function headline({ fresh, older, withdrawn }: Figures): string {
	const breaches = fresh.filter(({ severity }) => severity === "breach").length;
	const parts = [
		...(breaches > 0 ? [counted(breaches, "breach", "breaches")] : []),
		...(fresh.length > breaches ? [counted(fresh.length - breaches, "advisory", "advisories")] : []),
	];
	const fresher =
		fresh.length === 0 ? "New findings: none visible in the sources connected." : `New: ${listed(parts)}.`;
	const open = `Open in all: ${grouped(fresh.length + older.length)}${older[0] ? `, the oldest for ${counted(older[0].days, "day")}` : ""}.`;
	const gone = withdrawn > 0 ? ` Withdrawn after later mail: ${grouped(withdrawn)}.` : "";
	return `${fresher} ${open}${gone}`;
}

function attentionOf({ coverage, held, attention, timezone }: DigestInput): string[] {
	return [
		...attention.map(plainLine),
		...coverage.sources
			.filter(({ connected }) => !connected)
			.map(({ name, reason }) => plainLine(`${name} was not read${reason ? `: ${reason}` : ""}.`)),
		...held.map(({ finding, because }) =>
			plainLine(
				`No alert went out on "${neutralWords(finding.rule)}" (message of ${dayInWords(finding.message.date, timezone)}): ${because} Name somebody else below alerts: conflict: in council.yaml.`,
			),
		),
		...(coverage.unreadable.length > 0
			? [
					`${counted(coverage.unreadable.length, "message", "messages")} could not be read; the audit report lists them.`,
				]
			: []),
		...(coverage.rosterGaps ?? []).map(({ address }) =>
			plainLine(`${address} is on the council's domain, but not in the roster.`),
		),
	];
}

/** Who owes the answer isn't named to somebody who has a part in it. */
function clocksOf(input: DigestInput): string[] {
	const { clocks, timezone } = input;
	return [...clocks]
		.sort((a, b) => (a.due < b.due ? -1 : 1))
		.slice(0, ENTRIES_SHOWN)
		.map(({ finding, due }) => {
			const what = `message of ${dayInWords(finding.message.date, timezone)}`;
			const owed = finding.people.find(({ as }) => as === "officer")?.name;
			const who = whyNotDescribed(finding, input) !== undefined || owed === undefined ? "" : `, answer owed by ${owed}`;
			return plainLine(`By ${dayInWords(due, timezone)}: ${what}${who}.`);
		});
}

function asideLines({ excluded, partlyRead, leftOut }: Coverage): string[] {
	return [
		...excluded.map(({ reason, count }) => plainLine(`${grouped(count)} excluded: ${reason}`)),
		...(partlyRead.length > 0
			? [`${counted(partlyRead.length, "message", "messages")} could be read only in part.`]
			: []),
		...(leftOut.length > 0 ? [`Folders left out: ${plainLine(listed(leftOut.map(({ folder }) => folder)))}.`] : []),
	];
}

function moreOf({ fresh, older }: Figures, timezone: string): string[] {
	const line = (hidden: readonly Finding[], kind: string): string[] => {
		const dates = hidden.map(({ message }) => message.date).sort();
		const [first, last] = [dates[0], dates.at(-1)].map((date) => dayInWords(date ?? "", timezone));
		if (dates.length === 0) return [];
		const days = first === last ? `of ${first}` : `of ${first} to ${last}`;
		return [`${grouped(dates.length)} more that ${dates.length === 1 ? "is" : "are"} ${kind}, on messages ${days}.`];
	};
	return [
		...line(fresh.slice(ENTRIES_SHOWN), "new"),
		...line(
			older.slice(ENTRIES_SHOWN).map(({ finding }) => finding),
			"older",
		),
	];
}

/** Undefined where every reader may know; what not all may know is counted and dated, not described. */
function whyNotDescribed(finding: Finding, { roster, to, now, mayReview }: DigestInput): string | undefined {
	const involved = involvedAddresses(finding, roster);
	if (to.some(({ address }) => reaches(address, involved, roster, now)))
		return "It concerns somebody who gets this digest, and is described only to those who have no part in it.";
	if (mayReview?.(finding) === false) return "It concerns the Clerk, and is described only to those who review that.";
	return undefined;
}

function entryWith(input: DigestInput) {
	const { timezone, reviewUrl } = input;
	return (finding: Finding, days?: number): DigestEntry => {
		const kept = whyNotDescribed(finding, input);
		const age = days === undefined ? "" : `, open for ${counted(days, "day")}`;
		const severity = finding.severity === "breach" ? "Breach" : "Advisory";
		return {
			head: `${severity}${age}: ${neutralWords(finding.rule)}`,
			severity: finding.severity,
			...(kept !== undefined || reviewUrl === undefined
				? {}
				: { href: `${reviewUrl}/findings/${encodeURIComponent(finding.id)}` }),
			detail:
				kept !== undefined
					? `Message of ${dayInWords(finding.message.date, timezone)}. ${kept}`
					: plainLine(
							`${finding.summary} (${finding.clause.reference}; evidence ${finding.certainty}; message of ${timeInWords(finding.message.date, timezone)})`,
						),
		};
	};
}
