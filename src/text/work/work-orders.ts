/**
 * Sentences by which somebody is told, or politely asked, to do a piece of work (RULEBOOK `staff-instruction`, reading 15).
 * Asking for information, thanking and wishing well is none.
 */

import { asFarAsRead } from "../as-far-as-read.ts";
import { sentences } from "../sentences.ts";
import { classOf, isBaseVerb } from "../statements/lexicon.ts";
import { moodsOf } from "../statements/mood.ts";
import { councilNames, wordsOf } from "../statements/words.ts";
import { plainLine, WORKING, workTold } from "./work-forms.ts";
import { isIdle, particleOrder } from "./work-particles.ts";
import { forbidsWork, isSpared } from "./work-spared.ts";
import { verblessOrder } from "./work-verbless.ts";
import { isEverydayWork } from "./work-verbs.ts";
import { workWished, YOUR_PEOPLE } from "./work-wished.ts";

export interface WorkOrder {
	/** The whole sentence. */
	readonly sentence: string;
	/** The name that it turns to, as it stands at its head ("Steve - have the gate unlocked"). */
	readonly addressee?: string;
	/** The words that decided. */
	readonly because: string;
}

/** Verbs by which information is asked for, or a courtesy said, when nothing else is to be done. */
const INFORMATION =
	/^(?:let|tell|say|confirm|explain|advise|remind|clarify|know|see|find|look|hear|think|believe|remember|recall|forgive|excuse|accept|thank|call|ring|phone|reply|answer|respond|write|speak|talk|meet|come|attend|join|give|note|mind|spare|understand|point|share|show|suggest|recommend|bear|imagine|keep|hold|feel|hesitate|hope|help|like|prefer|care|copy|cc|bcc|stop worrying)$/u;
/** "Send me the figures": what is wanted is to know something. */
const TO_ME =
	/^(?:send|email|e-mail|mail|forward|get|give|pass|drop|bring|let|find|show|dig)(?: \w+){0,2} (?:me|us)\b|^(?:send|email|forward|find|dig|look|get)(?: \w+){0,3} (?:figures?|details|copy|copies|minutes?|link|information|info|number|date|list|dates|times|report|numbers)\b/u;
/** "Could you have a word", "do you think": nothing to be done by hand. */
const CHAT =
	/^(?:(?:have|take|get) (?:a|an|another|some|any) (?:chat|word|think|read|moment|coffee|break|rest|seat|idea|look at (?:the|my|this) (?:attached|draft|letter|report|minutes|email|e-mail|plans?))|do (?:lunch|coffee|#day|the (?:meeting|#num)|a (?:call|meeting))|be |make (?:it|#day|the meeting))\b/u;
/** "Can you see to it that the hall is swept": the work stands behind it. */
const SEES_TO = /^(?:see (?:to|that)|make (?:sure|certain)|ensure|arrange (?:for|to)) (?!you get|you have)/u;
const SELF_CARE = / make sure (?:that )?you (?:get|have|take|rest|eat|enjoy|look after|do not (?:overdo|work too)) /u;
const POLITE = new RegExp(
	` (?:can|could|would|will|may|might) (?:you|someone|somebody|one of you|one of the (?:lads|team|men)|the (?:lads|team|men|crew|office)|${YOUR_PEOPLE}) (?:(?:please|kindly|possibly|perhaps|just|also|both|all|then|by any chance|be an? [a-z]+ and|be (?:so )?(?:kind|good|nice)(?: enough)?(?: as)? to|mind|be able to|have somebody|have someone|get somebody to|get someone to) )*`,
	"u",
);
const WANTED =
	/ (?:i|we) (?:would like|should like|want|need|require|expect|must have|insist on having) (?!to (?!have |see ))(?:to have |to see )?(?:you to \w+|(?:the |this |that |it|them|those|these|an? |my |our |your |all |some |\S+ 's )?(?:[\w'-]+ ){0,8}?(?:moved|removed|done|changed|sent out|put|taken|cut|cleaned|cleared|repaired|mended|fixed|painted|printed|posted|delivered|replaced|added|published|amended|altered|redone|finished|completed|gone|ready|up|down|out|off) |(?:it|them) on |(?:the |this |that |those |these |our |all )(?:[\w'-]+ ){1,5}?(?:on|off|open|shut|warm) (?:from|by|at|before|until) )/u;
const DEONTIC =
	/ (?:must|needs? to|has to|have to|should|ought to|want(?:s)? to|wants|need(?:s)?) (?:now |also |all |both |please )?(?:be (?:\w+ )?(?:\w+(?:ed|en|t|ut|one|ung|ade)|out|up|down|off|ready|back|gone)|come (?:off|down|out|up|in)|go (?:up|out|in|on|off|down|round)) |[,.;] needs? (?:doing|cutting|sorting|clearing|mending|moving|to be) /u;
const ENSURE =
	/ (?:please )?(?:make sure|ensure|see (?:that|to it)|see to|arrange (?:for|to)|sort out|get on with|deal with|take care of|have (?:the|it|them|this|that|those|these|a|an|my|our|your|all) [\w' -]{1,40}? (?:done|moved|removed|unlocked|locked|cleaned|cut|ready|cleared|mended|fixed|printed|sent|put|taken|repaired|painted|delivered|open|shut|closed))\b/u;
/** Not said to the reader, or not meant as work. */
const NO_ORDER =
	/ (?:(?<!(?:obliged|grateful|glad|pleased|good|great|kind|helpful|appreciate it) )if you would|if you (?:want|wish|like|need|have any)|feel free|(?:ask|tell|remind|get) the clerk(?: [a-z]+)? to|(?:start|begin|carry on|go ahead|go on) without (?:me|us)|do not (?:worry|hesitate|mind|bother|feel)|no need|not asking you|not telling you|would (?:you )?like (?:me|us) to|shall (?:i|we)|should (?:i|we)|(?:i|we) will(?! (?:also |just )?(?:need|want|require|expect))|have a (?:good|nice|lovely|great|happy)|take care|keep up the|carry on the good|well done|enjoy|if it helps|happy (?:christmas|new year|easter|birthday)) /u;
/** "Ring him and have it done": the first verb asks for a word only, the second for work. */
const AND_WORK =
	/ and (?:then |also |please )?(have|get|put|take|bring|order|book|move|clear|cut|clean|fix|mend|repair|remove|change|print|send|lock|unlock|pay|stop|start) (?!me |us |in touch|well|better|back to )/u;
/** "Write to Mr Reed and tell him …": the council's letter, to somebody else. */
const WRITES_FOR =
	/(?:^| (?:please|kindly|and|you) )(?:(?:please|kindly|just|then|so) )*(?:write|reply|respond) (?:back )?to (?!me |us |you |my )(?:[a-z#'-]+ ){1,5}?(?:and )?(?:tell|ask|say|remind|insist|demand|telling|asking|saying|reminding|demanding|about) /u;
/** "Can we get on it today?", "can the posts come down this week?" */
const GETS_ON =
	/ (?:can|could) (?:we|you|somebody|someone) (?:please )?get on (?:to |with )?(?:it|this|that) | (?:can|could) (?:the|that|those|these|this|our|all) (?!meeting|matter|item|vote|motion|issue|question)(?:[a-z'-]+ ){1,5}(?:come|go) (?:down|up|off|out|away|back) (?=.*(?:please|by|before|today|tonight|tomorrow|this|#day|asap))/u;
/** A motion, a figure or an answer: what is wanted is to know. */
const WANTS_TO_KNOW =
	/ (?:want|need|require|like|have|expect|await) (?:the |your |some |an? |all |those |these |my )?(?:[a-z'-]+ )?(?:figures?|numbers?|answers?|repl(?:y|ies)|response|information|details?|breakdown|explanation|costs?|data|statistics|dates?|update)\b/u;
const BARE_VERB =
	/^\s*(?:please |kindly |then |so |just )*([a-z]+) (?:without|with|from|to|into|onto|instead|again|as|only|straight|everything|everyone) /u;
/** "Martin, between ourselves, leave item 9 off." */
const ASIDE =
	/^\s*\S+ , [a-z' ]{3,40} , (?:please |kindly )?([a-z]+) (?:the|it|them|that|this|all|my|our|your|an?|#num|item|page|no) /u;
/** Unknown words before "it" that are no verbs. */
/** Kept in a state: "keep the gate shut", and not "keep it under your hat". */
const KEPT =
	/ keep (?:it |them |[a-z' -]+? )(?:shut|closed|locked|clear|open|off|out|away|back|on|up|down|free|tidy|clean|warm|dry|swept|lit|cut|stocked|filled|at|for|until|from) /u;
const INTERJECTION =
	/^\s*(?:oh|ooh|ah|aha|wow|hey|hm+|gosh|well|phew|yes|no|ha|eh|er|um|thanks|ta|cheers|sorry|lovely|great|brilliant|super|maybe|perhaps|only|even|still|though|besides|anyway) /u;
const OBJECT =
	/^(?:the|an?|it|them|that|this|these|those|my|our|your|his|her|their|all|any|every|each|both|some|one|two|three|four|five|six|ten|another|half|no|#num|#money|#day|#council|off|out|up|down|in|on|over|away|back|round|everything|everybody|work|items?|pages?|paragraphs?|sections?|clauses?|appendix)$/u;
/** "Do a fresh one", "do it again", "do me a sign for the gate"; not "do me a favour", "do it whenever you like". */
const DOES =
	/^do (?:(?:me|us) )?(?:(?:a|an|another|some|the|it|them|that|this|these|those|two|three|four|#num|both|all) )(?!(?:favour|good deed|bit of (?:thinking|good)|chat|call|best|rest|honours|maths?|same|trick|right thing|decent thing|whenever|meeting|lap|world of)\b)/u;
/** "New notice up by tonight, please": an object and its place, without a verb. */
const VERBLESS =
	/^ (?:#name , )?(?:the |a |an |those |these |that |all |new |fresh |both |#num )(?:(?!is |are |was |were |has |have |had |will |would |can |could |do |does |did |to |not |be |am |went |goes |came |comes |and |meeting |bridge |got |gets |i |we |you )[a-z#'-]+ ){1,6}(?:up|down|out|off|away|back|gone|done|ready|sorted|cleared|finished|open|shut|locked|unlocked) (?:by|before|today|tonight|tomorrow|please|asap|now|first thing|straight away)(?= |$)/u;
/** "Change the number and repost it": the second verb is work, whatever the first. */
const THEN_WORK =
	/^ (?:(?:please|kindly|just|then|so|#name ,) )*([a-z]+) .{2,80}? and (?:then |just |please )*([a-z]+) (?:it|them|the|those|that) /u;
const HEAD_NAME = /^\s*([\p{Lu}][\p{L}'-]+(?: (?:and|&) [\p{Lu}][\p{L}'-]+)?)\s*(?:[,:]|\s[–—-])\s*/u;

/** "…, would you?", "…, ok?": a question by its mark alone. */
const TAG =
	/ ,? ?(?:(?:would|will|can|could|wo not) you(?: please)? [?.!]|(?:please|ok|okay|understood|right|all right|yes|thanks) \?) $/u;
/** What others were asked, said or decided; the writer only tells of it. */
const REPORTED =
	/ (?:i|we) (?:(?:have|had|will|shall|did|am going to|are going to) )?(?:(?:now|just|also|already|since) )*(?:ask(?:ed)?|told|tell|instruct(?:ed)?|request(?:ed)?|got|spoken to|written to|paid) (?!you |your )(?:[a-z#'-]+ ){1,4}to | (?:#name|jo|the (?:clerk|deputy|committee|council|mayor|chair|chairman|county|contractor)|council|committee|amenities|planning|finance) (?:(?:has|have|had|will|would) )?(?:(?:now|just|also|already) )*(?:says?|said|agreed|resolved|decided|voted|wants|wanted|asked|asks|tells|told|hopes?|thinks?|promised|suggested|proposed|recommended|minuted|insists?|reckons?) /u;
const AND_SO =
	/ please | (?:so|but|and) (?:can|could|will|would) you | so (?:get|make|do|put|take|move|cut|have|see) /u;

/** Nobody gives an order in one word, or in a page without a stop. */
const LONGEST_SENTENCE_CHARS = 1_200;

/** In the order of the text. `council` is the council's name, so that its own name is not taken for somebody's. */
export function workOrders(authored: string, council: string): readonly WorkOrder[] {
	const names = councilNames(council);
	const orders: WorkOrder[] = [];
	let turnedTo: string | undefined;
	for (const { text } of sentences(asFarAsRead(authored))) {
		const head = HEAD_NAME.exec(text)?.[1];
		const alone = /^[\p{L}'& -]{2,40}[,:]?$/u.test(text) && text.split(/\s+/u).length <= 5;
		if (head !== undefined || alone)
			turnedTo = head ?? text.replace(/^(?:dear|hello|hi|morning|good morning)\s+/iu, "").replace(/[,:]$/u, "");
		if (text.length > LONGEST_SENTENCE_CHARS || !/\s/u.test(text)) continue;
		const line = plainLine(wordsOf(text, names).line).replace(TAG, " . ");
		const because = orderIn(line.trim().split(" "), line);
		if (because === undefined || isSpared(line, text, authored)) continue;
		orders.push({ sentence: text, because, ...(turnedTo === undefined ? {} : { addressee: turnedTo }) });
	}
	return orders;
}

function orderIn(words: readonly string[], line: string): string | undefined {
	if (NO_ORDER.test(line) || (REPORTED.test(line) && !AND_SO.test(line))) return undefined;
	const asked = POLITE.exec(line);
	if (
		asked !== null &&
		!/ (?:what|how|who|where|why|which|than|as|whatever|how much) (?:[a-z]+ )?$/u.test(line.slice(0, asked.index + 1))
	) {
		const rest = line.slice(asked.index + asked[0].length).trim();
		return isWork(rest) || SEES_TO.test(rest)
			? `${asked[0].trim()} ${rest.split(" ").slice(0, 4).join(" ")}`
			: (workTold(line, isWork) ?? workWished(line, isWork) ?? particleOrder(line));
	}
	if (SELF_CARE.test(line)) return undefined;
	if (WANTS_TO_KNOW.test(line) && !/ (?:please|and) (?:put|take|move|cut|clear|have|get) /u.test(line))
		return undefined;
	const told = workTold(line, isWork) ?? workWished(line, isWork) ?? particleOrder(line);
	if (told !== undefined) return told;
	const outward = WRITES_FOR.exec(line) ?? GETS_ON.exec(line);
	if (outward !== null) return outward[0].trim();
	const question = line.trimEnd().endsWith("?");
	const moods = moodsOf(words);
	if (moods.includes("forbids") && !question && forbidsWork(line)) return "do not";
	const imperative = moods.find((mood) => mood.startsWith("imperative"));
	if (!question) {
		if ((imperative !== undefined || startsWork(line)) && imperativeIsWork(line)) return imperative ?? "imperative";
		const second = moods.some((mood) => mood.startsWith("soft imperative")) ? AND_WORK.exec(line) : null;
		const bare = (moods.includes("verb first") ? BARE_VERB.exec(line) : null) ?? ASIDE.exec(line);
		if (second !== null) return second[0].trim();
		const verbless = VERBLESS.exec(line);
		if (verbless !== null) return verbless[0].trim();
		const unsaid = verblessOrder(line);
		if (unsaid !== undefined) return unsaid;
		const then = THEN_WORK.exec(line);
		if (then !== null && [then[1], then[2]].every((verb = "") => isHandiwork(verb) || verb === "do"))
			return `${then[1]} and ${then[2]}`;
		if (bare !== null && isBaseVerb(bare[1] ?? "")) return bare[0].trim();
	}
	const wanted = WANTED.exec(line) ?? (question ? null : (ENSURE.exec(line) ?? DEONTIC.exec(line)));
	return wanted === null ? undefined : wanted[0].trim();
}

/** What follows "could you": a verb of work, and not a wish to know. */
function isWork(rest: string): boolean {
	const verb = rest.split(" ")[0] ?? "";
	if (TO_ME.test(rest) || CHAT.test(rest)) return false;
	if (/^(?:get|have|make|let|take|put|go|use|run|do)$/u.test(verb)) return true;
	if (verb.endsWith("ing") && !isBaseVerb(verb)) return WORKING.has((classOf(verb) ?? "").replace("+", ""));
	// "Would you look into it and move the bins": a second verb may be the work.
	if (INFORMATION.test(verb))
		return / and (?:then )?(?:\w+ )?(?:move|cut|put|change|take|clear|fix|mend|clean|remove|order|print|repair|paint|lock|unlock) /u.test(
			` ${rest} `,
		);
	return isBaseVerb(verb) || /^[a-z]{3,}$/u.test(verb);
}

const FIRST =
	/^ (?:(?:please|kindly|pls|so|then|and|but|now|just|also|always|first|right|ok|yes|#name|[,:-]) )*([a-z]+) ([a-z#]+) /u;

/** What the moods do not see: an everyday verb or a noun as an order's verb, or "do". */
function startsWork(line: string): boolean {
	return line.split(/(?<= [.;:!,]) /u).some((clause) => {
		const [, verb = "", next = ""] = FIRST.exec(` ${clause.trim()} `) ?? [];
		return verb === "do" || isHandiwork(verb) || /^(?:it|them)$/u.test(next);
	});
}

function isHandiwork(verb: string): boolean {
	return isEverydayWork(verb) || (isBaseVerb(verb) && WORKING.has(classOf(verb) ?? ""));
}

/** "Come to the quiz and bring the team": company, unless there is work in it. */
function isInvitation(line: string): boolean {
	return (
		/^ (?:(?:please|do|so|and|then|just|why not) )*(?:come (?!and |round and |over and |down and )|join |(?:pop|drop|call) (?:in|by|round|over) (?!and ))/u.test(
			line,
		) && !/ (?:clear|mend|fix|move|cut|repair|sort|clean|put|look at) /u.test(line)
	);
}

/** An imperative of work: not "send me the figures", and not a noun or a past tense that begins a sentence alike. */
function imperativeIsWork(line: string): boolean {
	if (INTERJECTION.test(line)) return false;
	return line.split(/ [.;:!] | [–—-] | , /u).some((clause) => {
		const first = ` ${clause} `
			.replace(/^[\s,]*(?:(?:please|kindly|pls|so|then|and|but|now|just|also|always|first|#name) )*/u, "")
			.trim();
		if (TO_ME.test(first) || isIdle(` ${first} `) || isInvitation(line)) return false;
		const [verb = "", next = ""] = first.split(" ");
		const kind = classOf(verb);
		if (verb === "do") return DOES.test(first);
		// A noun before "it" is a verb: "bin it", "fence it off".
		if (kind === undefined || (!isBaseVerb(verb) && !kind.endsWith("+") && /^(?:it|them)$/u.test(next)))
			return (
				(isEverydayWork(verb) && OBJECT.test(next)) ||
				(/^[a-z]{3,}$/u.test(verb) && /^(?:it|them|off|out|away)$/u.test(next) && !INFORMATION.test(verb))
			);
		return (
			(isEverydayWork(verb) && OBJECT.test(next)) ||
			(/^(?:me|us) (?:#num|an?|another|two|three|four|five|six|ten|a dozen|[a-z]+(?:ty|teen)|the) /u.test(
				first.slice(verb.length + 1),
			) &&
				isHandiwork(verb)) ||
			(WORKING.has(kind) &&
				((OBJECT.test(next) && !(verb === "keep" && !KEPT.test(` ${first} `))) ||
					((kind === "PAY" || verb === "chase") && next === "#name") ||
					(/^(?:stop|start|keep|begin|cease|continue)$/u.test(verb) && next.endsWith("ing"))))
		);
	});
}
