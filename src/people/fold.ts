/**
 * Text as names are compared in it: without accents, invisible characters, look-alike letters and typographic
 * apostrophes. Each folded character remembers where it came from, so that a quote is given as it was written.
 */

export interface Folded {
	readonly text: string;
	/** The folded text in lower case, character for character. */
	readonly lower: string;
	/** The stretch of the original for a stretch of the folded text. */
	original(start: number, end: number): string;
}

/** Soft hyphens, zero-width and direction marks: nothing that a reader sees. */
const INVISIBLE =
	/\u034F|[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|[\uFE00-\uFE0F]/u;

/** Letters that look like Latin ones, or that have no decomposition. */
const LOOK_ALIKES = new Map<string, string>(
	Object.entries({
		...pairs("аеорсхукмтвнігѕјһԁԛԝ", "aeopcxykmtbhirsjhdqw"),
		...pairs("АВЕКМНОРСТХУІЅЈ", "ABEKMHOPCTXYISJ"),
		...pairs("αβεικνορτυχ", "abeiknoptux"),
		...pairs("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
		...pairs("øØłŁđĐıðÐ", "oOlLdDidD"),
		...pairs("’‘ʼʹ`´′‛＇", "'''''''''"),
		...pairs("‐‑‒–−﹣－", "-------"),
		ß: "ss",
		æ: "ae",
		Æ: "AE",
		œ: "oe",
		Œ: "OE",
		þ: "th",
		Þ: "Th",
	}),
);

function pairs(from: string, to: string): Record<string, string> {
	const targets = [...to];
	return Object.fromEntries([...from].map((letter, index) => [letter, targets[index] ?? letter]));
}

const PLAIN = /^[\n\x20-\x5F\x61-\x7E]*$/u;

export function fold(text: string): Folded {
	if (PLAIN.test(text)) {
		return { text, lower: text.toLowerCase(), original: (start, end) => text.slice(start, end) };
	}
	let folded = "";
	const origins: number[] = [];
	let at = 0;
	for (const character of text) {
		for (const plain of foldCharacter(character)) {
			folded += plain;
			origins.push(at);
		}
		at += character.length;
	}
	origins.push(at);
	return {
		text: folded,
		lower: folded.replace(/[\p{Lu}\p{Lt}]/gu, lowerAlike),
		original: (start, end) => text.slice(origins[start] ?? at, origins[end] ?? at),
	};
}

/** As UTF-16 units, so that positions agree with string indexes. */
function foldCharacter(character: string): string[] {
	if (INVISIBLE.test(character)) return [];
	const known = LOOK_ALIKES.get(character);
	if (known !== undefined) return [...known];
	if (character < "\u0080") return [character];
	const bare = character.normalize("NFKD").replace(/\p{M}/gu, "");
	const plain = [...bare].map((one) => LOOK_ALIKES.get(one) ?? one).join("");
	return plain.replace(/\s/gu, " ").split("");
}

/** Never of another length, or positions would shift. */
function lowerAlike(letter: string): string {
	const lower = letter.toLowerCase();
	return lower.length === letter.length ? lower : letter;
}

/** The letters of a name in lower case: "O'Neill" and "oneill" give one key, "Wynne-Jones" and "Wynne Jones" too. */
export function letterKey(text: string): string {
	return fold(text).lower.replace(/[^\p{L}\p{N}]+/gu, "");
}
