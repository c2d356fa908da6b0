/** Political groups in running text, as bodies: "the Labour Group", "Conservative members", "the Greens". */
import { PARTY_NAMES } from "./bodies.ts";
import { bodyKey, type Roster } from "./roster.ts";

export interface GroupMention {
	/** As the roster names it that day. */
	readonly group: string;
	/** Offsets in the text. */
	readonly start: number;
	readonly end: number;
}

const BODY =
	"(?:(?:party |council )?groups?(?! of)|party|members|councill?ors|cllrs|colleagues|side|benches|leader(?:ship)?)";
const GIVEN_TO =
	"(?:for|to|with|by|from|advised|briefed|gave|given|told|sent|supplied|provided|furnished|handed|shown|e-?mailed|helped|let|let the|and|that)";
const GOES_ON =
	"(?=\\s*(?:[.,;:!?)]|$)|'s\\b|\\s+(?:on|about|has|have|had|asked|also|with|yesterday|last|this|and)\\b)";

/** No letter names groups more often; a text made to keep us does. */
const MENTIONS_MAX = 200;

interface GroupPattern {
	readonly group: string;
	readonly patterns: readonly RegExp[];
}

/** What can be worked out before any text is seen, by period of office. */
const known = new WeakMap<Roster, Map<number, readonly GroupPattern[]>>();

/** Every mention of a group of that day, in the order of the text. `text` has straight quotes (see `readable`). */
export function groupMentions(text: string, roster: Roster, at: string): readonly GroupMention[] {
	const found: GroupMention[] = [];
	for (const { group, patterns } of groupPatterns(roster, at)) {
		for (const pattern of patterns) {
			for (const match of text.matchAll(pattern)) {
				const start = match.index;
				const end = start + match[0].length;
				if (found.length >= MENTIONS_MAX) return found.sort(inOrder);
				if (!found.some((one) => start < one.end && one.start < end)) found.push({ group, start, end });
			}
		}
	}
	return found.sort(inOrder);
}

/** Names of the groups that a text mentions, each once. */
export function groupsNamed(text: string, roster: Roster, at: string): readonly string[] {
	return [...new Set(groupMentions(text, roster, at).map(({ group }) => group))];
}

function groupPatterns(roster: Roster, at: string): readonly GroupPattern[] {
	const periods = known.get(roster) ?? new Map<number, readonly GroupPattern[]>();
	known.set(roster, periods);
	const period = roster.period(at);
	const made = periods.get(period) ?? [...roster.groups(at).keys()].sort(longerFirst).map(patternsOf);
	periods.set(period, made);
	return made;
}

function patternsOf(group: string): GroupPattern {
	const key = bodyKey(group);
	const names = [key, ...(PARTY_NAMES[key] ?? [])].sort(longerFirst).map(spaced);
	const name = `(?:${names.join("|")})`;
	const whole = (source: string, flags: string): RegExp =>
		new RegExp(`(?<![\\p{L}\\p{N}@.-])(?:${source})(?![\\p{L}\\p{N}@-])`, flags);
	return {
		group,
		patterns: [
			whole(`${name}s?'?\\s+${BODY}|g?r[wuŵ]p\\s+(?:y |yr )?${name}`, "giu"),
			whole(`the\\s+${name}(?:s|ies)`, "giu"),
			// A name of several words is no ordinary word; one word alone must be a name by its capital and its place.
			key.includes(" ")
				? whole(`the\\s+${name}`, "giu")
				: whole(`(?<=\\b${GIVEN_TO}\\s+)${capitals(key)}${GOES_ON}`, "gu"),
		],
	};
}

function capitals(key: string): string {
	return `${key.slice(0, 1).toUpperCase()}${escapePattern(key.slice(1))}`;
}

function spaced(name: string): string {
	return bodyKey(name).split(" ").map(escapePattern).join("[^\\p{L}\\p{N}]+(?:and[^\\p{L}\\p{N}]+)?");
}

function escapePattern(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
}

function inOrder(a: GroupMention, b: GroupMention): number {
	return a.start - b.start;
}

function longerFirst(a: string, b: string): number {
	return b.length - a.length || (a < b ? -1 : 1);
}
