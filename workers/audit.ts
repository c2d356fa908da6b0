/** Judges what was stored, and raises and withdraws findings. Runs alone: node workers/audit.ts --config council.yaml */
import type { Installation, Part } from "../src/installation.ts";
import { runAlone } from "../src/run-alone.ts";
import { judgeAnewAfterChange } from "./steps/after-change.ts";
import { drainOutbox } from "./steps/enqueue-waiting.ts";
import { judgeWaiting, recheckRecent } from "./steps/judge-waiting.ts";

const DRAIN_EVERY_MS = 60_000;
const RECHECK_EVERY_MS = 3_600_000;

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
	return worker;
}

if (import.meta.main) await runAlone(createAuditWorker);
