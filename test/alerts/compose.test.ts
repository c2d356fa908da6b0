import fc from "fast-check";
import { expect, test } from "vitest";
import { composeAlert } from "../../src/alerts/compose.ts";
import { planAlerts } from "../../src/alerts/group.ts";
import { createRoster } from "../../src/people/roster.ts";
import { aFinding } from "../reports/samples.ts";
import { aPlan, CLERK, COUNCILLOR, DEPUTY, NOW, OPTIONS, OTHER, THORNBY } from "./thornby.ts";

const leak = aFinding({
	id: "f_leak",
	rule: "confidential-leak",
	people: [{ as: "third-party", name: "", address: "j.dale@builders.example" }],
	summary: "A marked message reached j.dale@builders.example.",
	message: { subject: "CONFIDENTIAL: sick pay of Noel" },
	evidence: [
		{ kind: "header", where: "Subject", quote: "CONFIDENTIAL: sick pay of Noel" },
		{ kind: "header", where: "To", quote: "j.dale@builders.example" },
		{ kind: "text", where: "text", quote: "His sick pay runs until March." },
	],
});

test("an alert says what was seen, what could not be seen, the clause, and the text to put it right", () => {
	const { text, html } = composeAlert(aPlan(), OPTIONS);
	for (const part of [
		"A copy that was not declared",
		"Correspondence, 1",
		"What was seen",
		"What could not be seen",
		"RE: Allotment gate",
	]) {
		expect(text).toContain(part);
		expect(html).toContain(part);
	}
	expect(text).toContain("    | CC Cllr Rowan Tasker");
	expect(html).toContain("CC Cllr Rowan Tasker");
});

test("everybody who gets it is named in a copy line at its foot, and nobody is hidden", () => {
	const mail = composeAlert(aPlan(), OPTIONS);
	expect(mail.text.trimEnd().split("\n").at(-1)).toBe("CC Edith Marlow (Proper Officer), Noel Birch");
	expect(mail.html).toContain("CC Edith Marlow (Proper Officer), Noel Birch");
	expect(Object.keys(mail)).not.toContain("bcc");
	expect(mail.headers).toMatchObject({ "Auto-Submitted": "auto-generated", "X-Candour": "alert" });
});

test("its own words are neutral, and the subject bears no name and no word of the mail", () => {
	const { subject, text } = composeAlert(aPlan({ findings: [leak] }), OPTIONS);
	expect(subject).toBe("Candour: a marked item left the council, message of 2 June 2026, 10:15");
	expect(text).toContain("A marked item left the council");
	expect(text).not.toMatch(/leak|guilty|offen[cd]|violat|accus/iu);
});

test("who isn't an officer of the council sees who and when, but no words of marked mail", () => {
	const open = composeAlert(aPlan({ findings: [leak] }), OPTIONS);
	const closed = composeAlert(aPlan({ findings: [leak], mayQuote: false }), OPTIONS);
	for (const part of [open.text, open.html]) expect(part).toContain("sick pay");
	for (const part of [closed.text, closed.html, closed.subject]) expect(part).not.toContain("sick pay");
	expect(closed.text).toContain("Subject not shown here");
	expect(closed.text).toContain("j.dale@builders.example");
});

test("a quote is never longer than 200 characters", () => {
	const long = aFinding({ evidence: [{ kind: "text", where: "text", quote: "word ".repeat(200) }] });
	const quotes = /“(?<quote>(?:word ?)+…?)”/u.exec(composeAlert(aPlan({ findings: [long] }), OPTIONS).html)?.groups;
	expect(quotes?.quote?.length).toBeGreaterThan(100);
	expect(quotes?.quote?.length).toBeLessThanOrEqual(200);
});

test("whatever the mail says, no header of the alert gains a line and no tag comes into its HTML", () => {
	const tags = (page: string) => page.match(/<\/?[a-z][^>]*>/giu)?.length;
	const usual = tags(composeAlert(aPlan(), OPTIONS).html);
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string({ unit: "binary" }),
				fc.constantFrom("x\r\nBcc: evil@x.example", "<img src=x onerror=y>", "\u2028To: a@b.example"),
			),
			(hostile) => {
				const finding = aFinding({ summary: hostile, message: { subject: hostile } });
				const mail = composeAlert(aPlan({ findings: [finding] }), OPTIONS);
				for (const value of [mail.subject, mail.messageId, ...Object.values(mail.headers)]) {
					// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
					expect(value).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u);
				}
				expect(tags(mail.html)).toBe(usual);
				expect(mail.text).not.toMatch(/^(Bcc|To):/mu);
			},
		),
		{ numRuns: 200 },
	);
});

test("findings on one message for the same people make one alert; another message makes another", () => {
	const people = [
		{ as: "copied" as const, name: "", address: OTHER },
		{ as: "uninformed" as const, name: "", address: COUNCILLOR },
	];
	const silent = aFinding({ id: "f_1", people, message: { from: DEPUTY } });
	const footer = aFinding({ id: "f_2", rule: "missing-copy-footer", people, message: { from: DEPUTY } });
	const elsewhere = aFinding({ id: "f_3", people, message: { from: DEPUTY, messageId: "<other@thornby.example>" } });
	const routing = { roster: createRoster(THORNBY), alerts: { to: [CLERK], conflict: [] }, now: NOW };
	const { send, held } = planAlerts([elsewhere, footer, silent], routing);
	expect(held).toEqual([]);
	expect(send.map(({ findings }) => findings.map(({ id }) => id))).toEqual([["f_3"], ["f_1", "f_2"]]);
	const other = planAlerts([footer, silent], routing).send[0];
	expect(other?.key).toBe(send[1]?.key);
	const { text } = composeAlert(aPlan({ findings: send[1]?.findings ?? [] }), OPTIONS);
	expect(text).toContain("1. A copy that was not declared (breach)");
	expect(text).toContain("2. A copy line is missing (breach)");
	expect(text.match(/Found in/gu)).toHaveLength(1);
});

test("what nobody may be told is held, and says why", () => {
	const alone = { roster: createRoster(THORNBY), alerts: { to: [DEPUTY], conflict: [] }, now: NOW };
	const { send, held } = planAlerts([aFinding({ message: { from: DEPUTY } })], alone);
	expect(send).toEqual([]);
	expect(held[0]?.because).toMatch(/has a part in it/u);
});
