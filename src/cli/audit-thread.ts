/** What the thread of `candour audit` runs: the whole audit, up to the written report. */
import { parentPort, workerData } from "node:worker_threads";
import { auditNow } from "./audit-now.ts";
import { type AuditAnswer, type AuditTask, THROTTLE_MS } from "./audit-task.ts";
import { failureLines } from "./failure.ts";

const { verbose, ...task } = workerData as AuditTask;

function answer(one: AuditAnswer): void {
	parentPort?.postMessage(one);
}

let shownAt = 0;
try {
	const done = await auditNow(task, (progress) => {
		const now = performance.now();
		if (now - shownAt < THROTTLE_MS) return;
		shownAt = now;
		answer({ kind: "progress", progress });
	});
	answer({ kind: "done", ...done });
} catch (error) {
	answer({ kind: "failed", lines: failureLines(error, verbose) });
}
