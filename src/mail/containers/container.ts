/** Files that hold other files: zip archives and winmail.dat. What is in them is read like what is attached itself. */
import type { Budget } from "../budget.ts";
import { isTnef } from "../documents/kinds.ts";
import { isArchive } from "../documents/zipped.ts";
import { CONTAINERS_MAX_DEPTH } from "../limits.ts";
import type { MimeFile } from "../mime.ts";
import type { Opened } from "./opened.ts";

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
