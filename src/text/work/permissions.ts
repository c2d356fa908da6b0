/** Words that permit: to pass a letter on, to deal with staff directly. */
import { asFarAsRead } from "../as-far-as-read.ts";
import { readable } from "../normalise.ts";
import { sentencesOf } from "../prose.ts";
import { evidenceQuote } from "../quote.ts";

const NOT =
	/(?:\b(?:not|never|neither|nor|no one|nobody|without|unless|rather you|cannot|nid|ddim|peidiwch)\b|n't\b)[^.;:?!]{0,60}$/i;
/** "don't mind if you share it" denies nothing. */
const NOT_MINDING =
	/\b(?:do not|don't|wouldn't|would not) (?:at all )?(?:mind|object)|\bno (?:objection|problem|reason)|\b(?:do not|don't) hesitate|\bwhy not\b|\bnot (?:just|only)\b/i;

const ITEM =
	"(?:this|it|these|them|that|the (?:above|attached|enclosed|e-?mail|message|letter|note|report|figures|news|details|contents?|information)|any of (?:this|it)|my (?:e-?mail|message|letter|note|comments|concerns|thoughts|reply|points?|views?|complaint)|what I(?:'ve| have)? (?:said|written|say)|all (?:of )?this|hwn|hyn|y neges|fy neges)";
const SPREAD =
	"(?:share|pass|forward|show|send|circulate|distribute|relay|publish|quote|discuss|copy|hand|mention|tell|speak|talk|give|let)";

const PASS_ON = [
	new RegExp(
		`\\b(?:please|pls|kindly|could you|can you|would you|will you|grateful if you|appreciate (?:it )?if you|ask you to|like you to|want you to|wish you to|need you to|you might|you may want to|you could|if you could|if you would|perhaps you(?: could| would| might)?|do|by all means|feel free to|free to|welcome to|happy for you to|hesitate to|happy if you|(?:don't|do not|wouldn't|no objection to you|would not) mind (?:you|your|if you)|you (?:may|can)|you have my (?:permission|consent|blessing) to|permission to|glad if you|why not|a wnewch chi|croeso i chi)(?: (?:please|kindly|also|then|now|perhaps|all|both|would|could|can|just|to|at least))* ${SPREAD}(?:ing)?(?: on)? (?!me\\b|us\\b)(?:\\S+ ){0,5}?${ITEM}(?! to (?:me|us)\\b)\\b`,
		"i",
	),
	new RegExp(
		`(?:^|[.;:!?,–—-]\\s*|\\band )(?:please |pls |kindly |do |also )?(?:forward|fwd|pass|circulate|relay|share) (?:\\S+ )?${ITEM}(?: on| round| along)* (?:to|with|among|round)(?! me\\b| us\\b)\\b`,
		"i",
	),
	new RegExp(
		`\\b(?:happy|content|glad|fine|ok|okay|quite happy|pleased|no objection|no problem|all right|alright)(?: with me)? (?:for|if|to|with|about|that) (?:you |this |it |your |these |my )[^.;:?!]{0,30}(?:${SPREAD}|shared|passed|forwarded|shown|sent|circulated|having|sharing|passing|forwarding|showing)\\w*`,
		"i",
	),
	/\b(?:please|kindly|could|can|may|might|grateful if|would like|want|ask that|like) (?:this|it|these|my (?:e-?mail|message|letter|note|comments|concerns))(?: (?:could|can|to|please|might|may|also|kindly))* be (?:forwarded|passed|shared|sent|circulated|shown|copied|given|distributed)\b/i,
	/\b(?:[Pp]lease|[Kk]indly|[Pp]ls|[Cc]ould you|[Cc]an you|[Ww]ould you) (?:also )?(?:(?:copy|cc|loop)(?: in)?|include|add) (?:[Cc]llrs?|[Cc]ouncillors?|members|the (?:chair|mayor|leader|committee|group)|all|everyone|\p{Lu}\p{Ll})[^.;:?!]{0,60}/u,
	/\b(?:please|kindly|pls|could you|can you|would you|do) (?:let|make sure|see that|see to it that|ensure) (?:that )?(?:\S+ ){1,4}?(?:see|sees|have|has|gets?|receives?|read|reads) (?:this|it|a copy|these|my|what)\b/i,
	/\b(?:please|kindly|pls) (?:circulate|fwd|forward|pass on|pass along|forward on|share) (?:to|with|among|round|widely|as you)\b/i,
	/\b(?:feel free to|by all means|free to|welcome to|happy for you to) (?:share|forward|circulate|distribute|show|pass (?:on|round|along))\b(?! me| us)/i,
	/^\W*(?:please |do )?(?:share|forward|circulate|pass on|use) (?:it |this )?as you (?:see fit|like|wish|please|think (?:best|fit))\b/i,
	/\bwould you mind (?:sharing|passing|forwarding|showing|sending|circulating) (?:this|it|these|my)\b(?! to me)/i,
	/\b(?:this|it|my (?:e-?mail|letter|note)) (?:can|may|should|ought to|could) (?:also |then )?go to\b/i,
	/\b(?:would|'d) like (?:\S+ ){1,4}to (?:see|have|get|read|be shown|receive) (?:this|it|sight|a copy|my)\b/i,
	/\b(?:useful|helpful|good|glad|grateful) if (?:\S+ ){1,4}(?:could|can|would|might) (?:see|have|read|be shown|be sent) (?:this|it|a copy|my)\b/i,
	/\b(?:please|could you|can you|perhaps you could) (?:make (?:\S+ ){1,4}aware of (?:this|my)|let (?:\S+ ){1,4}know (?:what I|of this|about this))/i,
	/\bfor (?:onward transmission|forwarding|passing on) to\b/i,
	/\b(?:anfonwch|pasiwch|rhannwch|dangoswch) (?:hwn|hyn|y neges|fy neges|e)\b[^.;:?!]{0,30}(?:ymlaen|at|gyda|i)\b/i,
];

const STAFF_CONTACT =
	"(?:deal(?:ing)?|brief(?:ing)?|chas(?:e|ing)|speak(?:ing)?|talk(?:ing)?|liais(?:e|ing)|work(?:ing)?|contact(?:ing)?|go(?:ing)?|approach(?:ing)?|ring(?:ing)?|call(?:ing)?|phon(?:e|ing)|e-?mail(?:ing)?|writ(?:e|ing)|ask(?:ing)?|tell(?:ing)?|instruct(?:ing)?|arrang(?:e|ing)|sort(?:ing)?|settl(?:e|ing)|take (?:it|this) up|agree(?:ing)?|organis(?:e|ing)|correspond(?:ing)?|communicat(?:e|ing)|catch(?:ing)?|get(?:ting)?|giv(?:e|ing)|let(?:ting)?|send(?:ing)?)";
const DIRECT =
	"(?:direct(?:ly)?|straight|between (?:you|yourselves|the two of you)|without (?:going through|asking|copying|coming (?:to|via|through)) me|without (?:going|coming) (?:through|via|to) (?:me|the office)|yoursel(?:f|ves))";
const APPROVES = [
	new RegExp(
		`\\b(?:happy|content|fine|glad|ok|okay|agree|agreed|agreeable|no objection|all right|alright)\\b[^.;:?!]{0,30}\\b(?:you|your|members|if you|that you|the two of you)\\b[^.;:?!]{0,30}${STAFF_CONTACT}\\b[^.;:?!]{0,80}\\b${DIRECT}\\b`,
		"i",
	),
	new RegExp(
		`\\b(?:happy|content|fine|glad|ok|okay|agree|agreed|no objection)\\b[^.;:?!]{0,30}\\b(?:for you|you|that you|if you)\\b[^.;:?!]{0,20} ${DIRECT} ?(?:to|with)?\\b`,
		"i",
	),
	new RegExp(
		`\\b(?:you (?:may|can|are (?:welcome|free|at liberty) to|'re (?:welcome|free) to)|you have my (?:approval|agreement|permission|consent) to|(?:please|do|please do|by all means|feel free to|welcome to|free to|go ahead and|carry on(?: and)?|just|best to|simply|then|you (?:could|should)),?)(?: (?:please|do|just|now|then|in future|therefore|of course))* ${STAFF_CONTACT}\\b[^.;:?!]{0,80}\\b${DIRECT}\\b`,
		"i",
	),
	new RegExp(
		`\\b(?:you (?:may|can|are (?:welcome|free|at liberty) to)|you have my (?:approval|agreement|permission|consent) to|please|do|by all means|feel free to) (?:please |do |just |now |then )*(?:go|come) ${DIRECT} to\\b`,
		"i",
	),
	// A named person other than the writer is enough without "directly".
	/\b(?:[Hh]appy (?:for|if)|[Cc]ontent (?:for|if)|[Ff]ine (?:for|if)|[Bb]y all means|[Yy]ou (?:may|can|are (?:welcome|free) to)|[Ff]eel free to|[Aa]greed|[Nn]o objection|[Pp]lease|[Dd]o)\b[^.;:?!]{0,25} (?:deal(?:ing)?|liais(?:e|ing)|work(?:ing)?|settl(?:e|ing)|sort(?:ing)?|arrang(?:e|ing)|agree(?:ing)?|organis(?:e|ing)) (?:(?:it|this|them|that|the \w+|these|those|everything|details) )?(?:all )?(?:out )?with (?:the |our )?(?!Clerk|Town|Parish|Cllr|Councillor)(?:\p{Lu}\p{Ll}|caretaker|groundsman|warden|deputy|office|works|team)/u,
	/\b(?:[Ff]ine (?:by|with) me|[Gg]o ahead|[Bb]y all means|[Hh]appy for you|[Cc]ontent for you|[Yy]ou have my (?:OK|ok|okay|blessing|agreement|approval|permission)|[Ff]eel free|[Yy]ou (?:may|can)|[Pp]lease|[Dd]o|[Jj]ust)\b[^.;:?!]{0,25} (?:(?:speak|talk|write) to|ring|call|phone|e-?mail|contact|instruct|brief|carry on with) (?:the |our )?(?!Clerk|Town|Parish|Cllr|Councillor)(?:\p{Lu}\p{Ll}|caretaker|groundsman|warden|deputy|works|team)/u,
	// A cue of leave, and somebody to whom, with whom or from whom.
	/\b(?:[Yy]ou(?:'re| are) (?:very |quite )?welcome|[Ww]elcome to|[Yy]ou (?:may|can) (?:give|go|take|tell|ask|use)|(?:[Hh]appy|[Cc]ontent|[Gg]lad) to leave|[Mm]y (?:go-?ahead|blessing|approval|say-so|permission|authority|OK|okay)|(?:save|easier|quicker|simpler|better|best)\b.{0,30}\bif you)\b[^.;:?!]{0,60}? (?:to|with|from|give|tell|ask|use|you and) (?:the )?(?!Clerk|Town|Parish|Cllr|Councillor|Committee)(?:\p{Lu}\p{Ll}|you\b|caretaker|groundsm[ae]n|warden|deputy|lads|works|team)/u,
	// "Yes, deal direct with Barry": a bare imperative at the head of the sentence.
	new RegExp(
		`^(?:(?:yes|ok|okay|fine|sure|certainly|of course|agreed|absolutely|good idea|please|do|just|then|so|[\\p{L}'-]+(?=,))[ ,.!–—-]+)*${STAFF_CONTACT}\\b[^.;:?!]{0,60}\\b${DIRECT}\\b`,
		"iu",
	),
	/(?:^|, so )(?:(?:[Yy]es|OK|[Oo]kay|[Ff]ine|[Ss]ure|[Cc]ertainly|[Oo]f course|[Aa]greed|[Aa]bsolutely|[Pp]lease|[Dd]o|[Jj]ust|[Tt]hen|[Gg]o ahead and)[ ,.!–—-]+)*(?:[Cc]ontact|[Rr]ing|[Cc]all|[Pp]hone|[Ee]-?mail|[Ss]peak (?:to|with)|[Tt]alk (?:to|with)|[Ii]nstruct|[Bb]rief|[Tt]ell|[Aa]sk|[Tt]ry|[Gg]o to|[Gg]et hold of|[Gg]rab) (?!Clerk|Cllr|Councillor|Mayor)\p{Lu}\p{Ll}+(?![ -](?:County|Council|District|Parish|Highways))/u,
	/\b(?:[Jj]ust|[Pp]lease|[Dd]o|you can|you may|[Ff]eel free to|[Bb]y all means|[Gg]o ahead and) (?:e-?mail|ring|call|phone|contact|tell|text|instruct|brief) (?:him|her|them)\b/u,
	/\b(?:told|asked|briefed|warned) (?:the |our )?\S+ (?:to (?:expect|do|help|give|take|follow|listen|deal)|that you(?:'ll| will| may| can))\b[^.;:?!]{0,60}\b(?:you|your)\b|\blet (?:the |our )?\S+ know (?:to expect|that you|you)\b/i,
	/\b(?:leave|count) me out of (?:it|this|that)\b|\bcut(?:ting)? out the middle ?(?:man|woman)\b/i,
	/\b(?:while|when|until) I(?:'m| am) (?:away|off|on leave|on holiday|out)\b[^.;:?!]{0,60}\b(?:send|take|give|pass|direct|go|talk|speak|ring|e-?mail|contact)\b(?! (?:me|us)\b)/i,
	/\byou (?:two|both|and (?:\S+)) (?:can |could |may |should |please |just )*(?:crack on|carry on|get on with it|sort (?:it|this|that|them) out|settle (?:it|this|that)|fix (?:it|this|that) up|arrange (?:it|this|that))\b/i,
	/\b(?:authorise|authorize) you to\b/i,
	/\b[Cc]arry on with \p{Lu}\p{Ll}+ direct/u,
	/\b(?:expect(?:ing)?|hear|take (?:instructions|orders|it|them|calls|this)) (?:\w+ ){0,3}from you\b|\btake your (?:calls|wishes|instructions|orders)\b|\bat your disposal\b/i,
	/\btake this as my (?:say-so|approval|authority|agreement|permission|consent)\b/i,
	/\bno need (?:for you )?to (?:go (?:through|via)|come (?:through|via|to|back to)|ask|copy|involve|check with|trouble) (?:me|the (?:office|clerk))\b/i,
	/\b(?:I|we) (?:am happy to |'m happy to |hereby |can |do )?(?:approve|authorise|authorize|give (?:you )?(?:my )?(?:approval|permission|consent|agreement))\b[^.;:?!]{0,60}\b(?:direct|directly|staff|contact|deal|instruct)/i,
	/\b(?:mae croeso i chi|gallwch)\b[^.;:?!]{0,40}\b(?:siarad|cysylltu|delio)\b[^.;:?!]{0,60}\buniongyrchol/i,
];

/** Cheap looks before the grammars: each saying has one of these words. */
const MAY_PASS_ON =
	/forward|fwd|aware|go to|let |pass|shar|circulat|show|cop(?:y|ied)|\bcc\b|relay|distribut|\bhand|onward|loop|include|add |sen[dt]|\bsees?\b|have|gets?|receive|read|anfon|pasiwch|rhann|dangos/i;
const MAY_APPROVE =
	/direct|straight|welcome|content|happy|you (?:may|can)|go-?ahead|blessing|easier|quicker|simpler|save|hold of|go to|him\b|her\b|them\b|expect|middle|me out|you (?:two|both|and)|while I|when I|until I|tell|ask |try |between (?:you|the two)|without (?:going|asking|copying|coming)|through me|no need|say-so|my (?:approval|authority|agreement|permission|consent)|approv|authori[sz]|uniongyrchol|\bwith (?:the |our )?\S|from you|take your|disposal|speak to|talk to|write to|\bring\b|\bcall\b|phone|e-?mail|contact|instruct|brief|yourself/i;

/** The words that ask or permit to pass the writer's mail on; undefined where there are none. */
export function asksToPassOn(authored: string): string | undefined {
	return firstSaying(authored, PASS_ON, MAY_PASS_ON, () => true);
}

/**
 * The words that permit direct dealings with staff; undefined where there are none. `asked` is what the mail answers:
 * a plain yes is enough where somebody asked whether he may.
 */
export function approvesContact(authored: string, asked = ""): string | undefined {
	const said = firstSaying(authored, APPROVES, MAY_APPROVE, (sentence) => !/\?\W*$/.test(sentence));
	if (said !== undefined || asked.length > LONGEST_ASKED) return said;
	if (!sentencesOf(readable(asked)).some((sentence) => ASKS_CONTACT.test(sentence) && sentence.endsWith("?")))
		return undefined;
	const [first, second] = sentencesOf(readable(asFarAsRead(authored))).filter((sentence) => !SALUTATION.test(sentence));
	const yes = [first, second].find((sentence) => sentence !== undefined && ASSENT.test(sentence));
	return yes === undefined || UNLESS.test(yes) ? undefined : evidenceQuote(yes);
}

const LONGEST_ASKED = 4_000;
/** "Can I sort the benches out with Barry direct?", "May I ask Barry to do it?" */
const ASKS_CONTACT = new RegExp(
	`\\b(?:i|we|me|my)\\b[^?]{0,60}\\b(?:${STAFF_CONTACT}|have a (?:quick )?(?:word|chat)|sort(?:ed)?|dealt|spoke|went|asked|told|rang|arranged)\\b[^?]{0,80}(?:\\b${DIRECT}\\b|\\b(?:with|to|ask|tell|ring|instruct|contact) (?:the )?[\\p{L}'-]+)`,
	"iu",
);
const SALUTATION = /^(?:(?:dear|hi|hello|morning|good (?:morning|afternoon|evening))\b.{0,40}|[\p{L}'-]+,?)$/iu;
const ASSENT =
	/^(?:[\p{L}'-]+, )?(?:yes|yep|yup|of course|certainly|by all means|fine\b|that(?:'s| is| would be|'d be| sounds| makes)(?: \w+)? (?:fine|ok|okay|good|sensible|easier|better|best|great|perfect|helpful|sense|all right)|ok\b|okay|sure|no problem|agreed|go ahead|please do|do\b(?! not)|happy with that|absolutely|good idea|no objection|i(?:'m| am) (?:happy|content|fine) with (?:that|this|it))/iu;
const UNLESS =
	/\b(?:but|not|n't|rather|except|only if|provided|unless|i(?:'ll| will) (?:ask|tell|speak|talk|pass|have))\b|n't\b/iu;

function firstSaying(
	authored: string,
	sayings: readonly RegExp[],
	may: RegExp,
	holds: (sentence: string, found: RegExpExecArray) => boolean,
): string | undefined {
	for (const sentence of sentencesOf(readable(asFarAsRead(authored)))) {
		if (sentence.length > LONGEST_SENTENCE || !may.test(sentence)) continue;
		for (const saying of sayings) {
			const found = saying.exec(sentence);
			if (found === null || isDenied(sentence, found) || !holds(sentence, found)) continue;
			return evidenceQuote(sentence, found.index);
		}
	}
	return undefined;
}

const LONGEST_SENTENCE = 1500;

/** "Colin is happy for you to have it" is no permission of the writer's. */
const OTHERS_MIND =
	/\b(?!(?:I|We|It|That|This)\b)(?:[Hh]e|[Ss]he|[Tt]hey|\p{Lu}\p{Ll}+)(?:'s| is| are| was| were| would be| seems| sounds)(?: \w+)? (?:happy|content|fine|glad|ok|okay|agreeable)\b/u;

const TO_THE_WRITER =
	/\b(?:to|with|through|via|contact|ring|call|phone|e-?mail|ask|tell|let|give|send) (?:me|us|the (?:clerk|office))\b(?! (?:know|have|a (?:copy|note|line)))|\bI(?:'ll| will| shall|'ve| have(?! no\b)|'d)\b(?!.*\b(?:told|asked|briefed|warned|let)\b)/i;

/** Denied before the words or inside them. "no longer" and "no need" are part of what they say. */
function isDenied(sentence: string, found: RegExpExecArray): boolean {
	const upTo = sentence.slice(0, found.index + found[0].length);
	const clause = upTo
		.replace(/^.*[;:?!–—]|^.*,(?= (?:but|so|and|which)\b)/s, "")
		.replace(/\bno (?:longer|need|reason|objection|problem)\b/gi, "")
		.replace(/\bwithout (?:going|asking|copying|coming)\b/gi, "");
	// "Please talk to me direct", "I will ask Barry": the writer himself comes between.
	if (TO_THE_WRITER.test(found[0]) && !/\bwithout|rather than|instead of|no need|out of\b/i.test(found[0])) return true;
	if (/\bfrom you\b/i.test(found[0])) return NOT.test(clause);
	return OTHERS_MIND.test(clause) || (!NOT_MINDING.test(clause) && NOT.test(clause));
}
