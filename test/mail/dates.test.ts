import { describe, expect, it } from "vitest";
import { parseMailDate, parseReceivedDate } from "../../src/mail/dates.ts";

describe("dates of mail", () => {
	it.each([
		["Tue, 04 Jun 2024 09:15:00 +0100", "2024-06-04T08:15:00.000Z"],
		["4 Jun 2024 09:15 -0330", "2024-06-04T12:45:00.000Z"],
		["Tue, 4 Jun 2024 09:15:00 BST", "2024-06-04T08:15:00.000Z"],
		["Tue, 4 Jun 2024 09:15:00 +0100 (GMT Summer Time)", "2024-06-04T08:15:00.000Z"],
		["Tue (today), 4 Jun 2024 09:15:00 GMT", "2024-06-04T09:15:00.000Z"],
		["Fri, 21 Nov 97 09:55:06 -0600", "1997-11-21T15:55:06.000Z"],
		["Thu, 1 Jan 04 00:00:00 Z", "2004-01-01T00:00:00.000Z"],
		["Tue Jun  4 09:15:00 2024", "2024-06-04T09:15:00.000Z"],
		["2024-06-04T09:15:00+01:00", "2024-06-04T08:15:00.000Z"],
		["Tuesday, June 4-Jun-2024 9:15 PM", "2024-06-04T21:15:00.000Z"],
		["Sat, 31 Dec 2016 23:59:60 +0000", "2016-12-31T23:59:59.000Z"],
		["Tue, 04 Jun 2024 09:15:00 XYZ", "2024-06-04T09:15:00.000Z"],
	])("reads %s", (written, expected) => {
		expect(parseMailDate(written)).toBe(expected);
	});

	it.each(["", "yesterday", "Tue, 31 Jun 2024 09:15:00 +0000", "banana 1", "1 Jan 0099 00:00", "4 Jun 2024 25:00:00"])(
		"takes %j for no date",
		(written) => {
			expect(parseMailDate(written)).toBeUndefined();
		},
	);

	it("finds the date of a Received line behind its last semicolon", () => {
		const line = "from a (b; c) by mx.thornby.example for <x@thornby.example>; Tue, 4 Jun 2024 09:15:02 +0000";
		expect(parseReceivedDate(line)).toBe("2024-06-04T09:15:02.000Z");
		expect(parseReceivedDate("from a by b, Tue, 4 Jun 2024 09:15:02 +0000")).toBeUndefined();
	});
});
