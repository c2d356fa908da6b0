/** What a week's digest counts: new, open and withdrawn findings, by rule and against the weeks before. Pure. */
import { createLocalDay } from "../people/local-day.ts";
import type { Finding } from "../rules/rule.ts";
import { byReading, type RuleShown } from "./audit-report.ts";
import { type DigestWeek, weekBefore } from "./due.ts";

export const WEEKS_BEFORE = 4;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A finding with its story; moments are ISO 8601. */
export interface DigestFinding {
	readonly finding: Finding;
	readonly state: "open" | "withdrawn" | "closed";
	readonly raisedAt: string;
	readonly withdrawnAt?: string;
}

interface RuleCount {
	readonly rule: string;
	readonly title: string;
	readonly week: number;
	/** The four weeks before, newest first. */
	readonly before: readonly number[];
}

interface OpenFinding {
	readonly finding: Finding;
	/** Whole days from its raising to the end of the week. */
	readonly days: number;
}

export interface Figures {
	readonly counts: readonly RuleCount[];
	/** Raised in the week and still open, by date. */
	readonly fresh: readonly Finding[];
	/** Raised before the week and still open, the oldest first. */
	readonly older: readonly OpenFinding[];
	/** Withdrawn in the week, because later mail took their ground away. */
	readonly withdrawn: number;
}

/** `findings`: every open one, and all that were raised in the week and the four before it, whatever became of them. */
export function figuresOf(
	findings: readonly DigestFinding[],
	week: DigestWeek,
	rules: readonly RuleShown[],
	timezone: string,
): Figures {
	const localDay = createLocalDay(timezone);
	const within = (instant: string, { from, to }: DigestWeek) => {
		const day = localDay(instant);
		return from <= day && day <= to;
	};
	const weeks = Array.from({ length: WEEKS_BEFORE }, (_, index) => weekBefore(week, index + 1));
	const open = findings.filter(({ state, raisedAt }) => state === "open" && localDay(raisedAt) <= week.to);
	return {
		counts: titled(findings, rules).map(({ rule, title }) => {
			const ofRule = findings.filter(({ finding }) => finding.rule === rule);
			const raisedIn = (one: DigestWeek) => ofRule.filter(({ raisedAt }) => within(raisedAt, one)).length;
			return { rule, title, week: raisedIn(week), before: weeks.map(raisedIn) };
		}),
		fresh: open
			.filter(({ raisedAt }) => within(raisedAt, week))
			.map(({ finding }) => finding)
			.sort(byReading),
		older: open
			.filter(({ raisedAt }) => localDay(raisedAt) < week.from)
			.sort((a, b) => order(a.raisedAt, b.raisedAt) || byReading(a.finding, b.finding))
			.map(({ finding, raisedAt }) => ({ finding, days: daysBetween(localDay(raisedAt), week.to) })),
		withdrawn: findings.filter(({ withdrawnAt }) => withdrawnAt !== undefined && within(withdrawnAt, week)).length,
	};
}

/** The rules in force, then those that only have findings from before. */
function titled(findings: readonly DigestFinding[], rules: readonly RuleShown[]) {
	const known = new Set(rules.map(({ rule }) => rule));
	const others = [...new Set(findings.map(({ finding }) => finding.rule))].filter((rule) => !known.has(rule)).sort();
	return [...rules.map(({ rule, title }) => ({ rule, title })), ...others.map((rule) => ({ rule, title: rule }))];
}

function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

function order(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
