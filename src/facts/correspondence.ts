/** Which messages are individual correspondence, and which are circulars (RULEBOOK, Terms; readings 8 and 9). */
import type { Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import type { MessageFacts } from "./facts.ts";
import { namedCouncillors, sentByCouncillor, sentByOfficer } from "./recipients.ts";

/** Every councillor in office is visible as a named person: then it is a circular, however they are named. */
export function reachesEveryCouncillor(named: readonly Person[], roster: Roster, at: string): boolean {
	const ids = new Set(named.map((person) => person.id));
	const inOffice = roster.councillors(at);
	return inOffice.length > 1 && inOffice.every((person) => ids.has(person.id));
}

/**
 * The councillors with whom an officer's message is individual correspondence; empty for a circular, for a message
 * to lists or hidden recipients alone, and for mail that no officer sent.
 */
export function correspondents(facts: MessageFacts, roster: Roster): readonly Person[] {
	if (!sentByOfficer(facts, roster)) return [];
	const named = namedCouncillors(facts, roster);
	return reachesEveryCouncillor(named, roster, facts.date) ? [] : named;
}

/**
 * Whose correspondence with an officer this is, in either direction: the councillor who wrote it, or the councillors
 * to whom an officer wrote. Those in To come before those who only stand in Cc.
 */
export function correspondenceOf(facts: MessageFacts, roster: Roster): readonly Person[] {
	if (sentByCouncillor(facts, roster)) {
		const party = roster.party(facts.from[0]?.address ?? "", facts.date);
		const toOfficer = [...facts.to, ...facts.cc].some(
			({ address }) => roster.party(address, facts.date).kind === "officer",
		);
		const everyone = reachesEveryCouncillor(
			[...namedCouncillors(facts, roster), ...(party.kind === "councillor" ? [party.person] : [])],
			roster,
			facts.date,
		);
		return toOfficer && !everyone && party.kind === "councillor" ? [party.person] : [];
	}
	const all = correspondents(facts, roster);
	const addressed = new Set(namedCouncillors(facts, roster, ["to"]).map((person) => person.id));
	const first = all.filter((person) => addressed.has(person.id));
	return first.length > 0 ? first : all;
}
