import { QUOTE_LENGTH } from "./facts.ts";

const ELLIPSIS = "…";

/** A quote for evidence: white space folded, cut at a word, at most {@link QUOTE_LENGTH} characters. */
export function quoteOf(text: string): string {
	const folded = text.replace(/\s+/gu, " ").trim();
	if (folded.length <= QUOTE_LENGTH) return folded;
	const cut = folded.slice(0, QUOTE_LENGTH - ELLIPSIS.length);
	const space = cut.lastIndexOf(" ");
	return (space > QUOTE_LENGTH / 2 ? cut.slice(0, space) : cut) + ELLIPSIS;
}
