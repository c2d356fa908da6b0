import { describe, expect, it } from "vitest";
import { placedSentences } from "../../../src/text/letters/letter-sentences.ts";
import { reportedAmong, reportsDecision } from "../../../src/text/letters/reported-decision.ts";
import { councilNames } from "../../../src/text/statements/words.ts";

const own = councilNames("Thornby Parish Council");

/** The sentences of a letter that only report. */
function reported(text: string): readonly string[] {
	const sentences = placedSentences(text);
	const found = reportedAmong(sentences, own);
	return sentences.filter((_, at) => found.has(at)).map(({ sentence }) => sentence);
}

describe("the outcome of a vote", () => {
	it("is a report where the sentence before tells of the vote", () => {
		expect(
			reportsDecision(
				"So the parish council will mend the pump in May.",
				"The second motion was carried by five to three.",
			),
		).toBe(true);
		expect(reportsDecision("That means the council will pay half, as agreed in March.", undefined)).toBe(true);
	});
	it("is none where no vote is told of, or where the writer says we", () => {
		expect(reportsDecision("So the parish council will mend the pump in May.", "I looked at the pump on Sunday.")).toBe(
			false,
		);
		expect(reportsDecision("So we will mend the pump in May.", "The second motion was carried by five to three.")).toBe(
			false,
		);
		expect(reportsDecision("The council will mend the pump in May.", "The motion was carried.")).toBe(false);
	});
});

describe("a report of what was decided", () => {
	it.each([
		"The Council resolved to take on two planters and to stand them by the pump, and to ask the Scouts to water them.",
		"The committee agreed that the swings be replaced, that £2,000 be set aside and that the old ones go for scrap.",
		"It was agreed that: the hedge will be cut in March; the wall will be repaired; you will be refunded your deposit.",
		"Last night the amenities committee decided to buy the mower, scrap the old one and give the shed a coat of paint.",
		"Full council agreed on Monday that we'd pay half and asked the Clerk to send you the order.",
		"They voted six to two to waive the hire charge and have asked Judith to write to you.",
		"At Tuesday's meeting we resolved to plant twelve limes and to have the old stumps ground out.",
		"The decision was to go with the cheaper quote and get the work done before the fair.",
		"Councillors backed the plan unanimously: the council will buy the orchard, fence it and open it to the public.",
		"As minuted on 3 March, the council will pay £400 towards the roof.",
		"I can tell you that it was carried, and that the council will resurface the path and put up a handrail.",
		"Resolved: that the quotation of £615 be accepted and that the contractor begin on 4 May.",
	])("keeps its coordinated clauses: “%s”", (sentence) => {
		expect(reported(sentence)).toEqual([sentence]);
	});

	it("goes on in the next sentences, as long as they go on with it", () => {
		expect(reported("The meeting agreed two things. First, to buy the bench. Second, to put it by the ford.")).toEqual([
			"The meeting agreed two things.",
			"First, to buy the bench.",
			"Second, to put it by the ford.",
		]);
		expect(reported("The vote went your way. They are going to leave the seat and put in another.")).toContain(
			"They are going to leave the seat and put in another.",
		);
	});

	it("takes a list under it, and ends with the list", () => {
		const text =
			"It was resolved:\n\n1. Order the bench from Oak & Co.\n2. The Clerk to paint the gate.\n\nOrder the bench now and send us the bill.";
		expect(reported(text)).toEqual([
			"It was resolved:",
			"Order the bench from Oak & Co.",
			"The Clerk to paint the gate.",
		]);
	});

	it.each([
		"The Council has resolved to take your quotation, so please start on Monday.",
		"Members voted for it, so go ahead and order the bench.",
		"The council agreed on Monday, and I hereby accept your price of £900.",
		"The committee has agreed your price and wants you to begin on Monday.",
		"As resolved on Tuesday, you are instructed to take down the wall.",
		"Members agreed so crack on with it and send me the invoice.",
		"The Council will pay what was agreed.",
		"We have agreed to your terms.",
		"Has the council resolved to buy it?",
	])("is none where the writer himself speaks, or nothing was decided: “%s”", (sentence) => {
		expect(reported(sentence)).toEqual([]);
	});
});
