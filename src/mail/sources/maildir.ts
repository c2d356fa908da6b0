/** A Maildir or Maildir++ (`cur`, `new`, `.Sent`), or a tree with several of them, a mailbox each. */
import { readdir } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import type { Admit, Found, Source } from "../source.ts";
import { type Place, placeOf } from "./export-place.ts";
import { isLeftOut } from "./left-out-folders.ts";
import { readMessageFile } from "./message-file.ts";
import { decodeModifiedUtf7 } from "./modified-utf7.ts";

/** Deeper trees are not mail. */
const TREE_MAX_DEPTH = 8;
const MAILDIR_PARTS: readonly string[] = ["cur", "new", "tmp"];

/** One folder of mail: its path and what it is called. */
export interface MaildirFolder extends Place {
	readonly path: string;
}

/** `path` is absolute. `mailbox` overrides what the names of the folders say. */
export function openMaildir(
	path: string,
	options: { readonly mailbox?: string; readonly journal?: boolean } = {},
): Source {
	const folders = () => findMaildirFolders(path, options.mailbox);
	return {
		name: options.mailbox ?? path,
		journal: options.journal ?? false,
		read: async function* (_range, admit) {
			for (const folder of await folders()) yield* readFolder(path, folder, admit);
		},
		count: async () => {
			let count = 0;
			for (const folder of await folders()) {
				if (!isLeftOut(folder.folder)) count += (await messagesOf(folder.path)).length;
			}
			return count;
		},
		close: async () => undefined,
	};
}

/** Whether the folder has the parts of a Maildir itself. */
export async function isMaildir(path: string): Promise<boolean> {
	const names = await directoriesOf(path);
	return names.includes("cur") && names.includes("new");
}

/** Every folder of mail below `root`, which may be a Maildir itself or hold several. */
export async function findMaildirFolders(root: string, mailbox?: string): Promise<readonly MaildirFolder[]> {
	const found: MaildirFolder[] = [];
	await search(root, [], undefined);
	return found;

	/** `names` lead from the root here; the first `boxDepth` of them lead to the Maildir that this folder lies in. */
	async function search(path: string, names: readonly string[], boxDepth: number | undefined): Promise<void> {
		if (names.length > TREE_MAX_DEPTH) return;
		const directories = await directoriesOf(path);
		const holdsMail = directories.includes("cur") && directories.includes("new");
		const depth = boxDepth ?? (holdsMail ? names.length : undefined);
		if (holdsMail) {
			const place = placeOfMaildir(root, names.slice(0, depth), names.slice(depth));
			found.push({ path, mailbox: mailbox ?? place.mailbox, folder: place.folder });
		}
		for (const name of directories) {
			if (!holdsMail || !MAILDIR_PARTS.includes(name)) await search(join(path, name), [...names, name], depth);
		}
	}
}

/** `holder` leads from `root` to the Maildir, `inside` from there to the folder. */
function placeOfMaildir(root: string, holder: readonly string[], inside: readonly string[]): Place {
	const outer = isNamedMaildir(basename(root)) ? dirname(root) : root;
	const place = placeOf(
		outer,
		holder.filter((name) => !isNamedMaildir(name)),
	);
	const folder = [place.folder, ...inside.flatMap(folderParts)].filter((part) => part !== "").join("/");
	return { mailbox: place.mailbox, folder: folder === "" ? "INBOX" : folder };
}

function isNamedMaildir(name: string): boolean {
	return name.toLowerCase() === "maildir";
}

/** Maildir++ writes a folder's whole path as one name: ".Archive.2026". Other layouts use plain folders. */
function folderParts(name: string): readonly string[] {
	return name.startsWith(".") ? name.slice(1).split(".").map(decodeModifiedUtf7) : [decodeModifiedUtf7(name)];
}

async function* readFolder(root: string, folder: MaildirFolder, admit: Admit): AsyncGenerator<Found> {
	const { path, ...place } = folder;
	const messages = await messagesOf(path);
	if (isLeftOut(place.folder)) {
		if (messages.length > 0) yield { kind: "left-out", ...place, count: messages.length };
		return;
	}
	let drafts = 0;
	let deleted = 0;
	for (const name of messages) {
		const flags = flagsOf(name);
		if (flags.includes("D")) drafts += 1;
		else if (flags.includes("T")) deleted += 1;
		else {
			const at = { ...place, file: relative(root, join(path, name)) };
			yield await readMessageFile(join(path, name), at, admit, { datedByFile: true });
		}
	}
	if (drafts > 0) yield { kind: "left-out", ...place, folder: `${place.folder} (drafts)`, count: drafts };
	if (deleted > 0) yield { kind: "left-out", ...place, folder: `${place.folder} (deleted)`, count: deleted };
}

/** Names of the messages in a Maildir folder, from `cur/` and `new/`, in order. */
export async function messagesOf(path: string): Promise<readonly string[]> {
	const names: string[] = [];
	for (const part of ["cur", "new"]) {
		const entries = await readdir(join(path, part), { withFileTypes: true }).catch(() => []);
		for (const entry of entries) {
			if (entry.isFile() && !entry.name.startsWith(".")) names.push(join(part, entry.name));
		}
	}
	return names.sort();
}

/** The standard flags of a Maildir file name: D draft, F flagged, P passed, R replied, S seen, T trashed. */
export function flagsOf(name: string): string {
	return /:2,([A-Za-z]*)$/u.exec(name)?.[1] ?? "";
}

async function directoriesOf(path: string): Promise<readonly string[]> {
	const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
	return entries
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort();
}
