/** The findings themselves, which only the annex holds. Pure. */
import { type Block, heading, paragraph } from "../document.ts";
import type { AnnexFinding, ExemptAnnex } from "../editions.ts";
import { rowsOf } from "../finding-shown.ts";
import { dayInWords } from "../local-time.ts";
import { STATE_WORDS } from "../period-report.ts";
import { plainLine } from "../plain-line.ts";
import { ruleTitleIn } from "./rule-title.ts";

/** Each finding with what was decided of it and its evidence. */
export function annexFindings({ annex, rules }: ExemptAnnex, timezone: string): readonly Block[] {
	return [
		heading(2, "The findings"),
		...(annex.length === 0 ? [paragraph("None visible in the sources connected.")] : []),
		...annex.flatMap(({ finding, state, decisions }): Block[] => [
			{
				kind: "heading",
				level: 3,
				text: plainLine(
					`${finding.severity === "breach" ? "Breach" : "Advisory"}: ${ruleTitleIn(rules, finding.rule)}`,
				),
				weight: finding.severity,
			},
			paragraph(plainLine(finding.summary)),
			{
				kind: "rows",
				rows: [
					{
						label: "Decision",
						lines:
							decisions.length === 0
								? [STATE_WORDS[state]]
								: decisions.map((decision) => decisionLine(decision, timezone)),
					},
					...rowsOf(finding, { timezone }),
				],
			},
		]),
	];
}

function decisionLine({ kind, reason, by, at }: AnnexFinding["decisions"][number], timezone: string): string {
	const words = STATE_WORDS[kind as keyof typeof STATE_WORDS] ?? kind;
	const because = reason === "" ? "" : `: ${reason}`;
	return plainLine(`${words}, by ${by} on ${dayInWords(at, timezone)}${because}`);
}
