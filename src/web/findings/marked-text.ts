/** Text with the words marked that decided a finding. */
import type { Evidence } from "../../rules/rule.ts";

export interface TextPart {
	readonly text: string;
	readonly marked: boolean;
}

/** Shorter quotes would mark half the text. */
const SHORTEST_QUOTE = 4;
const QUOTES_MAX = 40;

/** What of a finding's evidence may stand in the text itself; a quote that was cut counts by its pieces. */
export function quotesIn(evidence: readonly Evidence[]): readonly string[] {
	return evidence
		.filter(({ kind }) => kind === "text" || kind === "thread" || kind === "header")
		.flatMap(({ quote }) => quote.split("…"))
		.map((quote) => quote.replace(/^[\s"“”'‘’]+|[\s"“”'‘’]+$/gu, ""))
		.filter((quote) => quote.length >= SHORTEST_QUOTE)
		.slice(0, QUOTES_MAX);
}

/** The text in parts, in order; together they are the text again. White space and case may differ from the quote's. */
export function markedText(text: string, quotes: readonly string[]): readonly TextPart[] {
	const places = quotes.flatMap((quote) => placesOf(text, quote)).sort((a, b) => a.from - b.from || b.to - a.to);
	const parts: TextPart[] = [];
	let at = 0;
	for (const { from, to } of places) {
		if (to <= at) continue;
		const start = Math.max(from, at);
		if (start > at) parts.push({ text: text.slice(at, start), marked: false });
		parts.push({ text: text.slice(start, to), marked: true });
		at = to;
	}
	if (at < text.length) parts.push({ text: text.slice(at), marked: false });
	return parts;
}

function placesOf(text: string, quote: string): readonly { readonly from: number; readonly to: number }[] {
	const words = quote.split(/\s+/u).map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, "\\$&"));
	const pattern = new RegExp(words.join("\\s+"), "giu");
	return [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
}
