/** Whom a word of the configuration means on a day: "leader", "committee:Planning", "county.example". */
import { bareDomain, domainOf, enclosingDomain, normaliseAddress } from "../people/address.ts";
import type { Party, Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";

const BODY = /^(committee|group):\s*(.+)$/u;
const DOMAIN = /^@?[^\s@:]+\.[^\s@:.]+$/u;

/** What kind of word it is; `name` is a person's or an office's. */
export type WordKind = "everybody" | "body" | "address" | "domain" | "name";

export function kindOfWord(word: string): WordKind {
	if (["all-councillors", "all-officers", "outsiders"].includes(word)) return "everybody";
	if (BODY.test(word)) return "body";
	if (DOMAIN.test(word)) return "domain";
	return word.includes("@") ? "address" : "name";
}

/** Whether one of the words means the person, by any address. `at` is ISO 8601. */
export function meansPerson(words: readonly string[], person: Person, at: string, roster: Roster): boolean {
	return words.some((word) => wordMeans(word, person, at, roster));
}

function wordMeans(word: string, person: Person, at: string, roster: Roster): boolean {
	switch (kindOfWord(word)) {
		case "everybody":
			return word === `all-${person.role}s`;
		case "body":
			return membersOf(word, at, roster).some(({ id }) => id === person.id);
		case "address":
			return person.addresses.includes(normaliseAddress(word));
		case "domain":
			return false;
		case "name":
			return (
				word.toLowerCase() === person.name.toLowerCase() || roster.holders(word, at).some(({ id }) => id === person.id)
			);
	}
}

/** Whether one of the words means whoever has that address; of a list, all its members must be meant. */
export function meansAddress(words: readonly string[], address: string, at: string, roster: Roster): boolean {
	const party = roster.party(address, at);
	return words.some((word) => meansByAddress(word, party)) || meansPeopleBehind(words, party, at, roster);
}

function meansByAddress(word: string, party: Party): boolean {
	switch (kindOfWord(word)) {
		case "everybody":
			return word === "outsiders" && (party.kind === "third-party" || party.kind === "authorised");
		case "address":
			return party.address === normaliseAddress(word);
		case "domain":
			return enclosingDomain(domainOf(party.address), new Set([bareDomain(word)])) !== undefined;
		default:
			return false;
	}
}

function meansPeopleBehind(words: readonly string[], party: Party, at: string, roster: Roster): boolean {
	if (party.kind === "councillor" || party.kind === "officer") return meansPerson(words, party.person, at, roster);
	if (party.kind !== "list" || party.members.length === 0) return false;
	return party.members.every((member) => meansPerson(words, member, at, roster));
}

function membersOf(word: string, at: string, roster: Roster): readonly Person[] {
	const [, kind, name = ""] = BODY.exec(word) ?? [];
	if (kind !== "committee" && kind !== "group") return [];
	return roster.members({ address: "", members: { kind, name: name.trim() } }, at);
}
