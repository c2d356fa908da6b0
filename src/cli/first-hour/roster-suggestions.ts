/** What the roster seems to lack: proposals for a person to judge, never taken by themselves. */
import { domainOf, enclosingDomain } from "../../people/address.ts";
import { nameParts } from "../../people/name-parts.ts";
import type { Person } from "../../people/person.ts";
import { bodyKey, type Roster } from "../../people/roster.ts";
import { addressShowsName, isFullName, isSameName, nameInAddress, shownName } from "./display-names.ts";
import { kindOfLocalPart, namesABody } from "./role-words.ts";
import type { SeenAddress } from "./seen-people.ts";

export type Suggestion = {
	readonly seen: SeenAddress;
} /** On the council's domain, a human being by name. `sure`: the role shows in the name or the address. */ & (
	| { readonly kind: "person"; readonly name: string; readonly role: "councillor" | "officer"; readonly sure: boolean }
	/** A post that people of the office share. */
	| { readonly kind: "shared"; readonly name: string }
	/** `members` as council.yaml has them; absent where nothing tells. */
	| { readonly kind: "list"; readonly name?: string; readonly members?: string }
	/** Another address of somebody of the roster: `outside` the council's domains or on them. */
	| { readonly kind: "address"; readonly person: Person; readonly outside: boolean; readonly by: "name" | "address" }
	/** On the council's domain; nobody writes there. */
	| { readonly kind: "machine" }
	| { readonly kind: "unclear" }
);

interface Bodies {
	readonly committees: readonly string[];
	readonly groups: readonly string[];
}

/** More names than this on one address: a service that writes in everybody's name. */
const NAMES_OF_ONE_PERSON = 4;
const MAIN_NAME_SHARE = 0.5;

/** By how often they were seen, most often first. `at` is the day (ISO 8601) by which the roster is read. */
export function suggestionsFor(seen: readonly SeenAddress[], roster: Roster, at: string): readonly Suggestion[] {
	const { people, domains } = roster.register;
	const own = new Set(domains);
	const known = people
		.filter(({ shared }) => !shared)
		.flatMap((person) => {
			const parts = nameParts(person.name, person.addresses);
			return parts === undefined ? [] : [{ person, parts }];
		});
	const bodies: Bodies = {
		committees: [...new Set(people.flatMap((person) => person.committees))],
		groups: [...new Set(people.flatMap((person) => person.group ?? []))],
	};

	const personOf = (one: SeenAddress): { readonly person: Person; readonly by: "name" | "address" } | undefined => {
		const name = shownName(mainName(one)).name;
		for (const by of ["name", "address"] as const) {
			const fitting = known.filter(({ parts }) =>
				by === "name" ? isSameName(name, parts) : addressShowsName(one.address, parts),
			);
			const [only] = fitting;
			// Two namesakes: nobody can tell whose it is. Two entries of one human being are no two.
			if (only !== undefined && fitting.every(({ person }) => person.name === only.person.name)) {
				return { person: only.person, by };
			}
		}
		return undefined;
	};

	return seen
		.flatMap((one): readonly Suggestion[] => {
			const party = roster.party(one.address, one.last ?? at);
			if (party.kind === "unknown-council") return [inside(one, personOf(one), bodies)];
			const outside = party.kind === "third-party" && party.former === undefined && !party.complainant;
			if (!outside || enclosingDomain(domainOf(one.address), own) !== undefined) return [];
			if (kindOfLocalPart(one.address) === "machine" || isManyPeople(one)) return [];
			const found = personOf(one);
			return found === undefined ? [] : [{ kind: "address", seen: one, outside: true, ...found }];
		})
		.sort((a, b) => b.seen.count - a.seen.count || a.seen.address.localeCompare(b.seen.address));
}

function inside(
	seen: SeenAddress,
	known: { readonly person: Person; readonly by: "name" | "address" } | undefined,
	bodies: Bodies,
): Suggestion {
	const kind = kindOfLocalPart(seen.address);
	if (kind === "machine") return { kind: "machine", seen };
	const display = mainName(seen);
	const { name, councillor } = shownName(display);
	const body = display !== "" && namesABody(display);
	const human = isFullName(name) && !body;
	if ((kind === "list" || kind === "post" || body) && !(human && kind === "post")) {
		const members = membersOf(seen.address, display, bodies);
		// Who writes is no list, and a mailbox that never wrote may still be one that only receives.
		const isList = kind === "list" || members !== undefined || /\b(?:committee|group|members)$/iu.test(display);
		if (seen.sent === 0 && isList) {
			return { kind: "list", seen, ...(display === "" ? {} : { name: display }), ...(members ? { members } : {}) };
		}
		return { kind: "shared", seen, name: display === "" ? titled(seen.address) : display };
	}
	if (known !== undefined) return { kind: "address", seen, outside: false, ...known };
	const shown = human ? name : nameInAddress(seen.address);
	if (shown === undefined) return { kind: "unclear", seen };
	const isCouncillor = councillor || kind === "councillor" || isCouncillorsPost(seen.address);
	return {
		kind: "person",
		seen,
		name: shown,
		role: isCouncillor ? "councillor" : "officer",
		sure: isCouncillor || kind === "post",
	};
}

/** Where nothing else is known, the mayor's mailbox is a councillor's. */
function isCouncillorsPost(address: string): boolean {
	return /^(?:mayor|deputy\W?mayor|chair(?:man|woman)?|vice\W?chair|leader)@/u.test(address);
}

function membersOf(address: string, display: string, { committees, groups }: Bodies): string | undefined {
	const local = address.slice(0, address.lastIndexOf("@")).toLowerCase();
	const written = [local, display.toLowerCase()].flatMap((text) => text.split(/[^\p{L}]+/u));
	const says = (pattern: RegExp) => written.some((word) => pattern.test(word));
	const named = (names: readonly string[]) => {
		return names.find((name) => [local, display].some((one) => bodyKey(one) === bodyKey(name)));
	};
	const committee = named(committees);
	if (committee !== undefined) return `committee:${committee}`;
	const group = named(groups);
	if (group !== undefined) return `group:${group}`;
	if (says(/^(?:all)?(?:councillors|cllrs|members)$/u)) return "all-councillors";
	return says(/^(?:all)?(?:staff|officers|employees)$/u) ? "all-officers" : undefined;
}

/** The display name seen most often; "" where there was none. */
function mainName({ names }: SeenAddress): string {
	return [...names].sort(([a, many], [b, more]) => more - many || a.localeCompare(b))[0]?.[0] ?? "";
}

/** Sharing services and notifiers write in the names of many from one address. */
function isManyPeople({ names }: SeenAddress): boolean {
	const different = new Map<string, number>();
	for (const [display, count] of names) {
		const key = shownName(display).name.toLowerCase();
		different.set(key, (different.get(key) ?? 0) + count);
	}
	const total = [...different.values()].reduce((sum, count) => sum + count, 0);
	return (
		different.size > NAMES_OF_ONE_PERSON ||
		(different.size > 2 && Math.max(...different.values()) < total * MAIN_NAME_SHARE)
	);
}

/** "hall.bookings@…" → "Hall bookings". */
function titled(address: string): string {
	const text = address
		.slice(0, address.lastIndexOf("@"))
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
	return text.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
}
