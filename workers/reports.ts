/** Sends the weekly digest. Runs alone: node workers/reports.ts --config council.yaml */
import { openDelivery } from "../src/alerts/deliver.ts";
import type { DigestConfig } from "../src/config/council.ts";
import type { Installation, Part } from "../src/installation.ts";
import { jobId } from "../src/queues/jobs.ts";
import { runAlone } from "../src/run-alone.ts";
import { sendDueDigests } from "./steps/send-digest.ts";

const LOOK_EVERY_MS = 3_600_000;
const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

/** Undefined where the configuration asks for no digest or has no way to send mail. */
export async function createReportsWorker(installation: Installation): Promise<Part | undefined> {
	const { council, queues, workerEvents, now } = installation;
	const { digest, smtp, register } = council;
	if (digest === undefined || smtp === undefined) return undefined;
	const delivery = openDelivery(smtp);
	const worker = queues.work("reports", () => sendDueDigests(installation, delivery), workerEvents("reports"));
	const job = { kind: "digest" } as const;
	await queues.reports.schedule("weekly", job, { pattern: patternOf(digest), timezone: register.timezone });
	// A schedule has been seen to stop after a restart of its server: so the database is asked every hour, and now.
	await queues.reports.schedule("hourly", job, { everyMs: LOOK_EVERY_MS });
	await queues.reports.add(job, { id: jobId("digest", ["start", now().getTime()]) });
	return {
		name: worker.name,
		get running() {
			return worker.running;
		},
		stop: async (graceMs) => {
			await worker.stop(graceMs);
			delivery.close();
		},
	};
}

function patternOf({ day, time }: DigestConfig): string {
	const [hour = 8, minute = 0] = time.split(":").map(Number);
	return `${minute} ${hour} * * ${DAYS.indexOf(day)}`;
}

if (import.meta.main) await runAlone(createReportsWorker);
