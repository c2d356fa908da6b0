/** A sentence as the grammar reads it: contractions opened, councils, names, sums and days replaced by tokens. */

/** What the reader must know of the council to recognise it in a sentence. */
export interface CouncilNames {
	/** In lower case: "sallowfield town council", "sallowfield tc", "sallowfield". */
	readonly names: readonly string[];
}

export interface Words {
	/** Lower case, punctuation kept as words of its own. */
	readonly words: readonly string[];
	/** The words joined by one blank, a blank at either end: what the cues are matched against. */
	readonly line: string;
}

let lastCouncil: string | undefined;
let lastNames: CouncilNames = { names: [] };

/** The forms under which a council's people write its name. Empty for an empty name. */
export function councilNames(council: string): CouncilNames {
	if (council !== lastCouncil) lastNames = namesOf(council);
	lastCouncil = council;
	return lastNames;
}

function namesOf(council: string): CouncilNames {
	const full = council.toLowerCase().replace(/\s+/g, " ").trim();
	const place = full
		.replace(/\b(?:the|town|parish|city|community|village|neighbourhood|council|cyngor|tref|cymuned|of)\b/g, " ")
		.replace(/\s+/g, " ")
		.trim();
	const found = [full];
	if (place !== "") {
		const kinds = ["council", "tc", "t.c.", "pc", "p.c."];
		if (full.includes("town")) kinds.push("town council", "town");
		if (full.includes("parish")) kinds.push("parish council", "parish");
		if (full.includes("city")) kinds.push("city council", "city", "cc");
		if (full.includes("community")) kinds.push("community council", "cc");
		found.push(...kinds.map((kind) => `${place} ${kind}`), `cyngor ${place}`, place);
	}
	return { names: [...new Set(found.filter((name) => name !== ""))].sort((a, b) => b.length - a.length) };
}

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
	[/\bwon't\b/g, "will not"],
	[/\bshan't\b/g, "shall not"],
	[/\bcan't\b|\bcannot\b/g, "can not"],
	[/\bain't\b/g, "is not"],
	[/\blet's\b/g, "let us"],
	[/n't\b/g, " not"],
	[/\b(i)'m\b/g, "$1 am"],
	[/'re\b/g, " are"],
	[/'ve\b/g, " have"],
	[/'ll\b/g, " will"],
	[/'d\b/g, " would"],
	[/\b(it|that|there|here|he|she|what|who|where|nothing|nobody|this)'s\b/g, "$1 is"],
	// What people leave out on a telephone.
	[/\b(we|you|they|i|it)ll\b(?<!\bill)(?<!\bwell)/g, "$1 will"],
	[/\b(you|they|we)re\b(?<!\bwere)/g, "$1 are"],
	[/\b(that|there|what)s\b/g, "$1 is"],
	[/\bnowt\b/g, "nothing"],
	[/\bowt\b/g, "anything"],
	[/\bsummat\b/g, "something"],
	[/(?<= )w\/(?=o? )/g, "with"],
	[/\b(don|won|can|isn|hasn|didn|wouldn|couldn|shouldn)t\b/g, "$1 not"],
];

const OWN_COUNCIL =
	/\b(?:(?:the|our|my|this|your|a)\s+)?(?:(?:town|parish|city|community|village|local)\s+)?council\b(?!\s+(?:chamber|tax|house|flat|estate|meeting|of))(?:'s)?/g;
const OUTER =
	/\b(?:the\s+)?(?:county|district|borough|unitary|principal)(?:\s+council)?\b(?!\s+(?:show|town|ground|cup))|\b(?:county hall|national highways|the highways (?:man|team|department|people)|highways)\b/g;

/** Without any of these there is no contraction to be opened. */
const MAY_CONTRACT = /'|cannot|ll\b|(?:you|they|we)re\b|nt\b|(?:that|there|what)s\b|owt\b|summat|w\//;

/** Several readers ask for the sentences of one letter, one reader after the other. */
const SENTENCES_KEPT = 500;
const kept = new Map<string, Words>();
let keptFor: CouncilNames | undefined;

/**
 * Reads a sentence. Tokens: #council (the council itself), #outer (another authority), #name, #money, #num, #day, #mail.
 * `own` makes the bare place name stand for the council, as in "Sallowfield will match it".
 */
export function wordsOf(sentence: string, own?: CouncilNames): Words {
	if (own !== keptFor || kept.size >= SENTENCES_KEPT) kept.clear();
	keptFor = own;
	const known = kept.get(sentence);
	if (known !== undefined) return known;
	const words = readWords(sentence, own);
	kept.set(sentence, words);
	return words;
}

/** NFKC leaves it as it is. */
const ASCII = /^[\t\n\r\x20-\x7e]*$/;
const THE_AUTHORITY =
	/\bthe (?:town|parish|guildhall|authority|corporation)\b(?!\s+(?:hall|centre|council|clerk|square|team|church|crier|meeting|band|show))/g;
/** "Sallowfield Cricket Club", "Sallowfield Town FC": bodies that bear the place's name, and are not its council. */
const NAMED_AFTER_PLACE =
	/ #council (?=\s*(?:(?!council)[a-z&'.]+ ){0,2}?(?:club|f\.?c|a\.?f\.?c|r\.?f\.?c|c\.c|w\.?i|u3a|association|society|band|players|choir|scouts|guides|school|academy|church|pcc|trust|museum|carnival|festival|show|party|labour|conservatives?|liberal|greens?|rotary|lions|rangers|united|rovers|in bloom|road|lane|street)\b)/g;
const DAY =
	/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\btomorrow\b|\btonight\b|\btoday\b|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b/g;

function readWords(sentence: string, own?: CouncilNames): Words {
	let text = sentence;
	if (!ASCII.test(text)) {
		text = text
			.normalize("NFKC")
			.replace(/[‘’ʼ`´]/g, "'")
			.replace(/[“”„«»]/g, '"')
			.replace(/[–—]/g, " - ");
	}
	text = text.replaceAll("`", "'");
	if (/@|:\/\/|www\./i.test(text)) {
		text = text.replace(/\bhttps?:\/\/\S+|\bwww\.\S+|\S+@\S+\.\S+/gi, " #mail ");
	}
	text = text.replace(/\bTC\b|\bPC\b(?=\s+(?:will|to|has|is)\b)|\bT\.C\./g, "Town Council");
	if (/[£€$\d]/.test(text)) {
		text = text.replace(
			/[£€$]\s?\d[\d,.]*\d?\s?(?:k|m|million|thousand)?\b|\b\d[\d,.]*\s?(?:pounds|quid|grand)\b|£/gi,
			" #money ",
		);
	}
	text = nameless(text).toLowerCase();
	for (const name of own?.names ?? []) if (text.includes(name)) text = text.replaceAll(name, " #council ");
	if (text.includes("#council")) text = text.replace(NAMED_AFTER_PLACE, " #name ");
	if (text.includes("#council")) {
		text = text
			.replace(/#council\s+(?:town\s+|parish\s+)?council\b/g, "#council")
			.replace(/\b(?:the\s+)#council/g, "#council");
	}
	text = text.replace(OUTER, " #outer ");
	if (text.includes("#name")) {
		text = text
			.replace(/#name\s+(?:town|parish|city|community)\s+council/g, "#council")
			.replace(/#name\s+council\b/g, "#outer");
	}
	if (text.includes("council"))
		text = text.replace(/\bfull council\b/g, "fullcouncil").replace(OWN_COUNCIL, " #council ");
	text = text.replace(THE_AUTHORITY, " #council ");
	if (text.includes("yngor")) {
		text = text.replace(
			/\b(?:cyngor|y cyngor|gyngor|nghyngor)\b(?:\s+(?:y\s+)?(?:tref|dref|cymuned|plwyf))?/g,
			" #council ",
		);
	}
	if (MAY_CONTRACT.test(text)) for (const [form, full] of CONTRACTIONS) text = text.replace(form, full);
	text = text.replace(DAY, " #day ");
	if (/\d/.test(text)) text = text.replace(/\b\d[\d:.,/]*(?:st|nd|rd|th|am|pm|k|m|%)?\b/g, " #num ");
	const words = text.match(/#\w+|[a-zâêîôûŵŷ]+(?:['-][a-z]+)*|[?!:;,."()-]/g) ?? [];
	return { words, line: ` ${words.join(" ")} ` };
}

const KEPT =
	/^(?:I|Town|Parish|City|Community|Village|Council|Councillors?|Clerk|Chair(?:man|woman)?|Mayor|Cyngor|Y|Committee|Finance|Planning|Amenities|Staffing|County|District|Borough|Highways|Labour|Conservatives?|Liberal|Democrats?|Green|Group|Party|Trust|Club|Association|Church|School|Gazette|Full|TC|PC|MP|PCC|RESOLVED|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Guildhall|Rotary|Minister|Authority|Easter|Christmas|Hall|Road|Street)(?:'s)?$/;

/** Capitalised words inside a sentence are names, of people or places, and no model should learn them. */
function nameless(text: string): string {
	let first = true;
	return text.replace(/[\p{L}#][\p{L}'-]*|[.?!:"-]/gu, (word) => {
		if (/^[.?!:"-]$/.test(word)) {
			if (word !== "-") first = true;
			return word;
		}
		const begins = first;
		first = false;
		if (begins || !/^\p{Lu}/u.test(word) || KEPT.test(word)) return word;
		if (/^I'/.test(word) || /^\p{Lu}{2,}$/u.test(word)) return word;
		return word.endsWith("'s") ? "#name 's" : "#name";
	});
}
