/** The clock of an enquiry: which step of the protocol was missed by the as-of date (readings 21 and 26). */
import type { Aftermath, Reply } from "../facts/replies.ts";
import type { WorkingCalendar } from "./rule.ts";

export interface Step {
	readonly days: number;
	/**
	 * acknowledgement: any word that it arrived; explanation: the reason, the action and the timescale;
	 * reasoned-interim-reply: the reason and an estimate; answer: nothing less. A substantive reply does for each.
	 */
	readonly owed: "acknowledgement" | "explanation" | "reasoned-interim-reply" | "answer";
	readonly counting: "working" | "calendar";
	/** What a reply that puts the answer off must say, where the protocol asks for other parts than `owed` has. */
	readonly parts?: readonly Part[] | undefined;
}

export type Part = "reason" | "action" | "timescale";

const PARTS: Readonly<Record<"explanation" | "reasoned-interim-reply", readonly Part[]>> = {
	explanation: ["reason", "action", "timescale"],
	"reasoned-interim-reply": ["reason", "timescale"],
};

/** What a holding reply must say to keep the step; none for steps that a holding reply does not keep. */
export function partsOf({ owed, parts }: Pick<Step, "owed" | "parts">): readonly Part[] {
	if (owed !== "explanation" && owed !== "reasoned-interim-reply") return [];
	return parts ?? PARTS[owed];
}

export interface Missed {
	/** `promise`: a reply named a day for the answer, and that day passed without one. */
	readonly owed: Step["owed"] | "promise";
	/** The last day on which it would have been in time, `2026-03-17`. */
	readonly due: string;
	/** Absent for a promise. */
	readonly step?: Step;
	/** The reply that promised. */
	readonly promisedBy?: Reply;
}

const DAY_MS = 86_400_000;

/** The worst step missed: the last of those whose day has ended without what was owed. `sent` is ISO 8601. */
export function worstMissed(
	sent: string,
	steps: readonly Step[],
	aftermath: Aftermath,
	calendar: WorkingCalendar,
	asOf: string,
): Missed | undefined {
	const today = calendar.dayOf(asOf);
	const dayOf = ({ message }: Reply): string => calendar.dayOf(message.date);
	const replies = aftermath.replies.filter((reply) => dayOf(reply) <= today);
	const withdrawn = aftermath.withdrawn === undefined ? undefined : calendar.dayOf(aftermath.withdrawn.date);
	const missed: Missed[] = [];
	for (const step of steps) {
		const due = dueDay(sent, step, replies, aftermath, calendar);
		if (due === undefined || today <= due || (withdrawn !== undefined && withdrawn <= due)) continue;
		if (!replies.some((reply) => dayOf(reply) <= due && satisfies(reply, step))) {
			missed.push({ owed: step.owed, due, step });
		}
	}
	const promise = brokenPromise(steps, replies, withdrawn, today);
	if (promise !== undefined) missed.push(promise);
	return missed.toSorted((a, b) => (a.due < b.due ? 1 : a.due > b.due ? -1 : 0))[0];
}

/** Undefined while the officer waits for an answer to her own question. */
function dueDay(
	sent: string,
	step: Step,
	replies: readonly Reply[],
	{ later }: Aftermath,
	calendar: WorkingCalendar,
): string | undefined {
	const due = afterDays(calendar.receivedOn(sent), step, calendar);
	if (step.owed === "acknowledgement") return due;
	const question = replies.find(({ kind, message }) => kind === "question" && calendar.dayOf(message.date) <= due);
	if (question === undefined) return due;
	const answered = later.find((message) => message.date >= question.message.date);
	return answered === undefined ? undefined : afterDays(calendar.receivedOn(answered.date), step, calendar);
}

function afterDays(day: string, { days, counting }: Step, calendar: WorkingCalendar): string {
	if (counting === "working") return calendar.addWorkingDays(day, days);
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function satisfies({ kind, reading }: Reply, step: Step): boolean {
	if (kind === "answer" || step.owed === "acknowledgement") return true;
	if (kind !== "holding" || step.owed === "answer") return false;
	return partsOf(step).every((part) => reading[part] !== undefined);
}

/** The day that the last interim reply promised has passed, and there is no answer to this day. */
function brokenPromise(
	steps: readonly Step[],
	replies: readonly Reply[],
	withdrawn: string | undefined,
	today: string,
): Missed | undefined {
	const interim = steps.filter(({ owed }) => owed === "explanation" || owed === "reasoned-interim-reply");
	if (interim.length === 0 || withdrawn !== undefined || replies.some(({ kind }) => kind === "answer"))
		return undefined;
	const last = replies
		.filter((reply) => interim.some((step) => satisfies(reply, step)))
		.flatMap((reply) => {
			const until = reply.reading.timescale?.until;
			return until === undefined ? [] : [{ reply, until }];
		})
		.toSorted((a, b) => (a.until < b.until ? 1 : -1))[0];
	return last === undefined || today <= last.until
		? undefined
		: { owed: "promise", due: last.until, promisedBy: last.reply };
}
