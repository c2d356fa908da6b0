/** Reads names out of a run of tokens: "Cllrs Pascoe, K. Smith & the two Joneses", "Smith, John (Cllr)", "JS". */
import { type Entry, fitting, misspelt, type NameIndex, shortenedTo } from "./name-index.ts";
import { CIVIL_TITLES, COUNCILLOR_TITLES } from "./name-parts.ts";
import * as around from "./name-surroundings.ts";
import type { Token } from "./tokens.ts";

export interface ReadName {
	readonly kind: "name" | "initials" | "first-name";
	readonly entries: readonly Entry[];
	readonly number: "singular" | "plural";
	/** Token indexes, `to` excluded; titles belong to it. */
	readonly from: number;
	readonly to: number;
	/** The office written before the name, as a title: "Mayor Smith". */
	readonly office?: string;
}

/** What speaks for a name standing here: nothing, a civil title, a list begun by a title, a councillor's title. */
type Ground = "none" | "civil" | "listed" | "titled";

type Surname = { readonly entries: readonly Entry[]; readonly to: number; readonly plural?: boolean };
type Read = Pick<ReadName, "kind" | "entries" | "number" | "to">;

const MAX_SURNAME_WORDS = 4;
const MAX_GIVEN_WORDS = 3;
const MAX_INITIALS = 4;

export function readNames(tokens: readonly Token[], index: NameIndex, line: boolean): readonly ReadName[] {
	const names: ReadName[] = [];
	let ground: Ground = "none";
	let pluralTitle: number | undefined;
	for (let i = 0; i < tokens.length; ) {
		const title = readTitles(i);
		if (title.to > i) {
			ground = title.ground;
			settlePluralTitle();
			pluralTitle = title.plural ? names.length : undefined;
		}
		const read = readOne(title.to);
		if (read.length === 0) {
			i = Math.max(title.to, i + 1);
			ground = "none";
			settlePluralTitle();
			continue;
		}
		for (const name of read) names.push({ from: i, ...(title.office && { office: title.office }), ...name });
		i = around.skipPostNominals(tokens, (read.at(-1) as Read).to);
		const next = around.skipSeparators(tokens, i, line);
		ground = next === i ? "none" : ground === "titled" || ground === "listed" ? "listed" : "none";
		if (next === i) settlePluralTitle();
		i = next;
	}
	settlePluralTitle();
	return names;

	/** "Cllrs Smith" with no further name means both of them. */
	function settlePluralTitle(): void {
		const only = names.length - 1;
		const name = names[only];
		if (pluralTitle === only && name !== undefined) names[only] = { ...name, number: "plural" };
		pluralTitle = undefined;
	}

	function readTitles(from: number): { to: number; ground: Ground; plural: boolean; office?: string } {
		let to = from;
		let found: Ground = ground;
		let plural = false;
		let held: string | undefined;
		for (let i = from; i < tokens.length; i++) {
			const word = tokens[i] as Token;
			if (word.text === "." && i > from && to === i) {
				to = i + 1;
				continue;
			}
			const title = COUNCILLOR_TITLES.get(word.lower);
			const civil = CIVIL_TITLES.has(word.lower) && !around.isCouple(tokens, i);
			const office = around.isOfficeTitle(tokens, i);
			if (title === undefined && !civil && !office) {
				if (around.ARTICLES.has(word.lower)) continue;
				break;
			}
			if (title !== undefined || office) found = "titled";
			else if (to === from || found !== "titled") found = "civil";
			if (office) held = word.lower;
			plural ||= title === "plural";
			to = i + 1;
		}
		return { to, ground: to > from ? found : ground, plural, ...(held === undefined ? {} : { office: held }) };
	}

	function readOne(i: number): readonly Read[] {
		if (tokens[i]?.kind !== "word" || !mayBegin(i)) return [];
		return (
			sharedSurname(i) ??
			givenAndSurname(i, (at) => surnameAt(at, index.bySurname), false) ??
			surnameAlone(i, surnameAt(i, index.bySurname) ?? pluralAt(i)) ??
			givenAndSurname(i, (at) => surnameAt(at, index.byPart), false) ??
			surnameAlone(i, surnameAt(i, index.byPart)) ??
			givenAndSurname(i, misspeltAt, false) ??
			givenAndSurname(i, (at) => surnameAt(at, index.bySurname), true) ??
			givenAndSurname(i, (at) => surnameAt(at, index.byPart), true) ??
			(ground === "civil" || (ground === "none" && !line) ? undefined : surnameAlone(i, misspeltAt(i))) ??
			initialsAlone(i) ??
			firstNameAlone(i) ??
			[]
		);
	}

	/** Spares most words the search: without a title, a name has a capital, is known, or begins a part of a copy line. */
	function mayBegin(i: number): boolean {
		const word = tokens[i] as Token;
		if (ground !== "none" || around.isCapitalised(word)) return true;
		return index.byGiven.has(word.key) || index.bySurname.has(word.key) || (line && around.beginsHere(tokens, i));
	}

	/** The longest run of words that is a surname: "Wynne Jones", "Ap Rhys", "O Neill". */
	function surnameAt(at: number, surnames: ReadonlyMap<string, readonly Entry[]>): Surname | undefined {
		let found: Surname | undefined;
		let key = "";
		for (let to = at; to < at + MAX_SURNAME_WORDS; to++) {
			// "O' Neill"
			if (tokens[to]?.text === "'" && tokens[to - 1]?.text.length === 1 && to > at) continue;
			if (tokens[to]?.kind !== "word" || around.isPossessive(tokens, to)) break;
			key += (tokens[to] as Token).key;
			const entries = surnames.get(key);
			if (entries !== undefined) found = { entries, to: to + 1 };
		}
		return found !== undefined && around.isCompany(tokens, found.to) ? undefined : found;
	}

	/** "the two Smiths". */
	function pluralAt(at: number): Surname | undefined {
		const word = tokens[at] as Token;
		if (!word.key.endsWith("s") || around.isPossessive(tokens, at)) return undefined;
		const entries = index.bySurname.get(word.key.slice(0, -1)) ?? index.bySurname.get(word.key.slice(0, -2)) ?? [];
		return entries.length > 1 ? { entries, to: at + 1, plural: true } : undefined;
	}

	function misspeltAt(at: number): Surname | undefined {
		const word = tokens[at];
		if (word?.kind !== "word" || around.isPossessive(tokens, at) || around.isCompany(tokens, at + 1)) return undefined;
		const next = tokens[at + 1];
		const two = next?.kind === "word" ? misspelt(index, word.key + next.key) : [];
		if (two.length > 0) return { entries: two, to: at + 2 };
		const one = misspelt(index, word.key);
		return one.length > 0 ? { entries: one, to: at + 1 } : undefined;
	}

	/** "J. Smith", "John Smith", "JP Smith"; with `unknown`, a given name that the roster does not know. */
	function givenAndSurname(
		i: number,
		surname: (at: number) => Surname | undefined,
		unknown: boolean,
	): readonly Read[] | undefined {
		const givens: string[] = [];
		for (let at = i; givens.length < MAX_GIVEN_WORDS; ) {
			const given = givenAt(at, unknown);
			if (given === undefined) return undefined;
			givens.push(given.key);
			at = given.to;
			const found = surname(at);
			const first = givens[0] as string;
			if (found === undefined) continue;
			const people = fitting(found.entries, first, ground === "titled" && unknown);
			if (people.length > 0) return [{ kind: "name", entries: suited(people), number: "singular", to: found.to }];
			if (!unknown) return undefined;
		}
		return undefined;
	}

	function givenAt(at: number, unknown: boolean): { key: string; to: number } | undefined {
		const word = tokens[at];
		if (word?.kind !== "word" || around.isPossessive(tokens, at)) return undefined;
		const dot = tokens[at + 1]?.text === "." ? 1 : 0;
		if (word.text.length === 1)
			return around.SEPARATORS.has(word.text) ? undefined : { key: word.key, to: at + 1 + dot };
		if (index.byGiven.has(word.key)) return { key: word.key, to: at + 1 };
		// "JP Smith" begins with J.
		if (/^\p{Lu}{2,3}$/u.test(word.text)) return { key: word.key[0] as string, to: at + 1 + dot };
		return unknown && around.isCapitalised(word) ? { key: word.key, to: at + 1 } : undefined;
	}

	/** "J & K Smith", "John and Kerenza Smith". */
	function sharedSurname(i: number): readonly Read[] | undefined {
		const givens: string[] = [];
		let at = i;
		for (;;) {
			const given = givenAt(at, false);
			if (given === undefined) return undefined;
			givens.push(given.key);
			const next = around.skipSeparators(tokens, given.to, false);
			if (next === given.to) {
				at = given.to;
				break;
			}
			at = next;
		}
		const surname = givens.length > 1 ? surnameAt(at, index.bySurname) : undefined;
		if (surname === undefined) return undefined;
		const people = givens.map((given) => fitting(surname.entries, given, false));
		if (people.some((entries) => entries.length === 0)) return undefined;
		return people.map((entries) => ({ kind: "name", entries: suited(entries), number: "singular", to: surname.to }));
	}

	function surnameAlone(i: number, surname: Surname | undefined): readonly Read[] | undefined {
		if (surname === undefined) return undefined;
		const turned = givenBehind(surname);
		const to = turned?.to ?? surname.to;
		if (!stands(i, to) && turned?.full !== true) return undefined;
		const entries = suited(turned?.entries ?? surname.entries);
		return [{ kind: "name", entries, number: surname.plural === true ? "plural" : "singular", to }];
	}

	/** "Smith, John", "Smith J.", "Smith (John)". `full` where a whole given name fits. */
	function givenBehind({ entries, to }: Surname) {
		const mark = tokens[to]?.text;
		const at = mark === "," || mark === "(" ? to + 1 : to;
		const given = givenAt(at, false);
		if (given === undefined || surnameAt(given.to, index.bySurname) !== undefined) return undefined;
		const people = fitting(entries, given.key, false);
		const end = mark === "(" && tokens[given.to]?.text === ")" ? given.to + 1 : given.to;
		if (people.length === 0 || !around.endsHere(tokens, end)) return undefined;
		return { entries: people, to: end, full: given.key.length > 1 && mark === "," };
	}

	function initialsAlone(i: number): readonly Read[] | undefined {
		let letters = "";
		let to = i;
		const first = tokens[i] as Token;
		if (/^\p{Lu}{2,4}$/u.test(first.text)) {
			letters = first.text;
			to = i + 1;
		} else {
			for (; /^\p{Lu}$/u.test(tokens[to]?.text ?? "") && letters.length < MAX_INITIALS; to++) {
				letters += (tokens[to] as Token).text;
				if (tokens[to + 1]?.text === ".") to++;
			}
		}
		if (letters.length < 2 || around.NOT_INITIALS.has(letters)) return undefined;
		const only = onlyCouncillor(index.byInitials.get(letters) ?? []);
		return only === undefined || !stands(i, to)
			? undefined
			: [{ kind: "initials", entries: [only], number: "singular", to }];
	}

	/** "Tamsin", "Raj" for Rajesh, "Anna M". */
	function firstNameAlone(i: number): readonly Read[] | undefined {
		const word = tokens[i] as Token;
		if (around.isPossessive(tokens, i)) return undefined;
		const entries = index.byGiven.get(word.key) ?? shortenedTo(index, word.key);
		const written = entries.filter((entry) => entry.givens.indexOf(word.key) < entry.written);
		const letters = tokens[i + 1]?.text ?? "";
		if (/^\p{Lu}{1,2}$/u.test(letters) && entries.length > 0) {
			const to = tokens[i + 2]?.text === "." ? i + 3 : i + 2;
			const initials = `${word.text[0]}${letters}`.toUpperCase();
			const only = onlyCouncillor(entries.filter((entry) => entry.initials.includes(initials)));
			return only && stands(i, to) ? [{ kind: "first-name", entries: [only], number: "singular", to }] : undefined;
		}
		const only = stands(i, i + 1) ? onlyCouncillor(written.length > 0 ? written : entries) : undefined;
		return only && [{ kind: "first-name", entries: [only], number: "singular", to: i + 1 }];
	}

	function stands(from: number, to: number): boolean {
		if (ground === "titled" || ground === "civil") return true;
		if (ground === "listed")
			return around.isCapitalised(tokens[from] as Token) || (line && around.endsHere(tokens, to));
		return line && around.beginsHere(tokens, from) && around.endsHere(tokens, to);
	}

	/** After a councillor's title, an officer of the same name is not meant. */
	function suited(entries: readonly Entry[]): readonly Entry[] {
		const councillors = entries.filter(({ person }) => person.role === "councillor");
		return (ground === "titled" || ground === "listed") && councillors.length > 0 ? councillors : entries;
	}
}

function onlyCouncillor(entries: readonly Entry[]): Entry | undefined {
	const councillors = entries.filter(({ person }) => person.role === "councillor");
	const candidates = councillors.length > 0 ? councillors : entries;
	return candidates.length === 1 ? candidates[0] : undefined;
}
