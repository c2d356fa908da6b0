/**
 * Which runs of two and three letters a text has, so that a pattern which needs others need not be run on it. Case,
 * kinds of blanks and their number don't matter; digits are all alike, and so are most marks.
 */

/** Classes of characters; 5 bits each. */
const CLASS_BITS = 5;
export const BLANK = 0;
const APOSTROPHE = 27;
const HYPHEN = 28;
const DIGIT = 29;
const MARK = 30;
/** No pattern asks for it: letters of other scripts are not looked at. */
const FOREIGN = 31;
const LETTER_K = 11;
const LETTER_S = 19;

const ASCII_END = 128;
const ASCII = new Uint8Array(ASCII_END).map((_, code) => {
	const char = String.fromCharCode(code);
	if (/\s/.test(char)) return BLANK;
	if (/[a-z]/i.test(char)) return char.toLowerCase().charCodeAt(0) - 96;
	if (/[0-9]/.test(char)) return DIGIT;
	if (char === "'") return APOSTROPHE;
	return char === "-" ? HYPHEN : MARK;
});

/** The class of a character; undefined for one that patterns are not held to. */
export function classOfCharacter(char: string): number | undefined {
	const code = char.charCodeAt(0);
	return char.length === 1 && code < ASCII_END ? ASCII[code] : undefined;
}

function classOfForeign(code: number): number {
	// The Kelvin sign and the long s are a k and an s to a pattern that looks at no case.
	if (code === 0x212a) return LETTER_K;
	if (code === 0x17f) return LETTER_S;
	return /\s/.test(String.fromCharCode(code)) ? BLANK : FOREIGN;
}

/** A bit for each pair and for each triple of classes, by {@link placesOf}. */
export type Letters = Int32Array;

const PAIRS_AT = 2 ** (3 * CLASS_BITS);
const TABLE_WORDS = (PAIRS_AT + 2 ** (2 * CLASS_BITS)) / 32;

/** The bits of a run of two or more classes: of its triples, or of its only pair. */
export function placesOf(run: readonly number[]): readonly number[] {
	const at = (index: number): number => run[index] ?? BLANK;
	if (run.length === 2) return [PAIRS_AT + ((at(0) << CLASS_BITS) | at(1))];
	return run.slice(2).map((last, index) => (((at(index) << CLASS_BITS) | at(index + 1)) << CLASS_BITS) | last);
}

/** The texts that are asked for while one message is read. */
const TEXTS_KEPT = 12;

interface Kept {
	text: string;
	readonly letters: Int32Array;
}

const kept: Kept[] = [];
let next = 0;
let last: Kept = { text: "", letters: new Int32Array(TABLE_WORDS) };

/** The letters of a text. Good until some other texts have been asked for: not to be kept. */
export function lettersOf(text: string): Letters {
	if (text === last.text) return last.letters;
	for (const one of kept) {
		if (one.text === text) {
			last = one;
			return one.letters;
		}
	}
	last = kept[next] ?? { text: "", letters: new Int32Array(TABLE_WORDS) };
	kept[next] = last;
	next = (next + 1) % TEXTS_KEPT;
	last.text = text;
	note(text, last.letters);
	return last.letters;
}

function note(text: string, letters: Int32Array): void {
	letters.fill(0);
	// As if blanks stood before it: no pattern can need them there.
	let pair = BLANK;
	let before = BLANK;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		const now = code < ASCII_END ? (ASCII[code] as number) : classOfForeign(code);
		if (now === BLANK && before === BLANK) continue;
		const two = (before << CLASS_BITS) | now;
		const triple = (pair << CLASS_BITS) | now;
		const double = PAIRS_AT + two;
		letters[triple >>> 5] = (letters[triple >>> 5] as number) | (1 << (triple & 31));
		letters[double >>> 5] = (letters[double >>> 5] as number) | (1 << (double & 31));
		pair = two;
		before = now;
	}
}
