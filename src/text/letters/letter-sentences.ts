/** The sentences of a letter, where line ends may be wrapping, or the end of what somebody typed on a telephone. */
import { unwrapped } from "../prose.ts";
import { remembering } from "../remembering.ts";
import { sentences } from "../sentences.ts";

/** Lines this much shorter than the longest were ended by the writer, not by the margin. */
const WRAPPED_SHARE = 0.6;
const SHORTEST_MARGIN = 50;
const BULLET = /^\s*(?:[-*•–]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+/;
const SALUTATION =
	/^\s*(?:dear|hi|hiya|hello|hey|morning|afternoon|evening|good (?:morning|afternoon|evening)|annwyl|helo|shwmae)\b[^.!?]{0,60}[,:–—-]?\s*$/i;

export interface LetterSentence {
	readonly sentence: string;
	/** It stood behind a bullet or a number, by itself or with others. */
	readonly item: boolean;
	/** Counted by empty lines and salutations. */
	readonly paragraph: number;
}

/** Sentences in order, without salutations and bullets' signs. */
export function sentencesOfLetter(text: string): readonly string[] {
	return read(text).map(({ sentence }) => sentence);
}

/** The same sentences, with where they stood. */
export function placedSentences(text: string): readonly LetterSentence[] {
	return read(text);
}

const read = remembering((text): readonly LetterSentence[] => {
	const lines = text.split("\n");
	const margin = Math.max(SHORTEST_MARGIN, ...lines.map((line) => line.trim().length));
	const parts: { readonly text: string; readonly item: boolean; readonly paragraph: number }[] = [];
	let open: string[] = [];
	let item = false;
	let paragraph = 0;
	const close = () => {
		if (open.length > 0) parts.push({ text: open.join("\n"), item, paragraph });
		open = [];
		item = false;
	};
	for (const [at, line] of lines.entries()) {
		if (line.trim() === "" || SALUTATION.test(line)) {
			close();
			paragraph += 1;
			continue;
		}
		if (BULLET.test(line)) {
			close();
			item = true;
		}
		open.push(line.replace(BULLET, ""));
		const next = lines[at + 1]?.trim() ?? "";
		if (line.trim().length < margin * WRAPPED_SHARE && /^["'(]?[\p{Lu}\d£]/u.test(next)) close();
	}
	close();
	return parts
		.flatMap((part) => sentences(unwrapped(part.text)).map(({ text: sentence }) => ({ ...part, sentence })))
		.filter(({ sentence }) => /\p{L}/u.test(sentence))
		.map(({ sentence, item, paragraph }) => ({ sentence, item, paragraph }));
});
