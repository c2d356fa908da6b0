import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsOf } from "../../../src/text/normalise.ts";
import { type Segments, segment } from "../../../src/text/segments/segments.ts";

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const paragraphs = (text: string): string[] => text.split("\n\n");
const wrapped = (text: string, width: number): string =>
	text.replace(new RegExp(`(.{1,${width}})(?:\\s+|$)`, "g"), "$1\n").trimEnd();

interface Letter {
	readonly own: string;
	readonly quoted: string;
	readonly date: string;
}

/** How some mail programs write a reply, as plain text and as HTML. */
const PROGRAMS = {
	gmail: ({ own, quoted, date }: Letter) => ({
		plain: `${wrapped(own, 76)}\n\nOn ${date}, Ann Vane <a.vane@thornby.example> wrote:\n\n${wrapped(quoted, 74).replace(/^/gm, "> ")}\n`,
		html: `<div dir="ltr">${paragraphs(own)
			.map((part) => `<div>${escaped(part).replace(/\n/g, "<br>")}</div>`)
			.join(
				"<div><br></div>",
			)}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On ${date}, Ann Vane &lt;<a href="mailto:a.vane@thornby.example">a.vane@thornby.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">${escaped(quoted).replace(/\n/g, "<br>")}</blockquote></div>`,
	}),
	outlook: ({ own, quoted, date }: Letter) => ({
		plain: `${own}\n\nFrom: Ann Vane <a.vane@thornby.example>\nSent: ${date}\nTo: Helen Oakes <clerk@thornby.example>\nSubject: The gate\n\n${quoted}\n`,
		html: `<html xmlns:o="urn:x"><head><style><!-- p.MsoNormal {margin:0cm} --></style></head><body><div class=WordSection1>${outlookParagraphs(own)}<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b><span lang=EN-US>From:</span></b><span> Ann Vane &lt;a.vane@thornby.example&gt; <br><b>Sent:</b> ${date}<br><b>To:</b> Helen Oakes &lt;clerk@thornby.example&gt;<br><b>Subject:</b> The gate<o:p></o:p></span></p></div></div><p class=MsoNormal><o:p>&nbsp;</o:p></p>${outlookParagraphs(quoted)}</div></body></html>`,
	}),
	apple: ({ own, quoted, date }: Letter) => ({
		plain: `${own}\n\n> On ${date}, Ann Vane <a.vane@thornby.example> wrote:\n> \n${quoted.replace(/^/gm, "> ")}\n`,
		html: `<body style="word-wrap:break-word">${paragraphs(own)
			.map((part) => `<div>${escaped(part).replace(/\n/g, "</div><div>")}</div>`)
			.join(
				"<div><br></div>",
			)}<div><br><blockquote type="cite"><div>On ${date}, Ann Vane &lt;a.vane@thornby.example&gt; wrote:</div><br class="Apple-interchange-newline"><div>${escaped(quoted).replace(/\n/g, "<br>")}</div></blockquote></div></body>`,
	}),
	thunderbird: ({ own, quoted, date }: Letter) => ({
		plain: `${wrapped(own, 72)}\n\nOn ${date}, Ann Vane wrote:\n${wrapped(quoted, 72).replace(/^/gm, "> ")}\n`,
		html: `${paragraphs(own)
			.map((part) => `<p>${escaped(part).replace(/\n/g, "<br>\n")}</p>`)
			.join(
				"\n",
			)}<div class="moz-cite-prefix">On ${date}, Ann Vane wrote:<br></div><blockquote type="cite" cite="mid:x@y">${paragraphs(
			quoted,
		)
			.map((part) => `<p>${escaped(part).replace(/\n/g, "<br>")}</p>`)
			.join("")}</blockquote>`,
	}),
};

function outlookParagraphs(text: string): string {
	return text
		.split("\n")
		.map((line) => `<p class=MsoNormal>${line === "" ? "<o:p>&nbsp;</o:p>" : `${escaped(line)}<o:p></o:p>`}</p>`)
		.join("\n");
}

/** What must be the same, however it was written. */
function shape(found: Segments) {
	const words = (text: string): string => wordsOf(text).join(" ");
	return {
		authored: words(found.authored),
		signature: words(found.signature),
		disclaimer: words(found.disclaimer),
		foot: found.foot.map(({ text, position }) => `${position}: ${words(text)}`),
		posting: found.posting,
		contained: found.contained.map(({ via, depth, from, date, text }) => [
			via,
			depth,
			from[0]?.name,
			date,
			words(text),
		]),
	};
}

const SENTENCES = [
	"The gate by the church is mended & painted.",
	"Joe < the younger > says that the hinges of the old one were past saving, so we had the smith make a pair to match.",
	"Could you let me know whether the fence is ours?",
	"It came to £412.50, which the committee had allowed for in the maintenance budget that was agreed in January.",
	"We shall look at the path in the spring, when the ground is dry enough to bear a roller and the men are free.",
];
const CLOSINGS = [
	"Kind regards\nHelen Oakes\nClerk, Thornby Parish Council\nTel: 01632 960123",
	"Helen",
	"Many thanks,\n\nHelen",
];
const FEET = [
	"",
	"\n\nCc: Cllr Hale and Cllr Moss",
	"\n\nThis message and any attachment are confidential and intended solely for the addressee. If you are not the intended recipient please delete it.",
];
const body = fc.subarray(SENTENCES, { minLength: 1 }).map((chosen) => chosen.join("\n\n"));
const letter = fc.record({
	own: fc
		.tuple(body, fc.constantFrom(...CLOSINGS), fc.constantFrom(...FEET))
		.map(([text, closing, foot]) => `Dear Ann,\n\n${text}\n\n${closing}${foot}`),
	quoted: fc.tuple(body, fc.constantFrom("Ann", "Regards\nAnn Vane")).map(([text, closing]) => `${text}\n\n${closing}`),
	date: fc.constantFrom("Tue, 4 Jun 2024 at 10:15", "14 January 2026, 09:05", "29 Oct 2025, at 22:17"),
});

describe("HTML and plain text", () => {
	it.each(Object.entries(PROGRAMS))("of %s fall into the same segments", (_, program) => {
		fc.assert(
			fc.property(letter, (one) => {
				const { plain, html } = program(one);
				const options = { subject: "Re: The gate", sender: "Helen Oakes" };
				const fromPlain = shape(segment({ plain }, options));
				expect(shape(segment({ html }, options))).toEqual(fromPlain);
				const both = segment({ plain, html }, options);
				expect(shape(both)).toEqual(fromPlain);
				expect([both.onlyInPlain, both.onlyInHtml]).toEqual([[], []]);
				expect(fromPlain.contained).toHaveLength(1);
			}),
			{ numRuns: 60 },
		);
	});

	it("that disagree are told apart: a footer in one alone is no foot, yet it was written", () => {
		const html = "<p>The gate is mended.</p><p>Helen</p>";
		const found = segment({ html, plain: "The gate is mended.\n\nHelen\n\nCc: Cllr Hale and Cllr Moss\n" });
		expect(found.onlyInPlain).toEqual(["Cc: Cllr Hale and Cllr Moss"]);
		expect(found.foot.map(({ text }) => text)).toEqual(["The gate is mended.", "Helen"]);
		expect(found.authored).toContain("Cc: Cllr Hale and Cllr Moss");
		const other = segment({ plain: "The gate is mended.\n\nHelen", html: `${html}<p>Cc: Cllr Hale</p>` });
		expect(other).toMatchObject({ onlyInHtml: ["Cc: Cllr Hale"], onlyInPlain: [] });
		expect(other.foot.map(({ text }) => text)).not.toContain("Cc: Cllr Hale");
	});

	it("do not disagree over links, pictures and wrapping", () => {
		const html =
			'<p>See <a href="https://thornby.example/minutes?x=1">the minutes</a> of the meeting that was held on Monday in the hall.<img src="cid:1" alt="crest"></p>';
		const plain =
			"See the minutes<https://thornby.example/minutes?x=1> of the meeting that was held on\nMonday in the hall.[cid:1]";
		expect(segment({ html, plain })).toMatchObject({ onlyInPlain: [], onlyInHtml: [] });
	});

	it("are read from the plain text where the HTML is a stub", () => {
		const found = segment({ html: "<p>View</p>", plain: "Dear Ann,\n\nThe gate by the church is mended.\n\nHelen" });
		expect(found).toMatchObject({ signature: "Helen", onlyInHtml: ["View"] });
		expect(found.authored).toContain("mended");
	});

	it("keep text that only the plain part shows, where the HTML hides it", () => {
		const found = segment({
			html: "<p>The gate is mended.</p><p style='display:none'>Cc: Cllr Hale</p>",
			plain: "The gate is mended.\n\nCc: Cllr Hale",
		});
		expect(found).toMatchObject({ hidesText: true, onlyInPlain: ["Cc: Cllr Hale"] });
	});
});
