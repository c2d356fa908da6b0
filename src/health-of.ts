import type { Health } from "./health.ts";
import type { Installation, Part } from "./installation.ts";
import { countAlerts } from "./store/alerts.ts";
import { countPending } from "./store/audit-pending.ts";
import { lastMailAt, sourceStatesOf } from "./store/coverage.ts";

/** A folder that nobody has looked after for so long is not followed: the ingest process notes each minute that it is. */
export const SEEN_LATELY_MS = 5 * 60_000;

/** How the installation does now. `down` where the store does not answer or a part of this process has ended. */
export async function healthOf(installation: Installation, parts: readonly Part[]): Promise<Health> {
	const { council, store, queues } = installation;
	const running = Object.fromEntries(parts.map((part) => [part.name, part.running]));
	const kinds = { store: store.engine.kind, queues: queues.kind };
	try {
		await store.ping();
	} catch {
		return {
			status: "down",
			store: { kind: kinds.store, reachable: false, waitingForAudit: 0 },
			queues: { kind: kinds.queues, counts: {}, parts: running },
			sources: [],
			lastMail: null,
			failed: { alerts: 0, jobs: 0 },
		};
	}
	const { db } = store;
	const counts = await queues.counts().catch(() => undefined);
	const lately = installation.now().getTime() - SEEN_LATELY_MS;
	const isFollowed = (lastSeen: Date | undefined) => lastSeen !== undefined && lastSeen.getTime() >= lately;
	const states = await sourceStatesOf(db);
	const sources = states.map(({ mailbox, folder, connectedSince, lastErrorCode, lastSeen }) => ({
		mailbox,
		folder,
		connected: connectedSince !== undefined && isFollowed(lastSeen),
		...(lastErrorCode === undefined ? {} : { lastErrorCode }),
		...(lastSeen === undefined ? {} : { lastSeen: lastSeen.toISOString() }),
	}));
	const jobs = Object.values(counts ?? {}).reduce((sum, { failed = 0 }) => sum + failed, 0);
	const { failed: alerts } = await countAlerts(db);
	const died = parts.some((part) => !part.running);
	// A folder may have been taken away, and a mailbox out of the configuration: only a whole one that is lost is trouble.
	const lost = council.mailboxes.some(({ name }) => {
		const own = states.filter(({ mailbox }) => mailbox === name);
		return own.length > 0 && !own.some(({ lastSeen }) => isFollowed(lastSeen));
	});
	const failing = states.some(({ connectedSince }) => connectedSince === undefined);
	const troubled = counts === undefined || jobs > 0 || alerts > 0 || failing || lost;
	return {
		status: died ? "down" : troubled ? "degraded" : "ok",
		store: { kind: kinds.store, reachable: true, waitingForAudit: await countPending(db) },
		queues: { kind: kinds.queues, counts: counts ?? {}, parts: running },
		sources,
		lastMail: (await lastMailAt(db))?.toISOString() ?? null,
		failed: { alerts, jobs },
	};
}
