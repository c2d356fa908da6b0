/** What a councillor's mail wants to know: questions, with or without their mark, and requests for an answer. */
import { sentencesOfLetter } from "../letters/letter-sentences.ts";
import { readable } from "../normalise.ts";
import { evidenceQuote } from "../quote.ts";
import { requestIn } from "./requests.ts";
import { wantsNoAnswer } from "./small-talk.ts";

export interface Asking {
	/** The sentence, at most 200 characters. */
	readonly quote: string;
	/** implied: only told that others ask ("residents are asking when …"). */
	readonly force: "plain" | "implied";
	/** The name at the head of the sentence ("Susan, can you …"), as it stands. */
	readonly turnsTo?: string;
}

export interface AskingSetting {
	/** First names and surnames of those to whom it is written, lower case: "helen are the courts locked". */
	readonly readers: ReadonlySet<string>;
	/** A reply to somebody's mail: a few words with a question mark are an answer there ("Tuesday at ten?"). */
	readonly reply: boolean;
}

/** A long paste is no letter: what the writer asks stands near its ends. */
const LONGEST_READ = 20_000;
const SHORT_FRAGMENT_WORDS = 4;

const QUESTION_MARK = /\?["')\]\s!]*$/u;
const CONNECTIVE =
	/^(?:(?:and|but|so|also|or|oh|ok|okay|well|now|anyway|however|again|secondly|firstly|first|second|third|thirdly|finally|lastly|next|then|plus|ps|p\.s\.?|pps|nb|sorry|hi|hello|morning|afternoon|evening|good (?:morning|afternoon|evening)|thanks|thank you|ta|yes|no|by the way|btw|quick (?:one|question|query)|one (?:more|other|last|quick)(?: thing| question)?|another (?:one|thing|question)|(?:(?:a |my |just a )?(?:\w+ ){0,3}?(?:question|query|enquiry)(?: for you)?(?=\s*[:,–—-]))|in (?:that|which) case|in short|just|if so|if not|meanwhile|on another (?:matter|note|subject)|separately|while i(?:'m| am) (?:on|at it|writing)|before i forget|as (?:you|we) know|i(?: had)? meant to ask(?: on the day| you)?|[a-z]{1,2}\)|\d{1,2}[.)])(?:\s*[,:;.!–—-]+\s*|\s+))+/iu;
const HEAD_NAME =
	/^(?:(?:dear|hi|hello|morning|and|but) )?((?:\p{Lu}[\p{L}'-]+|Cllr\.? \p{Lu}[\p{L}'-]+)(?:(?: and | & |, )\p{Lu}[\p{L}'-]+)?)\s*(?:,|\s[–—-]|:|\()\s*/u;

const WH = "(?:who|what|when|where|why|which|how|whose|whom)";
/** "What is going on", "how many are left": the verb before its subject, or a measure. */
const WH_INVERTED = new RegExp(
	`^(?:(?:at|by|on|in|to|for|from|under|until|since|with) )?(?:${WH}(?:'s|'re|'ll|'d|'ve)?|${WH} (?:else|exactly|on earth|precisely|then)) (?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|shall|may|might|am|isn't|aren't|wasn't|doesn't|didn't|hasn't|haven't|won't|can't|couldn't)\\b|^(?:who|what|where|how|when)'s\\b|^how (?:many|much|long|often|far|soon|big|old|come|about|do|does|did)\\b|^(?:what|which|whose) (?:time|date|day|month|year|kind|sort|type|size|colour|number|budget|part|side|one|ones|of (?:the|these|those|them)|meeting|committee|minute|policy|power|powers|grounds|basis|authority|proportion|percentage)\\b|^what (?:about|if|happens|happened)\\b|^who (?:owns|pays|runs|looks|decides|decided|signs|signed|cuts|maintains|is|was|has|gets|authorised|agreed)\\b`,
	"iu",
);
/** "What is needed is a pump", "which is why", "how lovely": no questions. */
const NO_WH_QUESTION =
	/^(?:what|where|how|when|why) (?:is|was|has|have|had|are|were) .{3,80}\b(?:is|was|are|were)\b|^which (?:is|are|was|were|has|have|had|would|will|means|makes|can|could|does|do|should|may|might)\b|^(?:what an? |how (?:lovely|kind|nice|very|wonderful|moving|good|splendid|sad|odd))|^(?:what|how)(?:ever)? (?:i|we|you|they|he|she|it)\b|^(?:how about that|what's more|what is more|what's worse|who'd have)\b/iu;
const SUBJECT =
	"(?:the|this|that|these|those|there|it|he|she|they|we|you|u|i|my|our|your|his|her|their|its|any|anyone|anybody|someone|somebody|anything|all|both|either|each|every|everyone|some|an?|no one|nobody|council|members|councillors|residents|dogs|people)";
const AUX_INVERTED = new RegExp(
	`^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|isn't|aren't|wasn't|hasn't|haven't|didn't|doesn't|don't|won't|can't|couldn't|shouldn't|am) ${SUBJECT}\\b`,
	"iu",
);
/** Without a mark these begin commands, conditions and clipped statements. */
const NO_AUX_QUESTION =
	/^(?:can|could|may|might) (?:i|we) (?:just |also |first |please )?(?:say|congratulate|thank|wish|add|take|express|apologise|commend|draw|remind|offer|assure|reassure|point out)\b|^(?:do|have) (?:the|this|that|these|those|all|both|my|our|your|it|an?|some|any|each|either|every|people)\b|^(?:had|were|should) (?:i|you|we|they|it|he|she|there|the|this|that|any(?:one|body|thing)?)\b|^(?:was|were|is|are|am) (?:there|all|both|some|no one|everyone|an?)\b|^(?:will|would|can|could|did) (?:that|it|this|the|be)\b(?=.{0,20}$)|^(?:would|did|will|can) (?:all|both|some)\b/iu;

const EXPLICIT = [
	/(?:\b(?:i|we)|^)(?:'d|'ll| ?should| ?would| ?shall)?(?: also| really| very much| therefore| just)* ?\b(?:like|love|want|wish|need|be (?:glad|grateful|pleased|interested|curious|obliged|keen|happy)|am (?:keen|anxious|curious|interested|trying|hoping|asking)|'m (?:keen|anxious|curious|interested|trying|hoping|asking)|have been trying|would need)(?: therefore)? (?:to (?:know|hear|understand|find out|learn|establish|be told|be clear|be sure|ask|get to the bottom|have (?:a|an|your|some|the) (?:copy|answer|update|figures|reply|response|explanation|view|breakdown|list|idea)|see (?:the|a|any|some) (?:\w+ ){0,2}(?:figures?|accounts?|copy|papers?|report|lease|minutes?|plans?|breakdown|details?|invoices?|correspondence|contract|quotes?|policy|documents?|evidence|map|agreement|budget|estimate|drawings?|deeds?|advice))|for (?:a|an|your) (?:reply|answer|copy|update|explanation))\b/iu,
	/(?:\b(?:i|we)|^)(?:'d|'ll| ?should| ?would| ?shall)?(?: also| really)* ?\b(?:like|appreciate|welcome|value|require|request|value|looking|seek|ask for|be (?:glad|grateful|pleased) (?:of|for)|be interested in|need|want)(?: to have)? (?:an? |some |any |your |the |early |prompt |further )*(?:update|clarification|confirmation|explanation|clarity|reply|response|answer|advice|guidance|view|views|opinion|thoughts|comments|information|details|breakdown|figures|assurance|timescale|steer|sight of|cop(?:y|ies)|list|idea|statement|summary|schedule|evidence|details|risk assessment|report|minutes|documents?|correspondence|accounts|dates?|costs?|names?|contact|address|link|login|password|form)\b/iu,
	/\b(?:grateful|obliged|thankful|appreciate|pleased|glad)(?: if)?(?: to have| to receive| for| of) (?:an? |some |any |your |the |early |further |both |all |more )*(?:update|clarification|confirmation|explanation|reply|response|answer|advice|guidance|view|views|opinion|thoughts|comments|details|figures|date|copy|list|steer|sight|line|word|breakdown)\b(?! (?:you|to|on|of|about)? ?(?:gave|sent|yesterday|last))/iu,
	/\bgrateful for (?!your (?:help|support|time|work|patience|kindness)|the (?:help|support|work)|all\b).{1,40}\b(?:when you (?:have|get|can)|at your|by (?:\w+day|the)|as soon as|in due course|asap|if you can)\b/iu,
	/\b(?:i|we)(?:'m| am| was| were|'ve been| have been)? ?(?:just |only |still )?(?:wonder|wondered|wondering|curious|puzzled|unsure|unclear|not (?:sure|clear|certain))(?: as to| about)? (?:if|whether|what|when|where|who|why|how|which)\b(?! (?:they|people|the world|he|she|it|anyone)(?:'ll|'d| will| would| can| could) (?:think|say|make|do|be|cope)\b)/iu,
	/^(?:just )?(?:wondering|curious)(?: to know| as to)? (?:if|whether|what|when|where|who|why|how|which)\b/iu,
	/\b(?:may|might|can|could) (?:i|we) (?:please |just |also )?(?:ask|enquire|inquire|query|trouble you for|check)\b/iu,
	/\b(?:look forward to|await|awaiting|looking forward to|would welcome|hope for) (?:hearing from you|your (?:reply|response|answer|advice|comments|thoughts|views|early)|a (?:reply|response))\b/iu,
	/\b(?:a|one) (?:line|word|quick (?:line|word|reply|yes or no)|yes or (?:a )?no|short (?:reply|answer)) (?:will|would) (?:do|suffice|be (?:enough|plenty|fine|helpful))\b/iu,
	/\b(?:clarification|confirmation|an? (?:update|explanation|answer|reply|response|copy|breakdown)|your (?:advice|view|views|thoughts|comments)|any (?:information|advice|light|help|details|thoughts)) (?:\w+ ){0,6}?(?:would|will) be (?:\w+ )?(?:appreciated|welcome|welcomed|helpful|useful|good|great|gratefully)\b/iu,
	/\b(?:would|might|will) be (?:\w+ )?(?:good|helpful|useful|nice|interesting|great|handy|interested|reassuring|keen) (?:to (?:know|hear|understand|learn|find out|be told|have (?:an?|some|the|your))|if we knew)\b/iu,
	/^(?:any|have you any|got any|is there any) (?:idea|ideas|news|update|updates|progress|joy|luck|word|sign|movement|feedback|further news|thoughts|views|plans)\b/iu,
	/\bthoughts\?$|\byour (?:thoughts|views|advice|comments)(?:,? please)?[.?!]*$/iu,
	/\b(?:i|we)(?:'m| am| are|'re)? (?:write|writing|wrote|wish|am asking|asking)(?: to you)? (?:to )?(?:ask|enquire|inquire|request|query|find out)\b(?! you to| that | for your support)/iu,
	/\byou (?:were going to|promised(?: to)?|said (?:that )?you(?:'d| would)|agreed to|offered to|undertook to) (?:[\w']+ ){0,3}?(?:let me|send|me\b|get back|come back|find out|check|look into|reply|answer|provide|give)/iu,
	/\b(?:would|'d|will|might) (?:really |greatly )?help(?: me| us)? (?:\w+ )?(?:to know|to see|to have|to understand|if i knew)\b/iu,
	/\b(?:i|we)(?:'m|'re| am| are) (?:after|seeking|looking for) (?:an? |some |any |the )(?!volunteer|help|somebody|someone)/iu,
	/^advice(?:,)? please\b/iu,
	/\bquestion(?: that)?(?: [\w']+){1,7} (?:is|was) (?:who|what|when|where|why|how|whether|if|which)\b(?! not)/iu,
	/\b(?:my|the|one|a) (?:question|query|enquiry)(?: now| then)? (?:is|was|remains|concerns|relates|to you is)\b(?! not)/iu,
	/\b(?:can|could|would|do) (?:you|u|anyone|anybody|someone|somebody) (?:happen to |perhaps )?(?:know|remember|recall|say)\b/iu,
	/\bif (?:so|not),? (?:who|what|when|where|why|how|which|can|could|is|are|will|does|do)\b/iu,
	/\b(?:don't|do not|didn't|can't|cannot|never) (?:quite )?(?:understand|see|follow|know|find|work out|make out) (?:why|who|what|when|where|how|whether|if|which)\b.{0,120}\b(?:please|do you|can you|could you|help)\b/iu,
	/\b(?:hoffwn|byddwn yn falch|hoffem) (?:gael )?(?:wybod|gwybod|glywed)\b|\b(?:rhowch|rho|gadewch) (?:wybod|i mi wybod)\b|\b(?:a|oes) (?:allwch|fedrwch|allech|fyddech|wyddoch) chi\b|\bbyddwn yn ddiolchgar (?:pe|am)\b/iu,
];
const ASKED_BY_OTHERS =
	/\b(?:i|we)(?:'ve| have|'m| am| was| were)? (?:just |also |again |now |since )?(?:been |being |get |got |keep being |keep getting )?asked (?:(?:by|at|several|many|a few|again|yesterday|today|twice|on)\b[^.?!]{0,50} )?(?:if|whether|what|when|where|why|who|which|how|about)\b|\b(?:residents?|people|neighbours?|traders?|parents|locals|constituents?|villagers|they|she|he|everyone|shopkeepers?|somebody|someone|owners?|tenants?|households?|the \w+(?: \w+)?|mrs? \w+)\b[^.?!]{0,40}\b(?:is|are|has been|have been|keeps?|was|were|'s|'ve been)? ?(?:asking|asks?|asked|wants? to know|wanted to know|would like to know|keen to know|wondering|enquired?)(?: (?:me|us|again))? (?:if|whether|what|when|where|why|who|which|how)\b|\b(?:said|promised|told (?:her|him|them)) (?:that )?i(?:'d| would) (?:ask|find out|check|enquire|get an answer)\b/iu;
/** Without one of these, and without a mark, only a sentence that begins like a question can be one. */
const MAY_ASK =
	/\b(?:know|tell|confirm|advise|let me|let us|explain|wonder\w*|grateful|obliged|glad|pleased|appreciate\w*|update|clarif\w+|clarity|send|remind|ask\w*|question|query|enquir\w+|idea|news|thoughts|views|advice|comments|forward|await\w*|please|pls|plz|kindly|pray|can|cld|cd|could|would|wld|will|may|might|if (?:you|so|not)|curious|puzzled|unsure|unclear|sure|certain|any|have you|like|want\w*|need|wish|keen|interested|help|require|request|value|looking|seek\w*|after|writ\w+|wrote|going to|agreed|offered|undertook|line|word|yes or|said|promised|told|chance|hoffwn|byddwn|hoffem|rhowch|rho|gadewch|allwch|fedrwch|allech|fyddech|wyddoch|reply|advise|get back|come back)\b/iu;
/** Whoever says so wants no answer, whatever else the mail asks in passing. */
const NO_REPLY =
	/\b(?:no|without any) (?:need|reason|obligation) (?:to|for you to) (?:reply|respond|answer|acknowledge|come back|do anything)\b|\bneed(?:n't| not) (?:reply|respond|answer|do anything|trouble)\b|\b(?:don't|do not) (?:need|have) to (?:reply|respond|answer|do anything)\b|\bno (?:reply|response|answer|action)(?: is| was)? (?:needed|required|necessary|expected|called for)\b|\bnothing (?:is )?(?:needed|required|wanted|for you to do)\b|\b(?:fyi|for (?:your )?information) only\b|\bonly for (?:your )?information\b|\bdim angen (?:ateb|ymateb)\b/iu;
const PROPOSAL =
	/^(?:how about|what about|shall we (?:say|make it)|say|maybe|perhaps|or|could do|would (?:the )?(?:\d|mon|tues|wednes|thurs|fri|satur|sun)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d)/iu;
const WELSH_QUESTION =
	/^(?:a |ac )?(?:oes|ydy|ydyw|ydi|yw|ydych|allwch|fedrwch|fydd|fyddwch|fyddai|gaf|gawn|wnewch|wnaeth|pryd|pwy|beth|ble|faint|sawl|pam|sut|pa|lle|am faint)\b/iu;

/** In the order of the text; empty where it asks nothing, or says that it wants no answer. */
export function askingsIn(authored: string, setting: AskingSetting): readonly Asking[] {
	const text = readable(authored.length > LONGEST_READ ? authored.slice(0, LONGEST_READ) : authored);
	const found: Asking[] = [];
	let turnsTo: string | undefined;
	let afterWork = false;
	const all = sentencesOfLetter(text);
	for (const [index, whole] of all.entries()) {
		// Most sentences tell and ask nothing.
		const telling = !whole.includes("?") && !MAY_ASK.test(whole);
		if (NO_REPLY.test(whole)) {
			found.length = 0;
			continue;
		}
		const name = HEAD_NAME.exec(whole);
		if (name !== null) turnsTo = name[1];
		const bare = withoutLead(whole, name?.[0].length ?? 0, setting.readers);
		const request = telling ? undefined : requestIn(bare);
		const force = askingForce(bare, whole, { request, telling, clipped: setting.reply || afterWork });
		afterWork = request === "work";
		if (force === undefined || OWN_ANSWER.test(all[index + 1] ?? "")) continue;
		found.push({ quote: evidenceQuote(whole), force, ...(turnsTo === undefined ? {} : { turnsTo }) });
	}
	return found;
}

/** Without the name and the connectives at its head; a reader's first name needs no comma. */
function withoutLead(sentence: string, nameLength: number, readers: ReadonlySet<string>): string {
	let bare = sentence.slice(nameLength);
	const first = /^[\p{L}'-]+/u.exec(bare)?.[0] ?? "";
	if (readers.has(first.toLowerCase())) bare = bare.slice(first.length).replace(/^[\s,:–—-]+/u, "");
	bare = bare.replace(CONNECTIVE, "");
	const again = /^[\p{L}'-]+/u.exec(bare)?.[0] ?? "";
	if (readers.has(again.toLowerCase())) bare = bare.slice(again.length).replace(/^[\s,:–—-]+/u, "");
	return withApostrophes(bare.replace(CONNECTIVE, "").trim()).replace(
		/^(?:please|pls|plz),? (?=(?:can|could|may) (?:i|we)\b)/iu,
		"",
	);
}

/** "whats the rate", "isnt it ours": telephones leave the apostrophe out. */
function withApostrophes(sentence: string): string {
	return sentence
		.replace(/^(what|who|where|when|how|why)s\b/iu, "$1's")
		.replace(/\b(is|are|was|were|has|have|had|do|does|did|ca|wo|could|would|should)nt\b/giu, "$1n't")
		.replace(/\bi(m|ve)\b/giu, "i'$1");
}

/** "Are we downhearted? No!" */
const OWN_ANSWER =
	/^(?:no|yes|of course(?: not)?|never|absolutely(?: not)?|hardly|not (?:a bit|at all|really)|i (?:think|don't think) (?:so|not))[.!]*$/iu;

interface SentenceSetting {
	readonly request: ReturnType<typeof requestIn>;
	/** It has neither a mark nor a word of asking. */
	readonly telling: boolean;
	/** A few words with a question mark are no question here, but an answer or more of the same errand. */
	readonly clipped: boolean;
}

function askingForce(
	bare: string,
	whole: string,
	{ request, telling, clipped }: SentenceSetting,
): Asking["force"] | undefined {
	const marked = QUESTION_MARK.test(whole);
	if (marked && wantsNoAnswer(bare)) return undefined;
	if (request === "word") return "plain";
	if (request === "courtesy") return undefined;
	if (!telling && EXPLICIT.some((form) => form.test(bare))) return request === "work" ? undefined : "plain";
	if (request === "work") return undefined;
	if (WORK_QUESTION.test(bare) || ON_THE_AGENDA.test(bare)) return undefined;
	if (marked) return isQuestion(bare, clipped) ? "plain" : undefined;
	if (WH_INVERTED.test(bare) && !NO_WH_QUESTION.test(bare) && !bare.endsWith("!")) return "plain";
	if (AUX_INVERTED.test(bare) && !NO_AUX_QUESTION.test(bare) && !bare.endsWith("!")) return "plain";
	return !telling && ASKED_BY_OTHERS.test(bare) ? "implied" : undefined;
}

/** "Could the bin be emptied?", "Can we get it mended?": work, in the form of a question. */
const WORK_QUESTION =
	/^(?:please )?(?:can|could|might|will|would|may) (?:the|this|that|these|those|it|they|my|our|all|we (?:please |just )?(?:get|have|see)) ?(?:[\w'-]+ ){0,8}?(?:be |please be )?(?:amended|added|put|moved|removed|fixed|mended|changed|emptied|cut|cleaned|cleared|sent|circulated|arranged|looked at|looked into|dealt with|updated|corrected|included|placed|repaired|replaced|painted|collected|chased|sorted|done|taken (?:down|up|off|away|out)|swept|strimmed|trimmed|mown|unlocked|locked|switched|investigated|tidied|passed on|reported|issued|printed|distributed|displayed|invited|recorded|minuted|noted)\b/iu;

const ON_THE_AGENDA =
	/^(?:please )?(?:can|could|may|might|would it be possible|is it possible|any chance)\b.{0,80}\bon(?:to)? (?:the|an?|our|your|next|this|\w+day's) (?:[\w'-]+ ){0,4}agenda\b/iu;
/** Said after an answer: no question of its own. */
const IS_THAT_ALL_RIGHT =
	/^(?:is|are|would|will|if) (?:that|this|it|these|those)(?:'s)? (?:be |still )?(?:ok|okay|all right|alright|fine|good|acceptable|enough)\b/iu;

function isQuestion(bare: string, clipped: boolean): boolean {
	const words = bare.split(/\s+/u).length;
	const formed = WH_INVERTED.test(bare) || AUX_INVERTED.test(bare) || WELSH_QUESTION.test(bare);
	if (clipped && !formed && (words <= SHORT_FRAGMENT_WORDS || PROPOSAL.test(bare) || /\bif you\b/iu.test(bare)))
		return false;
	if (clipped && IS_THAT_ALL_RIGHT.test(bare)) return false;
	if (clipped && /^(?:how about|what about|shall we (?:say|make it))\b/iu.test(bare)) return false;
	return true;
}
