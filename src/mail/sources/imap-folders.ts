/** Which folders of a mailbox are read: by special use where the server tells it, else by well-known names. */
import type { ListResponse } from "imapflow";
import { isLeftOut } from "./left-out-folders.ts";

export interface FolderChoice {
	readonly read: readonly ListResponse[];
	/** Folders that hold mail and are not read: drafts, junk, bins, and what was not asked for. */
	readonly leftOut: readonly ListResponse[];
	/** Asked for by name, but not there. */
	readonly missing: readonly string[];
}

const DEFAULT_FOLDERS = ["inbox", "sent", "archive"];
const NEVER_READ: readonly string[] = ["\\Drafts", "\\Junk", "\\Trash"];
const UNSELECTABLE: readonly string[] = ["\\noselect", "\\nonexistent"];
/** Views of mail that lies in other folders too. */
const VIEWS: readonly string[] = ["\\Flagged", "\\Important"];

const SENT_NAME = /^sent( (items|mail|messages|e-?mail))?$/iu;
const ARCHIVE_NAME = /^archives?$/iu;

/**
 * Chooses from the server's list. `wanted` are names, or `inbox`, `sent`, `archive` for special uses; absent: those
 * three. Sent and Archive bring the folders below them along, and a mailbox may have several of each (Outlook's
 * "Sent Items" beside the server's "Sent"). Gmail keeps its archive in the folder of all mail.
 */
export function chooseFolders(
	list: readonly ListResponse[],
	wanted: readonly string[] = DEFAULT_FOLDERS,
): FolderChoice {
	const selectable = list.filter((folder) => !hasFlag(folder, UNSELECTABLE));
	const allowed = selectable.filter((folder) => !isNever(folder));
	const chosen = new Set<ListResponse>();
	const missing: string[] = [];
	for (const name of wanted) {
		const fitting = foldersFor(name, allowed);
		for (const folder of fitting) chosen.add(folder);
		const isUse = DEFAULT_FOLDERS.includes(name.toLowerCase());
		if (fitting.length === 0 && !isUse && !foldersFor(name, selectable).length) missing.push(name);
	}
	return {
		read: allowed.filter((folder) => chosen.has(folder)),
		leftOut: selectable.filter((folder) => !chosen.has(folder) && !VIEWS.includes(folder.specialUse ?? "")),
		missing,
	};
}

/** Whether mail sent from this mailbox is kept here: where Bcc can be seen. */
export function isSentFolder(folder: ListResponse): boolean {
	return folder.specialUse === "\\Sent" || SENT_NAME.test(folder.name);
}

export function isInbox(folder: ListResponse): boolean {
	return folder.path.toUpperCase() === "INBOX";
}

/** The path as places and reports give it: parts divided by "/". */
export function placeName(folder: ListResponse): string {
	return folder.delimiter && folder.delimiter !== "/" ? folder.path.replaceAll(folder.delimiter, "/") : folder.path;
}

function foldersFor(name: string, folders: readonly ListResponse[]): readonly ListResponse[] {
	const lower = name.toLowerCase();
	if (lower === "inbox") return folders.filter(isInbox);
	if (lower === "sent") return below(folders, "\\Sent", SENT_NAME);
	if (lower === "archive") {
		const archives = below(folders, "\\Archive", ARCHIVE_NAME);
		return archives.length > 0 ? archives : folders.filter((folder) => folder.specialUse === "\\All");
	}
	return folders.filter((folder) => [folder.path, placeName(folder)].some((path) => path.toLowerCase() === lower));
}

/** Folders of this use or name and those below; the one above may not be listed, or may hold no mail itself. */
function below(folders: readonly ListResponse[], use: string, name: RegExp): readonly ListResponse[] {
	const roots = folders.filter((folder) => folder.specialUse === use).map((folder) => placeName(folder));
	return folders.filter((folder) => {
		const place = placeName(folder);
		return place.split("/").some((part) => name.test(part)) || roots.some((root) => `${place}/`.startsWith(`${root}/`));
	});
}

/** Left out by what the server says of it, or by its name; a folder below one of them too. */
function isNever(folder: ListResponse): boolean {
	return NEVER_READ.includes(folder.specialUse ?? "") || isLeftOut(placeName(folder));
}

function hasFlag(folder: ListResponse, flags: readonly string[]): boolean {
	return [...folder.flags].some((flag) => flags.includes(flag.toLowerCase()));
}
