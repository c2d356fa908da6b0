/**
 * One spelling for one reading. Mail programs, and people who would rather not be found, write the same words with
 * other code points: curly quotes, no-break spaces, soft hyphens, invisible joiners, Cyrillic letters that look Latin.
 */

/** Every character of printable ASCII, and the blanks: such text needs nothing done. */
const PLAIN_ASCII = /^[\t\n\r\x20-\x7e]*$/;
const INVISIBLE = /(?![\t\n])[\p{Default_Ignorable_Code_Point}\p{Co}\p{Cc}\ufff9-\ufffb]/gu;
const BLANK = /[\p{Zs}\v]/gu;
const LINE_END = /\r\n?|[\f\u0085\u2028\u2029]/g;
const SINGLE_QUOTE = /[\u2018-\u201b\u2032\u2035\u02bc\u02b9\u00b4`]/g;
const DOUBLE_QUOTE = /[\u201c-\u201f\u2033\u2036\u00ab\u00bb]/g;
const HYPHEN = /[\u2010\u2011\u00ad\ufe63]/g;
const FOREIGN_LETTER = /[\u0370-\u03ff\u0400-\u052f\u13a0-\u13f5\u0531-\u0586]/;
const WORD = /[\p{L}\p{M}]+/gu;
const LATIN = /\p{Script=Latin}/u;

/** Letters of other scripts that print like a Latin one; keys and values pair up. */
const LOOK_ALIKES = new Map<string, string>(
	pairs(
		"АВЕЅІЈКМНОРСТУХаеіјѕорсухһԁԛԝѵӏҮү" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιακρυϲ" + "ՕՏօսհ",
		"ABESIJKMHOPCTYXaeijsopcyxhdqwvlYy" + "ABEZHIKMNOPTYXoviakpuc" + "OSouh",
	),
);

function pairs(from: string, to: string): [string, string][] {
	const latin = [...to];
	return [...from].map((letter, index) => [letter, latin[index] ?? letter]);
}

/**
 * Text as a reader takes it in: compatibility forms composed (NFKC), invisible characters gone, one kind of blank,
 * quote mark and line end ("\n"), look-alike letters folded inside Latin words. Case, dashes and layout stay.
 */
export function readable(text: string): string {
	if (PLAIN_ASCII.test(text)) return text.includes("\r") ? text.replace(LINE_END, "\n") : text;
	const clean = text
		.normalize("NFKC")
		.replace(LINE_END, "\n")
		.replace(HYPHEN, (mark) => (mark === "\u00ad" ? "" : "-"))
		.replace(BLANK, " ")
		.replace(INVISIBLE, "")
		.replace(SINGLE_QUOTE, "'")
		.replace(DOUBLE_QUOTE, '"');
	return FOREIGN_LETTER.test(clean) ? foldLookAlikes(clean) : clean;
}

/** A word is folded where it mixes scripts, or where it is all look-alikes in a text that is mostly Latin. */
function foldLookAlikes(text: string): string {
	let latinWords = 0;
	let foreignWords = 0;
	for (const [word] of text.matchAll(WORD)) {
		if (FOREIGN_LETTER.test(word)) foreignWords++;
		else latinWords++;
	}
	return text.replace(WORD, (word) => {
		if (!FOREIGN_LETTER.test(word)) return word;
		const letters = [...word];
		const folded = letters.map((letter) => LOOK_ALIKES.get(letter) ?? letter);
		const allFold = !folded.some((letter) => FOREIGN_LETTER.test(letter));
		return LATIN.test(word) || (allFold && latinWords > foreignWords) ? folded.join("") : word;
	});
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]+/gu;
const ASCII_WORD = /[a-z0-9]+/g;
const WITHIN_WORD = /['’]/g;
const ACCENT = /\p{M}/gu;

/**
 * The words of a text as fingerprints and comparisons see them: lower case, letters and digits alone, no accents,
 * apostrophes dropped ("council's" is "councils"), numbers kept.
 */
export function wordsOf(text: string): string[] {
	if (PLAIN_ASCII.test(text)) {
		const lower = text.toLowerCase();
		return (lower.includes("'") ? lower.replaceAll("'", "") : lower).match(ASCII_WORD) ?? [];
	}
	const clean = readable(text).toLowerCase().replace(WITHIN_WORD, "");
	if (PLAIN_ASCII.test(clean)) return clean.match(ASCII_WORD) ?? [];
	return clean.normalize("NFD").replace(ACCENT, "").match(LETTER_OR_DIGIT) ?? [];
}
