/** Every rule that is ready, in the order of the rulebook. */
import { READINGS, type Reading } from "../facts/readings.ts";
import { confidentialLeak } from "./confidential-leak.ts";
import { confidentialUnexplained } from "./confidential-unexplained.ts";
import { councillorObligation } from "./councillor-obligation.ts";
import { councillorOfficialLetter } from "./councillor-official-letter.ts";
import { enquiryOverdue } from "./enquiry-overdue.ts";
import { asResolved } from "./exceptions.ts";
import { groupBriefing } from "./group-briefing.ts";
import { missingCopyFooter } from "./missing-copy-footer.ts";
import { protectiveMarking } from "./protective-marking.ts";
import type { Rule } from "./rule.ts";
import { silentCopy } from "./silent-copy.ts";
import { staffInstruction } from "./staff-instruction.ts";

const IN_ORDER = [
	silentCopy,
	missingCopyFooter,
	councillorObligation,
	councillorOfficialLetter,
	confidentialLeak,
	confidentialUnexplained,
	staffInstruction,
	protectiveMarking,
	enquiryOverdue,
	groupBriefing,
] as readonly unknown[] as readonly Rule[];

export const RULES: readonly Rule[] = IN_ORDER.map(asResolved);

/** The rules of the rulebook that profiles name and a later release brings. */
export const RULES_TO_COME: readonly string[] = [];

/** Where a rule stands in the rulebook; one that isn't known comes last. */
export function rulebookPlace(id: string): number {
	const place = RULES.findIndex((rule) => rule.meta.id === id);
	return place === -1 ? RULES.length : place;
}

export function ruleById(id: string): Rule | undefined {
	return RULES.find((rule) => rule.meta.id === id);
}

/** What the rules of these ids look at, all in all. */
export function readingsOf(ids: readonly string[]): readonly Reading[] {
	const asked = new Set(ids.flatMap((id) => ruleById(id)?.meta.reads ?? []));
	return READINGS.filter((reading) => asked.has(reading));
}

/** The rule's title; of one that isn't known, its id. */
export function ruleTitle(id: string): string {
	return ruleById(id)?.meta.title ?? id;
}
