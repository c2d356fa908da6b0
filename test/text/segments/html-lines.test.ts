import { describe, expect, it } from "vitest";
import { linesOfHtml } from "../../../src/text/segments/html-lines.ts";

const texts = (html: string): string[] => linesOfHtml(html).lines.map(({ text }) => text);
const seen = (html: string): string => texts(html).join(" ").trim();

describe("linesOfHtml", () => {
	it("puts blocks on lines of their own and an empty line between paragraphs", () => {
		expect(texts("<p>One</p><p>Two</p><div>Three</div><div>Four</div>")).toEqual([
			"One",
			"",
			"Two",
			"",
			"Three",
			"Four",
		]);
	});

	it("keeps Outlook's paragraphs together, as they have no space between them", () => {
		expect(texts("<p class=MsoNormal>One<o:p></o:p></p>\n<p class=MsoNormal>Two</p>")).toEqual(["One", "Two"]);
	});

	it("reads a paragraph of a no-break space as an empty line", () => {
		expect(
			texts("<p class=MsoNormal>One</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Two</p>"),
		).toEqual(["One", "", "Two"]);
	});

	it("breaks at <br>, and leaves a line empty at two of them", () => {
		expect(texts("a<br>b<br><br>c<br></div>d")).toEqual(["a", "b", "", "c", "d"]);
	});

	it("sets the cells of a row on one line, tabs between, whatever blocks they hold", () => {
		const row = "<tr><td><p>Tel</p></td><td><p>01632 960123</p></td></tr>";
		expect(texts(`<table>${row}<tr><td>Cc</td><td>Cllr &amp; Mrs Vane</td></tr></table>`).filter(Boolean)).toEqual([
			"Tel\t01632 960123",
			"Cc\tCllr & Mrs Vane",
		]);
	});

	it("marks and numbers the items of lists", () => {
		expect(texts("<ul><li>hedge<li>bench</ul><ol start=3><li>kerb</li><li>sign</li></ol>")).toEqual([
			"- hedge",
			"- bench",
			"3. kerb",
			"4. sign",
		]);
	});

	it("keeps the line ends of preformatted text", () => {
		expect(texts("<pre>one\ntwo</pre><div style='white-space: pre-wrap'>three\n\nfour</div>").filter(Boolean)).toEqual([
			"one",
			"two",
			"three",
			"four",
		]);
	});

	it("takes neither alternative texts nor comments, styles and titles for words of the mail", () => {
		const html =
			"<title>T</title><style>p{color:red}</style><!-- no --><script>x()</script><p>yes<img alt='logo of the council'></p>";
		expect(seen(html)).toBe("yes");
	});

	it.each([
		["display:none", "<div style='display: NONE !important'>x</div>"],
		["visibility:hidden", "<span style='visibility:hidden'>x</span>"],
		["a size of nothing", "<span style='font-size:0'>x</span>"],
		["a size of one pixel", "<span style='font:1px/1px Arial'>x</span>"],
		["no opacity", "<div style='opacity:0.0'><b>x</b></div>"],
		["no height", "<div style='max-height:0px;overflow:hidden'>x</div>"],
		["white on white", "<div><font color='#FFFFFF'>x</font></div>"],
		["nearly white on white", "<span style='color:rgb(254,253,255)'>x</span>"],
		["dark on the same dark", "<td bgcolor=navy><span style='color:#000080'>x</span></td>"],
		["a transparent colour", "<span style='color:rgba(0,0,0,0)'>x</span>"],
		["Word's hidden text", "<span style='mso-hide:all'>x</span>"],
		["an indent off the page", "<p style='text-indent:-9999px'>x</p>"],
		["a place off the page", "<p style='position:absolute;left:-5000px'>x</p>"],
		["the hidden attribute", "<p hidden>x</p>"],
		["a class of the style sheet", "<style>.pre, .gone{display:none}</style><p class='big gone'>x</p>"],
		["a style sheet that comes later", "<p class=gone>x</p><style>.gone{display:none}</style>"],
		["an id of the style sheet", "<style>/* .y{} */ #pre{font-size:0px}</style><p id=pre>x</p>"],
	])("leaves out text hidden by %s", (_, hidden) => {
		const reading = linesOfHtml(`<p>before</p>${hidden}<p>after</p>`);
		expect(reading.lines.map(({ text }) => text).filter(Boolean)).toEqual(["before", "after"]);
		expect(reading.hidesText).toBe(true);
	});

	it.each([
		["white on a dark cell", "<td bgcolor='#003366'><span style='color:white'>x</span></td>"],
		["white on a picture", "<div style='background:url(a.png)'><span style='color:#fff'>x</span></div>"],
		["small print", "<span style='font-size:7pt'>x</span>"],
		[
			"a size set again inside a cell of size nought",
			"<td style='font-size:0px'><div style='font-size:13px'>x</div></td>",
		],
		["what is made visible again", "<div style='visibility:hidden'><b style='visibility:visible'>x</b></div>"],
		["a rule for phones only", "<style>@media (max-width:600px){.d{display:none}}</style><p class=d>x</p>"],
		["overflow without a height", "<div style='overflow:hidden;max-height:400px'>x</div>"],
	])("keeps %s", (_, shown) => {
		expect(linesOfHtml(shown)).toMatchObject({ lines: [{ text: "x" }], hidesText: false });
	});

	it("counts quoting blockquotes, and not those that only indent", () => {
		const depths = (html: string) =>
			linesOfHtml(html)
				.lines.filter(({ text }) => text !== "")
				.map(({ quoteDepth }) => quoteDepth);
		expect(depths("a<blockquote type=cite>b<blockquote type=cite>c</blockquote></blockquote>d")).toEqual([0, 1, 2, 0]);
		expect(depths("a<blockquote style='margin:0 0 0 40px;border:none'>b</blockquote>")).toEqual([0, 0]);
		expect(depths("a<blockquote class='gmail_quote' style='border-left:1px solid #ccc'>b</blockquote>")).toEqual([
			0, 1,
		]);
		expect(depths("The order says:<blockquote>b</blockquote>")).toEqual([0, 0]);
		expect(depths("On 4 Jun 2024 at 10:15, Ann Vane wrote:<blockquote>b</blockquote>")).toEqual([0, 1]);
	});

	it("sees a header block's rule and a mail program's own containers", () => {
		const outlook = "<p>Hi</p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p>From: Ann</p></div>";
		expect(linesOfHtml(outlook).lines.at(-1)).toMatchObject({ text: "From: Ann", rule: true });
		expect(linesOfHtml("<hr>From: Ann").lines).toMatchObject([{ rule: true }]);
		expect(linesOfHtml("<div class='gmail_quote gmail_quote_container'>x</div>y").lines).toMatchObject([
			{ box: 1 },
			{ box: 0 },
		]);
	});

	it("mends what is left open or closed twice", () => {
		expect(seen("<table><tr><td>a<td>b<tr><td>c</div></td></tr></table></p></span><p>d")).toContain("a\tb");
		expect(seen("<p>a<p>b</i></i></blockquote>c")).toBe("a  bc");
	});
});
