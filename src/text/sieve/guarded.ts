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
	const byFirst = new Map<number, (readonly number[])[]>();
	for (const run of shortestOf(runs)) {
		const [first = 0, ...others] = [...placesOf(run)].sort((a, b) => rarity(a) - rarity(b));
		byFirst.set(first, [...(byFirst.get(first) ?? []), others]);
	}
	const groups = [...byFirst].flatMap(([first, ofGroup]) => {
		const others = ofGroup.some(({ length }) => length === 0) ? [[]] : ofGroup;
		const written = others.flatMap((bits) => [bits.length, ...bits]);
		return [first, others.length, written.length, ...written];
	});
	return { kind: "runs", groups: Int32Array.from(groups) };
}

/** Without the runs that another one stands in: "applicants" where "applicant" is enough. */
function shortestOf(runs: readonly (readonly number[])[]): readonly (readonly number[])[] {
	const spelt = new Map(runs.map((run) => [String.fromCharCode(...run), run]));
	const all = [...spelt.keys()].sort((a, b) => a.length - b.length);
	const kept: string[] = [];
	for (const one of all) if (!kept.some((shorter) => one.includes(shorter))) kept.push(one);
	return kept.map((one) => spelt.get(one) as readonly number[]);
}

/** Letters by how often English has them, the rarest first: the rarest triple of a run tells most. */
const RARE_FIRST = "zqxjkvbpygfwmucldrhsnioate";

function rarity(place: number): number {
	let sum = 0;
	for (const shift of [0, 5, 10]) {
		const rank = RARE_FIRST.indexOf(String.fromCharCode(96 + ((place >>> shift) & 31)));
		sum += rank < 0 ? RARE_FIRST.length : rank;
	}
	return sum;
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
