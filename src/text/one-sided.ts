/** What stands in one alternative of a message and not in the other. */
import type { TextLine } from "./lines.ts";
import { wordsOf } from "./normalise.ts";

/** Words that are compared together: wrapping and layout don't matter, a word put in does. */
const RUN = 3;
/** A line is missing where the other text has less than this share of it. */
const PRESENT = 0.5;
/** Links and pictures are written out in plain text and not in HTML. */
const MACHINE_TEXT =
	/<(?:https?|mailto|tel):[^<>\s]{0,2000}>?|\[(?:cid|image|https?):?[^[\]\n]{0,2000}\]|\(?https?:\/\/\S+|\[\d+\]/gi;

/** The given lines whose words do not stand in the other text. Linear in both. */
export function linesMissingFrom(lines: readonly string[], other: readonly TextLine[]): string[] {
	const words = wordsOf(
		other
			.map(({ text }) => text)
			.join("\n")
			.replace(MACHINE_TEXT, " "),
	);
	const known = new Set(words);
	const runs = new Set<string>();
	for (let at = 0; at + 1 < words.length; at++) {
		const two = `${words[at]} ${words[at + 1]}`;
		runs.add(two);
		if (at + 2 < words.length) runs.add(`${two} ${words[at + 2]}`);
	}
	return lines.filter((line) => !isKnown(wordsOf(line.replace(MACHINE_TEXT, " ")), known, runs));
}

function isKnown(words: readonly string[], known: ReadonlySet<string>, runs: ReadonlySet<string>): boolean {
	if (words.length === 0) return true;
	if (words.length === 1) return known.has(words[0] ?? "");
	const length = Math.min(RUN, words.length);
	let present = 0;
	const total = words.length - length + 1;
	for (let at = 0; at < total; at++) if (runs.has(words.slice(at, at + length).join(" "))) present++;
	return present >= total * PRESENT;
}
