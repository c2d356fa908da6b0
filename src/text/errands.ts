/**
 * Sentences by which an officer says that he has passed a matter on or spoken to somebody about it, and no more: "I have
 * mentioned it to Rob", "Passed to Karen", "The matter has been reported to the County". What the other said, or what
 * came of it, is an answer and no bare errand.
 */

/** The matter itself, by a pronoun or a name for the letter: not a thing of its own ("the invoice", "the item"). */
const MATTER =
	"(?:(?:it|this|that|them|these|all this|both|yours|(?:your|the|this|that) (?:kind |helpful )?(?:e-?mails?|messages?|notes?|letters?|quer(?:y|ies)|questions?|enquir(?:y|ies)|points?|comments?|concerns?|requests?|reports?|feedback|matter|issue|problem|fault|defect|complaint|details))(?: (?:all|both))?)";
/** Whom it went to: a few words without a verb, a figure or a clause of their own. */
const NO_CLAUSE =
	"(?!(?:who|which|that|and (?:he|she|they|it|we|i|you|is|are|was)|but|so|because|says?|said|thinks?|tells?|reckons?|confirms?|is|are|was|were|will|has|have|had|can|cannot|could|should|must|do|does|did|to|not|as|if|when|for|no|yes)\\b)";
const SOMEBODY = `(?:${NO_CLAUSE}(?!(?:it|this|that|you|me|us|yourself|minutes?|agendas?|accounts?|website)\\b)[\\p{L}'&.-]+)(?: ${NO_CLAUSE}(?!(?:agenda|website|minutes)\\b)[\\p{L}'&.-]+){0,5}?`;
const DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
const ABOUT = `(?: (?:about|on|over|regarding|concerning|re) ${MATTER}| of ${MATTER})`;
const WHEN = `(?:,? (?:today|yesterday|just now|now|again|already|directly|straight ?away|this (?:morning|afternoon|evening|week)|last night|for (?:you|now|action|attention|comment|information|(?:his|her|their) (?:attention|comments?|information|views?|thoughts?))|on ${DAY}|at once|as well|too|accordingly|first thing|when (?:i|we) (?:see|saw|next see|meet|speak to) [\\p{L}' ]{2,25}|at (?:the|our|my|this) (?:[\\w'-]+ ){0,3}(?:meeting|catch-?up|briefing|visit)))`;
/** What somebody was asked to do, where it is to find out or to answer. */
const TO_FIND_OUT =
	"(?: (?:to|and asked (?:him|her|them) to|if (?:he|she|they) (?:can|could) ?) ?(?:(?:have|take) a (?:quick |proper )?look|look (?:into|at|it up)|find out|check|investigate|see what|get (?:back|in touch)|come back|reply|respond|answer|contact|ring|call|write|speak|let (?:you|me|us) know|advise|chase|deal with (?:it|this|that)|follow|pick (?:it|this) up|come and see)(?: [\\p{L}'-]+){0,6})";
const TAIL = `(?:${ABOUT}| for (?:the |our )?[\\p{L}' -]{2,25}|${WHEN}|${TO_FIND_OUT}|,? (?:thanks|thank you|ta))*[.!]*$`;
const ADVERBS =
	"(?: (?:now|just|also|already|since|today|again|both|certainly|of course|duly|therefore|meanwhile|at once|this morning|immediately))*";
/** The writer himself, named or not: "I have", "We've", "Have", or the bare participle. */
const WRITER = `^(?:(?:and|so|but|then) )?(?:(?:(?:i|we)(?:'ve| have) )?made a note(?: of ${MATTER})? and )?(?:(?:duly|all|now|already|safely) )?(?:(?:(?:i|we)(?:'ve| have|'m| am|'ll| will| shall)?|have|has|had|will|shall|which (?:i|we)(?:'ve| have)?)${ADVERBS} )?`;

const PASSED =
	"(?<did>mention(?:ed)?|rais(?:ed|e)|flag(?:ged)?(?: up)?|report(?:ed)?|log(?:ged)?|put|pass(?:ed)?|forward(?:ed)?|refer(?:red)?|(?:taken|take|took)(?= (?:[\\p{L}' -]{2,30} )?up )|(?:brought|bring)(?= .*\\battention\\b)|shared?|discuss(?:ed)?|escalat(?:ed|e)|relay(?:ed)?|sent|send|cop(?:ied|y)|notif(?:ied|y)|register(?:ed)?|submitted|lodged|added|drawn(?= .*\\battention\\b)|steered|directed)";
const TO =
	"(?:up |on |over |down |out |across |along |straight |directly |round )*(?:to|with|past|before|by|among|on(?:to)?(?= (?:[\\p{L}'-]+ ){1,3}(?:lists?|jobs|desk|radar|to-do|rota|system|schedule|worksheet)\\b))";
const SPOKE =
	"(?<spoke>spoken (?:to|with)|spoke (?:to|with)|talked (?:to|with)|written to|wrote to|had (?:an? )?(?:quick |little |brief )?(?:word|chat|talk|conversation) with|(?:have|having) (?:an? )?(?:quick |little )?(?:word|chat) with|been (?:in touch with|on to|speaking to)|got (?:on to|in touch with)|on to)";
const TOLD =
	"(?<told>told|let|made|informed|alerted|advised|notified|e-?mailed|rung|rang|texted|nudged|chased|tipped off|contacted|called|phoned|messaged|prodded|reminded|pinged|asked|warned|copied in|looped in|briefed)";

const FORMS: readonly RegExp[] = [
	new RegExp(`${WRITER}${PASSED} (?:${MATTER} )?${TO} ${SOMEBODY}${TAIL}`, "iu"),
	new RegExp(
		`${WRITER}(?<did>escalated|raised|reported|logged|flagged|passed|forwarded|actioned) ${MATTER}(?: (?:up|on))?${TAIL}`,
		"iu",
	),
	new RegExp(`${WRITER}${SPOKE} ${SOMEBODY}${TAIL}`, "iu"),
	new RegExp(`${WRITER}${TOLD} ${SOMEBODY}(?: (?:know|aware|in on it))?${TAIL}`, "iu"),
	new RegExp(
		`${WRITER}(?:(?:left|sent|dropped|given|put) (?:${SOMEBODY} )?(?:an? |another )?(?<did>message|note|line|text|call|ring|shout|e-?mail|nudge|reminder|query|word)(?: in)?(?: (?:with|for|to|through to) ${SOMEBODY})?|(?:dropped|sent|given) ${SOMEBODY} an? (?<word>line|text|call|ring|shout|e-?mail|nudge|note|message))${TAIL}`,
		"iu",
	),
	new RegExp(
		`${WRITER}(?:put|got|have|get) ${SOMEBODY} (?<did>on (?:to )?it|on the case|take a look|have a look|looking into it|look into it)${TAIL}`,
		"iu",
	),
	new RegExp(
		`^(?:and |so )?${MATTER}(?:'s| has| have| is| are)(?: (?:now|since|also|already|been|being|just))* (?!sent)(?:${PASSED} ${TO} ${SOMEBODY}|(?<given>raised|reported|escalated|logged|flagged(?: up)?|passed on))${TAIL}`,
		"iu",
	),
	new RegExp(
		`^(?:i|we)(?:'ll| will| shall) (?:make sure|see|ensure)(?: that)? ${SOMEBODY} (?<sees>sees|gets|hears|knows|is told|is aware)(?: (?:of|about))?(?: ${MATTER})?${TAIL}`,
		"iu",
	),
	new RegExp(
		`^${SOMEBODY}(?:'s| has| have| is| are)(?: (?:now|also|been|being|just))* (?<asked>asked|told|made aware|informed|notified|alerted)${TAIL}`,
		"iu",
	),
	new RegExp(
		`^${SOMEBODY}(?:'s| is| are)(?: now| already| also| well)* (?<aware>aware)(?: of ${MATTER})?${TAIL}`,
		"iu",
	),
];
/** "Thank you for this Ann, I have …", "OK, I have …". */
const THANKS =
	/^(?:(?:(?:many |ok |okay |right |great )*(?:thanks|thank you|ta|cheers)\b[^,.;]{0,40}|ok|okay|right|noted|received|understood|got (?:it|this|that)|will do|of course|no problem)[,!–—-]+ )+/iu;
/** Whoever gives a number or a reference has something to tell. */
const TELLS = /[\d£€$:;?]/u;

/** The words that tell the errand; undefined where the clause says anything else, or more. */
export function errandIn(clause: string): string | undefined {
	if (TELLS.test(clause)) return undefined;
	const bare = clause.replace(THANKS, "");
	for (const form of FORMS) {
		const found = form.exec(bare);
		if (found !== null) return found[0];
	}
	return undefined;
}
