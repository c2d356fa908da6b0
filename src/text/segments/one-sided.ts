/** What stands in one alternative of a message and not in the other. */

import { wordsOf } from "../normalise.ts";
import type { TextLine } from "./lines.ts";

/** Words that are compared together: wrapping and layout don't matter, a word put in does. */
const RUN = 3;
/** Word numbers below this keep three of them exact in one number. */
const MOST_WORDS = 2 ** 17;
/** A line is missing where the other text has less than this share of it. */
const PRESENT = 0.5;
/** Links and pictures are written out in plain text and not in HTML. */
const MACHINE_TEXT =
	/<(?:https?|mailto|tel):[^<>\s]{0,2000}>?|\[(?:cid|image|https?):?[^[\]\n]{0,2000}\]|\(?https?:\/\/\S+|\[\d+\]/gi;

/** The words of an alternative, as they are compared. */
export function comparedWords(lines: readonly TextLine[]): readonly string[] {
	return wordsOf(withoutMachineText(lines.map(({ text }) => text).join("\n")));
}

/** The given lines whose words do not stand in the other text, whose words are `other`. Linear in both. */
export function linesMissingFrom(lines: readonly string[], other: readonly string[]): string[] {
	const numbers = new Map<string, number>();
	const runs = new Set<number>();
	let before = 0;
	let twoBefore = 0;
	for (const word of other) {
		let number = numbers.get(word);
		if (number === undefined) {
			// From 1, so that a run of two is never one of three.
			number = (numbers.size % (MOST_WORDS - 1)) + 1;
			numbers.set(word, number);
		}
		if (before > 0) runs.add(before * MOST_WORDS + number);
		if (twoBefore > 0) runs.add((twoBefore * MOST_WORDS + before) * MOST_WORDS + number);
		twoBefore = before;
		before = number;
	}
	return lines.filter((line) => !isKnown(wordsOf(withoutMachineText(line)), numbers, runs));
}

function isKnown(words: readonly string[], numbers: ReadonlyMap<string, number>, runs: ReadonlySet<number>): boolean {
	if (words.length === 0) return true;
	if (words.length === 1) return numbers.has(words[0] ?? "");
	const length = Math.min(RUN, words.length);
	const total = words.length - length + 1;
	let present = 0;
	let run = 0;
	let row = 0;
	for (const word of words) {
		const number = numbers.get(word);
		row = number === undefined ? 0 : row + 1;
		run = number === undefined ? 0 : (run % MOST_WORDS ** (length - 1)) * MOST_WORDS + number;
		if (row >= length && runs.has(run)) present++;
	}
	return present >= total * PRESENT;
}

function withoutMachineText(text: string): string {
	return /[:[]/.test(text) ? text.replace(MACHINE_TEXT, " ") : text;
}
