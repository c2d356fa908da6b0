import { describe, expect, it } from "vitest";
import { readEnvelope } from "../../src/mail/journal.ts";
import { addressesOf, eml, letter, parse } from "./eml.ts";

const JOURNAL = { journal: true, mailbox: "journal@archive.example" };
const ENVELOPE = [
	"Sender: clerk@thornby.example",
	"Subject: Allotment drainage",
	"Message-Id: <drain.1@thornby.example>",
	"To: a.pell@thornby.example",
	"Bcc: r.voss@thornby.example",
];

function report(
	envelope: readonly string[],
	options: { marked?: boolean; encoding?: "base64" | "quoted-printable"; originals?: readonly Buffer[] } = {},
): Buffer {
	const text = envelope.join("\r\n");
	const encoded =
		options.encoding === "base64"
			? Buffer.from(text).toString("base64")
			: text.replace(/a\.pell/gu, options.encoding ? "a=2Epell" : "a.pell");
	const originals = options.originals ?? [letter()];
	return eml(
		...(options.marked === false ? [] : ["X-MS-Journal-Report:"]),
		"From: <journal@thornby.example>",
		"To: journal@archive.example",
		"Subject: Allotment drainage",
		"Message-ID: <report.1@thornby.example>",
		"MIME-Version: 1.0",
		"Content-Type: multipart/mixed; boundary=j1",
		"",
		"--j1",
		"Content-Type: text/plain; charset=us-ascii",
		`Content-Transfer-Encoding: ${options.encoding ?? "7bit"}`,
		"",
		encoded,
		...originals.flatMap((original) => ["--j1", "Content-Type: message/rfc822", "", original.toString("latin1")]),
		"--j1--",
		"",
	);
}

describe("the envelope of a journal report", () => {
	it("is read in any order and case, with the list or address behind a recipient", () => {
		const read = readEnvelope(
			[
				"Message-ID: <drain.1@thornby.example>",
				"SENDER: Jo Marsh <Clerk@thornby.example>",
				"On-Behalf-Of: info@thornby.example",
				"Label: Confidential",
				"SentUtc: 6/4/2024 8:15:00 AM",
				"Subject: To: nobody: in particular",
				"To: a.pell@thornby.example",
				"cc: b.lund@thornby.example, Expanded: amenities@thornby.example",
				"To: d.hart.home@x.example, Forwarded: d.hart@thornby.example",
				'Bcc: "Voss, Rae" <r.voss@thornby.example>, e.moss@thornby.example',
				"Recipient: f.lane@thornby.example",
				"",
			].join("\n"),
		);
		expect(read?.envelope).toEqual({
			sender: "clerk@thornby.example",
			onBehalfOf: "info@thornby.example",
			recipients: [
				{ way: "to", address: "a.pell@thornby.example" },
				{ way: "cc", address: "b.lund@thornby.example", expandedFrom: "amenities@thornby.example" },
				{ way: "to", address: "d.hart.home@x.example", forwardedFrom: "d.hart@thornby.example" },
				{ way: "bcc", address: "r.voss@thornby.example" },
				{ way: "bcc", address: "e.moss@thornby.example" },
				{ way: "recipient", address: "f.lane@thornby.example" },
			],
		});
	});

	it.each([
		["other text", [...ENVELOPE, "Please see the attached."]],
		["no sender", ENVELOPE.slice(1)],
		["no recipient", ENVELOPE.slice(0, 3)],
		["nothing", []],
	])("is none with %s", (_, lines) => {
		expect(readEnvelope(lines.join("\n"))).toBeUndefined();
	});

	it("says where it names somebody without a mail address", () => {
		const read = readEnvelope([...ENVELOPE, "Recipient: EX:/O=THORNBY/CN=LUND"].join("\n"));
		expect(read?.envelope.recipients).toHaveLength(2);
		expect(read?.notes[0]).toContain("without a mail address");
	});
});

describe("journal reports", () => {
	it("give the message inside, with the envelope beside it", async () => {
		const message = await parse(report(ENVELOPE), JOURNAL);
		expect(message.messageId).toBe("<drain.1@thornby.example>");
		expect(addressesOf(message.to)).toEqual(["a.pell@thornby.example"]);
		expect(message.journal?.recipients).toEqual([
			{ way: "to", address: "a.pell@thornby.example" },
			{ way: "bcc", address: "r.voss@thornby.example" },
		]);
		expect(message.partlyRead).toEqual([]);
	});

	it("give the message the identity of its other copies, whatever the report", async () => {
		const sent = (await parse(letter(["Bcc: r.voss@thornby.example"]))).identity;
		expect((await parse(report(ENVELOPE), JOURNAL)).identity).toBe(sent);
		const second = [...ENVELOPE.slice(0, 3), "Recipient: b.lund@thornby.example"];
		expect((await parse(report(second), JOURNAL)).identity).toBe(sent);
	});

	it("are read in base64 and quoted-printable, and without their header", async () => {
		for (const options of [{ encoding: "base64" }, { encoding: "quoted-printable" }, { marked: false }] as const) {
			const message = await parse(report(ENVELOPE, options), JOURNAL);
			expect(message.journal?.recipients).toHaveLength(2);
		}
	});

	it("are believed only from a journal mailbox", async () => {
		const message = await parse(report(ENVELOPE));
		expect(message.journal).toBeUndefined();
		expect(message.messageId).toBe("<report.1@thornby.example>");
		expect(message.attachments[0]?.message?.messageId).toBe("<drain.1@thornby.example>");
	});

	it("are not unwrapped where the envelope holds other text", async () => {
		const message = await parse(report([...ENVELOPE, "", "Dear all, see attached."]), JOURNAL);
		expect(message.journal).toBeUndefined();
		expect(message.messageId).toBe("<report.1@thornby.example>");
		expect(message.partlyRead).toEqual(["looks like a journal report, but its envelope holds other text"]);
	});

	it("give the readable one of an encrypted message and its decrypted copy", async () => {
		const encrypted = eml(
			"From: Jo Marsh <clerk@thornby.example>",
			"To: a.pell@thornby.example",
			"Message-ID: <drain.1@thornby.example>",
			"Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m",
			"Content-Transfer-Encoding: base64",
			"",
			"MIIBogYJKoZIhvcNAQcDoIIBkzCC",
		);
		const message = await parse(report(ENVELOPE, { originals: [encrypted, letter()] }), JOURNAL);
		expect(message.plain).toContain("Noted.");
		expect(message.journal?.recipients).toHaveLength(2);
		const alone = await parse(report(ENVELOPE, { originals: [encrypted] }), JOURNAL);
		expect(alone.partlyRead).toEqual(["its text is encrypted or signed as a whole (S/MIME)"]);
	});

	it("leave ordinary mail in a journal mailbox as it is", async () => {
		const message = await parse(letter(), JOURNAL);
		expect(message.journal).toBeUndefined();
		expect(message.partlyRead).toEqual([]);
	});
});
