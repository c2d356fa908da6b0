import { describe, expect, test } from "vitest";
import { readDecideForm } from "../../src/web/findings/decide-form.ts";
import { markedText, quotesIn } from "../../src/web/findings/marked-text.ts";
import { pageLinks } from "../../src/web/forms/page-numbers.ts";
import { startOfDay, writtenDay } from "../../src/web/forms/written-day.ts";

describe("marking words in a text", () => {
	const marked = (text: string, ...quotes: string[]) =>
		markedText(text, quotes)
			.map(({ text: part, marked: is }) => (is ? `[${part}]` : part))
			.join("");

	test("finds a quote over line breaks and in another case, each time it stands there", () => {
		expect(marked("The gate\n is open. THE GATE is", "the gate is")).toBe("[The gate\n is] open. [THE GATE is]");
	});

	test("joins what overlaps and leaves the rest of the text as it is", () => {
		expect(marked("one two three four", "one two", "two three")).toBe("[one two][ three] four");
		expect(marked("", "one")).toBe("");
		expect(marked("no such words", "gate")).toBe("no such words");
	});

	test("takes every character as what it is", () => {
		expect(marked("a-b (c) [d]? $5/£6 ^*+.|{}\\", "a-b (c) [d]? $5/£6 ^*+.|{}\\")).toBe(
			"[a-b (c) [d]? $5/£6 ^*+.|{}\\]",
		);
		expect(marked("price 5.00", "5x00")).toBe("price 5.00");
	});

	test("takes quotes that were cut by their pieces, and leaves out what says that something is missing", () => {
		const quotes = quotesIn([
			{ kind: "text", where: "text", quote: "…the Council will pay for it… and so on" },
			{ kind: "absence", where: "foot", quote: "no line names her" },
			{ kind: "text", where: "text", quote: "on" },
		]);
		expect(quotes).toEqual(["the Council will pay for it", "and so on"]);
	});
});

describe("days as people write them", () => {
	test("are read with the day before the month, and anything else is none", () => {
		for (const written of [
			"2 March 2026",
			"2nd march 2026",
			"2 Mar 2026",
			"2/3/2026",
			"02.03.2026",
			"2026-03-02",
			" 2/3/26 ",
		]) {
			expect(writtenDay(written)).toBe("2026-03-02");
		}
		for (const wrong of ["", "soon", "31/2/2026", "13/13/2026", "2026"]) expect(writtenDay(wrong)).toBeUndefined();
	});

	test("begin at midnight of the council's zone, also in summer", () => {
		expect(startOfDay("2026-03-02", "Europe/London")).toBe("2026-03-02T00:00:00.000Z");
		expect(startOfDay("2026-06-01", "Europe/London", 1)).toBe("2026-06-01T23:00:00.000Z");
	});
});

describe("the links of pages", () => {
	const shown = (current: number, pages: number) =>
		pageLinks(current, pages, (page) => `?page=${page}`)?.items.map((item) => ("ellipsis" in item ? "…" : item.number));

	test("name the first, the last and the neighbours", () => {
		expect(shown(1, 1)).toBeUndefined();
		expect(shown(1, 2)).toEqual([1, 2]);
		expect(shown(6, 12)).toEqual([1, "…", 5, 6, 7, "…", 12]);
		expect(shown(12, 12)).toEqual([1, "…", 11, 12]);
	});
});

describe("the form for deciding", () => {
	const TODAY = "2026-03-10";

	test("makes the decision that was chosen, with its own reason and no other's", () => {
		const body = { kind: "justified", justified: " agreed\r\nby all ", notABreach: "x", standing: "7" };
		expect(readDecideForm(body, TODAY)).toMatchObject({
			values: { standing: 7 },
			decision: { kind: "justified", reason: "agreed\nby all" },
			errors: [],
		});
	});

	test("lets an exemption end a year from today, and not a day later", () => {
		const exempt = (expires: string) =>
			readDecideForm({ kind: "exempt", exempt: "r", alike: ["from"], expires }, TODAY);
		expect(exempt("10/3/2027").decision).toMatchObject({
			expiresOn: "2027-03-10",
			alike: { from: true, people: false },
		});
		expect(exempt("11/3/2027").decision).toBeUndefined();
		expect(exempt("10/3/2026").decision).toMatchObject({ expiresOn: "2026-03-10" });
	});

	test("takes whatever is sent without falling over", () => {
		for (const body of [
			undefined,
			null,
			"x",
			{ kind: ["a", "b"] },
			{ kind: "exempt", alike: { x: 1 } },
			{ standing: "-1" },
		]) {
			expect(readDecideForm(body, TODAY).errors.length).toBeGreaterThan(0);
		}
	});
});
