/** What an audit says, whichever way it is shown: the shape of `candour audit --format json` (CONTRACT.md, "Findings"). */
import { rulebookPlace } from "../rules/index.ts";
import type { Certainty, Finding, Severity } from "../rules/rule.ts";

export const AUDIT_REPORT_SCHEMA = "candour/audit-report/1";

/** A thing that could not be read, and where it lies. */
export interface Unreadable {
	readonly mailbox: string;
	readonly folder: string;
	readonly uid?: number;
	readonly file?: string;
	readonly reason: string;
}

/** A message that was audited as far as it could be read. */
interface PartlyRead {
	readonly mailbox: string;
	readonly folder: string;
	readonly messageId: string;
	readonly uid?: number;
	readonly file?: string;
	/** In words: "attachment rates.pdf: encrypted". */
	readonly what: readonly string[];
}

/** One mailbox or export, and what it cannot show even when all of it was read. */
export interface SourceCoverage {
	/** The mailbox's address, or the path of an export. */
	readonly name: string;
	readonly connected: boolean;
	/** Why it was not connected, in a sentence. */
	readonly reason?: string;
	readonly journal?: boolean;
	/** Sentences such as "It has no Sent folder, so that hidden copies may be invisible." */
	readonly cannotSee: readonly string[];
}

/** Every message found is audited, excluded, not needed, left out or unreadable: the numbers add up to `found`. */
export interface Coverage {
	readonly found: number;
	readonly audited: number;
	readonly excluded: readonly { readonly reason: string; readonly count: number }[];
	/** Messages whose headers show that no rule in force can concern them. */
	readonly notNeeded: number;
	/** Folders such as Drafts and Junk; their messages are not among `found`. */
	readonly leftOut: readonly { readonly mailbox: string; readonly folder: string; readonly count: number }[];
	readonly partlyRead: readonly PartlyRead[];
	readonly unreadable: readonly Unreadable[];
	readonly sources: readonly SourceCoverage[];
	/** Addresses on the council's domains that nobody in the roster has. */
	readonly rosterGaps?: readonly { readonly address: string; readonly count: number }[];
}

/** A rule that was judged, with the clause it stands on. */
export interface RuleShown {
	readonly rule: string;
	readonly title: string;
	readonly severity: Severity;
	readonly clause: string;
}

/** An entry of the council's register of exceptions that no finding of the period names. */
export interface UnusedException {
	/** Those in force for which it stands. */
	readonly rules: readonly string[];
	/** For which mail: "from chair, about “Bins”". */
	readonly scope: string;
	readonly minute: string;
	readonly reason: string;
	/** Its days, both included. */
	readonly from?: string;
	readonly until?: string;
}

export interface AuditReport {
	readonly schema: typeof AUDIT_REPORT_SCHEMA;
	readonly council: string;
	readonly protocol: string;
	/** Days of the council's zone, both inclusive; `from` is null where everything was read. `asOf` has its offset. */
	readonly period: { readonly from: string | null; readonly to: string; readonly asOf: string };
	readonly coverage: Coverage;
	/** By date, then rule: see {@link inOrder}. */
	readonly findings: readonly Finding[];
	readonly rulesInForce: readonly RuleShown[];
	/** Rules that this protocol does not have, or that the council switched off or left out of this run. */
	readonly notCovered: readonly string[];
	/** Of the council's register, in force in the period; absent where findings are left out for whom this copy is. */
	readonly unusedExceptions?: readonly UnusedException[];
	/** A sentence that says how many findings were left out for whom this copy is, and why; absent where none were. */
	readonly notShown?: string;
}

/** Findings by the date of their message, then rule, then id, so that the same findings always read the same. */
export function inOrder(findings: readonly Finding[]): Finding[] {
	return [...findings].sort(
		(a, b) => compare(a.message.date, b.message.date) || compare(a.rule, b.rule) || compare(a.id, b.id),
	);
}

/** For people: by date, and among the findings of one message in the order of the rulebook, the weightier first. */
export function byReading(a: Finding, b: Finding): number {
	return (
		compare(a.message.date, b.message.date) ||
		compare(a.message.messageId, b.message.messageId) ||
		rulebookPlace(a.rule) - rulebookPlace(b.rule) ||
		compare(a.rule, b.rule) ||
		compare(a.id, b.id)
	);
}

/** How many findings are breaches: what the exit status is made of. */
export function breachesOf(findings: readonly Pick<Finding, "severity">[]): number {
	return findings.filter((finding) => finding.severity === "breach").length;
}

const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
	certain: "Certain: the record shows it",
	likely: "Likely: read from the words; a person should look",
	possible: "Possible: a clue that a person should look into",
};
const COPY_RULES: readonly string[] = ["silent-copy", "missing-copy-footer"];

/** What the grade of a finding's evidence means, in words for reports and alerts. */
export function certaintyWords({ rule, certainty }: Pick<Finding, "rule" | "certainty">): string {
	if (certainty === "likely" && COPY_RULES.includes(rule)) return "Likely: the record shows the result, not the way";
	return CERTAINTY_WORDS[certainty];
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
