import { describe, expect, test } from "vitest";
import { classifySentence } from "../../src/text/statements/classify.ts";
import { readSentence } from "../../src/text/statements/reading.ts";
import { councilNames, wordsOf } from "../../src/text/statements/words.ts";

const context = { council: "Thornby Parish Council" };

/** What a sentence does by its words alone. */
function doing(sentence: string): string {
	const statement = classifySentence(sentence, context);
	if (statement === undefined || statement.status !== "plain" || statement.binds === "no") return "binds nobody";
	return statement.force === "instructs" ? "instructs" : "commits";
}

describe("a sentence commits the council", () => {
	test.each([
		"On behalf of Thornby Parish Council I accept your price of £2,410 for the railings.",
		"The Council will pay for the new guttering.",
		"Thornby will pay half of the bill.",
		"We'll have the swing mended before half term at no cost to you.",
		"You can have the green on the 9th, and there's no charge.",
		"Keith and the lads will be round on Tuesday with the chipper.",
		"We are giving you three months' notice to end the cleaning contract.",
		"The Council waives your rent for the summer quarter.",
		"Consider it done, the council will find the other £200.",
		"It's agreed: the council buys the mower at £900.",
		"We won't hesitate to pay for the damage.",
		"No problem at all, we'll pay for the coach.",
		"Withdraw your claim and the Council will refund you in full.",
		"Bydd y Cyngor yn talu am y ffens.",
	])("%s", (sentence) => {
		expect(doing(sentence)).toBe("commits");
	});
});

describe("a sentence gives an instruction", () => {
	test.each([
		"Go ahead.",
		"Please start on the drains on Monday.",
		"You are to clear the yard by noon.",
		"Kindly change the locks and send the bill to the parish office.",
		"Stop work on the wall until you hear from me.",
		"I hereby authorise you to take down the elm.",
		"I'd be obliged if you would lay the path on the 6th and send your account to us.",
		"Take down the old fence and charge it to the council.",
		"Ewch ymlaen â'r gwaith, os gwelwch yn dda.",
	])("%s", (sentence) => {
		expect(doing(sentence)).toBe("instructs");
	});
});

describe("a sentence binds nobody, because", () => {
	test.each([
		["it is the writer's own errand", "I'll raise it with the county and ring you on Friday."],
		["it is the writer's own errand", "I'll come and look at the hedge on Saturday."],
		["it is the writer's own purse", "I will pay for the cake out of my own pocket."],
		["it speaks for a club", "As treasurer of the cricket club I accept the terms for the club."],
		["it speaks for a party", "The Labour group will vote for it."],
		["it reports", "The Council resolved in May to accept the tender."],
		["it reports", "I understand from the Clerk that your order was placed on Tuesday."],
		["it waits for the council", "Subject to the Council's approval we would pay half."],
		["it waits for the council", "If members agree on Tuesday the Clerk will send you an order."],
		["it only hopes", "We hope to be able to help with the cost."],
		["it denies", "I can't promise you anything on the council's behalf."],
		["it denies", "Nothing in this e-mail commits the Council."],
		["it protects", "Please do not start until you have the Clerk's order."],
		["it asks", "Has the council agreed to pay for it?"],
		["it asks", "Could you let me know what you would charge for twelve?"],
		["it is an opinion", "I think that the council ought to pay."],
		["it is a courtesy", "Many thanks for your kind letter."],
		["it is a fact", "The hall holds eighty and has a kitchen."],
		["it is a bill", "VAT at 20% £96.00"],
		["it is a stand, and binds to nothing", "The Council objects to the application on grounds of noise."],
	])("%s: %s", (_, sentence) => {
		expect(doing(sentence)).toBe("binds nobody");
	});
});

test("a plain statement says by which words it was read", () => {
	const statement = classifySentence("The Council will meet the whole cost.", context);
	expect(statement?.because.join()).toContain("the Council will");
	expect(statement?.voice).toBe("council");
	expect(statement?.councilResource).toBe(true);
});

test("a sentence that turns to somebody by name says to whom", () => {
	expect(classifySentence("Keith - have the gate open by seven.", context)?.addressee).toBe("Keith");
	expect(classifySentence("Please have the gate open by seven.", context)?.addressee).toBeUndefined();
});

test("the bare place name stands for the council only where the council is known", () => {
	const known = readSentence("Thornby will match it.", councilNames("Thornby Parish Council"));
	expect(known.voice).toBe("council");
	expect(readSentence("Thornby will match it.").voice).not.toBe("council");
});

test("names of people and places are not words that the model could learn", () => {
	expect(wordsOf("I told Barnaby Wickett on Cowslip Lane.").line).not.toMatch(/barnaby|wickett|cowslip/);
});

test("the same sentence in curly and straight quotes, with hard blanks, is read alike", () => {
	const plain = readSentence("We'll pay for it, don't worry.");
	const typeset = readSentence("We’ll pay for it, don’t worry.");
	expect(typeset.binding).toBeCloseTo(plain.binding, 10);
});

test("an empty or wordless sentence is no statement", () => {
	for (const sentence of ["", " ", "…", "---", "42", "?!"]) expect(classifySentence(sentence, context)).toBeUndefined();
});
