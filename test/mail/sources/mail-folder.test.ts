import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mailFolderKind, openMailFolder } from "../../../src/mail/sources/mail-folder.ts";
import { everything, letter } from "./letters.ts";

const CLERK = { mailbox: "clerk@thornby.example", journal: false };
let root: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), "candour-folder-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string): Promise<void> {
	await mkdir(dirname(join(root, path)), { recursive: true });
	await writeFile(join(root, path), letter({ subject: path }));
}

async function places(path: string): Promise<string[]> {
	const found: string[] = [];
	for await (const one of openMailFolder(path, CLERK).read({}, everything)) {
		if (one.kind === "message") found.push(`${one.at.mailbox} ${one.at.folder}`);
	}
	return found.sort();
}

test("a mailbox's own folder of .eml files is read with the folders below it", async () => {
	await put("INBOX/1.eml");
	await put("Sent/2.eml");
	await put("Projects/2026/3.eml");
	expect(await places(root)).toEqual([
		"clerk@thornby.example INBOX",
		"clerk@thornby.example Projects/2026",
		"clerk@thornby.example Sent",
	]);
	expect(await openMailFolder(root, CLERK).count?.({})).toBe(3);
});

test("a folder above, with the mailbox's address below it, gives the same places", async () => {
	await put("clerk@thornby.example/Sent/1.eml");
	expect(await places(root)).toEqual(["clerk@thornby.example Sent"]);
	expect(await places(join(root, "clerk@thornby.example"))).toEqual(["clerk@thornby.example Sent"]);
});

test("a Maildir is read as one", async () => {
	await put("cur/1.mail:2,S");
	await mkdir(join(root, "new"));
	await put(".Sent/cur/2.mail:2,S");
	await mkdir(join(root, ".Sent/new"));
	expect(await mailFolderKind(root)).toBe("maildir");
	expect(await places(root)).toEqual(["clerk@thornby.example INBOX", "clerk@thornby.example Sent"]);
});

test("what is not there, or is a file, is an error and not an empty mailbox", async () => {
	await put("one.eml");
	await expect(places(join(root, "nothere"))).rejects.toMatchObject({ code: "SOURCE_UNREADABLE" });
	await expect(places(join(root, "one.eml"))).rejects.toMatchObject({
		code: "SOURCE_UNREADABLE",
		message: expect.stringContaining("is a file"),
	});
});
