import { describe, expect, it } from "vitest";
import { timeLimitIn } from "../../../src/text/enquiries/time-limits.ts";

/** Monday 9 February 2026. */
const DAY = "2026-02-09";

describe("a time limit", () => {
	it.each([
		["You will have it by Friday.", "2026-02-13"],
		["by Monday the 16th", "2026-02-16"],
		["on the 5th", "2026-03-05"],
		["I expect to be able to tell you by 8 August.", "2026-08-08"],
		["by March 20th", "2026-03-20"],
		["by 12/3", "2026-03-12"],
		["early next week", "2026-02-20"],
		["by the end of the week", "2026-02-13"],
		["by the end of the month", "2026-02-28"],
		["by the end of May", "2026-05-31"],
		["next Thursday", "2026-02-19"],
		["tomorrow", "2026-02-10"],
		["this afternoon", "2026-02-09"],
		["in a day or two", "2026-02-11"],
		["in a fortnight", "2026-02-23"],
		["in two weeks", "2026-02-23"],
		["within ten working days", "2026-02-23"],
		["by Tuesday or, at the latest, by the 20th", "2026-02-20"],
		["erbyn dydd Gwener", "2026-02-13"],
	])("%s", (text, until) => expect(timeLimitIn(text, DAY)?.until).toBe(until));
	it.each(["before the next Amenities meeting", "when I'm back", "by Christmas"])("without a day: %s", (text) => {
		expect(timeLimitIn(text, DAY)).toEqual({ quote: expect.any(String) });
	});
	it.each(["shortly", "since January", "I may be able to", "the bill of 2 February"])("none: %s", (text) =>
		expect(timeLimitIn(text, DAY)).toBeUndefined(),
	);
});
