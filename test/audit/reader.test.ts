import { afterEach, describe, expect, it } from "vitest";
import { batchLength, packTasks, unpackTasks } from "../../src/audit/batch.ts";
import type { ReadResult, ReadTask } from "../../src/audit/read-message.ts";
import { createReader, createReaderInProcess, type Reader } from "../../src/audit/reader.ts";
import { DOMAIN, THORNBY } from "../thornby.ts";

const OPTIONS = { register: THORNBY, key: new Uint8Array(32), exclusions: [], journals: [] };
const SOURCE = { journal: false };
const MEGABYTE = 1024 * 1024;
let reader: Reader | undefined;

afterEach(() => reader?.close());

function message(number: number, text = `Dear Clerk, this is letter ${number} – about the hedges.`) {
	const raw = Buffer.from(
		`From: a.pell@${DOMAIN}\r\nTo: clerk@${DOMAIN}\r\nSubject: Hedge ${number}\r\nMessage-ID: <${number}@${DOMAIN}>\r\n` +
			`Date: Tue, 3 Mar 2026 10:15:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`,
	);
	return { kind: "message", at: { mailbox: `clerk@${DOMAIN}`, folder: "INBOX", uid: number }, raw } as const;
}

function taskOf(bytes: number): { readonly task: ReadTask } {
	return { task: { raw: new Uint8Array(bytes), at: { mailbox: "", folder: "" }, journal: false } };
}

function said(result: ReadResult | undefined): string {
	return result?.kind === "facts" ? result.facts.messageId : (result?.reason ?? "nothing");
}

describe("reading in threads", () => {
	it("gives each message its own answer, the same as reading in this thread", async () => {
		reader = await createReader({ ...OPTIONS, threads: 2 });
		const alone = await createReaderInProcess(OPTIONS);
		const found = Array.from({ length: 70 }, (_, number) => message(number));
		const results = await Promise.all(found.map((one) => reader?.read(one, SOURCE)));
		for (const [number, one] of found.entries()) {
			const expected = await alone.read(one, SOURCE);
			const result = results[number];
			if (expected.kind !== "facts" || result?.kind !== "facts") throw new Error(said(result));
			expect(result.facts).toEqual(expected.facts);
			expect(result.packed).toMatchObject({ identity: expected.facts.identity, date: expected.facts.date });
		}
	});
	it("loses only the message of a batch that cannot be read", async () => {
		reader = await createReader({ ...OPTIONS, threads: 1 });
		const found = [message(1), { ...message(2), raw: Buffer.from("\r\nno header") }, message(3)];
		const results = await Promise.all(found.map((one) => reader?.read(one, SOURCE)));
		expect(results.map(said)).toEqual([
			`<1@${DOMAIN}>`,
			"This is no mail message: it has no header lines.",
			`<3@${DOMAIN}>`,
		]);
	});
	it("lists each message of a batch that takes too long, and reads on", async () => {
		reader = await createReader({ ...OPTIONS, threads: 1, limitMs: 1 });
		const results = await Promise.all([1, 2, 3].map((number) => reader?.read(message(number), SOURCE)));
		expect(results.map(said)).toEqual(Array(3).fill("reading it took longer than 0.001 seconds"));
	});
	it("reads a large message by itself, attachments and all", async () => {
		reader = await createReader({ ...OPTIONS, threads: 1 });
		const large = message(1, "The hedge is high.\r\n".repeat(50_000));
		const results = await Promise.all([message(0), large, message(2)].map((one) => reader?.read(one, SOURCE)));
		expect(results.map(said)).toEqual([0, 1, 2].map((number) => `<${number}@${DOMAIN}>`));
	});
});

describe("a batch", () => {
	it("shares what waits among the threads", () => {
		expect(batchLength(Array(20).fill(taskOf(1_000)), 2)).toBe(10);
		expect(batchLength(Array(500).fill(taskOf(1_000)), 2)).toBe(32);
	});
	it("leaves a large message to itself", () => {
		expect(batchLength([taskOf(1_000), taskOf(MEGABYTE), taskOf(1_000)], 1)).toBe(1);
		expect(batchLength([taskOf(MEGABYTE), taskOf(1_000)], 1)).toBe(1);
	});
	it("sends the bytes of its messages, and nothing of the buffers around them", () => {
		const pool = Buffer.from("other mail, one, two, other mail");
		const tasks = [pool.subarray(12, 15), pool.subarray(17, 20)].map((raw) => ({ ...taskOf(0).task, raw }));
		const packed = packTasks(tasks);
		expect(Buffer.from(packed.raw.buffer).toString()).toBe("onetwo");
		expect(unpackTasks(packed).map(({ raw }) => Buffer.from(raw).toString())).toEqual(["one", "two"]);
	});
});
