/** What a worker thread of the reader runs. */
import { workerData } from "node:worker_threads";
import { createReadMessage, type ReadingWith } from "./read-message.ts";

export default createReadMessage(workerData as ReadingWith);
