/** Where the queues live. The storage configuration alone decides; whoever uses a queue cannot tell. */
import { createPostgresBackend, Queue, type QueueOptions, runMigrations, Worker, type WorkerOptions } from "bullmq";
import { Redis } from "ioredis";
import { Pool } from "pg";
import type { StorageConfig } from "../config/council.ts";
import { CandourError } from "../errors.ts";
import { storeError } from "../store/errors.ts";
import { type Engine, surviveDrops } from "../store/open.ts";
import { endsWithin } from "../within-time.ts";
import { inTransaction, poolOver } from "./pglite-pool.ts";

type Processor = (job: {
	readonly id?: string;
	readonly data: unknown;
	readonly attemptsMade: number;
}) => Promise<void>;

export interface Backend {
	readonly kind: "embedded" | "postgres" | "redis";
	/** What an administrator should mend, in sentences. */
	readonly warnings: readonly string[];
	queue(name: string, options: Omit<QueueOptions, "connection">): Queue;
	worker(name: string, processor: Processor, options: Omit<WorkerOptions, "connection">): Worker;
	close(): Promise<void>;
}

/** Each worker keeps one connection for itself to listen on; the rest serve the queries. */
const POOL_CONNECTIONS = 16;
const CONNECT_TIMEOUT_MS = 10_000;
const CLOSE_MS = 5_000;
const SEARCH_PATH = "bullmq";

/**
 * Opens the queues' backend and sets up what it needs there.
 * @throws CandourError QUEUE_UNREACHABLE, or the store's errors where the queues live in the store
 */
export async function openBackend(storage: StorageConfig, engine: Engine): Promise<Backend> {
	if (storage.kind === "server" && storage.queue !== undefined) return openRedis(storage.queue);
	try {
		if (engine.kind === "server") return await openPostgres(engine.url);
		const { database } = engine;
		await inTransaction(database, (session) => runMigrations(session));
		await database.exec(`SET search_path TO ${SEARCH_PATH}`);
		return overPool("embedded", poolOver(database));
	} catch (error) {
		throw storeError(error);
	}
}

async function openPostgres(url: string): Promise<Backend> {
	const pool = new Pool({
		connectionString: url,
		max: POOL_CONNECTIONS,
		connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
		keepAlive: true,
		application_name: "candour-queue",
		options: `-c search_path=${SEARCH_PATH}`,
	});
	surviveDrops(pool);
	// Every queue and worker listens to the pool's errors.
	pool.setMaxListeners(0);
	const client = await pool.connect().catch(async (error: unknown) => {
		await pool.end();
		throw error;
	});
	try {
		await runMigrations(client);
	} finally {
		client.release();
	}
	return overPool("postgres", pool);
}

function overPool(kind: "embedded" | "postgres", pool: ReturnType<typeof poolOver> | Pool): Backend {
	const connection = pool as ReturnType<typeof poolOver>;
	return {
		kind,
		warnings: [],
		queue: (name, options) => new Queue(name, { ...options, connection }, createPostgresBackend) as unknown as Queue,
		worker: (name, processor, options) =>
			new Worker(name, processor, { ...options, connection }, createPostgresBackend) as unknown as Worker,
		close: async () => {
			await endsWithin(pool.end(), CLOSE_MS);
		},
	};
}

async function openRedis(url: string): Promise<Backend> {
	const policy = await evictionPolicy(url);
	const warnings =
		policy === "noeviction"
			? []
			: [
					policy === undefined
						? "Redis does not tell its maxmemory-policy; make sure that it is noeviction, or jobs may vanish."
						: `Redis may drop jobs when its memory is full: set its maxmemory-policy to noeviction (it is ${policy}).`,
				];
	return {
		kind: "redis",
		warnings,
		// A producer fails at once while Redis is away, and the outbox tries again; a worker waits for it to come back.
		queue: (name, options) =>
			new Queue(name, { ...options, connection: { url, maxRetriesPerRequest: 1, enableOfflineQueue: true } }),
		worker: (name, processor, options) =>
			new Worker(name, processor, { ...options, connection: { url, maxRetriesPerRequest: null } }),
		close: async () => undefined,
	};
}

/** Asks Redis once, which also proves that it is there. Undefined where it won't say (some hosts forbid CONFIG). */
async function evictionPolicy(url: string): Promise<string | undefined> {
	const redis = new Redis(url, {
		lazyConnect: true,
		connectTimeout: CONNECT_TIMEOUT_MS,
		maxRetriesPerRequest: 0,
		retryStrategy: () => null,
	});
	let last: unknown;
	redis.on("error", (error) => {
		last = error;
	});
	try {
		await redis.connect();
		await redis.ping();
	} catch (error) {
		redis.disconnect();
		const refused = /NOAUTH|WRONGPASS/.test(String(last ?? error));
		throw new CandourError(
			"QUEUE_UNREACHABLE",
			refused ? "Redis refused the login." : "The queue's Redis cannot be reached.",
			{
				remedy: "Check storage.queue, and that Redis runs and can be reached from here.",
				transient: !refused,
				cause: error,
			},
		);
	}
	try {
		const [, policy] = (await redis.config("GET", "maxmemory-policy")) as string[];
		return policy;
	} catch {
		return undefined;
	} finally {
		redis.disconnect();
	}
}
