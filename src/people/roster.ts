/**
 * The roster: an address, an office or a list, at a date → the people it stands for. Built once from the register.
 * The people in office change only on a few turning days, so everything is worked out once between two of them.
 */
import { bareDomain, domainOf, enclosingDomain, normaliseAddress, withoutTag } from "./address.ts";
import { createLocalDay } from "./local-day.ts";
import { officeAndStandIns, officeKey } from "./offices.ts";
import type { AuthorisedRecipient, CouncilList, Party, Person, Register } from "./person.ts";
import { byPrecedence, holdsOn, turningDays } from "./terms.ts";

export interface Roster {
	readonly register: Register;
	/** By id (first address). Of several entries, the one that counts at `at`, else the one begun last. */
	person(id: string, at?: string): Person | undefined;
	/** What the address stands for on the council's local day of that instant (ISO 8601). */
	party(address: string, at: string): Party;
	/** Both ends inclusive, in the council's zone. */
	inOffice(person: Person, at: string): boolean;
	/** Those in office; a councillor who acts as an officer that day is among the officers instead. */
	councillors(at: string): readonly Person[];
	/** Shared mailboxes included. */
	officers(at: string): readonly Person[];
	/** Members of the list who are people of the roster in office, each once. */
	members(list: CouncilList, at: string): readonly Person[];
	/** Addresses on the list that are nobody's in office: the outsiders whom it reaches, lower case. */
	outsiders(list: CouncilList, at: string): readonly string[];
	/** "Deputy Mayor" names the vice-chair where nobody is deputy mayor, "Mayor" the chair, "Clerk" the Proper Officer. */
	holders(office: string, at: string): readonly Person[];
	properOfficer(at: string): readonly Person[];
	/** Political groups with their councillors. Independents are none, unless a list is made for them. */
	groups(at: string): ReadonlyMap<string, readonly Person[]>;
	/** Whether two entries are one human being: by a shared address, or one name in two roles or at two times. */
	same(a: Person, b: Person): boolean;
	/** A label of the stretch between two turning days: what is derived from people in office may be kept by it. */
	period(at: string): number;
}

/** Enough for the outsiders of a busy mailbox; a larger archive only works some of them out again. */
const CACHED_PARTIES = 50_000;

const UNGROUPED = /^(independents?|independent (councill?or|member)s?|non-?aligned|ungrouped|none|no group)$/iu;

/** A stretch of days on which the same people are in office. */
interface Period {
	readonly index: number;
	readonly holders: ReadonlyMap<string, Person>;
	readonly councillors: readonly Person[];
	readonly officers: readonly Person[];
	readonly parties: Map<string, Party>;
	groups?: ReadonlyMap<string, readonly Person[]>;
}

export function createRoster(register: Register): Roster {
	const localDay = createLocalDay(register.timezone);
	const turns = turningDays(register.people);
	const periods = new Map<number, Period>();
	const domains = new Set(register.domains.map(bareDomain));
	const entries = entriesByAddress(register.people);
	const lists = new Map(register.lists.map((list) => [normaliseAddress(list.address), list]));
	const complainants = new Set(register.complainants.map(({ email }) => normaliseAddress(email)));
	const authorised = indexAuthorised(register.authorisedRecipients);

	function periodAt(at: string): Period {
		const day = localDay(at);
		let index = turns.length;
		while (index > 0 && (turns[index - 1] as string) > day) index--;
		let period = periods.get(index);
		if (period === undefined) {
			period = openPeriod(register.people, entries, day, index);
			periods.set(index, period);
		}
		return period;
	}

	function party(address: string, at: string): Party {
		const period = periodAt(at);
		const key = normaliseAddress(address);
		const known = period.parties.get(key);
		if (known !== undefined) return known;
		const base = withoutTag(key);
		let found = exactParty(key, period, at);
		if (found === undefined && base !== undefined) {
			const untagged = exactParty(base, period, at);
			found = untagged === undefined ? undefined : { ...untagged, address: key };
		}
		found ??= partyByDomain(key, complainants.has(key) || (base !== undefined && complainants.has(base)));
		if (period.parties.size >= CACHED_PARTIES) period.parties.clear();
		period.parties.set(key, found);
		return found;
	}

	/** The party of an address that the register names as such. */
	function exactParty(address: string, period: Period, at: string): Party | undefined {
		const onCouncilDomain = enclosingDomain(domainOf(address), domains) !== undefined;
		const holder = period.holders.get(address);
		if (holder !== undefined) return { kind: holder.role, person: holder, address, own: !onCouncilDomain };
		const list = lists.get(address);
		if (list !== undefined) return { kind: "list", list, members: members(list, at), address };
		const name = authorised.emails.get(address);
		if (name !== undefined) return { kind: "authorised", name, address };
		const former = entries.get(address)?.[0];
		if (former === undefined) return undefined;
		// A mailbox such as clerk@ stays the council's between two Clerks; a former councillor's does not count as his.
		if (former.role === "officer" && onCouncilDomain) return { kind: "unknown-council", address };
		return { kind: "third-party", address, complainant: complainants.has(address), former };
	}

	/** The narrowest domain decides; a complainant stays one though his employer's domain is authorised. */
	function partyByDomain(address: string, complainant: boolean): Party {
		const domain = domainOf(address);
		const council = enclosingDomain(domain, domains) ?? "";
		const outside = enclosingDomain(domain, authorised.domains) ?? "";
		if (complainant) return { kind: "third-party", address, complainant };
		if (outside.length > council.length) {
			return { kind: "authorised", name: authorised.names.get(outside) ?? outside, address };
		}
		return council === "" ? { kind: "third-party", address, complainant } : { kind: "unknown-council", address };
	}

	function members(list: CouncilList, at: string): readonly Person[] {
		return reach(list, at, new Set()).people;
	}

	/** `seen` guards against lists that name each other. */
	function reach(list: CouncilList, at: string, seen: Set<string>): { people: Person[]; outsiders: string[] } {
		const period = periodAt(at);
		const everyone = [...period.councillors, ...period.officers];
		const { members: who } = list;
		if (who.kind === "all-councillors") return { people: [...period.councillors], outsiders: [] };
		if (who.kind === "all-officers") return { people: [...period.officers], outsiders: [] };
		if (who.kind === "committee") {
			const name = bodyKey(who.name);
			return {
				people: everyone.filter((person) => person.committees.some((one) => bodyKey(one) === name)),
				outsiders: [],
			};
		}
		if (who.kind === "group") {
			const name = bodyKey(who.name);
			return {
				people: period.councillors.filter(({ group }) => group !== undefined && bodyKey(group) === name),
				outsiders: [],
			};
		}
		seen.add(normaliseAddress(list.address));
		const people = new Set<Person>();
		const outsiders = new Set<string>();
		for (const written of who.addresses) {
			const address = normaliseAddress(written);
			const holder = period.holders.get(address);
			const inner = lists.get(address);
			if (holder !== undefined) people.add(holder);
			else if (inner === undefined) outsiders.add(address);
			else if (!seen.has(address)) {
				const below = reach(inner, at, seen);
				for (const person of below.people) people.add(person);
				for (const outsider of below.outsiders) outsiders.add(outsider);
			}
		}
		return { people: [...people], outsiders: [...outsiders] };
	}

	function holders(office: string, at: string): readonly Person[] {
		const { councillors, officers } = periodAt(at);
		const everyone = [...councillors, ...officers];
		for (const key of officeAndStandIns(office)) {
			const named = everyone.filter((person) => person.offices.some((one) => officeKey(one) === key));
			if (named.length > 0) return named;
			const titled = everyone.filter(({ title }) => title !== undefined && officeKey(title) === key);
			if (titled.length > 0) return titled;
		}
		return [];
	}

	function groups(at: string): ReadonlyMap<string, readonly Person[]> {
		const period = periodAt(at);
		period.groups ??= groupsOf(period.councillors, register.lists);
		return period.groups;
	}

	return {
		register,
		party,
		members,
		holders,
		groups,
		same: samePerson,
		person(id, at) {
			const address = normaliseAddress(id);
			const holder = at === undefined ? undefined : periodAt(at).holders.get(address);
			return holder ?? entries.get(address)?.find((person) => person.id === address);
		},
		inOffice: (person, at) => holdsOn(person, localDay(at)),
		councillors: (at) => periodAt(at).councillors,
		officers: (at) => periodAt(at).officers,
		outsiders: (list, at) => reach(list, at, new Set()).outsiders,
		properOfficer: (at) => holders("proper-officer", at).filter(({ role }) => role === "officer"),
		period: (at) => periodAt(at).index,
	};
}

/** All entries of each address, the one that counts first. */
function entriesByAddress(people: readonly Person[]): ReadonlyMap<string, readonly Person[]> {
	const entries = new Map<string, Person[]>();
	for (const person of people) {
		for (const address of new Set(person.addresses.map(normaliseAddress))) {
			entries.set(address, [...(entries.get(address) ?? []), person].sort(byPrecedence));
		}
	}
	return entries;
}

function openPeriod(
	people: readonly Person[],
	entries: ReadonlyMap<string, readonly Person[]>,
	day: string,
	index: number,
): Period {
	const holders = new Map<string, Person>();
	for (const [address, claims] of entries) {
		const holder = claims.find((person) => holdsOn(person, day));
		if (holder !== undefined) holders.set(address, holder);
	}
	const acting = people.filter((person) => holdsOn(person, day) && (holders.get(person.id) ?? person) === person);
	return {
		index,
		holders,
		councillors: acting.filter(({ role }) => role === "councillor"),
		officers: acting.filter(({ role }) => role === "officer"),
		parties: new Map(),
	};
}

function indexAuthorised(recipients: readonly AuthorisedRecipient[]) {
	const emails = new Map<string, string>();
	const names = new Map<string, string>();
	for (const { name, email, domain } of recipients) {
		if (email !== undefined) emails.set(normaliseAddress(email), name);
		if (domain !== undefined) names.set(bareDomain(domain), name);
	}
	return { emails, names, domains: new Set(names.keys()) };
}

function groupsOf(councillors: readonly Person[], lists: readonly CouncilList[]) {
	const listed = new Set(lists.flatMap(({ members }) => (members.kind === "group" ? [bodyKey(members.name)] : [])));
	const groups = new Map<string, { name: string; members: Person[] }>();
	for (const councillor of councillors) {
		const name = councillor.group?.trim() ?? "";
		const key = bodyKey(name);
		if (name === "" || (UNGROUPED.test(name) && !listed.has(key))) continue;
		const group = groups.get(key) ?? { name, members: [] };
		group.members.push(councillor);
		groups.set(key, group);
	}
	return new Map([...groups.values()].map(({ name, members }) => [name, members as readonly Person[]]));
}

/** "Planning Committee" and "planning" are one committee, "Labour Group" and "Labour" one group. */
export function bodyKey(name: string): string {
	return name
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim()
		.replace(/ (committee|cttee|ctte|cte|group|party)$/u, "")
		.replaceAll(" and ", " ");
}

/** Two councillors of one name, father and son say, stay two; one name in two roles or at two times is one human being. */
function samePerson(a: Person, b: Person): boolean {
	if (a === b || a.addresses.some((one) => b.addresses.includes(one))) return true;
	const apart = a.role !== b.role || (a.to ?? "9999") < (b.from ?? "") || (b.to ?? "9999") < (a.from ?? "");
	return apart && nameKey(a.name) === nameKey(b.name);
}

function nameKey(name: string): string {
	return name
		.normalize("NFKD")
		.toLowerCase()
		.replace(/[^\p{L}]+/gu, "");
}
