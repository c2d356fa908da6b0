import { describe, expect, it } from "vitest";
import { formalDecision } from "../../../src/text/letters/formal-decision.ts";
import { readOfficial } from "../../../src/text/letters/official.ts";
import { councilNames, wordsOf } from "../../../src/text/statements/words.ts";

const COUNCIL = "Thornby Parish Council";

function official(text: string, setting: { letterhead?: boolean; signedForCouncil?: boolean }): boolean {
	return readOfficial({
		council: COUNCIL,
		sentences: text.split(/(?<=[.?])\s+/),
		text,
		subject: "Letter",
		letterhead: false,
		attached: false,
		signedForCouncil: false,
		toPress: false,
		...setting,
	}).official;
}

describe("a formal decision in a letter for the council", () => {
	it.each([
		"The application which your club made in May has been considered. I have to inform you formally that it is declined.",
		"I write about your tender. The Council has decided to refuse it.",
		"Thank you for applying. Your application was unsuccessful.",
		"I refer to your letter of 3 May. Consent is withheld.",
		"I refer to your letter of 3 May. The request has been turned down.",
		"We have turned your request down.",
		"Your bid did not succeed.",
		"Your licence will not be renewed.",
		"Your offer cannot be accepted.",
		"We are unable to accede to your request.",
		"The Committee has refused your application for a stall.",
		"Your appeal is allowed.",
		"The Council is not prepared to renew your tenancy.",
	])("is read in %j", (text) => {
		expect(official(text, { signedForCouncil: true })).toBe(true);
		expect(official(text, { letterhead: true })).toBe(true);
		expect(official(text, {})).toBe(false);
	});

	it.each([
		"The Inspector refused it.",
		"The appeal was dismissed by the Inspector.",
		"Northshire County Council has turned down our request for a crossing.",
		"The bank has turned down the request.",
		"I've declined the invitation.",
		"My offer was not accepted.",
		"I was sorry to hear that your application was refused.",
		"If your application is refused, you may appeal.",
		"Has your application been refused?",
		"The lease was granted in 1954.",
		"Planning permission was granted for the mast last year.",
		"Your application has been received.",
		"Your complaint will be considered at the next meeting.",
	])("is not read in %j", (text) => {
		expect(official(text, { signedForCouncil: true, letterhead: true })).toBe(false);
	});

	it("is a report where it is told from the minutes, and a notice where it is signed for the council", () => {
		const text = "The minutes of 4 May record that your application was refused.";
		expect(official(text, { letterhead: true })).toBe(false);
		expect(official(text, { signedForCouncil: true })).toBe(true);
	});

	it("takes time in proportion to the length of a sentence", () => {
		for (const unit of [
			"your the a ",
			"your request a b ",
			"the council has not ",
			"it is not now ",
			"consent to a ",
		]) {
			const { line } = wordsOf(unit.repeat(40_000 / unit.length), councilNames(COUNCIL));
			const began = performance.now();
			formalDecision([line], true);
			expect(performance.now() - began, unit).toBeLessThan(2_000);
		}
	});
});
