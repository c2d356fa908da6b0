import { expect, test } from "vitest";
import { auditDocument } from "../../src/reports/audit-document.ts";
import { asPdf } from "../../src/reports/pdf/as-pdf.ts";
import { readPdf } from "./read-pdf.ts";
import { aFinding, aReport, LONDON } from "./samples.ts";

const A4 = [595.28, 841.89];
const options = { timezone: LONDON };
const many = Array.from({ length: 12 }, (_, index) =>
	aFinding({ id: `f_${index}`, message: { messageId: `<${index}@sallowfield.example>` } }),
);

test("a report is tagged A4 with its title, in the order of reading", async () => {
	const read = await readPdf(await asPdf(auditDocument(aReport({ council: "Salt & Sallow Town Council" }), options)));
	expect(read.tagged).toBe(true);
	expect(read.size.map((side) => Math.round(side))).toEqual(A4.map((side) => Math.round(side)));
	expect(read.info).toMatchObject({
		Title: "Salt & Sallow Town Council: audit of correspondence, 1 June 2026 to 30 June 2026",
		Language: "en-GB",
		Creator: "Candour",
	});
	expect(read.roles.slice(0, 3)).toEqual(["Document", "H1", "P"]);
	expect(read.roles.filter((role) => role === "H2").length).toBeGreaterThan(1);
	expect(read.text).toContain("Breach: Silent copy");
	expect(read.text).toContain("Cllr Rowan Tasker");
});

test("tables have a caption, and headers for columns and rows", async () => {
	const { roles } = await readPdf(await asPdf(auditDocument(aReport(), options)));
	const first = roles.slice(roles.indexOf("Table"));
	expect(first.slice(0, 8)).toEqual(["Table", "Caption", "THead", "TR", "TH", "TH", "TH", "TH"]);
	expect(first.slice(8, 14)).toEqual(["TBody", "TR", "TH", "TD", "TD", "TD"]);
});

test("every page says which of how many it is, and nothing of that is read as content", async () => {
	const bytes = await asPdf(auditDocument(aReport({ findings: many }), options));
	const { pages } = await readPdf(bytes);
	expect(pages.length).toBeGreaterThan(2);
	for (const [index, text] of pages.entries()) expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
	expect(bytes.toString("latin1")).toContain("pdfuaid:part>1<");
});

test("the same report gives the same bytes; another day of making changes only what it says of that", async () => {
	const document = auditDocument(aReport({ findings: many }), options);
	const bytes = await asPdf(document);
	expect((await asPdf(document)).equals(bytes)).toBe(true);
	const later = await asPdf({ ...document, madeAt: "2026-07-02T08:00:00.000Z" });
	expect(later.equals(bytes)).toBe(false);
	expect((await readPdf(later)).pages).toEqual((await readPdf(bytes)).pages);
});

test("letters of Welsh are shown, and signs that no font has are replaced", async () => {
	const { text } = await readPdf(
		await asPdf(auditDocument(aReport({ findings: [aFinding({ message: { subject: "Gŵyl ŷd 🎉 café" } })] }), options)),
	);
	expect(text).toContain("Gŵyl ŷd \ufffd café");
});

test("a word without end and a table longer than a page lose nothing", async () => {
	const rulesInForce = Array.from({ length: 70 }, (_, index) => ({
		rule: `rule-${index}`,
		title: `Rule ${index} of many`,
		severity: "breach" as const,
		clause: `Clause ${index}`,
	}));
	const findings = [aFinding({ summary: "x".repeat(2_000) })];
	const { text } = await readPdf(await asPdf(auditDocument(aReport({ findings, rulesInForce }), options)));
	for (const { clause } of rulesInForce) expect(text).toContain(clause);
	expect(
		text
			.replaceAll(" ", "")
			.match(/x{50,}/gu)
			?.join("").length ?? 0,
	).toBeGreaterThanOrEqual(1_900);
});
