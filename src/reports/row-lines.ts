/** Rows of a finding as lines of text: labels on the left, the text hanging beside them. */
import type { FindingRow } from "./finding-shown.ts";
import { plainLine } from "./plain-line.ts";
import { hanging } from "./wrap.ts";

const LABEL_WIDTH = 24;

/** Text that the author may use stands below its label, with a bar before it and never broken. */
export function rowLines(rows: readonly FindingRow[], width: number): string[] {
	return rows.flatMap(({ label, lines, suggested }) =>
		suggested
			? [`  ${label}`, ...lines.map((line) => `    | ${plainLine(line)}`)]
			: lines.flatMap((line, index) =>
					hanging(`  ${(index === 0 ? label : "").padEnd(LABEL_WIDTH)}`, plainLine(line), width),
				),
	);
}
