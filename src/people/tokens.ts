/** Words, addresses and marks of a folded text. */
import { letterKey } from "./fold.ts";

export interface Token {
	readonly kind: "word" | "address" | "mark" | "break";
	readonly text: string;
	readonly lower: string;
	/** Letters alone, in lower case: "O'Neill" → "oneill". */
	readonly key: string;
	readonly start: number;
	readonly end: number;
}

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
