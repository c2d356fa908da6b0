/**
 * A text less the sentences that everybody writes: "Thank you for your patience", "Please do not hesitate to contact me".
 * Two messages that share nothing else share nothing.
 */
import { sentences } from "./sentences.ts";

const OPENING =
	/(?:^|[\n.!?]\s*)(?:(?:many |very many |with )?thanks?(?: you)? (?:so much |very much )?(?:for|again|once)|i (?:am|'m) (?:so |very |really )?(?:sorry|grateful|pleased to hear)|(?:my |our )?apologies|sorry (?:for|about|that|it)|please (?:do not|don't) hesitate|(?:please |do )?(?:feel free|let me know|get in touch|contact me|call me|give me a (?:call|ring))|i (?:do )?(?:hope|trust) (?:that )?(?:this|you|all|the above)|(?:i|we) (?:very much )?look(?:ing)? forward|if you (?:have|need|require|would like) any|should you (?:have|need|require)|further to (?:my|your|our)|i refer to (?:my|your|our)|following our (?:conversation|telephone|meeting)|as (?:discussed|promised|requested)|please find|i hope you are)/iu;
/** A sentence with a number, a sum or so many words says something of its own. */
const LONGEST_WORDS = 28;

export function withoutCourtesies(text: string): string {
	if (!OPENING.test(text)) return text;
	let kept = "";
	let from = 0;
	for (const { text: sentence, start, end } of sentences(text)) {
		if (!OPENING.test(sentence) || /\d/u.test(sentence) || sentence.split(/\s+/u).length > LONGEST_WORDS) continue;
		kept += text.slice(from, start);
		from = end;
	}
	return kept + text.slice(from);
}
