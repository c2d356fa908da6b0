import { describe, expect, it } from "vitest";
import { asEml } from "../../src/mail/outlook/as-eml.ts";
import { decompressRtf } from "../../src/mail/outlook/compressed-rtf.ts";
import { readMsg } from "../../src/mail/outlook/msg-file.ts";
import type { OutlookMessage } from "../../src/mail/outlook/outlook-message.ts";
import { addressesOf, eml, parse } from "./eml.ts";
import { type Msg, msg } from "./office-97.ts";

const read = async (message: Msg) => parse(asEml(await readMsg(msg(message))));
const PELL = [1, "Cllr Alan Pell", "a.pell@thornby.example"] as const;
const VOSS = [3, "Cllr Ruth Voss", "r.voss@thornby.example"] as const;

describe("an Outlook message file", () => {
	it("keeps its people, blind ones too, its date, ids, subject and text", async () => {
		const message = await read({
			subject: "Café drains",
			body: "Dear Alan,\r\n\r\nNoted.\r\n",
			messageId: "<o.1@thornby.example>",
			sent: "2026-03-03T10:15:00Z",
			recipients: [PELL, [2, "Rae Dunn", "deputy@thornby.example"], VOSS],
		});
		expect(message).toMatchObject({
			subject: "Café drains",
			messageId: "<o.1@thornby.example>",
			date: "2026-03-03T10:15:00.000Z",
			dateFrom: "date",
			from: [{ address: "clerk@thornby.example", name: "Jo Marsh" }],
			to: [{ address: "a.pell@thornby.example", name: "Cllr Alan Pell" }],
			partlyRead: [],
		});
		expect(addressesOf(message.cc)).toEqual(["deputy@thornby.example"]);
		expect(addressesOf(message.bcc)).toEqual(["r.voss@thornby.example"]);
		expect(message.plain?.trim()).toBe("Dear Alan,\n\nNoted.");
	});

	it("is the same message as the one that travelled, by its headers", async () => {
		const text = "Dear Alan,\r\n\r\nNoted.";
		const headers = [
			"From: Jo Marsh <clerk@thornby.example>",
			"To: Cllr Alan Pell",
			" <a.pell@thornby.example>",
			"Subject: Drains",
			"Message-ID: <o.2@thornby.example>",
			"Date: Tue, 03 Mar 2026 10:15:00 +0000",
			"X-MS-Exchange-Organization-AuthAs: Internal",
			"Content-Type: multipart/alternative; boundary=gone",
			"MIME-Version: 1.0",
		];
		const travelled = await parse(eml(...headers.slice(0, 6), "Content-Type: text/plain", "", text));
		const saved = await read({ headers: headers.join("\r\n"), body: text, recipients: [PELL] });
		expect(saved.identity).toBe(travelled.identity);
	});

	it("has HTML, files, pictures of its text and messages in it", async () => {
		const message = await read({
			body: "See attached.",
			html: "<p>See <b>attached</b>.</p>",
			recipients: [PELL],
			files: [
				{ name: "Pläne.txt", bytes: Buffer.from("Plot 1") },
				{ name: "logo.png", bytes: Buffer.from("89504e470d0a1a0a", "hex"), type: "image/png", contentId: "logo" },
			],
			messages: [{ subject: "Inner", body: "Deep.", recipients: [VOSS], messageId: "<o.3@thornby.example>" }],
		});
		expect(message.html).toContain("<b>attached</b>");
		expect(
			message.attachments.map(({ name, text, inline, message: inner }) => [name, text, inline, inner?.subject]),
		).toEqual([
			["Pläne.txt", "Plot 1", undefined, undefined],
			["logo.png", undefined, true, undefined],
			["Inner", undefined, undefined, "Inner"],
		]);
		expect(message.attachments[2]?.message?.messageId).toBe("<o.3@thornby.example>");
		expect(message.attachments[2]?.message?.plain?.trim()).toBe("Deep.");
	});

	it("says where it gives no address of somebody, and invents none", async () => {
		const message = await read({
			body: "Noted.",
			from: ["Jo Marsh", "/O=COUNCIL/OU=EXCHANGE/CN=RECIPIENTS/CN=JMARSH", "EX"],
			recipients: [PELL, [2, "Ruth Voss", "/O=COUNCIL/OU=EXCHANGE/CN=RECIPIENTS/CN=RVOSS", "EX"]],
		});
		expect(message.from).toEqual([]);
		expect(message.cc).toEqual([]);
		expect(message.partlyRead).toEqual([
			'its From line names somebody without a mail address: "Jo Marsh"',
			'its Cc line names somebody without a mail address: "Ruth Voss"',
		]);
	});

	it("keeps that it is personal, so that it can be excluded", async () => {
		expect((await read({ body: "x", sensitivity: 1 })).headers.sensitivity).toEqual(["Personal"]);
		expect((await read({ body: "x", sensitivity: 3 })).headers.sensitivity).toEqual(["Company-Confidential"]);
		expect((await read({ body: "x", sensitivity: 0 })).headers.sensitivity).toBeUndefined();
	});

	it("is refused where it is none", async () => {
		await expect(readMsg(Buffer.from("Subject: no\r\n\r\n"))).rejects.toThrow();
		await expect(readMsg(msg({}).subarray(0, 600))).rejects.toThrow();
	});

	it("is read where it is attached to a message", async () => {
		const bytes = msg({ subject: "Saved", body: "Deep.", recipients: [PELL] });
		const { attachments } = await parse(
			eml(
				"From: clerk@thornby.example",
				"Message-ID: <o.4@thornby.example>",
				"Content-Type: application/vnd.ms-outlook; name=saved.msg",
				"Content-Disposition: attachment; filename=saved.msg",
				"Content-Transfer-Encoding: base64",
				"",
				bytes.toString("base64").replace(/.{1,76}/gu, "$&\r\n"),
			),
		);
		expect(attachments).toMatchObject([{ name: "saved.msg", message: { subject: "Saved" } }]);
	});
});

describe("as mail text", () => {
	const base: OutlookMessage = { messageClass: "IPM.Note", subject: "", recipients: [], files: [] };
	it("no name, subject or file name can add a header or a part", async () => {
		const raw = asEml({
			...base,
			subject: "Hi\r\nBcc: x@mailbox.example",
			from: { name: 'J"o\r\nCc: y@mailbox.example', address: "clerk@thornby.example>\r\nX: 1" },
			recipients: [{ way: "to", name: "A", address: "a.pell@thornby.example, z@mailbox.example" }],
			plain: "--=_candour_mixed_0\r\n\r\nStill text.",
			files: [{ kind: "file", name: 'a".txt\r\n\r\n--=_candour_mixed_0', bytes: Buffer.from("x") }],
		});
		const message = await parse(raw);
		expect(message.bcc).toEqual([]);
		expect(message.cc).toEqual([]);
		expect(message.to).toHaveLength(1);
		expect(message.plain).toContain("Still text.");
		expect(message.attachments).toHaveLength(1);
	});

	it("long subjects in any script come back whole", async () => {
		const subject = `Ŵyl y Môr ${"🌊 gŵyl ".repeat(40)}diwedd`;
		expect((await parse(asEml({ ...base, subject, plain: "x" }))).subject).toBe(subject);
	});

	it("a file that is only a link is named and holds nothing", async () => {
		const { attachments } = await parse(asEml({ ...base, plain: "x", files: [{ kind: "missing", name: "a.docx" }] }));
		expect(attachments).toMatchObject([{ name: "a.docx", notInspected: "empty" }]);
	});
});

describe("rich text as Outlook stores it", () => {
	it("is unpacked, with references into the ring and across its end", () => {
		// The example of [MS-OXRTFCP] 4.1: {\rtf1\ansi\ansicpg1252\pard hello world}
		const packed = Buffer.from(
			"2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232 0af3 2068656c0900206277 05b06c647d0a800fa0".replaceAll(
				" ",
				"",
			),
			"hex",
		);
		expect(decompressRtf(packed, 1000)).toBe("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
	});

	it("that was not packed is given as it is, and what is none gives nothing", () => {
		const head = Buffer.from("0000000005000000 4d454c41 00000000".replaceAll(" ", ""), "hex");
		expect(decompressRtf(Buffer.concat([head, Buffer.from("hello")]), 1000)).toBe("hello");
		expect(decompressRtf(Buffer.from("nothing of the kind, clearly"), 1000)).toBe("");
	});
});
