/** Rules as people type them. */
import { CandourError } from "../errors.ts";
import { RULES, RULES_TO_COME } from "../rules/index.ts";
import { nearest } from "./nearest.ts";

/** Throws USAGE with the nearest name where there is no such rule, or where it comes later. */
export function checkedRules(typed: readonly string[]): readonly string[] {
	const known = RULES.map(({ meta }) => meta.id);
	for (const name of typed) {
		if (known.includes(name)) continue;
		if (RULES_TO_COME.includes(name)) {
			throw new CandourError("USAGE", `The rule "${name}" is planned, but not ready yet.`, {
				remedy: `Ready are: ${known.join(", ")}.`,
			});
		}
		const near = nearest(name, known);
		throw new CandourError("USAGE", `There is no rule "${name}".`, {
			remedy: near === undefined ? `Known are: ${known.join(", ")}.` : `Did you mean "${near}"?`,
		});
	}
	return typed;
}
