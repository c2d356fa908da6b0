/** What an edition calls a rule. Pure. */
import type { RuleShown } from "../audit-report.ts";

/** The title of the rule among those of the edition; its id where it is no longer in force. */
export function ruleTitleIn(rules: readonly RuleShown[], id: string): string {
	return rules.find(({ rule }) => rule === id)?.title ?? id;
}
