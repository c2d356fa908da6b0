/** What was exempted from the findings. The public edition gives numbers, the annex the reasons. Pure. */
import { type Block, heading, listed, paragraph } from "../document.ts";
import type { ExemptAnnex, PublicEdition } from "../editions.ts";
import { dayInWords } from "../local-time.ts";
import { plainLine } from "../plain-line.ts";
import { countShown } from "./count-shown.ts";
import { ruleTitleIn } from "./rule-title.ts";

/** How many patterns and resolutions exempt findings. */
export function publicExemptions({ exemptions }: PublicEdition): readonly Block[] {
	return [
		heading(2, "Exemptions"),
		paragraph(
			`Patterns that a reviewer exempted, in force in the period: ${countShown(exemptions.patterns)}. Findings that a resolution of the council excepts: ${countShown(exemptions.byResolution)}. The reasons are in the annex.`,
		),
	];
}

/** Each pattern and each resolution with its reason. */
export function annexExemptions({ exemptions, annex, rules }: ExemptAnnex, timezone: string): readonly Block[] {
	const resolved = annex.flatMap(({ finding }) => (finding.exception === undefined ? [] : [finding.exception]));
	const minutes = [...new Set(resolved.map(({ minute, reason }) => `${minute}: ${reason}`))];
	return [
		heading(2, "Exemptions"),
		...(exemptions.length + minutes.length === 0 ? [paragraph("None were in force.")] : []),
		...listed(
			"Patterns that a reviewer exempted",
			exemptions.map(({ rule, reason, by, from, until }) =>
				plainLine(
					`${ruleTitleIn(rules, rule)}, ${dayInWords(from, timezone)} to ${dayInWords(until, timezone)}, by ${by}: ${reason}`,
				),
			),
		),
		...listed("Resolutions of the council that except findings", minutes.map(plainLine)),
	];
}
