/** Every rule that is ready, in the order of the rulebook. */
import { OFFICERS_LETTERS, READINGS, type Reading } from "../facts/readings.ts";
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

/** What these rules look at with their settings, all in all. */
export function readingsOf(
	rules: readonly { readonly rule: string; readonly settings: Readonly<Record<string, unknown>> }[],
): readonly Reading[] {
	const asked = new Set(
		rules.flatMap(({ rule, settings }) => {
			const meta = ruleById(rule)?.meta;
			return meta === undefined ? [] : [...meta.reads, ...(meta.readsToo?.(meta.settings.parse(settings)) ?? [])];
		}),
	);
	return ([...READINGS, OFFICERS_LETTERS] as const).filter((reading) => asked.has(reading));
}

/** The rule's title; of one that isn't known, its id. */
export function ruleTitle(id: string): string {
	return ruleById(id)?.meta.title ?? id;
}
