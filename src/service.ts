/** The composition root: everything is built here from the configuration and passed in. */
import { createAlertsWorker } from "../workers/alerts.ts";
import { createAuditWorker } from "../workers/audit.ts";
import { createIngestWorker } from "../workers/ingest.ts";
import { createReportsWorker } from "../workers/reports.ts";
import type { MailFeed } from "../workers/steps/feed.ts";
import { answerDigest } from "./cli/answer-digest.ts";
import type { Council } from "./config/council.ts";
import { CandourError } from "./errors.ts";
import { type Health, type HealthServer, serveHealth } from "./health.ts";
import { healthOf } from "./health-of.ts";
import { type Installation, type InstallationOptions, openInstallation, type Part } from "./installation.ts";
import { newToken, offerAccess, withdrawAccess } from "./local-access.ts";
import { type DigestWeek, weekNamed } from "./reports/due.ts";
import { headFrom, verifyLedger } from "./store/verify-ledger.ts";
import { createWebPart } from "./web/part.ts";
import { endsWithin } from "./within-time.ts";

/** Parts by their contract names. */
const PARTS = ["ingest", "audit", "alerts", "reports", "web"] as const;
export type PartName = (typeof PARTS)[number];

export interface ServiceOptions extends InstallationOptions {
	/** Port of GET /health on this machine, 0 for a free one; absent: not served. */
	readonly healthPort?: number;
	/** Feeds instead of those of the configured mailboxes. */
	readonly feeds?: readonly MailFeed[];
}

export interface Service {
	readonly installation: Installation;
	readonly healthPort: number | undefined;
	/** Starts parts in this process; those that the configuration gives nothing to do are left out. */
	start(parts?: readonly PartName[]): Promise<readonly Part[]>;
	/** Resolves when every mailbox was read once and everything stored is judged. */
	settled(): Promise<void>;
	health(): Promise<Health>;
	/** Ends the parts, what they have in hand first, and closes everything. Bounded in time; safe to call twice. */
	stop(): Promise<void>;
}

const STOP_GRACE_MS = 15_000;
const LOOK_AGAIN_MS = 200;

/**
 * Opens store and queues; nothing runs before `start`.
 * @throws CandourError STORE_LOCKED, STORE_UNREACHABLE, STORE_DAMAGED, DISK_FULL, QUEUE_UNREACHABLE
 */
export async function createService(council: Council, options: ServiceOptions): Promise<Service> {
	const installation = await openInstallation(council, options);
	const running: Part[] = [];
	let caughtUp: Promise<void> = Promise.resolve();
	let healthServer: HealthServer | undefined;
	let stopping: Promise<void> | undefined;
	const directory = council.storage.kind === "embedded" ? council.storage.directory : undefined;
	const health = () => healthOf(installation, running);

	const create: Readonly<Record<PartName, () => Promise<Part | undefined>>> = {
		// The workers first, so that they are there when the first mail is.
		audit: () => createAuditWorker(installation),
		alerts: () => createAlertsWorker(installation),
		reports: () => createReportsWorker(installation),
		web: () => createWebPart(installation),
		ingest: async () => {
			const part = await createIngestWorker(installation, options.feeds);
			caughtUp = part.caughtUp;
			return part;
		},
	};
	const stop = async () => {
		if (directory !== undefined && healthServer !== undefined) await withdrawAccess(directory);
		await healthServer?.close();
		await Promise.allSettled(running.map((part) => part.stop(STOP_GRACE_MS)));
		await endsWithin(installation.close(), STOP_GRACE_MS);
		installation.log.info("stopped");
	};
	if (options.healthPort !== undefined) {
		const token = newToken();
		healthServer = await serveHealth(options.healthPort, health, {
			token,
			digest: (week, send) => answerDigest(installation, namedWeek(week), send),
			ledger: (asked) => verifyLedger(installation.store.db, asked === undefined ? undefined : headFrom(asked)),
		});
		if (directory !== undefined) await offerAccess(directory, { port: healthServer.port, token });
	}
	return {
		installation,
		healthPort: healthServer?.port,
		health,
		start: async (parts = PARTS) => {
			for (const name of Object.keys(create) as PartName[]) {
				if (!parts.includes(name)) continue;
				const part = await create[name]();
				if (part === undefined) continue;
				running.push(part);
				installation.log.info({ part: part.name }, "running");
			}
			return running;
		},
		settled: async () => {
			await caughtUp;
			for (;;) {
				const { store } = await health();
				if (store.waitingForAudit === 0) return;
				await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
			}
		},
		stop: () => {
			stopping ??= stop();
			return stopping;
		},
	};
}

function namedWeek(week: string): DigestWeek {
	const named = weekNamed(week);
	if (named !== undefined) return named;
	throw new CandourError("USAGE", "That is no week.", { remedy: "Write weeks like 2026-W12." });
}
