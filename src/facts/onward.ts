/** A councillor's correspondence that an officer's message carries onward to another councillor (RULEBOOK, readings 1–3, 7, 23). */
import type { Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import { correspondenceOf, reachesEveryCouncillor } from "./correspondence.ts";
import type { Contained, MessageFacts } from "./facts.ts";
import { containsText, isWholeTextOf } from "./overlap.ts";
import { peopleBehind, visiblePeople } from "./recipients.ts";

/** A letter shorter than this, in words, can be the same by chance. */
const RESENT_MIN_WORDS = 12;

/** Correspondence that was carried onward, and who had seen it in the open. */
export interface Carried {
	/** The councillors who must be told. */
	readonly of: readonly Person[];
	/** Ids of the people who stood visibly on it, its writer included. */
	readonly sawOpenly: ReadonlySet<string>;
	readonly how: "forwarded" | "attached" | "quoted" | "re-sent" | "redirected";
	readonly quote: string;
	readonly original?: MessageFacts;
	readonly contained?: Contained;
}

/** The message that a quote was taken from, where it is among the related ones. */
export function originalOf(contained: Contained, related: readonly MessageFacts[]): MessageFacts | undefined {
	if (contained.messageId !== undefined) {
		const known = related.find((facts) => facts.messageId === contained.messageId);
		if (known !== undefined) return known;
	}
	const from = contained.from[0]?.address ?? "";
	const byWriter = related.filter((facts) => from === "" || facts.from[0]?.address === from);
	return (
		byWriter.find((facts) => isWholeTextOf(facts.authored, contained.prints)) ??
		// A quote may be cut short, or bring its signature along.
		byWriter.find(
			(facts) =>
				from !== "" &&
				(containsText(facts.authored, contained.prints) || containsText(contained.prints, facts.authored)),
		)
	);
}

/** The correspondence inside a quoted, forwarded or attached message; undefined where it is nobody's. */
export function carriedIn(
	contained: Contained,
	message: MessageFacts,
	related: readonly MessageFacts[],
	roster: Roster,
): Carried | undefined {
	const original = originalOf(contained, related);
	if (original !== undefined) {
		const of = correspondenceOf(original, roster);
		if (of.length === 0) return undefined;
		const sawOpenly = new Set(visiblePeople(original, roster));
		for (const { address } of original.from) addPeople(sawOpenly, address, original.date, roster);
		return { of, sawOpenly, how: contained.via, quote: describe(contained), original, contained };
	}
	return carriedByHeaders(contained, message, roster);
}

/** The same from the quoted header block alone, where the original is in no connected source. */
function carriedByHeaders(contained: Contained, message: MessageFacts, roster: Roster): Carried | undefined {
	const at = contained.date ?? message.date;
	const writer = roster.party(contained.from[0]?.address ?? "", at);
	const sawOpenly = new Set<string>();
	const named: Person[] = [];
	const addressed: Person[] = [];
	for (const { address } of [...contained.from, ...contained.to, ...contained.cc])
		addPeople(sawOpenly, address, at, roster);
	for (const { address } of [...contained.to, ...contained.cc]) {
		const party = roster.party(address, at);
		if (party.kind === "councillor") named.push(party.person);
	}
	for (const { address } of contained.to) {
		const party = roster.party(address, at);
		if (party.kind === "councillor") addressed.push(party.person);
	}
	const base = { sawOpenly, how: contained.via, quote: describe(contained), contained } as const;
	if (writer.kind === "councillor") {
		if (reachesEveryCouncillor([...named, writer.person], roster, at)) return undefined;
		const recipients = [...contained.to, ...contained.cc].map(({ address }) => roster.party(address, at).kind);
		// A reply's "On … X wrote:" names no recipients; the officer who quotes it had it.
		const toOfficer = recipients.length === 0 || recipients.includes("officer");
		return toOfficer ? { ...base, of: [writer.person] } : undefined;
	}
	if (writer.kind === "officer") {
		if (named.length === 0 || reachesEveryCouncillor(named, roster, at)) return undefined;
		return { ...base, of: addressed.length > 0 ? addressed : named };
	}
	return undefined;
}

function addPeople(ids: Set<string>, address: string, at: string, roster: Roster): void {
	for (const person of peopleBehind(roster.party(address, at))) ids.add(person.id);
}

function describe(contained: Contained): string {
	const from = contained.from[0];
	return `From: ${from?.name || from?.address || "unknown"}${contained.date ? `, ${contained.date.slice(0, 10)}` : ""}${contained.subject ? `, ${contained.subject}` : ""}`;
}

/**
 * Earlier correspondence that stands whole in the authored text, without forward headers. An officer's own letter
 * counts only where it still greets its first addressee, or is said to be what that one was told: equal answers to two
 * enquirers are two answers.
 */
export function resentIn(message: MessageFacts, related: readonly MessageFacts[], roster: Roster): readonly Carried[] {
	const found: Carried[] = [];
	for (const earlier of related) {
		if (earlier.date > message.date || earlier.authored.words < RESENT_MIN_WORDS) continue;
		const of = correspondenceOf(earlier, roster);
		if (of.length === 0 || !containsText(message.authored, earlier.authored)) continue;
		const byCouncillor = roster.party(earlier.from[0]?.address ?? "", earlier.date).kind === "councillor";
		const greetsFirst = of.some((person) => message.greeting?.people.includes(person.id));
		const { people = [], unnamed = false } = message.repeats ?? {};
		const saysSo = unnamed || of.some((person) => people.includes(person.id));
		if (!byCouncillor && !saysSo && !(greetsFirst && isWholeTextOf(message.authored, earlier.authored))) continue;
		const sawOpenly = new Set(visiblePeople(earlier, roster));
		for (const { address } of earlier.from) addPeople(sawOpenly, address, earlier.date, roster);
		found.push({ of, sawOpenly, how: "re-sent", quote: earlier.subject, original: earlier });
	}
	return found;
}
