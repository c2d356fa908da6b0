/** How long councillors' enquiries waited for their replies, in working days of the council's calendar. Pure. */
import { type Enquiry, enquiryIn } from "../facts/enquiry.ts";
import type { MessageFacts } from "../facts/facts.ts";
import { aftermathOf, recalledBy } from "../facts/replies.ts";
import type { Roster } from "../people/roster.ts";
import type { WorkingCalendar } from "../rules/rule.ts";

/** One enquiry; days are working days after the day of receipt, absent where no such reply was seen. */
export interface Waited {
	readonly firstReply?: number;
	readonly answer?: number;
	readonly withdrawn: boolean;
}

export interface ResponseTimes {
	readonly enquiries: number;
	readonly answered: number;
	readonly withdrawn: number;
	readonly awaiting: number;
	readonly firstReply?: Spread;
	readonly answer?: Spread;
}

/** Working days, and of how many enquiries. */
export interface Spread {
	readonly of: number;
	readonly median: number;
	/** So long or less nineteen out of twenty waited. */
	readonly ninetyFifth: number;
}

/** Longer waits are counted as this many days. */
const LONGEST_DAYS = 250;

/** Undefined where the message is no enquiry, or only a reminder of an earlier one. */
export function waitedFor(
	message: MessageFacts,
	related: readonly MessageFacts[],
	{ roster, calendar }: { readonly roster: Roster; readonly calendar: WorkingCalendar },
): Waited | undefined {
	const enquiry: Enquiry | undefined = enquiryIn(message, roster);
	if (enquiry === undefined || recalledBy(enquiry, related, roster) !== undefined) return undefined;
	const { replies, withdrawn } = aftermathOf(enquiry, related, roster);
	const received = calendar.receivedOn(message.date);
	const daysTo = (date: string) => workingDays(received, calendar.dayOf(date), calendar);
	const [first] = replies;
	const answer = replies.find(({ kind }) => kind === "answer");
	return {
		...(first === undefined ? {} : { firstReply: daysTo(first.message.date) }),
		...(answer === undefined ? {} : { answer: daysTo(answer.message.date) }),
		withdrawn: withdrawn !== undefined && answer === undefined,
	};
}

export function responseTimes(waited: readonly Waited[]): ResponseTimes {
	const firstReply = spreadOf(waited.flatMap(({ firstReply }) => firstReply ?? []));
	const answer = spreadOf(waited.flatMap(({ answer }) => answer ?? []));
	const answered = waited.filter((one) => one.answer !== undefined).length;
	const withdrawn = waited.filter((one) => one.withdrawn).length;
	return {
		enquiries: waited.length,
		answered,
		withdrawn,
		awaiting: waited.length - answered - withdrawn,
		...(firstReply === undefined ? {} : { firstReply }),
		...(answer === undefined ? {} : { answer }),
	};
}

/** 0 for a reply on the day of receipt or before it. */
function workingDays(from: string, to: string, calendar: WorkingCalendar): number {
	let days = 0;
	for (let day = from; day < to && days < LONGEST_DAYS; days++) {
		day = calendar.addWorkingDays(from, days + 1);
		if (day > to) return days;
	}
	return days;
}

function spreadOf(days: readonly number[]): Spread | undefined {
	if (days.length === 0) return undefined;
	const sorted = days.toSorted((a, b) => a - b);
	const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
	return { of: sorted.length, median: at(0.5), ninetyFifth: at(0.95) };
}
