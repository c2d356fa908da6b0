/** What all parts of a running Candour share, built from the configuration and passed in: there are no globals. */
import { randomBytes } from "node:crypto";
import { createJudge, type Judge } from "./audit/judge.ts";
import type { Council } from "./config/council.ts";
import { createCalendar } from "./facts/calendar.ts";
import { relationKeys } from "./facts/relations.ts";
import type { Logger } from "./logging.ts";
import { createRoster, type Roster } from "./people/roster.ts";
import { openQueues, type Queues } from "./queues/open.ts";
import type { WorkerEvents } from "./queues/worker.ts";
import { installationKey } from "./store/installation-key.ts";
import type { KeysOf } from "./store/messages.ts";
import { openStore, type Store } from "./store/open.ts";
import { settingOr } from "./store/settings.ts";

export interface Installation {
	readonly council: Council;
	readonly roster: Roster;
	readonly judge: Judge;
	readonly keysOf: KeysOf;
	readonly store: Store;
	readonly queues: Queues;
	readonly log: Logger;
	readonly now: () => Date;
	/** When Candour first ran on this store, ISO 8601. */
	readonly installedAt: string;
	/** Secret from which Candour's own mail is recognised. */
	readonly installationKey: string;
	/** Secret of the fingerprints, 32 bytes. */
	readonly fingerprintKey: Uint8Array;
	/** What becomes of a worker's errors; told `onDead` when one stopped by itself. */
	workerEvents(name: string): WorkerEvents;
	close(): Promise<void>;
}

export interface InstallationOptions {
	readonly log: Logger;
	/** The clock; absent: the real one. */
	readonly now?: () => Date;
	/** Called once when a part of this process has died and only a new process can mend it. */
	readonly onDead?: (part: string) => void;
}

/** A part of the service that runs in this process. */
export interface Part {
	readonly name: string;
	readonly running: boolean;
	/** Ends it; what it has in hand gets so many milliseconds. */
	stop(graceMs: number): Promise<void>;
}

const KEY_BYTES = 32;

/**
 * Opens the store and the queues that the configuration names.
 * @throws CandourError STORE_LOCKED, STORE_UNREACHABLE, STORE_DAMAGED, DISK_FULL, QUEUE_UNREACHABLE
 */
export async function openInstallation(council: Council, options: InstallationOptions): Promise<Installation> {
	const { log, now = () => new Date(), onDead = () => undefined } = options;
	const store = await openStore(council.storage);
	try {
		const { register, protocol } = council;
		const roster = createRoster(register);
		const calendar = createCalendar(council.calendar, register.timezone);
		const secret = () => randomBytes(KEY_BYTES).toString("base64url");
		const onError = (error: unknown) => log.warn({ err: error }, "the queue has trouble");
		const queues = await openQueues(council.storage, store.engine, onError);
		for (const warning of queues.warnings) log.warn(warning);
		return {
			council,
			roster,
			judge: createJudge({ protocol, roster, calendar }),
			keysOf: (facts) => relationKeys(facts, roster),
			store,
			queues,
			log,
			now,
			installedAt: await settingOr(store.db, "installed-at", () => now().toISOString()),
			installationKey: await installationKey(store.db, council.storage),
			fingerprintKey: Buffer.from(await settingOr(store.db, "fingerprint-key", secret), "base64url"),
			workerEvents: (name) => ({
				onError: (error) => log.warn({ part: name, err: error }, "a worker has trouble"),
				onFailed: ({ id, kind, because, last }) => {
					const what = { part: name, job: id, kind, because };
					if (last) log.error(what, "a job failed for good and was set aside");
					else log.warn(what, "a job failed and will be tried again");
				},
				onDead: () => onDead(name),
			}),
			close: async () => {
				await queues.close();
				await store.close();
			},
		};
	} catch (error) {
		await store.close();
		throw error;
	}
}
