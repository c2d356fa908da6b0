/** Sentences that say an item is confidential, and requests to keep it close. */
import type { Marking } from "../../facts/facts.ts";

export interface MarkedSentence {
	readonly level: Marking["level"];
	readonly kind: "sentence" | "request";
	/** Where in the sentence the deciding words begin. */
	readonly index: number;
}

const ADVERB =
	"(?:strictly|highly|still|all|of course|very|much|also|entirely|absolutely|commercially|completely|naturally|obviously|clearly|therefore|currently|presently|at present|for now|for the (?:moment|present|time being)|as yet|yet|totally|to be|private and|personal and|legally|both|a bit|quite|rather|pretty|most|plainly|accordingly|please|deemed|now|only),?";
const STATE = [
	"confidential(?![\\w-])",
	"in (?:the |my |your )?(?:(?:strict|strictest|complete|absolute|total|utmost|full) )?confidence(?! (?:in|that|and supply|vote|building))",
	"private and confidential",
	"(?:legally )?privileged",
	"commercially sensitive",
	"commercially confidential",
	"exempt (?:from (?:publication|disclosure)|information|under|by virtue|item|within)",
	"not for (?:(?:wider|onward|further|general|public|press|external|any|outside) )*(?:publication|circulation|transmission|distribution|release|disclosure|sharing|forwarding|dissemination)",
	"(?:yn )?(?:gwbl |hollol )?(?:g|ch|c)yfrinachol",
	"yn eithriedig",
];
const STATES = new RegExp(`(?<![\\w-])(?:${STATE.join("|")})`, "gi");

const NOUN =
	"(?:notes?|memos?|reports?|papers?|briefings?|matters?|messages?|e-?mails?|letters?|items?|documents?|information|updates?|drafts?|summary|appendix|annex|advice|figures|correspondence|communications?|minutes?|copy|list|opinion|schedule|details)";
/** Words that mean the item itself, and what is in it. */
const ITSELF =
	"(?:th(?:is|ese)\\b|that is\\b|all of (?:this|it)|the (?:following|above|below|attached|enclosed|rest|contents?|foregoing)\\b|what (?:follows|is below|I|we)\\b|attached\\b|enclosed\\b|herewith\\b|everything (?:in|below|above|here|attached|I)\\b|both (?:attachments|documents|papers)|the (?:attachments?|enclosures?)|my (?:notes?|figures|report|paper|advice|comments)|the (?:information|details|figures|names|terms|advice|appendix|annex|enclosure|schedule|table)\\b|par(?:as?|agraphs?) \\d|items? \\d|mae h[wy]nn?|mae'r (?:isod|atodiad|wybodaeth))";
const IS =
	"(?:is|are|be|'s|'re|stays?|remains?|must (?:stay|be|remain)|should (?:be|stay|remain)|needs? to (?:be|stay|remain)|has to (?:be|stay|remain)|have to (?:be|stay|remain)|to (?:be|stay|remain)|will (?:be|stay|remain)|ought to be|comes?|goes|being|mae|yn)";
const KEPT =
	"(?: (?:kept|treated|regarded|held|handled|marked|sent|given|shared|classed|classified|dealt with|labelled|provided|supplied|disclosed|told|offered))?(?: (?:to|for) (?:you(?: all| both| alone)?|members|the committee|the panel))?(?: as)?";
const SAYS_SO = new RegExp(`${ITSELF}[^.;:?!]{0,80}?(?:\\b|(?='))${IS}${KEPT}(?: ${ADVERB}){0,4} $`, "i");
const IT_IS = new RegExp(`\\bit(?:'s| is| is all)(?: ${ADVERB}){0,4} $`, "i");
const IT_STAYS = new RegExp(
	`\\b(?:it|they) (?:all )?(?:stays?|remains?|must (?:be|stay|remain)|should (?:be|stay|remain)|(?:is|are|has|have|needs?) to (?:be|stay|remain))(?: kept| treated(?: as)?| held)?(?: ${ADVERB}){0,3} $`,
	"i",
);
const OBJECT =
	"(?:this|these|it|them|that|all|everything|what|the|my|our|any|both|its|nothing|as|hyn|hwn|any of this)\\b";
const ASKED =
	"(?:^\\W*|\\b(?:please|kindly|pls|must|should|shall|would you(?: mind)?|could you|can you|grateful (?:if|that) you|ask(?: that| you| all| members| colleagues| everyone)*(?: to)?|expect you(?: all)? to|need (?:you )?to|needs to|request(?: that)?(?: you)?|trust (?:that )?you(?:'ll| will| can)?|you(?:'ll| will)|be sure to|remember to|(?:want|like) you(?: all)? to|you (?:are|need|have) to|let's|let us|a wnewch chi|os gwelwch yn dda,?)(?: all| please| kindly| both| could| would)?,? )";
const TREATED = new RegExp(
	`${ASKED}(?:treat(?:ed|ing)?|keep(?:ing)?|kept|hold(?:ing)?|held|regard(?:ed)?|consider(?:ed)?|handled?|take|read|view|mark|triniwch|cadwch|cadw|trin) (?:${OBJECT}[^.;:?!]{0,70} )?(?:as )?(?:being )?(?:${ADVERB} ){0,4}$`,
	"i",
);
const I_MARK = new RegExp(
	`\\b(?:I|we)(?:'ve|'m| have| am| are| must)?(?: \\w+){0,2} (?:mark|marked|marking|label|labelled|class|classed|classify|classified|head|headed|flag|flagged|treat|treating|keeping|regarding)(?: (?:this|these|it|them|the attached|the (?:e-?mail|message|paper|report|note)|what follows))?(?: as)?(?: being)?(?: ${ADVERB}){0,3} "?$`,
	"i",
);
const A_NOTE = new RegExp(
	`(?:\\b(?:this|these|here|below|herewith|following|above)\\b|\\b(?:attach|enclos)\\w*)[^.;:?!]{0,40}?(?: (?:is|are|as|comes?|being|see|find|for))?(?: (?:a|an|my|the|our|some|two|three|further|another))?(?: ${ADVERB}){0,3} $`,
	"i",
);
const NOTE_AFTER = new RegExp(
	`^ (?:and \\w+ )?(?:\\w+ )?${NOUN}\\b(?! (?:polic|procedure|protocol|service|line))`,
	"i",
);
const I_TELL =
	/\b(?:I|we)(?:'m|'re|'ll| am| are| will| would| can| must| should| want to| have to)?(?: only| just| also| now)?(?: am| be)? (?:tell|telling|share|sharing|send|sending|say|saying|mention|mentioning|write|writing|pass|passing|give|giving|let|letting|speak|speaking|offer|offering|disclose|disclosing|provide|providing|attach|attaching|forward|forwarding|copy|copying|set|setting)\b[^.;:?!]{0,70} $/i;
const YOU_HAVE =
	/\byou (?:all |both )?(?:are (?:receiving|getting|given|told)|have|receive|get|will (?:receive|get|have)|see) (?:this|it|these|them|the attached)(?: \w+){0,3} $/i;
const I_TOLD =
	/\b(?:I|we)(?:'ve| have)?(?: only| just| also)? (?:told|shared|sent|gave|given|passed|mentioned|disclosed|provided|copied|attached|let)\b[^.;:?!]{0,20}\b(?:you|this|these|it|them|what|all|the attached)\b[^.;:?!]{0,50} $/i;
const I_TELL_WELSH =
	/\b(?:rwy'n|rydw i'n|dw i'n|yr wyf yn|rydym yn) (?:dweud|rhannu|anfon|ysgrifennu)\b[^.;:?!]{0,60} $/i;

const NEGATED =
	/(?:\b(?:not|never|nothing|nobody|no longer|neither|nor|hardly|without|cease[sd]?|stops?|need not|nid yw|dyw|no need)\b|n't\b)[^,;:]{0,60}$/i;
const DEPENDS = /\b(?:if|whether|unless|in case|assuming|provided|suppose|os yw)\b[^,;:]{0,70}$/i;
/** "We must keep the ballot papers confidential" speaks of a duty, not of this item. */
const OTHER_THINGS =
	/\b(?:we|I|they|he|she|officers|staff|councillors|clerks?) (?:must|should|shall|have to|need to|are to) (?:also |always )?(?:keep|treat|hold|handle) (?!this\b|these\b|it\b|them\b|that\b|what\b|all\b)/i;
const TOPIC_BEFORE =
	/\b(?:survey|questionnaire|service|helpline|hotline|ballot|form|process|session|meeting|procedure|policy|register|conversation|counselling|interview|vote|application form)s?\b[^.;:?!]{0,30}$/i;
const REFERS =
	/\b(?:this|these|attached|enclosed|below|note|draft|paper|letter|report|figures|e-?mail|message|copy)\b/i;

/**
 * What the sentence says of the confidence of the item it stands in, the strongest of it; undefined where it says
 * nothing of the kind. `before` is the sentence before it ("" for the first), for "It is confidential".
 */
export function markedSentence(sentence: string, before = ""): MarkedSentence | undefined {
	if (sentence.length > LONGEST_SENTENCE) return undefined;
	const text = sentence.replace(/\s+/g, " ").trim();
	const protective =
		/\b(?:is|are|been|as)(?: marked| classified| classed| labelled)?(?: as)? "?(RESTRICTED|PROTECT(?:ED)?)\b(?! [A-Z]{3})/.exec(
			text,
		);
	if (protective !== null && new RegExp(ITSELF, "i").test(text.slice(0, protective.index))) {
		return {
			level: protective[1] === "RESTRICTED" ? "restricted" : "protected",
			kind: "sentence",
			index: protective.index,
		};
	}
	for (const state of text.matchAll(STATES)) {
		if (saysSo(text, state.index, state[0], before))
			return { level: "confidential", kind: "sentence", index: state.index };
	}
	const index = requestIndex(text);
	return index === undefined ? undefined : { level: "confidential", kind: "request", index };
}

/** Longer runs without a full stop are tables or code. */
const LONGEST_SENTENCE = 1500;
/** How much of the sentence before the word can decide. */
const LOOK_BACK = 170;
/** "Confidential, please." */
const FRAGMENT_WORDS = 12;

function saysSo(text: string, index: number, state: string, sentenceBefore: string): boolean {
	const before = text.slice(Math.max(0, index - LOOK_BACK), index).replace(/[("']$/, "");
	const after = text.slice(index + state.length);
	if (
		/^ ?(?:and )?(?:\w+ )?(?:polic(?:y|ies)|reporting|procedures?|protocols?|agreements?|waste|services?|helpline|sessions?)\b/i.test(
			after,
		)
	) {
		return false;
	}
	if (NEGATED.test(before) || DEPENDS.test(before) || OTHER_THINGS.test(before)) return false;
	if (TREATED.test(before) || IT_STAYS.test(before))
		return !/\?$/.test(text) || /\b(?:would|could|can|ask|may I remind) (?:you|members)\b/i.test(before);
	if (/\?$/.test(text)) return false;
	if (SAYS_SO.test(before)) return !TOPIC_BEFORE.test(before.replace(new RegExp(`${IS}${KEPT}[^.]{0,40}$`, "i"), ""));
	if (I_MARK.test(before)) return true;
	if (/^(?:private and )?confidential$/i.test(state) && A_NOTE.test(before) && NOTE_AFTER.test(after)) return true;
	if (IT_IS.test(before)) return sentenceBefore === "" || REFERS.test(sentenceBefore);
	if (
		/confidence$|gyfrinachol$/i.test(state) &&
		(I_TELL.test(before) || YOU_HAVE.test(before) || I_TOLD.test(before) || I_TELL_WELSH.test(before))
	)
		return true;
	return standsAlone(text, index, state);
}

/** "Confidential, please, …" and "In strict confidence, …": the words begin the sentence, or are nearly all of it. */
function standsAlone(text: string, index: number, state: string): boolean {
	const before = text.slice(0, index);
	const after = text.slice(index + state.length);
	const opens =
		/^\W*(?:(?:all|both|again|also|and|obviously|clearly|naturally|needless to say|strictly|absolutely|highly|this|in|please|just|for your information only|fyi|nb|note|ps|p\.s\.)[ ,.:-]*(?:and )?)*$/i.test(
			before,
		);
	if (!opens) return false;
	if (/^\W*$/.test(after) || /^(?:,? ?please\b|,|:| [-–—]|, of course|\.)/i.test(after)) return true;
	return (
		text.split(" ").length <= FRAGMENT_WORDS &&
		/^ (?:for|until|to|between|and|as|at|because|till|outside|beyond|with|without)\b/i.test(after) &&
		!/\?$/.test(text)
	);
}

const REQUESTS = [
	/\b(?:keep|kept|hold|held|leave|stay|stays|remain|remains)\b[^.;:?!]{0,40}\b(?:to your(?:self|selves)|between (?:us|ourselves|you and me|yourselves|the (?:two|three|four|five|\w+) of us)|under (?:your|our) hats?|under wraps|within (?:these (?:four )?walls|(?:the|this|our) (?:\w+ )?(?:group|panel|committee|office|council|room|team|building|chamber))|inside the (?:\w+-)?(?:\w+ )?(?:sub-group|group|panel|committee|office|council|room|team)|close to your chests?|in (?:this|the) room)/i,
	/\b(?:strictly |just |entirely |purely )?between (?:ourselves|you and me|you and I|these four walls|you, me and)\b/i,
	/\b(?:this is|that is|it is|it's|this stays|strictly|just|purely) (?:\w+ )?between (?:us|the (?:two|three) of us)\b/i,
	/\b(?:do not|don't|not to|never|must not|mustn't|should not|shouldn't|rather you (?:did not|didn't)|without) (?:please )?(?:forward|share|sharing|circulate|distribute|pass|show|copy|disclose|repeat|publish|post|discuss|forwarding|passing|circulating) (?:this|it|these|them|the attached|the (?:contents?|figures|details|names?|e-?mail|message)|any of (?:this|it)|what|on\b|further|outside|beyond|to any|with any)/i,
	/\b(?:do not|don't|not to|please not to) (?:tell|say (?:anything|a word) to) (?:anyone|anybody|a soul|the others|another)/i,
	/\bnot to be (?:shared|passed on|repeated|forwarded|circulated|copied|published|disclosed|divulged|discussed)\b/i,
	/\b(?:go|goes|went|going|get|gets) (?:no|any) further\b|\b(?:must|should|to) (?:not )?go no further\b/i,
	/\b(?:your|members'?|councillors'?) (?:eyes|ears) only\b|\bfor your (?:eyes|ears) (?:only|alone)\b/i,
	/\bentre nous\b|\bmum's the word\b|\bnot a word to (?:any|the)\b|\boff the record\b/i,
	/\bcadw(?:ch)? (?:hyn|hwn|y peth)[^.;:?!]{0,30}(?:rhyng|dan|i chi)|\brhyngo[mc]h? (?:ni|chi a (?:fi|mi))\b|\bpeidiwch â (?:rhannu|anfon|dangos|dosbarthu)/i,
	/\b(?:please|must|ask|appreciate|rely on|count on|be grateful)\b[^.;:?!]{0,50}\b(?:your|the) (?:strict |utmost |complete )?(?:confidentiality|discretion)\b/i,
];
const NO_REQUEST =
	/\b(?:mention it|agree to disagree|password|my (?:e-?mail )?address|distance|gap|balance|difference)\b/i;

/** What somebody else asked of the writer. */
const REPORTED =
	/\b(?:asked|told|begged|promised|advised|instructed|warned|wants?|wanted|reminded) (?:me|us|him|her|them|not to)\b/i;

function requestIndex(text: string): number | undefined {
	if (NO_REQUEST.test(text) || REPORTED.test(text) || /\?$/.test(text)) return undefined;
	let first: number | undefined;
	for (const request of REQUESTS) {
		const found = request.exec(text);
		if (found !== null && (first === undefined || found.index < first)) first = found.index;
	}
	return first;
}
