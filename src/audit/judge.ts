/** From facts to findings: every rule in force is asked of one message and its related ones. Monitoring and audits share it. */
import type { Protocol } from "../config/council.ts";
import type { MessageFacts } from "../facts/facts.ts";
import type { Location } from "../facts/message.ts";
import { READINGS, type Reading } from "../facts/readings.ts";
import type { Roster } from "../people/roster.ts";
import { readingsOf, ruleById } from "../rules/index.ts";
import type { Certainty, Finding, Judgement, Rule, Severity, WorkingCalendar } from "../rules/rule.ts";
import { findingId } from "./finding-id.ts";

const CERTAINTIES: readonly Certainty[] = ["certain", "likely", "possible"];

export interface JudgeOptions {
	readonly protocol: Protocol;
	readonly roster: Roster;
	readonly calendar: WorkingCalendar;
	/** Only these rules; absent: all in force. */
	readonly only?: readonly string[];
}

/** Findings of one message, each id once; `related` is only asked for where a rule looks at it. */
export type Judge = (message: MessageFacts, related: () => readonly MessageFacts[], asOf: string) => readonly Finding[];

interface RuleAtWork {
	readonly rule: Rule;
	readonly severity: Severity;
	readonly clause: string;
	readonly settings: unknown;
}

/** What must be looked for in mail, for the rules in force (or `only` some of them) to be judged. */
export function readingsInForce({ rules }: Protocol, only?: readonly string[]): readonly Reading[] {
	const inForce = rules.filter(({ rule, severity }) => severity !== "off" && (only?.includes(rule) ?? true));
	return readingsOf(inForce);
}

/** What monitoring looks for: a rule that is put in force needs no mail read anew, apart from what settings ask for. */
export function readingsToKeep(protocol: Protocol): readonly Reading[] {
	return [...new Set([...READINGS, ...readingsInForce(protocol)])];
}

export function createJudge({ protocol, roster, calendar, only }: JudgeOptions): Judge {
	const atWork: RuleAtWork[] = protocol.rules.flatMap(({ rule: id, severity, clause, settings }) => {
		const rule = ruleById(id);
		if (rule === undefined || severity === "off" || (only !== undefined && !only.includes(id))) return [];
		return [{ rule, severity, clause, settings: rule.meta.settings.parse(settings) }];
	});
	return (message, related, asOf) => {
		if (message.own) return [];
		const found = new Map<string, Finding>();
		let known: readonly MessageFacts[] | undefined;
		for (const { rule, severity, clause, settings } of atWork) {
			const context = {
				roster,
				settings,
				calendar,
				asOf,
				get related() {
					known ??= related();
					return known;
				},
			};
			for (const judgement of rule.judge(message, context)) {
				const finding = toFinding(
					message,
					rule.meta.id,
					severity,
					{ protocol: protocol.name, reference: clause },
					judgement,
				);
				const same = found.get(finding.id);
				if (same === undefined || rank(finding) < rank(same)) found.set(finding.id, finding);
			}
		}
		return [...found.values()];
	};
}

function rank(finding: Finding): number {
	return CERTAINTIES.indexOf(finding.certainty);
}

function toFinding(
	message: MessageFacts,
	rule: string,
	severity: Severity,
	clause: Finding["clause"],
	judgement: Judgement,
): Finding {
	const at = bestPlace(message);
	return {
		id: findingId(rule, message.messageId, judgement.people),
		rule,
		severity,
		clause,
		message: {
			messageId: message.messageId,
			mailbox: at.mailbox,
			folder: at.folder,
			date: message.date,
			subject: message.subject,
			from: message.from[0]?.address ?? "",
		},
		...judgement,
	};
}

/** Where a clerk would look first: the sender's own mailbox, else the first by name. */
function bestPlace(message: MessageFacts): Location {
	const from = message.from[0]?.address;
	const own = message.at.find((at) => at.mailbox === from);
	return own ?? message.at[0] ?? { mailbox: "", folder: "" };
}

/** By date, then rule, then id: the order of every report. */
export function inReportOrder(findings: Iterable<Finding>): readonly Finding[] {
	const key = (finding: Finding): string => [finding.message.date, finding.rule, finding.id].join("\n");
	return [...findings].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
