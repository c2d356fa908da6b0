/** Words, addresses and marks of a folded text. */
import { letterKey } from "./fold.ts";
import { CIVIL_TITLES, COUNCILLOR_TITLES } from "./name-parts.ts";

export interface Token {
	readonly kind: "word" | "address" | "mark" | "break";
	readonly text: string;
	readonly lower: string;
	/** Letters alone, in lower case: "O'Neill" → "oneill". */
	readonly key: string;
	readonly start: number;
	readonly end: number;
}

/** Behind these a name goes on in the next line. */
const OPEN_ENDED = new Set([...COUNCILLOR_TITLES.keys(), ...CIVIL_TITLES]);

const TOKEN = /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+|\p{L}+(?:['-]\p{L}+)*|\d+|\n|[^\s]/gu;

export function tokenise(folded: string): readonly Token[] {
	return [...folded.matchAll(TOKEN)].map(({ 0: text, index }) => {
		const kind =
			text === "\n"
				? "break"
				: text.includes("@") && text.length > 1
					? "address"
					: /^\p{L}/u.test(text)
						? "word"
						: "mark";
		return {
			kind,
			text,
			lower: text.toLowerCase(),
			key: kind === "word" ? letterKey(text) : "",
			start: index,
			end: index + text.length,
		};
	});
}

/**
 * Without the line ends that only wrap the text: in prose all but those of an empty line, in a copy line those behind a
 * title.
 */
export function unwrapped(tokens: readonly Token[], line: boolean): readonly Token[] {
	return tokens.filter((token, at) => {
		if (token.kind !== "break") return true;
		if (!line) return tokens[at + 1]?.kind === "break" || tokens[at - 1]?.kind === "break";
		const before = tokens[at - 1]?.text === "." ? tokens[at - 2] : tokens[at - 1];
		return !OPEN_ENDED.has(before?.lower ?? "");
	});
}
