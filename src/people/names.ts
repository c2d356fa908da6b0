/** People recognised in running text: in copy footers, and in sentences that say who gets a message. */
import { type BodyPattern, bodyPatterns } from "./bodies.ts";
import { fold } from "./fold.ts";
import type { Mention, NamedPeople, NamingOptions } from "./mention.ts";
import { indexNames, type NameIndex } from "./name-index.ts";
import { type ReadName, readNames } from "./name-reader.ts";
import { type OfficeMention, officePhrases } from "./office-phrases.ts";
import type { Person } from "./person.ts";
import type { Roster } from "./roster.ts";
import { type Token, tokenise, unwrapped } from "./tokens.ts";

export type { Mention, NamedPeople, NamingOptions } from "./mention.ts";

interface Directory {
	readonly index: NameIndex;
	readonly bodies: readonly BodyPattern[];
	readonly offices: (text: string, lower: string, line: boolean) => readonly OfficeMention[];
	/** What was found in short lines: salutations, signatures and copy lines are the same in most mail of one person. */
	readonly lines: Map<string, NamedPeople>;
}

type Found = Omit<Mention, "quote" | "people" | "ambiguous"> & { readonly people: readonly Person[] };

/** What can be worked out before any text is seen, by period of office. */
const directories = new WeakMap<Roster, Map<number, Directory>>();

/** How far before and behind a phrase its meaning is looked for, in characters. */
const REACH = 60;

/** The chair of a committee is not its members, its papers are not people. */
const NOT_MEMBERS =
	/^\s+(?:chair|vice|clerk|secretary|leader|agenda|minutes|papers?|meeting|report|decision|budget|terms|room|date|pack|lead|whip)/u;
const HEADED_BY =
	/(?:chair(?:man|woman|person)?|leader|clerk|secretary|whip|meeting|minutes|agenda|report|papers)\s+(?:of|to|for|from)\s+(?:the\s+)?$|(?:cadeirydd|arweinydd)\s+(?:y\s+|yr\s+)?$/u;
const EXCEPT =
	/\b(?:except(?:ing)?|apart from|bar|other than|excluding|but not|not|save|minus|heblaw|ac eithrio)(?: for)?\b[^.;\n]*$/u;

/**
 * @param at the message's date (ISO 8601): only people in office that day are named.
 * @returns every mention in the order of the text. Words that fit nobody give none; a first name or initials that fit
 * several councillors give none either.
 */
export function peopleNamed(text: string, roster: Roster, at: string, options: NamingOptions = {}): NamedPeople {
	if (options.style !== "line" || text.length > LONGEST_KEPT) return read(text, roster, at, options.style === "line");
	const { lines } = directory(roster, at);
	const known = lines.get(text);
	if (known !== undefined) return known;
	if (lines.size >= LINES_KEPT) lines.clear();
	// A copy: a slice would keep the whole text from which it was taken.
	const own = ` ${text}`.slice(1);
	const named = read(own, roster, at, true);
	lines.set(own, named);
	return named;
}

const LONGEST_KEPT = 80;
const LINES_KEPT = 1000;

function read(text: string, roster: Roster, at: string, line: boolean): NamedPeople {
	const folded = fold(text);
	const { index, bodies, offices } = directory(roster, at);
	const tokens = unwrapped(tokenise(folded.text), line);
	const found: Found[] = [];
	const free = (start: number, end: number) => !found.some((one) => start < one.end && one.start < end);

	for (const token of tokens) if (token.kind === "address") found.push(...addressed(token, roster, at));
	for (const mention of bodiesIn(folded.lower, bodies, line)) if (free(mention.start, mention.end)) found.push(mention);
	for (const name of readNames(tokens, index, line)) {
		const start = (tokens[name.from] as Token).start;
		const end = (tokens[name.to - 1] as Token).end;
		if (!free(start, end) && !sharesSurname(found, end)) continue;
		found.push({ kind: name.kind, number: name.number, start, end, people: holderAmong(name, roster, at) });
	}
	for (const mention of offices(folded.text, folded.lower, line)) {
		if (free(mention.start, mention.end)) found.push({ kind: "office", number: "plural", ...mention });
	}
	const mentions = withoutExceptions(withoutAsides(found, folded.lower), folded.lower);
	mentions.sort((a, b) => a.start - b.start);
	return finish(repeatedNamesakes(mentions), roster, (start, end) => folded.original(start, end));
}

function directory(roster: Roster, at: string): Directory {
	const periods = directories.get(roster) ?? new Map<number, Directory>();
	directories.set(roster, periods);
	const period = roster.period(at);
	const known = periods.get(period);
	if (known !== undefined) return known;
	const made = {
		index: indexNames(roster, at),
		bodies: bodyPatterns(roster, at),
		offices: officePhrases(roster, at),
		lines: new Map(),
	};
	periods.set(period, made);
	return made;
}

function addressed(token: Token, roster: Roster, at: string): Found[] {
	const party = roster.party(token.text, at);
	const span = { start: token.start, end: token.end };
	if (party.kind === "list") return [{ kind: "list", number: "plural", people: party.members, ...span }];
	if (party.kind === "councillor" || party.kind === "officer") {
		return [{ kind: "address", number: "singular", people: [party.person], ...span }];
	}
	// Its local part is no name: what it stands for is known to be outside.
	return [];
}

function bodiesIn(lower: string, bodies: readonly BodyPattern[], line: boolean): Found[] {
	const found: Found[] = [];
	for (const { kind, pattern, people, lineOnly, hints } of bodies) {
		if ((lineOnly === true && !line) || hints?.some((hint) => lower.includes(hint)) === false) continue;
		for (const match of lower.matchAll(pattern)) {
			const start = match.index;
			const end = start + match[0].length;
			if (found.some((one) => start < one.end && one.start < end)) continue;
			const whole =
				kind === "all" ||
				(!NOT_MEMBERS.test(lower.slice(end, end + REACH)) &&
					!HEADED_BY.test(lower.slice(Math.max(0, start - REACH), start)));
			found.push({ kind, number: "plural", people: whole ? people : [], start, end });
		}
	}
	return found.filter((one) => one.people.length > 0);
}

/** "J & K Smith" gives two names over one stretch of text. */
function sharesSurname(found: readonly Found[], end: number): boolean {
	const last = found.at(-1);
	return last?.kind === "name" && last.end === end;
}

/** "Mayor Smith" is the Smith who is the mayor, where one of them is. */
function holderAmong({ entries, office }: ReadName, roster: Roster, at: string): readonly Person[] {
	const people = entries.map(({ person }) => person);
	const holders = office === undefined || people.length < 2 ? [] : roster.holders(office, at);
	const fitting = people.filter((person) => holders.includes(person));
	return fitting.length > 0 ? fitting : people;
}

/** "Cllr Smith (Chair of Planning)" says who Smith is, not that the committee has it too. */
function withoutAsides(found: readonly Found[], lower: string): Found[] {
	const names = found.filter(({ kind }) => kind === "name" || kind === "address");
	return found.filter((one) => {
		if (one.kind === "name" || one.kind === "address" || one.kind === "all") return true;
		const open = lower.lastIndexOf("(", one.start);
		const inside = open >= 0 && !lower.slice(open, one.start).includes(")");
		return !inside || !names.some(({ end }) => end <= open && lower.slice(end, open).trim() === "");
	});
}

/** "all councillors except Cllr Smith". */
function withoutExceptions(found: readonly Found[], lower: string): Found[] {
	const everyone = found.filter((one) => isBody(one) && one.people.length > 0);
	if (everyone.length === 0) return [...found];
	const left = new Set(
		found.filter((one) =>
			everyone.some(({ end }) => one.start >= end && !isBody(one) && EXCEPT.test(lower.slice(end, one.start))),
		),
	);
	const away = new Set([...left].flatMap(({ people }) => people));
	return found
		.filter((one) => !left.has(one))
		.map((one) => (isBody(one) ? { ...one, people: one.people.filter((person) => !away.has(person)) } : one));
}

function isBody({ kind }: Found): boolean {
	return kind === "all" || kind === "list" || kind === "committee" || kind === "group";
}

/** "Cllrs Smith & Smith": as many as there are Smiths, so all of them. */
function repeatedNamesakes(mentions: readonly Found[]): readonly Found[] {
	const keyOf = ({ people }: Found) => people.map(({ id, role }) => `${id} ${role}`).join();
	const times = new Map<string, number>();
	for (const one of mentions) {
		if (one.kind === "name" && one.people.length > 1) times.set(keyOf(one), (times.get(keyOf(one)) ?? 0) + 1);
	}
	return mentions.map((one) =>
		one.people.length > 1 && (times.get(keyOf(one)) ?? 0) >= one.people.length ? { ...one, number: "plural" } : one,
	);
}

function finish(found: readonly Found[], roster: Roster, quote: (start: number, end: number) => string): NamedPeople {
	const mentions = found
		.filter(({ people }) => people.length > 0)
		.map(({ people, ...rest }): Mention => {
			const [first, ...others] = people;
			const several = others.some((person) => !roster.same(first as Person, person));
			return {
				...rest,
				quote: quote(rest.start, rest.end),
				people: [...new Set(people.map(({ id }) => id))],
				ambiguous: rest.number === "singular" && several,
			};
		});
	return { mentions, people: [...new Set(mentions.flatMap(({ people }) => people))] };
}
