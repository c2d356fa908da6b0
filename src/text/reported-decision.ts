/**
 * What the council will do, told as the outcome of a vote: "The second was carried. So the council will run the block from
 * April." It reports a decision and promises nothing of the writer's own.
 */
const VOTE =
	/\b(?:vot(?:ed|e on|es)|(?:was|were|been|got) (?:carried|lost|passed|defeated|resolved|approved|agreed|rejected)|resolved|resolution|motion|amendment|decided|unanimous(?:ly)?|minutes?|at (?:the|our|its|last) (?:\w+ ){0,2}meeting)\b/iu;
/** In the third person: whoever says "we" speaks for the council, whatever it voted. */
const OUTCOME =
	/^\s*(?:so|that means|this means|which means|as a result|it means|therefore|accordingly)\b[^.]*?\b(?:the (?:\w+ )?council|it|they)(?: will|'ll| is going to| are going to| is to)\b/iu;
const AS_DECIDED = /\bas (?:agreed|resolved|decided|voted|minuted|approved) (?:in|on|at|by|last)\b/iu;
const FIRST_PERSON = /\b(?:we|we'll|we're|i|i'll|our)\b/iu;

/** @param before the sentence in front of it; undefined for the first. */
export function reportsDecision(sentence: string, before: string | undefined): boolean {
	if (FIRST_PERSON.test(sentence)) return false;
	return OUTCOME.test(sentence) && ((before !== undefined && VOTE.test(before)) || AS_DECIDED.test(sentence));
}
