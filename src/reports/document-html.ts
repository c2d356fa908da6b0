/** A document as one accessible HTML file that also prints well: no script, nothing fetched. Pure. */
import type { Block, ReportDocument, Table } from "./document.ts";
import { rowsHtml } from "./finding-html.ts";
import { fromMail, type Html, html } from "./html.ts";
import { page } from "./page.ts";

export function documentHtml({ title, heading, banner, blocks, running }: ReportDocument): string {
	// On screen there are no pages: whoever prints it sees the line at the head and at the foot.
	const marked = banner === undefined ? undefined : html`<p class="severity">${fromMail(banner)}</p>\n`;
	return page(
		title,
		html`<header>
${marked}<h1>${heading}</h1>
</header>
<main>
${blocks.map(blockHtml)}</main>
<footer class="footer">
${marked}<p class="secondary">${fromMail(running)}</p>
</footer>`,
	);
}

function blockHtml(block: Block): Html {
	switch (block.kind) {
		case "heading":
			return block.level === 2 ? html`<h2>${block.text}</h2>\n` : html`<h3>${fromMail(block.text)}</h3>\n`;
		case "paragraph":
			return paragraphHtml(block);
		case "list":
			return html`<ul>\n${block.items.map((item) => html`<li>${fromMail(item)}</li>\n`)}</ul>\n`;
		case "rows":
			return html`${rowsHtml(block.rows)}\n`;
		case "table":
			return tableHtml(block);
	}
}

function paragraphHtml({ look, text }: Extract<Block, { kind: "paragraph" }>): Html {
	if (look === undefined) return html`<p>${fromMail(text)}</p>\n`;
	if (look === "strong") return html`<p><strong>${fromMail(text)}</strong></p>\n`;
	return html`<p class="${look}">${fromMail(text)}</p>\n`;
}

function tableHtml({ caption, columns, rows }: Table): Html {
	const numeric = (index: number) => (columns[index]?.numeric ? html` class="number"` : undefined);
	return html`<table>
<caption>${caption}</caption>
<thead><tr>${columns.map(({ title }, index) => html`<th scope="col"${numeric(index)}>${title}</th>`)}</tr></thead>
<tbody>
${rows.map(
	(cells) =>
		html`<tr>${cells.map((cell, index) => (index === 0 ? html`<th scope="row">${fromMail(cell)}</th>` : html`<td${numeric(index)}>${cell}</td>`))}</tr>\n`,
)}</tbody>
</table>
`;
}
