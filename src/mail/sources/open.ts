/** Finds out what an exported path holds, and opens what the configuration names. */
import { open, readdir, stat } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import type { MailboxConfig } from "../../config/council.ts";
import { CandourError } from "../../errors.ts";
import type { Source } from "../source.ts";
import { openEmlFile, openEmlFolder } from "./eml-folder.ts";
import { type ImapSourceOptions, openImap } from "./imap.ts";
import { openMailFolder } from "./mail-folder.ts";
import { isMaildir, openMaildir } from "./maildir.ts";
import { openMbox } from "./mbox.ts";
import { looksLikeMbox } from "./mbox-split.ts";
import { openMsg, openPst } from "./outlook-file.ts";

const HEAD_BYTES = 1024;
/** How deep a tree is looked into for a Maildir or an .eml file. */
const LOOK_DEPTH = 8;

/**
 * Opens exported mail: a folder of .eml files, a Maildir or a tree of them, an mbox file, a .pst, a single .eml or .msg.
 * Throws USAGE where the path is none of these, SOURCE_UNREADABLE where it is missing or closed to us.
 */
export async function openExport(path: string): Promise<Source> {
	const full = resolve(path);
	const kind = await stat(full).catch((error: unknown) => {
		throw unreadable(path, error);
	});
	if (kind.isDirectory()) {
		return (await holdsMaildir(full, LOOK_DEPTH)) ? openMaildir(full) : openEmlFolder(full);
	}
	const extension = extname(full).toLowerCase();
	if (extension === ".pst" || extension === ".ost") return openPst(full);
	if (extension === ".msg") return openMsg(full);
	if (extension === ".eml") return openEmlFile(full);
	if (looksLikeMbox(await headOf(full, path))) return openMbox(full);
	throw new CandourError("USAGE", `${path} is no mail that Candour can read.`, {
		remedy: "Name a folder of .eml files, a Maildir, an mbox or .pst file, or a single .eml or .msg file.",
	});
}

/** Opens a configured mailbox; undefined for one that is only declared, without `imap` or `maildir`. */
export function openMailbox(mailbox: MailboxConfig, options: ImapSourceOptions = {}): Source | undefined {
	if (mailbox.imap) return openImap({ ...mailbox, imap: mailbox.imap }, options);
	if (mailbox.maildir) return openMailFolder(mailbox.maildir, { mailbox: mailbox.name, journal: mailbox.journal });
	return undefined;
}

async function holdsMaildir(path: string, depth: number): Promise<boolean> {
	if (await isMaildir(path)) return true;
	if (depth === 0) return false;
	const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
	for (const entry of entries) {
		if (entry.isDirectory() && (await holdsMaildir(join(path, entry.name), depth - 1))) return true;
	}
	return false;
}

async function headOf(full: string, path: string): Promise<Buffer> {
	try {
		const file = await open(full, "r");
		try {
			const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
			return buffer.subarray(0, bytesRead);
		} finally {
			await file.close();
		}
	} catch (error) {
		throw unreadable(path, error);
	}
}

function unreadable(path: string, cause: unknown): CandourError {
	const missing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
	return new CandourError(
		"SOURCE_UNREADABLE",
		missing ? `There is no file or folder ${path}.` : `${path} cannot be opened.`,
		{ remedy: missing ? "Check the path given with --mail." : "Check that you may read it.", cause },
	);
}
