import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { isOwnMail } from "../../src/mail/own-mail.ts";
import { createRoster } from "../../src/people/roster.ts";
import { composeDigest } from "../../src/reports/digest.ts";
import type { DigestFinding } from "../../src/reports/digest-figures.ts";
import type { DigestInput } from "../../src/reports/digest-shown.ts";
import { weekNamed } from "../../src/reports/due.ts";
import { CHAIR, CLERK, COUNCILLOR, DEPUTY, INSTALLATION_KEY, OTHER, THORNBY } from "../alerts/thornby.ts";
import { aCoverage, aFinding, aReport, LONDON } from "./samples.ts";

const W23 = weekNamed("2026-W23") ?? { week: "", from: "", to: "" };
const roster = createRoster(THORNBY);

function raised(id: string, raisedAt: string, change: Partial<DigestFinding> & { from?: string } = {}): DigestFinding {
	const { from = DEPUTY, ...rest } = change;
	const people = [
		{ as: "copied" as const, name: "Rowan Tasker", address: OTHER },
		{ as: "uninformed" as const, name: "Iris Penhale", address: COUNCILLOR },
	];
	return { finding: aFinding({ id, people, message: { from } }), state: "open", raisedAt, ...rest };
}

function digest(change: Partial<DigestInput> = {}) {
	return composeDigest({
		council: THORNBY.council,
		protocol: "camborne",
		roster,
		timezone: LONDON,
		week: W23,
		now: "2026-06-08T07:00:00Z",
		from: { address: "candour@thornby.example", name: "Candour" },
		to: [{ address: CLERK, name: "Edith Marlow (Proper Officer)" }],
		installationKey: INSTALLATION_KEY,
		rules: aReport().rulesInForce,
		findings: [],
		held: [],
		coverage: aCoverage(),
		attention: [],
		clocks: [],
		weeks: [],
		ledger: { sequence: 1412, hash: "9f2c".padEnd(64, "0") },
		...change,
	});
}

test("a quiet week still has its digest: coverage, sources, head of the ledger, and never a plain none", () => {
	const { subject, text, html } = digest();
	expect(subject).toBe("Candour digest 2026-W23: 0 new, 0 open");
	for (const part of [
		"None visible in the sources connected.",
		"1 unreadable",
		"It is no journal",
		"9f2c",
		"1,412",
		"comes every week",
	]) {
		expect(text.replaceAll(/\s+/gu, " ")).toContain(part);
		expect(html).toContain(part);
	}
});

test("new findings are told from open ones, with their age, and counted against the four weeks before", () => {
	const { subject, text } = digest({
		findings: [
			raised("f_new", "2026-06-03T10:00:00Z"),
			raised("f_last_minute", "2026-06-07T22:59:00Z"),
			raised("f_next", "2026-06-07T23:01:00Z"),
			raised("f_old", "2026-05-01T10:00:00Z"),
			raised("f_before", "2026-05-27T10:00:00Z"),
			raised("f_gone", "2026-06-02T10:00:00Z", { state: "withdrawn", withdrawnAt: "2026-06-04T10:00:00Z" }),
		],
	});
	expect(subject).toContain("2 new, 4 open");
	expect(text).toContain("New: 2 breaches. Open in all: 4, the oldest for 37 days.");
	expect(text.replaceAll(/\s+/gu, " ")).toContain("Withdrawn after later mail: 1.");
	expect(text).toMatch(/Silent copy +3 {2}1 {2}0 {2}0 {2}0/u);
	expect(text).toMatch(/Instruction to staff +0 {2}0 {2}0 {2}0 {2}0/u);
	expect(text.indexOf("open for 37 days")).toBeLessThan(text.indexOf("open for 11 days"));
});

test("what concerns somebody who gets the digest is counted, but not described to them", () => {
	const findings = [raised("f_clerk", "2026-06-03T10:00:00Z", { from: CLERK })];
	const toClerk = digest({ findings });
	expect(toClerk.text).toContain("A copy that was not declared");
	expect(toClerk.text).toContain("concerns somebody who gets this digest");
	for (const part of [toClerk.text, toClerk.html]) expect(part).not.toMatch(/Tasker|Penhale/u);
	const toCouncillor = digest({
		findings: [raised("f_d", "2026-06-03T10:00:00Z")],
		to: [{ address: COUNCILLOR, name: "Iris" }],
	});
	expect(toCouncillor.text).not.toContain("Tasker");
	expect(digest({ findings, to: [{ address: CHAIR, name: "Maud Garrick" }] }).text).toContain("Tasker");
});

test("what needs attention comes first: sources that weren't read, alerts that nobody could get, gaps of the roster", () => {
	const { text } = digest({
		attention: ["2 alerts were refused by the mail server."],
		held: [{ finding: aFinding(), because: "Everybody who could be told has a part in it." }],
		coverage: aCoverage({
			sources: [{ name: "office@thornby.example", connected: false, reason: "the login was refused", cannotSee: [] }],
			rosterGaps: [{ address: "new.person@thornby.example", count: 3 }],
		}),
	});
	const attention = text.slice(text.indexOf("NEEDS ATTENTION"), text.indexOf("NEW THIS WEEK")).replaceAll(/\s+/gu, " ");
	for (const part of [
		"2 alerts were refused",
		"office@thornby.example was not read: the login was refused",
		"has a part in it",
		"new.person@thornby.example",
	]) {
		expect(attention).toContain(part);
	}
});

test("a flood is cut to what is read in two minutes, and the rest is counted", () => {
	const findings = Array.from({ length: 300 }, (_, index) => raised(`f_${index}`, "2026-06-03T10:00:00Z"));
	const { text, html } = digest({ findings, reviewUrl: "https://candour.thornby.example" });
	expect(text.split(/\s+/u).length).toBeLessThan(700);
	expect(text).toContain("290 more that are new");
	expect(html).toContain('href="https://candour.thornby.example"');
});

test("everybody who gets it is named at its foot, and Candour knows it again", async () => {
	const mail = digest();
	expect(mail.text.trimEnd().split("\n").at(-1)).toBe("CC Edith Marlow (Proper Officer)");
	expect(mail.headers).toMatchObject({ "X-Candour": "digest", "Auto-Submitted": "auto-generated" });
	const headers = { "x-candour": ["digest"], "x-candour-seal": [mail.headers["X-Candour-Seal"] ?? ""] };
	const own = { messageId: mail.messageId, headers, from: [mail.from], to: mail.to, cc: [], bcc: [], plain: mail.text };
	expect(isOwnMail(own, INSTALLATION_KEY)).toBe(true);
	expect((await simpleParser(`Subject: x\r\n\r\n${mail.text}`)).text).toContain("CC Edith");
});

test("a week's digest has one key and one Message-ID, whenever it is built", () => {
	expect(digest({ now: "2026-06-20T07:00:00Z" }).messageId).toBe(digest().messageId);
	expect(digest().key).toBe("digest-2026-W23");
	expect(digest({ week: weekNamed("2026-W22") ?? W23 }).messageId).not.toBe(digest().messageId);
});

test("hostile summaries bring no tag into the page", () => {
	const finding = { ...aFinding(), summary: '"><script>alert(1)</script>' };
	const { html } = digest({ findings: [{ finding, state: "open", raisedAt: "2026-06-03T10:00:00Z" }] });
	expect(html).not.toContain("<script");
	expect(html).toContain("&lt;script&gt;");
});

test("each finding links to its page, except one that concerns somebody who gets the digest", () => {
	const findings = [raised("f_one", "2026-06-02T09:00:00Z"), raised("f_own", "2026-06-02T09:00:00Z", { from: CLERK })];
	const { text, html } = digest({ findings, reviewUrl: "https://candour.thornby.example" });
	expect(text).toContain("https://candour.thornby.example/findings/f_one");
	expect(html).toContain('href="https://candour.thornby.example/findings/f_one"');
	expect(text).not.toContain("f_own");
	expect(html).not.toContain("f_own");
});

test("the chart comes with the mail, and is said in words where it can't be seen", () => {
	const weeks = [{ monday: "2026-06-01", breaches: 2, advisories: 1 }];
	const png = new Uint8Array([137, 80, 78, 71]);
	const { text, html, images } = digest({ weeks, chart: png });
	expect(images).toEqual([{ cid: "weeks@candour", name: "weeks.png", png }]);
	expect(html).toContain('src="cid:weeks@candour"');
	expect(html).toMatch(/alt="[^"]*week of 1 June 2026: 2 breaches and 1 advisory/u);
	expect(text.replaceAll(/\s+/gu, " ")).toContain("week of 1 June 2026: 2 breaches and 1 advisory");
});

test("an answer that is due soon is told by its day, and its officer is not named to himself", () => {
	const owed = (address: string, name: string) =>
		aFinding({ rule: "enquiry-overdue", people: [{ as: "officer", name, address }], message: { from: COUNCILLOR } });
	const clocks = [
		{ finding: owed(CLERK, "Edith Marlow"), due: "2026-06-10T23:00:00Z" },
		{ finding: owed(DEPUTY, "The Deputy"), due: "2026-06-09T09:00:00Z" },
	];
	const { text } = digest({ clocks });
	expect(text).toContain("ANSWERS DUE IN THE NEXT 7 DAYS");
	expect(text).toContain("By 9 June 2026");
	expect(text).toContain("The Deputy");
	expect(text).not.toContain("owed by Edith");
});
