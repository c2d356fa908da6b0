/**
 * Relation keys: two messages are related when they share one. A rule sees a message and its related ones, nothing
 * else, so that monitoring and an audit on demand judge the same: both look up the same keys.
 */
import type { Roster } from "../people/roster.ts";
import type { CopyStatement, MessageFacts } from "./facts.ts";
import { briefingOf, LONGEST_NOTICE_DAYS } from "./group-briefings.ts";
import { liftKeys } from "./lifted.ts";
import { receivedBy, sentByOfficer } from "./recipients.ts";

const DAY_MS = 86_400_000;

/** A key that more messages share is furniture: a signature, a form letter. It relates nobody. */
export const COMMON_KEY_HOLDERS = 200;

/** Days on each side of an onward copy for which a notice is looked up; covers notice times of up to two days. */
const NOTICE_LOOKUP_DAYS = 2;

/** Days on each side of a group's briefing for which mail to the other groups is looked up: the longest notice, and a night. */
const BRIEFING_LOOKUP_DAYS = LONGEST_NOTICE_DAYS + 1;

/**
 * Keys in no promised order, each once: `i` a message's id, `r` a run of text, `a` an attachment, `t` who was told
 * of a copy on which day, `g` and `h` officers' mail on a day that briefs a group or tells
 * of a briefing, `q` and `p` such mail, and who asks for a copy of it, in a week, `e` what
 * passes between a councillor and the officers in a week, `l` whom an officer told that a confidence is lifted,
 * `d` what officers and a councillor wrote to each other in a week, for an answer in a mail of its own.
 */
export function relationKeys(facts: MessageFacts, roster: Roster): readonly string[] {
	const keys = new Set<string>();
	for (const id of [facts.messageId, ...facts.inReplyTo, ...facts.references]) keys.add(`i${id}`);
	for (const contained of facts.contained) {
		if (contained.messageId !== undefined) keys.add(`i${contained.messageId}`);
		for (const run of contained.prints.runs) keys.add(`r${run}`);
	}
	for (const run of facts.authored.runs) keys.add(`r${run}`);
	for (const file of facts.attachments) {
		if (file.inline) continue;
		keys.add(`a${file.digest}`);
		for (const run of file.prints?.runs ?? []) keys.add(`r${run}`);
	}
	for (const key of noticeKeys(facts, roster)) keys.add(key);
	for (const key of briefingKeys(facts, roster)) keys.add(key);
	for (const key of exchangeKeys(facts, roster)) keys.add(key);
	for (const key of liftKeys(facts, roster)) keys.add(key);
	for (const key of dealingKeys(facts, roster)) keys.add(key);
	return [...keys];
}

/** A reply in a fresh mail is looked for so long: longer than any step and most promises. */
const REPLY_LOOKUP_WEEKS = 8;
/** A reminder looks back so far for the enquiry whose answer it misses, and for an answer that came meanwhile. */
const REMINDER_LOOKBACK_WEEKS = 4;
/** Mail to more councillors is a circular: an answer in it is found by its thread. */
const MOST_ANSWERED = 30;

/** An enquiry meets the officers' mail that reached its author in that week and the next ones, threaded or not. */
function exchangeKeys(facts: MessageFacts, roster: Roster): readonly string[] {
	const { exchange } = facts;
	if (exchange === undefined || facts.automatic || exchange.signs.includes("automatic")) return [];
	const week = weekOf(facts);
	if (exchange.reply !== undefined) {
		const ids = [...receivedBy(facts, roster)].filter((id) => roster.person(id, facts.date)?.role === "councillor");
		return ids.length > MOST_ANSWERED ? [] : ids.map((id) => `e${id}@${week}`);
	}
	const author = roster.party(facts.from[0]?.address ?? "", facts.date);
	if (author.kind !== "councillor" || (exchange.asks.length === 0 && exchange.signs.length === 0)) return [];
	const first = exchange.signs.includes("reminds") ? week - REMINDER_LOOKBACK_WEEKS : week;
	const last = exchange.asks.length > 0 ? week + REPLY_LOOKUP_WEEKS : week;
	return Array.from({ length: last - first + 1 }, (_, index) => `e${author.person.id}@${first + index}`);
}

/** An officer who wrote first is looked for so many weeks back. */
const ANSWER_LOOKUP_WEEKS = 2;
/** Mail to more councillors is a circular, and asks nobody in particular. */
const MOST_ASKED = 8;

/** A councillor's fresh mail to staff meets the officers' mail that asked him something in the weeks before. */
function dealingKeys(facts: MessageFacts, roster: Roster): readonly string[] {
	if (facts.automatic || facts.own) return [];
	const week = weekOf(facts);
	if (facts.asksReader === true && sentByOfficer(facts, roster)) {
		const ids = [...receivedBy(facts, roster)].filter((id) => roster.person(id, facts.date)?.role === "councillor");
		return ids.length > MOST_ASKED ? [] : ids.map((id) => `d${id}@${week}`);
	}
	const author = roster.party(facts.from[0]?.address ?? "", facts.date);
	if (author.kind !== "councillor" || facts.exchange === undefined || facts.inReplyTo.length > 0) return [];
	return Array.from({ length: ANSWER_LOOKUP_WEEKS + 1 }, (_, back) => `d${author.person.id}@${week - back}`);
}

/** Only mail that holds words of, or to, somebody who did not get it can be an onward copy. */
function mayBeOnward(facts: MessageFacts, roster: Roster): boolean {
	const reached = receivedBy(facts, roster);
	const missing = (id: string): boolean => !reached.has(id);
	if (facts.greeting?.people.some(missing) || facts.repeats !== undefined) return true;
	return facts.contained.some((contained) =>
		[...contained.from, ...contained.to, ...contained.cc].some(({ address }) => {
			const party = roster.party(address, contained.date ?? facts.date);
			return party.kind === "councillor" && missing(party.person.id);
		}),
	);
}

/** All whom a statement can mean, whoever of them it is. */
function everybodyMeant({ covers, mentions = [] }: CopyStatement): readonly string[] {
	return [...covers, ...mentions.flatMap(({ people }) => people)];
}

/** A notice that B has something meets the officers' messages that reached B in the days around it. */
function noticeKeys(facts: MessageFacts, roster: Roster): readonly string[] {
	const keys: string[] = [];
	const officers = sentByOfficer(facts, roster);
	const told = officers ? new Set(facts.copyStatements.flatMap(everybodyMeant)) : [];
	for (const id of told) keys.push(`t${id}@${facts.date.slice(0, 10)}`);
	const sentOn: { readonly ids: Iterable<string>; readonly date: string }[] = [];
	if (officers && mayBeOnward(facts, roster)) sentOn.push({ ids: receivedBy(facts, roster), date: facts.date });
	for (const resend of facts.resends) {
		const date = resend.date ?? facts.date;
		const ids = [...resend.to, ...resend.bcc].flatMap((address) => {
			const party = roster.party(address, date);
			return party.kind === "councillor" ? [party.person.id] : [];
		});
		sentOn.push({ ids, date });
	}
	for (const { ids, date } of sentOn) {
		for (const id of ids) {
			if (roster.person(id)?.role !== "councillor") continue;
			for (let day = -NOTICE_LOOKUP_DAYS; day <= NOTICE_LOOKUP_DAYS; day += 1) {
				keys.push(`t${id}@${new Date(Date.parse(date) + day * DAY_MS).toISOString().slice(0, 10)}`);
			}
		}
	}
	return keys;
}

/**
 * A briefing meets what tells of it, and what briefs any group, in the days around it. An answer of which only the
 * request can say that it was for a group has keys of its own (`h`): there are many, and they must not make the others
 * common.
 */
function briefingKeys(facts: MessageFacts, roster: Roster): readonly string[] {
	if (facts.briefing === undefined) return [];
	if (!sentByOfficer(facts, roster)) return requestKeys(facts);
	const around = (prefix: string, days: number): readonly string[] =>
		Array.from({ length: 2 * days + 1 }, (_, index) => {
			const day = new Date(Date.parse(facts.date) + (index - days) * DAY_MS).toISOString().slice(0, 10);
			return `${prefix}@${day}`;
		});
	const wanted = ["q", "p"].map((prefix) => `${prefix}@${weekOf(facts)}`);
	if (briefingOf(facts, roster) !== undefined)
		return [...around("g", BRIEFING_LOOKUP_DAYS), ...around("h", 0), ...wanted];
	if (facts.briefing.tells.length > 0) return [...around("g", 0), ...around("h", 0), ...wanted];
	const answers = facts.inReplyTo.length > 0 && briefingOf(facts, roster, true) !== undefined;
	return answers ? around("h", BRIEFING_LOOKUP_DAYS) : [];
}

/** A group asks for what another was given so long ago; a copy may come so long after, as the longest time to answer. */
const REQUEST_LOOKUP_WEEKS = 8;

/**
 * A councillor's request for a paper meets the groups' briefings, and what tells of them, in these weeks. One that speaks
 * of no group can only be about a notice that it answers (`p`): there are many, and they must not make the others common.
 */
function requestKeys({ date, briefing, inReplyTo }: MessageFacts): readonly string[] {
	if (briefing?.wants === undefined || !(briefing.wants.ofGroups || inReplyTo.length > 0)) return [];
	const first = weekOf({ date }) - REQUEST_LOOKUP_WEEKS;
	const prefix = briefing.wants.ofGroups ? "q" : "p";
	return Array.from({ length: 2 * REQUEST_LOOKUP_WEEKS + 1 }, (_, index) => `${prefix}@${first + index}`);
}

function weekOf({ date }: Pick<MessageFacts, "date">): number {
	return Math.floor(Date.parse(date) / (7 * DAY_MS));
}
