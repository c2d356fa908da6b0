/** Addresses on a message that the roster should perhaps know: on the council's domain, or under a councillor's name. */
import { normaliseAddress } from "./address.ts";
import { fold } from "./fold.ts";
import type { Roster } from "./roster.ts";

export interface UnknownPerson {
	/** Lower case. */
	readonly address: string;
	/** `council-domain`: nobody of the roster has it. `namesake`: an outside address that goes by a councillor's name. */
	readonly kind: "council-domain" | "namesake";
	/** The councillor whose name it goes by. */
	readonly person?: string;
}

interface Written {
	readonly address: string;
	readonly name: string;
}

const TITLES = /\b(?:cllr|councillor|cyng|cynghorydd|mr|mrs|ms|miss|dr|sir|dame|rev)\b\.?/gu;

const namesOf = new WeakMap<Roster, Map<number, ReadonlyMap<string, string>>>();

/** Each address once. @param at ISO 8601: who was in office then counts */
export function unknownPeopleIn(written: readonly Written[], at: string, roster: Roster): readonly UnknownPerson[] {
	const councillors = councillorsByName(roster, at);
	const found = new Map<string, UnknownPerson>();
	for (const { address: raw, name } of written) {
		const address = normaliseAddress(raw);
		const { kind } = roster.party(address, at);
		const person = kind === "third-party" ? councillors.get(bare(name)) : undefined;
		if (kind === "unknown-council") found.set(address, { address, kind: "council-domain" });
		else if (person !== undefined) found.set(address, { address, kind: "namesake", person });
	}
	return [...found.values()];
}

/** By bare name, worked out once for each period of office: every message that comes in is asked for. */
function councillorsByName(roster: Roster, at: string): ReadonlyMap<string, string> {
	const periods = namesOf.get(roster) ?? new Map<number, ReadonlyMap<string, string>>();
	namesOf.set(roster, periods);
	const period = roster.period(at);
	const known = periods.get(period) ?? new Map(roster.councillors(at).map(({ name }) => [bare(name), name]));
	periods.set(period, known);
	return known;
}

/** "Pell, Alan (Cllr)" and "Alan Pell" are one name. */
function bare(name: string): string {
	const plain = fold(name)
		.lower.replace(/\([^)]*\)/gu, " ")
		.replace(TITLES, " ");
	const [last = "", first] = plain.split(",");
	const words = (first === undefined ? last : `${first} ${last}`).split(/[^\p{L}'-]+/u).filter((word) => word !== "");
	// A single word is a first name, or an address without its domain.
	return words.length < 2 ? "" : words.join(" ");
}
