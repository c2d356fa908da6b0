/**
 * Patterns that are run only on texts which have the letters that every match needs. The results are those of the
 * pattern itself: what is needed is read from its source. Most patterns match nothing in most mail, and looking for
 * a few runs of letters costs a fraction of running them; one that never runs is not compiled either.
 */
import { type Letters, lettersOf, placesOf } from "./letters.ts";
import { type Need, needOf } from "./needs.ts";

export interface Guarded {
	readonly pattern: RegExp;
	/** False only where the pattern matches nowhere in the text, nor in a stretch of it with its blanks folded. */
	mayMatch(text: string): boolean;
	/** The pattern for looking through the sentences of a text: one that matches nothing where it cannot match. */
	over(text: string): RegExp;
	test(text: string): boolean;
	exec(text: string): RegExpExecArray | null;
	/** As `text.matchAll(pattern)` gives them; the pattern must be global. */
	matchAll(text: string): Iterable<RegExpExecArray>;
	/** As `text.replace(pattern, by)`. */
	replace(text: string, by: string | ((match: string) => string)): string;
}

/** Matches nothing. */
export const NEVER = /(?!)/;
const NEVER_GLOBAL = /(?!)/g;
const NO_MATCHES: readonly RegExpExecArray[] = [];
/** A sentence is run through faster than its letters are noted. */
const SHORT_TEXT = 300;

/** The pattern must not be sticky. With the global flag, `test` and `exec` always begin at the start. */
export function guarded(pattern: RegExp): Guarded {
	let check: Check | undefined;
	const never = pattern.global ? NEVER_GLOBAL : NEVER;
	const mayMatch = (text: string): boolean => {
		check ??= checkOf(needOf(pattern));
		return isMet(check, lettersOf(text));
	};
	const fits = (text: string): boolean => {
		if (pattern.global) pattern.lastIndex = 0;
		return text.length < SHORT_TEXT || mayMatch(text);
	};
	return {
		pattern,
		mayMatch,
		over: (text) => (mayMatch(text) ? pattern : never),
		test: (text) => fits(text) && pattern.test(text),
		exec: (text) => (fits(text) ? pattern.exec(text) : null),
		matchAll: (text) => (fits(text) ? text.matchAll(pattern) : NO_MATCHES),
		replace: (text, by) => (fits(text) ? text.replace(pattern, by as string) : text),
	};
}

/** Those of the patterns that may match in the text, for looking through its sentences. */
export function over(patterns: readonly Guarded[], text: string): readonly RegExp[] {
	return patterns.filter((one) => one.mayMatch(text)).map((one) => one.pattern);
}

/** Whether any of the patterns may match in the text. */
export function mayMatchAny(patterns: readonly Guarded[], text: string): boolean {
	return patterns.some((one) => one.mayMatch(text));
}

/**
 * runs: one of them, grouped by the bit that tells most of each. For each group: that bit, the number of its runs, and
 * how far the next group is; then for each run the number of its other bits, and the bits.
 */
type Check =
	| { readonly kind: "always" }
	| { readonly kind: "runs"; readonly groups: Int32Array }
	| { readonly kind: "all" | "some"; readonly of: readonly Check[] };

function checkOf(need: Need): Check {
	if (need.kind === "any") return { kind: "always" };
	if (need.kind === "run") return runsCheck([need.run]);
	if (need.kind === "all") return { kind: "all", of: need.of.map(checkOf) };
	const flat = need.of.flatMap((one) => (one.kind === "some" ? one.of : [one]));
	const runs = flat.flatMap((one) => (one.kind === "run" ? [one.run] : []));
	const others = flat.filter(({ kind }) => kind !== "run").map(checkOf);
	if (others.length === 0) return runsCheck(runs);
	return { kind: "some", of: runs.length === 0 ? others : [runsCheck(runs), ...others] };
}

function runsCheck(runs: readonly (readonly number[])[]): Check {
	const groups = new Map<number, { count: number; readonly written: number[] }>();
	const seen = new Set<string>();
	for (const run of runs) {
		const start = run.slice(0, RUN_CHECKED);
		if (seen.size === seen.add(String.fromCharCode(...start)).size) continue;
		const places = placesOf(start);
		let first = 0;
		for (let at = 1; at < places.length; at++) if (rarity(places, at) < rarity(places, first)) first = at;
		const place = places[first] as number;
		const group = groups.get(place) ?? { count: 0, written: [] };
		groups.set(place, group);
		group.count++;
		group.written.push(places.length - 1);
		for (let at = 0; at < places.length; at++) if (at !== first) group.written.push(places[at] as number);
	}
	const flat: number[] = [];
	for (const [place, { count, written }] of groups) flat.push(place, count, written.length, ...written);
	return { kind: "runs", groups: Int32Array.from(flat) };
}

/** So many characters of a run tell enough, and many runs begin alike. */
const RUN_CHECKED = 6;

/** The letters of the alphabet by how often English has them: the rarest triple of a run tells most. */
const COMMON = new Uint8Array(32).fill(26);
for (const [rank, letter] of [..."zqxjkvbpygfwmucldrhsnioate"].entries()) COMMON[letter.charCodeAt(0) - 96] = rank;

function rarity(places: readonly number[], at: number): number {
	const place = places[at] as number;
	const rank = (shift: number): number => COMMON[(place >>> shift) & 31] as number;
	return rank(0) + rank(5) + rank(10);
}

function isMet(check: Check, letters: Letters): boolean {
	if (check.kind === "runs") return hasRun(check.groups, letters);
	if (check.kind === "always") return true;
	const every = check.kind === "all";
	for (const one of check.of) if (isMet(one, letters) !== every) return !every;
	return every;
}

function hasRun(groups: Int32Array, letters: Letters): boolean {
	for (let at = 0; at < groups.length; ) {
		const end = at + 3 + (groups[at + 2] as number);
		if (hasBit(letters, groups[at] as number)) {
			let runs = groups[at + 1] as number;
			for (at += 3; runs > 0; runs--) {
				const next = at + 1 + (groups[at] as number);
				do at++;
				while (at < next && hasBit(letters, groups[at] as number));
				if (at === next) return true;
				at = next;
			}
		}
		at = end;
	}
	return false;
}

function hasBit(letters: Letters, place: number): boolean {
	return ((letters[place >>> 5] as number) & (1 << (place & 31))) !== 0;
}
