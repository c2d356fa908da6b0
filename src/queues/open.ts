import type { StorageConfig } from "../config/council.ts";
import type { Engine } from "../store/open.ts";
import { type Backend, openBackend } from "./backends.ts";
import { type FailedJob, type JobOf, QUEUE_NAMES, type QueueName } from "./jobs.ts";
import { type JobQueue, openQueue } from "./queue.ts";
import { type RunningWorker, startWorker, type WorkerEvents } from "./worker.ts";

/** All queues of one installation. */
export interface Queues {
	readonly kind: Backend["kind"];
	/** What an administrator should mend, in sentences. */
	readonly warnings: readonly string[];
	readonly ingest: JobQueue<"ingest">;
	readonly audit: JobQueue<"audit">;
	readonly alerts: JobQueue<"alerts">;
	readonly reports: JobQueue<"reports">;
	/** A queue of its own: an hour's audit must hold up neither what arrives nor the digest. */
	readonly runs: JobQueue<"runs">;
	work<Name extends QueueName>(
		name: Name,
		handle: (job: JobOf<Name>) => Promise<void>,
		events: WorkerEvents,
		concurrency?: number,
	): RunningWorker;
	counts(): Promise<Readonly<Record<QueueName, Readonly<Record<string, number>>>>>;
	/** Jobs that failed for good, of all queues. */
	failed(limit: number): Promise<readonly FailedJob[]>;
	close(): Promise<void>;
}

/** Opens the queues where the storage configuration says. @throws what `openBackend` throws */
export async function openQueues(
	storage: StorageConfig,
	engine: Engine,
	onError: (error: unknown) => void,
): Promise<Queues> {
	const backend = await openBackend(storage, engine);
	const queues = {
		ingest: openQueue(backend, "ingest", onError),
		audit: openQueue(backend, "audit", onError),
		alerts: openQueue(backend, "alerts", onError),
		reports: openQueue(backend, "reports", onError),
		runs: openQueue(backend, "runs", onError),
	};
	return {
		kind: backend.kind,
		warnings: backend.warnings,
		...queues,
		work: (name, handle, events, concurrency = 1) => startWorker(backend, name, handle, events, { concurrency }),
		counts: async () => {
			const counts = await Promise.all(QUEUE_NAMES.map(async (name) => [name, await queues[name].counts()] as const));
			return Object.fromEntries(counts) as Record<QueueName, Record<string, number>>;
		},
		failed: async (limit) => (await Promise.all(QUEUE_NAMES.map((name) => queues[name].failed(limit)))).flat(),
		close: async () => {
			await Promise.allSettled(QUEUE_NAMES.map((name) => queues[name].close()));
			await backend.close();
		},
	};
}
