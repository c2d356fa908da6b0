import { describe, expect, it } from "vitest";
import { readable, wordsOf } from "../../src/text/normalise.ts";

describe("readable", () => {
	it("leaves plain text as it is, but for line ends", () => {
		expect(readable("Dear Ann,\r\n\tten o'clock\rthen")).toBe("Dear Ann,\n\tten o'clock\nthen");
	});

	it("takes out what nobody sees: soft hyphens, joiners, direction marks, variation selectors", () => {
		expect(readable("con\u00adfi\u200bden\u2060tial\ufeff \u200ecc\ufe0f")).toBe("confidential cc");
	});

	it("makes one kind of quote mark, blank and hyphen", () => {
		expect(readable("\u201cIt\u2019s\u201d\u00a0on\u2011line \u2018now\u2019")).toBe("\"It's\" on-line 'now'");
	});

	it("composes full-width and mathematical letters", () => {
		expect(readable("\uff23\uff23 \u{1d402}llr")).toBe("CC Cllr");
	});

	it("folds Cyrillic and Greek letters inside Latin words", () => {
		expect(readable("\u0421onfid\u0435nti\u0430l c\u03bfpy")).toBe("Confidential copy");
	});

	it("folds a word that is all look-alikes in a text that is mostly Latin", () => {
		expect(readable("\u0421\u0421: Councillor Ann Vane of Thornby")).toBe("CC: Councillor Ann Vane of Thornby");
	});

	it("leaves a text in Russian or Greek in its letters", () => {
		const russian = "\u0421\u0442\u0430\u0440\u043e\u0435 \u043f\u0438\u0441\u044c\u043c\u043e";
		expect(readable(russian)).toBe(russian);
	});

	it("keeps accents, which Welsh names need", () => {
		expect(readable("Y Cyng. Si\u00e2n T\u0177")).toBe("Y Cyng. Si\u00e2n T\u0177");
	});
});

describe("wordsOf", () => {
	it("gives words in lower case, without apostrophes and accents, and keeps numbers", () => {
		expect(wordsOf("The Council\u2019s Caf\u00e9: \u00a34,200 (net)")).toEqual([
			"the",
			"councils",
			"cafe",
			"4",
			"200",
			"net",
		]);
	});
});
