/** A folder of .eml files, `MAILBOX/FOLDER/x.eml` at any depth, or one such file. */
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Admit, Found, Source } from "../source.ts";
import { type Place, placeOf } from "./export-place.ts";
import { isLeftOut } from "./left-out-folders.ts";
import { readMbox } from "./mbox.ts";
import { readMessageFile } from "./message-file.ts";
import { readMsgFiles, readPstFile } from "./outlook-file.ts";

/**
 * `path` is absolute. Mbox files and Outlook's .pst and .msg files in it are read too.
 * `mailbox` overrides what the names of the folders say.
 */
export function openEmlFolder(
	path: string,
	{ mailbox, journal = false }: { readonly mailbox?: string; readonly journal?: boolean } = {},
): Source {
	const placed = (folders: readonly string[]) => placeOf(path, folders, mailbox);
	return {
		name: mailbox ?? path,
		journal,
		read: (_range, admit) => readFolder(path, [], placed, admit),
		count: () => countFiles(path, [], placed),
		close: async () => undefined,
	};
}

/** One .eml file; mailbox and folder are "". */
export function openEmlFile(path: string): Source {
	const at = { mailbox: "", folder: "", file: basename(path) };
	return {
		name: path,
		journal: false,
		read: async function* (_range, admit) {
			yield await readMessageFile(path, at, admit);
		},
		count: async () => 1,
		close: async () => undefined,
	};
}

type Placed = (folders: readonly string[]) => Place;

async function* readFolder(
	root: string,
	folders: readonly string[],
	placed: Placed,
	admit: Admit,
): AsyncGenerator<Found> {
	const { files, mboxes, psts, msgs, below, failure } = await list(root, folders);
	const place = placed(folders);
	if (failure) {
		yield { kind: "unreadable", at: { ...place, file: join(...folders) }, reason: failure };
		return;
	}
	if (isLeftOut(place.folder)) {
		if (files.length > 0) yield { kind: "left-out", ...place, count: files.length };
	} else {
		for (const file of files) {
			const at = { ...place, file: join(...folders, file) };
			yield await readMessageFile(join(root, ...folders, file), at, admit);
		}
	}
	for (const name of mboxes) {
		const folder = [place.folder, name.replace(/\.mbox$/iu, "")].filter((part) => part !== "").join("/");
		yield* readMbox(join(root, ...folders, name), { ...place, folder }, join(...folders, name), admit);
	}
	for (const name of psts) {
		const file = join(...folders, name);
		const own = placeOf(name.replace(/\.(?:pst|ost)$/iu, ""), []).mailbox;
		const mailbox = /@/u.test(own) ? own : place.mailbox;
		yield* readPstFile(
			join(root, file),
			{ mailbox, folder: mailbox === place.mailbox ? place.folder : "" },
			file,
			admit,
		);
	}
	if (isLeftOut(place.folder)) {
		if (msgs.length > 0) yield { kind: "left-out", ...place, count: msgs.length };
	} else {
		const outlook = msgs.map((name) => ({ path: join(root, ...folders, name), file: join(...folders, name) }));
		yield* readMsgFiles(outlook, place, admit);
	}
	for (const folder of below) yield* readFolder(root, [...folders, folder], placed, admit);
}

async function countFiles(root: string, folders: readonly string[], placed: Placed): Promise<number> {
	const { files, msgs, below } = await list(root, folders);
	let count = isLeftOut(placed(folders).folder) ? 0 : files.length + msgs.length;
	for (const folder of below) count += await countFiles(root, [...folders, folder], placed);
	return count;
}

/** Symbolic links are not followed: they could lead round in a circle, or out of the export. */
async function list(root: string, folders: readonly string[]) {
	try {
		const entries = await readdir(join(root, ...folders), { withFileTypes: true });
		entries.sort((a, b) => (a.name < b.name ? -1 : 1));
		const named = (pattern: RegExp) =>
			entries.filter((entry) => entry.isFile() && pattern.test(entry.name)).map((entry) => entry.name);
		const below = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
		return {
			files: named(/\.eml$/iu),
			mboxes: named(/\.mbox$/iu),
			psts: named(/\.(pst|ost)$/iu),
			msgs: named(/\.msg$/iu),
			below,
		};
	} catch (error) {
		// The root was seen to be a folder by whoever opened it; a folder below may be closed to us.
		if (folders.length === 0) throw error;
		return { files: [], mboxes: [], psts: [], msgs: [], below: [], failure: "the folder cannot be opened" };
	}
}
