/** What a report of a period is made of, before an edition decides who may see what of it. Pure. */
import { subjectsOf } from "../alerts/involved.ts";
import type { CalendarConfig } from "../config/council.ts";
import type { Roster } from "../people/roster.ts";
import type { Finding } from "../rules/rule.ts";
import type { Bearing } from "../store/findings.ts";
import type { Decision, PeriodFinding } from "../store/period-findings.ts";
import type { Coverage, RuleShown } from "./audit-report.ts";
import type { ResponseTimes } from "./response-times.ts";

export const STATES = ["undecided", "confirmed", "justified", "put-right", "not-a-breach", "exempt"] as const;
export type State = (typeof STATES)[number];
export const STATE_WORDS: Readonly<Record<State, string>> = {
	undecided: "Not decided yet",
	confirmed: "Confirmed",
	justified: "Justified",
	"put-right": "Put right",
	"not-a-breach": "Not a breach",
	exempt: "Exempt pattern",
};

export const ROLES = ["officers", "councillors", "other"] as const;
export type Role = (typeof ROLES)[number];
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
	officers: "Officers",
	councillors: "Councillors",
	other: "Both, or not clear from the mail",
};

/** Days of the council's zone, both inclusive. */
export interface Days {
	readonly from: string;
	readonly to: string;
}

export interface Exemption {
	readonly rule: string;
	readonly reason: string;
	readonly by: string;
	readonly from: string;
	/** Last day. */
	readonly until: string;
}

/** What the report says of the council and the protocol, the same in every edition. */
export interface Frame {
	readonly council: string;
	readonly period: Days;
	/** The period before, of as many days or whole months. */
	readonly before: Days;
	readonly protocol: {
		readonly name: string;
		readonly title: string;
		/** A mark that changes with the protocol's rules and settings, the people and the calendar. */
		readonly version: string;
		/** How often that changed within the period. */
		readonly changes: number;
	};
	readonly rules: readonly RuleShown[];
	readonly notCovered: readonly string[];
	readonly calendar: {
		readonly nation: CalendarConfig["nation"];
		readonly closed: number;
		readonly officeDays?: readonly string[];
	};
}

export interface PeriodData {
	readonly frame: Frame;
	readonly findings: readonly PeriodFinding[];
	readonly findingsBefore: readonly PeriodFinding[];
	readonly decisions: readonly Decision[];
	/** Each with who may see it. */
	readonly exemptions: readonly (Exemption & Bearing)[];
	readonly coverage: Coverage;
	readonly responses: ResponseTimes;
}

/** Counts of standing findings; each list adds up to `total`. */
export interface Figures {
	readonly total: number;
	readonly byRule: readonly number[];
	readonly byState: readonly number[];
	readonly byRole: readonly number[];
	/** Withdrawn by Candour itself, when later mail took their ground away; not among the total. */
	readonly withdrawn: number;
}

/** The rules in force, and those of which findings stand that are no longer. */
export function rulesShown(data: Pick<PeriodData, "frame" | "findings" | "findingsBefore">): readonly RuleShown[] {
	const known = new Set(data.frame.rules.map(({ rule }) => rule));
	const others = [...data.findings, ...data.findingsBefore].filter(
		({ rule, state }) => state === "open" && !known.has(rule),
	);
	const further = [...new Set(others.map(({ rule }) => rule))].sort().map((rule): RuleShown => {
		const { severity, finding } = others.find((one) => one.rule === rule) as PeriodFinding;
		return { rule, title: rule, severity, clause: finding.clause.reference };
	});
	return [...data.frame.rules, ...further];
}

export function figuresOf(findings: readonly PeriodFinding[], rules: readonly RuleShown[], roster: Roster): Figures {
	const standing = findings.filter(({ state }) => state === "open");
	const roles = standing.map(({ finding }) => roleOf(finding, roster));
	return {
		total: standing.length,
		byRule: rules.map(({ rule }) => standing.filter((one) => one.rule === rule).length),
		byState: STATES.map((state) => standing.filter(({ review }) => review === state).length),
		byRole: ROLES.map((role) => roles.filter((one) => one === role).length),
		withdrawn: findings.length - standing.length,
	};
}

/** Whose act a finding is about, by role and never by name. */
export function roleOf(finding: Finding, roster: Roster): Role {
	const kinds = new Set(subjectsOf(finding).map((address) => roster.party(address, finding.message.date).kind));
	if (kinds.size !== 1) return "other";
	if (kinds.has("officer")) return "officers";
	return kinds.has("councillor") ? "councillors" : "other";
}

/** Of the findings that somebody decided, how many were found to be none, in percent; undefined where none were decided. */
export function shareNotBreaches(
	byState: readonly number[],
): { readonly decided: number; readonly percent: number } | undefined {
	const at = (state: State) => byState[STATES.indexOf(state)] ?? 0;
	const decided = byState.reduce((sum, count) => sum + count, 0) - at("undecided");
	return decided === 0 ? undefined : { decided, percent: Math.round((100 * at("not-a-breach")) / decided) };
}
