import type { Installation } from "../../src/installation.ts";
import { jobId } from "../../src/queues/jobs.ts";
import { type Pending, pendingSince } from "../../src/store/audit-pending.ts";

/** Messages of one job: enough that a thread is judged together, few enough that a job takes seconds. */
export const JOB_MESSAGES = 100;
/** What has waited less is probably in a job already. */
const LEFT_BEHIND_MS = 30_000;
const DRAINED_AT_ONCE = 5_000;
const HOUR_MS = 3_600_000;

/** Makes audit jobs of messages that wait. Twice the same makes them once: their ids name the very changes. */
export async function enqueueWaiting(
	{ queues }: Pick<Installation, "queues">,
	waiting: readonly Pending[],
	/** Part of the ids, for a time after which what failed is tried anew. */
	round = 0,
): Promise<void> {
	for (let at = 0; at < waiting.length; at += JOB_MESSAGES) {
		const part = waiting.slice(at, at + JOB_MESSAGES);
		const names = part.map(({ identity, generation }) => `${identity} ${generation}`);
		await queues.audit.add(
			{ kind: "judge", identities: part.map(({ identity }) => identity) },
			{ id: jobId("judge", [round, ...names]) },
		);
	}
}

/** Makes jobs of what a crash or a missing queue left behind; what failed for good is tried anew every hour. */
export async function drainOutbox(
	installation: Pick<Installation, "queues" | "store" | "now">,
	leftBehindMs = LEFT_BEHIND_MS,
): Promise<void> {
	const now = installation.now();
	const before = new Date(now.getTime() - leftBehindMs);
	const waiting = await pendingSince(installation.store.db, before, DRAINED_AT_ONCE);
	await enqueueWaiting(installation, waiting, Math.floor(now.getTime() / HOUR_MS));
}
