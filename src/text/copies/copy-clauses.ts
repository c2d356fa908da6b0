/** Clauses: how far left and right of a verb its subject and its objects reach, and what takes the verb back. */

const BREAK_LEFT =
	/[;:!?()[\]]|\s[-–—]+\s|[–—]|,? (?:but|because|since|which|so that|although|though|while|whereas|before|after|until|where|that) |, (?:and|so|as|who|whom) |,? (?:and|so) (?=(?:I|we|he|she|they|it|your|this|the)\b)|, (?=(?:I|we|your|this)\b)|, (?:hence|therefore|thus) |\. (?=(?:b?cc|i|he|she|they|so|have|blind|copy|copied|also|and|we)\b)|, (?=\S+ (?:\S+ )?being\b)|,? (?:who|whom) /gi;
const BREAK_RIGHT =
	/[;:!?]|\s[-–—]+\s|[–—]|\.\s|,? (?:but|because|since|which|who|whom|whose|while|so|so that|although|though|given|in case|when|where|whether|before|until|if|unless|as (?:he|she|they|it|you|I|we|the|a|his|her|their)|to (?:see|find|ask|keep|let|check|make|avoid|spare|save|help|get|have)|for (?:information|his|her|their|comment|completeness|the record|advice|a view))\b|, (?=(?:and |so )?(?:I|I'm|I'll|I've|we|you|he|she|it|they|this|that|your|there|please|let|hope|just|also|as|see|thanks|with)\b)| and (?=(?:I|I'm|I'll|I've|we|you|he|she|it|they|your|will|have|has|had|asked|am|is|was|would|await|hope|told|said|wants|suggest)\b)/i;

/** "I do not think that …": the clause behind it is denied with it. */
const DOUBT_REACH = 60;
const DOUBTED =
	/(?:\bnot|n't|\bnever|\bhardly|\bcannot)(?: \w+)? (?:think|believe|suppose|imagine|say|claim|guarantee|promise|suggest|propose|want|intend|mean|true|sure|certain)(?: to \w+)? that $|\b(?:asked|asks|wondered|enquired)(?: \w+)? (?:who|whom) $|\b(?:doubt|unlikely|suggest(?:ed)?|propose[ds]?|prefer(?:red)?|untrue|false|wrong) that $/i;

/** "The Mayor and the Vice-Chairman are …": no clause ends there. */
const NAMES_ALONE =
	/^\W*(?:(?:[Bb]oth|[Tt]he|[Oo]ur|[Dd]eputy|[Vv]ice|[Mm]ayor|[Cc]hair\w*|[Ll]eader|[Cc]lerk|and|(?!I\b)\p{Lu}[\p{L}'.-]*),? ?)+$/u;

/** The clause before `index`. */
export function clauseBefore(text: string, index: number): string {
	let start = 0;
	// An aside that is closed again parts nothing: "Tobias (he chairs it) is copied". The length stays.
	const plain = text.slice(0, index).replace(/\(([^()]*)\)/g, ",$1,") + text.slice(index);
	for (const stop of plain.matchAll(BREAK_LEFT)) {
		const end = stop.index + stop[0].length;
		if (end > index) break;
		if (
			DOUBTED.test(text.slice(Math.max(0, end - DOUBT_REACH), end)) ||
			(/and $/i.test(stop[0]) && NAMES_ALONE.test(plain.slice(start, stop.index)))
		)
			continue;
		start = end;
	}
	return plain.slice(start, index);
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
	/\b(?:nearly|almost|could|would|may|might|can|cannot|should|ought|must|need to|needs to|want(?:s|ed)?|wish(?:es|ed)?|like to|thinking|thought of|consider(?:ing|ed)?|avoid|hop(?:e|ed|ing) to|suggest|propose|happy to|willing|able to|reluctant|tempted|free to|meant to|was going to|were going to|forgot(?:ten)? to|failed to|refused? to|declin\w+ to|allowed|please|kindly|don't mind|supposed|pretend|whether|wonder\w*|(?:minded|inclined|intend\w*|plan\w*) to|(?:asked|asks|enquired)(?: \w+)? (?:who|whom|why|if|how))\b|'d\b(?! (?:already|just|also))/i;
const CONDITION =
	/\b(?:if|provided|subject to|should you|whether|in case|assuming|with your (?:permission|agreement|consent|blessing)|were I|os|unless|once (?:I|we|you)|as soon as|next time|in future)\b/i;
const ASKS =
	/^\W*(?:(?:and|so|but|or|also),? )?(?:did|do|does|have|has|had|shall|should|may|can|could|would|will|is|are|was|were|who|what|why|when|where|how|which|any|ought)\b/i;

/** "I should have said that", "I forgot to mention", "you ought to know": what follows is told as a fact. */
const OWNS_UP =
	/\b(?:should|ought to|must|need to|needs to|has to|have to|want(?:ed)?(?: you)? to|would (?:like|prefer|want)(?: you)? to|would rather(?: you)?|wish(?:ed)?(?: you)? to|can|could|may|might|meant to|forgot(?:ten)? to|failed to|neglected to|omitted to|did not|didn't|never|not|better|'d (?:like|better|rather)(?: you)?(?: to)?)(?: (?:just|also|perhaps|please|like to|want to|wish to|have|to|at least|of course))* (?:say|said|tell|told|mention(?:ed)?|know|knew|add(?:ed)?|explain(?:ed)?|confess|admit|own up|stress|point out|pointed out|note|be (?:aware|told|clear|open)|make clear|made (?:it )?clear|confirm|apologise|record|hear|heard)(?: (?:you|to you|for|from me|it|this|also|in my (?:last |earlier |first )?(?:e-?mail|letter|message|note|reply)|earlier|before|yesterday|this morning|at the time|at the outset|then))*(?: that| for)?(?=[\s,:])/gi;
/** "I hope you won't mind my having copied him." */
const NO_OBJECTION =
	/\b(?:hope|trust|assume|sure|know|expect|suppose|doubt)\b(?: that)? (?:you|nobody|no one)\b[^.;:]{0,20}\b(?:object|mind|be cross|be offended|take it amiss|disagree)\b(?: (?:to|at|with))?/gi;

/** "Rather than write it twice I have", "not wanting to leave her out we are": another thing is not done. */
const INSTEAD =
	/^.*\b(?:rather than|instead of|without|not (?:wanting|wishing|liking)|so as not|in order not|not to|to avoid|in case)\b[^;:]*?(?= (?:I|we)(?:'ve|'m|'re| have| am| are)\b)/gi;

/** Whether the clause before the verb denies it, wishes it or asks for it. */
export function isUnreal(left: string): boolean {
	const clause = left
		.replace(/\bplease (?:note|be aware|see|bear in mind|know|remember)(?: that)?\b/gi, " ")
		.replace(OWNS_UP, " ")
		.replace(NO_OBJECTION, " ")
		.replace(INSTEAD, " ");
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
