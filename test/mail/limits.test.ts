import { describe, expect, it } from "vitest";
import {
	HTML_MAX_CHARACTERS,
	NESTED_MESSAGES_MAX_DEPTH,
	PARTS_MAX,
	PLAIN_MAX_CHARACTERS,
} from "../../src/mail/limits.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { CLERK, eml, letter, parse } from "./eml.ts";

const SECONDS = 1_000;

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; ms: number }> {
	const started = performance.now();
	return { result: await work(), ms: performance.now() - started };
}

function nestedMultiparts(depth: number): Buffer {
	const opening = Array.from({ length: depth }, (_, level) => [
		...(level === 0 ? [] : [`--b${level - 1}`]),
		`Content-Type: multipart/mixed; boundary="b${level}"`,
		"",
	]);
	return eml(
		"From: clerk@thornby.example",
		...opening.flat(),
		`--b${depth - 1}`,
		"Content-Type: text/plain",
		"",
		"Innermost.",
	);
}

function messageInMessages(depth: number): readonly string[] {
	const headers = [`Subject: Level ${depth}`, "From: clerk@thornby.example"];
	if (depth === 0) return [...headers, "", "Innermost."];
	const boundary = `b${depth}`;
	return [
		...headers,
		`Content-Type: multipart/mixed; boundary=${boundary}`,
		"",
		`--${boundary}`,
		"Content-Type: message/rfc822",
		"",
		...messageInMessages(depth - 1),
		`--${boundary}--`,
	];
}

describe("limits of one message", () => {
	it("hold for 20,000 visible recipients", async () => {
		const to = Array.from({ length: 20_000 }, (_, number) => `Person ${number} <p${number}@sallowfield.example>`);
		const { result, ms } = await timed(() =>
			parse(eml("From: clerk@thornby.example", `To: ${to.join(",\r\n ")}`, "", "Hello.")),
		);
		expect(result.to).toHaveLength(20_000);
		expect(result.partlyRead).toEqual([]);
		expect(ms).toBeLessThan(3 * SECONDS);
	});

	it("hold for 700 nested tables, which are given as they are", async () => {
		const html = `${"<table><tr><td>".repeat(700)}Noted.${"</td></tr></table>".repeat(700)}`;
		const message = await parse(eml("From: clerk@thornby.example", "Content-Type: text/html", "", html));
		expect(message.html).toBe(html);
		expect(message.partlyRead).toEqual([]);
	});

	it("cut HTML and text beyond 16 MB, and say so", async () => {
		for (const [type, max] of [
			["html", HTML_MAX_CHARACTERS],
			["plain", PLAIN_MAX_CHARACTERS],
		] as const) {
			const line = `${"x".repeat(98)}\r\n`;
			const raw = Buffer.concat([
				eml("From: clerk@thornby.example", `Content-Type: text/${type}`, "", ""),
				Buffer.from(line.repeat(Math.ceil(max / 99) + 1)),
			]);
			const { result, ms } = await timed(() => parse(raw));
			expect(result[type]).toHaveLength(max);
			expect(result.partlyRead).toEqual([`its ${type === "html" ? "HTML" : "text"} was cut at 16 MB`]);
			expect(ms).toBeLessThan(10 * SECONDS);
		}
	});

	it("hold for 400 nested multiparts", async () => {
		const { result, ms } = await timed(() => parse(nestedMultiparts(400)));
		expect(result.plain).toBe("Innermost.");
		expect(ms).toBeLessThan(2 * SECONDS);
	});

	it("say where there are more parts than are read", async () => {
		const parts = Array.from({ length: PARTS_MAX + 10 }, () => ["--b", "Content-Type: text/plain", "", "Line."]);
		const message = await parse(
			eml("From: clerk@thornby.example", "Content-Type: multipart/mixed; boundary=b", "", ...parts.flat()),
		);
		expect(message.plain).toContain("Line.");
		expect(message.partlyRead).toEqual(["its structure broke off, or it has more than 1000 parts"]);
	});

	it(`follow messages inside messages ${NESTED_MESSAGES_MAX_DEPTH} deep`, async () => {
		let message = await parse(eml(...messageInMessages(NESTED_MESSAGES_MAX_DEPTH + 1)));
		for (let depth = 0; depth < NESTED_MESSAGES_MAX_DEPTH; depth++) {
			const inside = message.attachments[0]?.message;
			if (inside === undefined) throw new Error(`nothing at depth ${depth}`);
			message = inside;
		}
		expect(message.attachments).toMatchObject([{ notInspected: "a message inside too many others" }]);
	});
});

describe("hostile input", () => {
	const attached = (type: string, text: string) =>
		eml(
			"From: a@x.example",
			"Content-Type: multipart/mixed; boundary=b",
			"",
			"--b",
			"",
			`Sender: a@x.example\r\nTo: ${"<a,".repeat(50_000)}`,
			"--b",
			`Content-Type: ${type}`,
			"",
			text,
			"--b--",
		);

	it.each([
		["100,000 nested tables in a file", attached("text/html; name=a.html", "<table><tr><td>".repeat(100_000))],
		["100,000 nested groups of rich text", attached("application/rtf", `{\\rtf1${"{".repeat(100_000)}`)],
		["an envelope of broken addresses", attached("message/rfc822", "Subject: x\r\n\r\ny")],
		["brackets in a trace line", eml(`Received: ${"(".repeat(300_000)} for x@x.example; 1 Jan 2024 00:00`, "", "Hi.")],
		["unclosed references", eml(`References: ${"<".repeat(300_000)}`, "", "Hi.")],
		["half delimiters", eml("Content-Type: multipart/mixed; boundary=b", "", "--b", "", "--b ".repeat(100_000))],
		["blanks between two names", eml(`To: a${" ".repeat(500_000)}b`, "", "Hi.")],
	])("takes no more than moments: %s", async (_, raw) => {
		const { ms } = await timed(() => parse(raw, { journal: true }));
		expect(ms).toBeLessThan(3 * SECONDS);
	});
});

describe("dates", () => {
	const dated = (lines: readonly string[], receivedAt?: string) =>
		parseMessage(eml("From: a@x.example", ...lines, "", "Hi."), {
			journal: false,
			mailbox: CLERK,
			...(receivedAt === undefined ? {} : { receivedAt }),
		});
	const received = [
		"Received: from b by c; Tue, 4 Jun 2024 09:15:02 +0000",
		"Received: from a by b; Tue, 4 Jun 2024 09:15:01 +0000",
	];

	it("never become the present where they cannot be read", async () => {
		expect(await dated(["Date: soon", ...received], "2024-07-01T00:00:00Z")).toMatchObject({
			date: "2024-06-04T09:15:02.000Z",
			dateFrom: "received",
		});
		expect(await dated(["Date: soon"], "2024-07-01T00:00:00Z")).toMatchObject({
			date: "2024-07-01T00:00:00.000Z",
			dateFrom: "mailbox",
		});
		expect(await dated([])).toMatchObject({ date: "1970-01-01T00:00:00.000Z", dateFrom: "unknown" });
	});
});

describe("what is no message", () => {
	it.each([
		["nothing", Buffer.alloc(0)],
		["an empty line", Buffer.from("\r\n\r\n")],
		["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
	])("is refused: %s", async (_, raw) => {
		await expect(parse(raw)).rejects.toMatchObject({ name: "CandourError", code: "MESSAGE_UNREADABLE" });
	});

	it("is read as far as it goes where it has headers alone", async () => {
		const message = await parse(eml("From: clerk@thornby.example", "Subject: Bare"));
		expect(message).toMatchObject({ subject: "Bare", attachments: [], partlyRead: [] });
		expect((await parse(letter([], []))).plain).toBeUndefined();
	});
});
