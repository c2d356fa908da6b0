import { describe, expect, it } from "vitest";
import { decodeText, looksBroken } from "../../src/mail/charset.ts";
import { decodeWords } from "../../src/mail/encoded-words.ts";

describe("encoded words", () => {
	it.each([
		["=?utf-8?Q?Cllr_Ang=C3=A9?= on drains", "Cllr Angé on drains"],
		["=?UTF-8?B?wqM0LDIwMA==?=", "£4,200"],
		["=?iso-8859-1?q?=A350?= and =?windows-1252?q?=80?=", "£50 and €"],
		["=?utf-8*en?Q?caf=C3=A9?=", "café"],
		["=?utf-8?Q?Really??=", "Really?"],
		["=?x-nobody-knows?Q?=C3=A9?=", "é"],
		["plain =? not a word", "plain =? not a word"],
	])("decodes %s", (written, expected) => {
		expect(decodeWords(written)).toBe(expected);
	});

	it("joins neighbours, and characters that were cut in two between them", () => {
		expect(decodeWords("=?utf-8?B?w6k=?= =?utf-8?Q?t=C3=A9?=")).toBe("été");
		expect(decodeWords("=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=")).toBe("é");
		expect(decodeWords("=?utf-8?Q?a?= b =?utf-8?Q?c?=")).toBe("a b c");
	});

	it("leaves raw letters inside a word as they were read", () => {
		expect(decodeWords("=?iso-8859-1?Q?caf_é_=A3?=")).toBe("caf é £");
	});

	it("stays linear on hostile headers", () => {
		const started = performance.now();
		decodeWords("=?a?q?".repeat(100_000));
		expect(performance.now() - started).toBeLessThan(2_000);
	});
});

describe("text of unknown charset", () => {
	it("is UTF-8 where it can be, else Windows-1252", () => {
		expect(decodeText(Buffer.from("£5"), undefined)).toBe("£5");
		expect(decodeText(Buffer.from("£5", "latin1"), undefined)).toBe("£5");
		expect(decodeText(Buffer.from([0x80, 0x35]), "us-ascii")).toBe("€5");
		expect(decodeText(Buffer.from("£5", "latin1"), "utf-8")).toBe("£5");
		expect(decodeText(Buffer.from("\uFEFF£5", "utf16le"), "utf-8")).toBe("£5");
	});

	it("stays UTF-8 where only a byte of it is broken", () => {
		const bytes = Buffer.concat([Buffer.from("été "), Buffer.from([0xff])]);
		expect(decodeText(bytes, "utf-8")).toBe("été \uFFFD");
		expect(looksBroken("été \uFFFD")).toBe(false);
		expect(looksBroken("\uFFFD5")).toBe(true);
	});
});
