import type { ListResponse } from "imapflow";
import { describe, expect, test } from "vitest";
import { chooseFolders, isSentFolder, placeName } from "../../../src/mail/sources/imap-folders.ts";

/** "path", "path \\Use" or "path \\Use \\Noselect", as a server with this delimiter lists it. */
function list(delimiter: string, ...lines: string[]): ListResponse[] {
	return lines.map((line) => {
		const [path = "", ...flags] = line.split(" \\");
		const parts = path.split(delimiter);
		const specialUse = flags.find((flag) => !/noselect|nonexistent/iu.test(flag));
		return {
			path,
			pathAsListed: path,
			name: parts.at(-1) ?? "",
			delimiter,
			parent: parts.slice(0, -1),
			parentPath: parts.slice(0, -1).join(delimiter),
			flags: new Set(flags.map((flag) => `\\${flag}`)),
			...(specialUse ? { specialUse: `\\${specialUse}` } : {}),
			listed: true,
			subscribed: true,
		};
	});
}

const chosen = (folders: ListResponse[], wanted?: string[]) =>
	chooseFolders(folders, wanted).read.map(({ path }) => path);

describe("which folders are read", () => {
	test("of Outlook and Exchange: Sent Items and Archive, by name where there is no special use", () => {
		const folders = list(
			"/",
			"INBOX",
			"Sent Items",
			"Archive",
			"Deleted Items",
			"Drafts",
			"Junk Email",
			"Outbox",
			"Calendar",
		);
		expect(chosen(folders)).toEqual(["INBOX", "Sent Items", "Archive"]);
		expect(chooseFolders(folders).leftOut.map(({ path }) => path)).toEqual([
			"Deleted Items",
			"Drafts",
			"Junk Email",
			"Outbox",
			"Calendar",
		]);
	});

	test("of Gmail: Sent Mail, and All Mail as the archive, without its views and its container", () => {
		const folders = list(
			"/",
			"INBOX",
			"[Gmail] \\Noselect",
			"[Gmail]/All Mail \\All",
			"[Gmail]/Sent Mail \\Sent",
			"[Gmail]/Starred \\Flagged",
			"[Gmail]/Bin \\Trash",
		);
		expect(chosen(folders)).toEqual(["INBOX", "[Gmail]/All Mail", "[Gmail]/Sent Mail"]);
		expect(chooseFolders(folders).leftOut.map(({ path }) => path)).toEqual(["[Gmail]/Bin"]);
	});

	test("of a server in Welsh: by special use", () => {
		const folders = list(
			"/",
			"INBOX",
			"Anfonwyd \\Sent",
			"Anfonwyd/2025",
			"Archif \\Archive",
			"Drafftiau \\Drafts",
			"Sbwriel \\Trash",
		);
		expect(chosen(folders)).toEqual(["INBOX", "Anfonwyd", "Anfonwyd/2025", "Archif"]);
	});

	test("of a server with everything below INBOX and dots: the same, and places are written with strokes", () => {
		const folders = list(
			".",
			"INBOX",
			"INBOX.Sent",
			"INBOX.Sent.2025",
			"INBOX.Trash",
			"INBOX.Planning",
			"INBOX.Archives.2024",
		);
		expect(chosen(folders)).toEqual(["INBOX", "INBOX.Sent", "INBOX.Sent.2025", "INBOX.Archives.2024"]);
		expect(folders.map(placeName)).toContain("INBOX/Sent/2025");
	});

	test("never what the server or its name calls drafts, junk or a bin, also when it is asked for", () => {
		const folders = list("/", "INBOX", "Entwürfe \\Drafts", "Spam", "Archive/Trash");
		const choice = chooseFolders(folders, ["Entwürfe", "spam", "archive", "inbox"]);
		expect(choice.read.map(({ path }) => path)).toEqual(["INBOX"]);
		expect(choice.missing).toEqual([]);
	});

	test("a folder asked for by name in any case, and told when it is not there or cannot be opened", () => {
		const folders = list(".", "INBOX", "Planning.2026", "Shared \\Noselect");
		const choice = chooseFolders(folders, ["planning/2026", "Shared", "Allotments"]);
		expect(choice.read.map(({ path }) => path)).toEqual(["Planning.2026"]);
		expect(choice.missing).toEqual(["Shared", "Allotments"]);
	});

	test("a folder that merely begins alike is none of the sent folders", () => {
		const [sent, other] = list("/", "Sent Messages", "Sent to the auditor");
		expect(sent && isSentFolder(sent)).toBe(true);
		expect(other && isSentFolder(other)).toBe(false);
	});
});
