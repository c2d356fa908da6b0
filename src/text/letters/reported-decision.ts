/**
 * What was decided, told as a report: "The council resolved to buy a bench and to put it by the ford." It stays one through
 * its coordinated clauses, its lists and the sentences that go on with it, until the writer himself speaks.
 */

import { type CouncilNames, wordsOf } from "../statements/words.ts";
import type { LetterSentence } from "./letter-sentences.ts";

const VOTE =
	/\b(?:vot(?:ed|e on|es?)|(?:was|were|been|got|it|they|both|all) (?:\w+ )?(?:carried|lost|passed|defeated|resolved|approved|agreed|rejected)|(?:went|got) (?:\w+ )?through|resolved|resolution|motion|amendment|decided|unanimous(?:ly)?|minutes?|at (?:the|our|its|last) (?:\w+ ){0,2}meeting)\b/iu;
/** In the third person: whoever says "we" speaks for the council, whatever it voted. */
const OUTCOME =
	/^\s*(?:so|that means|this means|which means|as a result|it means|therefore|accordingly)\b[^.]*?\b(?:the (?:\w+ )?council|it|they)(?: will|'ll| is going to| are going to| is to)\b/iu;
const AS_DECIDED = /\bas (?:agreed|resolved|decided|voted|minuted|approved) (?:in|on|at|by|last)\b/iu;
const FIRST_PERSON = /\b(?:we|we'll|we're|i|i'll|our)\b/iu;

// Over the words of a sentence (statements/words.ts).
const BODY =
	"(?:#council|fullcouncil|(?:#council 's )?members|councillors|(?:a |the )?majority(?: of (?:#council|members|councillors|them))?|(?:the |our |its |#council 's )?(?:[a-z&-]+ ){0,3}(?:committee|cttee|meeting|panel|board|working party|working group|sub-committee)|they|the vote|we(?= (?:all |both |then )?(?:resolved|voted)))";
const WHEN =
	"(?: ,? ?(?:has|have|had|also|then|now|all|both|just|finally|unanimously|formally|narrowly|already|recently|duly|overwhelmingly|since|yesterday|(?:last|this|the other|on|at|in|by|of) (?:[a-z#'-]+ ){0,5}?(?:night|week|month|evening|morning|meeting|#day|#num|time|majority|vote|year)|#day|#num|by [#a-z]+ (?:votes )?to [#a-z]+|[#a-z]+ (?:votes )?to [#a-z]+(?= to | that | in favour)|,)){0,6}";
const DECIDED =
	"(?:resolved|agreed|decided|voted|opted|chose|chosen|approved|backed|supported|endorsed|determined|plumped|accepted|adopted|carried|settled)";
const COMPLEMENT =
	"(?= (?:to|that|on|upon|in favour|by|it|unanimously|not|for|against|as follows|the|a|an|both|all|#num|#money|two|three|four|several)\\b| [:,;-]| $)";
/** "The council has resolved to …", "members voted six to two to …", "it was agreed that …", "the decision was to …". */
const REPORT = new RegExp(
	[
		` ${BODY}${WHEN} ${DECIDED}${WHEN}${COMPLEMENT}`,
		` (?:it|that|this|which|what)(?: (?:was|is|has been|had been|got|were))?(?: (?:also|then|further|finally|unanimously|formally|narrowly|duly|now|proposed ,? seconded and))* (?:was |been )?(?:resolved|agreed|decided|voted|carried|passed|approved|minuted)(?: (?:through|by #council|by members|unanimously|(?:last|on|at|in) [a-z#' -]{2,40}?)){0,3}(?: is| was)?${COMPLEMENT}`,
		` (?:the|#council 's|their|its) (?:final |eventual |unanimous )?(?:decision|resolution|motion|outcome|result|upshot|vote|amendment|recommendation|agreement)(?: of [a-z #]{3,30})?(?: ,[^,]{3,60},)? (?:was|is) (?:carried )?(?:to|that|not to|in favour|for|against)\\b`,
		` (?:the|a|this|that|first|second|third) (?:[a-z]+ )?(?:motion|proposal|amendment|resolution|recommendation)s?(?: (?:to|that|for|about|on)(?: [a-z#'-]+){1,14}?)?(?: (?:was|were|got|has been|is))? (?:carried|passed|approved|agreed|lost|defeated|rejected)\\b`,
		"^ (?:it was )?resolved (?:: |that |to |unanimously )",
		"^ as (?:minuted|resolved|decided|voted)\\b(?! to you)",
	].join("|"),
);
/** The writer speaks: a promise, an acceptance or a permission of his own, whatever was decided before. */
const SPEAKS =
	/ (?:please|kindly|hereby|pls)\b|(?<! to| and| or) go ahead\b|(?:^|[,;:.!-]| (?:and|so|but|therefore|then)) (?:(?:and|so|but|therefore|accordingly|then) )*(?:i|we) (?:now |therefore |also |can )*(?:am|are|will|shall|can|accept|confirm|agree|instruct|authori[sz]e|want|need|undertake|promise|guarantee|offer|place|order|require|expect|give|grant|take|would like)\b|(?:^|[,;.!-]| (?:and|so|but|therefore)) (?:(?:and|so|therefore) )*you (?!will know|may know|asked|wrote|were)[a-z#]+\b| (?:you|your) [a-z]+ (?:is|are) (?:accepted|approved|engaged|appointed)| (?:accordingly|therefore) (?:you|please|i|we)\b|(?:requires?|instructs?|orders?|directs?|expects?|wants?|would like|needs?) you\b| on behalf of #council i\b/;
const ORDER =
	"(?:do|start|order|send|put|crack|carry|get|book|make|take|bring|invoice|bill|charge|proceed|begin|deliver) (?!'s)[a-z#]+";
/** An order in form, which behind "agreed to" is one more of the things agreed. */
const ORDERS = new RegExp(`(?:^|[;.!-]| (?:so|therefore)) (?:(?:and|so|therefore) )*${ORDER}`);
const ORDERS_TOO = new RegExp(`(?:,| (?:and|but)) (?:(?:and|so|but|therefore) )*${ORDER}`);
/** "… that the council will mend the path and put up a rail": its verbs are the council's. */
const THIRD_PERSON =
	/ (?:#council|they|it|the [a-z]+|members|councillors) (?:will|would|(?:is|are|was|were) (?:going )?to) .*$/;
/** "I can tell you that it was carried": what follows is not about him. */
const TELLING =
	/^ (?:(?:dear|hi|yes|well|so|and|hello|#name|,) )*(?:(?:just|only) )?(?:(?:i|we) (?:can|am (?:pleased|glad|happy|able|sorry) to|may|thought (?:i|you)|wanted to|write to|am writing to)|you will be (?:pleased|glad|happy) to|to) (?:now |just )?(?:tell|say|report|let|hear|know|inform|answer)(?: you)?(?: know)?(?: your question)? ,? ?(?:that )?/;
/** In a report's list or behind "agreed that …" a "you" or an order in form is part of what was decided. */
const SPEAKS_IN_LIST =
	/ (?:please|kindly|hereby|pls)\b|(?<! to) go ahead\b|(?:^|[,;.!-]) (?:so |and |therefore |accordingly )*(?:i|we) (?:am|are|confirm|accept|instruct|authori[sz]e|can|want|need)\b/;
const LIST_AHEAD =
	/[:-]\s*$|\bas follows\W*$|\b(?:the following|(?:two|three|four|several|a few|some|these|\d) (?:more |other |further )?(?:things|points|items|matters|resolutions|decisions))\W*$/iu;
/** "Second, to put it by the ford." */
const FRAGMENT =
	/^ (?:(?:first|second|third|fourth|last)(?:ly)? |finally |next |also |then |and |plus |secondly |thirdly |[,:;-] |one |two |a |b |c )*(?:not )?(?:to|that) (?!be honest|be fair|be clear|recap|confirm|answer|my|your|is|was|said|means|way)[a-z#]+/;
/** "They also asked …", "they are going to leave the seat", "the council is to replace the boards". */
const GOES_ON =
	/^ (?:(?:and|so|also|then|in addition|furthermore|at the same meeting|on top of that|,) )*(?:(?:they|it|#council|members|councillors|the (?:[a-z]+ )?(?:committee|meeting))(?: (?:also|then|further|next|now|will also))* (?:[a-z]+ed\b|(?:is|are|was|were) (?:now |also |not )?(?:going )?to\b|will also)|(?:the|a) [a-z' #-]{2,40} (?:is|are|was|were) (?:also )?to (?:be )?[a-z]+|(?:they|the vote|it) (?:will|would|wo)\b)/;
const YOU = / your?s? /;
/** Of a report's sentences, so many at most may follow without a new one. */
const LONGEST_LIST = 40;

/** @param before the sentence in front of it; undefined for the first. */
export function reportsDecision(sentence: string, before: string | undefined): boolean {
	if (FIRST_PERSON.test(sentence)) return false;
	return OUTCOME.test(sentence) && ((before !== undefined && VOTE.test(before)) || AS_DECIDED.test(sentence));
}

/** Indices of the sentences that only report what was decided. */
export function reportedAmong(sentences: readonly LetterSentence[], names: CouncilNames): ReadonlySet<number> {
	const reported = new Set<number>();
	let list: { readonly paragraph: number; left: number } | undefined;
	for (const [at, { sentence, item, paragraph }] of sentences.entries()) {
		const { line } = wordsOf(sentence, names);
		const before = sentences[at - 1]?.sentence;
		const told = before !== undefined && (reported.has(at - 1) || VOTE.test(before));
		const listed =
			list !== undefined &&
			list.left > 0 &&
			(item || paragraph === list.paragraph || FRAGMENT.test(line)) &&
			!SPEAKS_IN_LIST.test(line);
		if (listed && list !== undefined) list.left -= 1;
		const itself = !/\?\s*$/.test(sentence) && reportsItself(line);
		if (listed || itself || reportsDecision(sentence, before) || (told && goesOn(line))) {
			reported.add(at);
			if (itself && LIST_AHEAD.test(sentence)) list = { paragraph, left: LONGEST_LIST };
		} else if (!listed) list = undefined;
	}
	return reported;
}

function reportsItself(line: string): boolean {
	const told = line.replace(TELLING, " ");
	const found = REPORT.exec(told);
	if (found === null) return sameBreath(told);
	const complement = told.slice(found.index + found[0].length);
	if (/^ (?:that )?: /.test(complement)) return !SPEAKS_IN_LIST.test(told);
	const infinitive = /^ (?:not )?(?:to|that) /.test(complement);
	return !speaks(told) && (infinitive || !ORDERS_TOO.test(told.replace(THIRD_PERSON, "")));
}

function speaks(line: string): boolean {
	return SPEAKS.test(line) || ORDERS.test(line);
}

/** "It was carried unanimously: the council will buy the orchard." With "you" it may be said to him whom it binds. */
function sameBreath(line: string): boolean {
	const vote = VOTE.exec(line);
	if (vote === null || YOU.test(line) || speaks(line)) return false;
	return / (?:: |, )?(?:and )?(?:that )?(?:#council|it|they) (?:will|is to|are to|is going to|are going to) /.test(
		line.slice(vote.index + vote[0].length),
	);
}

function goesOn(line: string): boolean {
	return (FRAGMENT.test(line) || (GOES_ON.test(line) && !YOU.test(line))) && !speaks(line);
}
