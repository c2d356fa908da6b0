/** Evidence quotes: the words that decided, short enough to be stored. */
import { QUOTE_LENGTH } from "../facts/facts.ts";

const ELLIPSIS = "…";

/**
 * The text as evidence: white space folded, at most {@link QUOTE_LENGTH} characters, cut between words.
 * Where the text is longer, the part from shortly before `around` (an index into `text`) is kept.
 */
export function evidenceQuote(text: string, around = 0): string {
	const lead = text.slice(0, around).replace(/\s+/g, " ").trimStart().length;
	const folded = text.replace(/\s+/g, " ").trim();
	if (folded.length <= QUOTE_LENGTH) return folded;
	const room = QUOTE_LENGTH - 2 * ELLIPSIS.length;
	let start = Math.max(0, Math.min(lead - Math.floor(room / 3), folded.length - room));
	if (start > 0) {
		const space = folded.indexOf(" ", start);
		start = space === -1 || space > start + room / 3 ? start : space + 1;
	}
	let end = Math.min(folded.length, start + room);
	if (end < folded.length) {
		const space = folded.lastIndexOf(" ", end);
		end = space > start + room / 2 ? space : end;
	}
	return `${start > 0 ? ELLIPSIS : ""}${folded.slice(start, end).trim()}${end < folded.length ? ELLIPSIS : ""}`;
}
