/** How long, how often, how many: the numbers of all queues in one place. */
import type { DefaultJobOptions } from "bullmq";

const SECOND_MS = 1_000;
const DAY_S = 86_400;

/** 1, 2, 4 … 128 seconds: about four minutes in all, after which the store's own lists take over. */
const ATTEMPTS = 9;
const FIRST_RETRY_MS = SECOND_MS;

export const KEPT_DONE = { count: 500, age: DAY_S };
/** The only record that something was given up on. */
export const KEPT_FAILED = { count: 500, age: 7 * DAY_S };
export const KEPT_EVENTS = 1_000;

export const JOB_DEFAULTS: DefaultJobOptions = {
	attempts: ATTEMPTS,
	backoff: { type: "exponential", delay: FIRST_RETRY_MS, jitter: 0.2 },
	removeOnComplete: KEPT_DONE,
	removeOnFail: KEPT_FAILED,
	stackTraceLimit: 1,
};

export interface WorkerTimes {
	/** A job whose worker has not been heard of for so long is given to another. */
	readonly lockMs: number;
	/** How often that is looked for. */
	readonly stalledCheckMs: number;
}

/** Judging a large thread may keep the processor for seconds, and the lock is renewed in the same thread. */
export const WORKER_TIMES: WorkerTimes = { lockMs: 120 * SECOND_MS, stalledCheckMs: 30 * SECOND_MS };

/** A job is set aside when so many workers died with it: it may be what kills them. */
export const MAX_STALLS = 5;
