/** How far an audit is, in words and numbers, for its page and its live line. Pure. */
import { grouped } from "../../reports/counted.ts";
import type { AuditRun } from "../../store/audit-runs.ts";

export interface AuditProgress {
	readonly words: string;
	readonly done: number;
	/** Absent where it isn't known how much there is. */
	readonly total?: number;
	/** Nothing more will come. */
	readonly ended: boolean;
}

/** How far the run is: a sentence, and numbers of messages. */
export function progressOf({ state, step, done, total }: AuditRun): AuditProgress {
	switch (state) {
		case "waiting":
			return { words: "Waiting for its turn. One audit runs at a time.", done: 0, ended: false };
		case "running": {
			if (step === null) return { words: "Connecting to the mailboxes.", done: 0, ended: false };
			const what = step === "reading" ? "Reading" : "Judging";
			const of = total === null || total < done ? "" : ` of ${grouped(total)}`;
			const words = `${what} messages: ${grouped(done)}${of}.`;
			return { words, done, ...(total === null ? {} : { total: Math.max(total, done) }), ended: false };
		}
		case "done":
			return { words: "Done.", done, ended: true };
		case "cancelled":
			return { words: "Cancelled.", done, ended: true };
		case "failed":
			return { words: "It could not be done.", done, ended: true };
	}
}

/** How a list shows a run's state: words, and the colour of the GOV.UK tag. */
export const RUN_TAGS: Readonly<Record<AuditRun["state"], { readonly text: string; readonly colour: string }>> = {
	waiting: { text: "Waiting", colour: "govuk-tag--grey" },
	running: { text: "Running", colour: "govuk-tag--blue" },
	done: { text: "Done", colour: "govuk-tag--green" },
	cancelled: { text: "Cancelled", colour: "govuk-tag--grey" },
	failed: { text: "Not done", colour: "govuk-tag--orange" },
};
