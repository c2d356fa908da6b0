import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { headersEnd, headersOf } from "../../../src/mail/sources/headers-of.ts";
import { searchFor } from "../../../src/mail/sources/imap-search.ts";
import { splitMbox } from "../../../src/mail/sources/mbox-split.ts";
import { decodeModifiedUtf7 } from "../../../src/mail/sources/modified-utf7.ts";
import { readAhead } from "../../../src/mail/sources/read-ahead.ts";
import { headThatFits, uidSet } from "../../../src/mail/sources/uid-set.ts";

const NOW = Date.parse("2026-07-01T12:00:00Z");

describe("sets of message numbers", () => {
	test("write runs as runs and mean the same numbers", () => {
		expect(uidSet([1, 2, 3, 7, 9, 10])).toBe("1:3,7,9:10");
		fc.assert(
			fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1 }), (numbers) => {
				const sorted = numbers.sort((a, b) => a - b);
				const back = uidSet(sorted)
					.split(",")
					.flatMap((part) => {
						const [from = 0, to = from] = part.split(":").map(Number);
						return Array.from({ length: to - from + 1 }, (_, at) => from + at);
					});
				expect(back).toEqual(sorted);
			}),
		);
	});

	test("stay short enough for a command, however scattered they are", () => {
		const scattered = Array.from({ length: 1_000 }, (_, at) => 1_000_000 + at * 2);
		const head = headThatFits(scattered, 1_000);
		expect(uidSet(head).length).toBeLessThanOrEqual(4_000);
		expect(head.length).toBeGreaterThan(100);
		expect(headThatFits([5, 6, 7, 8], 3)).toEqual([5, 6, 7]);
	});
});

describe("the search for a range of days", () => {
	test("is a day wider at both ends and asks for arrival or sending", () => {
		expect(searchFor({ from: "2026-03-30", to: "2026-03-31" }, NOW)).toEqual({
			or: [
				{ since: new Date("2026-03-29"), before: new Date("2026-04-02") },
				{ sentSince: new Date("2026-03-29"), sentBefore: new Date("2026-04-02") },
			],
		});
	});

	test("never asks for an arrival in the future, and asks for everything where only that would bound it", () => {
		expect(searchFor({ from: "2026-06-01", to: "2026-07-01" }, NOW)).toEqual({
			or: [
				{ since: new Date("2026-05-31") },
				{ sentSince: new Date("2026-05-31"), sentBefore: new Date("2026-07-03") },
			],
		});
		expect(searchFor({ to: "2026-07-01" }, NOW)).toBeUndefined();
		expect(searchFor({}, NOW)).toBeUndefined();
	});
});

describe("reading ahead", () => {
	async function* numbers(count: number, made: { count: number; ended: boolean }) {
		try {
			for (let number = 1; number <= count; number += 1) {
				made.count = number;
				yield number;
			}
			if (count === 5) throw new Error("after five");
		} finally {
			made.ended = true;
		}
	}

	test("keeps the order and stays within the limit", async () => {
		const made = { count: 0, ended: false };
		const taken: number[] = [];
		for await (const number of readAhead(numbers(50, made), () => 10, 30)) {
			await new Promise((resolve) => setTimeout(resolve, 1));
			taken.push(number);
			expect(made.count - number).toBeLessThanOrEqual(3);
		}
		expect(taken).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
	});

	test("yields what came before a failure, then fails", async () => {
		const taken: number[] = [];
		const reading = (async () => {
			for await (const number of readAhead(numbers(5, { count: 0, ended: false }), () => 1, 100)) taken.push(number);
		})();
		await expect(reading).rejects.toThrow("after five");
		expect(taken).toEqual([1, 2, 3, 4, 5]);
	});

	test("ends what it reads from when it is left early", async () => {
		const made = { count: 0, ended: false };
		for await (const _ of readAhead(numbers(1_000, made), () => 1, 3)) break;
		expect(made.ended).toBe(true);
		expect(made.count).toBeLessThan(10);
	});
});

describe("splitting an mbox", () => {
	const lines = fc.array(
		fc.constantFrom("", "text", "From me", "From: x", ">From you", "From x Mon Mar  2 10:15:00 2026"),
	);

	test("gives back the messages that were joined, wherever the chunks are cut", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(lines, { minLength: 1, maxLength: 5 }),
				fc.integer({ min: 1, max: 50 }),
				async (mails, cut) => {
					const texts = mails.map((mail) => `Subject: s\n\n${mail.join("\n")}\n`);
					// As mboxrd is written: every line that begins with any ">" and "From " gets one more ">".
					const quoted = texts.map((text) => text.replaceAll(/^(>*From )/gmu, ">$1"));
					const whole = Buffer.from(quoted.map((text) => `From a Mon Mar  2 10:15:00 2026\n${text}\n`).join(""));
					async function* chunks() {
						for (let at = 0; at < whole.length; at += cut) yield whole.subarray(at, at + cut);
					}
					const got: string[] = [];
					for await (const { raw } of splitMbox(chunks(), 1_000_000)) got.push(raw.toString());
					expect(got).toEqual(texts);
				},
			),
			{ numRuns: 50 },
		);
	});
});

test("headers end at the first empty line, with any line ends, or nowhere", () => {
	expect(headersOf(Buffer.from("A: b\r\n\r\nc\r\n\r\nd")).toString()).toBe("A: b\r\n\r\n");
	expect(headersOf(Buffer.from("A: b\n\nc")).toString()).toBe("A: b\n\n");
	expect(headersOf(Buffer.from("A: b\r\n")).toString()).toBe("A: b\r\n");
	expect(headersEnd(Buffer.from("\r\nbody"))).toBe(2);
	expect(headersEnd(Buffer.from("A: b"))).toBeUndefined();
});

test("folder names are decoded, and what is not well formed stays", () => {
	expect(decodeModifiedUtf7("Entw&APw-rfe")).toBe("Entwürfe");
	expect(decodeModifiedUtf7("A &- B")).toBe("A & B");
	expect(decodeModifiedUtf7("&ZeVnLIqe-")).toBe("日本語");
	expect(decodeModifiedUtf7("Q&A")).toBe("Q&A");
});
