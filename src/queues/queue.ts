/** One queue, as the program uses it: typed jobs in, numbers and failed jobs out. */
import type { Queue } from "bullmq";
import { storeError } from "../store/errors.ts";
import type { Backend } from "./backends.ts";
import type { FailedJob, JobOf, QueueName } from "./jobs.ts";
import { JOB_DEFAULTS, KEPT_EVENTS } from "./settings.ts";

/** When a repeated job runs: every so many milliseconds, or by a cron pattern in a time zone. */
type Repeat = { readonly everyMs: number } | { readonly pattern: string; readonly timezone: string };

export interface JobQueue<Name extends QueueName> {
	/** Adds a job under its id; one that is there, or was done lately, under the same id stays as it is. */
	add(job: JobOf<Name>, options: { readonly id: string; readonly delayMs?: number }): Promise<void>;
	/** Sets up a repeated job, or puts it right; call it on start and now and then. */
	schedule(id: string, job: JobOf<Name>, repeat: Repeat): Promise<void>;
	counts(): Promise<Readonly<Record<string, number>>>;
	/** The newest jobs that failed for good. */
	failed(limit: number): Promise<readonly FailedJob[]>;
	close(): Promise<void>;
}

/** Opens a queue; `onError` is told of errors that no call can be blamed for. */
export function openQueue<Name extends QueueName>(
	backend: Backend,
	name: Name,
	onError: (error: unknown) => void,
): JobQueue<Name> {
	const queue: Queue = backend.queue(name, {
		defaultJobOptions: JOB_DEFAULTS,
		streams: { events: { maxLen: KEPT_EVENTS } },
	});
	// Without a listener an "error" event ends the process.
	queue.on("error", onError);
	const typed = async <Result>(call: () => Promise<Result>): Promise<Result> => {
		try {
			return await call();
		} catch (error) {
			throw storeError(error);
		}
	};
	return {
		add: async (job, { id, delayMs }) => {
			await typed(() => queue.add(job.kind, job, { jobId: id, ...(delayMs === undefined ? {} : { delay: delayMs }) }));
		},
		schedule: async (id, job, repeat) => {
			const options =
				"everyMs" in repeat ? { every: repeat.everyMs } : { pattern: repeat.pattern, tz: repeat.timezone };
			await typed(() => queue.upsertJobScheduler(id, options, { name: job.kind, data: job }));
		},
		counts: () => typed(() => queue.getJobCounts("waiting", "active", "delayed", "failed")),
		failed: async (limit) => {
			const jobs = await typed(() => queue.getFailed(0, limit - 1));
			return jobs.map((job) => ({
				queue: name,
				id: job.id ?? "",
				kind: job.name,
				because: job.failedReason,
				attempts: job.attemptsMade,
				...(job.finishedOn === undefined ? {} : { failedAt: new Date(job.finishedOn) }),
			}));
		},
		close: () => queue.close(),
	};
}
