/** What surrounds a letter's sentences and tells whether "we" is the council: who signs, what it answers, what it is about. */
import type { LetterFacts } from "../facts/facts.ts";

export interface SettingPlace {
	readonly subject: string;
	readonly text: string;
	/** What it answers: the message right below, or "". */
	readonly answered: string;
	readonly senderName: string;
	readonly signedAsCouncillor: boolean;
	readonly letterhead: boolean;
	readonly capacity: LetterFacts["capacity"];
}

export interface Setting {
	/** How many independent things speak for council business. */
	readonly marks: number;
	readonly because: readonly string[];
	readonly capacity: LetterFacts["capacity"];
	/** The letter says that nothing in it binds, or that nothing may begin yet. */
	readonly guarded: boolean;
	/** A dealer's price or a request to the council stands below. */
	readonly answersOffer: boolean;
}

/** Things that councils have and private people don't. */
const COUNCIL_MATTER =
	/\b(?:allotments?|plot \d+\w?|cemeter(?:y|ies)|burial|churchyard|pavilion|recreation (?:ground|field)|(?:the )?rec\b|play(?:ground|area| area|ing fields?)|skate ?park|splash ?pad|(?:assembly|town|village|community|parish|church) (?:hall|rooms?)|bus shelters?|grit bins?|litter bins?|dog bins?|salt bins?|noticeboards?|benches|memorials?|war memorial|hanging baskets?|christmas lights|xmas lights|(?:market (?:place|square|stall)|the square)|street ?lights?|street lamps?|verges?|hedges?|footpaths?|public toilets?|toilets|bollards?|cctv|depot|guildhall|precept|minutes|standing orders|clerk|mayor(?:'s|al)?|town crier|grant(?:s)?(?: application| form| committee)?|playing field|village green|the green|common land|by-?laws?|tender|car ?park|carnival|procession|road closure|by-?election|councillors?|cllr|council(?:'s)?|parish|ward|civic|municipal|lease|licen[cs]e to occupy|bandstand|bowling green|tennis courts?|football pitch(?:es)?|pitches|pitch fees?|mowing|grounds maintenance|tree works?|groundsman|lengthsman|caretaker|highways?|devolution|devolved|rent arrears|tenanc(?:y|ies)|tablets?|chains? of office|regalia|twinning|market|stall(?:s|holders)?|pitch|footbridge|ditch|gala|library|town trail)\b/gi;
const OFFER =
	/£\s?\d|\bquot(?:e|ed|ation)s?\b|\bestimates?\b|\btender\b|\bprice\b|\binvoice\b|\bhold (?:it|that|this) (?:to|until|till)\b|\bare we on\b|\b(?:shall|should) (?:i|we) (?:go ahead|start|proceed|order|book)\b|\bgo-ahead\b|\bcan (?:you|the council) confirm\b|\bpurchase order\b|\border number\b|\bproposal\b|\bwould the council\b|\bask(?:ing)? (?:the )?council\b|\bcould we (?:have|use|borrow|hire)\b|\bmay we (?:have|use)\b|\bis (?:it|the \w+) (?:free|available)\b|\bwould (?:you|it) be (?:possible|willing|able)\b/i;
const GUARDS =
	/\b(?:nothing (?:in this|here|i (?:say|write))|not? (?:an? )?(?:order|contract|commitment|instruction|acceptance)(?: until| yet| exists| and|,|\.)|no contract|please (?:do not|don't) (?:start|begin|order|buy|do anything|take this as)|until you (?:hear from|have heard from|receive|have) (?:the clerk|her|him|an order|the order)|hold fire|subject to (?:the )?(?:council|approval|full council|committee)|only the (?:council|clerk) can)\b/i;
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
	const offer = place.answered !== "" && OFFER.test(place.answered);
	say(offer, "answers an offer, a price or a request");
	say(
		/\b(?:re|fw|fwd): /i.test(place.subject) && /quot|tender|estimate|order|price/i.test(place.subject),
		"about a quotation",
	);
	return {
		marks: because.length,
		because,
		capacity: place.capacity,
		guarded: GUARDS.test(place.text),
		answersOffer: offer,
	};
}

function matters(text: string): readonly string[] {
	return [...new Set([...text.matchAll(COUNCIL_MATTER)].map(([word]) => word.toLowerCase()))];
}
