/**
 * Any affirmative clause that speaks of a blind copy, whatever its frame: "Sian lives two doors down and has been
 * blind-copied", "two people in bcc: Colin and Ruth". Whom it means is left to those named around it.
 */
import { clauseAfter, clauseBefore, isAsked, isConditional, isUnreal } from "./copy-clauses.ts";
import { AGENT, FIRST_PERSON, OF_ANOTHER, type ToldCopy } from "./copy-words.ts";

/** In capitals it also is a council; a window or a bend in the road is blind too. */
const UNSEEN =
	/\b(?:blind(?:ly)?[ -]?cop(?:y|ies|ied|ying)|bcc(?:'?d|-?ed|'?ing)?)\b(?! (?:machine|road|council))|\b(?:hidden|silent|unseen|bcc|blind) (?:recipients?|cop(?:y|ies)|readers?|addressees?)\b|\b(?:this|copied|included|sent|added|addressed)\b[^;:.]{0,40}?(?:\bblind\b(?=\W*$|[,;)]| (?:so|as|because|and|since|for)\b)|, unseen,)/gi;
/** A verb that somebody else may have done. */
const DONE = /(?:ied|ying|cc'?d|-?ed|ing)$/i;
const PASSIVE = /\b(?:is|are|was|were|been|being|be|'s|'re)(?: \w+ly| also| now| both| each)*[ ,]*$/i;
/** "taken off the bcc list", "I was minded to bcc Colin". */
const TAKEN_OFF = /\b(?:from|off|out of|to|about|against|on using|policy on)(?: the| my)? $/i;
const NOT_YET = /\b(?:before|until|unless|if|whether|when|whenever|than) $/i;
/** The subject may stand in another clause: "and has been blind copied", "hence the blind copy", "is in the bcc line". */
const WITHOUT_NAME =
	/(?:\b(?:is|are|was|were|been|being|'s|hence|so|thus|therefore|accordingly|with|people|others|in|by|via|as)|^\W*)(?: also| now| both| the| my| an?| \w+ly)*[ ,]*$/i;
const OF_MAIL = /\b(?:in|on|by|via|as|my|the|put|moved?|moving)\W*$/i;
/** Somebody else is its object, named by the roster or not. */
const OBJECT = /^ (?:in |to |for )*(?:the|our|my|an?|\p{Lu}\p{Ll})/u;
const NOBODY = /\b(?:nobody|no one|none|empty|blank|not|never|without)\b|n't\b/i;

/** Nothing where the clause is denied, wished, asked, conditional, or tells what somebody else did. */
export function byUnseen(text: string): ToldCopy[] {
	if (/\?\W*$/.test(text)) return [];
	const told: ToldCopy[] = [];
	// "two people in bcc: Colin and Ruth", "a couple of people (Colin, Ruth)"
	const listed = text.replace(/[:()]/g, ",");
	for (const match of text.matchAll(UNSEEN)) {
		const left = clauseBefore(text, match.index);
		const right = clauseAfter(listed, match.index + match[0].length);
		if (isUnreal(left) || isAsked(text, left) || NOBODY.test(text.slice(match.index)) || OF_ANOTHER.test(right))
			continue;
		if (isConditional(text.slice(0, match.index) + right) || TAKEN_OFF.test(left)) continue;
		if (NOT_YET.test(text.slice(0, match.index - left.length)) || /^\W*(?:before|until|once|when)\b/i.test(left))
			continue;
		if (/^BCC$/.test(match[0]) && !OF_MAIL.test(left)) continue;
		if (DONE.test(match[0]) && !FIRST_PERSON.test(left) && !PASSIVE.test(left) && /\p{L}{3}/u.test(left)) continue;
		const agent = PASSIVE.test(left) ? AGENT.exec(right)?.[1] : undefined;
		const by = agent === undefined ? {} : { doer: agent };
		const names = `${left} ; ${match[0]} ; ${right}`;
		told.push({
			kind: "text",
			names,
			whom: "all",
			index: match.index,
			loose: !OBJECT.test(right) && WITHOUT_NAME.test(left) ? "around" : "here",
			...by,
		});
	}
	return told;
}
