/** The queues and what their jobs say. Ids only: a job's data is stored in clear, so no address or line of mail is in it. */
import { createHash } from "node:crypto";

export const QUEUE_NAMES = ["ingest", "audit", "alerts", "reports", "runs"] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

interface JobsOf {
	/** `reread`: look at all sources again, whether they reported mail or not. */
	readonly ingest: { readonly kind: "reread" };
	/**
	 * `judge`: these messages, by identity. `drain`: make jobs for what waits in the outbox. `recheck`: put messages
	 * on the list whose judgement may change as time goes by.
	 */
	readonly audit:
		| { readonly kind: "judge"; readonly identities: readonly string[] }
		| { readonly kind: "drain" }
		| { readonly kind: "recheck" };
	/** `message`: the alerts on one message. `sweep`: every alert that is due. */
	readonly alerts: { readonly kind: "message"; readonly identity: string } | { readonly kind: "sweep" };
	/** `digest`: send what is due, if anything is. `prune`: delete what was kept long enough. */
	readonly reports: { readonly kind: "digest" } | { readonly kind: "prune" };
	/** `run`: an audit of a date range was asked for. `sweep`: take up what waits, or was left when a worker died. */
	readonly runs: { readonly kind: "run"; readonly id: string } | { readonly kind: "sweep" };
}

export type JobOf<Name extends QueueName> = JobsOf[Name];

/** A job that failed for good and was set aside, for lists; `because` is an error code or kind, never a message. */
export interface FailedJob {
	readonly queue: QueueName;
	readonly id: string;
	readonly kind: string;
	readonly because: string;
	readonly attempts: number;
	readonly failedAt?: Date;
}

const ID_LENGTH = 24;

/**
 * A job id for what the parts name: the same parts, the same id, and the second job is not added. Queues keep the last
 * finished jobs, so an id must change when the work is to be done once more. Free of ":", never all digits.
 */
export function jobId(kind: string, parts: readonly (string | number)[]): string {
	const digest = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, ID_LENGTH);
	return `${kind}-${digest}`;
}
