/** Files that hold other files: zip archives and winmail.dat. What is in them is read like what is attached itself. */
import type { Budget } from "../budget.ts";
import { isTnef } from "../documents/kinds.ts";
import { isArchive } from "../documents/zipped.ts";
import { CONTAINERS_MAX_DEPTH } from "../limits.ts";
import type { MimeFile } from "../mime.ts";

/** What was in a container, with `notes` on what was left out; or why it could not be opened. */
export type Opened =
	| {
			readonly files: readonly MimeFile[];
			/** The message's own text, where winmail.dat holds it. */
			readonly body?: { readonly plain?: string; readonly html?: string };
			readonly notes: readonly string[];
	  }
	| { readonly notInspected: string };

/** Undefined where the file is no container. `depth` counts the containers around it. Never throws. */
export async function openContainer(file: MimeFile, depth: number, budget: Budget): Promise<Opened | undefined> {
	const { bytes, name = "" } = file;
	const archive = isArchive(bytes, name);
	if (!archive && !isTnef(bytes)) return undefined;
	if (depth >= CONTAINERS_MAX_DEPTH) return { notInspected: "an archive inside too many others" };
	try {
		if (archive) return (await import("./archive.ts")).openArchive(bytes, budget);
		return (await import("./tnef.ts")).openTnef(bytes, budget);
	} catch {
		return { notInspected: archive ? "a broken archive" : "a broken winmail.dat container" };
	}
}

/** Takes a file of that size from the budget; false where there is no room for it. */
export function takeRoom(bytes: number, budget: Budget): boolean {
	if (budget.unpackedFiles <= 0 || budget.unpackedBytes < bytes) return false;
	budget.unpackedFiles--;
	budget.unpackedBytes -= bytes;
	return true;
}
