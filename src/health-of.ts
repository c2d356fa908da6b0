import type { Health } from "./health.ts";
import type { Installation, Part } from "./installation.ts";
import { wasReached } from "./reports/source-coverage.ts";
import { countAlerts } from "./store/alerts.ts";
import { countPending } from "./store/audit-pending.ts";
import { lastMailAt, sourceStatesOf } from "./store/coverage.ts";

/** How the installation does now. `down` where the store does not answer or a part of this process has ended. */
export async function healthOf(installation: Installation, parts: readonly Part[]): Promise<Health> {
	const { council, store, queues } = installation;
	const now = installation.now();
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
	const states = await sourceStatesOf(db);
	const sources = states.map(({ mailbox, folder, connectedSince, lastErrorCode, lastSeen }) => ({
		mailbox,
		folder,
		connected: connectedSince !== undefined && wasReached([{ connectedSince, ...(lastSeen ? { lastSeen } : {}) }], now),
		...(lastErrorCode === undefined ? {} : { lastErrorCode }),
		...(lastSeen === undefined ? {} : { lastSeen: lastSeen.toISOString() }),
	}));
	const jobs = Object.values(counts ?? {}).reduce((sum, { failed = 0 }) => sum + failed, 0);
	const { failed: alerts } = await countAlerts(db);
	const died = parts.some((part) => !part.running);
	// A folder may have been taken away, and a mailbox out of the configuration: only a whole one that is lost is trouble.
	const lost = council.mailboxes.some(({ name }) => {
		const own = states.filter(({ mailbox }) => mailbox === name);
		return own.length > 0 && !wasReached(own, now);
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
