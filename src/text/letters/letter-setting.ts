/** What surrounds a letter's sentences and tells whether "we" is the council: who signs, what it answers, what it is about. */
import type { LetterFacts } from "../../facts/facts.ts";
import { commonMatters, councilMatters } from "./letter-matters.ts";
import type { Payer } from "./payer.ts";

export interface SettingPlace {
	readonly subject: string;
	readonly text: string;
	/** What it answers: the message right below, or "". */
	readonly answered: string;
	readonly senderName: string;
	readonly signedAsCouncillor: boolean;
	readonly letterhead: boolean;
	readonly courtesy: boolean;
	readonly festive: boolean;
	readonly payer?: Payer;
	/** Goes to a minister, a department or a member of a parliament. */
	readonly representation: boolean;
	/** Takes a stand in the council's name. */
	readonly official: boolean;
	readonly capacity: LetterFacts["capacity"];
}

export interface Setting {
	/** How many independent things speak for council business. */
	readonly marks: number;
	readonly because: readonly string[];
	readonly capacity: LetterFacts["capacity"];
	/** The letter says that nothing in it binds, or that nothing may begin yet. */
	readonly guarded: boolean;
	/** It thanks, congratulates, condoles or invites, and does nothing else. */
	readonly courtesy: boolean;
	/** Whom it goes to can't be given orders by a council. */
	readonly representation: boolean;
	readonly official: boolean;
	/** Longer than letters that settle something are: an article, a minute, an essay. */
	readonly long: boolean;
	/** It honours, thanks or invites, and trades nothing. */
	readonly festive: boolean;
	/** A dealer's price stands below, or his question what he shall do. */
	readonly answersOffer: boolean;
	/** Who pays, where the letter tells it. */
	readonly payer?: Payer;
}

const SHORT_MAIL_WORDS = 250;
const LONG_WORDS = 700;
const OFFER =
	/£\s?\d|\bquot(?:e|ed|ation)s?\b|\bestimates?\b|\btender\b|\bprice\b|\binvoice\b|\bhold (?:it|that|this) (?:to|until|till)\b|\bare we on\b|\b(?:shall|should|can|do) (?:i|we) (?:go ahead|start|begin|proceed|order|book|paint|fit|do|put|send|deliver)\b|\b(?:do|would) you (?:want|like) (?:me|us|it|them)\b|\bgo-ahead\b|\bcan (?:you|the council) confirm\b|\bpurchase order\b|\border number\b|\bproposal\b/i;
/** Who asks the council for money or help names sums as well, and offers nothing. */
const ASKS =
	/\b(?:any|a) (?:chance|hope|possibility) of (?:a |some |any )?(?:grant|help|money|funding|support|contribution)\b|\b(?:could|can|would|will) (?:you|the council|the parish|the town) (?:possibly |please )?(?:help|contribute|support|sponsor|donate|give us|fund|chip in|spare)\b|\bapply(?:ing)? for (?:a |the |some )?(?:grant|funding)\b|\bwould the council\b|\bask(?:ing)? (?:the )?council\b|\bcould we (?:have|use|borrow|hire)\b|\bmay we (?:have|use)\b|\bis (?:it|the \w+) (?:free|available)\b|\bwould (?:you|it) be (?:possible|willing|able)\b/i;
const GUARDS =
	/\b(?:nothing (?:in this|here|i (?:say|write))|not? (?:an? )?(?:order|contract|commitment|instruction|acceptance)(?: until| yet| exists| and|,|\.)|no contract|(?:do not|don't) (?:(?:please|yet) )?(?:start|begin|order|buy|book|spend|sign|pay|commit|promise|proceed|go ahead|do anything|take this as)\b|until you (?:hear from|have heard from|receive|have) (?:the clerk|her|him|an order|the order)|hold fire|my hands are tied|(?:can't|cannot|can not|couldn't) (?:honestly |yet |really )?promise (?:you )?(?:it|that|a penny|anything|any money|a thing|one)|no order,? no|not (?:mine|for me|up to me) to (?:give|say|promise|decide|agree)|(?:until|till) it(?:'s| is| has) (?:been )?(?:minuted|resolved|agreed|voted)|(?:has|needs?|have) to (?:raise|place|issue|sign) (?:you )?(?:an?|the) order first|subject to (?:the )?(?:council|approval|full council|committee)|only (?:the )?(?:(?:town|parish|district|borough|city|county|community|full|deputy) )?(?:council|clerk|officers?|office) (?:can|may)|(?:no|not the|not any|not got the|without) (?:authority|power|right|say) (?:to|over|in)|nothing (?:has|had|is|was)(?: yet)?(?: been)? (?:agreed|ordered|settled|signed|decided|promised|fixed)|hold your horses|not so fast)\b/i;
/** A title before a name in a From line: "Cllr John Smith". */
const TITLED = /\b(?:cllr|councillor|mayor|y cyng|cyng|cynghorydd)\b/i;

export function settingOf(place: SettingPlace): Setting {
	const because: string[] = [];
	const say = (found: boolean, reason: string) => {
		if (found) because.push(reason);
	};
	say(place.signedAsCouncillor || place.letterhead, place.letterhead ? "on headed paper" : "signed as a councillor");
	say(TITLED.test(place.senderName), `sent as "${place.senderName}"`);
	const here = matters(`${place.subject}\n${place.text}`);
	say(here.length > 0, `about council matters: ${here.slice(0, 2).join(", ")}`);
	const below = matters(place.answered);
	say(below.length > 0, `answers a message about ${below.slice(0, 2).join(", ")}`);
	const asked = place.answered !== "" && ASKS.test(place.answered);
	const offer = place.answered !== "" && !asked && OFFER.test(place.answered);
	say(offer || asked, "answers an offer, a price or a request");
	say(
		/\b(?:re|fw|fwd): /i.test(place.subject) && /quot|tender|estimate|order|price/i.test(place.subject),
		"about a quotation",
	);
	say(place.payer === "council", "the council is to pay");
	return {
		marks: because.length,
		because,
		capacity: place.capacity,
		guarded: GUARDS.test(place.text),
		courtesy: place.courtesy,
		festive: place.festive,
		...(place.payer === undefined ? {} : { payer: place.payer }),
		representation: place.representation,
		official: place.official,
		long: place.text.split(/\s+/, LONG_WORDS + 1).length > LONG_WORDS,
		answersOffer: offer,
	};
}

function matters(text: string): readonly string[] {
	const found = councilMatters(text);
	if (found.length > 0 || text.split(/\s+/, SHORT_MAIL_WORDS + 1).length > SHORT_MAIL_WORDS) return found;
	const common = commonMatters(text);
	return common.length > 1 ? common : [];
}
