/** What a rule is, what it is given and what it says. Rules are pure: no clock, no I/O, no logger. */
import type { z } from "zod";
import type { MessageFacts } from "../facts/facts.ts";
import type { Reading } from "../facts/readings.ts";
import type { Roster } from "../people/roster.ts";

export type Severity = "breach" | "advisory";
export type Certainty = "certain" | "likely" | "possible";

export interface FindingPerson {
	readonly as: "copied" | "uninformed" | "author" | "third-party" | "complainant" | "officer" | "group";
	readonly name: string;
	/** The first of the roster; an outsider's the one used, in lower case. */
	readonly address: string;
}

export interface Evidence {
	readonly kind: "header" | "envelope" | "text" | "attachment" | "thread" | "absence";
	readonly where: string;
	/** At most 200 characters. */
	readonly quote: string;
}

/** What a rule returns: the finding without what the auditor adds (id, clause, severity, message). */
export interface Judgement {
	readonly people: readonly FindingPerson[];
	/** One sentence that a clerk understands. */
	readonly summary: string;
	readonly evidence: readonly Evidence[];
	readonly certainty: Certainty;
	/** What could not be seen, in a sentence; alerts and reports show it. */
	readonly unseen?: string;
	/** Text that the author may use to put it right. */
	readonly remedy?: string;
	/** When it became so (ISO 8601), where time alone made it so some while after the message. */
	readonly since?: string;
	/** Where it weighs less than the rule as such: by a setting, or by an exception. */
	readonly severity?: Severity;
	/** The council's resolution that excepts it; it is shown and counted all the same. */
	readonly exception?: {
		readonly minute: string;
		readonly reason: string;
		/** For which mail it stands; tells entries of one minute apart. */
		readonly scope?: string;
		readonly until?: string;
	};
}

/** The finding as CONTRACT.md gives it, with `unseen` and `remedy` beside. */
export interface Finding extends Judgement {
	readonly id: string;
	readonly rule: string;
	readonly severity: Severity;
	readonly clause: { readonly protocol: string; readonly reference: string };
	readonly message: {
		readonly messageId: string;
		readonly mailbox: string;
		readonly folder: string;
		readonly date: string;
		readonly subject: string;
		readonly from: string;
	};
}

/** What a rule may look at beside the message itself. */
export interface Context<Settings> {
	readonly roster: Roster;
	/** Messages that share a relation key with this one (see facts/relations.ts), oldest first, without itself. */
	readonly related: readonly MessageFacts[];
	readonly settings: Settings;
	/** The audit's as-of date, ISO 8601. Only rules that count time look at it. */
	readonly asOf: string;
	readonly calendar: WorkingCalendar;
}

/** Working days of the council's calendar. */
export interface WorkingCalendar {
	/** The day on which mail of that moment counts as received: `2026-03-02`. */
	receivedOn(instant: string): string;
	/** The day `count` working days after `day`. */
	addWorkingDays(day: string, count: number): string;
	/** The council's local day of an instant. */
	dayOf(instant: string): string;
}

interface RuleMeta<Settings> {
	readonly id: string;
	readonly title: string;
	/** One sentence: what it finds. */
	readonly about: string;
	readonly severity: Severity;
	/** By profile: where the protocol says it. */
	readonly clauses: Readonly<Record<string, string>>;
	/** What it looks at beside people, marks and fingerprints: nothing else may be taken for granted in its facts. */
	readonly reads: readonly Reading[];
	/** What it looks at beside, with some settings. */
	readonly readsToo?: (settings: Settings) => readonly Reading[];
	readonly settings: z.ZodType<Settings>;
	/** When it can fire wrongly: shown in docs and pages. */
	readonly falsePositives: readonly string[];
}

export interface Rule<Settings = unknown> {
	readonly meta: RuleMeta<Settings>;
	readonly judge: (message: MessageFacts, context: Context<Settings>) => readonly Judgement[];
}
