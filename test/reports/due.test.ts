import fc from "fast-check";
import { expect, test } from "vitest";
import { digestDue, lastWeek, weekBefore, weekNamed } from "../../src/reports/due.ts";
import { LONDON } from "./samples.ts";

const LONG_AGO = "2020-01-01T00:00:00Z";
const monday = { day: "monday", time: "08:00" } as const;
const due = (
	now: string,
	sent: readonly string[] = [],
	config: Parameters<typeof digestDue>[1] = monday,
	zone = LONDON,
	installedAt = LONG_AGO,
) => digestDue(now, config, zone, new Set(sent), installedAt)?.week;

test("the digest of a week is due on the day after its Sunday, at the local time", () => {
	expect(due("2026-03-23T07:59:59Z", ["2026-W11"])).toBeUndefined();
	expect(digestDue("2026-03-23T08:00:00Z", monday, LONDON, new Set(["2026-W11"]), LONG_AGO)).toEqual({
		week: "2026-W12",
		from: "2026-03-16",
		to: "2026-03-22",
	});
	expect(due("2026-03-23T08:00:00Z", ["2026-W12"])).toBeUndefined();
});

test("summer time moves the moment, not the local hour", () => {
	expect(due("2026-03-30T06:59:00Z", ["2026-W12"])).toBeUndefined();
	expect(due("2026-03-30T07:00:00Z", ["2026-W12"])).toBe("2026-W13");
	expect(due("2026-10-26T07:59:00Z", ["2026-W42"])).toBeUndefined();
	expect(due("2026-10-26T08:00:00Z", ["2026-W42"])).toBe("2026-W43");
});

test("a time that the clock skips or repeats sends one digest, not none or two", () => {
	const sunday = { day: "sunday", time: "01:30" } as const;
	expect(due("2026-03-29T00:59:00Z", ["2026-W11"], sunday)).toBeUndefined();
	expect(due("2026-03-29T01:31:00Z", ["2026-W11"], sunday)).toBe("2026-W12");
	expect(due("2026-10-25T00:31:00Z", ["2026-W41"], sunday)).toBe("2026-W42");
	expect(due("2026-10-25T01:31:00Z", ["2026-W42"], sunday)).toBeUndefined();
});

test("the year's end keeps ISO weeks: 2026 has a week 53, and its last days belong to it", () => {
	expect(due("2026-12-28T09:00:00Z", ["2026-W51"])).toBe("2026-W52");
	expect(digestDue("2027-01-04T09:00:00Z", monday, LONDON, new Set(["2026-W52"]), LONG_AGO)).toEqual({
		week: "2026-W53",
		from: "2026-12-28",
		to: "2027-01-03",
	});
	expect(due("2027-01-11T09:00:00Z", ["2026-W53"])).toBe("2027-W01");
});

test("a digest that is late is sent late, one missed week at a time, the oldest first", () => {
	const sent = ["2026-W08"];
	const now = "2026-03-25T15:00:00Z";
	const made: (string | undefined)[] = [];
	for (let week = due(now, sent); week !== undefined; week = due(now, sent)) {
		made.push(week);
		sent.push(week);
	}
	expect(made).toEqual(["2026-W09", "2026-W10", "2026-W11", "2026-W12"]);
});

test("the very first digest is that of the week in which Candour was installed, late rather than never", () => {
	const installed = (when: string, now: string, sent: readonly string[] = []) => due(now, sent, monday, LONDON, when);
	const wednesday = "2026-03-25T15:00:00Z";
	expect(installed(wednesday, wednesday)).toBeUndefined();
	expect(installed(wednesday, "2026-03-30T07:00:00Z")).toBe("2026-W13");
	expect(installed(wednesday, "2026-04-08T09:00:00Z")).toBe("2026-W13");
	expect(installed(wednesday, "2026-04-08T09:00:00Z", ["2026-W13"])).toBe("2026-W14");
});

test("on the Sunday's last hour it is still that week's, after local midnight no longer", () => {
	const of = (when: string) => due("2026-04-06T09:00:00Z", [], monday, LONDON, when);
	expect(of("2026-03-29T22:30:00Z")).toBe("2026-W13");
	expect(of("2026-03-29T23:30:00Z")).toBe("2026-W14");
});

test("after a very long silence only the last eight weeks are made up for", () => {
	expect(due("2026-12-30T12:00:00Z", ["2026-W02"])).toBe("2026-W45");
});

test("a later day of the week is waited for", () => {
	const friday = { day: "friday", time: "16:00" } as const;
	expect(due("2026-03-27T15:59:00Z", ["2026-W11"], friday)).toBeUndefined();
	expect(due("2026-03-27T16:00:00Z", ["2026-W11"], friday)).toBe("2026-W12");
});

test("the council's zone decides which week it is", () => {
	expect(lastWeek("2026-06-07T23:30:00Z", LONDON).week).toBe("2026-W23");
	expect(lastWeek("2026-06-07T23:30:00Z", "UTC").week).toBe("2026-W22");
});

test("asked every hour through two years, every week comes once, in order, and none before its time", () => {
	fc.assert(
		fc.property(
			fc.constantFrom("monday", "wednesday", "sunday"),
			fc.constantFrom("00:00", "01:30", "08:00", "23:45"),
			fc.integer({ min: 0, max: 200 }),
			(day, time, downtimeHours) => {
				const sent = new Set<string>();
				const order: string[] = [];
				const start = Date.parse("2026-09-01T00:00:00Z");
				for (let hour = 0; hour < 24 * 7 * 24; hour++) {
					if (hour > 1500 && hour < 1500 + downtimeHours) continue;
					const now = new Date(start + hour * 3_600_000).toISOString();
					const week = digestDue(now, { day, time } as typeof monday, LONDON, sent, new Date(start).toISOString());
					if (week === undefined) continue;
					expect(week.to < now.slice(0, 10) || now.slice(0, 10) === week.to).toBe(true);
					sent.add(week.week);
					order.push(week.week);
				}
				const expected = [...order].sort();
				expect(order).toEqual(expected);
				expect(new Set(order).size).toBe(order.length);
				expect(order.length).toBeGreaterThanOrEqual(23);
				expect(order).toContain("2026-W53");
			},
		),
		{ numRuns: 2 },
	);
});

test("a week is named as ISO 8601 names it, and what is no week is none", () => {
	expect(weekNamed("2026-W53")).toEqual({ week: "2026-W53", from: "2026-12-28", to: "2027-01-03" });
	expect(weekNamed("2026-W01")?.from).toBe("2025-12-29");
	for (const none of ["2025-W53", "2026-W00", "2026-W54", "2026W12", "2026-12", "W12", ""])
		expect(weekNamed(none)).toBeUndefined();
	expect(weekBefore({ week: "2027-W01", from: "2027-01-04", to: "2027-01-10" }, 1).week).toBe("2026-W53");
});
