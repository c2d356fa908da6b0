/** Rules as people type them. */
import { suggest } from "../config/nearest.ts";
import { CandourError } from "../errors.ts";
import { RULES, RULES_TO_COME } from "../rules/index.ts";

/** Throws USAGE with the nearest name where there is no such rule, or where it comes later. */
export function checkedRules(typed: readonly string[]): readonly string[] {
	const known = RULES.map(({ meta }) => meta.id);
	for (const name of typed) {
		if (known.includes(name)) continue;
		const later = RULES_TO_COME.includes(name);
		throw new CandourError("USAGE", later ? `The rule "${name}" comes later.` : `There is no rule "${name}".`, {
			remedy: later ? `Ready are: ${known.join(", ")}.` : suggest(name, known),
		});
	}
	return typed;
}
