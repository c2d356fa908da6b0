/** One process at a time may use a storage directory. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CandourError } from "./errors.ts";
import { storeError } from "./store/errors.ts";

const LOCK_FILE = "candour.lock";
const HOLDER_FILE = "candour.pid";
const SQLITE_BUSY = 5;

export interface DirectoryLock {
	release(): void;
}

/**
 * Locks the directory, which is created where it is missing.
 *
 * The lock is one of the operating system (through SQLite's file locking, the only one that Node brings along): it
 * ends with its process however that dies, so that there is no stale lock to guess about, no reused process number,
 * and it also holds between containers that share the directory. The pid file beside it only serves the message.
 * @throws CandourError STORE_LOCKED where another process, or this one, holds it; DISK_FULL
 */
export function lockDirectory(directory: string): DirectoryLock {
	let database: DatabaseSync;
	try {
		mkdirSync(directory, { recursive: true, mode: 0o700 });
		database = new DatabaseSync(join(directory, LOCK_FILE));
	} catch (error) {
		throw notUsable(directory, error);
	}
	try {
		database.exec("PRAGMA locking_mode = EXCLUSIVE");
		database.exec("BEGIN EXCLUSIVE");
	} catch (error) {
		database.close();
		if ((error as { errcode?: number }).errcode === SQLITE_BUSY) throw locked(directory);
		throw notUsable(directory, error);
	}
	try {
		writeFileSync(join(directory, HOLDER_FILE), `${process.pid}\n`);
	} catch (error) {
		database.close();
		throw notUsable(directory, error);
	}
	return {
		release: () => {
			if (database.isOpen) database.close();
		},
	};
}

function locked(directory: string): CandourError {
	const holder = holderOf(directory);
	return new CandourError(
		"STORE_LOCKED",
		`Another Candour is using ${directory}${holder === undefined ? "" : ` (process ${holder})`}.`,
		{ remedy: "Stop it first, or give this one a storage directory of its own.", transient: true },
	);
}

function holderOf(directory: string): number | undefined {
	try {
		const pid = Number.parseInt(readFileSync(join(directory, HOLDER_FILE), "utf8"), 10);
		return Number.isInteger(pid) ? pid : undefined;
	} catch {
		return undefined;
	}
}

function notUsable(directory: string, error: unknown): unknown {
	const typed = storeError(error);
	if (typed instanceof CandourError) return typed;
	return new CandourError("STORE_UNREACHABLE", `The storage directory ${directory} cannot be written to.`, {
		remedy: "Check that it exists and that the user who runs Candour may write to it.",
		cause: error,
	});
}
