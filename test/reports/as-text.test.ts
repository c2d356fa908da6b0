import { expect, test } from "vitest";
import { asText, findingLines } from "../../src/reports/as-text.ts";
import { aCoverage, aFinding, aReport, LONDON } from "./samples.ts";

const plain = { timezone: LONDON, width: 80 };

test("a finding shows clause, evidence with its grade, what could not be seen and the suggested text", () => {
	const text = asText(aReport(), plain);
	for (const part of [
		"BREACH  silent-copy  2 June 2026, 10:15",
		"Correspondence, 1 (protocol: camborne)",
		"Certain: the record shows it.",
		"Bcc (header): “r.tasker@sallowfield.example”",
		"A telephone call would not show in the mail.",
		"    | CC Cllr Rowan Tasker",
		"Received it without being named: Rowan Tasker",
	]) {
		expect(text).toContain(part);
	}
});

test("a clean report says what could be seen, and never that there is nothing", () => {
	const text = asText(aReport({ findings: [] }), { ...plain, width: 200 });
	expect(text).toContain("none visible in the sources connected");
	expect(text).not.toMatch(/no (breaches|findings|problems)/iu);
	expect(text).toContain("It is no journal, so that hidden copies of mail sent by others may be invisible.");
	expect(text).toContain("Not covered by this audit\n  enquiry-overdue");
});

test("what was not audited is counted, and a gap in the numbers is said", () => {
	const coverage = aCoverage({
		found: 20,
		audited: 10,
		notNeeded: 3,
		excluded: [{ reason: "union", count: 2 }],
		leftOut: [{ mailbox: "clerk@sallowfield.example", folder: "Drafts", count: 9 }],
	});
	const text = asText(aReport({ coverage }), { ...plain, width: 400 });
	expect(text).toContain(
		"20 messages were found: 10 audited, 3 not needed (their headers show it), 2 excluded by the council's settings, 1 unreadable and 4 not accounted for",
	);
	expect(text).toContain("2 excluded: union");
	expect(text).toContain("Folder Drafts of clerk@sallowfield.example left out: 9 messages");
	expect(text).toContain("Sent, message 77: The server's copy breaks off in the middle.");
});

test("a source that was not read is said in capitals", () => {
	const coverage = aCoverage({
		sources: [
			{
				name: "office@sallowfield.example",
				connected: false,
				reason: "the server refused the password",
				cannotSee: [],
			},
		],
	});
	expect(asText(aReport({ coverage }), plain)).toContain(
		"office@sallowfield.example: NOT READ, the server refused the password",
	);
});

test("escape sequences in a subject don't reach the terminal", () => {
	const subject = "\u001b]0;owned\u0007\u001b[2JGate\r\nBREACH  forged\u202egnp.exe";
	const text = asText(aReport({ findings: [aFinding({ message: { subject } })] }), plain);
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
	expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
	expect(text).not.toMatch(/^BREACH {2}forged/mu);
});

test("colours show only where they are asked for", () => {
	expect(asText(aReport(), { ...plain, colour: true })).toContain("\u001b[1;31mBREACH\u001b[0m");
	expect(asText(aReport(), plain)).not.toContain("\u001b");
});

test("lines keep to the width, addresses and suggested text apart", () => {
	const wide = asText(aReport(), { ...plain, width: 60 })
		.split("\n")
		.filter((line) => line.length > 60 && !line.includes("@") && !line.startsWith("    | "));
	expect(wide).toEqual([]);
});

test("the same report gives the same characters, in winter and summer time alike", () => {
	expect(asText(aReport(), plain)).toBe(asText(aReport(), plain));
	const winter = aFinding({ message: { date: "2026-01-02T09:15:00Z" } });
	expect(asText(aReport({ findings: [winter] }), plain)).toContain("2 January 2026, 09:15");
});

test("among the findings of one message the order is the rulebook's, the silent copy first", () => {
	const findings = [
		aFinding({ id: "f_a", rule: "confidential-leak" }),
		aFinding({ id: "f_b", rule: "missing-copy-footer" }),
		aFinding({ id: "f_c", rule: "silent-copy" }),
		aFinding({ id: "f_d", rule: "missing-copy-footer", message: { date: "2026-06-01T09:15:00Z" } }),
	];
	const text = asText(aReport({ findings }), { timezone: LONDON });
	expect(text.match(/f_[a-d]/gu)).toEqual(["f_d", "f_c", "f_b", "f_a"]);
});

test("that a finding is likely is put in words that fit it", () => {
	const likely = (rule: string) =>
		findingLines(aFinding({ rule, certainty: "likely" }), { timezone: LONDON }).join("\n");
	expect(likely("missing-copy-footer")).toContain("Likely: the record shows the result, not the way.");
	expect(likely("councillor-obligation")).toContain("Likely: read from the words; a person should look.");
});

test("mail marked personal, and Candour's own, don't count as excluded by the council's settings", () => {
	const excluded = [
		{ reason: "Candour's own mail", count: 3 },
		{ reason: "marked personal by its sender", count: 2 },
		{ reason: "union", count: 1 },
	];
	const text = asText(aReport({ coverage: aCoverage({ found: 1210, excluded }) }), plain).replace(/\s+/gu, " ");
	expect(text).toContain(
		"1 excluded by the council's settings, 3 Candour's own mail, 2 marked personal by its sender and 1 unreadable.",
	);
});
