/**
 * Watches a Maildir or a folder of .eml files, as IMAP mailboxes are watched. Files have no numbers, so that there is
 * no cursor: at each start everything is read again, and the store knows what it has. For the demo and for servers
 * whose mail lies on the same machine.
 */
import { type FSWatcher, watch } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { CandourError } from "../../errors.ts";
import type { Found } from "../source.ts";
import { placeOf } from "./export-place.ts";
import { isLeftOut } from "./left-out-folders.ts";
import { mustBeReadable } from "./mail-folder.ts";
import { findMaildirFolders, flagsOf, isMaildir, messagesOf } from "./maildir.ts";
import { readMessageFile } from "./message-file.ts";
import { pauseUnless, type WatchHandlers, type WatchRequest } from "./watch.ts";

export interface FolderWatchOptions {
	/** The mailbox's address, where the path is one mailbox's. */
	readonly mailbox?: string;
	/** How often it is looked at where the system tells of no change (network drives). */
	readonly pollMs?: number;
}

const POLL_MS = 30_000;
/** Changes come in bursts: a file is made, written, renamed. */
const BURST_MS = 100;
const BATCH = 50;

interface Listed {
	readonly path: string;
	/** The same under whatever flags a Maildir file is renamed to; another when an .eml file is written anew. */
	readonly key: string;
	readonly mailbox: string;
	readonly folder: string;
	readonly maildir: boolean;
}

/** Watches until the signal is given; resolves then. */
export async function watchFolder(
	path: string,
	request: Omit<WatchRequest, "cursorOf">,
	handlers: WatchHandlers,
	signal: AbortSignal,
	options: FolderWatchOptions = {},
): Promise<void> {
	const seen = new Set<string>();
	const bell = createBell(path, signal);
	let told = "";
	while (!signal.aborted) {
		const failure = await mustBeReadable(path).catch((error: CandourError) => error);
		if (failure !== undefined) {
			const retryInMs = options.pollMs ?? POLL_MS;
			handlers.onState?.({ kind: "failed", folder: "", error: failure, retryInMs });
			told = "";
			await bell.rings(retryInMs);
			continue;
		}
		bell.listen();
		const { files, leftOut } = await list(path, options.mailbox);
		const fresh = files.filter(({ key }) => !seen.has(key));
		let failed = false;
		for (const [folder, group] of byFolder(fresh)) {
			for (let at = 0; at < group.length && !signal.aborted && !failed; at += BATCH) {
				failed = !(await readBatch(path, folder, group.slice(at, at + BATCH), seen, request, handlers));
			}
			if (!failed) handlers.onState?.({ kind: "caught-up", folder });
		}
		const read = [...new Set(files.map(({ folder }) => folder))].sort();
		const now = JSON.stringify([read, leftOut]);
		if (now !== told) handlers.onState?.({ kind: "folders", read, leftOut, missing: [] });
		told = now;
		await bell.rings(failed ? RETRY_MS : (options.pollMs ?? POLL_MS));
	}
	bell.close();
}

const RETRY_MS = 2_000;

/** False where it could not be stored; the files then come again. */
async function readBatch(
	root: string,
	folder: string,
	batch: readonly Listed[],
	seen: Set<string>,
	{ admit }: Omit<WatchRequest, "cursorOf">,
	handlers: WatchHandlers,
): Promise<boolean> {
	const found: Found[] = [];
	const done: string[] = [];
	for (const { path, key, mailbox, maildir } of batch) {
		const at = { mailbox, folder, file: relative(root, path) };
		const entry = await readMessageFile(path, at, admit, { datedByFile: maildir });
		// Renamed or removed since the list was made: the next look finds it under its new name, or not at all.
		if (entry.kind === "unreadable" && entry.reason.includes("ENOENT")) continue;
		found.push(entry);
		done.push(key);
	}
	try {
		if (found.length > 0) await handlers.onBatch(folder, found, undefined);
	} catch (error) {
		const failure =
			error instanceof CandourError
				? error
				: new CandourError("STORE_UNREACHABLE", "What was read could not be stored.", {
						remedy: "Candour tries again by itself.",
						transient: true,
						cause: error,
					});
		handlers.onState?.({ kind: "failed", folder, error: failure, retryInMs: RETRY_MS });
		return false;
	}
	for (const key of done) seen.add(key);
	return true;
}

async function list(root: string, mailbox?: string) {
	const files: Listed[] = [];
	const leftOut = new Map<string, number>();
	const add = (entry: Listed, aside: boolean) => {
		if (aside) leftOut.set(entry.folder, (leftOut.get(entry.folder) ?? 0) + 1);
		else files.push(entry);
	};
	const maildirs = await findMaildirFolders(root, mailbox);
	for (const folder of maildirs) {
		for (const name of await messagesOf(folder.path)) {
			const flags = flagsOf(name);
			const key = join(folder.path, name.replace(/^(cur|new)\//u, "").replace(/:2,.*$/u, ""));
			add(
				{ path: join(folder.path, name), key, mailbox: folder.mailbox, folder: folder.folder, maildir: true },
				isLeftOut(folder.folder) || /[DT]/u.test(flags),
			);
		}
	}
	if (maildirs.length === 0 && !(await isMaildir(root))) {
		const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
		for (const entry of entries) {
			if (!entry.isFile() || !/\.eml$/iu.test(entry.name)) continue;
			const folders = relative(root, entry.parentPath).split("/").filter(Boolean);
			const place = placeOf(root, folders, mailbox);
			const path = join(entry.parentPath, entry.name);
			// Whoever puts it here may not be done writing; then it comes again when it is whole.
			const { size, mtimeMs } = await stat(path).catch(() => ({ size: 0, mtimeMs: 0 }));
			add(
				{
					path,
					key: `${path} ${size} ${mtimeMs}`,
					mailbox: place.mailbox,
					folder: place.folder,
					maildir: false,
				},
				isLeftOut(place.folder),
			);
		}
	}
	return { files, leftOut: [...leftOut].map(([folder, count]) => ({ folder, count })) };
}

function byFolder(files: readonly Listed[]): ReadonlyMap<string, readonly Listed[]> {
	return Map.groupBy(files, ({ folder }) => folder);
}

/** Rings a moment after something changed below the path. Looking again and again covers what it does not hear. */
function createBell(path: string, signal: AbortSignal) {
	let changed = false;
	let wake = () => {};
	let watcher: FSWatcher | undefined;
	return {
		/** Where it does not listen yet: the folder may have come later. */
		listen: (): void => {
			if (watcher !== undefined) return;
			try {
				watcher = watch(path, { recursive: true }, () => {
					changed = true;
					wake();
				});
				watcher.on("error", () => watcher?.close());
			} catch {
				// The system cannot watch here; the poll remains.
			}
		},
		rings: async (milliseconds: number): Promise<void> => {
			if (!changed) {
				const heard = new AbortController();
				wake = () => heard.abort();
				await pauseUnless(AbortSignal.any([signal, heard.signal]), milliseconds);
			}
			if (changed) await pauseUnless(signal, BURST_MS);
			changed = false;
		},
		close: () => watcher?.close(),
	};
}
