/**
 * What sounds like an order and only spares the reader work: "don't spend time on it", "scrap that, I've found it", "don't
 * get up early on my account". Over a sentence's words (statements/words.ts).
 */
import { takesBack } from "../enquiries/exchange-withdrawn.ts";
import { classOf, isBaseVerb } from "../statements/lexicon.ts";
import { isEverydayWork } from "./work-verbs.ts";

const OPENERS =
	"(?:(?:please|kindly|oh|ok|sorry|right|so|and|but|well|actually|just|then|now|no|yes|#name|you (?:can|may)|let us|[,.:!-]) )*";
const FORBIDDEN = / do not (?:(?:please|even|you|ever|now|just|under any circumstances|,) )*([a-z]+) (.*)$/;
const WORK_CLASSES = new Set(["PAY", "SPARE", "GRANT", "WORK", "RUN", "DEAL", "MOVE"]);
const HANDLES =
	/^(?:touch|use|allow|let|accept|include|mention|invite|involve|admit|approve|promise|agree|offer|discuss|circulate|disclose|minute|consult|approach|advertise)$/;
/** A word with somebody else than the writer: "don't answer Mr Reed", and not "don't reply to this". */
const SPEAKS = /^(?:reply|respond|answer|write|speak|talk|tell|contact|ring|call|phone|email|chase|invite|inform|ask)$/;
const TO_ANOTHER =
	/^(?:back )?(?:to |with )?(?:#name|mr|mrs|ms|miss|dr|him|her|them|(?:the|that|any|those|our|his|their) (?!(?:above|below|rest|trouble|others?) )[a-z#]+|anyone|anybody|[a-z]+ at) /;
const OBJECT =
	/^(?:the|an?|any|anything|anyone|it|them|that|this|these|those|my|our|his|her|their|all|both|each|every|another|more|out|off|up|down|in|on|over|away|back|to (?:the|my|#name|any)|#[a-z]+|[a-z]+s|[a-z]{4,} (?:to|on|in|at|from|until|till|for|by|off|out|before|again|this|near|over|round) |[a-z]{4,} (?:[a-z]+ )?[.,!])/;
/** Effort, haste and feelings: forbidden for the reader's sake. */
const EFFORT =
	/^(?:(?:[a-z#'-]+ ){0,4}(?:time|trouble|lengths?|effort|energy|sleep|bother|morning|afternoon|evening|breath|expense|heart|personally|amiss|worry|way to|account)(?= )|your(?:self|selves)\b|too |(?:up|in|out|on|off) (?:[a-z]+ ){0,2}(?:early|late|specially|for (?:me|us)|my)|me |us |(?:it|that|them|this|another|one)(?: [a-z]+){0,2} (?:again|to me|to us|for me|for us|wrong|seriously|badly|literally)(?= )|going )/;
const IDLE_VERBS =
	/^(?:spend|waste|lose|go|enquire|look|check|find|see|hear|read|like|hold|think|know|rush|run|press|carry)$/;
const IDLE_ENDS =
	/^(?:digging|hunting|looking|searching|trawling|chasing|rooting|rummaging|on |through |to (?:any|all|great|a lot|too|much)|short|your breath|round in circles|into (?:detail|it)|mad|overboard|around|about )/;
const FOR_MY_SAKE = / (?:on my (?:account|behalf)|for my sake|just for me|specially for me)(?= |$)/;

/** Whether "do not …" forbids a piece of the reader's work: a verb of work with its object, and no mere effort. */
export function forbidsWork(line: string): boolean {
	const found = FORBIDDEN.exec(line);
	if (found === null || FOR_MY_SAKE.test(line)) return false;
	const [, verb = "", rest = ""] = found;
	// "It looks a treat, don't change a thing."
	if (/^an? (?:thing|word|hair|finger|muscle|jot)(?= |$)/.test(rest)) return false;
	if (EFFORT.test(rest) || (IDLE_VERBS.test(verb) && IDLE_ENDS.test(rest))) return false;
	if (verb === "let" && / (?:you|your|me|us) /.test(` ${rest}`)) return false;
	if (/^(?:do|have|be|get (?:the wrong|into))$/.test(verb)) return verb === "do" && OBJECT.test(rest);
	if (SPEAKS.test(verb)) return TO_ANOTHER.test(rest) && !/ but /.test(rest);
	const work = WORK_CLASSES.has(classOf(verb) ?? "") && isBaseVerb(verb);
	return (
		(work || isEverydayWork(verb) || HANDLES.test(verb)) &&
		(OBJECT.test(rest) || /^[.!]|^$|^until |^till |^before /.test(rest))
	);
}

/** The writer's own question or letter is taken back. */
const OWN_LETTER = new RegExp(
	`^ ${OPENERS}[a-z]+ (?:my |the |that |this )(?:(?:last|previous|earlier|first|second|other|below|above|original|silly|daft|one) )*(?:question|query|enquiry|inquiry|e-?mail|message|note|request|reminder|text)(?: [a-z#]+){0,6} [.,!:;-]`,
);
const TAKES =
	/^(?:ignore|disregard|scrap|cancel|delete|strike|scratch|scrub|skip|bin|drop|forget|park|withdraw|shelve|discard)$/;
/** "Scrap that": a question, or a piece of work; the rest of the letter tells which. */
const TAKEN = new RegExp(
	`^ ${OPENERS}([a-z]+) (?:that|this|it|them|the search|that one|this one)(?= [,.;:!?-]| (?:now|then|please|all|if|as|because|i|we|for now) |$)`,
);
const DROPS = /^(?:ignore|disregard|scrap|cancel|delete|strike|scratch|scrub|skip|drop|forget|park|leave|bin)$/;
/** Whoever takes a question back says so in a short letter. */
const LETTER_READ_CHARS = 1_000;
const NO_TASK =
	/ (?:leave (?:it|that|this|them|those)(?: [a-z]+){0,2} (?:with|to) (?:me|us)|make (?:a|the) (?:day|night|weekend|go|point|most|best) of|take your time|(?:keep (?:it|that|things) up|let it go|pull the other one) [.!,]|take it (?:from me|as read|easy|steady|gently)) /;

/** Whether a sentence only takes back what its writer asked, or leaves the reader his ease. `letter` holds all of it. */
export function isSpared(line: string, sentence: string, letter: string): boolean {
	if (NO_TASK.test(line)) return true;
	const own = OWN_LETTER.exec(`${line}. `);
	if (own !== null && TAKES.test(lastVerb(own[0]))) return true;
	const taken = TAKEN.exec(line);
	if (taken === null || !DROPS.test(taken[1] as string)) return false;
	const words =
		/^\W*(?:[\p{L}']+\W+){0,4}?(?:ignore|disregard|scrap|cancel|delete|strike|scratch|scrub|skip|drop|forget|park|leave|bin)\W+(?:that|this|it|them)(?: one)?\W*/iu;
	return takesBack(letter.slice(0, LETTER_READ_CHARS).replace(sentence, sentence.replace(words, "")));
}

function lastVerb(words: string): string {
	return (
		words
			.trim()
			.split(" ")
			.find((word) => TAKES.test(word)) ?? ""
	);
}
