/** What the model sees of a sentence: its cues, its mood, and short runs of words and of word classes. */
import { cuesOf, type FoundCue } from "./cues.ts";
import { classOf } from "./lexicon.ts";
import { moodsOf } from "./mood.ts";
import type { Words } from "./words.ts";

export interface Features {
	/** Distinct; the prefix tells the kind: "c:" cue, "m:" mood, "w:" words, "k:" classes, "^" at the beginning. */
	readonly names: readonly string[];
	readonly cues: readonly FoundCue[];
	readonly moods: readonly string[];
}

export function featuresOf({ words, line }: Words): Features {
	const cues = cuesOf(line);
	const moods = moodsOf(words);
	const names = new Set<string>(["bias"]);
	for (const cue of cues) names.add(`c:${cue.name}`);
	for (const mood of moods) names.add(`m:${mood}`);
	const classes = words.map((word) => classOf(word) ?? word);
	for (let at = 0; at < words.length; at += 1) {
		// A word without a class stands for itself: once is enough.
		const classed = classes[at] !== words[at];
		names.add(`k:${classes[at]}`);
		if (classed) names.add(`w:${words[at]}`);
		if (at + 1 < words.length) {
			names.add(`k:${classes[at]} ${classes[at + 1]}`);
			if (classed || classes[at + 1] !== words[at + 1]) names.add(`w:${words[at]} ${words[at + 1]}`);
		}
		if (at + 2 < words.length) names.add(`k:${classes[at]} ${classes[at + 1]} ${classes[at + 2]}`);
	}
	for (let at = 1; at <= 3 && at <= words.length; at += 1) names.add(`^${classes.slice(0, at).join(" ")}`);
	names.add(words.length <= 5 ? "short" : words.length > 28 ? "long" : "middling");
	return { names: [...names], cues, moods };
}
