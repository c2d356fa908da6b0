/** Sentences that look like orders or promises, and are advice, a warning to wait, a gift of one's own, or routine. */

const ADVISES =
	/ (?:i (?:would|should) (?!like|be|love|ask|appreciate|want|need|prefer|require|expect|have you|have the|accept|confirm|also like)(?:[a-z]+ly |just |still |also |not )*[a-z]+|if i were you|were i you|in your (?:shoes|place)|my (?:advice|tip|suggestion)|you would (?:do well|be (?:wise|well advised|better|best))|you (?:may|might) (?:want|like|wish|care) to|it (?:is|would be|may be|might be) (?:best|wise|wiser|safest|safer|worth|sensible)|(?:best|better|safer|wiser) (?:to|not)|i (?:would )?(?:suggest|advise|recommend)|worth [a-z]+ing) /;
const HOLDS =
	"(?:wait|waiting|hold (?:fire|on|off|back|your horses)|hang (?:fire|on|about|back|off)|sit tight|sit on (?:it|your hands)|bide|stand by|stay put|keep (?:hold|off|your powder)|hold|leave [a-z#' ]{2,40}|keep [a-z#' ]{2,40}|pause|not (?:[a-z]+ )?(?:start|begin|order|buy|book|spend|sign|pay|commit|do|hire|move|go|make|take|touch|lift|turn up)[a-z#' ]{0,40}|nothing(?: [a-z]+){0,3})";
/** What only the council's own people give. */
const WORD =
	"(?:(?:the |her |his |an? |our |#name 's |#council 's |their |your |official |formal |written |purchase |clerk 's )*(?:order|paperwork|letter|confirmation|go-ahead|green light|say-so|word|nod|decision|resolution|instruction|contract)|the clerk|clerk|office|#council|(?:the )?(?:[a-z]+ )?committee|fullcouncil|members|that|them|her|him|(?:#name|she|he|they|the clerk|somebody) (?:has |have |is |are |will )?(?:written|writes|been in touch|is in touch|confirms?|confirmed|rung|rings|says|said|signed|signs|gets? (?:back|in touch)|decided?|met|meets?|had a chance)|you (?:have |have got )?(?:hear|heard|have it|got it|get it|see it|hear from)|in writing|in your hand|black and white)";
const WAITS = new RegExp(
	` ${HOLDS}(?: (?!not )[#a-z',-]+){0,6}? (?:for|until|till|til|before|unless|while)(?: [#a-z',-]+){0,5}? ${WORD}(?= )`,
);
/** "Until it has, please hold off ordering anything." */
const WAITS_FIRST = new RegExp(
	` (?:until|till|til|unless|before) (?:then|that|(?:it|they|she|he|we|${WORD})(?: (?:has|have|is|are|does|do|did|had|say|says))?)(?: [#a-z',-]+){0,4}? , (?:please |kindly |do |would you |i would ask you to |just |can you )*${HOLDS}(?= )`,
);
/** "Don't wait for the order", "no need to hold off until she writes": the contrary. */
const WAITS_NOT =
	/ (?:(?:do|does|need|can|must|should|will|shall) not|no need (?:to|for you to)|never|without|rather than|instead of|cannot|can not) (?:[a-z]+ )?(?:wait|hold|hang|sit|waiting|holding|bother)/;
/** "The Council will discuss it", "the parish will be sending its own comments": nobody is owed anything by that. */
const BUSINESS =
	/ (?:#council|fullcouncil|members|councillors|we|(?:the )?(?:[a-z]+ )?committee|the clerk|clerk|they) (?:will|shall|(?:is|are) (?:now )?(?:going )?to)(?: (?:also|then|all|now|be|no doubt|of course|both|have to|need to|then be))* (?:discuss(?:ing)?|consider(?:ing)?|debat(?:e|ing)|decid(?:e|ing)|meet(?:ing)?(?= (?:on|in|again|next|at|to|about|#day|#num|this|[.,;]))|comment(?:ing)?|vot(?:e|ing)|think(?:ing)?|look(?:ing)? (?:at|into)|hear(?:ing)? (?:it|the|from)|(?:send|submit|put|mak|writ|giv)(?:e|ing|ting)?(?: [a-z]+){0,2} (?:own |formal )?(?:comments?|views?|observations?|responses?|representations?|objections?))/;

/** "For the council you must ask Frances", "please ring the office": the reader is shown to somebody else. */
const REFERS =
	/^(?: [#a-z'-]+){0,8}? (?:ask|ring|phone|call|text|e-?mail|try|see|consult|contact|(?:write|speak|talk|apply|go|turn|refer|look) to|(?:have a word|get in touch|take it up|check) with|get hold of|drop a line to) (?:the |our |my |your |his |her )*(?:[a-z]+ )?(?:#name|#council|clerk|deputy|office|officers?|town hall|website|county|district|borough|police|press (?:office|desk)|planners?|chair(?:man)?|mayor|leader)(?= )/;
/** "Ask the office to send the men": more than that is asked of him. */
const AND_MORE =
	/ (?:to|and|then|so that|for) (?:have|get|let|do|send|order|tell|stop|start|make|cut|clear|fix|book|pay|put|take|bring|give|open|shut|close|move)\b/;

/** Advice, or a word where to turn: no work is told by it. */
export function advises(line: string): boolean {
	return ADVISES.test(line) || (REFERS.test(line) && !AND_MORE.test(line));
}

/** Tells somebody to wait for the council's own word, so that nothing is settled yet. */
export function waitsForWord(line: string): boolean {
	return (WAITS.test(line) || WAITS_FIRST.test(line)) && !WAITS_NOT.test(line);
}

/** "Notice is hereby given that Mill Lane will be closed", "the Council is delighted that …". */
const ANNOUNCES =
	/^ (?:" )?(?:public )?notice (?:is )?(?:hereby )?(?:given|of) (?!.* your? )| (?:#council|we) (?:is|are|am|was|were)(?: (?:very|so|most|all|absolutely|naturally|rightly|immensely))* (?:delighted|proud|thrilled|saddened|honoured|overjoyed|excited|grateful|pleased|glad) (?:that|by|at|for|to (?:see|hear|learn|welcome|be))(?= )/;

/** Tells what the council will deal with, and neither gives nor orders anything. */
export function tellsBusiness(line: string): boolean {
	if (ANNOUNCES.test(line)) return !/ #money | your? /.test(line);
	return (
		BUSINESS.test(line) &&
		!/ (?:and|then|,) (?:will |then )?(?:pay|refund|waive|give|grant|let you|provide) /.test(line)
	);
}

/** "Lowe Brothers have offered £400 a year and want the first quarter free": what others bid binds them. */
const OTHERS_OFFER =
	/^ (?!(?:[#a-z'-]+ ){0,5}(?:we|i|you|your|our|us|#council|fullcouncil)(?= ))(?:[#a-z'&-]+ ){1,6}(?:(?:has|have|had) (?:now |both |all |also |since )?(?:offered|bid|quoted|tendered|proposed|asked (?:for|whether|if)|put in|come (?:back|up) with)|(?:is|are) (?:now )?(?:offering|asking|bidding|quoting|proposing)|offers?|wants?|asks? for|bids?|quotes?)(?= )/;

/** What another offers or asks; an answer to it in the same breath is still the writer's. */
export function tellsOffer(line: string): boolean {
	return (
		OTHERS_OFFER.test(line) &&
		!/ (?:we|i|#council) (?:accept|agree|will|shall|have (?:accepted|agreed|taken))(?= )/.test(line)
	);
}

const OWN_MONEY =
	/ #money (?:from (?:me|my|both of us|[#a-z]+ and (?:me|i|myself))|of my own|out of my) | (?:my own|personal) (?:money|pocket|savings|purse|cheque|allowance) |\bout of my (?:own |councillor 's |allowance)|(?:put|count) me down for #money/;

/** "There's £20 from me", "out of my own pocket". */
export function givesOwnMoney(line: string): boolean {
	return OWN_MONEY.test(line) && !/ #council (?:will|is|has|can|match) | we will (?:match|pay|add) /.test(line);
}
