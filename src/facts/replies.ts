/** What came after an enquiry: officers' replies on its matter, and the enquirer's own later words. */
import type { Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import { type Enquiry, enquiryIn, salutedIn } from "./enquiry.ts";
import { isAnsweredByErrand } from "./errand-asked.ts";
import type { ExchangeFacts, MessageFacts } from "./facts.ts";
import { namedCouncillors, receivedBy, sentByOfficer } from "./recipients.ts";
import { onMatterOf, sharedTopics, shareOfTopics, speaksOnlyTo, told } from "./same-matter.ts";
import { answersSubject, bareSubject, idsFrom, isMuchOf, quotes } from "./same-thread.ts";

export interface Reply {
	readonly message: MessageFacts;
	/** answer: substantive; holding: the answer is to come; receipt: it arrived; question: asks back. */
	readonly kind: "answer" | "holding" | "receipt" | "question";
	readonly reading: NonNullable<ExchangeFacts["reply"]>;
}

export interface Aftermath {
	/** Oldest first. */
	readonly replies: readonly Reply[];
	/** The enquirer's word that he needs no answer any more, or has had it by word of mouth. */
	readonly withdrawn?: MessageFacts;
	/** The enquirer's later messages in the thread, oldest first. */
	readonly later: readonly MessageFacts[];
}

/** More named councillors than this make a circular. */
const FEW_COUNCILLORS = 4;
/** A later mail with so large a share of the enquiry's words, and no others to speak of, asks the same again. */
const SAME_QUESTION_SHARE = 0.6;
const SAME_QUESTION_AFRESH_SHARE = 0.8;
const FEW_TOPICS = 3;
/** "Ignore my last": so short a note speaks of nothing else. */
const SHORT_NOTE_WORDS = 30;

/** `related` may be in any order and hold other matters; what is dated before the enquiry counts only in its thread. */
export function aftermathOf(enquiry: Enquiry, related: readonly MessageFacts[], roster: Roster): Aftermath {
	const thread = idsFrom(enquiry.message, related);
	const own = related.filter((message) => isBy(message, enquiry.author, roster));
	const later = own.filter((message) => isAfter(message, enquiry.message) && goesOn(message, enquiry.message, thread));
	const further = own.flatMap((message) => {
		const other = isAfter(message, enquiry.message) ? enquiryIn(message, roster) : undefined;
		return other === undefined || asksAgain(other, enquiry, thread) ? [] : [other];
	});
	const replies = related.flatMap((message) => {
		const reply = replyIn(message, enquiry, roster);
		return reply !== undefined && isOnMatter(message, enquiry, { thread, further, roster }) ? [reply] : [];
	});
	const withdrawn = own.filter((message) => isWithdrawal(message, enquiry, thread, further)).toSorted(compare)[0];
	return {
		replies: replies.toSorted((a, b) => compare(a.message, b.message)),
		...(withdrawn === undefined ? {} : { withdrawn }),
		later: later.toSorted(compare),
	};
}

/** The earlier enquiry of the same councillor that this one repeats or recalls, if it was still unanswered. */
export function recalledBy(enquiry: Enquiry, related: readonly MessageFacts[], roster: Roster): Enquiry | undefined {
	for (const message of related) {
		if (!isAfter(enquiry.message, message) || !isBy(message, enquiry.author, roster)) continue;
		const earlier = enquiryIn(message, roster);
		if (earlier === undefined || !asksAgain(enquiry, earlier, idsFrom(message, [...related, enquiry.message])))
			continue;
		const { replies, withdrawn } = aftermathOf(
			earlier,
			[...related.filter((one) => one !== message), enquiry.message],
			roster,
		);
		const closed = replies.some(({ message: reply, kind }) => kind === "answer" && reply.date < enquiry.message.date);
		if (!closed && (withdrawn === undefined || withdrawn.date > enquiry.message.date)) return earlier;
	}
	return undefined;
}

function isBy(message: MessageFacts, author: Person, roster: Roster): boolean {
	const party = roster.party(message.from[0]?.address ?? "", message.date);
	return party.kind === "councillor" && party.person.id === author.id && !message.automatic;
}

function isAfter(message: MessageFacts, earlier: MessageFacts): boolean {
	return message.identity !== earlier.identity && compare(message, earlier) > 0;
}

function compare(a: MessageFacts, b: MessageFacts): number {
	return a.date < b.date ? -1 : a.date > b.date ? 1 : a.identity < b.identity ? -1 : a.identity > b.identity ? 1 : 0;
}

function goesOn(later: MessageFacts, earlier: MessageFacts, thread: ReadonlySet<string>): boolean {
	return thread.has(later.messageId) || quotes(later, earlier) || answersSubject(later, earlier);
}

/** An officer's mail that reached the enquirer, as a reply; automatic ones are none. */
function replyIn(message: MessageFacts, enquiry: Enquiry, roster: Roster): Reply | undefined {
	const reading = message.exchange?.reply;
	if (reading === undefined || message.own || message.automatic) return undefined;
	if (message.exchange?.signs.includes("automatic") === true) return undefined;
	if (!sentByOfficer(message, roster) || !receivedBy(message, roster).has(enquiry.author.id)) return undefined;
	// "I have told Rob" answers who was told "has Rob been told?".
	if (reading.errand !== undefined && isAnsweredByErrand(enquiry.exchange.asks, reading.errand))
		return { message, kind: "answer", reading };
	return { message, kind: kindOf(message, reading.kind, roster), reading };
}

function kindOf(
	message: MessageFacts,
	kind: NonNullable<ExchangeFacts["reply"]>["kind"],
	roster: Roster,
): Reply["kind"] {
	// What could not be read may have been the answer.
	if (kind === "empty") return message.partlyRead.length > 0 ? "answer" : "receipt";
	// "Priya, can you let Alan have the figures?" with Alan in copy is no answer to him.
	const greeted = salutedIn(message);
	const toColleague =
		greeted.length > 0 &&
		greeted.every((id) => roster.person(id, message.date)?.role === "officer") &&
		namedCouncillors(message, roster, ["to"]).length === 0;
	return toColleague && kind === "answer" ? "receipt" : kind;
}

interface Around {
	readonly thread: ReadonlySet<string>;
	/** Other questions of the same councillor, asked later. */
	readonly further: readonly Enquiry[];
	readonly roster: Roster;
}

function isOnMatter(message: MessageFacts, enquiry: Enquiry, { thread, further, roster }: Around): boolean {
	const answer = told(message);
	if (answer === undefined) return false;
	const asked = { subject: enquiry.message.subject, exchange: enquiry.exchange };
	if (!goesOn(message, enquiry.message, thread)) {
		if (!isAfter(message, enquiry.message)) return false;
		const reached = [...receivedBy(message, roster)].filter(
			(id) => roster.person(id, message.date)?.role === "councillor",
		);
		return onMatterOf(answer, asked, reached.length > FEW_COUNCILLORS);
	}
	if (!thread.has(message.messageId) && !isAfter(message, enquiry.message)) return false;
	// An old thread taken up again for something else, under a subject of its own. Who answers by sending a document may
	// name the mail after that.
	const renamed = !bareSubject(message.subject).includes(bareSubject(enquiry.message.subject));
	const encloses =
		message.inReplyTo.includes(enquiry.message.messageId) && message.attachments.some(({ inline }) => !inline);
	if (renamed && !encloses && sharedTopics(answer.exchange, enquiry.exchange).length === 0) return false;
	return !further.some(
		(other) =>
			isAfter(message, other.message) &&
			(message.inReplyTo.includes(other.message.messageId) ||
				message.references.includes(other.message.messageId) ||
				quotes(message, other.message)) &&
			speaksOnlyTo(other.exchange, enquiry.exchange, answer.exchange),
	);
}

/** Whether a later mail only asks again what an earlier one asked. */
function asksAgain(later: Enquiry, earlier: Enquiry, thread: ReadonlySet<string>): boolean {
	if (isMuchOf(later.message.authored, earlier.message.authored)) return true;
	const share = shareOfTopics(later.exchange, earlier.exchange);
	const reminds = later.exchange.signs.includes("reminds");
	if (goesOn(later.message, earlier.message, thread)) return reminds || share >= SAME_QUESTION_SHARE;
	if (later.exchange.topics.length >= FEW_TOPICS && share >= SAME_QUESTION_AFRESH_SHARE) return true;
	const [after, before] = [told(later.message), told(earlier.message)];
	return reminds && after !== undefined && before !== undefined && onMatterOf(after, before, false);
}

function isWithdrawal(
	message: MessageFacts,
	enquiry: Enquiry,
	thread: ReadonlySet<string>,
	further: readonly Enquiry[],
): boolean {
	const signs = message.exchange?.signs ?? [];
	if (!isAfter(message, enquiry.message) || !(signs.includes("withdraws") || signs.includes("settles"))) return false;
	if (goesOn(message, enquiry.message, thread)) return true;
	const [after, before] = [told(message), told(enquiry.message)];
	if (after !== undefined && before !== undefined && onMatterOf(after, before, false)) return true;
	const last = !further.some((other) => isAfter(message, other.message));
	return last && signs.includes("withdraws") && message.authored.words <= SHORT_NOTE_WORDS;
}
