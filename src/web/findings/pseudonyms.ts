/** How readers see people: "Officer 3" and "Councillor 7", the same wherever and whenever they stand. */
import { normaliseAddress } from "../../people/address.ts";
import type { Person } from "../../people/person.ts";
import type { Roster } from "../../people/roster.ts";
import type { Finding, FindingPerson } from "../../rules/rule.ts";
import { type PseudonymKind, pseudonymNumbers } from "../../store/pseudonyms.ts";
import type { Db } from "../../store/schema.ts";

export interface Pseudonyms {
	/** Somebody of the roster by number; others only by what they are, so that nobody's mail can be strung together. */
	of(person: Pick<FindingPerson, "as" | "address">): string;
	/** The sender of a finding's message. */
	ofSender(finding: Finding): string;
	/** The addresses behind "Officer 3"; empty where there is no such pseudonym. */
	addressesOf(pseudonym: string): readonly string[];
}

const WORDS: Readonly<Record<PseudonymKind, string>> = { officer: "Officer", councillor: "Councillor" };

/** Looks up, and where need be draws, the numbers of everybody in the roster. */
export async function pseudonymsFor(db: Db, roster: Roster): Promise<Pseudonyms> {
	const people = roster.register.people.filter(({ shared }) => !shared);
	// One human being may stand there twice, with dates of office.
	const idOf = (person: Person) => people.find((other) => roster.same(other, person))?.id ?? person.id;
	const numbers: Record<PseudonymKind, ReadonlyMap<string, number>> = {
		officer: await pseudonymNumbers(db, "officer", idsOf("officer")),
		councillor: await pseudonymNumbers(db, "councillor", idsOf("councillor")),
	};
	const entries = new Map(
		roster.register.people
			.toReversed()
			.flatMap((person) => person.addresses.map((one) => [normaliseAddress(one), person])),
	);
	const labelOf = (person: Person) => `${WORDS[person.role]} ${numbers[person.role].get(idOf(person)) ?? ""}`.trim();
	const named = (address: string): string | undefined => {
		const person = entries.get(normaliseAddress(address));
		if (person === undefined) return undefined;
		return person.shared ? "A council mailbox" : labelOf(person);
	};
	return {
		of: ({ as, address }) =>
			as === "group" ? "A political group" : (named(address) ?? "Somebody outside the council"),
		ofSender: ({ message }) => named(message.from) ?? "Somebody outside the council",
		addressesOf: (pseudonym) => {
			const wanted = pseudonym.trim().replace(/\s+/gu, " ").toLowerCase();
			const meant = people.filter((person) => labelOf(person).toLowerCase() === wanted);
			return [...new Set(meant.flatMap(({ addresses }) => addresses.map(normaliseAddress)))];
		},
	};

	function idsOf(role: PseudonymKind): readonly string[] {
		return [...new Set(people.filter((person) => person.role === role).map(idOf))];
	}
}
