/** Follows the mailboxes: what arrives is read, stored and given to the audit. Runs alone: node workers/ingest.ts */
import { readingsToKeep } from "../src/audit/judge.ts";
import { createReader } from "../src/audit/reader.ts";
import type { Installation, Part } from "../src/installation.ts";
import { runAlone } from "../src/run-alone.ts";
import { noteFollowed } from "../src/store/coverage.ts";
import { endsWithin } from "../src/within-time.ts";
import { excludeAfterChange, forgetWhomTheRosterKnows, readAnewAfterChange } from "./steps/after-change.ts";
import { type MailFeed, openFeeds } from "./steps/feed.ts";
import { follow } from "./steps/follow.ts";

/** A few of these missed, and health and digest say that nobody follows the mailboxes: `SEEN_LATELY_MS`. */
const HEARTBEAT_MS = 60_000;
const REREAD_EVERY_MS = 3_600_000;

export interface IngestPart extends Part {
	/** Resolves when every mailbox has been read once to its end. */
	readonly caughtUp: Promise<void>;
}

export async function createIngestWorker(
	installation: Installation,
	feeds: readonly MailFeed[] = openFeeds(installation.council),
	heartbeatMs = HEARTBEAT_MS,
): Promise<IngestPart> {
	const { council, queues, fingerprintKey, installationKey, workerEvents } = installation;
	const journals = council.mailboxes.filter(({ journal }) => journal).map(({ name }) => name);
	const reader = await createReader({
		register: council.register,
		key: fingerprintKey,
		journals,
		exclusions: council.exclusions,
		scans: council.scans,
		readings: readingsToKeep(council.protocol),
		installationKey,
	});
	await excludeAfterChange(installation);
	await readAnewAfterChange(installation);
	await forgetWhomTheRosterKnows(installation);
	const stopped = new AbortController();
	const events = workerEvents("ingest");
	const followed = feeds.map((feed) => follow(installation, reader, feed, stopped.signal));
	for (const { ended } of followed) {
		ended.catch((error: unknown) => {
			events.onError(error);
			events.onDead();
		});
	}
	const renewAll = async () => {
		for (const { renew } of followed) renew();
	};
	const names = feeds.map(({ mailbox }) => mailbox);
	const heartbeat = setInterval(() => {
		noteFollowed(installation.store.db, names, installation.now()).catch(events.onError);
	}, heartbeatMs);
	const worker = queues.work("ingest", renewAll, events);
	await queues.ingest.schedule("reread", { kind: "reread" }, { everyMs: REREAD_EVERY_MS });
	return {
		name: "ingest",
		get running() {
			return worker.running && !stopped.signal.aborted;
		},
		caughtUp: Promise.all(followed.map(({ caughtUp }) => caughtUp)).then(() => undefined),
		stop: async (graceMs) => {
			clearInterval(heartbeat);
			stopped.abort();
			await worker.stop(graceMs);
			await endsWithin(Promise.allSettled(followed.map(({ ended }) => ended)), graceMs);
			await reader.close();
		},
	};
}

if (import.meta.main) await runAlone(createIngestWorker);
