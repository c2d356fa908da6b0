import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/mail/documents/document.ts";
import { DOCUMENT_MAX_BYTES, DOCUMENT_TEXT_MAX_CHARACTERS } from "../../src/mail/limits.ts";
import { docx, LETTER_LINES, pdf, zip } from "./documents.ts";
import { eml, letter, parse } from "./eml.ts";
import { compoundFile, doc } from "./office-97.ts";

const read = (name: string, bytes: Buffer | string, contentType = "application/octet-stream", charset?: string) =>
	readDocument({ name, contentType, bytes: Buffer.from(bytes), ...(charset === undefined ? {} : { charset }) });

interface Attached {
	readonly name: string;
	readonly type: string;
	readonly bytes: Buffer;
	readonly disposition?: string;
	readonly more?: readonly string[];
}

function withFiles(...files: readonly Attached[]): Buffer {
	return eml(
		"From: clerk@thornby.example",
		"Message-ID: <files.1@thornby.example>",
		"Content-Type: multipart/mixed; boundary=b",
		"",
		"--b",
		"Content-Type: text/plain",
		"",
		"See attached.",
		...files.flatMap(({ name, type, bytes, disposition = "attachment", more = [] }) => [
			"--b",
			`Content-Type: ${type}; name="${name}"`,
			`Content-Disposition: ${disposition}; filename="${name}"`,
			"Content-Transfer-Encoding: base64",
			...more,
			"",
			bytes.toString("base64").replace(/.{1,76}/gu, "$&\r\n"),
		]),
		"--b--",
	);
}

describe("documents", () => {
	it("give the lines of a PDF as lines", async () => {
		const document = await read("letter.pdf", await pdf(LETTER_LINES));
		expect(document).toEqual({ text: LETTER_LINES.join("\n") });
	});

	it("separate the columns of a table in a PDF", async () => {
		expect(await read("rents.pdf", await pdf(["Plot|Rent", "Plot 1|£20"]))).toEqual({
			text: "Plot\tRent\nPlot 1\t£20",
		});
	});

	it("give the paragraphs of a Word document with the headers and footers of its pages", async () => {
		const document = await read("letter.docx", await docx(LETTER_LINES, { header: "CONFIDENTIAL", footer: "Page 1" }));
		expect(document).toEqual({ text: ["CONFIDENTIAL", "", ...LETTER_LINES, "", "Page 1"].join("\n") });
	});

	it("give a watermark of a Word document", async () => {
		const shape = '<w:p><w:r><w:pict><v:shape><v:textpath string="RESTRICTED"/></v:shape></w:pict></w:r></w:p>';
		const plain = await docx(["Noted."]);
		const { unzipSync } = await import("fflate");
		const files = Object.fromEntries(
			Object.entries(unzipSync(plain)).map(([name, bytes]) => [name, Buffer.from(bytes).toString("latin1")]),
		);
		const marked = zip({ ...files, "word/header1.xml": `<w:hdr>${shape}</w:hdr>` });
		expect(await read("letter.docx", marked)).toEqual({ text: "RESTRICTED\n\nNoted." });
	});

	it("give OpenDocument text with its page headers, and rich text", async () => {
		const odt = zip({
			mimetype: "application/vnd.oasis.opendocument.text",
			"content.xml": "<office:text><text:h>Notice</text:h><text:p>Noted &amp; filed.</text:p></office:text>",
			"styles.xml":
				"<office:master-styles><style:header><text:p>PROTECTED</text:p></style:header></office:master-styles>",
		});
		expect(await read("notice.odt", odt)).toEqual({ text: "PROTECTED\n\nNotice\nNoted & filed." });
		const rtf = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator X;}\f0 It costs \'a350\par Caf\u233?\par}`;
		expect(await read("letter.rtf", rtf)).toEqual({ text: "It costs £50\nCafé" });
	});

	it("give the text of a Word 97 document", async () => {
		expect(await read("letter.doc", doc(LETTER_LINES.join("\n")))).toEqual({ text: LETTER_LINES.join("\n") });
		expect(await read("letter.doc", doc("Secret", { encrypted: true }))).toEqual({
			notInspected: "encrypted: a document with a password",
		});
	});

	it("give the text of a Word document that was saved as XML", async () => {
		const xml =
			'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument><w:body><w:p><w:r><w:t>Noted.</w:t></w:r></w:p></w:body></w:wordDocument>';
		expect(await read("letter.doc", xml, "application/msword")).toEqual({ text: "Noted." });
	});

	it("give the rows of a workbook with the names of its sheets and the heads of its pages", async () => {
		const workbook = zip({
			"xl/workbook.xml": '<workbook><sheets><sheet name="Rents"/><sheet name="Empty"/></sheets></workbook>',
			"xl/sharedStrings.xml": "<sst><si><t>Plot</t></si><si><r><t>Re</t></r><r><t>nt</t></r></si></sst>",
			"xl/worksheets/sheet1.xml":
				'<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="inlineStr"><is><t>Plot &amp; shed</t></is></c><c><v>42.5</v></c></row></sheetData><headerFooter><oddHeader>&amp;C&amp;"Arial,Bold"CONFIDENTIAL</oddHeader></headerFooter></worksheet>',
			"xl/worksheets/sheet2.xml": "<worksheet><sheetData/></worksheet>",
		});
		expect(await read("rents.xlsx", workbook)).toEqual({
			text: "Rents\nCONFIDENTIAL\nPlot\tRent\nPlot & shed\t42.5",
		});
	});

	it("give the slides of a presentation in order, with their notes", async () => {
		const page = (text: string): string => `<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`;
		const slides = zip({
			"ppt/presentation.xml": "<x/>",
			"ppt/slides/slide10.xml": page("Last"),
			"ppt/slides/slide2.xml": page("Second"),
			"ppt/notesSlides/notesSlide2.xml": page("Say this"),
		});
		expect(await read("talk.pptx", slides)).toEqual({ text: "Second\n\nSay this\n\nLast" });
	});

	it("give text and HTML files as text", async () => {
		expect(await read("notes.txt", Buffer.from("£50\r\nfiled", "latin1"), "text/plain")).toEqual({
			text: "£50\nfiled",
		});
		expect(await read("rents.csv", "plot,rent", "application/vnd.ms-excel")).toEqual({ text: "plot,rent" });
		const html =
			"<html><head><title>T</title><style>p{}</style></head><body><p>One<br>two</p><table><tr><td>a</td><td>b</td></tr></table></body></html>";
		expect(await read("page.html", html, "text/html")).toEqual({ text: "One\ntwo\n\na\tb" });
	});

	it.each([
		["photo.jpg", Buffer.from("ffd8ffe000104a464946", "hex"), "a picture"],
		["song.mp3", Buffer.from([1, 2, 3]), "a sound recording"],
		["smime.p7s", Buffer.from([48, 130]), "a digital signature"],
		["smime.p7m", Buffer.from([48, 130]), "encrypted or signed as a whole (S/MIME)"],
		["message.rpmsg", Buffer.from([118, 232]), "encrypted by rights management"],
		["old.doc", Buffer.from("d0cf11e0a1b11ae10000", "hex"), "a broken document"],
		["rents.xls", compoundFile({ Workbook: Buffer.alloc(64) }), "an Excel 97 workbook: not read"],
		["key.txt", Buffer.from("-----BEGIN PGP MESSAGE-----\n"), "encrypted (PGP)"],
		["rents.xlsx", zip({ "xl/workbook.xml": "<x/>" }), "no text in it"],
		["rents.xlsb", zip({ "xl/workbook.bin": "x" }), "a binary Excel workbook: not read"],
		["letter.docx", Buffer.from("504b0304ffff", "hex"), "a broken document"],
		["letter.pdf", Buffer.from("%PDF-1.7 and no more"), "a broken PDF"],
		["empty.txt", Buffer.alloc(0), "empty"],
		["blank.txt", Buffer.from("\n\n"), "no text in it"],
		["thing.bin", Buffer.from([0, 1, 2, 3]), "a file of an unknown kind"],
	])("say why %s was not read", async (name, bytes, reason) => {
		expect(await read(name, bytes)).toEqual({ notInspected: reason });
	});

	it("say where a password is in the way", async () => {
		expect(await read("a.pdf", await pdf(["Secret"], { encrypted: true }))).toEqual({
			notInspected: "encrypted: a PDF with a password",
		});
		const office = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]);
		expect(await read("a.docx", office)).toEqual({ notInspected: "encrypted: a document with a password" });
	});

	it("are not read beyond their limits", async () => {
		const long = await read("long.txt", "a".repeat(DOCUMENT_TEXT_MAX_CHARACTERS + 1), "text/plain");
		expect(long).toEqual({
			text: "a".repeat(DOCUMENT_TEXT_MAX_CHARACTERS),
			partly: "only its first 1 MB of text were read",
		});
		expect(await read("huge.txt", Buffer.alloc(DOCUMENT_MAX_BYTES + 1, "a"), "text/plain")).toEqual({
			notInspected: "larger than 25 MB",
		});
		const bomb = zip({ "word/document.xml": " ".repeat(101 * 1024 * 1024) });
		expect(await read("bomb.docx", bomb)).toEqual({ notInspected: "swells to more than 100 MB" });
		const late = await readDocument({ name: "a.pdf", contentType: "application/pdf", bytes: await pdf(["A"]) }, 0);
		expect(late).toEqual({ notInspected: "the documents of this message took too long to read" });
	}, 20_000);
});

describe("attached files", () => {
	it("come with name, size, digest and text", async () => {
		const bytes = await pdf(LETTER_LINES);
		const [attachment] = (await parse(withFiles({ name: "letter.pdf", type: "application/pdf", bytes }))).attachments;
		expect(attachment).toMatchObject({ name: "letter.pdf", contentType: "application/pdf", size: bytes.length });
		expect(attachment?.sha256).toMatch(/^[0-9a-f]{64}$/u);
		expect(attachment?.text).toContain("Dear Mr Hollis,");
	});

	it("tell a picture of the signature from one that was attached", async () => {
		const picture = { name: "logo.png", type: "image/png", bytes: Buffer.from("89504e470d0a1a0a", "hex") };
		const inline = { ...picture, disposition: "inline", more: ["Content-ID: <logo@thornby.example>"] };
		const { attachments } = await parse(withFiles(inline, picture));
		expect(attachments.map(({ inline: shown, notInspected }) => [shown, notInspected])).toEqual([
			[true, "a picture"],
			[undefined, "a picture"],
		]);
	});

	it("are messages by type or by name, with what is in them", async () => {
		const bytes = letter(["Bcc: r.voss@thornby.example"]);
		for (const type of ["message/rfc822", "application/octet-stream"]) {
			const [attachment] = (await parse(withFiles({ name: "drainage.eml", type, bytes }))).attachments;
			expect(attachment?.message).toMatchObject({
				subject: "Allotment drainage",
				messageId: "<drain.1@thornby.example>",
			});
		}
		const broken = await parse(withFiles({ name: "drainage.eml", type: "message/rfc822", bytes: Buffer.from("?") }));
		expect(broken.attachments).toMatchObject([{ notInspected: "a broken message" }]);
	});

	it("say in the message what was read in part only", async () => {
		const bytes = Buffer.from("word ".repeat(DOCUMENT_TEXT_MAX_CHARACTERS / 4));
		const message = await parse(withFiles({ name: "long.txt", type: "text/plain", bytes }));
		expect(message.partlyRead).toEqual(['of "long.txt", only its first 1 MB of text were read']);
	});

	it("keep names that were encoded", async () => {
		const message = await parse(
			withFiles({ name: "=?utf-8?Q?Caf=C3=A9?=.txt", type: "text/plain", bytes: Buffer.from("Hi") }),
		);
		expect(message.attachments[0]?.name).toBe("Café.txt");
	});
});
