/** "Did you mean …?" */
import { editDistance } from "../people/near.ts";

/** A guess further off than this share of the word's length would only confuse. */
const FARTHEST_SHARE = 0.5;

/** The known word most like the one written, letter case and marks apart; undefined where none is like it. */
function nearest(written: string, known: readonly string[]): string | undefined {
	const plain = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
	let best: { word: string; distance: number } | undefined;
	for (const word of known) {
		const distance = editDistance(plain(written), plain(word));
		if (best === undefined || distance < best.distance) best = { word, distance };
	}
	return best !== undefined && best.distance <= Math.max(1, plain(written).length * FARTHEST_SHARE)
		? best.word
		: undefined;
}

/** "planing", "staffing" → `Did you mean "planning"?`, or all that are known. */
export function suggest(written: string, known: readonly string[]): string {
	const word = nearest(written, known);
	if (word !== undefined) return `Did you mean "${word}"?`;
	return known.length === 0 ? "Take it out." : `Known here: ${known.join(", ")}.`;
}
