import { describe, expect, it } from "vitest";
import { withoutCourtesies } from "../../src/text/without-courtesies.ts";

describe("a text without courtesies", () => {
	it("loses what everybody writes, and nothing else", () => {
		const text =
			"Dear Alan,\n\nThank you for your patience while I looked into this. The drain is clear.\n\nPlease do not hesitate to contact me if there is anything further.";
		expect(withoutCourtesies(text).replace(/\s+/gu, " ").trim()).toBe("Dear Alan, The drain is clear.");
	});
	it("keeps a courtesy that says something of its own", () => {
		const text = "I am sorry that the deposit of £450 was returned to the wrong person.";
		expect(withoutCourtesies(text)).toBe(text);
	});
	it("leaves a text without any as it is", () => {
		const text = "The drain by the lower gate is clear.\nIt was a root.";
		expect(withoutCourtesies(text)).toBe(text);
	});
});
