/** Which mailbox and folder a file of an export belongs to, told by the names of the folders it lies in. */
import { basename, dirname } from "node:path";
import { isLeftOut } from "./left-out-folders.ts";

export interface Place {
	/** Lower case where it is an address; "" where nothing names one. */
	readonly mailbox: string;
	/** Parts divided by "/"; "" where nothing names one. */
	readonly folder: string;
}

const FOLDER_NAMES = /^(inbox|sent|sent (items|mail|messages)|archives?|all mail)$/iu;

/**
 * `MAILBOX/FOLDER/x.eml` at any depth. The mailbox is the outermost part that is an address; where there is none, the
 * outermost part of all, unless that is plainly a folder's name ("Sent/x.eml"). `root` helps where it is itself a mailbox.
 * `mailbox` is given where the configuration says whose all this is: every part that is no address is a folder then.
 */
export function placeOf(root: string, folders: readonly string[], mailbox?: string): Place {
	const named = folders.findIndex(isAddress);
	if (mailbox !== undefined) {
		const above = named === -1 && isFolderName(basename(root)) ? [basename(root)] : [];
		return { mailbox, folder: [...above, ...folders.slice(named + 1)].join("/") };
	}
	if (named !== -1) return { mailbox: normal(folders[named]), folder: folders.slice(named + 1).join("/") };
	const name = basename(root);
	if (isAddress(name)) return { mailbox: normal(name), folder: folders.join("/") };
	const above = basename(dirname(root));
	if (isFolderName(name) && isAddress(above)) {
		return { mailbox: normal(above), folder: [name, ...folders].join("/") };
	}
	const [first = "", ...others] = folders;
	if (isFolderName(first)) return { mailbox: "", folder: folders.join("/") };
	return { mailbox: first, folder: others.join("/") };
}

function isAddress(name: string): boolean {
	return /^[^@\s]+@[^@\s]+\.[^@\s]+$/u.test(name);
}

function isFolderName(name: string): boolean {
	return FOLDER_NAMES.test(name) || isLeftOut(name);
}

function normal(name: string | undefined): string {
	return (name ?? "").toLowerCase();
}
