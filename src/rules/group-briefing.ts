/** RULEBOOK `group-briefing`: one political group was given a report or advice, and the others did not hear of it. */
import { z } from "zod";
import type { MessageFacts } from "../facts/facts.ts";
import { briefingOf, type GroupBriefing, groupsReached, LONGEST_NOTICE_DAYS } from "../facts/group-briefings.ts";
import { quoteOf } from "../facts/quote.ts";
import { senders } from "../facts/recipients.ts";
import { givesSame, hasCopyOf, tellsOf } from "./briefing-notices.ts";
import { unmetRequests } from "./briefing-requests.ts";
import { everyRule } from "./exceptions.ts";
import { longDate, nameList, personAs, withGroup } from "./naming.ts";
import type { Certainty, Context, Judgement, Rule } from "./rule.ts";

const DAY_MS = 86_400_000;
/** Monitoring looks at a request again for two months: with holidays that holds thirty working days. */
const LONGEST_REQUEST_DAYS = 30;

const settings = z.strictObject({
	...everyRule,
	/** Calendar days before and after the briefing in which telling the other groups counts. */
	noticeDays: z.number().int().min(0).max(LONGEST_NOTICE_DAYS).default(5),
	/** What the other groups are owed: word of it, the same document or text, or either of these when they ask. */
	owed: z.enum(["notice", "copies", "on-request"]).default("notice"),
	/** Working days in which a request must be answered, where copies are owed on request. */
	requestDays: z.number().int().min(1).max(LONGEST_REQUEST_DAYS).default(10),
});
export type GroupBriefingSettings = z.infer<typeof settings>;
type Here = Context<GroupBriefingSettings>;

/** Whether the group asked for it in a message that this one answers. */
function wasAsked(message: MessageFacts, { related, roster }: Here): boolean {
	const before = new Set([...message.inReplyTo, ...message.references]);
	return related.some(
		(other) =>
			before.has(other.messageId) &&
			other.briefing?.asks !== undefined &&
			senders(other, roster)[0]?.kind === "councillor",
	);
}

function briefed(message: MessageFacts, context: Here): GroupBriefing | undefined {
	return briefingOf(message, context.roster) ?? briefingOf(message, context.roster, wasAsked(message, context));
}

/** What went to a group again, or what another group had been given first, is no briefing of its own. */
function isRepeated(message: MessageFacts, briefing: GroupBriefing, context: Here): boolean {
	return context.related.some((earlier) => {
		if (earlier.date >= message.date) return false;
		const first = briefed(earlier, context);
		if (first === undefined) return false;
		if (givesSame(earlier, message)) return true;
		const answers = [...message.inReplyTo, ...message.references].includes(earlier.messageId);
		const added = message.attachments.some(({ inline }) => !inline);
		return first.group === briefing.group && answers && !added;
	});
}

function dayNumber(instant: string, { calendar }: Here): number {
	return Date.parse(calendar.dayOf(instant)) / DAY_MS;
}

/** Groups that learnt of the briefing in time, by this message itself or by another. */
function groupsTold(message: MessageFacts, briefing: GroupBriefing, context: Here): ReadonlySet<string> {
	const { related, roster, settings: wanted } = context;
	const told = new Set(groupsReached(message, roster));
	const day = dayNumber(message.date, context);
	const near = related.filter((other) => Math.abs(dayNumber(other.date, context) - day) <= wanted.noticeDays);
	const rivals = near.filter((other) => briefed(other, context)?.group === briefing.group);
	for (const other of near) {
		if (senders(other, roster)[0]?.kind !== "officer") continue;
		const counts =
			hasCopyOf(other, message) || (wanted.owed === "notice" && tellsOf(other, message, briefing.group, rivals));
		if (counts) for (const group of groupsReached(other, roster)) told.add(group);
	}
	return told;
}

export const groupBriefing: Rule<GroupBriefingSettings> = {
	meta: {
		id: "group-briefing",
		title: "Briefing for one group alone",
		about:
			"An officer gave one political group a report, a briefing or advice, and the other groups did not hear of it.",
		severity: "breach",
		clauses: { "leigh-on-sea": "4.4", desborough: "15.6" },
		reads: ["briefings"],
		readsToo: ({ owed }) => (owed === "on-request" ? ["exchanges"] : []),
		settings,
		falsePositives: [
			"The other groups were told in a meeting, by telephone or on paper: mail does not show that.",
			"What was sent had been given to every councillor before, in a meeting's papers say.",
			"The roster does not know a change of group, or counts as a group what is none.",
		],
	},
	judge(message, context) {
		if (context.settings.owed === "on-request") return unmetRequests(message, context);
		if (message.briefing?.gives === undefined) return [];
		const briefing = briefed(message, context);
		if (briefing === undefined) return [];
		const lastDay = dayNumber(message.date, context) + context.settings.noticeDays;
		if (dayNumber(context.asOf, context) <= lastDay || isRepeated(message, briefing, context)) return [];
		const told = groupsTold(message, briefing, context);
		const others = [...context.roster.groups(message.date).keys()].filter((name) => name !== briefing.group);
		const untold = others.filter((name) => !told.has(name)).sort();
		return untold.length === 0 ? [] : [judgement(message, briefing, untold, lastDay, context)];
	},
};

function judgement(
	message: MessageFacts,
	{ group, by, address }: GroupBriefing,
	untold: readonly string[],
	lastDay: number,
	{ roster, settings: { owed } }: Here,
): Judgement {
	const gives = message.briefing?.gives;
	const words = message.briefing?.forGroup?.quote ?? message.briefing?.together;
	const sender = senders(message, roster)[0];
	const until = longDate(new Date(lastDay * DAY_MS).toISOString());
	const missing = owed === "copies" ? "sent it to" : "told";
	const weak = gives?.by === "weighs" || gives?.by === "substance";
	const certainty: Certainty = weak || by === "request" ? "possible" : "likely";
	return {
		people: [
			{ as: "group", name: group, address },
			...(sender?.kind === "officer" ? [personAs("officer", sender.person)] : []),
		],
		summary: `The ${withGroup(group)} was given a report or advice on ${longDate(message.date)}, and no officer's message up to ${until} ${missing} the ${nameList(untold.map(withGroup))}.`,
		evidence: [
			{
				kind: gives?.by === "document" ? "attachment" : gives?.by === "subject" ? "header" : "text",
				where: gives?.by === "document" ? "attachment" : gives?.by === "subject" ? "Subject" : "text",
				quote: quoteOf(gives?.quote ?? ""),
			},
			words !== undefined && by === "words"
				? { kind: "text", where: "text", quote: quoteOf(words) }
				: { kind: "header", where: "To/Cc", quote: quoteOf(message.to.map((to) => to.address).join(", ")) },
			{ kind: "absence", where: "officers' mail to the other groups", quote: quoteOf(untold.join(", ")) },
		],
		certainty,
		unseen: "Word given in a meeting, by telephone, or from a mailbox that is not connected would not show.",
		remedy:
			owed === "copies"
				? `The attached was given to the ${withGroup(group)} on ${longDate(message.date)}. All groups should have had it; here is your copy.`
				: `A report or advice was prepared for the ${withGroup(group)} on ${longDate(message.date)}. I tell all other groups of it, and they may have a copy.`,
	};
}
