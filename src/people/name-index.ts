/** The people whom a text may name in one period of office, found by surname, given name and initials. */
import { type NameParts, nameParts } from "./name-parts.ts";
import { slips } from "./near.ts";
import type { Person } from "./person.ts";
import type { Roster } from "./roster.ts";

export interface Entry extends NameParts {
	readonly person: Person;
}

export interface NameIndex {
	readonly bySurname: ReadonlyMap<string, readonly Entry[]>;
	readonly byPart: ReadonlyMap<string, readonly Entry[]>;
	readonly byGiven: ReadonlyMap<string, readonly Entry[]>;
	readonly byInitials: ReadonlyMap<string, readonly Entry[]>;
	/** Surnames of people who are not in office: a misspelling is never one of these spelt right. */
	readonly others: ReadonlySet<string>;
	/** What {@link misspelt} found for a word, as the same words come again and again. */
	readonly spellings: Map<string, readonly Entry[]>;
}

const CACHED_SPELLINGS = 20_000;

export function indexNames(roster: Roster, at: string): NameIndex {
	const present = [...roster.councillors(at), ...roster.officers(at)];
	const entries = present.flatMap(entryOf);
	const absent = roster.register.people.filter((person) => !present.includes(person)).flatMap(entryOf);
	return {
		bySurname: gather(entries, ({ surnames }) => surnames),
		byPart: gather(entries, ({ partial }) => partial),
		byGiven: gather(entries, ({ givens }) => givens),
		byInitials: gather(entries, ({ initials }) => initials),
		others: new Set(absent.flatMap(({ surnames }) => surnames)),
		spellings: new Map(),
	};
}

function entryOf(person: Person): Entry[] {
	const parts = person.shared ? undefined : nameParts(person.name, person.addresses);
	return parts === undefined ? [] : [{ person, ...parts }];
}

function gather(entries: readonly Entry[], keysOf: (entry: Entry) => readonly string[]) {
	const found = new Map<string, Entry[]>();
	for (const entry of entries) {
		for (const key of new Set(keysOf(entry))) found.set(key, [...(found.get(key) ?? []), entry]);
	}
	return found;
}

/** The entries of the one surname that `written` misspells; none where two surnames are equally near. */
export function misspelt(index: NameIndex, written: string): readonly Entry[] {
	const known = index.spellings.get(written);
	if (known !== undefined) return known;
	const found = nearestSurname(index, written);
	if (index.spellings.size >= CACHED_SPELLINGS) index.spellings.clear();
	index.spellings.set(written, found);
	return found;
}

function nearestSurname(index: NameIndex, written: string): readonly Entry[] {
	if (index.others.has(written)) return [];
	let best = Number.POSITIVE_INFINITY;
	let nearest: string[] = [];
	for (const surname of index.bySurname.keys()) {
		const distance = slips(written, surname) ?? Number.POSITIVE_INFINITY;
		if (distance < best) nearest = [];
		if (distance <= best && distance < Number.POSITIVE_INFINITY) {
			best = distance;
			nearest.push(surname);
		}
	}
	return nearest.length === 1 ? (index.bySurname.get(nearest[0] as string) ?? []) : [];
}

/** Those whom a written given name or initial fits; several grades, the best that fits anybody. */
export function fitting(entries: readonly Entry[], given: string, lenient: boolean): readonly Entry[] {
	const grades: ((entry: Entry) => boolean)[] =
		given.length === 1
			? [
					({ givens }) => givens[0]?.startsWith(given) === true,
					({ givens }) => givens.some((one) => one.startsWith(given)),
				]
			: [
					({ givens, written }) => givens.indexOf(given) >= 0 && givens.indexOf(given) < written,
					({ givens }) => givens.includes(given),
					({ givens, written }) => givens.slice(0, written).some((one) => begins(one, given)),
					({ givens }) => givens.some((one) => slips(given, one) === 1),
				];
	// The roster may give no more than an initial; "Cllr Jonathan Smith" may be the roster's John.
	grades.push(({ givens }) => givens.length === 0 || (givens[0]?.length === 1 && givens[0] === given[0]));
	if (lenient && given.length > 1) grades.push(({ givens }) => givens[0]?.[0] === given[0]);
	for (const fits of grades) {
		const found = entries.filter(fits);
		if (found.length > 0) return found;
	}
	return [];
}

/** Those whose given name begins with `short`, of three letters or more. */
export function shortenedTo(index: NameIndex, short: string): readonly Entry[] {
	if (short.length <= SHORTEST_SHORT_FORM) return [];
	const found = [...index.byGiven].filter(([given]) => given.startsWith(short)).flatMap(([, entries]) => entries);
	return [...new Set(found)];
}

const SHORTEST_SHORT_FORM = 2;

function begins(a: string, b: string): boolean {
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	const stem = short.replace(/(?:ie|y)$/u, "");
	return (
		Math.max(stem.length, short.length) >= SHORTEST_SHORT_FORM &&
		(long.startsWith(short) || (stem.length >= SHORTEST_SHORT_FORM && long.startsWith(stem)))
	);
}
