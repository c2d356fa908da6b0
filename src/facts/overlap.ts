/** Comparing keyed fingerprints. Shares are of the winnowed runs, 0 to 1. */
import type { Prints } from "./facts.ts";

/** A text counts as standing whole in another when this share of its runs is there. */
const WHOLE_SHARE = 0.92;
/** A quote of a message counts as that message's text at this share: signatures and disclaimers come and go. */
const SAME_SHARE = 0.8;

/** How many runs of `part` are in `whole`, and their share of `part`. */
function sharedRuns(part: Prints, whole: Prints): { readonly count: number; readonly share: number } {
	const runs = new Set(part.runs);
	if (runs.size === 0) return { count: 0, share: 0 };
	const others = new Set(whole.runs);
	let count = 0;
	for (const run of runs) if (others.has(run)) count += 1;
	return { count, share: count / runs.size };
}

/** A greeting or a name at either end, some six words, stays behind when a letter is given again. */
const EDGE_RUNS = 2;
/** Fewer between the ends, some twelve words, are no letter. */
const FEWEST_RUNS = 4;

/** Whether `part` stands in `text` whole and word for word but for its ends, with other words around it. */
export function containsText(text: Prints, part: Prints): boolean {
	if (part.words === 0) return false;
	return part.whole === text.whole || sharedRuns({ ...part, runs: between(part, text) }, text).share >= WHOLE_SHARE;
}

function between({ runs }: Prints, text: Prints): readonly string[] {
	const others = new Set(text.runs);
	const first = runs.slice(0, EDGE_RUNS + 1).findIndex((run) => others.has(run));
	const tail = runs.slice(-EDGE_RUNS - 1);
	const last = tail.findLastIndex((run) => others.has(run));
	const behind = last < 0 ? 0 : tail.length - 1 - last;
	const kept = runs.slice(Math.max(0, first), runs.length - behind);
	return kept.length >= FEWEST_RUNS ? kept : runs;
}

/** Whether the two are the same text, apart from a signature or a line at the ends. */
export function isWholeTextOf(a: Prints, b: Prints): boolean {
	if (a.words === 0 || b.words === 0) return false;
	if (a.whole === b.whole) return true;
	return sharedRuns(a, b).share >= SAME_SHARE && sharedRuns(b, a).share >= SAME_SHARE;
}
