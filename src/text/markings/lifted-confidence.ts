/** Words by which a confidence is lifted: "tell whom you like now", "this need not be treated as confidential any longer". */
import { readable } from "../normalise.ts";
import { sentencesOf } from "../prose.ts";
import { evidenceQuote } from "../quote.ts";

const SECRET =
	"(?:confidential(?:ly)?|in (?:strict )?confidence|(?:a )?secret|private|sensitive|restricted(?! to\\b)|exempt|privileged|embargoed|under (?:embargo|wraps)|hush-?hush|between (?:us|you and me|ourselves|the two of us|these four walls)|to (?:yourself|yourselves|ourselves)|quiet|dark|under (?:your|our|my) hats?|off the record|mum|pink)";
const PUBLIC =
	"(?:public(?: knowledge| property)?|in the public domain|common knowledge|(?:out )?in the open|published|announced|made public|declassified)";
const CONFIDENCE =
	"(?:confidence|confidentiality|secrecy|embargo|exemption|restriction(?!s? on (?:parking|speed|traffic|waiting|use|water|numbers))|marking)";
const TREAT = "(?:keep|treat|hold|regard|consider|handle|stay|remain|be|sit|guard)(?:ed|ing|t)?";
/** To keep a thing from others, in other words than "confidential". */
const HOLD_BACK =
	"(?:sit on|keep(?:ing)? (?:\\S+ ){0,4}?(?:back|in|quiet|dark|to yoursel\\w+|from (?:them|the \\w+|your \\w+|people|anyone))|hold(?:ing)? (?:\\S+ ){0,4}?back|hide|bite your tongue|(?:stay|keep|be|remain) (?:silent|quiet|mum)|say nothing|hold your tongue)";
const WORDS =
	"(?:notes?|e-?mails?|mails?|messages?|letters?|memos?|papers?|reports?|briefings?|figures|list|plans?|drawings?|numbers|names?|dates?|news|details|story|draft|report|advice|answer|reply)";
/** What was told, or where it was told. */
const TOLD = `(?:it|this|that|these|them|all of (?:it|this)|what I (?:told|wrote|sent|said|gave)(?: (?:to )?you)?|(?:my|the|that|this|these|those|our|monday's|tuesday's|wednesday's|thursday's|friday's|yesterday's|last week's) (?:\\w+ ){0,2}?${WORDS}(?: (?:of|from|on|about) (?:the )?\\S+)?)`;
const FREE =
	"(?:you(?: all| both)?(?: now| also| all| therefore)* (?:may|can|might as well|may as well)(?: now| also| all| therefore| certainly| of course)*|(?:feel|consider yourself|consider yourselves|you(?:'re| are)|members are|councillors are) (?:now |quite |perfectly |therefore )*(?:free|welcome|at liberty|able) (?:now )?to|(?:members|councillors|everyone|everybody|all of you) (?:may|can)(?: now)?|no objection (?:now )?(?:to|if) you(?:r)?|(?:content|happy|glad|quite happy|fine) (?:now )?(?:for|if) you(?: to)?|(?:don't|do not) mind (?:now )?(?:you(?:r)?|if you)|by all means|(?:do|so do|please do|now|please now)(?: feel free to| go ahead and)?)";
const SPREAD =
	"(?:shar(?:e|ing)|pass(?:ing)?|forward(?:ing)?|show(?:ing)?|send(?:ing)?|circulat(?:e|ing)|distribut(?:e|ing)|publish(?:ing)?|quot(?:e|ing)|repeat(?:ing)?|us(?:e|ing)|hand(?:ing)?|giv(?:e|ing)|copy(?:ing)?|print(?:ing)?|read(?:ing)? out|post(?:ing)?|put(?:ting)?)";
const TELL =
	"(?:tell|talk to|speak to|say|(?:share|repeat|show|pass|discuss|mention)(?: (?:it|this|that|them))?(?: on)?(?: (?:with|to))?)";

/** What they say holds a negation: it ends the secrecy. */
const ENDS: readonly RegExp[] = [
	// "need not be treated as confidential any longer", "doesn't have to stay between us"
	new RegExp(
		`\\b(?:need ?n[o']?t|need not|no longer (?:needs?|ha(?:s|ve)|wants?|requires?)(?: you| us| it)? to|(?:does|do|need)(?:n't| not|nt) (?:now )?(?:need|have|require)(?: you)? to|(?:not|no longer) (?:now )?(?:necessary|required|obliged|bound)(?: for you)? to|no (?:longer any |further |longer |more )?(?:need|reason|call|point)(?: now)? (?:to|(?:for (?:it|this|you|us) to|in|for)))\\b[^.;:?!]{0,40}?\\b${TREAT}\\b[^.;:?!]{0,50}\\b${SECRET}\\b`,
		"i",
	),
	new RegExp(
		`\\b(?:do(?:es)?(?:n't| not|nt)|no longer) (?:needs?|wants?|requires?) (?:to be )?(?:keeping|kept|treating|holding)\\b[^.;:?!]{0,20}\\b${SECRET}\\b`,
		"i",
	),
	new RegExp(
		`\\b(?:no longer|(?:is|are|was|'s)(?:n't| not|nt)|nothing|not) (?:\\w+ ){0,3}${SECRET}(?: (?:about|in) (?:it|this|that|them|any of it))? (?:any ?more|any longer|now)\\b`,
		"i",
	),
	new RegExp(`\\bno longer (?:\\w+ ){0,3}${SECRET}`, "i"),
	new RegExp(`\\b${CONFIDENCE}s?\\b[^.;:?!]{0,30} no longer (?:applies|apply|stands?|holds?|binds?)\\b`, "i"),
	/\b(?:it|that|this)(?:'s| is) no(?:t a)? secret (?:now|any ?more|any longer)\b/i,
	/\bkeep\b[^.?!]{1,60}\b(?:needn't|need not|don't (?:have|need) to|no longer need to)(?: do so)? (?:any ?more|any longer|now)\b/i,
	/\bno (?:harm|objection|problem) (?:now )?(?:in|to|with) (?:your? |people |anyone |others )?(?:knowing|telling|sharing|talking|saying|discussing)\b/i,
	/\bno longer (?:needs?|has|have) to (?:be|remain|stay) (?:kept |treated as )?(?:confidential|private|in confidence)\b/i,
	/\b(?:has|have|had) ceased to be (?:confidential|exempt|restricted|private)\b/i,
	/\bno (?:further |longer any |more )?(?:need|reason) (?:to|for (?:it|this|you) to) (?:keep|treat|stay|remain|be|hold)\b[^.;:?!]{0,30}(?:confidential|secret|quiet|in confidence|private|to your)/i,
	new RegExp(
		`\\b(?:need ?n[o']?t|need not|no longer (?:needs?|ha(?:s|ve)) to|(?:do|does)(?:n't| not) (?:have|need) to|no (?:need|reason|call|point)(?: for (?:you|us|anybody|any of us))? (?:to|in)|nothing (?:left |more )?to|(?:release|free|let) you(?: all)? (?:from|off)) (?:\\w+ly )?${HOLD_BACK}\\b[^.;:?!]{0,60}`,
		"i",
	),
	/\b(?:request|plea|bar|ban|rule|promise|what I asked|wish)\b[^.;:?!]{0,60} no longer (?:applies|apply|stands?|holds?|binds?)\b/i,
	/\b(?:need|call|reason|cause) (?:for|to keep) (?:secrecy|confidence|confidentiality|discretion|silence|caution)\b[^.;:?!]{0,20} (?:has|is|have) (?:now )?(?:passed|gone|over|past|ended)\b|\bno (?:longer any |more |further )?(?:need|call|reason)(?: now)? (?:to be (?:discreet|secretive|coy|careful)|for (?:secrecy|discretion|silence))\b|\bneed no longer be (?:kept|treated|held|hidden)\b/i,
	new RegExp(`\\bnothing (?:\\S+ ){1,8}(?:is|was) ${SECRET} (?:any ?more|any longer|now)\\b`, "i"),
	/\bnid yw (?:hwn|hyn|hi)(?:'n)? (?:bellach )?yn gyfrinachol(?: mwyach| bellach)?/i,
];

/** What they say holds none. */
const OPENS: readonly RegExp[] = [
	new RegExp(
		`\\b${CONFIDENCE}s?(?: (?:on|of|for|in) (?:this|it|that|them|my|the) ?(?:\\w+ ){0,4}?)? ?(?:(?:is|are|was|has|have|been|now|hereby|therefore|can be|may be)\\s){1,4}(?:lifted|removed|over|at an end|ended|withdrawn|off|lapsed|expired|gone)\\b|\\b${CONFIDENCE}s? (?:now )?(?:falls away|lapses|ends today|ended)\\b`,
		"i",
	),
	/\b(?:lift|lifting|lifted|remove|removing|removed|waive|waived|end|ended|withdraw|withdrawing|withdrawn|drop|dropping|release you(?: all)? from) (?:the|my|that|this|its|any) (?:\w+ )?(?:(?:request|plea|marking|note) (?:for|of) )?(?:confidence|confidentiality|secrecy|embargo|confidential (?:marking|status)|restriction)/i,
	/\b(?:you|members|all of you|you (?:all|both)|councillors)(?:'re| are| may| can)?(?: now| therefore)?(?: be)? (?:(?:free|welcome|able|at liberty) to |now )(?:share|pass|forward|show|circulate|publish|quote|discuss|mention|tell|speak|talk|make)\b/i,
	/\b(?:may|can) now be (?:shared|published|circulated|passed on|forwarded|discussed|quoted|made public|released|mentioned|disclosed)\b/i,
	/\b(?:is|are|was|has been|have been) now (?:public|in the public domain|published|on the website|in open session|announced|public knowledge)\b/i,
	/\b(?:has|have) (?:(?:now|since) (?:been (?:made public|published|announced))|become public|gone public)\b/i,
	/\b(?:you|members|councillors|everyone|everybody)(?: all)? (?:may|can|could)(?: all)? (?:tell|talk|speak|mention|share|say|discuss|quote|pass)\b[^.;:?!]{0,60}\b(?:now|freely|openly|from (?:today|now on|this (?:morning|afternoon|evening|week))|publicly)\b/i,
	new RegExp(
		`\\b${FREE} ${SPREAD}(?: on| out| round)? ${TOLD}\\b(?! to (?:me|us)\\b)(?= (?:on |out |round |along )*(?:to|with|among|round|in|at|now|freely|openly|if|as|when you)\\b|[^.;:?!]{0,40}\\bnow\\b|[,.;!]|$)`,
		"i",
	),
	/\b(?:now that|as|since|so|and)\b[^.;:?!]{0,60}\byou (?:can|may) (?:talk|speak|tell|say so|answer (?:questions|people|anyone|residents))\b(?! (?:to|with) (?:me|us|the clerk)\b)/i,
	/\b(?:came|come|has come|have come|taken) off the (?:pink|confidential|exempt|private) \w+/i,
	/\bfeel (?:now |quite )?(?:at liberty|able|free) to (?:circulate|publish|show|share|pass|tell|talk|speak|mention|discuss|forward|quote|say)\b/i,
	/\b(?:do|please|so|then) (?:do |now |just )*(?:tell|talk to|let)\b(?! (?:me|us)\b)[^.;:?!]{1,40}\bnow\b/i,
	/\b(?:it|this|that|all|the (?:sale|matter|decision|appointment|closure|move|thing|deal))(?:'s| is| are|'s all| is all) (?:now official|official (?:now|at last|today)|out (?:now|already)|now out)\b|\b(?:the|that) (?:news|word|story|secret|truth)(?: is|'s)(?: now| well and truly| already)? (?:out|abroad|round)\b/i,
	/\b(?:is|are) (?:now )?(?:a public (?:document|paper|matter|record)|for (?:general|public) (?:release|circulation|consumption)|generally known|no secret)(?: now| today| any ?more)?\b|\bcan go (?:in|into|on|to) the (?:newsletter|magazine|website|noticeboard|notice board|press|paper|papers)\b/i,
	/\b(?:taken|took|take|taking|moved) (?:\w+ ){1,6}?(?:off|out of|from) the (?:confidential|pink|exempt|private|restricted) (?:list|papers|part|section|side|agenda|pages)\b|\b(?:has|have) (?:now |since )?been (?:declassified|unmarked|made open)\b/i,
	/\b(?:bar|ban|block|stop) on (?:talking|speaking|telling|sharing|mentioning|discussing)\b[^.;:?!]{0,40} (?:is|has|has been|was) (?:now )?(?:gone|over|lifted|off|ended|removed)\b/i,
	/\b(?:this|it|they|that|these|mark|marking|heading|label|embargo) can (?:now )?(?:come (?:out|off)|be (?:made public|released|told|known))\b/i,
	/\b(?:content|happy|fine|ok) for (?:you to (?:share|publish|discuss|talk|tell|use|pass)|[^.;:?!]{1,50} to be (?:released|published|shared|made public|known))\b/i,
	/\bfeel free to (?:share|pass|tell|mention|discuss|forward|use|quote|show)\b/i,
	// "you can treat my note of 3 March as public now", "consider the confidence lifted"
	new RegExp(
		`\\b(?:treat|regard|consider|take|see)\\b[^.;:?!]{1,60}\\b(?:as )?(?:being |now |therefore )*(?:${PUBLIC}|lifted|over|at an end)\\b`,
		"i",
	),
	new RegExp(
		`\\b(?:is|are|it's|that's|was|were|been|has|have|as of (?:today|now|this \\w+)[^.;:?!]{0,50}(?:is|are)) (?:now |all |already )+(?:now |all |already |out )*${PUBLIC}\\b|\\b(?:as of|from) (?:today|now|this (?:morning|afternoon|evening))[^.;:?!]{0,60}\\b${PUBLIC}\\b`,
		"i",
	),
	/\b(?:it|this|that|news|all|story|they)(?:'s| is| are)(?: all)? (?:out )?in the open\b/i,
	new RegExp(
		`\\b${TELL} (?:to )?(?:who(?:m|ever|mever|soever)?|what(?:ever)?|as many people as) (?:else )?you(?:'d)? (?:like|want|wish|please|choose|care|see fit)\\b`,
		"i",
	),
	/\bby all means (?:now )?(?:discuss|share|tell|talk|say|mention)\b/i,
	/\byou(?:'?re| are) (?:now )?(?:ok|okay|fine|all right|alright|clear|free|welcome|at liberty) (?:now )?to (?:share|pass|show|circulate|publish|quote|discuss|mention|tell|speak|talk|say)\b/i,
	/\byou(?: all)? (?:may|can) (?:now )?(?:answer|tell|talk to|speak to|share (?:it|this) with) (?:anyone|anybody|everyone|whoever)\b/i,
	new RegExp(`(?:'s|\\bis|\\bare) (?:all )?${PUBLIC} (?:now|already|today)\\b`, "i"),
	/\bcat(?:'s|s| is) (?:well and truly |now )?out of the bag\b/i,
	/\bspread the word\b|\bshout it from\b/i,
	/\b(?:may|can|could) (?:now |therefore |also |all )*be (?:now )?(?:shared|published|circulated|passed (?:on|to|round)|forwarded|discussed|quoted|repeated|talked about|mentioned|disclosed|shown|told)\b[^.;:?!]{0,40}\b(?:now|freely|openly|publicly|to (?:anyone|anybody|everyone)|with (?:anyone|anybody|everyone)|without restriction)\b/i,
	/\b(?:may|can) (?:now )?go (?:out )?to (?:anyone|anybody|everyone|everybody|the (?:public|press|papers|tenants|residents))\b/i,
	/\b(?:may|can) now be (?:passed|given|sent|told|repeated|talked about)\b/i,
	/\byou(?: all)? (?:may|can)(?: now)? let (?:people|others|residents|everyone|everybody|anyone|the \w+) know\b[^.;:?!]{0,60}\bnow\b|\byou(?: all)? (?:may|can) now let (?:people|others|residents|everyone|everybody|anyone|the \w+) know\b/i,
	/\b(?:lid|wraps|marking|label|heading|stamp|embargo|classification)\b[^.;:?!]{0,40} (?:can|may) (?:now )?(?:come off|be (?:disregarded|ignored|removed|dropped|lifted|struck out|taken off))\b/i,
	/\b(?:ignore|disregard|strike out|drop|remove|forget) (?:the|my|that|its) ['"]?(?:(?:strictly |private and )?confidential|private|embargo(?:ed)?|restricted|in confidence|confidentiality)['"]?,? (?:marking|heading|label|stamp|status|note|line|notice|subject|tag|(?:on|from|in|at) (?:the|my))/i,
	/\b(?:released?|freed?|free) (?:you )?from (?:the|any|your|that|this|my) (?:\w+ )?(?:confiden\w+|embargo|promise of (?:silence|secrecy|confidence))/i,
	/\b(?:yn|wedi dod yn) gyhoeddus (?:bellach|nawr|erbyn hyn)\b|\brhydd i (?:rannu|drafod|ddweud)\b/i,
];

const NOT =
	/(?:\b(?:not|never|neither|nor|no one|nobody|without|unless|rather you|cannot|yet to|nid|ddim|peidiwch)\b|n't\b|\bdont\b)[^.;:?!]{0,60}$/i;
/** "don't mind if you share it" denies nothing. */
const NOT_MINDING =
	/\b(?:do not|don't|wouldn't|would not) (?:at all )?(?:mind|object)|\bno (?:objection|problem|reason)|\b(?:do not|don't) hesitate|\bwhy not\b|\bnot (?:just|only)\b/i;
const IDIOM =
	/\b(?:is|are|need|was|do|does)(?:n't| not)(?= (?:\w+ ){0,3}(?:secret|confidential|private|any longer|any ?more))|\bno (?:longer|need|reason|objection|problem)\b/gi;
const LATER =
	/\b(?:if|once|when|until|unless|will|after|whether|as soon as|before|as from|provided|would|should|might|hope|like to)\b/i;
/** "… once it is signed", "… from 1 June", "the embargo is over on Friday". */
const AHEAD =
	/^[^.;!?]{0,60}?\b(?:once|until|till|as soon as|not before|provided|after (?!(?:all|much|last|yesterday|this)\b)|when (?!you\b)|(?:as )?from (?!(?:now|today|this|here|me|us|the clerk)\b))/i;
const AHEAD_ON =
	/^ (?:on|at|by|in|after) (?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!['’]s)|noon|midnight|\d|week|month|next|(?:a|one|two|three) (?:weeks?|days?|months?))|^ (?:tomorrow|next (?:week|month))/i;
const PAST = /\b(?:was|were|has|have|had|been|lifted|withdrawn|removed)\b/i;
/** Part of it is still to be kept. */
const KEPT = new RegExp(
	`\\b(?:still|remains|stays|continues to be|but keep|and keep|do treat|do keep)\\b(?: \\w+){0,4} (?:${SECRET}|so)\\b`,
	"i",
);
/** The council's own people may have it: that lifts nothing for others. */
const INSIDERS_ONLY =
	/^[^.;!?]{0,30}\b(?:with|to|among|between) (?:the |your |our |other |fellow |each |all |any )*(?:clerk|cllrs?|councillors?|members?|committee|colleagues?|groups?|officers?|chair(?:man)?|mayor|staff|deputy|other|us|me)\b(?! of the public)/i;
const SHARES =
	/\b(?:share|pass|forward|show|discuss|talk|tell|speak|mention|circulate|shared|passed|discussed|shown)\b/i;
/** What is opened to the public every day. */
const PLACE =
	/\b(?:website|web ?page|page|site|hall|road|path|office|toilets|gallery|library|park|gate|shop|bridge|street|lane|consultation)s?\s*$/i;
/** "He said you can treat it as public" is no officer's word. */
const HEARSAY =
	/\b(?!(?:I|We)\b)(?:[Hh]e|[Ss]he|[Tt]hey|[Ss]omebody|[Ss]omeone|\p{Lu}\p{Ll}+) (?:says?|said|thinks?|claims?|claimed|reckons?|told me)\b/u;
/** A cheap look before the grammar: each saying has one of these words. */
const MAY_LIFT =
	/confiden|embargo|public|publish|website|announced|restrict|exempt|privileg|private|secret|quiet|in the open|now open|marking|to your|gyfrinachol|gyhoeddus|rhydd i|(?:may|can|now|free to|welcome to|able to|liberty to) (?:now )?(?:be )?(?:share|pass|forward|show|circulate|quote|discuss|mention|tell|speak|talk|say|use|make|released|let|go)|come (?:out|off)|released|happy for|content for|feel free|freely|openly|between|\bhats?\b|hush|spread|you (?:like|want|wish|please|choose)|sensitive|wraps|heading|label|drop|disregard|exemption|harm|needn't|out of the bag|by all means|pink|youre|ignore|to (?:ourselves|yourself)|off the record|official|news|word|story|sit on|back|(?:share|pass|forward|show|send|circulat|publish|quot|repeat|us|hand|giv|copy|print|post)(?:e|ing)? |declassif|no longer|\bbar\b|\bban\b|liberty|tongue|need for|discreet|secretive|\bput\b|you (?:can|may) (?:talk|speak|tell|say|answer)|off the/i;
const LONGEST_SENTENCE = 1500;

/** The words by which a confidence is lifted, now and without condition; undefined where there are none. */
export function liftsConfidence(authored: string): string | undefined {
	for (const sentence of sentencesOf(readable(authored))) {
		if (sentence.length > LONGEST_SENTENCE || !MAY_LIFT.test(sentence) || /\?\W*$/.test(sentence)) continue;
		if (KEPT.test(sentence) || HEARSAY.test(sentence)) continue;
		const found = lifted(sentence, ENDS, "before") ?? lifted(sentence, OPENS, "to the end");
		if (found !== undefined) return evidenceQuote(sentence, found);
	}
	return undefined;
}

/** Where the words begin; `denied` says whether a negation inside them is their own. */
function lifted(sentence: string, sayings: readonly RegExp[], denied: "before" | "to the end"): number | undefined {
	for (const saying of sayings) {
		const found = saying.exec(sentence);
		if (found === null) continue;
		const end = found.index + found[0].length;
		const rest = sentence.slice(end);
		if (LATER.test(sentence.slice(0, end)) || AHEAD.test(rest)) continue;
		if (AHEAD_ON.test(rest) && !PAST.test(sentence.slice(0, end))) continue;
		if (PLACE.test(sentence.slice(0, found.index))) continue;
		if (SHARES.test(found[0]) && INSIDERS_ONLY.test(rest)) continue;
		if (!isDenied(sentence.slice(0, denied === "before" ? found.index : end))) return found.index;
	}
	return undefined;
}

function isDenied(upTo: string): boolean {
	const clause = upTo.replace(/^.*[;:?!–—]|^.*,(?= (?:but|so|and|which)\b)/s, "").replace(IDIOM, "");
	return !NOT_MINDING.test(clause) && NOT.test(clause);
}
