/** "Forget I asked", "found it", "all sorted, thanks": words by which somebody takes a question of his own back. */
import { sentencesOfLetter } from "../letters/letter-sentences.ts";

const ADVERBS = "(?:now|since|just|already|actually|finally|eventually|also|at last|luckily|happily)";
const PAPER =
	"(?:minute|lease|figure|paper|letter|document|drawing|plan|map|report|policy|page|link|file|form|agenda|deed|reference|date|number|e-?mail|attachment|invoice|photo|photograph|list|contract|note|copie|copy)s?";
const OWN_QUESTION =
	"(?:my (?:last|question|query|enquiry|e-?mail|message|note|request|previous|earlier|first|other)|the (?:below|last|previous|earlier|question|query|enquiry|above|e-?mail|message)|last|previous|what i|everything i|all (?:this|that|of (?:this|that)))";

/** What may follow "found it": a place, a word of time, the end; not "found it difficult", "got it in writing". */
const THERE =
	"(?=\\s*(?:[,.;:!)–—-]|$)| (?:now|myself|ourselves|at last|thank|cheers|after all|today|yesterday|this (?:morning|afternoon)|elsewhere|online|all\\b|in (?:the|my|our|an?) |on (?:the (?:website|web|shelf|system|portal|server|drive|shared|internet|intranet)|page|my |line|your )|under |behind |with the |through |from (?:the|\\p{Lu})|and (?:all|so)|so\\b))";

/** Commands and sayings with which such a sentence begins. */
const OPENING = new RegExp(
	`^(?:(?:oh|ah|ha|ok|okay|hi|sorry|(?:my )?apologies|apols|thanks|typical|actually|in fact|stop press|update|please|do|just|you (?:can|may)|so|and|but|well|right|oops|whoops|\\p{L}+(?=,))[\\s,:;.!–—-]+){0,3}(?:(?:ignore|disregard|scrap|cancel|delete|strike|scratch|scrub|skip|bin|drop(?= (?:my|the) (?:question|query|enquiry|request))) (?:this|that|it|me|${OWN_QUESTION})\\b|(?:ignore|disregard|scrap|cancel|found|withdrawn|sorted)(?:[.,!–—-]|$)|forget (?:(?:that )?i (?:ever |even )?(?:asked|mentioned|said|spoke|wrote|e-?mailed)|(?:about )?(?:it|that|this|me)\\b|${OWN_QUESTION})|never ?mind(?=[\\s,:;.!–—-]*$|[\\s,:;.!–—-]+(?!the\\b|that\\b|how\\b|what\\b|why\\b|if\\b|whether\\b|when\\b|an?\\b|your?\\b|about (?!it|this|that|my|me)))|as you were\\b|panic over\\b|(?:problem|mystery|question|query|case) (?:solved|sorted|answered|closed|resolved)\\b|(?:found|got|traced|located|tracked|unearthed) (?:it|them|one|the answer|my (?:copy|answer))\\b|(?:all |now |it's |that's |this is |it is |that is |been |all now )*(?:sorted|resolved|solved|dealt with|cleared up)\\b|answering my own\\b)`,
	"iu",
);
const ANYWHERE = [
	new RegExp(
		`\\b(?:i|we)(?:'ve| have)?(?: ${ADVERBS})* (?:found|got|tracked down|located|traced|unearthed|managed to find|discovered|come across|came across|dug (?:out|up)|laid (?:my |our )?hands on)(?: ${ADVERBS})* (?:(?:it|them|one|(?:the|those|these|my) (?:\\w+ )?${PAPER})${THERE}|(?:the|my(?: own)?) answer\\b|what i (?:needed|wanted|was after|asked for|was looking for))`,
		"iu",
	),
	new RegExp(
		`\\b(?:i|we)(?:'ve| have| had)?(?: ${ADVERBS})* (?:sorted|answered|solved|worked out|settled) (?:it|that|this)${THERE}|\\b(?:i|we)(?: ${ADVERBS})* (?:have|had)(?: ${ADVERBS})* (?:them|it|the answer)(?:[,.;!]|$| (?:now|already|after all|all along|in my|here)\\b)|\\b(?:have|got)(?: ${ADVERBS})* (?:all (?:that )?i need(?:ed)?|what i (?:needed|wanted|was after|asked for))\\b`,
		"iu",
	),
	/\b(?:already|since|just|now|kindly) (?:answered|told|given|shown|put|filled|explained|sent) (?:it to )?(?:me|us)(?: (?:right|in|the (?:answer|drawings?|figures?)))?(?=[,.!;]|$)|\bbeat you to it\b|\b(?:answered|resolved|solved|sorted) itself\b/iu,
	/\bcall off the (?:search|hunt)\b|\bso you need(?:n't| not)\b|\b(?:take|taking) (?:it|that|this|my (?:question|query|enquiry)) back\b(?! to)|^(?:please |you can )?close (?:this|it|the (?:ticket|query|enquiry))\b/iu,
	/\b(?:i|we)(?:'ve| have)(?: now| since| just)* found out\b(?! that\b)/iu,
	/^(?:[\p{L}' ]{0,30}[,:;–—-] )?found (?:it|them|the answer|out) (?:myself|now|online|on the website|in the)\b/iu,
	/\b(?:i|we)(?:'ve| have)(?: now| got| had| already)* (?:my|the|an|our) answer\b(?! (?:that|which|is|was)\b)/iu,
	/\b(?:had|got|have)(?: now| since| just)*(?: got| had)? (?:it|this|them|the answer|what i needed) (?:direct(?:ly)? )?from (?!.{0,30}\bthat\b)[\p{L}' ]{2,30}(?:[,.;!]|$)/iu,
	/\b(?:answer(?:ing|ed)?|solved) (?:my|our) own (?:question|query|puzzle|mystery)\b/iu,
	/\b(?:it|they|these|those|which|the \w+)(?:'s| was| were| is| are|'ve| have| has|'d| had) (?:been )?[^.;:]{0,60}\b(?:all along|all the time|the whole time|under my nose|in front of me|staring me in the face)\b/iu,
	/\b(?:it|they|these|those|the (?:drawings?|plans?|papers?|file|letter|report|minutes?|map|documents?|e-?mail|deeds?|lease|form|list|key))(?:'ve| have|'s| has)?(?: now| just| since| finally)? (?:turned up(?=[,.;!]|$| (?:in|at|on|under|after|safely|again|today|this)\b)|come to light\b|came to light\b)/iu,
	/\b(?:my (?:mistake|fault|error|bad|apologies)|silly me|d'?oh|senior moment|should have looked|(?:looking|looked) in the wrong|sorry|oops|whoops|wps|aha?|oh)\b.*\b(?:(?:it|they|there it|there they|these|those)(?:'s| was| were|'re| is| are) (?:there|here|right|in (?:the|my|our)|on (?:the|my|our|page)|under|behind|at the)|(?:here|there) (?:it is|it was|they are|they were))\b/iu,
	/\band there (?:it was|they were)\b/iu,
	/\bno longer (?:need|require|want|necessary|an issue|relevant|wanted|matters)\w*/iu,
	/\b(?:does|do)(?:n't| not) matter (?:any ?more|any longer|now)\b/iu,
	/\bno need (?:now )?(?:(?:to|for you to) (?:reply|respond|answer|bother|chase|look|worry|come back|dig|search|do any)|for (?:an? |any )?(?:reply|answer))|\bso,? no need\b(?! to)|\bno need (?:after all|any ?more|now)\b/iu,
	/\bneed(?:n't| not) (?:reply|bother|answer|respond|trouble|look|worry|chase|do any)/iu,
	/\bnothing (?:more |further |else )?(?:is |was )?(?:now )?(?:needed|required|wanted|necessary|to do)(?: now| any ?more)?(?: (?:from|by|of|for) you\b| your end| at your end|[.,!]| now|$)/iu,
	/\bno (?:further )?action (?:is |was )?(?:now )?(?:needed|required|necessary|wanted)\b/iu,
	/\btake no (?:further )?action\b/iu,
	/\b(?:don't|do not|without) (?:worry|bother|troubl(?:e|ing)|go looking|look any|spend (?:any|your|more|time)|waste (?:any|your|more)|chase)(?: yourself| yourselves)?(?: any (?:more )?time| time)?(?: (?:about|on|over|with) (?:this|that|it|my|me|answering|replying|any of)\b| to (?:reply|answer|look)| any ?(?:more|further)| further| now\b| for (?:it|them)\b|[,.!]|$)/iu,
	/\b(?:stand down|off the hook|save yourself the (?:trouble|bother)|spare yourself)\b/iu,
	/\b(?:i|we)(?:'m| am|'re| are) (?:all |now )*(?:set|sorted|fixed up|good)\b(?=(?: now)?[,.!]? ?(?:thank|cheers|ta\b|$|[.!]))/iu,
	/\b(?:it's|it is|it was|that's|that is|this is|all|now|been|is|are)(?: now| all| been| since)* (?:sorted|resolved|dealt with|solved|cleared up)\b(?! (?:badly|poorly|by|every|in|as|under|at)\b)/iu,
	/\b(?:consider|regard|treat) (?:this|it|the (?:matter|question|query|enquiry)|my (?:question|query|enquiry))(?: as)?(?: now)? (?:closed|withdrawn|answered|dealt with|settled|done with)\b|\b(?:this|it|the (?:question|query|enquiry|ticket)) (?:can|may) (?:now )?be (?:closed|dropped|forgotten|ignored)\b/iu,
	/\b(?:i|we) (?:now )?withdraw\b|\b(?:question|query|enquiry|request) (?:is |has been )?(?:now )?(?:withdrawn|answered|sorted)|\bovertaken by events\b|\b(?:issue|problem|matter) (?:has|have) (?:now )?gone away\b|\b(?:that's|that is) me sorted\b|\b(?:the (?:minute|moment|second)|as soon as|just after) i(?:'d| had)? (?:asked|pressed|hit|wrote|sent|e-?mailed)\b|\b(?:explained|told me) (?:everything|it all|all i needed)\b/iu,
	/\b(?:you can|let's|let us) (?:leave it|leave that|drop it|drop that)(?=[.,;!]|$| (?:now|there|here)\b)/iu,
	/\bsorry (?:to have|for having|i(?:'ve)?|that i) (?:troubled|bothered|pestered|disturbed) you(?! (?:again|before|yesterday|last|twice|so|earlier|but))/iu,
	/\bscrub (?:that|round it)\b|\bcrossed (?:wires|e-?mails)\b|\bignore my (?:last|e-?mail|message|question)/iu,
	/\b(?:wedi (?:dod o hyd|cael yr ateb|ei ffeindio|eu ffeindio)|anwybyddwch|dim angen (?:ateb|gwneud|dim)|peidiwch â phoeni)\b/iu,
];
/** What stands before the words in the clause and turns them round: "I still haven't found it", "once it is sorted". */
const TURNED =
	/(?:\b(?:not|never|nobody|cannot|still|hardly|if|unless|until|till|when|once|whether|want|wants|needs|hope|hoping|please get|needs? to|to get|could|might)\b|n't\b)[^,.;:!?]*$/iu;
/** What is said of one part, or for now only. */
const ONLY_PART =
	/\bno need to (?:reply|respond|answer) (?:in (?:detail|full|writing)|at (?:once|length)|today|now|straight|immediately|before|until)|\b(?:will|would) do\b|\bwrong ones?\b|\bbut (?:i|we|it|they|not|still|please|the|who|when|what|where|why)\b|\bjust (?:send|tell|let)\b|\bstill (?:need|want|like|waiting|missing|no)\b/iu;

/** Whether one of its sentences takes a question back; whether it asks another is for the caller to see. */
export function takesBack(text: string): boolean {
	return sentencesOfLetter(text).some(saysSo);
}

function saysSo(sentence: string): boolean {
	if (ONLY_PART.test(sentence) || sentence.endsWith("?")) return false;
	const opening = OPENING.exec(sentence);
	// "Never" turns nothing round in "never mind".
	if (opening !== null && !TURNED.test(opening[0].replace(/never ?mind.*$/iu, ""))) return true;
	return ANYWHERE.some((form) => {
		const found = form.exec(sentence);
		return found !== null && !TURNED.test(sentence.slice(0, found.index));
	});
}
