import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eml, letter, parse } from "./eml.ts";

const identityOf = async (raw: Buffer) => (await parse(raw)).identity;

type Encoding = "8bit" | "quoted-printable" | "base64";

/** The same letter, written down in one of the ways in which servers rewrite mail. */
function written(
	text: string,
	how: {
		encoding: Encoding;
		eol: "\r\n" | "\n";
		fold: boolean;
		trace: boolean;
		bcc: boolean;
		charset: "utf-8" | "utf-16le";
	},
): Buffer {
	const charset = how.encoding === "base64" ? how.charset : "utf-8";
	const bytes = Buffer.from(text, charset === "utf-8" ? "utf8" : "utf16le");
	const body = {
		"8bit": () => bytes.toString("latin1"),
		base64: () => bytes.toString("base64").replace(/.{1,60}/gu, `$&${how.eol}`),
		"quoted-printable": () =>
			bytes
				.toString("latin1")
				.replace(/[^\n !-<>-~]/gu, (letter) => `=${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`)
				.replace(/ \n/gu, "=20\n"),
	}[how.encoding]();
	const lines = [
		...(how.trace ? ["Received: from a by b for <r.voss@thornby.example>; Tue, 4 Jun 2024 08:16:00 +0000"] : []),
		...(how.trace ? ["Delivered-To: r.voss@thornby.example", "X-Spam-Score: 1"] : []),
		"From: Jo Marsh <clerk@thornby.example>",
		how.fold ? "To: Alan Pell\n <a.pell@thornby.example>" : "To: Alan Pell <A.Pell@thornby.example>",
		...(how.bcc ? ["Bcc: r.voss@thornby.example"] : []),
		how.fold ? "Subject: =?utf-8?Q?Allotment?=\n drainage" : "Subject: Allotment drainage",
		"Message-ID: <drain.1@thornby.example>",
		how.fold ? "Date: Tue, 04 Jun 2024 09:15:00 +0100" : "Date: Tue, 04 Jun 2024 08:15:00 +0000",
		`Content-Type: text/plain; charset=${charset}`,
		`Content-Transfer-Encoding: ${how.encoding}`,
		"",
		body,
	];
	return Buffer.from(lines.join("\n").replace(/\r?\n/gu, how.eol), "latin1");
}

describe("the identity of a message", () => {
	it("is the same for every way in which its copies are written down", async () => {
		const words = fc.constantFrom(
			"Dear Alan,",
			"£4,200",
			"drains",
			"–",
			"From here",
			"=20",
			"Ŵyn",
			"\n",
			"\n\n",
			"noted.",
		);
		const how = fc.record({
			encoding: fc.constantFrom<Encoding>("8bit", "quoted-printable", "base64"),
			eol: fc.constantFrom<"\r\n" | "\n">("\r\n", "\n"),
			fold: fc.boolean(),
			trace: fc.boolean(),
			bcc: fc.boolean(),
			charset: fc.constantFrom<"utf-8" | "utf-16le">("utf-8", "utf-16le"),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(words, { maxLength: 12 }), how, how, async (text, one, other) => {
				const letterText = text.join(" ");
				expect(await identityOf(written(letterText, one))).toBe(await identityOf(written(letterText, other)));
			}),
			{ numRuns: 100 },
		);
	});

	it.each([
		["another text", letter([], ["Dear Councillor,", "", "Not noted."])],
		["another subject", letter(["Subject: Allotment paths"])],
		["another sender", letter(["From: deputy@thornby.example"])],
		["a further visible recipient", letter(["Cc: r.voss@thornby.example"])],
		["another date", letter(["Date: Wed, 05 Jun 2024 09:15:00 +0100"])],
		["another Message-ID", letter(["Message-ID: <drain.2@thornby.example>"])],
	])("changes with %s", async (_, changed) => {
		expect(await identityOf(changed)).not.toBe(await identityOf(letter()));
	});

	it("changes with an attached file, but not with its line ends", async () => {
		const withFile = (text: string) =>
			eml(
				"From: clerk@thornby.example",
				"Message-ID: <file.1@thornby.example>",
				"Content-Type: multipart/mixed; boundary=b",
				"",
				"--b",
				"",
				"See attached.",
				"--b",
				"Content-Type: text/csv; name=rents.csv",
				"Content-Disposition: attachment",
				"Content-Transfer-Encoding: base64",
				"",
				Buffer.from(text).toString("base64"),
				"--b--",
			);
		const one = await identityOf(withFile("plot,rent\r\n1,20\r\n"));
		expect(await identityOf(withFile("plot,rent\n1,20\n"))).toBe(one);
		expect(await identityOf(withFile("plot,rent\n1,30\n"))).not.toBe(one);
	});

	it("stands on the content where there is no Message-ID, and the name is made of it", async () => {
		const bare = (text: string, ...trace: string[]) =>
			eml(...trace, "From: clerk@thornby.example", "Date: Tue, 04 Jun 2024 08:15:00 +0000", "", text);
		const message = await parse(bare("Noted."));
		expect(message.messageId).toMatch(/^<sha256-[0-9a-f]{64}@candour\.invalid>$/u);
		const copy = await parse(bare("Noted.", "Received: from a by b; Tue, 4 Jun 2024 08:16:00 +0000"));
		expect([copy.identity, copy.messageId]).toEqual([message.identity, message.messageId]);
		expect((await parse(bare("Not noted."))).messageId).not.toBe(message.messageId);
	});

	it("does not stand on the date of a trace line where the message has none of its own", async () => {
		const dateless = (hour: string) =>
			eml(`Received: from a by b; Tue, 4 Jun 2024 ${hour}:16:00 +0000`, "From: a@x.example", "", "Hi.");
		expect(await identityOf(dateless("08"))).toBe(await identityOf(dateless("09")));
	});
});
