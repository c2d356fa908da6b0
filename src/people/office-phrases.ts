/** Offices in running text: "The Mayor", "Deputy Chair", "Y Dirprwy Faer", "leader of the Labour Group". */
import { officeKey } from "./offices.ts";
import type { Person } from "./person.ts";
import { bodyKey, type Roster } from "./roster.ts";

export interface OfficeMention {
	readonly start: number;
	readonly end: number;
	readonly people: readonly Person[];
}

/** The longer first, so that "deputy mayor" is not read as a mayor. */
const STANDARD: readonly (readonly [string, string])[] = [
	["deputy-mayor", "deputy (?:town )?mayor|dirprwy (?:faer|maer)"],
	["vice-chair", "(?:vice|deputy)[\\s-]*chair(?:man|woman|person)?|is[\\s-]*gadeirydd|dirprwy gadeirydd"],
	["deputy-leader", "deputy leader|dirprwy arweinydd"],
	["deputy-clerk", "(?:deputy|assistant) (?:town |parish |community )?clerk|dirprwy glerc"],
	["responsible-financial-officer", "rfo|responsible financ(?:e|ial) officer"],
	["mayor", "(?:town )?mayor|maer"],
	["chair", "chair(?:man|woman|person)?|cadeirydd"],
	["leader", "leader|arweinydd"],
	["clerk", "(?:town |parish |community )?clerk|clerc|proper officer"],
];

/** How far before and behind an office its meaning is looked for, in characters. */
const REACH = 60;

const NOT_IN_OFFICE =
	/(?:\b(?:former|ex|past|previous|last|then|outgoing|incoming|committee|group|party|county|district|borough|governors'?|club|association|cttee)(?:'s)?|working (?:group|party))[\s-]+$/u;
const ARTICLE = /(?:^|[^\p{L}])(?:the|our|your|madam|mr|y|yr|i'r|a'r)\s+$/u;
/** "Chair of the council" is the council's; "chair of governors" is not. */
const OF_WHAT = /^(?:\s+of|,?\s+(?:to|y|yr)(?=\s+(?:the\s+)?(?:council|cyngor)))\s+(?:the\s+)?/u;
const OF_THE_COUNCIL = /^(?:(?:town|parish|city|community|borough|full|whole)\s+)?(?:council|cyngor)(?!\p{L})/u;
const NOT_A_PERSON = /^(?:[- ]elect\b|'s?\s+\p{L}|[- ]making\b|\s+(?:parlour|ball|designate)\b|ed\b|s\b|ing\b)/u;

/** @returns a function over folded text: as written, and in lower case. */
export function officePhrases(
	roster: Roster,
	at: string,
): (text: string, lower: string, line: boolean) => readonly OfficeMention[] {
	const { council } = roster.register;
	const place = bodyKey(
		council.replace(/\b(?:town|parish|city|community|borough|county|council|cyngor|tref|cymuned)\b/giu, " "),
	);
	const leaders = groupLeaders(roster, at);
	const offices = [...ownOffices(roster), ...STANDARD].map(([key, source]) => ({
		pattern: new RegExp(`(?<![\\p{L}\\p{N}@.-])(?:${source.replaceAll(" ", "[\\s-]+")})(?![\\p{L}\\p{N}@])`, "gu"),
		people: roster.holders(key, at),
	}));

	return (text, lower, line) => {
		const found: OfficeMention[] = [];
		const taken: { start: number; end: number }[] = [];
		const free = (start: number, end: number) => !taken.some((one) => start < one.end && one.start < end);
		for (const { pattern, people } of leaders) {
			for (const match of lower.matchAll(pattern)) {
				const span = { start: match.index, end: match.index + match[0].length };
				taken.push(span);
				found.push({ ...span, people });
			}
		}
		for (const { pattern, people } of offices) {
			for (const match of lower.matchAll(pattern)) {
				const start = match.index;
				const end = start + match[0].length;
				if (!free(start, end)) continue;
				taken.push({ start, end });
				if (people.length > 0 && namesHolder(start, end)) found.push({ start, end, people });
			}
		}
		return found;

		function namesHolder(start: number, end: number): boolean {
			const before = lower.slice(Math.max(0, start - REACH), start);
			const after = lower.slice(end, end + REACH);
			if (NOT_IN_OFFICE.test(before) || NOT_A_PERSON.test(after)) return false;
			const of = OF_WHAT.exec(after);
			if (of !== null) {
				const what = after.slice(of[0].length);
				return OF_THE_COUNCIL.test(what) || (place !== "" && bodyKey(what).startsWith(place));
			}
			return line || ARTICLE.test(before) || /^\p{Lu}/u.test(text.charAt(start));
		}
	};
}

/** Offices of the roster beside the standard ones: "chair-of-planning", "events-officer". */
function ownOffices(roster: Roster): (readonly [string, string])[] {
	const standard = new Set(STANDARD.map(([key]) => key));
	const keys = new Set(roster.register.people.flatMap(({ offices }) => offices.map(officeKey)));
	return [...keys]
		.filter((key) => !standard.has(key) && key !== "proper-officer" && key !== "spokesman" && key.length > 2)
		.sort((a, b) => b.length - a.length)
		.map((key) => {
			const words = key.split("-").filter((word) => !["of", "the", "committee"].includes(word));
			return [
				key,
				words
					.map((word) => (word === "chair" ? "chair(?:man|woman)?" : word.replace(/[^\p{L}\p{N}]/gu, "")))
					.join("(?: of| the| committee)* "),
			];
		});
}

/** The leader of a group never stands for the whole group. */
function groupLeaders(roster: Roster, at: string): readonly { pattern: RegExp; people: readonly Person[] }[] {
	return [...roster.groups(at)].map(([name, members]) => {
		const group = bodyKey(name).replaceAll(" ", "\\s+");
		const people = members.filter(({ offices }) =>
			offices.some((one) => /(?:^|-)leader$/u.test(one) && !one.startsWith("deputy")),
		);
		return {
			pattern: new RegExp(
				`(?<!deputy\\s+)leader\\s+of\\s+the\\s+${group}s?(?:\\s+(?:group|councillors|party))?|${group}(?:\\s+group)?\\s+leader`,
				"gu",
			),
			people,
		};
	});
}
