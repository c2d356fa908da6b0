/** The weekly digest as text and as HTML. */

import { WEEKS_BEFORE } from "./digest-figures.ts";
import type { DigestEntry, DigestShown } from "./digest-shown.ts";
import { fromMail, type Html, html } from "./html.ts";
import { page } from "./page.ts";
import { hanging, wrapped } from "./wrap.ts";

/** Under which the mail carries the chart of the weeks. */
export const CHART_CID = "weeks@candour";
const WIDTH = 76;
const COUNT_WIDTH = 10;
const LEDGER =
	"Head of the ledger (entries, and the hash of the last). Keep it: a ledger that was cut later would show.";
const QUIET_SIGN =
	"This digest comes every week, also when there is nothing new. If it doesn't come, Candour has stopped.";
const NONE_NEW = "None visible in the sources connected.";

export function digestText(shown: DigestShown): string {
	const section = (title: string, lines: readonly string[]) =>
		lines.length === 0 ? [] : ["", title.toUpperCase(), ...lines];
	const bullets = (lines: readonly string[]) => lines.flatMap((line) => hanging("- ", line, WIDTH));
	const entries = (list: readonly DigestEntry[]) =>
		list.flatMap(({ head, detail, href }) => [
			...hanging("- ", head, WIDTH),
			...hanging("  ", detail, WIDTH),
			...(href === undefined ? [] : [`  ${href}`]),
		]);
	const review = shown.reviewUrl === undefined ? [] : [`Review pages: ${shown.reviewUrl}`];
	return `${[
		shown.council,
		shown.title,
		"",
		...shown.summary.flatMap((line) => wrapped(line, WIDTH)),
		...section("Needs attention", bullets(shown.attention)),
		...section("New this week", shown.fresh.length > 0 ? entries(shown.fresh) : [NONE_NEW]),
		...section("Open from before", entries(shown.older)),
		...section("Answers due in the next 7 days", bullets(shown.clocks)),
		...section("Not shown here", bullets([...shown.more, ...(shown.more.length > 0 ? review : [])])),
		...section(`Findings by rule, against the ${WEEKS_BEFORE} weeks before`, countLines(shown)),
		...section("The last 12 weeks", wrapped(shown.weeks, WIDTH)),
		...section("Sources, and what they cannot show", bullets(shown.sources)),
		...section("Left aside", bullets(shown.coverage)),
		...section("Ledger", [...wrapped(LEDGER, WIDTH), `  ${shown.ledger}`]),
		"",
		...wrapped(QUIET_SIGN, WIDTH),
		...(shown.more.length === 0 ? review : []),
		"",
		"Everybody who gets this digest:",
		shown.copyLine,
	].join("\n")}\n`;
}

function countLines({ counts }: DigestShown): string[] {
	const width = Math.max(...counts.map(({ title }) => title.length), "Rule".length) + 2;
	const line = (title: string, week: string, before: string) =>
		`  ${title.padEnd(width)}${week.padStart(COUNT_WIDTH)}  ${before}`;
	return [
		line("Rule", "This week", "Weeks before, newest first"),
		...counts.map(({ title, week, before }) => line(title, String(week), before.join("  "))),
	];
}

export function digestHtml(shown: DigestShown): string {
	return page(
		`${shown.title}: ${shown.council}`,
		html`<p class="secondary">${shown.council}</p>
<h1>${shown.title}</h1>
${shown.summary.map((line) => html`<p>${line}</p>\n`)}
${list("Needs attention", shown.attention)}
<h2>New this week</h2>
${shown.fresh.length > 0 ? shown.fresh.map(entry) : html`<p>${NONE_NEW}</p>`}
${shown.older.length > 0 ? html`<h2>Open from before</h2>\n${shown.older.map(entry)}` : undefined}
${list("Answers due in the next 7 days", shown.clocks)}
${list("Not shown here", shown.more)}
${shown.reviewUrl === undefined ? undefined : html`<p><a href="${shown.reviewUrl}">Open the review pages</a></p>`}
<h2>The last 12 weeks</h2>
${shown.hasChart ? html`<p><img src="cid:${CHART_CID}" alt="${shown.weeks}" width="680" height="251"></p>` : html`<p>${shown.weeks}</p>`}
<h2>Findings by rule</h2>
<table>
<caption>New findings, against the ${WEEKS_BEFORE} weeks before</caption>
<thead><tr><th scope="col">Rule</th><th scope="col" class="number">This week</th>${Array.from({ length: WEEKS_BEFORE }, (_, index) => html`<th scope="col" class="number">${index + 1} ${index === 0 ? "week" : "weeks"} before</th>`)}</tr></thead>
<tbody>
${shown.counts.map(({ title, week, before }) => html`<tr><th scope="row">${title}</th><td class="number">${week}</td>${before.map((count) => html`<td class="number">${count}</td>`)}</tr>\n`)}</tbody>
</table>
${list("Sources, and what they cannot show", shown.sources)}
${list("Left aside", shown.coverage)}
<h2>Ledger</h2>
<p>${LEDGER}</p>
<p><code>${shown.ledger}</code></p>
<p class="secondary">${QUIET_SIGN}</p>
<p class="footer">Everybody who gets this digest:<br>${shown.copyLine}</p>`,
	);
}

function entry({ head, severity, detail, href }: DigestEntry): Html {
	return html`<div class="finding ${severity}">
<h3>${head}</h3>
<p>${fromMail(detail)}</p>
${href === undefined ? undefined : html`<p><a href="${href}">Look at it and decide</a></p>`}
</div>
`;
}

function list(title: string, lines: readonly string[]): Html {
	if (lines.length === 0) return html``;
	return html`<h2>${title}</h2>
<ul>
${lines.map((line) => html`<li>${fromMail(line)}</li>\n`)}</ul>`;
}
