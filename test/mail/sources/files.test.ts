import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { admitBy } from "../../../src/mail/admission.ts";
import { openExport } from "../../../src/mail/sources/open.ts";
import { leftOut, letter, messages, readAll, subjects, unread } from "./letters.ts";

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), "candour-mail-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string, content: string | Buffer = letter({ subject: path })): Promise<string> {
	const full = join(root, path);
	await mkdir(dirname(full), { recursive: true });
	await writeFile(full, content);
	return full;
}

async function read(path = "", admit?: Parameters<typeof readAll>[2]) {
	const source = await openExport(join(root, path));
	const found = await readAll(source, {}, admit);
	const count = await source.count?.({});
	await source.close();
	return { found, count };
}

describe("a folder of .eml files", () => {
	test("gives mailbox and folder by the names of the folders, at any depth and in any case of the extension", async () => {
		await put("Clerk@Thornby.example/Sent/1.eml");
		await put("clerk@thornby.example/INBOX/Planning/2026/2.EML");
		await put("export/j.tranter@thornby.example/INBOX/3.eml");
		await put("enquiries/INBOX/4.eml");
		await put("Sent/5.eml");
		await put("6.eml");
		await put("notes.txt", "no mail");
		const { found, count } = await read();
		expect(subjects(found)).toEqual([
			"clerk@thornby.example|INBOX/Planning/2026|clerk@thornby.example/INBOX/Planning/2026/2.EML",
			"clerk@thornby.example|Sent|Clerk@Thornby.example/Sent/1.eml",
			"enquiries|INBOX|enquiries/INBOX/4.eml",
			"j.tranter@thornby.example|INBOX|export/j.tranter@thornby.example/INBOX/3.eml",
			"|Sent|Sent/5.eml",
			"||6.eml",
		]);
		expect(count).toBe(6);
	});

	test("that is itself a mailbox's or a mailbox's folder is known by its name", async () => {
		await put("clerk@thornby.example/Sent/1.eml", letter({ subject: "one" }));
		expect(subjects((await read("clerk@thornby.example")).found)).toEqual(["clerk@thornby.example|Sent|one"]);
		expect(subjects((await read("clerk@thornby.example/Sent")).found)).toEqual(["clerk@thornby.example|Sent|one"]);
	});

	test("leaves out drafts, junk and bins at any depth and counts them", async () => {
		await put("clerk@thornby.example/INBOX/1.eml");
		await put("clerk@thornby.example/Drafts/2.eml");
		await put("clerk@thornby.example/DELETED ITEMS/2025/3.eml");
		await put("clerk@thornby.example/INBOX/Junk E-mail/4.eml");
		await put("outbox/5.eml");
		const { found, count } = await read();
		expect(messages(found)).toHaveLength(1);
		expect(leftOut(found)).toEqual([
			"clerk@thornby.example|DELETED ITEMS/2025|1",
			"clerk@thornby.example|Drafts|1",
			"clerk@thornby.example|INBOX/Junk E-mail|1",
			"|outbox|1",
		]);
		expect(count).toBe(1);
	});

	test("lists empty and too large files as unreadable, with the others read", async () => {
		await put("a@thornby.example/INBOX/empty.eml", "");
		await truncate(await put("a@thornby.example/INBOX/huge.eml"), 101 * 1024 * 1024);
		await put("a@thornby.example/INBOX/fine.eml");
		await put("a@thornby.example/INBOX/mail.msg", "x");
		const { found } = await read();
		expect(messages(found)).toHaveLength(1);
		expect(unread(found)).toEqual([
			"INBOX|a@thornby.example/INBOX/empty.eml|the file is empty",
			"INBOX|a@thornby.example/INBOX/huge.eml|it is larger than 100 MB (101 MB)",
			"INBOX|a@thornby.example/INBOX/mail.msg|the file is no .msg, or is broken",
		]);
	});

	test("does not follow links out of the export or round in a circle", async () => {
		await put("a@thornby.example/INBOX/1.eml");
		await symlink(root, join(root, "a@thornby.example", "again"));
		expect(messages((await read()).found)).toHaveLength(1);
	});

	test("reads an mbox file that lies among them", async () => {
		const text = `From x Mon Mar  2 10:15:00 2026\n${letter({ subject: "one" })}`;
		await put("clerk@thornby.example/Sent.mbox", text);
		expect(subjects((await read()).found)).toEqual(["clerk@thornby.example|Sent|one"]);
	});

	test("asks by the headers alone, also where they are longer than most", async () => {
		const long = letter({
			subject: "Long",
			headers: Array.from({ length: 3_000 }, (_, n) => `X-Line-${n}: ${"y".repeat(60)}`),
		});
		await put("a@thornby.example/INBOX/long.eml", long);
		const seen: string[] = [];
		const { found } = await read("", (headers) => {
			seen.push(headers.toString());
			return { read: true };
		});
		expect(seen[0]).toBe(long.slice(0, long.indexOf("\r\n\r\n") + 4));
		expect(messages(found)[0]?.raw.toString()).toBe(long);
	});

	test("counts excluded mail without yielding it", async () => {
		await put("a@thornby.example/INBOX/1.eml", letter({ subject: "Grievance", from: "rep@unity.example" }));
		const { found } = await read("", admitBy([{ address: "rep@unity.example", reason: "union" }]));
		expect(found).toEqual([expect.objectContaining({ kind: "excluded", reason: "union" })]);
	});
});

describe("a Maildir", () => {
	test("is read with its Maildir++ folders, their names decoded, without drafts and bins", async () => {
		for (const folder of ["", ".Sent", ".Archive.2026", ".Entw&APw-rfe &- mehr", ".Trash"]) {
			await put(`${folder}/cur/1.host:2,S`, letter({ subject: `cur ${folder}` }));
			await put(`${folder}/new/2.host`, letter({ subject: `new ${folder}` }));
			await mkdir(join(root, folder, "tmp"));
			await put(`${folder}/tmp/3.host`, letter({ subject: "half written" }));
		}
		const { found, count } = await read();
		const folders = subjects(found).map((line) => line.split("|")[1]);
		expect([...new Set(folders)]).toEqual(["Archive/2026", "Entwürfe & mehr", "INBOX", "Sent"]);
		expect(folders).toHaveLength(8);
		expect(leftOut(found)).toEqual(["|Trash|2"]);
		expect(count).toBe(8);
	});

	test("leaves out and counts what its flags call a draft or thrown away", async () => {
		for (const flags of ["", "S", "DS", "ST", "T", "FRS"]) await put(`cur/m${flags}.host:2,${flags}`);
		await mkdir(join(root, "new"));
		const { found } = await read();
		expect(messages(found)).toHaveLength(3);
		expect(leftOut(found)).toEqual(["|INBOX (deleted)|2", "|INBOX (drafts)|1"]);
	});

	test("tree gives each mailbox its own, in the layouts that servers and copying tools use", async () => {
		const inboxes = ["clerk@thornby.example", "rfo@thornby.example/Maildir", "chair@thornby.example/INBOX"];
		for (const path of inboxes) {
			await put(`${path}/cur/1.host`, letter({ subject: "inbox" }));
			await mkdir(join(root, path, "new"));
		}
		for (const path of [
			"clerk@thornby.example/.Sent",
			"rfo@thornby.example/Maildir/.Sent",
			"chair@thornby.example/Sent",
		]) {
			await put(`${path}/cur/1.host`, letter({ subject: "sent" }));
			await mkdir(join(root, path, "new"));
		}
		const expected = ["chair", "clerk", "rfo"].flatMap((name) => [
			`${name}@thornby.example|INBOX|inbox`,
			`${name}@thornby.example|Sent|sent`,
		]);
		expect(subjects((await read()).found)).toEqual(expected);
		const alone = await read("rfo@thornby.example/Maildir");
		expect(subjects(alone.found)).toEqual(["rfo@thornby.example|INBOX|inbox", "rfo@thornby.example|Sent|sent"]);
	});
});

describe("an mbox file", () => {
	const postmark = "From clerk@thornby.example Mon Mar  2 10:15:00 2026";

	test("is divided at its postmarks alone, with quoting undone and dates kept", async () => {
		const first = "Subject: one\n\nFrom the start we said so.\n>From here on\n>>From there\n\nFrom what I hear, yes.\n";
		await put("Sent.mbox", `${postmark}\n${first}\nFrom - Tue Mar 03 09:00:00 +0000 2026\nSubject: two\n\nEnd`);
		const found = messages((await read("Sent.mbox")).found);
		expect(found.map(({ at }) => [at.folder, at.file])).toEqual([
			["Sent", "Sent.mbox#1"],
			["Sent", "Sent.mbox#2"],
		]);
		expect(found[0]?.raw.toString()).toBe(first.replaceAll("\n>", "\n"));
		expect(found[1]?.raw.toString()).toBe("Subject: two\n\nEnd");
		expect(found.map(({ receivedAt }) => receivedAt)).toEqual(["2026-03-02T10:15:00.000Z", "2026-03-03T09:00:00.000Z"]);
	});

	test("with CRLF line ends and a name that is a mailbox's", async () => {
		await put(
			"clerk@thornby.example.mbox",
			`${postmark}\r\n${letter({ subject: "one" })}\r\n${postmark}\r\n${letter({ subject: "two" })}`,
		);
		const { found } = await read("clerk@thornby.example.mbox");
		expect(subjects(found)).toEqual(["clerk@thornby.example||one", "clerk@thornby.example||two"]);
		expect(messages(found)[0]?.raw.toString()).toBe(letter({ subject: "one" }));
	});

	test("of Gmail or Thunderbird gives folders by its labels, and leaves out by them", async () => {
		const labels = [
			"Sent,Important",
			"Inbox,Unread",
			"Archived,Important",
			"Planning,Opened",
			"Drafts,Sent",
			"Spam",
			"Bin",
		];
		const parts = labels.map((value) => letter({ subject: value, headers: [`X-Gmail-Labels: ${value}`] }));
		parts.push(letter({ subject: "expunged", headers: ["X-Mozilla-Status: 0009"] }));
		parts.push(letter({ subject: "kept", headers: ["X-Mozilla-Status: 0001"] }));
		await put("All mail.mbox", parts.map((part) => `${postmark}\n${part}\n`).join("\n"));
		const { found } = await read("All mail.mbox");
		expect(subjects(found).map((line) => line.split("|").slice(1).join("|"))).toEqual([
			"All mail|kept",
			"Archive|Archived,Important",
			"INBOX|Inbox,Unread",
			"Planning|Planning,Opened",
			"Sent|Sent,Important",
		]);
		expect(leftOut(found)).toEqual(["|Bin|1", "|Deleted Messages|1", "|Drafts|1", "|Spam|1"]);
	});

	test("with a message beyond the limit lists that one as unreadable and reads on", async () => {
		const big = Buffer.alloc(101 * 1024 * 1024, "x");
		for (let at = 1_000; at < big.length; at += 1_000) big[at] = 0x0a;
		const parts = [`${postmark}\nSubject: big\n\n`, big, `\n\n${postmark}\n${letter({ subject: "small" })}`];
		await put("Sent.mbox", Buffer.concat(parts.map((part) => Buffer.from(part))));
		const { found } = await read("Sent.mbox");
		expect(subjects(found)).toEqual(["|Sent|small"]);
		expect(unread(found)).toEqual(["Sent|Sent.mbox#1|it is larger than 100 MB (102 MB)"]);
	});

	test("with one line of many megabytes is read in time", async () => {
		await put("INBOX", `${postmark}\nSubject: long\n\n${"z".repeat(30_000_000)}`);
		const started = Date.now();
		const { found } = await read("INBOX");
		expect(messages(found)[0]?.raw.length).toBeGreaterThan(30_000_000);
		expect(Date.now() - started).toBeLessThan(5_000);
	});
});

describe("what a path is", () => {
	test("one .eml file is read by itself", async () => {
		await put("clerk@thornby.example/Drafts/one.eml", letter({ subject: "one" }));
		expect(subjects((await read("clerk@thornby.example/Drafts/one.eml")).found)).toEqual(["||one"]);
	});

	test("a missing path and files of other kinds each get a clear error", async () => {
		await put("notes.txt", "Dear all");
		const failure = (path: string) => openExport(join(root, path));
		await expect(failure("nothing")).rejects.toMatchObject({ code: "SOURCE_UNREADABLE" });
		await expect(failure("nothing")).rejects.toThrow(/no file or folder .*nothing/u);
		await expect(failure("notes.txt")).rejects.toMatchObject({ code: "USAGE" });
	});
});
