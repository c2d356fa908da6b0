import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLocalDay } from "../../src/people/local-day.ts";

const ZONES = ["Europe/London", "UTC", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Sao_Paulo", "Pacific/Apia"];

/** The zone's own calendar, asked anew for each instant. */
function dayByCalendar(zone: string, at: number): string {
	const parts = new Intl.DateTimeFormat("en-GB", {
		timeZone: zone,
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
	}).formatToParts(at);
	const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? "";
	return `${part("year")}-${part("month")}-${part("day")}`;
}

describe("the local day of an instant", () => {
	it("is that of the zone's calendar, on days on which the clock is moved too", () => {
		const instant = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2040, 0, 1) });
		fc.assert(
			fc.property(fc.constantFrom(...ZONES), fc.array(instant, { maxLength: 5 }), (zone, instants) => {
				const dayOf = createLocalDay(zone);
				for (const at of instants) expect(dayOf(new Date(at).toISOString())).toBe(dayByCalendar(zone, at));
			}),
		);
		const dayOf = createLocalDay("Europe/London");
		for (let at = Date.UTC(2026, 2, 28, 22); at < Date.UTC(2026, 2, 30, 2); at += 15 * 60_000)
			expect(dayOf(new Date(at).toISOString())).toBe(dayByCalendar("Europe/London", at));
	});

	it("begins at eleven in the evening, by UTC, in the British summer", () => {
		const dayOf = createLocalDay("Europe/London");
		expect(dayOf("2026-07-01T22:59:59Z")).toBe("2026-07-01");
		expect(dayOf("2026-07-01T23:00:00Z")).toBe("2026-07-02");
		expect(dayOf("2026-01-01T23:00:00Z")).toBe("2026-01-01");
	});

	it("is the day itself for a bare day, and before every other for what cannot be read", () => {
		const dayOf = createLocalDay("Europe/London");
		expect(dayOf("2026-03-02")).toBe("2026-03-02");
		expect(dayOf("yesterday")).toBe("0000-00-00");
	});
});
