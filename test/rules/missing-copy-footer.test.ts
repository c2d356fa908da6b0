import { describe, expect, it } from "vitest";
import type { Protocol } from "../../src/config/council.ts";
import { inShort, judgeMail } from "../judging.ts";
import { HART, letter, PELL, VOSS } from "../letter.ts";
import { EVERY_RULE } from "../thornby.ts";

const ANSWER = "Dear Alan,\n\nThe spare key is with the caretaker.\n\nKind regards\nJo Marsh\nClerk\n";

const missing = async (mails: Parameters<typeof judgeMail>[0], protocol?: Protocol): Promise<readonly string[]> =>
	inShort((await judgeMail(mails, protocol)).filter(({ rule }) => rule === "missing-copy-footer"));

describe("a missing copy footer", () => {
	it("comes with an undisclosed Bcc", async () => {
		expect(inShort(await judgeMail([letter({ bcc: VOSS, text: ANSWER })]))).toEqual([
			"missing-copy-footer r.voss",
			"silent-copy r.voss",
		]);
	});
	it("brings a sentence that can be sent, with the line that was missing", async () => {
		const found = await judgeMail([letter({ bcc: VOSS, text: ANSWER })]);
		const remedy = found.find(({ rule }) => rule === "missing-copy-footer")?.remedy;
		expect(remedy).toMatch(/^For the record: my message of \d+ \w+ \d{4} was also received by .*Voss\.\nCC .*Voss$/u);
	});
	it("stands alone where only the text mentions the copy", async () => {
		const text = ANSWER.replace("caretaker.", "caretaker. I have copied Cllr Voss in, as she asked too.");
		expect(inShort(await judgeMail([letter({ bcc: VOSS, text })]))).toEqual(["missing-copy-footer r.voss"]);
	});
	it("is none where the footer stands before the sign-off, below it, or below a disclaimer", async () => {
		const disclaimer = "This e-mail and any attachments are confidential and intended solely for the addressee.";
		for (const text of [
			ANSWER.replace("\nKind regards", "\ncc Cllr Voss\n\nKind regards"),
			`${ANSWER}\ncc: Cllr R. Voss\n`,
			`${ANSWER}\n${disclaimer}\n\nCopy to Councillor Ruth Voss\n`,
		]) {
			expect(await missing([letter({ bcc: VOSS, text })])).toEqual([]);
		}
	});
	it("is found for the councillor whom the footer leaves out", async () => {
		expect(await missing([letter({ bcc: [VOSS, HART].join(", "), text: `${ANSWER}\ncc Cllr Voss\n` })])).toEqual([
			"missing-copy-footer d.hart",
		]);
	});
	it("is found where the footer stands only in the quoted thread", async () => {
		const text = `Alan, thank you.\n\nJo\n\nOn 2 Mar 2026, at 09:00, Jo Marsh <clerk@thornby-pc.example> wrote:\n\n> The key is at the office.\n>\n> Jo\n>\n> cc Cllr Voss\n`;
		expect(await missing([letter({ bcc: VOSS, text })])).toEqual(["missing-copy-footer r.voss"]);
	});
	it("is asked of visible copies only where the protocol says so", async () => {
		const all: Protocol = {
			...EVERY_RULE,
			rules: EVERY_RULE.rules.map((rule) =>
				rule.rule === "missing-copy-footer" ? { ...rule, settings: { copies: "all" } } : rule,
			),
		};
		const mail = letter({ to: PELL, cc: VOSS, text: ANSWER });
		expect(await missing([mail])).toEqual([]);
		expect(await missing([mail], all)).toEqual(["missing-copy-footer r.voss"]);
	});
});
