/** Reads raw messages into facts in worker threads, each under a time limit, so that one message can hold up nothing. */
import { availableParallelism } from "node:os";
import type { Found, Source } from "../mail/source.ts";
import { type Batch, type BatchResult, batchLength, packTasks, unpackResults } from "./batch.ts";
import type { ReadingWith, ReadResult, ReadTask } from "./read-message.ts";

/** A message that takes longer is listed as unreadable; 50 MB of attachments take about a tenth of it. */
export const READ_LIMIT_MS = 60_000;

/** A thread whose heap is bounded collects at 40 MB instead of 90; the largest messages need a quarter of this. */
const THREAD_HEAP_MB = 512;
/** A third of it is used at a time. With 24 a thread took 12 MB more and was no faster. */
const THREAD_YOUNG_MB = 6;
/** Each takes about 50 MB, and one thread that fetches mail cannot feed more of them. */
const MOST_THREADS = 4;
/** To start a thread costs as much as reading some hundred messages: a short wait for mail must not end one. */
const IDLE_MS = 10_000;

export interface ReaderOptions extends ReadingWith {
	/** Mailboxes whose journal reports are believed. */
	readonly journals: readonly string[];
	readonly threads?: number;
	/** Starts all threads at once, and not when there is work for them. */
	readonly startAll?: boolean;
	readonly limitMs?: number;
}

export interface Reader {
	read(found: Extract<Found, { kind: "message" }>, source: Pick<Source, "journal">): Promise<ReadResult>;
	close(): Promise<void>;
}

/** A message that waits for a thread. */
interface Waiting {
	readonly task: ReadTask;
	readonly settle: (result: ReadResult) => void;
}

export async function createReader({
	journals,
	threads = Math.max(1, Math.min(availableParallelism(), MOST_THREADS)),
	startAll = false,
	limitMs = READ_LIMIT_MS,
	...reading
}: ReaderOptions): Promise<Reader> {
	const { Piscina } = await import("piscina");
	const pool = new Piscina<Batch, BatchResult>({
		filename: new URL("./read-worker.ts", import.meta.url).href,
		workerData: reading,
		minThreads: startAll ? threads : 1,
		maxThreads: threads,
		idleTimeout: IDLE_MS,
		// One batch at a time: a time limit ends the whole thread, and must not take another batch along.
		concurrentTasksPerWorker: 1,
		// Left to itself V8 lets short-lived objects take up to 128 MB in each thread, for no speed that could be measured.
		resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB, maxYoungGenerationSizeMb: THREAD_YOUNG_MB },
	});
	const queue: Waiting[] = [];
	let busy = 0;
	let filling = false;

	/** A batch in which one message stuck or broke the thread is read again one by one, so that only that one is lost. */
	const readBatch = async (batch: readonly Waiting[]): Promise<void> => {
		try {
			const packed = packTasks(batch.map(({ task }) => task));
			const signal = AbortSignal.timeout(limitMs);
			const results = unpackResults(await pool.run(packed, { signal, transferList: [packed.raw.buffer] }));
			for (const [index, { settle }] of batch.entries()) settle(results[index] ?? FAILED);
		} catch (error) {
			if (batch.length > 1) for (const one of batch) await readBatch([one]);
			else batch[0]?.settle(isTimeout(error) ? tooSlow(limitMs) : FAILED);
		}
	};
	const fill = (): void => {
		filling = false;
		while (busy < threads && queue.length > 0) {
			busy += 1;
			void readBatch(queue.splice(0, batchLength(queue, threads - busy + 1))).finally(() => {
				busy -= 1;
				fill();
			});
		}
	};
	return {
		read: (found, source) =>
			new Promise((settle) => {
				queue.push({ task: taskOf(found, source, journals), settle });
				// What is asked for in one go is shared out together.
				if (!filling) setImmediate(fill);
				filling = true;
			}),
		close: () => pool.destroy(),
	};
}

const FAILED: ReadResult = { kind: "unreadable", reason: "reading it failed" };

function tooSlow(limitMs: number): ReadResult {
	return { kind: "unreadable", reason: `reading it took longer than ${limitMs / 1000} seconds` };
}

function isTimeout(error: unknown): boolean {
	return error instanceof Error && error.name === "AbortError";
}

/** The same in this thread and without a time limit: for measuring many small sets of mail that are known to be tame. */
export async function createReaderInProcess(options: ReaderOptions): Promise<Reader> {
	const { createReadMessage } = await import("./read-message.ts");
	const read = createReadMessage(options);
	return {
		read: (found, source) => read(taskOf(found, source, options.journals)),
		close: async () => undefined,
	};
}

function taskOf(
	found: Extract<Found, { kind: "message" }>,
	source: Pick<Source, "journal">,
	journals: readonly string[],
): ReadTask {
	return {
		raw: found.raw,
		at: found.at,
		journal: source.journal || journals.includes(found.at.mailbox),
		...(found.receivedAt ? { receivedAt: found.receivedAt } : {}),
	};
}
