/**
 * Judges what was stored, and raises and withdraws findings; audits date ranges when asked to. Runs alone:
 * node workers/audit.ts --config council.yaml
 */
import type { Installation, Part } from "../src/installation.ts";
import { runAlone } from "../src/run-alone.ts";
import { judgeAnewAfterChange } from "./steps/after-change.ts";
import { drainOutbox } from "./steps/enqueue-waiting.ts";
import { judgeWaiting, recheckRecent } from "./steps/judge-waiting.ts";
import { runAudits } from "./steps/run-audit.ts";

const DRAIN_EVERY_MS = 60_000;
const RECHECK_EVERY_MS = 3_600_000;
const SWEEP_EVERY_MS = 60_000;

export async function createAuditWorker(installation: Installation): Promise<Part> {
	const { queues, workerEvents } = installation;
	await judgeAnewAfterChange(installation);
	await drainOutbox(installation, 0);
	const worker = queues.work(
		"audit",
		async (job) => {
			switch (job.kind) {
				case "judge":
					return judgeWaiting(installation, job.identities);
				case "drain":
					return drainOutbox(installation);
				case "recheck":
					return recheckRecent(installation);
			}
		},
		workerEvents("audit"),
	);
	await queues.audit.schedule("drain", { kind: "drain" }, { everyMs: DRAIN_EVERY_MS });
	await queues.audit.schedule("recheck", { kind: "recheck" }, { everyMs: RECHECK_EVERY_MS });
	const stopped = new AbortController();
	const runs = queues.work("runs", () => runAudits(installation, stopped.signal), workerEvents("runs"));
	await queues.runs.schedule("sweep", { kind: "sweep" }, { everyMs: SWEEP_EVERY_MS });
	return {
		name: worker.name,
		get running() {
			return worker.running && runs.running;
		},
		stop: async (graceMs) => {
			stopped.abort();
			await Promise.all([worker.stop(graceMs), runs.stop(graceMs)]);
		},
	};
}

if (import.meta.main) await runAlone(createAuditWorker);
