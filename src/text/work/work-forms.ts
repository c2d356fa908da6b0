/**
 * Other ways of telling somebody to do a piece of work than "please cut it" and "could you cut it": to have it done, to
 * have somebody do it, to be wanted, reminded or bound to do it. All over the words of a sentence (statements/words.ts).
 */
import { classOf, isBaseVerb } from "../statements/lexicon.ts";
import { isEverydayWork } from "./work-verbs.ts";

/** Classes of verbs by which something is done, not said, thought or wished. */
export const WORKING = new Set(["PAY", "SPARE", "GRANT", "WORK", "RUN", "DEAL", "MOVE"]);

const OPENERS =
	"(?:(?:please|kindly|better|best|so|then|and|but|now|just|also|always|first|yes|ok|well|right|sorry|hi|#name|[a-z]+ ,|[,:-]) )";
/** Whom the officer is to send: a colleague, the men, a contractor. */
const SOMEBODY =
	"(?:#name|dave|somebody|someone|one of [a-z]+(?: [a-z]+)?|(?:the|our|your|one of the|a couple of the) (?:[a-z]+ )?(?:lads?|men|man|team|boys?|crew|gang|caretaker|groundsm[ae]n|handyman|handymen|contractors?|office|staff|warden|cleaners?|electrician|plumber|apprentice)|him|her|them|both of them|[a-z]{3,12}(?= to [a-z]+))";
const OBJECT = "(?:the|an?|it|them|that|this|these|those|my|our|his|her|their|all|every|some|#num|#name|[a-z]{3,}s)";
/** Done, other than by an inflected verb of work. */
const DONE = new Set(
	"done put cut shut set sorted up down off out open opened locked unlocked ready straightened tidied back away swept gone made hung taken mended right filled emptied weeded serviced dug lit laid fitted manned staffed checked inspected tested seen".split(
		" ",
	),
);
const CAUSES = new RegExp(
	`^ ${OPENERS}{0,3}?(?:please |kindly )*(?:have|get|let us (?:get|have)) (?=${OBJECT} )(?!you |i |we |in |to |back |on |well |some rest|a (?:good|nice|great|lovely|break))(.+)$| (?:(?:can|could|would|will|to) you|you to|please) (?:please |kindly |just )*(?:have|get) (?=(?:the|an?|it|them|that|this|these|those|my|our|all|every|#num) )(.+)$| (?:can|could|may) (?:we|i) (?:please |kindly |just |also )*(?:have|get) (?=(?:the|it|them|that|this|these|those|our|all) )(.+)$`,
);
const WANTS =
	/ (?:i|we) (?:will |would |do |shall |really |also |am going to )*(?:need|want|require|would like|should like|like|could do with|am after|are after) (?!to |you |your |a (?:word|copy|chat)|more |some |any |information)(.+)$/;
/** "It'd be great to have the pool filled", "would it be possible to have it done". */
const WOULD_HAVE =
	/ (?:would|could|might|is it|will) (?:[a-z]+ ){0,5}?(?:great|good|nice|lovely|helpful|grand|ideal|handy|possible|marvellous|wonderful|useful|a help) to (?:have|get|see) (?!you |some |any |more )(.+)$/;
/** "Kindly desist from strimming", "when the lads are there could they do the verge". */
const DESISTS = / (?:please|kindly|must|should) (?:desist|refrain) from ([a-z]+ing) /;
const THEY_COULD =
	/ (?:the (?:lads|team|men|crew|boys)|your [a-z]+) (?:[a-z#']+ ){0,10}?(?:, )?(?:could|can|would) they (?:please |just |also )?([a-z]+) (?:the|it|them|that|those|these|my|our|all) /;
/** "Let Mrs Dean into the hall at two." */
const LETS_IN =
	/(?:^ (?:#name , )?|(?:please|kindly|and|you) )let (?:#name|mr|mrs|ms|them|him|her|the [a-z]+)(?: (?:#name|[a-z]+))? (?:into|in (?:at|by|when|from|on)|out of|through) /;
const NEVER_WANTED = / (?:not|never|if|whether|who|what|which|how|when|where|why) (?:[a-z]+ ){0,4}$/;
const SENDS = new RegExp(
	`^ ${OPENERS}{0,3}?(?:please |kindly )*(?:get|have|ask|tell|send|let) ${SOMEBODY} (?:not |down |up |round |over |out |along )?(?:to )?(?:not )?(?:go and |come and |pop (?:down |up |round |over )?and )?([a-z]+) `,
);
const DISPATCHES = new RegExp(
	`^ ${OPENERS}{0,3}?(?:please |kindly )*send ${SOMEBODY}(?: [a-z#'-]+){0,6}? to (?!number |no |the |my |our )([a-z]+) `,
);
const SENDS_POLITELY = new RegExp(
	` (?:(?:can|could|would|will|to) you|you to|please) (?:please |kindly |just )*(?:get|ask|tell|have|send) ${SOMEBODY} (?:down |up |round |over )?to (?:go and |come and )?([a-z]+) `,
);
const TELLS = new RegExp(
	`^ ${OPENERS}{0,3}?(?:please |kindly )*tell ${SOMEBODY} (?:that )?(?:he|she|they|it) (?:is|are|has|have|must|should|needs?|can)(?: not)? (?:to )?(?:leave|stop|start|do|go|[a-z]+) `,
);
const BINDS =
	/ you (?:(?:are|have|need|ought|will have|will need)(?: now| really| please| not)* to|must(?: not)?|had better(?: not)?) (?:please |now )*(?!be |have |know |see |ask |tell |speak |get (?:back|in touch|some)|say |been )([a-z]+) (?=the|it|them|that|this|those|these|my|our|all|no|off|out|up|down|#|[a-z]+ing )/;
const REMINDS =
	/ (?:do not forget to|remember to|be sure to|mind you|do not fail to) ([a-z]+) (?!me |us |your (?:leave|pills|coat|tablets|holidays?))/;
const NEEDS = / (?:needs?|wants?) ([a-z]+ing) /;
const SUGGESTS = / (?:how|what) about ([a-z]+ing) (?!me |us )/;
const ASKS =
	/ (?:(?:any|is there any|what is the) chance (?:that )?(?:you|someone|somebody|the lads|one of [a-z ]+?) (?:can|could|might)|(?:obliged|grateful|glad|pleased|good|great|kind|helpful|appreciate it|help|grand|lovely|nice) (?:of you )?if (?:you|someone|somebody|the lads|one of [a-z ]+?) (?:could|would|can)|perhaps you (?:could|would|might|can)|(?:do you )?(?:think|reckon|suppose) you (?:could|can|might)|(?:would it be )?possible for you to|you could not|(?:i would )?(?:like|want|need|ask|trust|expect) you to) (?:(?:please|kindly|possibly|perhaps|just|also|then|be (?:so )?(?:kind|good|nice)(?: enough)?(?: as)? to|be able to|manage to|get to) )*/;
/** "If you could clear it, that'd be grand": no condition, but a request. */
const IF_YOU =
	/^ (?:(?:and|so|now|please|perhaps|,|#name) )*if you (?:could|would|might) (?:(?:please|kindly|possibly|just|also|pop (?:down|up|round|over|out) and) )*/;
const WISHED_DONE =
	/ (?:help(?:ful)?|good|great|nice|grand|handy|ideal|lovely|appreciated?|grateful|obliged)(?: it)? if (?:the|that|those|these|this|my|our|it|they) (.+)$/;
const PASSIVE =
	/ (?:can|could) (?:the|that|those|these|this|our|all) (?!meeting|agenda|minutes|date|item|vote|time|e-?mail|letter|report|figures)(?:[a-z'-]+ ){1,6}be (?=[a-z]+)(.+)$/;
const SOON =
	/ (?:please|by|before|today|tonight|tomorrow|this (?:week|morning|afternoon)|asap|#day|in time|straight away) /;
const GOES =
	/^ (?:(?:please|kindly|so|then|and|now|just|also|#name|,) )*(?:nip|pop|go|run|come|drive|slip|head|get|walk|call) (?:up|down|round|over|out|along|in|back|by|across|to)(?: [a-z'#]+){0,5} and ([a-z]+) (?!me |us )(?:the|it|them|that|this|those|these|a|my|our|all|some|off|out|up|down) /;
const MOMENT =
	/^ (?:(?:when|if|once|whenever|as soon as|while) (?:you|ever you|u) (?:have|get|have got|are|find)(?: [a-z#]+){0,3} (?:minute|moment|sec|second|min|chance|hour|time|there|passing|around|free|it)s? ,? ?)/;
const SHORT: readonly (readonly [RegExp, string])[] = [
	[/ (?:u|ya|yer) /g, " you "],
	[/ (?:pls|plz|plse|plis) /g, " please "],
	[/ (?:cd|cld) /g, " could "],
	[/ (?:wd|wld) /g, " would "],
	[/ (?:cn) /g, " can "],
];

/** A line with telephone spellings written out, and without "when you have a minute". */
export function plainLine(line: string): string {
	let plain = line;
	for (const [short, long] of SHORT) plain = plain.replace(short, long);
	return plain.replace(MOMENT, " ");
}

/** The words that tell the work to be done in one of these forms; undefined where there are none. */
export function workTold(line: string, isWork: (rest: string) => boolean): string | undefined {
	const question = line.trimEnd().endsWith("?");
	const caused = CAUSES.exec(line);
	const object = caused?.slice(1).find((part) => part !== undefined);
	// "Have the new bins arrived?" asks; nobody is to have anything done.
	const auxiliary = question && caused !== null && /^ (?:#name , |(?:so|and|but|now) )*have /.test(caused[0]);
	if (caused !== null && !auxiliary && object !== undefined && getsDone(object) && !denied(line, caused.index))
		return shown(caused[0]);
	const wanted = WANTS.exec(line);
	if (wanted !== null && !NEVER_WANTED.test(line.slice(0, wanted.index + 1)) && getsDone(wanted[1] as string))
		return shown(wanted[0]);
	const would = WOULD_HAVE.exec(line);
	if (would !== null && getsDone(would[1] as string)) return shown(would[0]);
	const opened = question ? null : LETS_IN.exec(line);
	if (opened !== null) return shown(opened[0]);
	for (const form of [
		DESISTS,
		THEY_COULD,
		SENDS,
		DISPATCHES,
		SENDS_POLITELY,
		REMINDS,
		GOES,
		SUGGESTS,
		...(question ? [] : [BINDS]),
	]) {
		const found = form.exec(line);
		if (found !== null && isWorkVerb(found[1] as string) && !denied(line, found.index)) return shown(found[0]);
	}
	const needs = question ? null : NEEDS.exec(line);
	if (needs !== null && SOON.test(line) && isWorkVerb(needs[1] === "doing" ? "do" : (needs[1] as string)))
		return shown(needs[0]);
	const told = question ? null : TELLS.exec(line);
	if (told !== null) return shown(told[0]);
	const asked = ASKS.exec(line) ?? IF_YOU.exec(line);
	if (asked !== null) {
		const rest = line.slice(asked.index + asked[0].length).trim();
		const second = / and (?:then )?([a-z]+) (?:the|it|them|that|this|those|these) /.exec(` ${rest} `);
		if (isWork(rest) || (second !== null && isWorkVerb(second[1] as string))) return shown(asked[0]);
	}
	const wished = WISHED_DONE.exec(line);
	if (wished !== null && / (?:was|were|got|could be|can be) /.test(wished[0]) && getsDone(wished[1] as string))
		return shown(wished[0]);
	const passive = PASSIVE.exec(line);
	if (
		passive !== null &&
		SOON.test(line) &&
		[(passive[1] as string).split(" ")[0] ?? ""].some((word) => isDone(word) || isTreated(word))
	)
		return shown(passive[0]);
	return undefined;
}

/** How far behind "have" or "I want" its participle may stand, in words. */
const REACH = 10;

/** "the grit bins filled by Friday": an object, and within reach the participle of a verb of work. */
function getsDone(rest: string): boolean {
	const words = rest.split(" ");
	const end = words.findIndex(
		(word, at) => at > 0 && /^(?:[.;:!?,]|and|but|because|when|if|that|who|which|is|are|was|to)$/.test(word),
	);
	return words
		.slice(1, Math.min(end < 0 ? REACH : end, REACH))
		.some((word, at) => isDone(word) || (!DETERMINER.test(words[at] as string) && isTreated(word)));
}

const DETERMINER = /^(?:the|an?|this|that|these|those|my|our|your|his|her|their|all|some|every|any)$/;
/** Done to a question, a person or a paper by thought and talk; or no participle at all. */
const THOUGHT =
	/^(?:re-?)?(?:attached|enclosed|promised|agreed|proposed|detailed|limited|related|updated|revised|needed|wanted|required|requested|expected|noted|discussed|considered|raised|recorded|minuted|explained|confirmed|clarified|informed|answered|involved|resolved|investigated|thanked|invited|asked|reminded|consulted|credited|congratulated|mentioned|addressed|debated|reviewed|approved|adopted|named|called|aged|used|tired|interested|pleased|disabled|retired|advised|notified|respected|treated|supported|finished|red|bed|shed|seed|weed|need|feed|speed|hundred|indeed|embed)$/;

/** "the kissing gate oiled": any past participle, where the frame asks for one. */
function isTreated(word: string): boolean {
	return /^(?:re-?)?[a-z]{2,}ed$/.test(word) && !THOUGHT.test(word);
}

function isDone(word: string): boolean {
	const kind = classOf(word) ?? "";
	return DONE.has(word) || (kind.endsWith("+") && /(?:ed|t|n|d)$/.test(word) && WORKING.has(kind.slice(0, -1)));
}

function isWorkVerb(word: string): boolean {
	if (/^(?:do|see|look|paint|grit|strim|sort)$/.test(word)) return true;
	const kind = (classOf(word) ?? "").replace("+", "");
	return isEverydayWork(word) || (WORKING.has(kind) && (isBaseVerb(word) || word.endsWith("ing")));
}

function denied(line: string, at: number): boolean {
	return / (?:not|never|if|whether|who|what|how|when|did|have i) (?:[a-z]+ )?$/.test(line.slice(0, at + 1));
}

function shown(words: string): string {
	return words.trim().split(" ").slice(0, 12).join(" ");
}
