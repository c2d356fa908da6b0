import { expect, test } from "vitest";
import { chartPng, chartSvg } from "../../src/reports/draw-weeks.ts";
import { chartInWords, firstOfTwelveWeeks, twelveWeeks } from "../../src/reports/week-chart.ts";

const LONDON = "Europe/London";
const NOW = "2026-06-08T07:00:00Z";

test("there are twelve weeks, up to the one of now, and those without findings are zero", () => {
	const weeks = twelveWeeks([{ monday: "2026-06-01", breaches: 2, advisories: 1 }], NOW, LONDON);
	expect(weeks.map(({ monday }) => monday)).toHaveLength(12);
	expect(weeks[0]).toEqual({ monday: "2026-03-23", breaches: 0, advisories: 0 });
	expect(weeks[10]).toEqual({ monday: "2026-06-01", breaches: 2, advisories: 1 });
	expect(weeks[11]?.monday).toBe("2026-06-08");
});

test("the twelve weeks begin at the council's midnight, on either side of the change of clocks", () => {
	expect(firstOfTwelveWeeks(NOW, LONDON)).toBe("2026-03-23T00:00:00.000Z");
	expect(firstOfTwelveWeeks("2026-08-03T07:00:00Z", LONDON)).toBe("2026-05-17T23:00:00.000Z");
});

test("weeks without a finding are said to show none, not to have none", () => {
	expect(chartInWords(twelveWeeks([], NOW, LONDON), LONDON)).toBe(
		"No findings are visible on the messages of the last 12 weeks.",
	);
});

test("the same weeks are the same chart, byte for byte", async () => {
	const weeks = twelveWeeks([{ monday: "2026-06-01", breaches: 2, advisories: 1 }], NOW, LONDON);
	expect(chartSvg(weeks)).toBe(chartSvg(weeks));
	const [one, other] = [await chartPng(weeks), await chartPng(weeks)];
	expect(one.equals(other)).toBe(true);
	expect([...one.subarray(1, 4)].map((code) => String.fromCharCode(code)).join("")).toBe("PNG");
});

test("the chart holds no script and no style sheet", () => {
	expect(chartSvg(twelveWeeks([], NOW, LONDON))).not.toMatch(/<script|<style|@import|href=/u);
});
