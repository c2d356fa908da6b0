/**
 * Sentences by which an officer says that he has passed a matter on or spoken to somebody about it, and no more: "I have
 * mentioned it to Rob", "Passed to Karen", "The matter has been reported to the County". What the other said, or what
 * came of it, is an answer and no bare errand.
 */

/** The matter itself, by a pronoun or a name for the letter: not a thing of its own ("the invoice", "the item"). */
const MATTER =
	"(?:(?:it|this|that|them|these|all this|both|yours|(?:your|the|this|that) (?:kind |helpful )?(?:e-?mails?|messages?|notes?|letters?|quer(?:y|ies)|questions?|enquir(?:y|ies)|points?|comments?|concerns?|requests?|reports?|feedback|matter|issue|problem|fault|defect|complaint|details))(?: (?:all|both))?)";
/** Whom it went to; captured, to be looked at by {@link isSomebody}. */
const SOMEBODY = "([a-z\\u00c0-\\u024f][a-z\\u00c0-\\u024f'&. -]{1,50}?)";
const MOST_WORDS = 6;
/** Words of a clause of its own, and things by which something has come of it. */
const MORE_THAN_SOMEBODY =
	/^(?:it|this|that|you|me|us|yourself)\b|\b(?:who|which|that|but|so|because|says?|said|thinks?|tells?|reckons?|confirms?|is|are|am|was|were|been|will|has|have|had|can|cannot|could|should|must|might|may|do|does|did|to|not|as|if|when|for|no|yes|minutes?|agendas?|accounts?|website)\b|\band (?:he|she|they|it|we|i|you)\b/;
const DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
const ABOUT = `(?: (?:about|on|over|regarding|concerning|re) ${MATTER}| of ${MATTER})`;
const WHEN = `(?:,? (?:today|yesterday|just now|now|again|already|directly|straight ?away|this (?:morning|afternoon|evening|week)|last night|for (?:you|now|action|attention|comment|information|(?:his|her|their) (?:attention|comments?|information|views?|thoughts?))|on ${DAY}|at once|as well|too|accordingly|first thing|when (?:i|we) (?:see|saw|next see|meet|speak to) [a-z\\u00c0-\\u024f' ]{2,25}|at (?:the|our|my|this) (?:[\\w'-]+ ){0,3}(?:meeting|catch-?up|briefing|visit)))`;
/** What somebody was asked to do, where it is to find out or to answer. */
const TO_FIND_OUT =
	"(?: (?:to|and asked (?:him|her|them) to|if (?:he|she|they) (?:can|could) ?) ?(?:(?:have|take) a (?:quick |proper )?look|look (?:into|at|it up)|find out|check|investigate|see what|get (?:back|in touch)|come back|reply|respond|answer|contact|ring|call|write|speak|let (?:you|me|us) know|advise|chase|deal with (?:it|this|that)|follow|pick (?:it|this) up|come and see)(?: [a-z\\u00c0-\\u024f'-]+){0,6})";
const TAIL = new RegExp(
	`(?: for (?:the |our )?[a-z'-]+(?: [a-z'-]+)?|${ABOUT}|${WHEN}|${TO_FIND_OUT}|,? (?:thanks|thank you|ta))[ .!]*$`,
);
/** "… about it this morning to find out": so many such endings are taken off, one after the other. */
const MOST_TAILS = 3;
const ADVERBS =
	"(?: (?:now|just|also|already|since|today|again|both|certainly|of course|duly|therefore|meanwhile|at once|this morning|immediately))*";
/** The writer himself, named or not: "I have", "We've", "Have", or the bare participle. */
const WRITER = `^(?:(?:and|so|but|then) )?(?:(?:(?:i|we)(?:'ve| have) )?made a note(?: of ${MATTER})? and )?(?:(?:duly|all|now|already|safely) )?(?:(?:(?:i|we)(?:'ve| have|'ll| will| shall)?|have|has|had|will|shall|which (?:i|we)(?:'ve| have)?)${ADVERBS} )?`;

const PASSED =
	"(?:mention(?:ed)?|rais(?:ed|e)|flag(?:ged)?(?: up)?|report(?:ed)?|log(?:ged)?|put|pass(?:ed)?|forward(?:ed)?|refer(?:red)?|(?:taken|take|took)(?= (?:[a-z\\u00c0-\\u024f' -]{2,30} )?up )|(?:brought|bring)(?= .*\\battention\\b)|shared?|discuss(?:ed)?|escalat(?:ed|e)|relay(?:ed)?|sent|send|cop(?:ied|y)|notif(?:ied|y)|register(?:ed)?|submitted|lodged|added|drawn(?= .*\\battention\\b)|steered|directed)";
const TO =
	"(?:up |on |over |down |out |across |along |straight |directly |round )*(?:to|with|past|before|by|among|on(?:to)?(?= (?:[a-z\\u00c0-\\u024f'-]+ ){1,3}(?:lists?|jobs|desk|radar|to-do|rota|system|schedule|worksheet)\\b))";
const SPOKE =
	"(?:spoken (?:to|with)|spoke (?:to|with)|talked (?:to|with)|written to|wrote to|had (?:an? )?(?:quick |little |brief )?(?:word|chat|talk|conversation) with|(?:have|having) (?:an? )?(?:quick |little )?(?:word|chat) with|been (?:in touch with|on to|speaking to)|got (?:on to|in touch with)|(?<=(?:'m|am|'re|are) )on to)";
const TOLD =
	"(?:told|let|made|informed|alerted|advised|notified|e-?mailed|rung|rang|texted|nudged|chased|tipped off|contacted|called|phoned|messaged|prodded|reminded|pinged|asked|warned|copied in|looped in|briefed)";

/** In lower case, and without Unicode's classes, which take long to compile. */
const FORMS: readonly RegExp[] = [
	new RegExp(`${WRITER}${PASSED} (?:${MATTER} )?${TO} ${SOMEBODY}[ .!]*$`),
	new RegExp(
		`${WRITER}(?:escalated|raised|reported|logged|flagged|passed|forwarded|actioned) ${MATTER}(?: (?:up|on))?[ .!]*$`,
	),
	new RegExp(`(?:${WRITER}|^(?:i|we)(?:'m| am|'re| are)(?: now| already)? )${SPOKE} ${SOMEBODY}[ .!]*$`),
	new RegExp(`${WRITER}${TOLD} ${SOMEBODY}(?: (?:know|aware|in on it))?[ .!]*$`),
	new RegExp(
		`${WRITER}(?:(?:left|sent|dropped|given|put) (?:${SOMEBODY} )?(?:an? |another )?(?:message|note|line|text|call|ring|shout|e-?mail|nudge|reminder|query|word)(?: in)?(?: (?:with|for|to|through to) ${SOMEBODY})?|(?:dropped|sent|given) ${SOMEBODY} an? (?:line|text|call|ring|shout|e-?mail|nudge|note|message))[ .!]*$`,
	),
	new RegExp(
		`${WRITER}(?:put|got|have|get) ${SOMEBODY} (?:on (?:to )?it|on the case|take a look|have a look|looking into it|look into it)[ .!]*$`,
	),
	new RegExp(
		`^(?:and |so )?${MATTER}(?:'s| has| have| is| are)(?: (?:now|since|also|already|been|being|just))* (?!sent)(?:${PASSED} ${TO} ${SOMEBODY}|(?:raised|reported|escalated|logged|flagged(?: up)?|passed on))[ .!]*$`,
	),
	new RegExp(
		`^(?:i|we)(?:'ll| will| shall) (?:make sure|see|ensure)(?: that)? ${SOMEBODY} (?:sees|gets|hears|knows|is told|is aware)(?: (?:of|about))?(?: ${MATTER})?[ .!]*$`,
	),
	new RegExp(
		`^${SOMEBODY}(?:'s| has| have| is| are)(?: (?:now|also|been|being|just))* (?:asked|told|made aware|informed|notified|alerted)[ .!]*$`,
	),
	new RegExp(`^${SOMEBODY}(?:'s| is| are)(?: now| already| also| well)* (?:aware)(?: of ${MATTER})?[ .!]*$`),
];
/** "Thank you for this Ann, I have …", "OK, I have …". */
const THANKS =
	/^(?:(?:(?:many |ok |okay |right |great )*(?:thanks|thank you|ta|cheers)\b[^,.;]{0,40}|ok|okay|right|noted|received|understood|got (?:it|this|that)|will do|of course|no problem)[,!–—-]+ ){1,3}/iu;
/** Who writes more tells more. */
const LONGEST_ERRAND_CHARS = 140;
/** Whoever gives a number or a reference has something to tell. */
const TELLS = /[\d£€$:;?]/u;

/** The words that tell the errand; undefined where the clause says anything else, or more. */
export function errandIn(clause: string): string | undefined {
	if (clause.length > LONGEST_ERRAND_CHARS || TELLS.test(clause)) return undefined;
	let words = clause.toLowerCase().replace(THANKS, "");
	for (let taken = 0; taken <= MOST_TAILS; taken++) {
		const found = FORMS.map((form) => form.exec(words)).find((one) => one?.slice(1).every(isSomebody));
		if (found) return found[0];
		words = words.replace(TAIL, "");
	}
	return undefined;
}

function isSomebody(words: string | undefined): boolean {
	if (words === undefined) return true;
	return words.trim().split(" ").length <= MOST_WORDS && !MORE_THAN_SOMEBODY.test(words);
}
