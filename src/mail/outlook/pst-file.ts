/** The folders of a .pst file, with what is in them, one after the other. Runs in a thread of its own. */
import { createRequire } from "node:module";
import type { PSTFolder, PSTMessage } from "pst-extractor";
import { isLeftOut } from "../sources/left-out-folders.ts";
import { MESSAGE_MAX_BYTES } from "../sources/size-limit.ts";
import type { OutlookMessage } from "./outlook-message.ts";
import { pstMessage } from "./pst-message.ts";

export type PstItem =
	| { readonly kind: "message"; readonly folder: string; readonly number: number; readonly message: OutlookMessage }
	| { readonly kind: "unreadable"; readonly folder: string; readonly number: number; readonly reason: string }
	| { readonly kind: "left-out"; readonly folder: string; readonly count: number };

/** Letters, invitations, posts and delivery reports; not contacts, diaries, tasks and notes. */
const MAIL = /^(?:IPM\.(?:Note|Schedule|Post|Recall|Document|Sharing)|REPORT)\b/iu;
const NORMAL_FOLDER = 2;
const FOLDERS_MAX_DEPTH = 50;
const BROKEN = "this item of the file is broken";

/** What the package keeps to itself: how far a folder was read. */
interface Cursor {
	readonly currentEmailIndex: number;
}

/** @throws where it is no .pst, or its table of contents is broken. */
export function* readPst(path: string): Generator<PstItem> {
	const { PSTFile } = createRequire(import.meta.url)("pst-extractor") as typeof import("pst-extractor");
	const file = new PSTFile(path);
	try {
		yield* readFolder(file.getRootFolder(), [], 0);
	} finally {
		file.close();
	}
}

function* readFolder(folder: PSTFolder, path: readonly string[], depth: number): Generator<PstItem> {
	const name = path.join("/");
	if (folder.getNodeType() !== NORMAL_FOLDER) return;
	if (isLeftOut(name)) {
		const count = Math.max(folder.contentCount, folder.emailCount);
		if (count > 0) yield { kind: "left-out", folder: name, count };
	} else yield* readMessages(folder, name);
	if (!folder.hasSubfolders || depth >= FOLDERS_MAX_DEPTH) return;
	let below: readonly PSTFolder[];
	try {
		below = folder.getSubFolders();
	} catch {
		yield { kind: "unreadable", folder: name, number: 0, reason: "the folders in it cannot be read" };
		return;
	}
	for (const inner of below) {
		// The outermost folder is the file's own ("Top of Outlook data file"), and the root has no name.
		const inside = depth < 1 ? [] : [...path, inner.displayName.replaceAll("/", "-")];
		yield* readFolder(inner, inside, depth + 1);
	}
}

function* readMessages(folder: PSTFolder, name: string): Generator<PstItem> {
	let unsent = 0;
	let at = 0;
	const total = Math.max(folder.contentCount, folder.emailCount);
	while (at < total) {
		let child: unknown;
		try {
			folder.moveChildCursorTo(at);
			child = folder.getNextChild();
		} catch {
			child = undefined;
		}
		// It skips what it cannot read without a word.
		const reached = (folder as unknown as Cursor).currentEmailIndex;
		const skipped = child === null ? total - at : child === undefined ? 1 : Math.max(0, reached - 1 - at);
		for (let n = 0; n < skipped; n++) yield { kind: "unreadable", folder: name, number: at + n + 1, reason: BROKEN };
		at += skipped;
		if (child === null || child === undefined) continue;
		at++;
		const message = child as PSTMessage;
		const kind = classOf(message);
		if (kind !== undefined && !MAIL.test(kind)) continue;
		if (kind !== undefined && message.isUnsent) unsent++;
		else yield read(message, name, at);
	}
	if (unsent > 0) yield { kind: "left-out", folder: name === "" ? "unsent" : `${name} (unsent)`, count: unsent };
}

/** "" counts as a letter; undefined where not even that can be read. */
function classOf(message: PSTMessage): string | undefined {
	try {
		return message.messageClass || "IPM.Note";
	} catch {
		return undefined;
	}
}

function read(message: PSTMessage, folder: string, number: number): PstItem {
	try {
		return { kind: "message", folder, number, message: pstMessage(message, MESSAGE_MAX_BYTES) };
	} catch (error) {
		const reason =
			error instanceof RangeError && error.message === "too large"
				? `it is larger than ${MESSAGE_MAX_BYTES / 1024 / 1024} MB`
				: BROKEN;
		return { kind: "unreadable", folder, number, reason };
	}
}
