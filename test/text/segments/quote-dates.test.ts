import { describe, expect, it } from "vitest";
import { dateIn } from "../../../src/text/segments/quote-dates.ts";

describe("dateIn", () => {
	it.each([
		["Tue, 4 Jun 2024 at 10:15", "2024-06-04T09:15:00.000Z"],
		["Tuesday, June 4, 2024 10:15 AM", "2024-06-04T09:15:00.000Z"],
		["04 June 2024 10:15", "2024-06-04T09:15:00.000Z"],
		["4th June 2024, 7.05pm", "2024-06-04T18:05:00.000Z"],
		["29 Oct 2025, 22:17", "2025-10-29T22:17:00.000Z"],
		["04/06/2024 10:15:22", "2024-06-04T09:15:22.000Z"],
		["6/24/2024 10:15 PM", "2024-06-24T21:15:00.000Z"],
		["2024-06-04 10:15", "2024-06-04T09:15:00.000Z"],
		["Tue, 4 Jun 2024 10:15:00 +0000", "2024-06-04T10:15:00.000Z"],
		["4 June 2024 10:15:10 BST", "2024-06-04T09:15:10.000Z"],
		["June 4, 2024 at 10:15:22 AM GMT+1", "2024-06-04T09:15:22.000Z"],
		["January 4, 2024 at 12:05 am EST", "2024-01-04T05:05:00.000Z"],
		["Dydd Mawrth, 4 Mehefin 2024 10:15", "2024-06-04T09:15:00.000Z"],
		["12 Rhagfyr 2025 09:00 yb", "2025-12-12T09:00:00.000Z"],
		["mar. 4 juin 2024 \u00e0 10:15", "2024-06-04T09:15:00.000Z"],
		["4 ao\u00fbt 2024 \u00e0 10 h 15", "2024-08-04T09:15:00.000Z"],
		["Dienstag, 4. M\u00e4rz 2025 10:15", "2025-03-04T10:15:00.000Z"],
		["10:15, 4 de junio de 2024", "2024-06-04T09:15:00.000Z"],
	])("reads %s", (text, iso) => {
		expect(dateIn(text)?.iso).toBe(iso);
	});

	it("takes the zone that it is given where the text names none", () => {
		expect(dateIn("4 June 2024 10:15", "Europe/Paris")?.iso).toBe("2024-06-04T08:15:00.000Z");
	});

	it("gives no moment for a day without a time, for a time without a day, nor for a day that isn't", () => {
		expect(dateIn("4 June 2024")).toEqual({ start: 0, end: 11 });
		expect(dateIn("at 10:15")).toBeUndefined();
		expect(dateIn("32/13/2024 10:15")).toBeUndefined();
		expect(dateIn("31 February 2024 10:15")?.iso).toBeUndefined();
	});
});
