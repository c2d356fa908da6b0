/** Whether "I have mentioned it to Rob" answers what was asked: whether, by whom or to whom something was done. */

/** "What is being done?", "who deals with it?", "has anybody looked?": to be told of the errand is to be answered. */
const ABOUT_ACTION =
	/\b(?:what|anything|something|nothing)\b[^.?]{0,40}\b(?:done|doing|happening|going on|in hand|action(?:ed)?|next)\b|\b(?:who|whom|whose)\b|\b(?:has|have|is|are|did|does|do) (?:any(?:one|body|thing)|some(?:one|body|thing))\b|\b(?:any(?:one|body)|some(?:one|body)) (?:been |is |was )?(?:told|aware|looking|dealing|informed|asked|on to)\b|\baware\b|\bwhat(?:'s| is| has)? (?:the )?(?:action|plan|become|happened)\b/iu;
/** Shorter words are everybody's. */
const SHORTEST_WORD = 3;
const STEM_LETTERS = 4;
const COMMON = new Set(
	"have will this that them your with from today just also been about again they what when there would could please matter issue question email message thank thanks the and for him her our has was are she you not".split(
		" ",
	),
);
/** Forms of one verb that share no stem. */
const SAME: Readonly<Record<string, string>> = {
	told: "tell",
	spok: "spea",
	rang: "ring",
	rung: "ring",
	wrot: "writ",
	sent: "send",
	took: "take",
};

/** `asks` are the enquiry's questions, `errand` the words of the reply; a word of matter in both makes it an answer. */
export function isAnsweredByErrand(asks: readonly { readonly quote: string }[], errand: string): boolean {
	const done = stemsOf(errand);
	return asks.some(({ quote }) => ABOUT_ACTION.test(quote) || [...stemsOf(quote)].some((stem) => done.has(stem)));
}

function stemsOf(text: string): ReadonlySet<string> {
	const words = (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter(
		(word) => word.length >= SHORTEST_WORD && !COMMON.has(word),
	);
	return new Set(words.map((word) => word.slice(0, STEM_LETTERS)).map((stem) => SAME[stem] ?? stem));
}
