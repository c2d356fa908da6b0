/**
 * Orders whose verb has a particle: "take the broken bench away", "clear up after the market", "strike the last sentence
 * out", "see to the gutter", "get rid of it". Over a sentence's words (statements/words.ts).
 */

const VERB =
	"(?:take|put|pull|cut|clear|tidy|clean|leave|strike|cross|rub|rip|chase|get|bring|move|hold|throw|pack|fold|pump|mop|hose|wash|sweep|rake|dig|board|fence|rope|cordon|tape|lift|haul|cart|cover|turn|switch|shut|lock|open|set|lay|hang|nail|screw|bolt|fill|top|sort|finish|knock|break|tear|chop|scrub|scrape|tow|tie|prop|send|roll|stack|wheel|carry|block|close|mark|trim|weed|dry|salt|burn|fetch|edit|tone|water|scale|slim|thin|smarten|spruce|print|type|pin|stick)";
const PARTICLE = "(?:away|out|down|off|up|back|round|over|aside|in|forward)";
const OBJECT =
	"(?:it|them|(?:(?:the|that|this|those|these|my|our|your|all|every|both|any|an?|two|three|four|#num|#name|paragraphs?|items?|pages?|sections?|lines?|clauses?|tables?|slides?|appendix|annex)(?: (?!and |but |who |that |which |is |are |was |were |to |will |has |have )[a-z#'-]+){0,6}?))";
/** What may stand before an order: openers, a name, when it is to be done. */
const BEFORE =
	"(?:^ |(?:^| )(?:please|kindly|pls) |^ (?:before|by|on|after|from|this|next|first thing|#day|while) [a-z#' ]{1,60}, |^ #name ,? )(?:(?:so|then|and|but|now|just|also|always|first|please|kindly|better|yes|ok|right|[,:-]) )*";

const SPLIT = new RegExp(`${BEFORE}${VERB} ${OBJECT} ${PARTICLE}(?= |$)`);
const TOGETHER = new RegExp(
	`${BEFORE}${VERB} (?:away|out|down|off|up|back|aside) (?:${OBJECT}|after|at|by|before|[.!])(?= |$)`,
);
const FIXED = new RegExp(
	`${BEFORE}(?:go (?:round|along|through|up|down) (?:the|all|every|that|those|both) [a-z]+|(?:get rid|dispose) of|do away with|see to (?:the|that|those|it|them|my|our|all)|deal with (?:the|that|those|it|them)|make good|make do with) ?`,
);
/** The same shape, and no work: rest, talk, thought, and what comes back to the writer. */
const IDLE =
	/ (?:(?:keep|hold|put|watch|mind|use|cross|lend|give|take|rest|bend|break|pull|bite|lose|wet) (?:it |that |them )?(?:under |up )?(?:your|a|an|me your|us your|the) (?:feet|fingers|eyes?|ears?|hat|chin|head|nose|leg|arm|breath|tongue|horses|socks|powder|hair|shirt|heart|mind|spirits|pecker|toes|wits|diary|diaries|calendars?|thinking cap|front page|fort|line|thought|step|back|bow|biscuit)|(?:give|send|pass on|convey|accept) my (?:love|best|regards|apolog(?:y|ies)|thanks|compliments|respects|congratulations|condolences|sympath(?:y|ies)|good wishes)|(?:change|touch|alter) a (?:thing|word|hair)|lift a finger|(?:excuse|forgive|pardon|accept|ignore) (?:my|me|the (?:typos?|delay|writing|mess))|leave (?:some|any|a bit|a little|room|one|a slice) [a-z ]{0,30}?for (?:me|us|the rest)|raise a glass|save (?:me|us) (?:a|some)|break the bank|set (?:out|down) (?:the (?:reasons?|facts|case|position|options|costs?)|your|why|what|how|in)|take (?:(?:the|a|this|that|some|all|your|my|half a|an?) (?:[a-z]+ )?(?:day|days|week|weeks|afternoon|morning|hour|time|evening|month|weekend|time|view|point|chance|break|rest|holiday)\b|it up with|the (?:matter|point|question|issue) up|it (?:easy|down a|in turn)|(?:it|them|this|that) in (?:good|your|turn|the spirit))|put (?:your feet|your? [a-z]+ up|it down to|that down to|the kettle|it in perspective|my name|me )|bring (?:it|this|that) up (?:at|with|in)|(?:bring|move|carry|push) the (?:matter|point|question|issue|motion|idea) (?:up|back|forward|over|down)|get (?:it|them|that|this|yourself|your [a-z]+|some [a-z]+|an early night)\b.{0,20}? (?:back to (?:me|us)|off your|over with|in early|down on)|get back (?:to|from|in)|turn (?:it|that) over|leave (?:it|that) (?:out of|at that|over to)|hold (?:on|off on|back from) |send (?:it|them|me|us|that|this)(?: [a-z]+){0,3} (?:back|over) (?:to (?:me|us)|when|if)|open up (?:to|about)|turn up (?:at|on|for)|set (?:off (?:at|for|early)|in motion)|break up (?:for|on) |get up |get out (?:more|and enjoy)|top up your) ?/;

/** The words that tell the work; undefined where there are none. */
export function particleOrder(line: string): string | undefined {
	if (line.trimEnd().endsWith("?") || isIdle(line)) return undefined;
	const found = SPLIT.exec(line) ?? TOGETHER.exec(line) ?? FIXED.exec(line);
	return found === null ? undefined : found[0].trim().split(" ").slice(0, 12).join(" ");
}

/** "Put your feet up", "take the day off", "set out your reasons". */
export function isIdle(line: string): boolean {
	return IDLE.test(line);
}
