/** The report as one accessible HTML file that also prints well: no script, nothing fetched. */
import { spanInWords } from "./audit-document.ts";
import { type AuditReport, byReading } from "./audit-report.ts";
import { coverageSections, coverageSentence, resultSentence } from "./coverage-shown.ts";
import { findingHtml } from "./finding-html.ts";
import { fromMail, type Html, html } from "./html.ts";
import { timeInWords } from "./local-time.ts";
import { page } from "./page.ts";
import { unusedExceptionSections } from "./unused-exceptions.ts";

/** A whole page. What comes from mail is escaped. */
export function asHtml(report: AuditReport, options: { readonly timezone: string }): string {
	const { council, protocol, period, coverage } = report;
	const span = spanInWords(period, options.timezone);
	const titles = new Map(report.rulesInForce.map(({ rule, title }) => [rule, title]));
	const findings = report.findings
		.toSorted(byReading)
		.map((finding) => findingHtml(finding, titles.get(finding.rule) ?? finding.rule, options));
	return page(
		`${council}: audit of correspondence, ${span}`,
		html`<a class="skip" href="#findings">Skip to the findings</a>
<header>
<h1>Audit of correspondence</h1>
<p class="lead">${council}, ${span}</p>
<p class="secondary">Protocol: ${protocol}. As of ${timeInWords(period.asOf, options.timezone)}.</p>
</header>
<main>
<p>${resultSentence(report)}</p>
<p>${coverageSentence(coverage)}</p>
${report.notShown === undefined ? undefined : html`<p>${report.notShown}</p>\n`}${report.findings.length > 0 ? countTable(report) : undefined}
<h2 id="findings">Findings</h2>
${findings.length > 0 ? findings : html`<p>None visible in the sources connected.</p>\n`}
<h2>What was read, and what was not</h2>
${coverageSections(coverage).map(
	({ title, lines }) => html`${list(title, lines)}
`,
)}
${rulesTable(report)}
${list("Not covered by this audit", report.notCovered)}${unusedExceptionSections(report, options).map(({ title, lines }) => list(title, lines))}
</main>`,
	);
}

function countTable({ findings, rulesInForce }: AuditReport): Html {
	const known = new Set(rulesInForce.map(({ rule }) => rule));
	const rules = [
		...rulesInForce.map(({ rule }) => rule),
		...findings.map(({ rule }) => rule).filter((rule) => !known.has(rule)),
	];
	const titles = new Map(rulesInForce.map(({ rule, title }) => [rule, title]));
	const rows = [...new Set(rules)].map((rule) => ({
		title: titles.get(rule) ?? rule,
		counts: (["certain", "likely", "possible"] as const).map(
			(grade) => findings.filter((finding) => finding.rule === rule && finding.certainty === grade).length,
		),
	}));
	return html`<table>
<caption>Findings by rule and strength of the evidence</caption>
<thead><tr><th scope="col">Rule</th><th scope="col" class="number">Certain</th><th scope="col" class="number">Likely</th><th scope="col" class="number">Possible</th></tr></thead>
<tbody>
${rows.map(({ title, counts }) => html`<tr><th scope="row">${title}</th>${counts.map((count) => html`<td class="number">${count}</td>`)}</tr>\n`)}</tbody>
</table>`;
}

function rulesTable({ rulesInForce }: AuditReport): Html {
	if (rulesInForce.length === 0) return html``;
	return html`<h2>Rules in force</h2>
<table>
<caption>What was checked, and where the protocol says it</caption>
<thead><tr><th scope="col">Rule</th><th scope="col">Clause</th><th scope="col">Severity</th></tr></thead>
<tbody>
${rulesInForce.map(({ title, clause, severity }) => html`<tr><th scope="row">${title}</th><td>${clause}</td><td>${severity}</td></tr>\n`)}</tbody>
</table>`;
}

function list(title: string, lines: readonly string[]): Html {
	if (lines.length === 0) return html``;
	return html`<h3>${title}</h3>
<ul>
${lines.map((line) => html`<li>${fromMail(line)}</li>\n`)}</ul>`;
}
