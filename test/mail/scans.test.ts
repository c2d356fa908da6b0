import { readFile } from "node:fs/promises";
import { PDFDocument } from "pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshBudget } from "../../src/mail/budget.ts";
import { readDocument } from "../../src/mail/documents/document.ts";
import { pictureSize } from "../../src/mail/documents/picture-size.ts";
import { recognise, stopRecognising } from "../../src/mail/documents/recognise.ts";
import { DOCUMENT_MAX_MS, SCAN_MAX_PAGES } from "../../src/mail/limits.ts";
import { CLERK, eml, parse } from "./eml.ts";

/** A page of our own making: a marking, a salutation, two sentences and a name. */
let scan: Buffer;
beforeAll(async () => {
	scan = await readFile(new URL("./scan.png", import.meta.url));
});
afterAll(stopRecognising);

const read = (name: string, bytes: Buffer, budget = freshBudget(true)) =>
	readDocument({ name, contentType: "application/octet-stream", bytes }, DOCUMENT_MAX_MS, budget);

async function scannedPdf(pages: number, text?: string): Promise<Buffer> {
	const document = await PDFDocument.create();
	const picture = await document.embedPng(scan);
	for (let page = 0; page < pages; page++) document.addPage([420, 200]).drawImage(picture, { width: 420, height: 200 });
	if (text !== undefined) document.addPage([420, 200]).drawText(text, { x: 20, y: 100, size: 12 });
	return Buffer.from(await document.save());
}

describe("a scan", () => {
	it("gives the words of an attached picture", async () => {
		const document = await read("letter.png", scan);
		expect(document).toMatchObject({ text: expect.stringMatching(/^CONFIDENTIAL\n\nDear Councillor Pell,/u) });
		expect(document).toMatchObject({ text: expect.stringContaining("has asked to end the tenancy early.") });
	}, 30_000);

	it("gives the words of the pages of a PDF, beside those that have text", async () => {
		const document = await read("letter.pdf", await scannedPdf(1, "Typed page."));
		expect(document).toMatchObject({ text: expect.stringMatching(/^CONFIDENTIAL[\s\S]*Typed page\.$/u) });
		expect(document).toMatchObject({ recognised: expect.stringMatching(/^CONFIDENTIAL(?![\s\S]*Typed page)/u) });
	}, 30_000);

	it("is read up to the limit of pages, and the rest is named", async () => {
		const document = await read("long.pdf", await scannedPdf(SCAN_MAX_PAGES + 2));
		expect(document).toMatchObject({ partly: `2 of its ${SCAN_MAX_PAGES + 2} scanned pages were not read` });
	}, 60_000);

	it("shares its limit with the other scans of the message", async () => {
		const budget = freshBudget(true);
		budget.scanPages = 1;
		expect(await read("one.png", scan, budget)).toHaveProperty("text");
		expect(await read("two.png", scan, budget)).toEqual({
			notInspected: "a picture: not read, there are too many",
		});
		expect(await read("three.pdf", await scannedPdf(1), budget)).toEqual({
			notInspected: "no text in it: a scan or a picture",
		});
	}, 30_000);

	it("is left alone where scans are not to be read, and so is a logo", async () => {
		expect(await read("letter.png", scan, freshBudget(false))).toEqual({ notInspected: "a picture" });
		const dot = Buffer.from(
			"89504e470d0a1a0a0000000d4948445200000001000000010806000000" +
				"1f15c4890000000a49444154789c63000100000500010d0a2db4",
			"hex",
		);
		expect(await read("dot.png", dot)).toEqual({ notInspected: "a picture" });
	});

	it("that takes too long, or is broken, is said to be so, and the next one is read", async () => {
		await stopRecognising();
		const other = Buffer.concat([scan, Buffer.from("other")]);
		expect(await recognise(other, 1)).toBeUndefined();
		const broken = Buffer.concat([scan.subarray(0, 40), Buffer.alloc(500)]);
		expect(await read("broken.png", broken)).toHaveProperty("notInspected");
		expect((await recognise(other, 20_000))?.text).toContain("CONFIDENTIAL");
	}, 60_000);

	it("is read in a message where it is attached, not where it is part of the page", async () => {
		const file = (disposition: string): readonly string[] => [
			"--b",
			"Content-Type: image/png; name=scan.png",
			`Content-Disposition: ${disposition}; filename=scan.png`,
			"Content-ID: <scan@thornby.example>",
			"Content-Transfer-Encoding: base64",
			"",
			scan.toString("base64").replace(/.{1,76}/gu, "$&\r\n"),
		];
		const raw = eml(
			"From: clerk@thornby.example",
			"Message-ID: <scan.1@thornby.example>",
			"Content-Type: multipart/mixed; boundary=b",
			"",
			...file("attachment"),
			...file("inline"),
			"--b--",
		);
		const { attachments } = await parse(raw, { scansFrom: (from) => from[0]?.address === CLERK });
		expect(attachments.map(({ text, notInspected }) => [text?.slice(0, 12), notInspected])).toEqual([
			["CONFIDENTIAL", undefined],
			[undefined, "a picture"],
		]);
		for (const options of [{}, { scansFrom: () => false }])
			expect((await parse(raw, options)).attachments[0]?.notInspected).toBe("a picture");
	}, 30_000);
});

describe("the size of a picture", () => {
	it("is read from the first bytes of each format", () => {
		expect(pictureSize(scan)).toEqual({ width: 992, height: 473 });
		expect(pictureSize(Buffer.from("474946383961100020000000", "hex"))).toEqual({ width: 16, height: 32 });
		const jpeg = "ffd8ffe000104a46494600010100000100010000ffc0001108002000100301";
		expect(pictureSize(Buffer.from(jpeg, "hex"))).toEqual({ width: 16, height: 32 });
		const tiff = "49492a0008000000020000010300010000001000000001010300010000002000000000000000";
		expect(pictureSize(Buffer.from(tiff, "hex"))).toEqual({ width: 16, height: 32 });
	});
	it("is unknown for what is none or breaks off", () => {
		expect(pictureSize(Buffer.from("Dear all"))).toBeUndefined();
		expect(pictureSize(scan.subarray(0, 10))).toBeUndefined();
		expect(pictureSize(Buffer.of())).toBeUndefined();
	});
});
