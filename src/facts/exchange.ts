/** The part that a message plays in an exchange between a councillor and an officer, as facts. */
import { createLocalDay } from "../people/local-day.ts";
import { peopleNamed } from "../people/names.ts";
import type { Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import { readEnquiry, readOfficerMail } from "../text/enquiries/exchange.ts";
import { readReply } from "../text/enquiries/reply-kind.ts";
import type { Printer } from "../text/fingerprints.ts";
import { wordsOf } from "../text/normalise.ts";
import type { ExchangeFacts, Receipt } from "./facts.ts";
import type { Message } from "./message.ts";
import { peopleBehind } from "./recipients.ts";

/** A finding quotes what was asked, not all of it. */
const ASKS_KEPT = 4;
/** 36 bits: two words seldom meet by chance, and none can be read from it. */
const TOPIC_CHARS = 6;

export interface ExchangeNeeds {
	readonly roster: Roster;
	readonly prints: Printer;
	readonly receipts: readonly Receipt[];
}

/** Undefined for mail that is not between a councillor in office and an officer. */
export function exchangeOf(
	message: Message,
	authored: string,
	{ roster, prints, receipts }: ExchangeNeeds,
): ExchangeFacts | undefined {
	const at = message.date;
	const sender = roster.party(message.from[0]?.address ?? "", at);
	if (sender.kind !== "councillor" && sender.kind !== "officer") return undefined;
	const behind = (addresses: readonly { readonly address: string }[]): readonly Person[] =>
		addresses.flatMap(({ address }) => peopleBehind(roster.party(address, at)));
	const visible = behind([...message.to, ...message.cc]);
	const isOther = ({ role }: Person): boolean => role !== sender.kind;
	if (!visible.some(isOther) && !behind([...message.bcc, ...receipts]).some(isOther)) return undefined;
	// Names come from what all copies show, so that each copy gives the same words.
	const text = {
		subject: message.subject,
		authored,
		readers: nameWords(visible.filter(isOther)),
		names: nameWords([sender.person, ...visible]),
		reply: message.inReplyTo.length > 0 || /^\s*(?:re|sv|aw|atb)\s*:/iu.test(message.subject),
	};
	const keyed = (words: readonly string[]): readonly string[] =>
		words.map((word) => prints.digest(`topic ${word}`).slice(0, TOPIC_CHARS));
	if (sender.kind === "officer") {
		const enclosures = message.attachments.some(({ inline }) => inline !== true);
		const { signs, topics, subjectTopics } = readOfficerMail(text);
		const day = localDay(roster)(at);
		const reply = readReply(authored, day, { enclosures });
		return { asks: [], signs, reply, topics: keyed(topics), subjectTopics: keyed(subjectTopics) };
	}
	const { asks, signs, topics, subjectTopics } = readEnquiry(text);
	return {
		asks: asks.slice(0, ASKS_KEPT).map(({ quote, force, turnsTo }) => {
			const { people } = peopleNamed(turnsTo ?? "", roster, at, { style: "line" });
			return { quote, force, ...(people.length === 0 ? {} : { turnsTo: people }) };
		}),
		signs,
		topics: keyed(topics),
		subjectTopics: keyed(subjectTopics),
	};
}

/** People are many on a circular: beyond so many their names are no longer left out. */
const NAMES_READ = 40;

function nameWords(people: readonly Person[]): ReadonlySet<string> {
	return new Set(people.slice(0, NAMES_READ).flatMap(({ name }) => wordsOf(name)));
}

const days = new WeakMap<Roster, (instant: string) => string>();

function localDay(roster: Roster): (instant: string) => string {
	const known = days.get(roster) ?? createLocalDay(roster.register.timezone);
	days.set(roster, known);
	return known;
}
