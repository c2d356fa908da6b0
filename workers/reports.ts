/** Sends the weekly digest, and deletes what was kept long enough. Runs alone: node workers/reports.ts --config council.yaml */
import { openDelivery } from "../src/alerts/deliver.ts";
import type { Delivery } from "../src/alerts/delivery.ts";
import type { DigestConfig } from "../src/config/council.ts";
import type { Installation, Part } from "../src/installation.ts";
import { jobId } from "../src/queues/jobs.ts";
import { runAlone } from "../src/run-alone.ts";
import { prune } from "./steps/prune.ts";
import { sendDueDigests } from "./steps/send-digest.ts";

const LOOK_EVERY_MS = 3_600_000;
const PRUNE_EVERY_MS = 86_400_000;
const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

export async function createReportsWorker(installation: Installation): Promise<Part> {
	const { council, queues, workerEvents, now } = installation;
	const { digest, smtp } = council;
	const delivery: Delivery | undefined = digest && smtp && openDelivery(smtp);
	const worker = queues.work(
		"reports",
		async (job) => {
			if (job.kind === "prune") return prune(installation);
			if (delivery !== undefined) return sendDueDigests(installation, delivery);
		},
		workerEvents("reports"),
	);
	await queues.reports.schedule("daily", { kind: "prune" }, { everyMs: PRUNE_EVERY_MS });
	await queues.reports.add({ kind: "prune" }, { id: jobId("prune", ["start", now().getTime()]) });
	if (digest !== undefined && delivery !== undefined) await scheduleDigests(installation, digest);
	return {
		name: worker.name,
		get running() {
			return worker.running;
		},
		stop: async (graceMs) => {
			await worker.stop(graceMs);
			delivery?.close();
		},
	};
}

async function scheduleDigests({ council, queues, now }: Installation, digest: DigestConfig): Promise<void> {
	const job = { kind: "digest" } as const;
	const { timezone } = council.register;
	await queues.reports.schedule("weekly", job, { pattern: patternOf(digest), timezone });
	// A schedule has been seen to stop after a restart of its server: so the database is asked every hour, and now.
	await queues.reports.schedule("hourly", job, { everyMs: LOOK_EVERY_MS });
	await queues.reports.add(job, { id: jobId("digest", ["start", now().getTime()]) });
}

function patternOf({ day, time }: DigestConfig): string {
	const [hour = 8, minute = 0] = time.split(":").map(Number);
	return `${minute} ${hour} * * ${DAYS.indexOf(day)}`;
}

if (import.meta.main) await runAlone(createReportsWorker);
