/** The report as lines for a terminal. */
import type { Finding } from "../rules/rule.ts";
import { type AuditReport, byReading } from "./audit-report.ts";
import { coverageSections, coverageSentence, resultSentence } from "./coverage-shown.ts";
import { rowsOf } from "./finding-shown.ts";
import { dayInWords, timeInWords } from "./local-time.ts";
import { plainLine } from "./plain-line.ts";
import { rowLines } from "./row-lines.ts";
import { unusedExceptionSections } from "./unused-exceptions.ts";
import { hanging, wrapped } from "./wrap.ts";

export interface TextOptions {
	readonly timezone: string;
	/** In characters; 80 by default, at least 40. */
	readonly width?: number;
	readonly colour?: boolean;
	/** The message is a draft: the remedy says what to change before it is sent. */
	readonly draft?: boolean;
}

const PAINT = { bold: "1", breach: "1;31", advisory: "1;33", quiet: "2" } as const;

/** Lines no wider than asked, with a line feed at the end. */
export function asText(report: AuditReport, options: TextOptions): string {
	const width = Math.max(options.width ?? 80, 40);
	const paint = painter(options.colour ?? false);
	const { period, coverage } = report;
	const from = period.from === null ? "everything" : dayInWords(period.from, options.timezone);
	const section = (title: string, lines: readonly string[]) =>
		lines.length === 0 ? [] : ["", paint("bold", title), ...lines.flatMap((line) => hanging("  ", line, width))];
	return `${[
		paint("bold", plainLine(`${report.council}: audit of correspondence`)),
		plainLine(`Protocol ${report.protocol}, ${from} to ${dayInWords(period.to, options.timezone)}`),
		`As of ${timeInWords(period.asOf, options.timezone)}`,
		"",
		...wrapped(resultSentence(report), width),
		...wrapped(coverageSentence(coverage), width),
		...(report.notShown === undefined ? [] : wrapped(report.notShown, width)),
		...report.findings.toSorted(byReading).flatMap((finding) => ["", ...findingLines(finding, options)]),
		...coverageSections(coverage).flatMap(({ title, lines }) => section(title, lines)),
		...section(
			"Rules in force",
			report.rulesInForce.map(({ rule, clause, severity }) => plainLine(`${rule} (${severity}): ${clause}`)),
		),
		...section("Not covered by this audit", report.notCovered.length > 0 ? [report.notCovered.join(", ")] : []),
		...unusedExceptionSections(report, options).flatMap(({ title, lines }) => section(title, lines)),
	].join("\n")}\n`;
}

/** One finding, as the report and `candour check` print it. */
export function findingLines(finding: Finding, options: TextOptions): string[] {
	const width = Math.max(options.width ?? 80, 40);
	const paint = painter(options.colour ?? false);
	const head = [
		paint(finding.severity, finding.severity.toUpperCase()),
		paint("bold", finding.rule),
		timeInWords(finding.message.date, options.timezone),
		paint("quiet", finding.id),
	];
	const rows = rowLines(rowsOf(finding, options), width);
	return [head.join("  "), ...hanging("  ", plainLine(finding.summary), width), ...rows];
}

function painter(colour: boolean): (style: keyof typeof PAINT, text: string) => string {
	return (style, text) => (colour ? `\u001b[${PAINT[style]}m${text}\u001b[0m` : text);
}
