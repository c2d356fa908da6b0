/** One finding as HTML, in the frame of `page.ts`. */
import type { Finding } from "../rules/rule.ts";
import { type FindingRow, rowsOf, type ShowOptions } from "./finding-shown.ts";
import { fromMail, type Html, html } from "./html.ts";

/** `title` is the rule's; the heading is an h3. @param href of the finding's own page */
export function findingHtml(finding: Finding, title: string, options: ShowOptions, href?: string): Html {
	return html`<article class="finding ${finding.severity}" id="${finding.id}">
<h3><span class="severity">${finding.severity === "breach" ? "Breach" : "Advisory"}:</span> ${title}</h3>
<p>${fromMail(finding.summary)}</p>
${rowsHtml(rowsOf(finding, options))}
${href === undefined ? undefined : html`<p><a href="${href}">Look at it and decide</a></p>`}
</article>
`;
}

export function rowsHtml(rows: readonly FindingRow[]): Html {
	return html`<dl>
${rows.map(
	({ label, lines, suggested }) =>
		html`<dt>${label}</dt>
${suggested ? suggestedHtml(lines) : lines.map((line) => html`<dd>${fromMail(line)}</dd>\n`)}`,
)}</dl>`;
}

function suggestedHtml(lines: readonly string[]): Html {
	return html`<dd class="suggested">${lines.map((line, index) => html`${index === 0 ? undefined : html`<br>`}${fromMail(line)}`)}</dd>\n`;
}
