/** Sentences of a text as a reader parts them: full stops that end something, bullets, lines that stand alone. */

export interface Sentence {
	/** Trimmed, without its bullet, on one line. */
	readonly text: string;
	/** Offsets in the given text; `text.slice(start, end)` is the sentence as it stands. */
	readonly start: number;
	readonly end: number;
}

/** Words after which a full stop ends nothing. */
const ABBREVIATIONS = new Set(
	"cllr cllrs cyng cynghr mr mrs ms mx dr drs rev revd fr prof st ste sir hon messrs capt col gen lt maj sgt no nos rhif e.g i.e eg ie viz cf approx c ca ref refs tel ext para paras sec s ss sch art cl fig figs vol pp p pg vs v incl excl max min est dept govt jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun a.o b.c p.s h.m h.r.h u.k ave rd".split(
		" ",
	),
);
/** A line shorter than this did not run out of room: what comes next is a new sentence. */
const FULL_LINE = 50;
const BULLET = /^[ \t]*(?:[-*\u2022\u00b7\u2013\u25aa\u25e6>]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])[ \t]+/i;
const CLOSING = /["')\]\u2019\u201d]/;
const OPENS_SENTENCE = /[\p{Lu}\p{N}"'(\u2018\u201c[\u00a3\u20ac$]/u;

/** Splits a text (paragraphs by empty lines) into its sentences, in order. Linear in its length. */
export function sentences(text: string): Sentence[] {
	const found: Sentence[] = [];
	for (const block of blocks(text)) splitBlock(text, block.start, block.end, found);
	return found;
}

interface Span {
	start: number;
	end: number;
}

/** Lines, with a line joined to the one before where a sentence clearly runs on. */
function blocks(text: string): Span[] {
	const spans: Span[] = [];
	let at = 0;
	let open = false;
	while (at <= text.length) {
		const newline = text.indexOf("\n", at);
		const end = newline < 0 ? text.length : newline;
		const line = text.slice(at, end);
		if (line.trim() === "") open = false;
		else {
			const bullet = BULLET.exec(line);
			const last = spans[spans.length - 1];
			const start = at + (bullet === null ? line.length - line.trimStart().length : bullet[0].length);
			if (open && last !== undefined && bullet === null && /^[ \t]*\p{Ll}/u.test(line)) last.end = end;
			else if (start < end) spans.push({ start, end });
			open = line.length >= FULL_LINE && !/[.!?:;]["')\]]*[ \t]*$/.test(line.slice(-8));
		}
		if (newline < 0) break;
		at = newline + 1;
	}
	return spans;
}

function splitBlock(text: string, start: number, end: number, found: Sentence[]): void {
	let from = start;
	for (let at = start; at < end; at++) {
		const char = text[at];
		if (char !== "." && char !== "!" && char !== "?" && char !== "\u2026") continue;
		let after = at + 1;
		while (after < end && /[.!?\u2026]/.test(text[after] ?? "")) after++;
		while (after < end && CLOSING.test(text[after] ?? "")) after++;
		if (after < end && !/\s/.test(text[after] ?? "")) {
			at = after - 1;
			continue;
		}
		let next = after;
		while (next < end && /\s/.test(text[next] ?? "")) next++;
		if (next >= end || ends(text, from, at, next, char)) {
			add(text, from, after, found);
			from = next;
		}
		at = Math.max(at, next - 1);
	}
	add(text, from, end, found);
}

/** Whether a mark at `at` ends a sentence, when the next word begins at `next`. */
function ends(text: string, from: number, at: number, next: number, mark: string): boolean {
	const follows = String.fromCodePoint(text.codePointAt(next) ?? 32);
	if (mark === "?" || mark === "!") return OPENS_SENTENCE.test(follows) || mark === "?";
	if (!OPENS_SENTENCE.test(follows)) return false;
	let wordStart = at;
	while (wordStart > from && at - wordStart < 20 && /[\p{L}\p{N}.'-]/u.test(text[wordStart - 1] ?? " ")) wordStart--;
	const word = text.slice(wordStart, at).toLowerCase();
	if (text[at + 1] === "." || mark === "\u2026") return true;
	if (/^(?:p\.?s|n\.?b)$/.test(word)) return false;
	// An initial: "J. Smith", "A.B. Jones".
	if (/^(?:\p{L}\.)*\p{L}$/u.test(word) && /^\p{Lu}/u.test(text.slice(wordStart)) && /\p{Lu}/u.test(follows)) {
		return word === "i" && wordStart > from;
	}
	if (!ABBREVIATIONS.has(word)) return true;
	// "No." is a number's sign only before a number, and a refusal elsewhere; months and days likewise end sentences.
	return word === "no" || word === "nos" ? !/\p{N}/u.test(follows) : false;
}

function add(text: string, from: number, to: number, found: Sentence[]): void {
	const raw = text.slice(from, to);
	const trimmed = raw.trim();
	if (trimmed === "" || !/[\p{L}\p{N}]/u.test(trimmed)) return;
	const start = from + (raw.length - raw.trimStart().length);
	found.push({ text: trimmed.replace(/\s+/g, " "), start, end: start + trimmed.length });
}
