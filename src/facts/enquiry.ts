/** Which messages are enquiries of a councillor to an officer (RULEBOOK `enquiry-overdue`; readings 21 and 26). */
import type { Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import type { ExchangeFacts, MessageFacts } from "./facts.ts";
import { peopleBehind } from "./recipients.ts";

export interface Enquiry {
	readonly message: MessageFacts;
	readonly exchange: ExchangeFacts;
	readonly author: Person;
	/** Who was asked, as far as the message tells; first the one to whom the words turn. */
	readonly officers: readonly Person[];
	readonly quote: string;
	/** clear: a question in plain words to an officer; otherwise it is only implied, or others are asked as well. */
	readonly clear: boolean;
}

/** Undefined where it asks nothing, nobody in office asks, or somebody else than an officer is asked. */
export function enquiryIn(message: MessageFacts, roster: Roster): Enquiry | undefined {
	const { exchange } = message;
	if (exchange === undefined || exchange.asks.length === 0) return undefined;
	if (message.own || message.automatic || exchange.signs.includes("automatic")) return undefined;
	const sender = roster.party(message.from[0]?.address ?? "", message.date);
	if (sender.kind !== "councillor") return undefined;
	const to = on(message, roster, ["to"]);
	const all = on(message, roster, ["to", "cc"]);
	const ids = new Set(all.map((person) => person.id));
	const greeted = salutedIn(message).filter((id) => ids.has(id));
	for (const ask of exchange.asks) {
		// A name that is on nobody's copy is no addressee ("Saturday, then?").
		const named = (ask.turnsTo ?? []).filter((id) => ids.has(id));
		const turnsTo = named.length > 0 ? named : greeted;
		const asked = turnsTo.length > 0 ? all.filter(({ id }) => turnsTo.includes(id)) : to;
		const officers = asked.filter(({ role }) => role === "officer");
		if (officers.length === 0) continue;
		const shared = turnsTo.length === 0 && asked.some(({ role }) => role !== "officer");
		const clear = ask.force === "plain" && !shared && !writesOutside(message, roster);
		return { message, exchange, author: sender.person, officers, quote: ask.quote, clear };
	}
	return undefined;
}

const SALUTATION_END = /[,:;!.(]|\s[–—-]/u;
const LONGEST_SALUTATION_WORDS = 5;

/** Ids of those whom the first words greet: "Dear Jo,", and not "Jo tells me that the gate is broken". */
export function salutedIn({ greeting }: MessageFacts): readonly string[] {
	if (greeting === undefined) return [];
	const words = (greeting.quote.split(SALUTATION_END)[0] ?? "").trim().split(/\s+/u);
	return words.length > LONGEST_SALUTATION_WORDS ? [] : greeting.people;
}

/** People of the roster in these fields. A list of councillors and officers stands for nobody in particular. */
function on(message: MessageFacts, roster: Roster, fields: readonly ("to" | "cc")[]): readonly Person[] {
	const found = new Map<string, Person>();
	for (const { address } of fields.flatMap((field) => message[field])) {
		const party = roster.party(address, message.date);
		const behind = peopleBehind(party);
		if (party.kind === "list" && behind.some(({ role }) => role !== "officer")) continue;
		for (const person of behind) found.set(person.id, person);
	}
	return [...found.values()];
}

/** What turns to an outsider in To asks him first. */
function writesOutside(message: MessageFacts, roster: Roster): boolean {
	return message.to.some(({ address }) => {
		const { kind } = roster.party(address, message.date);
		return kind === "third-party" || kind === "authorised";
	});
}
