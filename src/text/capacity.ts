/** For whom the writer of a letter speaks: the council, himself, his party, or another body. */
import type { LetterFacts } from "../facts/facts.ts";
import { deniesCouncil } from "./statements/denial.ts";
import { councilNames, wordsOf } from "./statements/words.ts";

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
	/ (?:as|being|i am) (?:the |a |an |its |your |fellow )?(?:[a-z-]+ ){0,2}(?:chair(?:man|woman)?|treasurer|secretary|president|trustee|governor|captain|member|churchwarden|warden|director|owner|manager|organiser|executor|landlord|proprietor|organist|captain)(?: (?:of|at|for|to) (?!#council|fullcouncil|the (?:#council|finance|planning|amenities|staffing|committee))| here at | , )| (?:for and )?on behalf of (?:the |my |our )?(?!#council|residents|mr|mrs|a |my constituent)(?:[a-z#'-]+ ){0,4}(?:trustees|club|association|society|trust|charity|governors|pcc|church|band|branch|group|party|company|firm|shop|rotary|lions|committee of the)| the (?:trustees|governors|pcc|vestry|club committee) (?:met|have|has|agree|accept|are|will|resolved|would)| we (?:trustees|governors|the trustees) /;

/** What the letter says of its writer's capacity; the text's own words before the signature's. */
export function capacityOf({ council, sentences, signature, letterhead, privately }: CapacityPlace): CapacityReading {
	const names = councilNames(council);
	const said = sentences.map((sentence) => ({
		sentence,
		line: wordsOf(sentence, names).line.replace(NOT_PERSONAL, " "),
	}));
	const denied = said.find(({ line }) => deniesCouncil(line));
	const personal = denied ?? said.find(({ line }) => SAYS_PERSONAL.test(line));
	const body = said.find(({ line }) => OWN_BUSINESS.test(line) || AS_OF_BODY.test(line));
	const forCouncil = denied === undefined ? said.find(({ line }) => SAYS_COUNCIL.test(line)) : undefined;
	const signed = readSignature(signature, names.names);
	const rest = { signedForCouncil: signed.forCouncil !== undefined, signedAsCouncillor: signed.council !== undefined };
	if (personal !== undefined && forCouncil === undefined && (body === undefined || denied === undefined))
		return { capacity: "personal", quote: personal.sentence, ...rest };
	if (body !== undefined && forCouncil === undefined) {
		return { capacity: PARTY.test(body.sentence) ? "party" : "other-body", quote: body.sentence, ...rest };
	}
	if (signed.other !== undefined && !signed.namesCouncil && forCouncil === undefined && !letterhead) {
		return { capacity: PARTY.test(signed.other) ? "party" : "other-body", quote: signed.other, ...rest };
	}
	if (privately !== undefined && forCouncil === undefined && signed.forCouncil === undefined && !letterhead)
		return { capacity: "personal", quote: privately, ...rest };
	const quote = forCouncil?.sentence ?? signed.forCouncil ?? signed.council;
	if (quote === undefined && !letterhead) return { capacity: "unclear", ...rest };
	return { capacity: "council", ...(quote === undefined ? {} : { quote }), ...rest };
}

function readSignature(lines: readonly string[], names: readonly string[]) {
	let council: string | undefined;
	let other: string | undefined;
	let forCouncil: string | undefined;
	let namesCouncil = false;
	for (const line of lines.slice(0, 10)) {
		for (const part of line.split(/\s*[|•·]\s*/)) {
			const lower = part.toLowerCase();
			const own =
				names.some((name) => name.includes(" ") && lower.includes(name)) ||
				/\b(?:town|parish|city|community) council\b/i.test(part);
			if (own) namesCouncil = true;
			if (/\b(?:for(?: and on behalf of)?|on behalf of|ar ran)\b/i.test(part) && (own || /\bcouncil\b/i.test(part)))
				forCouncil ??= part;
			if (own || COUNCIL_LINE.test(part)) council ??= part;
			else if (!BARE_OFFICE.test(part) && (PARTY.test(part) || BODY.test(part))) other ??= part;
		}
	}
	return { council, other, forCouncil, namesCouncil };
}
