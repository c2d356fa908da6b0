/** What a worker thread of the reader runs: a batch of messages, one after the other. */
import { workerData } from "node:worker_threads";
import { createRoster } from "../people/roster.ts";
import { type Batch, type BatchResult, packResults, unpackTasks } from "./batch.ts";
import { createReadMessage, type ReadingWith, type ReadResult } from "./read-message.ts";

// mailparser makes and drops an error for each message, and most of its cost is the stack that nobody looks at.
Error.stackTraceLimit = 0;

const reading = workerData as ReadingWith;
const read = createReadMessage(reading);
const roster = createRoster(reading.register);

export default async (batch: Batch): Promise<BatchResult> => {
	const results: ReadResult[] = [];
	for (const task of unpackTasks(batch)) results.push(await read(task));
	return packResults(results, roster);
};
