/** Sends alerts when they are due. Runs alone: node workers/alerts.ts --config council.yaml */
import { openDelivery } from "../src/alerts/deliver.ts";
import type { Installation, Part } from "../src/installation.ts";
import { runAlone } from "../src/run-alone.ts";
import { sendAlerts, sweepAlerts } from "./steps/send-alerts.ts";

const SWEEP_EVERY_MS = 60_000;

/** Undefined where the configuration names nobody to alert or no way to send mail. */
export async function createAlertsWorker(installation: Installation): Promise<Part | undefined> {
	const { council, queues, workerEvents } = installation;
	if (council.alerts === undefined || council.smtp === undefined) return undefined;
	const delivery = openDelivery(council.smtp);
	const worker = queues.work(
		"alerts",
		async (job) => {
			if (job.kind === "message") return sendAlerts(installation, delivery, job.identity);
			return sweepAlerts(installation, delivery);
		},
		workerEvents("alerts"),
	);
	await queues.alerts.schedule("sweep", { kind: "sweep" }, { everyMs: SWEEP_EVERY_MS });
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

if (import.meta.main) await runAlone(createAlertsWorker);
