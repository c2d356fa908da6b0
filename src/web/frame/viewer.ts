/**
 * Who looks at a page, and what of the findings he may see. Nobody sees a finding in which he has a part; what concerns
 * the Clerk or the chair is for conflict reviewers (DESIGN, the conflict table).
 */
import type { Reviewer, ReviewRole } from "../../config/council.ts";
import { normaliseAddress } from "../../people/address.ts";
import type { Roster } from "../../people/roster.ts";
import type { Bearing } from "../../store/findings.ts";
import { ALL, isSeenBy, type Seeing } from "../../store/sight.ts";

export interface Viewer {
	readonly name: string;
	/** With which he signed in, lower case. */
	readonly email: string;
	readonly roles: ReadonlySet<ReviewRole>;
	/** Every address of the people of the roster that he is, lower case: what involves one of them is hidden from him. */
	readonly addresses: readonly string[];
}

const OF_REVIEWERS: readonly Bearing["concern"][] = ["anyone", "chair"];
const OF_CONFLICT_REVIEWERS: readonly Bearing["concern"][] = ["clerk", "chair", "clerk-and-chair"];

/** A person of the roster is one under all of his addresses, and in each of his entries. */
export function viewerOf({ name, email, roles }: Reviewer, roster: Roster): Viewer {
	const own = roster.register.people.filter(({ addresses }) =>
		addresses.some((address) => normaliseAddress(address) === email),
	);
	const same = roster.register.people.filter((person) => own.some((one) => roster.same(one, person)));
	const addresses = new Set([email, ...same.flatMap((person) => person.addresses.map(normaliseAddress))]);
	return { name, email, roles: new Set(roles), addresses: [...addresses].sort() };
}

/** Undefined where he sees no findings at all, as a reader or an administrator. */
export function sightOf({ roles, addresses }: Viewer): Seeing | undefined {
	const concerns = new Set<Bearing["concern"]>([
		...(roles.has("reviewer") ? OF_REVIEWERS : []),
		...(roles.has("conflict-reviewer") ? OF_CONFLICT_REVIEWERS : []),
	]);
	return concerns.size === 0 ? undefined : { concerns: [...concerns], notInvolving: addresses };
}

/**
 * What his numbers are made of. Who sees no findings gets all of them but those on himself: a number with them beside
 * one without them would tell him that there are some, and of which rule.
 */
export function countedFor(viewer: Viewer): Seeing {
	return sightOf(viewer) ?? { ...ALL, notInvolving: viewer.addresses };
}

/** The same for one finding, for what was not asked of the database. */
export function sees(sight: Seeing | undefined, bearing: Bearing): boolean {
	return sight !== undefined && isSeenBy(sight, bearing);
}

/** Whether he sees names and addresses; a reader sees numbers and pseudonyms. */
export function seesNames({ roles }: Viewer): boolean {
	return roles.has("reviewer") || roles.has("conflict-reviewer") || roles.has("administrator");
}
