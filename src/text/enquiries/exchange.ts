/** What a message does in an exchange between a councillor and an officer, read from what its sender wrote. */

import { readable } from "../normalise.ts";
import { type Asking, askingsIn } from "./enquiry-questions.ts";
import { takesBack } from "./exchange-withdrawn.ts";
import { topicWords } from "./topic-words.ts";

/**
 * withdraws: the enquirer needs no answer any more; settles: he has had it by word of mouth; reminds: he asks again for
 * what he asked before; refers-back: an officer speaks of what was asked; automatic: no human being wrote it.
 */
export type ExchangeSign = "withdraws" | "settles" | "reminds" | "refers-back" | "automatic";

export interface ExchangeText {
	readonly subject: string;
	readonly authored: string;
	/** Words that name the readers, lower case. */
	readonly readers: ReadonlySet<string>;
	/** Words that name readers and writers, lower case: no matter of theirs. */
	readonly names: ReadonlySet<string>;
	readonly reply: boolean;
}

export interface Exchange {
	readonly asks: readonly Asking[];
	readonly signs: readonly ExchangeSign[];
	/** Stems of the words of the text that carry its matter, those of its questions first. */
	readonly topics: readonly string[];
	readonly subjectTopics: readonly string[];
}

/** Enough to know a matter by. */
const TOPICS_KEPT = 32;
const SUBJECT_TOPICS_KEPT = 8;
/** What somebody takes back or settles, he says at once. */
const SIGNS_READ_CHARS = 2_000;

const SETTLES =
	/\b(?:thank(?:s| you)(?: so much| very much)? for (?:ringing|phoning|calling|the (?:phone )?call|your (?:phone )?call|the chat|our chat|talking|speaking|explaining|the explanation|seeing me|showing me|meeting|your time|popping|dropping|coming round|clearing that up|clarifying|(?:the|your) (?:full |prompt |quick |helpful |very )*(?:answer|explanation|information|clarification))|(?:good|nice|great|lovely) to (?:talk|speak|chat|catch up)|that(?:'s| is| was| has)? (?:answers?|answered) (?:my|the|it)|(?:that's|that is) (?:all (?:that )?i (?:needed|wanted)|what i (?:needed|wanted)|very clear|clear\b)|as (?:we |you )?(?:discussed|explained|told me|said) (?:on the (?:phone|telephone)|by (?:phone|telephone)|in person|yesterday|this morning|today|at the office))\b/iu;
const REMINDS =
	/\b(?:any (?:news|joy|update|progress|luck|word|movement|sign|response|answer)|chas(?:e|ing|er)|following up|follow-up|still (?:waiting|awaiting|no |not (?:had|heard|received|seen|got)|haven't|have not|hoping|outstanding)|(?:have|has|had|'ve)(?:n't| not| never)(?: yet| ever)? (?:had|received|heard|seen|got)\b.{0,30}\b(?:reply|answer|response|back|anything|from you|news|acknowledge\w*)|(?:had|got|received|seen|heard) (?:no|nothing)\b|no (?:reply|answer|response|acknowledgement)\b|without (?:a )?(?:reply|answer|response)|(?:gentle |friendly |quick |little |second |further |polite )?(?:reminder|nudge|prod|prompt)\b|(?:further to|re|about|regarding|refer to|as per|copy of|following) my (?:e-?mail|letter|message|question|enquiry|query|note|request)|my (?:earlier|last|previous|original|first|unanswered) (?:e-?mail|letter|message|question|enquiry|query|note)|my (?:e-?mail|letter|message|question|enquiry|query|note) (?:of|below|dated|from|last|sent)|(?:did|have|has) (?:you|anyone) (?:ever |had (?:a |any )?|yet |manage\w* )*(?:get|got|see|seen|receive|received|chance|time|manage|managed|find|found|joy|luck|get round|got round|look|looked)\b.{0,40}|(?:as )?i (?:first )?(?:asked|wrote|e-?mailed)(?: you)? (?:this |about this |on this )?(?:before|again|on|in|last|twice|two|three|some|a (?:week|fortnight|month)|over|back in|nearly)|second time of asking|re-?sending|sending (?:this|it) again|bump(?:ing)?\b|where are we (?:with|on)|where (?:have|did) (?:we|you) get|get anywhere|getting on with (?:this|that|my|the)|did you (?:ever )?(?:find out|manage)|(?:hear|heard) (?:anything )?back|when (?:i (?:might|can|may)|might i) (?:expect|hope|have)|unrhyw (?:newyddion|ateb)|nodyn atgoffa|dim ateb)\b/iu;
const REFERS_BACK =
	/\b(?:as you asked|you (?:were )?ask(?:ed|ing)|you (?:wanted|wished) to know|you (?:raised|enquired|inquired|queried|mentioned|wrote to \w+)|(?:further to|in (?:reply|answer|response) to|regarding|re|about|on|to) (?:your|our) (?:e-?mail|enquiry|question|query|letter|message|note|request|conversation|exchange)|your (?:e-?mail|enquiry|question|query|letter|message|note|request|point)s?\b|has (?:asked|passed) me (?:to|your)|passed (?:me )?your|as promised|i promised|fel y gofynnoch|eich (?:cwestiwn|ymholiad|neges))\b/iu;
const AUTOMATIC_SUBJECT =
	/^\s*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|autoreply|ateb awtomatig|allan o'r swyddfa|read|not read|delivered|undeliverable|delivery (?:status|failure)|recall|accepted|declined|tentative(?:ly accepted)?)\s*:/iu;
const AUTOMATIC_TEXT =
	/\b(?:this is an automat(?:ed|ic)|automatic(?:ally generated)? (?:reply|response|acknowledge?ment)|auto-?(?:reply|response|generated)|do not reply to this (?:e-?mail|message)|(?:this|the) (?:mailbox|inbox) is (?:not|un)(?:monitored| monitored)|reacted to your message)\b|^(?:\s*(?:thank you|thanks|diolch)[^.!\n]{0,60}[.!]?\s*)?(?:i am|i'm|the office is) (?:currently |now )?(?:out of (?:the )?office|on annual leave|away from (?:the office|my desk)|closed|on leave)\b[^\n]*(?:\n[^\n]*){0,4}\b(?:if (?:your|you|it|the)|for (?:urgent|anything urgent)|in (?:an emergency|my absence)|will (?:respond|reply|deal)|on my return)\b/iu;

/** Reads a councillor's mail to officers; pure, and the same for the same text. */
export function readEnquiry(text: ExchangeText): Exchange {
	const head = readable(text.authored.slice(0, SIGNS_READ_CHARS)).replace(/\n(?!\n)/gu, " ");
	const asks = askingsIn(text.authored, { readers: text.readers, reply: text.reply });
	const signs: ExchangeSign[] = [];
	// "I've found the lease, but who signed it?" still asks.
	if (asks.length === 0 && takesBack(head)) signs.push("withdraws");
	if (asks.length === 0 && SETTLES.test(head)) signs.push("settles");
	if (REMINDS.test(head)) signs.push("reminds");
	if (isAutomaticText(text.subject, head)) signs.push("automatic");
	return { asks, signs, ...topicsOf(text, asks) };
}

/** Reads an officer's mail to councillors, but for the kind of reply that it is (see reply-kind.ts). */
export function readOfficerMail(text: ExchangeText): Exchange {
	const head = readable(text.authored.slice(0, SIGNS_READ_CHARS)).replace(/\n(?!\n)/gu, " ");
	const signs: ExchangeSign[] = [];
	if (REFERS_BACK.test(head)) signs.push("refers-back");
	if (isAutomaticText(text.subject, head)) signs.push("automatic");
	return { asks: [], signs, ...topicsOf(text, []) };
}

function isAutomaticText(subject: string, head: string): boolean {
	return AUTOMATIC_SUBJECT.test(subject) || AUTOMATIC_TEXT.test(head);
}

function topicsOf(
	{ subject, authored, names }: ExchangeText,
	asks: readonly Asking[],
): Pick<Exchange, "topics" | "subjectTopics"> {
	const asked = topicWords(asks.map(({ quote }) => quote).join(" "), names);
	const all = topicWords(authored, names);
	// Long words are rarer ones.
	const others = all
		.filter((word) => !asked.includes(word))
		.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
	return {
		topics: [...asked, ...others].slice(0, TOPICS_KEPT),
		subjectTopics: topicWords(subject, names).slice(0, SUBJECT_TOPICS_KEPT),
	};
}
