import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { inspectFiles } from "../../src/mail/attachments.ts";
import { freshBudget } from "../../src/mail/budget.ts";
import { sha256 } from "../../src/mail/digest.ts";
import { CONTAINERS_MAX_DEPTH, UNPACKED_FILES_MAX } from "../../src/mail/limits.ts";
import type { MimeFile } from "../../src/mail/mime.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { docx, zip } from "./documents.ts";
import { eml, letter, parse } from "./eml.ts";
import { winmail } from "./office-97.ts";

const file = (name: string, bytes: Buffer): MimeFile => ({
	kind: "file",
	name,
	contentType: "application/octet-stream",
	bytes,
	sha256: sha256(bytes),
	inline: false,
});
const inspect = (name: string, bytes: Buffer, budget = freshBudget(false)) =>
	inspectFiles([file(name, bytes)], 0, budget, (raw) => parseMessage(raw, { journal: false, mailbox: "" }));

function zipOf(files: Readonly<Record<string, Buffer>>): Buffer {
	return Buffer.from(zipSync(files));
}

describe("an archive", () => {
	it("gives each of its files as if it had been attached, with its own digest", async () => {
		const { attachments, notes } = await inspect(
			"papers.zip",
			zip({ "a/CONFIDENTIAL note.txt": "The lease ends.", "__MACOSX/._note.txt": "x", "b.txt": "Noted." }),
		);
		expect(attachments.map(({ name, text, within }) => [name, text, within])).toEqual([
			["papers.zip", undefined, undefined],
			["a/CONFIDENTIAL note.txt", "The lease ends.", "papers.zip"],
			["b.txt", "Noted.", "papers.zip"],
		]);
		expect(attachments[2]?.sha256).toBe(sha256(Buffer.from("Noted.")));
		expect(attachments.some(({ notInspected }) => notInspected !== undefined)).toBe(false);
		expect(notes).toEqual([]);
	});

	it("is opened inside another, and no deeper", async () => {
		let inner = zip({ "deep.txt": "Deep." });
		for (let depth = 0; depth < CONTAINERS_MAX_DEPTH; depth++) inner = zipOf({ [`z${depth}.zip`]: inner });
		const { attachments } = await inspect("outer.zip", inner);
		expect(attachments.at(-1)).toMatchObject({ notInspected: "an archive inside too many others" });
		const shallow = await inspect("outer.zip", zipOf({ "in.zip": zip({ "deep.txt": "Deep." }) }));
		expect(shallow.attachments.at(-1)).toMatchObject({ text: "Deep.", within: "outer.zip: in.zip" });
	});

	it("may hold messages", async () => {
		const { attachments } = await inspect("mail.zip", zipOf({ "one.eml": letter() }));
		expect(attachments[1]?.message?.subject).toBe("Allotment drainage");
	});

	it("is unpacked within the limits of the message, and says what it left out", async () => {
		const many = Object.fromEntries(Array.from({ length: UNPACKED_FILES_MAX + 5 }, (_, n) => [`${n}.txt`, `${n}`]));
		const { attachments, notes } = await inspect("many.zip", zip(many));
		expect(attachments).toHaveLength(UNPACKED_FILES_MAX + 1);
		expect(notes).toEqual(['of "many.zip", 5 of its 205 files were not unpacked: too many or too large']);
		const bomb = zip({ "zeros.txt": "0".repeat(60 * 1024 * 1024), "more.txt": "1".repeat(60 * 1024 * 1024) });
		const swollen = await inspect("bomb.zip", bomb);
		expect(swollen.notes).toEqual(['of "bomb.zip", 1 of its 2 files were not unpacked: too many or too large']);
	}, 30_000);

	it("never swells beyond what its directory declares", async () => {
		const bytes = zip({ "liar.txt": "a".repeat(1_000_000) });
		const at = bytes.indexOf(Buffer.from("504b0102", "hex"));
		bytes.writeUInt32LE(10, at + 24);
		const { attachments } = await inspect("liar.zip", bytes);
		expect(attachments[1]?.size ?? 0).toBeLessThanOrEqual(10);
	});

	it("with a password, or broken, is said to be so", async () => {
		const locked = zip({ "a.txt": "a" });
		locked.writeUInt16LE(1, locked.indexOf(Buffer.from("504b0102", "hex")) + 8);
		expect((await inspect("a.zip", locked)).attachments).toMatchObject([
			{ notInspected: "encrypted: an archive with a password" },
		]);
		const broken = zip({ "a.txt": "a".repeat(100) }).subarray(0, 60);
		expect((await inspect("a.zip", broken)).attachments[0]?.notInspected).toBeDefined();
	});

	it("is no document, and a document is no archive", async () => {
		const { attachments } = await inspect("letter", await docx(["Noted."]));
		expect(attachments).toMatchObject([{ text: "Noted." }]);
	});
});

describe("winmail.dat", () => {
	const attached = (bytes: Buffer, text?: string): Buffer =>
		eml(
			"From: Jo Marsh <clerk@thornby.example>",
			"To: a.pell@thornby.example",
			"Subject: Drains",
			"Message-ID: <w.1@thornby.example>",
			"Date: Tue, 04 Jun 2024 09:15:00 +0100",
			"Content-Type: multipart/mixed; boundary=b",
			"",
			...(text === undefined ? [] : ["--b", "Content-Type: text/plain", "", text]),
			"--b",
			"Content-Type: application/ms-tnef; name=winmail.dat",
			"Content-Transfer-Encoding: base64",
			"",
			bytes.toString("base64").replace(/.{1,76}/gu, "$&\r\n"),
			"--b--",
		);

	it("gives the message its text, where it has no other, and its files", async () => {
		const tnef = winmail("Dear Alan,\n\nNoted.", [["rents.txt", Buffer.from("Plot 1")]]);
		const message = await parse(attached(tnef));
		expect(message.plain).toBe("Dear Alan,\n\nNoted.");
		expect(message.attachments.map(({ name, text }) => [name, text])).toEqual([
			["winmail.dat", undefined],
			["rents.txt", "Plot 1"],
		]);
		expect(message.partlyRead).toEqual([]);
		expect((await parse(attached(tnef, "Shown."))).plain).toBe("Shown.");
	});

	it("that breaks off gives what came before and says so", async () => {
		const tnef = winmail("Noted.", [["rents.txt", Buffer.from("Plot 1")]]);
		const message = await parse(attached(tnef.subarray(0, tnef.length - 6)));
		expect(message.plain).toBe("Noted.");
		expect(message.partlyRead).toEqual(['of "winmail.dat", it breaks off']);
	});

	it("of which nothing can be read leaves the message partly read", async () => {
		const message = await parse(attached(Buffer.from("789f3e22010001900600", "hex")));
		expect(message.attachments).toMatchObject([{ name: "winmail.dat" }]);
		expect(message.plain).toBeUndefined();
	});

	it("does not make two copies of a message two messages", async () => {
		const one = await parse(attached(winmail("Noted.", [["a.txt", Buffer.from("a")]]), "Text."));
		const two = await parse(attached(winmail("Noted.", [["a.txt", Buffer.from("a")]]), "Text."));
		expect(one.identity).toBe(two.identity);
		expect(one.attachments.filter(({ within }) => within !== undefined)).toHaveLength(1);
	});
});
