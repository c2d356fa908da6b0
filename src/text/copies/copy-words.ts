/** Words and shapes that all sentences about copies share. */

export interface ToldCopy {
	/** text: of this message; announced: of another, or yet to come. */
	readonly kind: "text" | "announced";
	/** Where the recipients are named. */
	readonly names: string;
	/** all: everybody named there; last: only the one named last (the subject of a verb in the singular). */
	readonly whom: "all" | "last";
	/** Who did it, where it is said: the clause before an active verb in the third person. */
	readonly doer?: string;
	/** The clause surely tells of a copy, whoever is meant: somebody named in it, or around it without a pronoun too. */
	readonly loose?: "here" | "around";
	/** Not yet done: a condition in the sentence takes it back. */
	readonly future?: boolean;
	/** Where the deciding words stand in the sentence. */
	readonly index: number;
}

const ITEM =
	"(?:e-?mails?|mails?|messages?|letters?|notes?|questions?|enquir(?:y|ies)|quer(?:y|ies)|comments?|concerns?|points?|reports?|requests?|complaints?|correspondence|threads?|exchanges?|repl(?:y|ies)|answers?|thoughts|suggestions?|views?|ideas?|remarks?|observations?|details|figures|photos?|photographs|pictures|paper|draft|motion|invitation|list|original|attachments?|words|piece|memo|response|submission|objections?|chain)";
/** What is correspondence whoever it is from; "the figures" and "the plan" may be anything. */
const MAIL =
	"(?:e-?mails?|mails?|messages?|letters?|notes?|enquir(?:y|ies)|quer(?:y|ies)|complaints?|correspondence|threads?|exchanges?|repl(?:y|ies)|answers?|original|chain|above|objections?)";
/** What "a copy of …" must go on with, to be one of a message. */
export const MINE =
	"(?:this|it\\b|my|our|your|what|everything|both|all|the (?:above|whole|e-?mail|message|letter|reply|answer|exchange|correspondence|thread|same))";
/** The correspondence that goes round: your letter, this, a copy. */
export const THE_ITEM = `(?:(?:your|yours|(?:his|her|their)(?! (?:have|see|read|know|get|your|the|this|that|these|my|our|both|all|a|an|what|it|yours)\\b)|this|my|our)(?: (?:your|these|of your|own|two|latest|last|first|earlier|original|recent|kind|full|above|whole|entire|\\w+)){0,3} ${ITEM}|(?:the|that|these|those|both|all)(?: (?:of|these|two|latest|last|first|earlier|original|recent|full|above|whole|entire|\\w+)){0,3} ${MAIL}(?! from (?!you\\b|me\\b|us\\b))|yours\\b|(?:\\S+ )?\\S+'s (?:\\w+ )?${ITEM}|what you (?:wrote|sent|said|say|told)|(?:(?:a|the|another) (?:blind )?cop(?:y|ies)|copies)(?! of (?!${MINE}))|e-?mail|the same(?= (?:to|on|over|by|out))|it(?= )|this(?= )|these(?= )|that(?= (?:on|to|over|along))|them(?= (?:on|to|all|both|over)))`;

/** Before a verb: not done yet. */
export const FUTURE = /(?:\b(?:will|shall|going to|about to|byddaf|byddwn)\b|'ll\b)(?: \w+){0,3} ?$/i;
export const FIRST_PERSON = /(?:^|\W)(?:I|we|i've|i'm|i'll|we've|we're|we'll)\b/i;
const SINGULAR = /(?:\b(?:is|was|has|gets|got|had|will|receives)|'s)\b[^,]{0,30}$/i;

/** Several people may only be the subject of a verb in the plural. */
export function whomOf(clause: string): "all" | "last" {
	return SINGULAR.test(clause) &&
		!/\b(?:have had|have|are|were)\b[^,]{0,30}$/i.test(clause) &&
		!/\b(?:both|each|all|members|committee|councillors)\b/i.test(clause)
		? "last"
		: "all";
}

/** "John, Niamh has a copy": John is spoken to. */
export function withoutVocative(left: string): string {
	return left.replace(
		/^\W*(?:(?:dear|hi|hello|yes|no|thanks|thank you)[ ,]+)?(?:\p{Lu}[\p{L}'-]+),\s+(?=\p{Lu}[^,]*$)/u,
		" ",
	);
}

/** "Cllr Smith's figures" are not sent to Cllr Smith. */
export function withoutPossessives(names: string): string {
	return names.replace(
		/(?:\b(?:cllr|councillor)s?\.? )?(?:\p{Lu}[\p{L}'-]{1,30} ){0,2}\p{Lu}[\p{L}-]{1,30}'s? (?=\p{Ll})(?!and\b|or\b)/gu,
		" ",
	);
}

/** "the bcc line of your e-mail": of another message. */
export const OF_ANOTHER =
	/^[^;:.]{0,30}?\b(?:of|in(?:to)?|on) (?:(?:an|another|his|her|their|your)\b|the e-?mail (?:of|from)\b|the (?!above|e-?mail|message|interest|spirit|whole)|\S+'s )/i;
/** Who did it, in the passive: "blind copied by the county". */
export const AGENT =
	/\bby ((?:the (?!time|way|end|same|above)|an? (?!blind|bcc|copy|e-?mail|separate)|some(?:body|one)\b|cllrs?\b|councillors?\b|\p{Lu}\p{Ll}).*)/u;
