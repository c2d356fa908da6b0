/**
 * Work that is told by the wish, the expectation or the politeness around it: "It'd be no bad thing if your lads were to go
 * round at six", "I look forward to having the draft with that table taken out" (reading 15). Over a sentence's words
 * (statements/words.ts).
 */
import { classOf, isBaseVerb } from "../statements/lexicon.ts";

/** The officer's own people, to whom a request to him is a request to him. */
export const YOUR_PEOPLE =
	"(?:(?:one of |some of |a couple of |any of |all of )?your (?:own )?(?:lads?|men|man|team|teams|people|crew|boys|girls|guys|chaps|folk|staff|gang|squad|colleagues?|officers?|department|section|office|contractors?|gardeners?|cleaners?|caretakers?|wardens?|stewards?|operatives|drivers?))";
const WHOM = `(?:you(?: (?:all|both|and ${YOUR_PEOPLE}))?|${YOUR_PEOPLE}|someone|somebody|one of (?:you|the (?:lads|team|men|crew))|the (?:lads|team|men|crew|office))`;
const WELCOME =
	"(?:obliged|grateful|glad|pleased|delighted|happy|happier|good|great|kind|helpful|appreciated?(?: it)?|help|grand|lovely|nice|handy|ideal|welcome|wise|sensible|better|best|as well|no bad (?:thing|idea)|not (?:be )?(?:a |such a )(?:bad|terrible|daft) (?:thing|idea)|not (?:hurt|harm|go amiss|come amiss)|no harm(?: done)?|kindness|blessing|favour|relief|godsend|preferable|prefer it|like it|love it|weight off my mind)";
const ASIDE = "(?: (?:to|for|of) [a-z]+(?: [a-z]+){0,2}| all round)?";
const FILLERS =
	"(?:(?:please|kindly|possibly|perhaps|just|also|then|manage to|be able to|get to|go and|pop round and) )*";

/** "I'd be grateful if your lads were to put it back", "it wouldn't hurt if somebody could go round". */
const WELCOMED = new RegExp(
	` ${WELCOME}${ASIDE} (?:if|were) ${WHOM} (?:(?:were|was) to|could|would|can|might|to) ${FILLERS}`,
);
/** "It might be as well if you held it back", "I'd rather you left it out": the past tense of a wish. */
const WELCOMED_PAST = new RegExp(
	` (?:(?:would|might|may|could) (?:[a-z]+ ){0,5}?${WELCOME}${ASIDE} if|would (?:much |far )?(?:rather|sooner|prefer(?: it)? if)) ${WHOM} (?:please |just |also )?([a-z]+) (?!me |us )`,
);
const WONDERS = new RegExp(` wonder(?:ed|ing)? (?:if|whether) ${WHOM} (?:could|might|would|can) ${FILLERS}`);
const COUNTS_ON = new RegExp(
	` (?:count(?:ing)?|rely(?:ing)?|depend(?:ing)?|bank(?:ing)?) (?:up)?on ${WHOM} to ${FILLERS}([a-z]+) `,
);
/** "Your lads might cut it twice": about what the officer's people do, never about what he may do. */
const PEOPLE_MIGHT = new RegExp(
	` ${YOUR_PEOPLE} (?:might|could|should|must|ought to|need to|(?:will )?have to|would be (?:so )?(?:good|kind)(?: enough)?(?: as)? to) (?:please |just |also |perhaps |usefully |now )*([a-z]+) (?:the|that|this|those|these|it|them|my|our|round|up|out|down|off|away|back|all|every) `,
);
const MIGHT_SEND = new RegExp(
	` you (?:might|could|can|may|should|must) (?:please |just |also |perhaps |kindly )*(?:get|have|ask|tell|send) (?:${YOUR_PEOPLE}|someone|somebody|the (?:lads|team|men|crew)) (?:from me )?(?:round |out |up |down |over )?(?:to )?([a-z]+) (?!me |us |know )`,
);
/** "We'd all be happier if the planters were moved back before Sunday." */
const WELCOMED_DONE = new RegExp(
	` (?:${WELCOME}${ASIDE} if|would (?:much |far )?(?:rather|sooner|prefer(?: it)?(?: if)?)) (?:that |the |those |these |this |my |our |it |they )([a-z#' -]{0,60}?)(?:was|were|could be|can be|went|came) (.{3,})$`,
);
/** "I look forward to having the report … with that paragraph taken out." */
const AWAITS =
	/ (?:i|we) (?:(?:shall|will|do|would|very much|really|confidently|also|now|am|are) )*(?:(?:look(?:ing)? forward to|count(?:ing)? on|rely(?:ing)? on) (?:having|seeing|receiving|getting|finding)|(?:expect|trust|want|would like|require|need) to (?:have|see|receive|find|be sent)|(?:look(?:ing)? forward to|await|expect)(?! (?:having|seeing|receiving|getting|finding|to) )) (?!you |everyone |everybody |people |to |hearing |meeting )(.+)$/;
const PAPER =
	/^(?:[a-z#'-]+ ){0,5}?(?:reports?|drafts?|papers?|letters?|notices?|agenda|minutes|statements?|leaflets?|posters?|plans?|schedule|versions?|page|text|release|newsletter|summary|briefing|advice|document|article|it|them)\b/;
const WITHOUT =
	/ (?:without|minus|less|bar) (?:(?:the|that|this|those|any) (?!delay|fail|usual|further|more)|(?:paragraph|item|section|clause|page|table|appendi(?:x|ce)|annexe?)s? )/;
/** "I shall expect the posters to be down by Thursday", "I trust that the table will be left out". */
const EXPECTS_DONE =
	/ (?:i|we) (?:(?:shall|will|do|would|also|now) )*(?:expect (?:to see )?|trust (?:that )?|take it (?:that )?|assume (?:that )?)(?:the|that|this|those|these|it|them|they|my|our|your|all|every|paragraph|item|both) (?!meeting|matter|vote|election|motion|issue|application|decision|council|committee|road|weather|rain)(?:[a-z#'-]+ ){0,6}?(to be|will be|will come|will go|to come|to go) ([a-z]+)(?= |$)/;
/** "Paragraph 4 can come out, please." */
const MAY_COME_OUT =
	/ (?:can|could|may|might) (?:now |then |all |just |please )*(?:come|go) (?:out|down|off|up|back|away)\b/;
const DEADLINE =
	/ (?:please|(?:by|before|until|in time for) (?!hand|car|far|now |then )|today|tonight|tomorrow|this (?:week|morning|afternoon|evening)|asap|#day|straight away|at once) ?/;
const RESULT = new Set(
	"done up down out off away back in gone ready open shut locked unlocked sorted tidied emptied swept left struck omitted dropped excised erased reworded rewritten redrafted corrected included inserted reinstated".split(
		" ",
	),
);

/** The words that tell the work; undefined where there are none. `isWork` judges what a request is followed by. */
export function workWished(line: string, isWork: (rest: string) => boolean): string | undefined {
	if (/ #outer /.test(line)) return undefined;
	const question = line.trimEnd().endsWith("?");
	for (const form of [WELCOMED, WONDERS]) {
		const asked = form.exec(line);
		if (asked !== null && isWork(line.slice(asked.index + asked[0].length).trim())) return shown(asked[0]);
	}
	for (const form of [COUNTS_ON, PEOPLE_MIGHT, MIGHT_SEND]) {
		const asked = form.exec(line);
		if (asked !== null && !question && isWorkBase(asked[1] as string)) return shown(asked[0]);
	}
	if (question) return undefined;
	const past = WELCOMED_PAST.exec(line);
	if (past !== null && isPastWork(past[1] as string)) return shown(past[0]);
	const done = WELCOMED_DONE.exec(line);
	const strong = done !== null && / (?:rather|sooner|prefer)/.test(done[0]);
	if (done !== null && (strong || DEADLINE.test(line)) && endsDone(done[2] as string)) return shown(done[0]);
	return workAwaited(line);
}

function workAwaited(line: string): string | undefined {
	const awaited = AWAITS.exec(line);
	if (awaited !== null) {
		const object = awaited[1] as string;
		const [, changed] =
			/ with (?:(?:the|that|this|those|these|all|both|any|no|my|our|paragraph|item|it) )([^,;.]{2,80})/.exec(
				` ${object}`,
			) ?? [undefined, undefined];
		const other = changed?.split(" ").some(isResult) === true || (PAPER.test(object) && WITHOUT.test(` ${object}`));
		const soon =
			DEADLINE.test(` ${object}`) &&
			object
				.split(/ [,;.] /)[0]
				?.split(" ")
				.slice(1, 10)
				.some(isResult);
		if (other || soon === true) return shown(awaited[0]);
	}
	const expected = EXPECTS_DONE.exec(line);
	if (expected !== null && isResult(expected[2] as string)) {
		const trusted = / (?:trust|take|assume) /.test(expected[0]) && (expected[1] as string).startsWith("will");
		if (trusted || DEADLINE.test(line)) return shown(expected[0]);
	}
	const out = MAY_COME_OUT.exec(line);
	return out !== null && / please /.test(line) ? shown(out[0]) : undefined;
}

const HANDS = new Set(["WORK", "MOVE", "RUN", "PAY", "DEAL", "SPARE"]);

function isWorkBase(word: string): boolean {
	return (
		/^(?:do|see|clear|take|put|go|sort|tidy|chase)$/.test(word) || (isBaseVerb(word) && HANDS.has(classOf(word) ?? ""))
	);
}

function isPastWork(word: string): boolean {
	if (/^(?:put|cut|shut|set|did|chased|tidied|sorted)$/.test(word)) return true;
	if (word === "got") return false;
	const kind = classOf(word) ?? "";
	return kind.endsWith("+") && HANDS.has(kind.slice(0, -1)) && !word.endsWith("ing") && !word.endsWith("s");
}

function endsDone(rest: string): boolean {
	return (
		rest
			.split(/ [,;.?!]/)[0]
			?.split(" ")
			.slice(0, 3)
			.some(isResult) === true
	);
}

function isResult(word: string): boolean {
	if (RESULT.has(word)) return word !== "in";
	const kind = classOf(word) ?? "";
	return kind.endsWith("+") && /^(?:WORK|MOVE)/.test(kind) && /(?:ed|t|n|g)$/.test(word) && !word.endsWith("ing");
}

function shown(words: string): string {
	return words.trim().split(" ").slice(0, 12).join(" ");
}
