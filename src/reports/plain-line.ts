/** Words that come from mail, made fit for a terminal, a header or a page: one line, nothing that steers. */

/** Control characters, line and paragraph separators: an escape sequence in a subject must not reach a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this takes out
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu;
/** Marks that turn the direction of writing or hide inside words, so that a line reads as what it isn't. */
const STEERING = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/** One well-formed line; white space folded. */
export function plainLine(text: string): string {
	return text.toWellFormed().replace(CONTROLS, " ").replace(STEERING, "").replace(/\s+/gu, " ").trim();
}

/** The lines of a longer text, each made plain; empty ones at either end left out. */
export function plainLines(text: string): string[] {
	return text
		.split(/\r\n|\r|\n/u)
		.map(plainLine)
		.join("\n")
		.replace(/^\n+|\n+$/gu, "")
		.split("\n");
}

/** At most `length` characters, with an ellipsis where something was cut. */
export function shortened(text: string, length: number): string {
	const characters = [...text];
	return characters.length <= length
		? text
		: `${characters
				.slice(0, length - 1)
				.join("")
				.trimEnd()}…`;
}
