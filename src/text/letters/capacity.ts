/** For whom the writer of a letter speaks: the council, himself, his party, or another body. */
import type { LetterFacts } from "../../facts/facts.ts";
import { deniesCouncil } from "../statements/denial.ts";
import { councilNames, wordsOf } from "../statements/words.ts";
import { BODY_HEAD, type Payer } from "./payer.ts";

export interface CapacityReading {
	readonly capacity: LetterFacts["capacity"];
	readonly quote?: string;
	/** The signature speaks for the council in so many words: "for and on behalf of the Council". */
	readonly signedForCouncil: boolean;
	/** Title, office or council's name below the writer's own. */
	readonly signedAsCouncillor: boolean;
}

export interface CapacityPlace {
	readonly council: string;
	readonly sentences: readonly string[];
	/** The name block, without the closing. */
	readonly signature: readonly string[];
	readonly letterhead: boolean;
	/** Words by which the matter is the writer's own. */
	readonly privately?: string;
	/** It goes to the writer's own family. */
	readonly family?: boolean;
	/** Who pays, where the letter tells it. */
	readonly payer?: Payer;
}

const PARTY =
	/\b(?:labour|conservatives?|liberal democrats?|lib ?dems?|green party|plaid cymru|snp|reform uk|ukip|party|election|campaign|candidate|prospective)\b|\b(?:the|our|labour|conservative|democrat|independent|green) group\b|\bbranch\b/i;
const BODY =
	/\b(?:trustees?|trust|club|association|assoc|society|charity|(?:school|college) ?governors?|governors?|governing body|pcc|parochial|church(?:warden)?|chapel|rotary|lions|u3a|w\.?i\.?|women's institute|scouts?|guides|band|f\.?c\.?|rfc|cc\b(?= )|bowls|cricket|football|rugby|ltd|limited|llp|plc|& sons?|and sons?|company|garden centre|nurser(?:y|ies)|farm|shop|stores?|brewery|inn|hotel|cafe|café|garage|builders?|plumbing|electrical|roofing|photography|salon|surgery|school|academy|museum|theatre|players|choir|allotment (?:holders|association)|residents' association|(?:neighbourhood )?watch|festival|carnival committee|hall committee|management committee|community interest company|cic|foundation|hospice|fund)\b/i;
const COUNCIL_LINE =
	/\b(?:town|parish|city|community|village) council\b|\bt\.?c\.?(?=\s|$)|\bp\.?c\.?(?=\s|$)|\b(?:mayor|deputy mayor|chair(?:man|woman)? of (?:the )?(?:council|finance|planning|amenities|staffing)|cllr|councillor|town clerk|(?:vice-)?chair(?:man|woman)? of council)\b|\bward\b|\bcyngor\b|\bcynghorydd\b|\by cyng\b|\bmaer\b/i;
/** An office that every body has: whose it is, the next words tell. */
const BARE_OFFICE = /^(?:vice-?\s?|deputy )?(?:chair(?:man|woman|person)?|president|leader)\.?$/i;

const SAYS_COUNCIL =
	/ (?:(?:for and )?on behalf of|for|ar ran) (?:the )?#council | on our behalf | #council 's behalf | (?:as|in my capacity as) (?:the )?(?:mayor|chair(?:man|woman)? of #council|your (?:mayor|chair(?:man|woman)?)|leader of #council|chair|chairman|chairwoman) (?!of (?:the )?(?!#council))/;
const SAYS_PERSONAL =
	/ (?:(?:purely|simply|solely|only|strictly|just|writing|speaking|write|here) )+(?:as an? (?:(?:local|private|concerned|ordinary|fellow) )?(?:resident|neighbour|individual|citizen|customer|parent|ratepayer|householder|user|member of the public|person)|in (?:a|my) (?:purely )?(?:personal|private) capacity) | (?:my own|personal) (?:capacity|account|behalf)|not (?:as|in my capacity as) (?:a |your )?(?:councillor|mayor|chair)|as a private (?:person|individual|citizen|customer)| (?:order|buy|book|hir|pay|writ|ask|email|do)(?:e|ing)?(?: (?:this|it|them|these|one))? (?:privately|for myself|for ourselves)\b| (?:this|it|that|order)(?: (?:one|time|order|is|one's))* (?:is |one's )(?:a )?(?:purely |strictly |just |entirely )*(?:personal|private)(?: (?:matter|order|one|purchase|thing|booking|job|e-?mail|mail|request|enquiry|business))? [.,:;!-]| for (?:my own (?:house|home|garden|use)|our (?:own )?(?:house|home|garden|wedding|kitchen)|my (?:house|home|garden|mother|mum|father|dad|wife|husband)) /;
/** "not only as a resident", "I don't write as a neighbour": no private capacity. */
const NOT_PERSONAL =
	/ not (?:(?:only|just|merely|simply|writing|speaking|write|speak|here|purely) )*(?:as an? (?:[a-z]+ )?(?:resident|neighbour|individual|citizen|customer|parent|ratepayer|householder|person)|in (?:a|my) (?:purely )?(?:personal|private) capacity) /g;
const OWN_BUSINESS =
	/ (?:this (?:is|one is)|it is|writing|write|order(?:ing)?|email(?:ing)?|speaking|ask(?:ing)?|but (?:this|it) is|is for|are for|us|me|in my capacity|account)(?: [a-z#]+){0,4} (?:for|as|on behalf of|from|at|to|of) (?:the |my |our |my own |a )?(?:[a-z#']+ ){0,3}(?:shop|business|garden centre|farm|company|firm|garage|pub|cafe|hotel|nursery|practice|studio|workshop|salon|restaurant|brewery|bakery|club|church|pcc|trust|trustees|charity|society|association|school|governors|band|choir|rotary|lions|scouts|wi|museum|committee of the [a-z]+) /;
const AS_OF_BODY =
	/ (?:as|being|i am) (?:the |a |an |its |your |fellow )?(?!(?:chair(?:man|woman)?|member) , )(?:[a-z-]+ ){0,2}(?!(?:chair(?:man|woman)?|member) , )(?:chair(?:man|woman)?|treasurer|secretary|president|trustee|governor|captain|member|churchwarden|warden|director|owner|manager|organiser|executor|landlord|proprietor|organist|captain)(?: (?:of|at|for|to) (?!#council|fullcouncil|the (?:#council|finance|planning|amenities|staffing|committee))| here at | , )| (?:for and )?on behalf of (?:the |my |our )?(?!#council|residents|mr|mrs|a |my constituent)(?:[a-z#'-]+ ){0,4}(?:trustees|club|association|society|trust|charity|governors|pcc|church|band|branch|group|party|company|firm|shop|rotary|lions|committee of the)| the (?:trustees|governors|pcc|vestry|club committee) (?:met|have|has|agree|accept|are|will|resolved|would)| we (?:trustees|governors|the trustees) /;
/** "Sorry, this comes from my council account": whoever begs pardon for the council's address does not write for it. */
const WRONG_ADDRESS =
	/ (?:sorry|oops|apologies|forgive|excuse|pardon)(?: (?!for the delay)[a-z#,'-]+){0,12}? (?:#council|council|official|parish|town|councillor|work)(?: 's)? (?:e-?mail|mail|account|address|inbox|mailbox|one|login|laptop|phone)| (?:ignore|disregard|never mind|not mind|no attention to|overlook|excuse) (?:the |this |my |that )?(?:#council|council|official|parish|town|work)?(?: 's)? ?(?:footer|signature|address|account|letterhead|heading|header|logo|crest|disclaimer) /;
const OTHER_HAT =
	/ (?:with|wearing|in|under|put(?:ting)? on|got) (?:my|the|on my) (?!#council|council|mayoral|mayor|civic|chairman|chair |councillor|other councillor)(?:[#a-z'-]+ ){1,4}hat /;
const FOR_BODY = new RegExp(
	[
		` (?:this|that|it)(?: one| order| booking)?(?: is|'s)(?: just| only| all| really)? (?:for |on )?(?:the |our |my )?(?:(?!#council)[#a-z'-]+ ){0,3}?${BODY_HEAD} (?:stuff|business|matter|thing|order|money|job|purchase|expense|'s order|'s money)`,
		` (?:this|that)(?: one| order| booking)?(?: is|'s)(?: just| only| all| really)? for (?:the |our |my )(?:(?!#council)[#a-z'-]+ ){0,3}?${BODY_HEAD} `,
		` we (?:at|in|of) (?:the |our )?(?:(?!#council)[#a-z'-]+ ){0,3}?${BODY_HEAD} `,
		` committee (?:at|of) (?:the |our )(?:(?!#council)[#a-z'-]+ ){0,3}?${BODY_HEAD} (?:met|meets|has|have|agreed|voted|decided|would|wants?|is|are) `,
	].join("|"),
);
/** Matters of an election that no council has. */
const PARTY_MATTER =
	/\b(?:selection meeting|imprint|rosettes?|canvass(?:ing|ers?)|local party|(?:election|party) (?:agent|leaflets?|address|expenses|limit)|our candidate|party members|constituency party|branch treasurer|(?:the|my) campaign)\b/i;

/** What the letter says of its writer's capacity; the text's own words before the signature's. */
export function capacityOf(place: CapacityPlace): CapacityReading {
	const { council, sentences, signature, letterhead, privately, family, payer } = place;
	const names = councilNames(council);
	const said = sentences.map((sentence) => ({
		sentence,
		line: wordsOf(sentence, names).line.replace(NOT_PERSONAL, " "),
	}));
	const denied = said.find(({ line }) => deniesCouncil(line));
	const personal = denied ?? said.find(({ line }) => SAYS_PERSONAL.test(line));
	const body =
		said.find(({ line }) => OWN_BUSINESS.test(line) || AS_OF_BODY.test(line)) ??
		(payer === "council" ? undefined : said.find(({ line, sentence }) => speaksForBody(line, sentence)));
	const forCouncil = denied === undefined ? said.find(({ line }) => SAYS_COUNCIL.test(line)) : undefined;
	const signed = readSignature(signature, names.names);
	const rest = { signedForCouncil: signed.forCouncil !== undefined, signedAsCouncillor: signed.council !== undefined };
	if (personal !== undefined && forCouncil === undefined && (body === undefined || denied === undefined))
		return { capacity: "personal", quote: personal.sentence, ...rest };
	if (body !== undefined && forCouncil === undefined) {
		return { capacity: PARTY.test(body.sentence) ? "party" : "other-body", quote: body.sentence, ...rest };
	}
	if (signed.other !== undefined && forCouncil === undefined && !letterhead && payer !== "council") {
		return { capacity: PARTY.test(signed.other) ? "party" : "other-body", quote: signed.other, ...rest };
	}
	if (privately !== undefined && forCouncil === undefined && signed.forCouncil === undefined && !letterhead)
		return { capacity: "personal", quote: privately, ...rest };
	if (family === true && forCouncil === undefined && !letterhead) return { capacity: "personal", ...rest };
	const quote = forCouncil?.sentence ?? signed.forCouncil ?? signed.council;
	if (quote === undefined && !letterhead) return { capacity: "unclear", ...rest };
	return { capacity: "council", ...(quote === undefined ? {} : { quote }), ...rest };
}

function speaksForBody(line: string, sentence: string): boolean {
	return WRONG_ADDRESS.test(line) || OTHER_HAT.test(line) || FOR_BODY.test(line) || PARTY_MATTER.test(sentence);
}

/** Where he lives: "Mill Farm, Thornby", "The Old School", "4 Church Lane". */
const ADDRESS =
	/\b(?:old|former) (?:school|shop|chapel|church|inn|brewery|surgery|garage|bakery|museum|nursery)\b|\b(?:school|church|chapel|farm|shop|inn|garage|brewery|nursery|museum|guides?|foundation) (?:road|lane|street|cottages?|house|barn|view|close|hill|row|terrace|yard|end|walk|way|court|drive|avenue|gate)\b|\bfarm\b(?! (?:shop|machinery|supplies|park|ltd|limited))(?!.*\b(?:ltd|limited|& sons?|director|partner|manager)\b)|\b[a-z]{1,2}\d{1,2}[a-z]? ?\d[a-z]{2}\b/i;

/** The first body named below the name counts: a card may list every seat that its owner has, the council first. */
function readSignature(lines: readonly string[], names: readonly string[]) {
	let council: string | undefined;
	let other: string | undefined;
	let forCouncil: string | undefined;
	let namesCouncil = false;
	for (const line of lines.slice(0, 10)) {
		for (const part of line.split(/\s*[|•·]\s*/)) {
			const lower = part.toLowerCase();
			const body = !BARE_OFFICE.test(part) && !ADDRESS.test(part) && (PARTY.test(part) || BODY.test(part));
			const own =
				/\b(?:town|parish|city|community) council\b/i.test(part) ||
				(!body && names.some((name) => name.includes(" ") && lower.includes(name)));
			if (/\b(?:for(?: and on behalf of)?|on behalf of|ar ran)\b/i.test(part) && (own || /\bcouncil\b/i.test(part)))
				forCouncil ??= part;
			if (own || COUNCIL_LINE.test(part)) council ??= part;
			else if (body && !namesCouncil) other ??= part;
			if (own) namesCouncil = true;
		}
	}
	return { council, other, forCouncil, namesCouncil };
}
