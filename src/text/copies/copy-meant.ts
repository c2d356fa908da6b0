/** Whom the words of a sentence about copies mean: the people named there, or those to whom a pronoun can point. */
import type { Mention } from "../../people/names.ts";
import type { ToldCopy } from "./copy-words.ts";

export interface Meant {
	/** The best guess first. */
	readonly people: readonly string[];
	readonly singular: boolean;
	/** A pronoun stands for one of them: whoever of them got the copy. */
	readonly pointed?: true;
}

/** Where a pronoun's name may stand, besides the clause itself. */
export interface Surroundings {
	/** The sentence before the deciding words, and after them. */
	readonly earlier: string;
	readonly later: string;
	/** The sentences before, the nearest first. */
	readonly before: readonly string[];
}

type Listed = (text: string) => readonly Mention[];

const ONE = /\b(?:he|she|him|her|his)\b/i;
const SEVERAL = /\b(?:they|them|their|both|the two|the pair)\b/i;
/** "Colin's ward", "the Finches' gate", "Niamh's been asking": the name before the ending. */
const GENITIVE = /(?<=\p{L}{2})'s?(?![\p{L}])/gu;

/** Whom the sentence covers. */
export function meantBy(told: ToldCopy, around: Surroundings, listed: Listed): readonly Meant[] {
	let mentions = listed(told.names);
	if (told.whom === "last") mentions = lastMentioned(mentions, told.names);
	if (mentions.length > 0) return mentions.map(asMeant);
	if (told.loose !== undefined) {
		const named = namedAround(told.names, listed);
		if (named.length > 0) return named.map(asMeant);
	}
	if (SEVERAL.test(told.names) && !ONE.test(told.names)) return allOf(around, listed);
	return ONE.test(told.names) || told.loose === "around" ? oneOf(around, listed) : [];
}

/** Names that stand in a stretch of text, owners of things among them. */
export function namedAround(text: string, listed: Listed): readonly Mention[] {
	const named = listed(bare(text));
	// "As chair of the working party Tobias needs it": words of offices and bodies hide the name behind them.
	return named.length > 0 ? named : listed(bare(text).replace(/(?<![\p{L}'])(?!and\b)\p{Ll}[\p{L}'-]*/gu, ";"));
}

function bare(text: string): string {
	return text.replace(GENITIVE, " ; ");
}

export function asMeant({ people, number }: Mention): Meant {
	return { people, singular: number === "singular" };
}

/**
 * "him", "her": somebody named before in the sentence, then in those before it, then later in it; a name sooner than
 * an office in between ("is in the chair"). Which of them it is, the copies themselves show.
 */
function oneOf({ earlier, later, before }: Surroundings, listed: Listed): readonly Meant[] {
	const near = [earlier, ...before.slice(0, 1)].flatMap((text) => namedAround(text, listed).toReversed());
	const far = [...before.slice(1), later].flatMap((text) => namedAround(text, listed).toReversed());
	const ordered = [
		...near.filter(isName),
		...near.filter(isOffice),
		...[...far.filter(isName), ...far.filter(isOffice)],
	];
	const people = [...new Set(ordered.flatMap((mention) => mention.people))];
	return people.length === 0 ? [] : [{ people, singular: true, pointed: true }];
}

/** "them", "both": the nearest who are more than one; else the nearest one ("they" of somebody). */
function allOf({ earlier, later, before }: Surroundings, listed: Listed): readonly Meant[] {
	const scopes = [earlier, ...before, later].map((text) => namedAround(text, listed));
	// "Niamh signed. So did Colin. Both are copied": taken together until they are more than one.
	const together: Mention[] = [];
	for (const mentions of scopes) {
		together.push(...mentions);
		const people = new Set(together.flatMap((mention) => mention.people));
		if (people.size > 1) return [{ people: [...people], singular: false }];
	}
	const one = scopes.find((mentions) => mentions.length > 0)?.at(-1);
	return one === undefined ? [] : [asMeant(one)];
}

function isName({ kind }: Mention): boolean {
	return kind === "name" || kind === "first-name" || kind === "address" || kind === "initials";
}

function isOffice({ kind }: Mention): boolean {
	return kind === "office";
}

/** The subject in the singular, not its apposition: "Cllr Smith, the Chair, has a copy". */
function lastMentioned(mentions: readonly Mention[], clause: string): readonly Mention[] {
	const last = mentions.at(-1);
	const before = mentions.at(-2);
	if (last === undefined || before === undefined || last.kind === "name" || last.kind === "first-name")
		return mentions.slice(-1);
	return /,[^,]*,\s*(?:has|is|was|will|gets|now|also|\s)*$/i.test(clause) || /,[^,]*,\s*$/.test(clause)
		? [before]
		: [last];
}
