import { describe, expect, it } from "vitest";
import { sentences } from "../../src/text/sentences.ts";

const parts = (text: string): string[] => sentences(text).map((sentence) => sentence.text);

describe("sentences", () => {
	it("parts at full stops, question marks and exclamation marks", () => {
		expect(parts("The hedge is down. Who did it? Not us! We shall ask.")).toEqual([
			"The hedge is down.",
			"Who did it?",
			"Not us!",
			"We shall ask.",
		]);
	});

	it.each([
		"I met Cllr. Vane and Mr. P. J. Oakes at St. Bride's.",
		"Some trees, e.g. Oaks and i.e. Elms, stay.",
		"See item No. 5 of the minutes.",
		"The sum of \u00a34,200.50 is due on 4.6.2024 at noon.",
		"Write to clerk@thornby.example or see www.thornby.example today.",
		"We close at 5 p.m. on Fridays.",
	])("does not part: %s", (text) => {
		expect(parts(text)).toEqual([text]);
	});

	it("parts after a refusal, a letter at the end and dots", () => {
		expect(parts("No. We will not pay. It was I. They left... Nobody asked.")).toEqual([
			"No.",
			"We will not pay.",
			"It was I.",
			"They left...",
			"Nobody asked.",
		]);
	});

	it("takes bullets and numbered lines apart and leaves the marks out", () => {
		expect(parts("We agreed to\n- mend the bench\n* paint the gate\n1. order the sign\nb) ring Joe")).toEqual([
			"We agreed to",
			"mend the bench",
			"paint the gate",
			"order the sign",
			"ring Joe",
		]);
	});

	it("takes short lines without a full stop apart", () => {
		expect(parts("Dear Ann\nThanks for this\nHelen")).toEqual(["Dear Ann", "Thanks for this", "Helen"]);
	});

	it("joins a sentence that was wrapped at the margin", () => {
		expect(parts("The contractor will be back on Monday morning to finish\nthe footpath by the church.")).toHaveLength(
			1,
		);
	});

	it("gives offsets by which the sentence is found again", () => {
		const text = "Dear Ann,\n\n  - The gate is mended.  It cost \u00a340.\n";
		for (const { start, end, text: sentence } of sentences(text)) expect(text.slice(start, end)).toBe(sentence);
	});

	it("gives nothing for a text without words", () => {
		expect(sentences(" \n--\n***\n")).toEqual([]);
	});
});
