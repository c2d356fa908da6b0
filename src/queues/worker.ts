/** One worker of a queue: errors sorted into "again" and "never", its death noticed, its end bounded. */
import { UnrecoverableError } from "bullmq";
import { CandourError } from "../errors.ts";
import { storeError } from "../store/errors.ts";
import { endsWithin } from "../within-time.ts";
import type { Backend } from "./backends.ts";
import type { JobOf, QueueName } from "./jobs.ts";
import { KEPT_DONE, KEPT_FAILED, MAX_STALLS, WORKER_TIMES, type WorkerTimes } from "./settings.ts";

export interface WorkerEvents {
	/** An error that no job can be blamed for, such as a lost connection. */
	onError(error: unknown): void;
	/** A job failed, for good where `last`; `because` is an error code or kind. */
	onFailed(job: { readonly id: string; readonly kind: string; readonly because: string; readonly last: boolean }): void;
	/** The worker stopped by itself. Nothing in this process will start it again. */
	onDead(): void;
}

export interface RunningWorker {
	readonly name: QueueName;
	readonly running: boolean;
	ready(): Promise<void>;
	/** Lets the jobs in hand end, for so long; then leaves them to be found stalled. */
	stop(graceMs: number): Promise<void>;
}

const LIFE_CHECK_MS = 10_000;
const PAUSE_MS = 1_000;
const CLOSE_MS = 5_000;

/** Starts a worker for a queue. `handle` must stand being called twice for one job. */
export function startWorker<Name extends QueueName>(
	backend: Backend,
	name: Name,
	handle: (job: JobOf<Name>) => Promise<void>,
	events: WorkerEvents,
	options: { readonly concurrency?: number; readonly times?: WorkerTimes } = {},
): RunningWorker {
	const { concurrency = 1, times = WORKER_TIMES } = options;
	const inHand = new Set<Promise<void>>();
	const process = (data: unknown): Promise<void> => {
		const work = handled(() => handle(data as JobOf<Name>));
		inHand.add(work);
		void work.catch(() => undefined).finally(() => inHand.delete(work));
		return work;
	};
	const worker = backend.worker(name, (job) => process(job.data), {
		concurrency,
		lockDuration: times.lockMs,
		stalledInterval: times.stalledCheckMs,
		maxStalledCount: MAX_STALLS,
		removeOnComplete: KEPT_DONE,
		removeOnFail: KEPT_FAILED,
	});
	let stopping = false;
	worker.on("error", events.onError);
	worker.on("failed", (job, error) => {
		if (job === undefined) return;
		// A job that goes back to the queue has no end yet.
		const last = job.finishedOn !== undefined;
		events.onFailed({ id: job.id ?? "", kind: job.name, because: error.message, last });
	});
	const died = () => {
		if (stopping) return;
		stopping = true;
		clearInterval(lifeCheck);
		events.onDead();
	};
	worker.on("closed", died);
	// A worker has been seen to end its loop after a lost connection while its process lived on, for days.
	const lifeCheck = setInterval(() => {
		if (!worker.isRunning()) died();
	}, LIFE_CHECK_MS);
	lifeCheck.unref();
	return {
		name,
		get running() {
			return worker.isRunning();
		},
		ready: async () => {
			await worker.waitUntilReady();
		},
		stop: async (graceMs) => {
			stopping = true;
			clearInterval(lifeCheck);
			// Not close() alone: it waits for jobs without end, and once it waits it can't be told to stop waiting.
			await endsWithin(worker.pause(true), PAUSE_MS);
			const ended = await endsWithin(Promise.allSettled(inHand), graceMs);
			await endsWithin(worker.close(!ended), CLOSE_MS);
		},
	};
}

/**
 * What BullMQ keeps of an error is stored in clear and shown in lists, and a database driver quotes the query's
 * parameters in it. So only the code, or the kind, of an error goes on.
 */
async function handled(work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		const typed = storeError(error);
		if (typed instanceof CandourError) {
			throw typed.transient ? new Error(typed.code) : new UnrecoverableError(typed.code);
		}
		throw new Error(error instanceof Error ? error.name : "unknown fault");
	}
}
