/**
 * Any affirmative clause that speaks of a blind copy, whatever its frame: "Sian lives two doors down and has been
 * blind-copied", "two people in bcc: Colin and Ruth". Whom it means is left to those named around it.
 */
import { clauseAfter, clauseBefore, isAsked, isConditional, isUnreal } from "./copy-clauses.ts";
import { FIRST_PERSON, type ToldCopy } from "./copy-words.ts";

/** In capitals it also is a council; a window or a bend in the road is blind too. */
const UNSEEN =
	/\b(?:blind(?:ly)?[ -]?cop(?:y|ies|ied|ying)|bcc(?:'?d|-?ed|'?ing)?)\b(?! (?:machine|road|council))|\b(?:hidden|silent|unseen|bcc|blind) (?:recipients?|cop(?:y|ies)|readers?|addressees?)\b|\b(?:this|copied|included|sent|added|addressed)\b[^;:.]{0,40}?(?:\bblind\b(?=\W*$|[,;)]| (?:so|as|because|and|since|for)\b)|, unseen,)/gi;
/** A verb that somebody else may have done. */
const DONE = /(?:ied|ying|'?d|-?ed|ing)$/i;
const PASSIVE = /\b(?:is|are|was|were|been|being|be|'s|'re)(?: \w+ly| also| now| both| each)*[ ,]*$/i;
const OF_ANOTHER =
	/^[^;:.]{0,30}?\b(?:of|in(?:to)?|on) (?:(?:an|another|his|her|their)\b|the (?!above|e-?mail|message|interest|spirit|whole)|\S+'s )/i;
const OF_MAIL = /\b(?:in|on|by|via|as|my|the|put|moved?|moving)\W*$/i;
/** Somebody else is its object, named by the roster or not. */
const OBJECT = /^ (?:in |to |for )*(?:the|our|my|an?|\p{Lu}\p{Ll})/u;
const EMPTY = /\b(?:nobody|no one|none|empty|blank|not|never|without)\b|n't\b/i;

/** Nothing where the clause is denied, wished, asked, conditional, or tells what somebody else did. */
export function byUnseen(text: string): ToldCopy[] {
	if (isConditional(text) || /\?\W*$/.test(text)) return [];
	const told: ToldCopy[] = [];
	// "two people in bcc: Colin and Ruth", "a couple of people (Colin, Ruth)"
	const listed = text.replace(/[:()]/g, ",");
	for (const match of text.matchAll(UNSEEN)) {
		const left = clauseBefore(text, match.index);
		const right = clauseAfter(listed, match.index + match[0].length);
		if (isUnreal(left) || isAsked(text, left) || EMPTY.test(right) || OF_ANOTHER.test(right)) continue;
		if (/^BCC$/.test(match[0]) && !OF_MAIL.test(left)) continue;
		if (DONE.test(match[0]) && !FIRST_PERSON.test(left) && !PASSIVE.test(left) && /\p{L}{3}/u.test(left)) continue;
		const names = `${left} ; ${match[0]} ; ${right}`;
		told.push({ kind: "text", names, whom: "all", index: match.index, loose: OBJECT.test(right) ? "here" : "around" });
	}
	return told;
}
