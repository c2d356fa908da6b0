import type { PGlite } from "@electric-sql/pglite";
import { Pool } from "pg";
import type { StorageConfig } from "../config/council.ts";
import { CandourError } from "../errors.ts";
import { lockDirectory } from "../lock.ts";
import { endsWithin } from "../within-time.ts";
import { overPGlite, overPool } from "./drizzle.ts";
import { openEmbedded } from "./embedded.ts";
import { storeError } from "./errors.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations/index.ts";
import type { Db } from "./schema.ts";

/** What the queues may build on: the same database, where there is no Redis. */
export type Engine =
	| { readonly kind: "embedded"; readonly database: PGlite }
	| { readonly kind: "server"; readonly url: string };

export interface Store {
	readonly db: Db;
	readonly engine: Engine;
	/** Version of the schema, for the health page. */
	readonly schemaVersion: number;
	/** Throws the typed error where the database does not answer. */
	ping(): Promise<void>;
	close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 10_000;
const POOL_CONNECTIONS = 8;
/** A closing that takes longer will not happen any more; the data is safe without it. */
const CLOSE_MS = 10_000;

/**
 * Opens the store that the configuration names, and brings its schema up to date.
 * @throws CandourError STORE_LOCKED, STORE_UNREACHABLE, STORE_DAMAGED, DISK_FULL
 */
export async function openStore(storage: StorageConfig): Promise<Store> {
	return storage.kind === "embedded" ? openDirectory(storage.directory) : openServer(storage.database);
}

async function openDirectory(directory: string): Promise<Store> {
	const lock = lockDirectory(directory);
	try {
		const database = await openEmbedded(directory);
		const close = async () => {
			await endsWithin(database.close(), CLOSE_MS);
			lock.release();
		};
		const db = overPGlite(database) as unknown as Db;
		return await ready(db, { kind: "embedded", database }, close);
	} catch (error) {
		lock.release();
		throw error;
	}
}

async function openServer(url: string): Promise<Store> {
	const pool = new Pool({
		connectionString: url,
		max: POOL_CONNECTIONS,
		connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
		keepAlive: true,
		application_name: "candour",
	});
	surviveDrops(pool);
	const db = overPool(pool) as unknown as Db;
	return ready(db, { kind: "server", url }, async () => {
		await endsWithin(pool.end(), CLOSE_MS);
	});
}

/**
 * A connection that drops is replaced at the next query; without listeners its error would end the process. The pool
 * listens to idle connections only: one that drops in the midst of a transaction, between two queries, needs its own.
 */
export function surviveDrops(pool: Pool): void {
	pool.on("error", () => undefined);
	pool.on("connect", (client) => client.on("error", () => undefined));
}

async function ready(db: Db, engine: Engine, close: () => Promise<void>): Promise<Store> {
	try {
		const schemaVersion = await migrate(db, migrations);
		return { db, engine, schemaVersion, ping: () => ping(db), close };
	} catch (error) {
		await close().catch(() => undefined);
		const typed = storeError(error);
		if (typed instanceof CandourError) throw typed;
		throw new CandourError("STORE_UNREACHABLE", "Candour's tables could not be set up in the database.", {
			remedy: "Check that the database's user may create a schema in it.",
			cause: error,
		});
	}
}

async function ping(db: Db): Promise<void> {
	try {
		await db.execute("SELECT 1");
	} catch (error) {
		throw storeError(error);
	}
}
