import { fsyncSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { CandourError } from "../errors.ts";
import { storeDamaged, storeError } from "./errors.ts";

/**
 * PGlite's own settings, but with fsync on (it comes with -F), by the call that can be reached from here, and with a
 * smaller cache: its 128 MB are resident from the start, and the system's own cache holds the files anyway.
 */
const START_PARAMS: readonly string[] = [
	...PGlite.defaultStartParams.filter((param) => param !== "-F"),
	"-c",
	"wal_sync_method=fsync",
	"-c",
	"shared_buffers=32MB",
];

/** The parts of Emscripten's file system that `syncFiles` needs. */
interface EmscriptenFiles {
	readonly FS: {
		lookupPath(path: string): {
			readonly node: {
				readonly mount: { readonly type: { readonly stream_ops: Record<string, unknown> } };
			};
		};
	};
}

/**
 * Opens PostgreSQL in this process, its files below `directory`. The caller holds the directory's lock.
 * @throws CandourError DISK_FULL, STORE_DAMAGED
 */
export async function openEmbedded(directory: string): Promise<PGlite> {
	const dataDir = join(directory, "postgres");
	try {
		mkdirSync(dataDir, { recursive: true, mode: 0o700 });
		const database = new PGlite({ dataDir, startParams: [...START_PARAMS] });
		await database.waitReady;
		syncFiles(database);
		return database;
	} catch (error) {
		const typed = storeError(error);
		throw typed instanceof CandourError ? typed : storeDamaged(error);
	}
}

/**
 * Emscripten's view of the disk has no fsync: PostgreSQL asks for it, and nothing happens. A killed process loses
 * nothing by that, the kernel has it all, but a power cut would. So the call is put in.
 */
function syncFiles(database: PGlite): void {
	const { FS } = database.Module as unknown as EmscriptenFiles;
	const operations = FS.lookupPath(PGlite.paths.PGDATA).node.mount.type.stream_ops;
	operations.fsync = (stream: { readonly nfd: number }) => {
		fsyncSync(stream.nfd);
		return 0;
	};
}
