/** Clauses: how far left and right of a verb its subject and its objects reach, and what takes the verb back. */

const BREAK_LEFT =
	/[;:!?()[\]]|\s[-–—]+\s|[–—]|,? (?:but|because|since|which|so that|although|though|while|whereas|before|after|until|where|that) |, (?:and|so|as|who|whom) |,? (?:and|so) (?=(?:I|we|he|she|they|it|your|this|the)\b)|, (?=(?:I|we|your|this)\b)|,? (?:who|whom) /gi;
const BREAK_RIGHT =
	/[;:!?]|\s[-–—]+\s|[–—]|\.\s|,? (?:but|because|since|which|who|whom|whose|while|so|so that|although|though|given|in case|when|where|whether|before|until|if|unless|as (?:he|she|they|it|you|I|we|the|a|his|her|their)|to (?:see|find|ask|keep|let|check|make|avoid|spare|save|help|get|have)|for (?:information|his|her|their|comment|completeness|the record|advice|a view))\b|, (?=(?:and |so )?(?:I|I'm|I'll|I've|we|you|he|she|it|they|this|that|your|there|please|let|hope|just|also|as|see|thanks|with)\b)| and (?=(?:I|I'm|I'll|I've|we|you|he|she|it|they|your|will|have|has|had|asked|am|is|was|would|await|hope|told|said|wants|suggest)\b)/i;

/** The clause before `index`. */
export function clauseBefore(text: string, index: number): string {
	const left = text.slice(0, index);
	let start = 0;
	for (const stop of left.matchAll(BREAK_LEFT)) start = stop.index + stop[0].length;
	return left.slice(start);
}

/** The rest of the clause from `index` on; brackets are left out. */
export function clauseAfter(text: string, index: number): string {
	const right = text.slice(index).replace(/\([^)]*\)?/g, " ");
	const stop = BREAK_RIGHT.exec(right);
	return stop === null ? right : right.slice(0, stop.index);
}

const NEGATION =
	/\b(?:not|never|no longer|nobody|no one|none|neither|nor|without|instead of|rather than|nothing|hardly|heb|ni chaiff|nid|nad|ddim|dim)\b|n't\b/i;
const UNREAL =
	/\b(?:nearly|almost|could|would|may|might|can|should|ought|must|need to|needs to|want(?:s|ed)?|wish(?:es|ed)?|like to|thinking|thought of|consider(?:ing|ed)?|avoid|hop(?:e|ed|ing) to|suggest|propose|happy to|willing|able to|reluctant|tempted|free to|meant to|was going to|were going to|forgot(?:ten)? to|failed to|refused? to|declin\w+ to|allowed|please|kindly|don't mind|supposed|pretend)\b|'d\b(?! (?:already|just|also))/i;
const CONDITION =
	/\b(?:if|provided|subject to|should you|whether|in case|assuming|with your (?:permission|agreement|consent|blessing)|were I|os)\b/i;
const ASKS =
	/^\W*(?:(?:and|so|but|or|also),? )?(?:did|do|does|have|has|had|shall|should|may|can|could|would|will|is|are|was|were|who|what|why|when|where|how|which|any|ought)\b/i;

/** Whether the clause before the verb denies it, wishes it or asks for it. */
export function isUnreal(left: string): boolean {
	const clause = left.replace(/\bplease (?:note|be aware|see|bear in mind)(?: that)?\b/gi, " ");
	return NEGATION.test(clause) || UNREAL.test(clause) || /\bif\b/i.test(clause);
}

/** A condition anywhere in the sentence: a promise under it is none. */
export function isConditional(sentence: string): boolean {
	return CONDITION.test(sentence);
}

/** A question about what stands in this clause. */
export function isAsked(sentence: string, left: string): boolean {
	return /\?\W*$/.test(sentence) && ASKS.test(left === "" ? sentence : left);
}
