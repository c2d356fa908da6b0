/** Whether two mails speak of one matter, as far as their topics tell: words that both have. */
import type { ExchangeFacts, MessageFacts } from "./facts.ts";
import { bareSubject } from "./same-thread.ts";

/** A word of a subject weighs twice. */
const SUBJECT_WEIGHT = 2;
const LEAST_SHARED = 2;
const LEAST_WEIGHT = 3;
/** Mail to many councillors speaks of many things. */
const LEAST_SHARED_IN_CIRCULAR = 3;
const LEAST_WEIGHT_IN_CIRCULAR = 5;

const FEW_TOPICS = 2;

interface Told {
	readonly subject: string;
	readonly exchange: ExchangeFacts;
}

/** Undefined for mail that is not between councillors and officers. */
export function told(message: MessageFacts): Told | undefined {
	return message.exchange === undefined ? undefined : { subject: message.subject, exchange: message.exchange };
}

/** A fresh mail on the matter of another: enough words in common, or one and a word that it is an answer. */
export function onMatterOf(answer: Told, enquiry: Told, circular: boolean): boolean {
	const shared = sharedTopics(answer.exchange, enquiry.exchange);
	const subjects = new Set([...answer.exchange.subjectTopics, ...enquiry.exchange.subjectTopics]);
	const weight = shared.reduce((sum, topic) => sum + (subjects.has(topic) ? SUBJECT_WEIGHT : 1), 0);
	if (circular) return shared.length >= LEAST_SHARED_IN_CIRCULAR && weight >= LEAST_WEIGHT_IN_CIRCULAR;
	if (answer.exchange.signs.includes("refers-back") && shared.length > 0) return true;
	if (sameSubject(answer, enquiry) && enquiry.exchange.subjectTopics.length > 0) return true;
	if (shared.length >= LEAST_SHARED && weight >= LEAST_WEIGHT) return true;
	// "Can I have the agenda?" has but one word of matter; a mail with it in the subject is about it.
	const all = new Set([...enquiry.exchange.topics, ...enquiry.exchange.subjectTopics]);
	return all.size <= FEW_TOPICS && shared.some((topic) => answer.exchange.subjectTopics.includes(topic));
}

function sameSubject(one: Told, other: Told): boolean {
	const bare = bareSubject(one.subject);
	return bare !== "" && bare === bareSubject(other.subject);
}

/** Topics of the text or subject that both have. */
export function sharedTopics(one: ExchangeFacts, other: ExchangeFacts): readonly string[] {
	const known = new Set([...other.topics, ...other.subjectTopics]);
	return [...new Set([...one.topics, ...one.subjectTopics])].filter((topic) => known.has(topic));
}

/** The share of a text's own topics that another mail has too, 0 to 1; 1 for a text without topics. */
export function shareOfTopics(of: ExchangeFacts, within: ExchangeFacts): number {
	if (of.topics.length === 0) return 1;
	const known = new Set([...within.topics, ...within.subjectTopics]);
	return of.topics.filter((topic) => known.has(topic)).length / of.topics.length;
}

/**
 * Whether an answer in a thread with two questions speaks to the second alone: it has words that only the second has,
 * and none that only the first has.
 */
export function speaksOnlyTo(second: ExchangeFacts, first: ExchangeFacts, answer: ExchangeFacts): boolean {
	const said = new Set(answer.topics);
	const own = (topics: readonly string[], others: readonly string[]): readonly string[] =>
		topics.filter((topic) => !others.includes(topic));
	const ofFirst = own(first.topics, second.topics).some((topic) => said.has(topic));
	const ofSecond = own(second.topics, first.topics).some((topic) => said.has(topic));
	return ofSecond && !ofFirst;
}
