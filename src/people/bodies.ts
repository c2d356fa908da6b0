/** Committees, groups, lists and "all councillors" in running text, in English and Welsh. */
import { fold } from "./fold.ts";
import type { CouncilList, Person } from "./person.ts";
import { bodyKey, type Roster } from "./roster.ts";

export interface BodyPattern {
	readonly kind: "committee" | "group" | "list" | "all";
	/** Over folded text in lower case. */
	readonly pattern: RegExp;
	readonly people: readonly Person[];
	/** Counts in a copy line only: "Finance" alone may be a department. */
	readonly lineOnly?: boolean;
	/** Where none of these stands in the text, the pattern need not be tried. */
	readonly hints?: readonly string[];
}

const COMMITTEE =
	"(?:committees?|cttees?|ctees?|cttes?|comm(?:ittee|s)?|panels?|boards?|working (?:group|party)|task (?:group|force))";
const PEOPLE = "(?:members|councillors|councilors|cllrs|aelodau|cynghorwyr)";
const ADJECTIVES =
	"(?:(?:of|the|our|other|fellow|elected|serving|current|town|parish|city|community|ein|yr|y|'r|eraill) )*";

/** Other names by which parties go, by the key of the group. */
export const PARTY_NAMES: Readonly<Record<string, readonly string[]>> = {
	"liberal democrat": ["lib dem", "libdem", "lib-dem", "liberal"],
	"liberal democrats": ["lib dem", "libdem", "lib-dem", "liberal democrat"],
	"lib dem": ["liberal democrat", "libdem"],
	conservative: ["tory", "tories", "ceidwadwyr", "ceidwadol"],
	conservatives: ["tory", "tories", "conservative"],
	labour: ["llafur", "lab"],
	green: ["gwyrdd", "greens"],
	"plaid cymru": ["plaid"],
	independent: ["annibynnol", "ind"],
	independents: ["independent"],
};

/** In the order in which they are to be looked for: the narrower first. */
export function bodyPatterns(roster: Roster, at: string): readonly BodyPattern[] {
	return [
		...roster.register.lists.flatMap((list) => listPatterns(list, roster, at)),
		...committeePatterns(roster, at),
		...groupPatterns(roster, at),
		...everyonePatterns(roster, at),
	];
}

function listPatterns(list: CouncilList, roster: Roster, at: string): BodyPattern[] {
	const people = roster.members(list, at);
	const local = `${fold(list.address).lower.split("@")[0]}@`;
	const byAddress = new RegExp(`(?<![\\w.@-])${escapePattern(local)}(?!\\w)`, "gu");
	const patterns: BodyPattern[] = [{ kind: "list", pattern: byAddress, people, hints: [local] }];
	const named = list.name ?? "";
	// "All Members" is left to the words for everyone, which tell it from "all members of the public".
	if (/^all\b|^\s*$/iu.test(named)) return patterns;
	// One word alone ("Planning") says too little; "the Planning list" is enough.
	const several = /\S\s+\S/u.test(named.trim());
	const source = `${spaced(named)}${several ? "(?: (?:mailing |e-?mail )?list)?" : " (?:mailing |e-?mail )?list"}`;
	return [...patterns, { kind: "list", pattern: phrase(source), people, hints: [firstWord(named)] }];
}

function committeePatterns(roster: Roster, at: string): BodyPattern[] {
	const named = new Map<string, string>();
	for (const person of roster.register.people) for (const name of person.committees) named.set(bodyKey(name), name);
	for (const { members } of roster.register.lists) {
		if (members.kind === "committee") named.set(bodyKey(members.name), members.name);
	}
	const bodies = [...named.keys()].map((key) => [spaced(key), ...acronyms(key)].join("|"));
	return [...named].sort(longerFirst).flatMap(([key, name]): BodyPattern[] => {
		const people = roster.members({ address: "", members: { kind: "committee", name } }, at);
		const body = [spaced(key), ...acronyms(key)].join("|");
		// "the Planning and Staffing Committees": the first of two shares the word behind the second.
		const sharing = `(?= ?(?:,|&|and) (?:the )?[\\p{L}&' -]{3,40} (?:committees|cttees|ctees)(?![\\p{L}-]))`;
		const before = `(?:all )?(?:the )?(?:${PEOPLE} (?:of )?(?:the )?)?`;
		const hints = [firstWord(key), ...acronymHints(key)];
		return [
			{
				kind: "committee",
				pattern: phrase(
					`${before}(?:${body})(?:${sharing}| (?:sub-? ?)?${COMMITTEE}(?: ${PEOPLE})?| ${PEOPLE})|(?:${PEOPLE}'?r? )?(?:'r |y |yr )?(?:b|ph|mh)?p?wyllgor (?:'r |y |yr )?(?:${body})`,
				),
				people,
				hints,
			},
			// "cc Planning": a whole item of the line, or it may be a department or a firm.
			{ kind: "committee", pattern: item(body, bodies.join("|")), people, lineOnly: true, hints },
		];
	});
}

function groupPatterns(roster: Roster, at: string): BodyPattern[] {
	const groups = new Map<string, string>();
	for (const { group } of roster.register.people) if (group !== undefined) groups.set(bodyKey(group), group);
	return [...groups].sort(longerFirst).flatMap(([key, name]): BodyPattern[] => {
		const people = roster.members({ address: "", members: { kind: "group", name } }, at);
		const known = [key, ...(PARTY_NAMES[key] ?? [])];
		const names = known.map(spaced).join("|");
		const hints = known.map(firstWord);
		const before = `(?:all )?(?:the )?(?:${PEOPLE} (?:of )?(?:the )?)?`;
		return [
			{
				kind: "group",
				pattern: phrase(
					`${before}(?:${names})s? (?:party )?(?:groups?|grps?|${PEOPLE})(?: ${PEOPLE})?|(?:g?r[wu]p) (?:y |yr )?(?:${names})`,
				),
				people,
				hints,
			},
			{ kind: "group", pattern: phrase(`(?:the )?(?:${names})s`), people, lineOnly: true, hints },
		];
	});
}

function everyonePatterns(roster: Roster, at: string): BodyPattern[] {
	const councillors = roster.councillors(at);
	const ofOthers = `(?! (?:of|on) (?:the )?(?!(?:town |parish |city |community |full )?council))(?! (?:of )?(?:staff|the public))`;
	const members = `(?:members|councillors|councilors|cllrs|elected members)(?: of (?:the )?(?:town |parish |city |community |full )?council)?`;
	return [
		{
			kind: "all",
			pattern: phrase(
				`(?:to )?(?:all|both) ${ADJECTIVES}${members}${ofOthers}|(?:every|each) (?:other |town |parish )?(?:member|councillor|cllr)${ofOthers}|(?:the )?(?:full|whole|entire|rest of the|all of (?:the )?) ?(?:town |parish |community )?council|(?:(?:yr )?holl|pob) (?:\\p{L}+ )?(?:aelodau|aelod|g?c?ynghorwyr|g?c?ynghorydd)|council members`,
			),
			people: councillors,
		},
		{
			kind: "all",
			pattern:
				/(?<=^|[:,;&]\s*|\b(?:cc|copi|copy to|copied to)\s+)(?:all|everyone|everybody|(?:the |fellow |other )?(?:members|councillors|cllrs)|pawb|aelodau|cynghorwyr)(?=\s*$|\s*[.,;&\n])/gu,
			people: councillors,
			lineOnly: true,
		},
		{
			kind: "all",
			pattern: phrase(`(?:all|holl|every) ${ADJECTIVES}(?:staff|officers?|employees|swyddogion)`),
			people: roster.officers(at),
		},
	];
}

/** Between letters, with any white space where the source has a blank. */
function phrase(source: string): RegExp {
	return new RegExp(
		`(?<![\\p{L}\\p{N}@.-])(?:${source.replaceAll(" ?", "\\s*").replaceAll(" ", "\\s+")})(?![\\p{L}\\p{N}@-]|'\\p{L})`,
		"gu",
	);
}

/**
 * The name alone between a copy line's separators. Behind a comma only where bodies and offices stand before it: "Mrs
 * Doe, Planning" is somebody of a department.
 */
function item(source: string, bodies: string): RegExp {
	const listed = `(?:^|[:;,]|\\bcc)\\s*(?:the\\s+)?(?:${bodies}|[\\p{L}&' -]{0,40}(?:${COMMITTEE}|groups?|members|councillors|cllrs)|(?:town |parish |deputy )?(?:clerk|mayor)|chair(?:man)?|leader|file)\\s*,\\s*`;
	const lead = "\\b(?:b?c\\.?c\\.?|copi|cop(?:y|ies)(?: to)?|copied to|to|and|a)\\s+";
	return new RegExp(
		`(?<=^\\s*|[:;&+/]\\s*|${lead}|${listed})(?:(?:the|all of|y|yr)\\s+)?(?:${source})(?=\\s*$|\\s*[.,;&+/\\n]|\\s+(?:and|a)\\s)`,
		"gu",
	);
}

/** A name as a pattern: "finance general purposes" finds "finance and general purposes" and "finance & general purposes". */
function spaced(name: string): string {
	return fold(name)
		.lower.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== "" && word !== "and")
		.map(escapePattern)
		.join("(?:\\s+|\\s*[-,&+/]\\s*)(?:(?:and|the)\\s+|&\\s*)?");
}

/** "F&GP" for Finance and General Purposes. */
function acronyms(key: string): string[] {
	const letters = initialsOf(key);
	return letters.length < 2 ? [] : [letters.join("&?")];
}

function acronymHints(key: string): string[] {
	const letters = initialsOf(key);
	return letters.length < 2 ? [] : [letters.join(""), `${letters[0]}&`, `${letters.slice(0, 2).join("")}&`];
}

function initialsOf(key: string): string[] {
	return fold(key)
		.lower.split(" ")
		.filter((word) => word !== "")
		.map((word) => word[0] as string);
}

function firstWord(name: string): string {
	return (
		fold(name)
			.lower.split(/[^\p{L}\p{N}]+/u)
			.find((word) => word !== "") ?? ""
	);
}

function longerFirst([a]: [string, string], [b]: [string, string]): number {
	return b.length - a.length || a.localeCompare(b);
}

function escapePattern(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
}
