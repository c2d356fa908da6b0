/** The sentences of a letter, where line ends may be wrapping, or the end of what somebody typed on a telephone. */
import { unwrapped } from "./prose.ts";
import { remembering } from "./remembering.ts";
import { sentences } from "./sentences.ts";

/** Lines this much shorter than the longest were ended by the writer, not by the margin. */
const WRAPPED_SHARE = 0.6;
const SHORTEST_MARGIN = 50;
const BULLET = /^\s*(?:[-*•–]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+/;
const SALUTATION =
	/^\s*(?:dear|hi|hiya|hello|hey|morning|afternoon|evening|good (?:morning|afternoon|evening)|annwyl|helo|shwmae)\b[^.!?]{0,60}[,:–—-]?\s*$/i;

/** Sentences in order, without salutations and bullets' signs. */
export function sentencesOfLetter(text: string): readonly string[] {
	return read(text);
}

const read = remembering((text): readonly string[] => {
	const lines = text.split("\n");
	const margin = Math.max(SHORTEST_MARGIN, ...lines.map((line) => line.trim().length));
	const parts: string[] = [];
	let open: string[] = [];
	const close = () => {
		if (open.length > 0) parts.push(open.join("\n"));
		open = [];
	};
	for (const [at, line] of lines.entries()) {
		if (line.trim() === "" || SALUTATION.test(line)) {
			close();
			continue;
		}
		if (BULLET.test(line)) close();
		open.push(line.replace(BULLET, ""));
		const next = lines[at + 1]?.trim() ?? "";
		if (line.trim().length < margin * WRAPPED_SHARE && /^["'(]?[\p{Lu}\d£]/u.test(next)) close();
	}
	close();
	return parts
		.flatMap((part) => sentences(unwrapped(part)).map(({ text: sentence }) => sentence))
		.filter((sentence) => /\p{L}/u.test(sentence));
});
