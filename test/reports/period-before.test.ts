import { expect, test } from "vitest";
import { periodBefore } from "../../src/reports/gather-period.ts";

test("before a month stands the month before, as in that month's own report", () => {
	expect(periodBefore({ from: "2026-03-01", to: "2026-03-31" })).toEqual({ from: "2026-02-01", to: "2026-02-28" });
	expect(periodBefore({ from: "2026-02-01", to: "2026-02-28" })).toEqual({ from: "2026-01-01", to: "2026-01-31" });
});

test("before a quarter stands a quarter, over the turn of the year too", () => {
	expect(periodBefore({ from: "2026-01-01", to: "2026-03-31" })).toEqual({ from: "2025-10-01", to: "2025-12-31" });
});

test("before other days stand as many days", () => {
	expect(periodBefore({ from: "2026-03-02", to: "2026-03-08" })).toEqual({ from: "2026-02-23", to: "2026-03-01" });
	expect(periodBefore({ from: "2026-03-01", to: "2026-03-30" })).toEqual({ from: "2026-01-30", to: "2026-02-28" });
});
