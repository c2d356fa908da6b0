import { expect, test } from "vitest";
import { alertDueAt, deservesAlert } from "../../src/alerts/settle.ts";
import { LONDON } from "../reports/samples.ts";

const MINUTE_MS = 60_000;
const night = { settleMs: 10 * MINUTE_MS, quietHours: { from: "18:00", to: "08:00" } };

test("an alert waits until copies had time to arrive", () => {
	expect(alertDueAt("2026-06-02T09:00:00Z", { settleMs: 10 * MINUTE_MS }, LONDON)).toBe("2026-06-02T09:10:00.000Z");
});

test.each([
	["in the evening", "2026-06-02T17:30:00Z", "2026-06-03T07:00:00.000Z"],
	["after midnight", "2026-06-03T01:00:00Z", "2026-06-03T07:00:00.000Z"],
	["settling into the quiet hours", "2026-06-02T16:55:00Z", "2026-06-03T07:00:00.000Z"],
	["just before they end", "2026-06-03T06:49:59Z", "2026-06-03T07:00:00.000Z"],
	["at their end", "2026-06-03T06:50:00Z", "2026-06-03T07:00:00.000Z"],
	["in the day", "2026-06-03T11:00:00Z", "2026-06-03T11:10:00.000Z"],
	["over the end of summer time", "2026-10-24T20:00:00Z", "2026-10-25T08:00:00.000Z"],
	["over the end of the year", "2026-12-31T23:00:00Z", "2027-01-01T08:00:00.000Z"],
])("quiet hours are local and reach over midnight: raised %s", (_when, raised, due) => {
	expect(alertDueAt(raised, night, LONDON)).toBe(due);
});

test("quiet hours within a day hold only that day's", () => {
	const lunch = { settleMs: 0, quietHours: { from: "12:00", to: "13:30" } };
	expect(alertDueAt("2026-01-05T12:10:00Z", lunch, LONDON)).toBe("2026-01-05T13:30:00.000Z");
	expect(alertDueAt("2026-01-05T13:30:00Z", lunch, LONDON)).toBe("2026-01-05T13:30:00.000Z");
});

test("clues and, by default, advisories wait for the digest", () => {
	const breaches = { minimumSeverity: "breach" } as const;
	expect(deservesAlert({ severity: "breach", certainty: "likely" }, breaches)).toBe(true);
	expect(deservesAlert({ severity: "breach", certainty: "possible" }, breaches)).toBe(false);
	expect(deservesAlert({ severity: "advisory", certainty: "certain" }, breaches)).toBe(false);
	expect(deservesAlert({ severity: "advisory", certainty: "certain" }, { minimumSeverity: "advisory" })).toBe(true);
});
