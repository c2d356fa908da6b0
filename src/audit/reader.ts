/** Reads raw messages into facts in worker threads, each under a time limit, so that one message can hold up nothing. */
import { availableParallelism } from "node:os";
import type { Found, Source } from "../mail/source.ts";
import type { ReadingWith, ReadResult, ReadTask } from "./read-message.ts";

/** A message that takes longer is listed as unreadable; 50 MB of attachments take about a tenth of it. */
export const READ_LIMIT_MS = 60_000;

export interface ReaderOptions extends ReadingWith {
	/** Mailboxes whose journal reports are believed. */
	readonly journals: readonly string[];
	readonly threads?: number;
	readonly limitMs?: number;
}

export interface Reader {
	read(found: Extract<Found, { kind: "message" }>, source: Pick<Source, "journal">): Promise<ReadResult>;
	close(): Promise<void>;
}

export async function createReader({
	journals,
	threads,
	limitMs = READ_LIMIT_MS,
	...reading
}: ReaderOptions): Promise<Reader> {
	const { Piscina } = await import("piscina");
	const pool = new Piscina<ReadTask, ReadResult>({
		filename: new URL("./read-worker.ts", import.meta.url).href,
		workerData: reading,
		minThreads: 1,
		maxThreads: threads ?? Math.max(1, availableParallelism()),
		// One at a time: a time limit ends the whole thread, and must not take a neighbour's message along.
		concurrentTasksPerWorker: 1,
	});
	return {
		async read(found, source) {
			try {
				return await pool.run(taskOf(found, source, journals), { signal: AbortSignal.timeout(limitMs) });
			} catch (error) {
				if (error instanceof Error && error.name === "AbortError") {
					return { kind: "unreadable", reason: `reading it took longer than ${limitMs / 1000} seconds` };
				}
				return { kind: "unreadable", reason: "reading it failed" };
			}
		},
		close: () => pool.destroy(),
	};
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
