/** Labels: words that stand for themselves, beside the subject or on a line of their own, and mark what they stand on. */
import type { Marking } from "../../facts/facts.ts";
import { readable } from "../normalise.ts";

type Level = Marking["level"];

/** Where the label may stand: a subject or file name names a topic, a line of text may be prose. */
export type LabelPlace = "subject" | "line" | "document" | "file-name";

interface Part {
	readonly text: string;
	readonly bracketed: boolean;
	/** The mark that ends it, for "Private: the grave". */
	readonly end: string;
}

const STRENGTH = "(?:strictly|highly|very|most|completely|absolutely|extremely|all|still)";
const KIND =
	"(?:private|privately|personal|staff|staffing|members?|members'|councillors?|council|company|commercial|commercially|medical|legal|legally|hr|management|business|committee|internal|ni|client|tenant|personnel|police|financial|privileged|proprietary|urgent|draft)";
const KEPT_FROM =
	"not for (?:(?:wider|onward|further|general|public|press|external|any|outside|immediate|the) )*(?:publication|circulation|transmission|distribution|release|disclosure|sharing|forwarding|dissemination|public|press)";
const PARAGRAPH =
	"(?:under |by virtue of |within |by |of |in terms of |pursuant to |information |item |see )*(?:the )?(?:para(?:graph|graphs|s)?\\.?|sch(?:edule|ed)?\\.?|section|s\\.|lga|local government act)\\s?[0-9(]?";

/** Phrases that are a label at the start of a part; what may follow is judged after. */
const CONFIDENTIAL_PHRASES = [
	`(?:${STRENGTH} )?(?:${KIND}(?: and |[ -])){0,3}(?:${STRENGTH} )?confidential(?![\\w-])`,
	`(?:${STRENGTH} )?(?:${KIND}(?: and)?[ -]){0,2}in[ -](?:the )?(?:(?:strict|strictest|complete|total|absolute|utmost|full) )?confidence(?![\\w-])`,
	"strictly private(?! hire)",
	"(?:private and personal|personal and private)",
	KEPT_FROM,
	"(?:legally |professionally )privileged",
	"(?:subject to )?legal (?:professional )?privilege",
	"commercial(?:ly)?[ -]sensitive",
	"official[ :-]{1,3}sensitive",
	"exempt (?:information|item|report|paper|appendix|annex|minutes?)(?![\\w-])",
	`exempt(?:[ ,:(-]+| from (?:publication|disclosure)[ ,:(-]*)${PARAGRAPH}`,
	"exempt from (?:publication|disclosure)",
	"pink (?:papers?|pages?|sheets?|reports?|items?)",
	"(?:for )?(?:your|members'?|councillors'?|committee|panel)? ?eyes only",
	"(?:to be opened by )?(?:the )?addressee only",
	"(?:yn )?(?:(?:hollol|gwbl|llwyr|hynod) )?(?:g|ch|c|ngh)yfrinachol",
	"(?:yn )?[pb]reifat (?:a|ac) (?:ch|c|g)yfrinachol",
	"(?:gwybodaeth )?eithriedig",
	"nid i'?w (?:gyhoeddi|ddosbarthu|rannu|anfon)",
	"swyddogol[ :-]{1,3}sensitif",
	"papur(?:au)? pinc",
];
const CONFIDENTIAL = new RegExp(`^(?:${CONFIDENTIAL_PHRASES.join("|")})`, "i");

/** The same phrases count anywhere in a subject, where they are too long to be a topic. */
const STRONG = new RegExp(
	`(?<![\\w-])(?:${[
		"(?:strictly )?private and (?:strictly )?confidential",
		"(?:privileged|personal) and confidential",
		"strictly confidential",
		"(?:commercial|staff|management|strictest|strict) (?:and )?(?:in )?confidence(?! (?:building|vote|in))",
		KEPT_FROM,
		"official[ :-]{1,3}sensitive",
		`exempt(?:[ ,:(-]+| from (?:publication|disclosure)[ ,:(-]*)${PARAGRAPH}`,
		"preifat a chyfrinachol",
	].join("|")})(?![\\w-])`,
	"i",
);
const NEGATED = /\b(?:not|non|no longer|never|isn't|nothing)[ -](?:marked |at all |strictly |really )?$/i;

/** "Confidential waste": a scheme, a service or a thing that bears the word for its name. */
const SCHEME =
	/\b(?:waste(?! (?:contracts?|tenders?|depot|site|transfer))|shredding|shredder|reporting|polic(?:y|ies)|procedures?|protocols?|agreements?|undertakings?|clauses?|information (?:and|sharing|polic\w*|leaflet|point)|counsell?ing|counsell?ors?|help ?lines?|hot ?lines?|phone ?lines?|telephone|questionnaires?|ballots?|drop-?ins?|cabinets?|advice (?:line|service|session|for)|computing|vms?|vmbus|informants?|mediation|listening|references? (?:form|template)|not(?:es)? to file|ymddygiad|polisi)\b/i;
/** "Confidential meeting": an occasion, or what people also write about under a label. */
const OCCASION =
	/\b(?:services?|support|surveys?|polls?|feedback|surger(?:y|ies)|clinics?|chats?|bins?|bags?|sacks?|boxes|collections?|recycling|sessions?|meetings?|hearings?|business|items|matters|discussions?|inquiry|registers?|records|filing|storage|training|courses?|guidance|workshops?|sources?|spaces?|rooms?|hire|parking|access|invoice)\b/i;
/** Before a word like these an adjective can't stand: what is before them is a label. */
const DETERMINER =
	"(?:the|an?|our|your|my|his|her|their|its|this|that|these|those|last|next|all|each|both|(?!it's|that's|what's|who's|there's)\\S+['’]s)";
const DETERMINED = new RegExp(`^${DETERMINER} `, "i");
/** "Note of the meeting", "Letter from Anna": what the word describes ends before. */
const NOUN_PHRASE_ENDS = new RegExp(
	`\\b(?:[Oo]f|[Ff]or|[Ff]rom|[Oo]n|[Aa]bout|[Tt]o|[Ww]ith|[Rr]e|[Rr]egarding|[Cc]oncerning|[Bb]etween|OF|FOR|FROM|ON|ABOUT|TO|WITH|RE)\\b (?=(?:${DETERMINER.replace("(?:the", "(?:[Tt]he|THE")}) |\\p{Lu}\\p{Ll})`,
	"u",
);

/** What may follow a label without a mark between: "Confidential until Tuesday", "Confidential draft". */
const CONTINUES =
	/^(?:please|pls|only|until|till|pending|for (?:now|members|councillors|you|the|all|committee)|to (?:members|councillors|the|you|all|be)|not (?:for|to)|do not|don't|re\b|because|as (?:it|this|they|these)|under|by (?:virtue|reason)|at this|within|members|councillors|para\w*|section|sch\w*|part [12ib]|exempt|attorney|atty|lawyer|solicitor|counsel|client|legal|privileged|and (?:private|sensitive|privileged|exempt|not|commercially|restricted|embargoed|personal|legally|proprietary|urgent|personal)|a chyfrinachol|\/|i )/i;
const DOCUMENT =
	/^(?:and \w+ )?(?:working |internal |draft |briefing |cover |covering |interim |final |late )*(?:reports?|papers?|notes?|memos?|memorandum|briefings?|drafts?|items?|minutes?|appendix|appendices|annex\w*|documents?|correspondence|communications?|letters?|information|updates?|advice|summary|work(?:ing)? (?:material|product|papers?)|attachments?|e-?mails?|messages?)\b/i;
/** "Confidential meeting notes" are notes. */
const DOCUMENT_LAST = /\b(?:reports?|papers?|notes?|memo|briefing|minutes|letter|summary|update)$/i;

const QUALIFIER =
	"(?:[ :,/-]+(?:(?:and )?(?:personal|commercial|staff|staffing|management|private|confidential|sensitive|locsen|policy|police|members only|council|committee|investigations?|legal|medical|data|information|circulation|distribution|item|document|report)))*";
const RESTRICTED = new RegExp(
	`^(?:(?:nhs|uk|council|(?!(?:not|non|un|weight|width|height|access|entry|speed|time|age|site|parking)\\b)[A-Z]{2,12})[ -])?restricted${QUALIFIER}$`,
	"i",
);
const PROTECTED = new RegExp(`^(?:(?:nhs|uk|council)[ -])?protect(?:ed)?${QUALIFIER}$`, "i");
/** A road notice has the same capitals. */
const TRAFFIC =
	/\b(?:road|street|lane|access|parking|speed|width|height|weight|bridge|path|bridleway|byway|closed|closure|route|traffic|vehicles?|diversion|lorr(?:y|ies)|hours|hedges?|trees?|species|wildlife|birds?|bats?|newts?|badgers?|site|habitat|view)\b/i;

/** "RESTRICTED keyholders": the capitals stop where the topic begins. */
const LEADING_CAPITALS = /^(RESTRICTED|PROTECTED) (?=\p{Ll})/u;

const REPLY_PREFIX =
	/^(?:(?:re|fw|fwd|aw|wg|sv|vs|tr|yml|ymateb|atb|ymlaen|ynghylch|antw|rif|i)(?:\s?\[\d+\])?\s?:|\[(?:ext|external)\]|(?:ext|external)\s?:)\s*/i;

/** The subject without "Re:", "FW:" and the gateway's "[EXTERNAL]", and whether a reply prefix stood there. */
export function withoutReplyPrefix(subject: string): { readonly subject: string; readonly reply: boolean } {
	let rest = readable(subject).trim();
	let reply = false;
	for (let prefix = REPLY_PREFIX.exec(rest); prefix !== null; prefix = REPLY_PREFIX.exec(rest)) {
		if (!/ext/i.test(prefix[0])) reply = true;
		rest = rest.slice(prefix[0].length).trim();
	}
	return { subject: rest, reply };
}

/** Levels that the text's labels give it; empty where no label stands in it. One line, at most a few hundred characters. */
export function labelLevels(text: string, place: LabelPlace): readonly Level[] {
	const line = plainLabel(text, place);
	if (line.length === 0 || line.length > LONGEST_LINE) return [];
	const parts = partsOf(line);
	const levels = new Set<Level>();
	const prose = place !== "subject" && place !== "file-name" && isProse(line);
	parts.forEach((part, index) => {
		const level = levelOf(part, line, place, index, prose);
		if (level !== undefined) levels.add(level);
	});
	if (!levels.has("confidential") && (place === "subject" || place === "file-name") && hasStrongPhrase(line)) {
		levels.add("confidential");
	}
	return [...levels];
}

const LONGEST_LINE = 400;
/** A heading with a label behind it is no longer than this. */
const HEADING_WORDS = 14;

function isProse(line: string): boolean {
	return /[.!?]$/.test(line) || line.split(" ").length > HEADING_WORDS;
}

function plainLabel(text: string, place: LabelPlace): string {
	let line = readable(text).replace(/[*#~=<>•·►|"_]+/g, " ");
	if (place === "file-name") line = line.replace(/\.[a-z0-9]{1,5}$/i, "").replace(/([a-z])-(?=[a-z])/gi, "$1 - ");
	line = line.replace(/\s*[&+]\s*/g, " and ").replace(/([a-z])\s?\/\s?(?=[a-z])/gi, "$1 / ");
	return line
		.replace(/\s+/g, " ")
		.trim()
		.replace(
			/^(?:(?:security |protective )?(?:classification|marking|status|sensitivity|security)\s?:|protectively marked\s?:?|dosbarthiad\s?:)\s?/i,
			"",
		)
		.replace(
			/\b(private|privileged|privilege|personal|preifat) (?:\/|-|,) ?(?=(?:strictly )?(?:confidential|privileged))/gi,
			"$1 and ",
		);
}

function partsOf(line: string): Part[] {
	const parts: Part[] = [];
	for (const piece of line.matchAll(/[[({]([^\])}[({]*)[\])}]|[^[({]+/g)) {
		const inner = piece[1];
		if (inner !== undefined) parts.push({ text: inner.trim(), bracketed: true, end: "]" });
		else {
			for (const run of piece[0].matchAll(/((?:[^:;,.!?/–—-]|[-.,:/?](?=[^\s-]))+)([:;,.!?/–—-]*)/g)) {
				const text = (run[1] ?? "").trim();
				if (text !== "") parts.push({ text, bracketed: false, end: run[2] ?? "" });
			}
		}
	}
	return parts.flatMap((part) => (part.bracketed ? splitBracket(part) : [part]));
}

function splitBracket(part: Part): Part[] {
	return part.text
		.split(/\s*(?:[:;,–—]|\s-\s)\s*/)
		.filter((text) => text !== "")
		.map((text) => ({ text, bracketed: true, end: "]" }));
}

function levelOf(part: Part, line: string, place: LabelPlace, index: number, prose: boolean): Level | undefined {
	if (part.end.includes("?")) return undefined;
	const leading = index === 0 && place !== "line" && !TRAFFIC.test(line) ? LEADING_CAPITALS.exec(part.text) : null;
	if (leading !== null) return leading[1] === "RESTRICTED" ? "restricted" : "protected";
	if (isProtective(part, line, index, prose, RESTRICTED)) return "restricted";
	if (isProtective(part, line, index, prose, PROTECTED)) return "protected";
	return isConfidential(part, line, place, index, prose) ? "confidential" : undefined;
}

/** RESTRICTED and PROTECTED are ordinary words too: capitals, brackets or "Restricted:" make them labels. */
function isProtective(part: Part, line: string, index: number, prose: boolean, label: RegExp): boolean {
	if (!label.test(part.text)) return false;
	const capitals = part.text === part.text.toUpperCase();
	const alone = part.text.length >= line.replace(/[^\p{L}\p{N} ,:/-]/gu, "").trim().length;
	if (alone) return capitals || /^[A-Z]/.test(part.text);
	if (TRAFFIC.test(line) && !(index === 0 && capitals && part.end.includes(":"))) return part.bracketed && capitals;
	if (part.bracketed) return index === 0 || capitals;
	if (index === 0)
		return capitals || (/^[A-Z]/.test(part.text) && part.end.startsWith(":") && !/^Protect/i.test(part.text));
	return capitals && !prose && line !== line.toUpperCase();
}

function isConfidential(part: Part, line: string, place: LabelPlace, index: number, prose: boolean): boolean {
	const { text, bracketed } = part;
	const capitals = text === text.toUpperCase();
	const first = index === 0;
	if (isBareWordLabel(part, line, first, capitals)) return true;
	const phrase = CONFIDENTIAL.exec(text)?.[0];
	if (phrase === undefined) return false;
	const rest = text.slice(phrase.length).trim();
	if (namesTopic(phrase, rest)) return false;
	if (rest !== "" && /^(?:no\b|nor\b|in nature)/i.test(rest)) return false;
	const complete = rest === "" || CONTINUES.test(rest) || DOCUMENT.test(rest) || !/confiden/i.test(phrase);
	if (place === "subject" || place === "file-name") {
		return (
			complete || (/^[^a-z]*[A-Z]/.test(phrase) && /confidential$/i.test(phrase)) || (place === "file-name" && first)
		);
	}
	if (first) return rest === "" || (complete && (!prose || bracketed || rest.split(" ").length <= 6));
	return rest === "" && !prose && (bracketed || capitals || /confidential$/i.test(text));
}

/** Whether the label's words only describe the noun that follows: "Confidential waste", but not "Confidential note of the meeting". */
function namesTopic(phrase: string, rest: string): boolean {
	if (DETERMINED.test(rest)) return false;
	const described = rest.slice(0, NOUN_PHRASE_ENDS.exec(rest)?.index);
	if (SCHEME.test(described)) return true;
	const shouts = phrase === phrase.toUpperCase() && /\p{Ll}{3}/u.test(rest);
	return !shouts && OCCASION.test(described) && !DOCUMENT_LAST.test(described);
}

/** PRIVATE, SECRET, EXEMPT, PART II and CONF say so only where they stand as labels stand. */
function isBareWordLabel({ text, bracketed, end }: Part, line: string, first: boolean, capitals: boolean): boolean {
	const alone = text.length >= line.replace(/[^\p{L}\p{N} ]/gu, "").trim().length;
	if (/^private$/i.test(text)) return alone ? /^P/.test(text) : bracketed || (first && /^[:–—-]/.test(end));
	if (/^(?:(?:top )?secret|exempt)$/i.test(text)) {
		return capitals && (alone || bracketed || first || (/\p{Ll}/u.test(line) && !/\b(?:vat|tax|rates?)\b/i.test(line)));
	}
	if (/^conf$/i.test(text)) return capitals && bracketed;
	const partTwo = /^part (II|B|2|two)\b(.*)$/i.exec(text);
	if (partTwo === null) return false;
	if (/\b(?:exempt|private|confidential|closed|pink|press|public excluded)\b/i.test(line)) return first || bracketed;
	if (/^(?:II|B)$/.test(partTwo[1] ?? "") && /^ (?:items?|papers?|reports?|agenda|minutes)\b/i.test(partTwo[2] ?? "")) {
		return first || bracketed;
	}
	return partTwo[2] === "" && /^(?:II|B)$/.test(partTwo[1] ?? "") && (alone || bracketed || (first && end !== ""));
}

function hasStrongPhrase(line: string): boolean {
	const found = STRONG.exec(line);
	if (found === null || SCHEME.test(line) || OCCASION.test(line) || NEGATED.test(line.slice(0, found.index)))
		return false;
	return !/\b(?:marked|mark|marking|use of|word|words|how to)\b/i.test(line.slice(0, found.index));
}
