/** Follows the mailboxes: what arrives is read, stored and given to the audit. Runs alone: node workers/ingest.ts */
import { createReader, type Reader } from "../src/audit/reader.ts";
import type { CandourError } from "../src/errors.ts";
import type { Installation, Part } from "../src/installation.ts";
import { admitBy } from "../src/mail/admission.ts";
import { runAlone } from "../src/run-alone.ts";
import { knownPlaces, noteSource } from "../src/store/coverage.ts";
import { cursorOf } from "../src/store/cursors.ts";
import { endsWithin } from "../src/within-time.ts";
import type { MailFeed } from "./steps/feed.ts";
import { openFeeds } from "./steps/open-feeds.ts";
import { readFrom } from "./steps/read-from.ts";
import { takeIn } from "./steps/take-in.ts";

const REREAD_EVERY_MS = 3_600_000;

export interface IngestPart extends Part {
	/** Resolves when every mailbox has been read once to its end. */
	readonly caughtUp: Promise<void>;
}

export async function createIngestWorker(
	installation: Installation,
	feeds: readonly MailFeed[] = openFeeds(installation.council),
): Promise<IngestPart> {
	const { council, queues, fingerprintKey, workerEvents } = installation;
	const journals = council.mailboxes.filter(({ journal }) => journal).map(({ name }) => name);
	const reader = await createReader({ register: council.register, key: fingerprintKey, journals });
	const stopped = new AbortController();
	const events = workerEvents("ingest");
	const followed = feeds.map((feed) => follow(installation, reader, feed, stopped.signal));
	for (const { ended } of followed) {
		ended.catch((error: unknown) => {
			events.onError(error);
			events.onDead();
		});
	}
	const worker = queues.work("ingest", async () => feeds.forEach((feed) => void feed.wake()), events);
	await queues.ingest.schedule("reread", { kind: "reread" }, { everyMs: REREAD_EVERY_MS });
	return {
		name: "ingest",
		get running() {
			return worker.running && !stopped.signal.aborted;
		},
		caughtUp: Promise.all(followed.map(({ caughtUp }) => caughtUp)).then(() => undefined),
		stop: async (graceMs) => {
			stopped.abort();
			await worker.stop(graceMs);
			await endsWithin(Promise.allSettled(followed.map(({ ended }) => ended)), graceMs);
			await endsWithin(Promise.allSettled(feeds.map((feed) => feed.close())), graceMs);
			await reader.close();
		},
	};
}

function follow(installation: Installation, reader: Reader, feed: MailFeed, signal: AbortSignal) {
	const { store, log, now, council } = installation;
	const { mailbox } = feed;
	const place = `mailboxes[${council.mailboxes.findIndex(({ name }) => name === mailbox)}]`;
	const seen = Promise.withResolvers<void>();
	const onFailure = (error: CandourError) => {
		log.warn({ place, err: error }, "a mailbox cannot be read now");
		const failed = { kind: "failed", code: error.code } as const;
		void noteSource(store.db, { mailbox, folder: "" }, failed, now()).catch(() => undefined);
	};
	const run = async () => {
		const options = {
			range: { from: readFrom(council.retention.facts, now(), council.register.timezone) },
			admit: admitBy(council.exclusions),
			cursorOf: (folder: string) => cursorOf(store.db, mailbox, folder),
			known: await knownPlaces(store.db, mailbox),
			signal,
			onFailure,
		};
		for await (const batch of feed.follow(options)) {
			if (!(await takeIn(installation, reader, feed, batch, signal))) return;
			await noteSource(store.db, { mailbox, folder: "" }, { kind: "reached", mail: batch.found.length > 0 }, now());
			if (batch.caughtUp) seen.resolve();
		}
	};
	return { ended: run(), caughtUp: seen.promise };
}

if (import.meta.main) await runAlone(createIngestWorker);
