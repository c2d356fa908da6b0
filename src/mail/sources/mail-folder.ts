/** What `maildir:` of a configured mailbox names: a Maildir, or a folder of .eml files. */
import { readdir } from "node:fs/promises";
import { CandourError } from "../../errors.ts";
import type { Source } from "../source.ts";
import { openEmlFolder } from "./eml-folder.ts";
import { findMaildirFolders, isMaildir, openMaildir } from "./maildir.ts";

export type MailFolderKind = "maildir" | "eml";

/**
 * Which of the two lies at `path`, which is absolute. Looked at anew each time, because mail may be put there later.
 * @throws CandourError SOURCE_UNREADABLE where there is no such folder, or it is closed to us
 */
export async function mailFolderKind(path: string): Promise<MailFolderKind> {
	await mustBeReadable(path);
	return (await isMaildir(path)) || (await findMaildirFolders(path)).length > 0 ? "maildir" : "eml";
}

/** Opens it for an audit. All of its mail counts as `mailbox`'s. */
export function openMailFolder(path: string, options: { readonly mailbox: string; readonly journal: boolean }): Source {
	const opened = async () =>
		(await mailFolderKind(path)) === "maildir" ? openMaildir(path, options) : openEmlFolder(path, options);
	return {
		name: options.mailbox,
		journal: options.journal,
		read: async function* (range, admit) {
			yield* (await opened()).read(range, admit);
		},
		count: async (range) => (await (await opened()).count?.(range)) ?? 0,
		close: async () => undefined,
	};
}

const CORRECT_PATH = "Correct maildir: in council.yaml; a relative path starts where council.yaml lies.";

/**
 * A folder that is missing or closed to us looks like one without mail, and must not pass for one.
 * @throws CandourError SOURCE_UNREADABLE
 */
export async function mustBeReadable(path: string): Promise<void> {
	try {
		await readdir(path);
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : undefined;
		const [what, remedy] =
			code === "ENOENT"
				? [`There is no folder ${path}.`, CORRECT_PATH]
				: code === "ENOTDIR"
					? [`${path} is a file, not a folder of mail.`, CORRECT_PATH]
					: [`The folder ${path} cannot be opened.`, "Check that Candour may read it."];
		throw new CandourError("SOURCE_UNREADABLE", what, { remedy, cause: error });
	}
}
