/** What the thread of an audit on demand runs. Being a thread, it can be ended at any moment, and the pages stay quick. */
import { parentPort, workerData } from "node:worker_threads";
import type { Progress } from "../../src/audit/audit-range.ts";
import { periodOf } from "../../src/audit/period.ts";
import type { Council } from "../../src/config/council.ts";
import { CandourError } from "../../src/errors.ts";
import { auditCouncil } from "../../src/reports/audit-council.ts";
import type { AuditReport } from "../../src/reports/audit-report.ts";

export interface RunTask {
	readonly council: Council;
	readonly fromDay: string | undefined;
	readonly toDay: string;
	readonly rules: readonly string[] | undefined;
	/** ISO 8601. */
	readonly now: string;
}

export type RunAnswer =
	| { readonly kind: "progress"; readonly progress: Progress }
	| { readonly kind: "done"; readonly report: AuditReport }
	/** `sentence` is for the page; absent where the fault is the program's. */
	| { readonly kind: "failed"; readonly because: string; readonly sentence?: string };

/** A page shows no more. */
const THROTTLE_MS = 250;

if (parentPort !== null) {
	const port = parentPort;
	const answer = (one: RunAnswer): void => port.postMessage(one);
	const { council, fromDay, toDay, rules, now } = workerData as RunTask;
	let shownAt = 0;
	try {
		const report = await auditCouncil({
			council,
			period: periodOf(fromDay, toDay, now, council.register.timezone),
			...(rules === undefined ? {} : { only: rules }),
			onProgress: (progress) => {
				const moment = performance.now();
				if (moment - shownAt < THROTTLE_MS) return;
				shownAt = moment;
				answer({ kind: "progress", progress });
			},
		});
		answer({ kind: "done", report });
	} catch (error) {
		answer(
			error instanceof CandourError
				? { kind: "failed", because: error.code, sentence: `${error.message} ${error.remedy}` }
				: { kind: "failed", because: error instanceof Error ? error.name : "unknown fault" },
		);
	}
}
