import fc from "fast-check";
import { Parser } from "htmlparser2";
import { expect, test } from "vitest";
import { asHtml } from "../../src/reports/as-html.ts";
import { renderReport } from "../../src/reports/render.ts";
import { aFinding, aReport, LONDON } from "./samples.ts";

/** The tags of a page, with their attributes, and its text. */
function read(page: string) {
	const tags: { name: string; attributes: Record<string, string> }[] = [];
	let text = "";
	const parser = new Parser({
		onopentag: (name, attributes) => tags.push({ name, attributes }),
		ontext: (data) => {
			text += data;
		},
	});
	parser.end(page);
	return { tags, text };
}

const options = { timezone: LONDON };

test.each([
	"<script>alert(1)</script>",
	'"><img src=x onerror=alert(1)>',
	"</title></style><svg onload=alert(1)>",
	"<!--<base href=//evil.example>",
	"&lt;b&gt; already escaped",
])("a hostile subject is shown as it was written and does nothing: %s", (subject) => {
	const clean = read(asHtml(aReport(), options)).tags.map(({ name }) => name);
	const page = read(asHtml(aReport({ findings: [aFinding({ message: { subject } })] }), options));
	expect(page.tags.map(({ name }) => name)).toEqual(clean);
	expect(page.text).toContain(subject);
});

test("whatever mail or configuration say, the page keeps its tags and runs nothing", () => {
	const count = read(asHtml(aReport(), options)).tags.length;
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), fc.string(), (subject, council) => {
			const page = asHtml(
				aReport({ council, findings: [aFinding({ message: { subject }, summary: subject })] }),
				options,
			);
			const { tags } = read(page);
			expect(tags).toHaveLength(count);
			expect(tags.some(({ name }) => name === "script")).toBe(false);
			for (const { attributes } of tags)
				expect(Object.keys(attributes).some((name) => name.startsWith("on"))).toBe(false);
		}),
		{ numRuns: 50 },
	);
});

test("the page stands alone: British English, a policy against scripts, nothing fetched", () => {
	const page = asHtml(aReport(), options);
	const { tags } = read(page);
	expect(tags.find(({ name }) => name === "html")?.attributes.lang).toBe("en-GB");
	expect(page).toContain("default-src 'none'");
	expect(tags.filter(({ attributes }) => attributes.src !== undefined)).toEqual([]);
	expect(page).not.toMatch(/url\(|@import/u);
});

test("headings descend one step at a time, tables have captions and header cells", () => {
	const { tags } = read(asHtml(aReport(), options));
	const levels = tags.filter(({ name }) => /^h\d$/u.test(name)).map(({ name }) => Number(name[1]));
	expect(levels[0]).toBe(1);
	for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
	const tables = tags.filter(({ name }) => name === "table").length;
	expect(tables).toBe(2);
	expect(tags.filter(({ name }) => name === "caption")).toHaveLength(tables);
	expect(tags.filter(({ name, attributes }) => name === "th" && attributes.scope === undefined)).toEqual([]);
});

test("a page without findings says what could be seen", () => {
	const { text } = read(asHtml(aReport({ findings: [] }), options));
	expect(text).toContain("None visible in the sources connected.");
	expect(text).not.toContain("Text to put it right");
});

test("every format is the same twice", async () => {
	for (const format of ["text", "json", "csv", "html", "pdf"] as const) {
		expect(await renderReport(aReport(), format, options)).toEqual(await renderReport(aReport(), format, options));
	}
});
