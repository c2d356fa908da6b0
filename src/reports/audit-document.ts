/** An audit's report as a document, for PDF. Pure. */
import { type AuditReport, byReading } from "./audit-report.ts";
import { coverageSections, coverageSentence, resultSentence } from "./coverage-shown.ts";
import { type Block, heading, listed, paragraph, type ReportDocument, type Table } from "./document.ts";
import { rowsOf } from "./finding-shown.ts";
import { dayInWords, timeInWords } from "./local-time.ts";
import { plainLine } from "./plain-line.ts";
import { unusedExceptionSections } from "./unused-exceptions.ts";

export function auditDocument(report: AuditReport, { timezone }: { readonly timezone: string }): ReportDocument {
	const { council, protocol, period, coverage } = report;
	const span = spanInWords(period, timezone);
	return {
		title: plainLine(`${council}: audit of correspondence, ${span}`),
		heading: "Audit of correspondence",
		running: plainLine(`${council}: audit of correspondence, ${span}`),
		madeAt: period.asOf,
		blocks: [
			paragraph(plainLine(`${council}, ${span}`), "lead"),
			paragraph(plainLine(`Protocol: ${protocol}. As of ${timeInWords(period.asOf, timezone)}.`), "secondary"),
			paragraph(resultSentence(report)),
			paragraph(coverageSentence(coverage)),
			...(report.notShown === undefined ? [] : [paragraph(report.notShown)]),
			...(report.findings.length > 0 ? [countTable(report)] : []),
			heading(2, "Findings"),
			...(report.findings.length > 0 ? [] : [paragraph("None visible in the sources connected.")]),
			...report.findings.toSorted(byReading).flatMap((finding) => findingBlocks(finding, report, timezone)),
			heading(2, "What was read, and what was not"),
			...coverageSections(coverage).flatMap(({ title, lines }) => listed(title, lines)),
			...rulesTable(report),
			...listed("Not covered by this audit", report.notCovered),
			...unusedExceptionSections(report, { timezone }).flatMap(({ title, lines }) => listed(title, lines)),
		],
	};
}

/** "1 June 2026 to 30 June 2026", "everything to 30 June 2026". */
export function spanInWords({ from, to }: Pick<AuditReport["period"], "from" | "to">, timezone: string): string {
	const end = dayInWords(to, timezone);
	return from === null ? `everything to ${end}` : `${dayInWords(from, timezone)} to ${end}`;
}

function findingBlocks(
	finding: AuditReport["findings"][number],
	{ rulesInForce }: AuditReport,
	timezone: string,
): readonly Block[] {
	const title = rulesInForce.find(({ rule }) => rule === finding.rule)?.title ?? finding.rule;
	const { severity } = finding;
	const weight = severity === "breach" ? "Breach" : "Advisory";
	return [
		{ kind: "heading", level: 3, text: plainLine(`${weight}: ${title}`), weight: severity },
		paragraph(plainLine(finding.summary)),
		{ kind: "rows", rows: rowsOf(finding, { timezone }) },
	];
}

function countTable({ findings, rulesInForce }: AuditReport): Table {
	const titles = new Map(rulesInForce.map(({ rule, title }) => [rule, title]));
	const rules = [...new Set([...titles.keys(), ...findings.map(({ rule }) => rule)])];
	return {
		kind: "table",
		caption: "Findings by rule and strength of the evidence",
		columns: [
			{ title: "Rule", share: 4 },
			{ title: "Certain", numeric: true },
			{ title: "Likely", numeric: true },
			{ title: "Possible", numeric: true },
		],
		rows: rules.map((rule) => [
			titles.get(rule) ?? rule,
			...(["certain", "likely", "possible"] as const).map((grade) =>
				String(findings.filter((finding) => finding.rule === rule && finding.certainty === grade).length),
			),
		]),
	};
}

function rulesTable({ rulesInForce }: AuditReport): readonly Block[] {
	if (rulesInForce.length === 0) return [];
	return [
		heading(2, "Rules in force"),
		{
			kind: "table",
			caption: "What was checked, and where the protocol says it",
			columns: [{ title: "Rule", share: 3 }, { title: "Clause", share: 3 }, { title: "Severity" }],
			rows: rulesInForce.map(({ title, clause, severity }) => [title, clause, severity]),
		},
	];
}
