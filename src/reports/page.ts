/** The frame and the look of every page and mail that Candour writes: one file, no script, nothing fetched. */
import { type Html, html } from "./html.ts";

// Contrast on white: text 19:1, secondary 7:1, breach 8:1, advisory 8:1 (WCAG 2.2 AA asks for 4.5:1).
const STYLE: Html = {
	html: `
body { margin: 0 auto; padding: 24px 16px 48px; max-width: 46rem; background: #ffffff; color: #0b0c0c;
	font: 16px/1.5 Arial, Helvetica, sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 2.25rem 0 .5rem; padding-top: .75rem; border-top: 1px solid #b1b4b6; }
h3 { font-size: 1.1rem; line-height: 1.3; margin: 0 0 .5rem; }
p, ul, dl, table { margin: .5rem 0 1rem; }
ul { padding-left: 1.25rem; }
a { color: #1a65a6; }
img { max-width: 100%; height: auto; }
a:focus { outline: 3px solid #0b0c0c; outline-offset: 2px; background: #ffdd00; color: #0b0c0c; }
.secondary { color: #505a5f; }
.lead { font-size: 1.1rem; }
.skip { position: absolute; left: -999px; }
.skip:focus { position: static; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: bold; padding-bottom: .25rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid #b1b4b6; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.finding { margin: 1rem 0 1.5rem; padding: .25rem 0 .25rem 1rem; border-left: 5px solid #505a5f; }
.finding.breach { border-color: #942514; }
.finding.advisory { border-color: #6b4d00; }
.severity { font-weight: bold; }
.breach > h3 .severity { color: #942514; }
.advisory > h3 .severity { color: #6b4d00; }
dt { font-weight: bold; margin-top: .5rem; }
dd { margin: 0; overflow-wrap: anywhere; }
dd.suggested { padding: .5rem .75rem; background: #f3f2f1; }
.footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid #b1b4b6; }
code { font-family: Consolas, "Courier New", monospace; font-size: .9em; overflow-wrap: anywhere; }
@media (min-width: 40rem) {
	dl { display: grid; grid-template-columns: 11rem 1fr; row-gap: .35rem; }
	dt { margin: 0 !important; grid-column: 1; }
	dd { grid-column: 2; }
}
@media (max-width: 30rem) {
	body { padding-top: 12px; }
	table { font-size: .875rem; }
	th, td { padding-right: .35rem; }
}
@media print {
	body { max-width: none; padding: 0; font-size: 11pt; }
	.finding, tr { break-inside: avoid; }
	h2, h3 { break-after: avoid; }
	.skip { display: none; }
}
`,
};

/** A whole document. The title is shown by the browser or mail program; the body brings its own first heading. */
export function page(title: string, body: Html): string {
	const document = html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src cid: data:">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
	return document.html;
}
