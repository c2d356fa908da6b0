import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPrints, isCommonRun, overlap } from "../../src/text/fingerprints.ts";
import { segment } from "../../src/text/segments/segments.ts";

const printer = createPrints(new TextEncoder().encode("a secret of the parish of Thornby"));
const LETTER = `The surveyor went over the pavilion roof on Thursday and found that the northern slope has lost eleven courses
of slate. He puts the repair at nine thousand four hundred pounds and would rather not see it left until the spring, since
the rafters below are already wet. Mrs Oakes has asked whether the insurers would meet any of it; they say not, because the
policy leaves out gradual decay. We could take the money from the play area reserve, which stands at fourteen thousand, and
pay it back when the field rents come in at Michaelmas. The cricket club would lend us its tower scaffold for nothing if we
let them have the mower in return, and Mr Hale thinks that fair. Nobody outside the finance working group has seen these
figures, and the roofer himself has not been told what the other two asked for.`;
const share = (text: string): number => overlap(printer.of(LETTER), printer.of(text)).shareOfA;

describe("prints", () => {
	it("are the same for the same words, whatever wraps, quotes or decorates them", () => {
		const same = printer.of(LETTER);
		expect(printer.of(LETTER.replace(/\n/g, " "))).toEqual(same);
		expect(printer.of(LETTER.toUpperCase().replace(/^/gm, "> "))).toEqual(same);
		expect(printer.of(LETTER.replace(/ /g, "\u00a0").replace(/'/g, "\u2019"))).toEqual(same);
	});

	it("share as much under one secret as under any other", () => {
		const sentences = LETTER.split(/(?<=\.)\s/u);
		const chosen = fc.subarray(sentences, { minLength: 1 });
		fc.assert(
			fc.property(chosen, chosen, fc.uint8Array({ minLength: 1, maxLength: 40 }), (a, b, key) => {
				const other = createPrints(key);
				const shared = (by: typeof printer) => overlap(by.of(a.join(" ")), by.of(b.join(" ")));
				expect(shared(other)).toEqual(shared(printer));
			}),
		);
	});

	it("come through HTML and back", () => {
		const html = `<div>${LETTER.replace(/\n/g, "<br>").replace(/ of /g, " <b>&#111;f</b> ")}</div>`;
		expect(printer.of(segment({ html }).authored).whole).toBe(printer.of(LETTER).whole);
	});

	it("are short and say nothing of the text without the key", () => {
		const other = createPrints(new TextEncoder().encode("another secret"));
		const prints = printer.of(LETTER);
		expect(prints.runs.every((run) => /^[\w-]{11}$/.test(run))).toBe(true);
		expect(overlap(prints, other.of(LETTER)).shared).toBe(0);
		expect(prints.whole).not.toBe(other.of(LETTER).whole);
		expect(printer.digest("a")).not.toBe(other.digest("a"));
		expect(printer.digest("a")).toMatch(/^[\w-]{22}$/);
	});

	it("keep more than three quarters when every thirtieth word is changed", () => {
		const words = LETTER.split(/\s+/);
		expect(share(words.map((word, index) => (index % 30 === 15 ? "something" : word)).join(" "))).toBeGreaterThan(0.75);
	});

	it("keep their place: an edit at one end leaves the prints of the other alone", () => {
		const edited = `Dear all, here is what I heard this morning at the pavilion. ${LETTER}`;
		expect(share(edited)).toBeGreaterThan(0.95);
	});

	it("find a paragraph inside a longer letter, and eight words in a row anywhere", () => {
		const sentence = "would lend us its tower scaffold for nothing if";
		const { shared } = overlap(
			printer.of(LETTER),
			printer.of(`Did you know that the club ${sentence} you asked them nicely?`),
		);
		expect(shared).toBeGreaterThanOrEqual(1);
	});

	it("share nothing with another letter on the same matter", () => {
		const other =
			"The roof of the pavilion needs work, says the surveyor, and it will not be cheap; I gather that we may use a reserve.";
		expect(overlap(printer.of(LETTER), printer.of(other)).shared).toBe(0);
	});

	it("leave out what stands in everybody's mail", () => {
		const courtesy = "If you have any questions please do not hesitate to contact me.";
		expect(printer.of(courtesy).runs).toEqual([]);
		expect(isCommonRun(["please", "do", "not", "hesitate", "to"])).toBe(true);
		expect(isCommonRun(["nine", "thousand", "four", "hundred", "pounds"])).toBe(false);
		expect(overlap(printer.of(`${courtesy} The kerb is in.`), printer.of(`${courtesy} The sign is out.`)).shared).toBe(
			0,
		);
	});

	it("have a whole but no runs for a text shorter than a run", () => {
		const prints = printer.of("Yes, go ahead.");
		expect(prints).toMatchObject({ words: 3, runs: [] });
		expect(prints.whole).toBe(printer.of("yes go ahead").whole);
		expect(printer.of("").words).toBe(0);
	});
});

describe("overlap", () => {
	it("counts shares of both sides and the longest row", () => {
		const half = LETTER.slice(0, LETTER.length / 2);
		const found = overlap(printer.of(half), printer.of(LETTER));
		expect(found.shareOfA).toBeGreaterThan(0.95);
		expect(found.shareOfB).toBeGreaterThan(0.35);
		expect(found.shareOfB).toBeLessThan(0.65);
		expect(found.longestRun).toBeGreaterThan(15);
	});

	it("ignores prints that it is told to", () => {
		const prints = printer.of(LETTER);
		expect(overlap(prints, prints, new Set(prints.runs))).toEqual({
			shared: 0,
			shareOfA: 0,
			shareOfB: 0,
			longestRun: 0,
		});
	});
});
