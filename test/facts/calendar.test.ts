import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bankHolidays } from "../../src/facts/bank-holidays.ts";
import { createCalendar } from "../../src/facts/calendar.ts";

const england = createCalendar({ nation: "england", closed: [] }, "Europe/London");

describe("bank holidays", () => {
	it("are the eight of England and Wales, with substitutes for weekends", () => {
		expect([...bankHolidays("england", 2027)].sort()).toEqual([
			"2027-01-01",
			"2027-03-26",
			"2027-03-29",
			"2027-05-03",
			"2027-05-31",
			"2027-08-30",
			"2027-12-27",
			"2027-12-28",
		]);
		expect(bankHolidays("wales", 2027)).toEqual(bankHolidays("england", 2027));
	});

	it("differ by nation", () => {
		const only = (nation: "scotland" | "northern-ireland") =>
			[...bankHolidays(nation, 2026)].filter((day) => !bankHolidays("england", 2026).has(day)).sort();
		expect(only("scotland")).toEqual(["2026-01-02", "2026-06-15", "2026-08-03", "2026-11-30"]);
		expect(only("northern-ireland")).toEqual(["2026-03-17", "2026-07-13"]);
		expect(bankHolidays("scotland", 2026).has("2026-04-06")).toBe(false);
	});

	it("follow proclamations", () => {
		expect(bankHolidays("england", 2022)).toContain("2022-06-02");
		expect(bankHolidays("england", 2022)).not.toContain("2022-05-30");
		expect(bankHolidays("scotland", 2022)).toContain("2022-09-19");
		expect(bankHolidays("england", 2020)).toContain("2020-05-08");
	});

	it("never fall on a weekend", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1990, max: 2100 }),
				fc.constantFrom("england" as const, "scotland" as const, "northern-ireland" as const),
				(year, nation) => {
					for (const day of bankHolidays(nation, year)) expect([0, 6]).not.toContain(new Date(day).getUTCDay());
				},
			),
		);
	});
});

describe("mail counts as received", () => {
	it.each([
		["on its day in office hours", "2026-03-10T16:59:00Z", "2026-03-10"],
		["on its day at five sharp", "2026-03-10T17:00:00Z", "2026-03-10"],
		["on the next working day after five", "2026-03-10T17:00:01Z", "2026-03-11"],
		["after five by the local clock, in summer too", "2026-07-01T16:30:00Z", "2026-07-02"],
		["on Monday when it came on Saturday", "2026-03-14T10:00:00Z", "2026-03-16"],
		["after Easter when it came on Maundy Thursday evening", "2026-04-02T19:00:00Z", "2026-04-07"],
		["on its day before hours", "2026-03-10T00:10:00Z", "2026-03-10"],
	])("%s", (_, instant, day) => {
		expect(england.receivedOn(instant)).toBe(day);
	});
});

describe("working days", () => {
	it("leave out weekends and bank holidays", () => {
		expect(england.addWorkingDays("2026-04-02", 2)).toBe("2026-04-08");
		expect(england.addWorkingDays("2026-03-10", 0)).toBe("2026-03-10");
		expect(england.addWorkingDays("2026-12-24", 1)).toBe("2026-12-29");
	});

	it("leave out days on which the council is closed or the office does not work", () => {
		const parish = createCalendar(
			{ nation: "england", closed: ["2026-03-12"], officeDays: ["Tuesday", "Thursday"] },
			"Europe/London",
		);
		expect(parish.addWorkingDays("2026-03-10", 1)).toBe("2026-03-17");
		expect(parish.receivedOn("2026-03-11T09:00:00Z")).toBe("2026-03-17");
	});

	it("end, where a calendar has none", () => {
		const year = Array.from({ length: 800 }, (_, days) =>
			new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10),
		);
		const closed = createCalendar({ nation: "england", closed: year }, "Europe/London");
		expect(closed.addWorkingDays("2026-03-10", 1)).toBe("2026-03-11");
	});

	it("add up: first some, then some more, is all at once", () => {
		const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
		fc.assert(
			fc.property(day, fc.nat({ max: 20 }), fc.nat({ max: 20 }), (date, a, b) => {
				const from = date.toISOString().slice(0, 10);
				const reached = england.addWorkingDays(england.addWorkingDays(from, a), b);
				expect(reached).toBe(england.addWorkingDays(from, a + b));
				if (a + b > 0) expect(england.isWorkingDay(reached)).toBe(true);
			}),
		);
	});
});
