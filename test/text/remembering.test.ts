import { expect, it } from "vitest";
import { remembering } from "../../src/text/remembering.ts";

it("a remembering function reads the last few texts once, and gives the same as the function itself", () => {
	const seen: string[] = [];
	const lengthOf = remembering((text) => {
		seen.push(text);
		return text.length;
	});
	expect(["a", "bb", "a", "bb", ""].map(lengthOf)).toEqual([1, 2, 1, 2, 0]);
	expect(seen).toEqual(["a", "bb", ""]);
	const many = Array.from({ length: 50 }, (_, index) => "x".repeat(index + 1));
	expect(many.map(lengthOf)).toEqual(many.map(({ length }) => length));
	expect(lengthOf("a")).toBe(1);
});

it("a remembering function keeps no text that is very long", () => {
	let times = 0;
	const read = remembering(() => {
		times += 1;
	});
	const long = "x".repeat(1_000_000);
	read(long);
	read(long);
	expect(times).toBe(2);
});
