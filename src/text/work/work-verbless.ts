/**
 * Orders without a verb: "Fresh copy on my desk by five", "Three dozen chairs in the upper room for Thursday, please", "No
 * more spraying along the brook". A thing, and two of how many, where and by when. Over a sentence's words
 * (statements/words.ts).
 */
import { classOf } from "../statements/lexicon.ts";
import { WORKING } from "./work-forms.ts";
import { isEverydayWork } from "./work-verbs.ts";

const NUMBER =
	"(?:#num|an?|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|a hundred|a dozen|half a dozen|another|fresh|new|clean|spare|extra|more|some)";
const LEAD = "(?:(?:please|kindly|and|also|then|so|now|right|ok|yes|,|[:-]|#name ,) )*";
const COUNTED = new RegExp(`^ ${LEAD}${NUMBER} `);
/** Things in the plural, or stuff, with which a sentence begins. */
const THINGS = new RegExp(`^ ${LEAD}(?:[a-z]{3,}s|grit|salt|sand|bunting|matting|gravel|tape|paint) `);
const PLACE =
	/ (?:to (?:the|my|our|#name|mr|mrs|ms|number|no)|(?:on|in|at|outside|inside|behind|under|beside|along|across|round|over|near|up|down|beneath) (?:my|the|our|each|every|all|both|#name)) ?[a-z#]*/;
const SOON =
	/ (?:by|before|no later than|in time for) (?:#day|#num|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|lunch|tonight|tomorrow|then|first thing|close of play|the (?:end|weekend|#day|morning|afternoon|match|fair|fete|service|parade|start|week)|next week|half) ?| (?:asap|straight away|first thing|at once) | for (?:the [a-z]+|#name) (?:tonight|today) /;
const PLEASE = / please(?= )/;
const WHEN_THERE =
	/ when you (?:are (?:passing|there|next [a-z]+)|get (?:a|the) (?:chance|minute|moment)|have (?:a|the) (?:chance|minute|moment)|can)(?= )/;
/** Whoever or whatever acts: no verbless sentence then. */
const ACTS =
	/ (?:i|you|we|he|she|they|it|there|who|which|that|is|are|was|were|be|been|am|has|have|had|will|would|can|could|shall|should|may|might|must|do|does|did|not|if|because|when|thanks|thank|sorry|congratulations|happy|good|looking|see|hope) /;
/** Wanted to be known, eaten, attended or said: nothing to be done by hand. */
const NO_THING =
	/ (?:figures?|numbers?|answers?|repl(?:y|ies)|response|news|updates?|details?|information|breakdown|explanation|dates?|times?|days?|weeks?|months?|years?|hours?|minutes|meetings?|calls?|chat|words?|visit|walk|coffees?|teas?|lunch(?:es)?|dinners?|suppers?|breakfast|beef|fish|vegetarian|tickets?|seats?|places?|guests?|people|of us|of you|apologies|apology|questions?|points?|thoughts?|views?|ideas?|votes?|items?|motions?|members|residents|reasons?|costs?|quotes?|plus one|holidays?|drinks?|part(?:y|ies)|concerts?|shows?|games?|services?|luck|wishes|regards|congratulations|end|half past|quarter) /;
const NO_MORE = new RegExp(`^ ${LEAD}no (?:more |further )?([a-z]+ing) (?!for me|on my|about)(?:[a-z#]+ )`);
/** "Lads to be at the green for seven on Sunday." */
const TOLD_OFF = new RegExp(
	`^ ${LEAD}(?:(?:the |your |both |all the )?(?:lads?|men|team|crew|boys|staff|caretaker|contractors?|everyone)|#name(?: and (?:#name|[a-z]+))?) to (be (?:at|on|in|there|out)|[a-z]+) `,
);

/** "First job tomorrow: the branch at the gate." */
const JOB =
	/^ (?:(?:#name|and|so) ,? ?)?(?:the |your |my )?(?:first|next|top|main|other|one) (?:job|task) (?:for )?(?:tomorrow|today|on #day|#day|this (?:week|morning|afternoon)|please)?[^?]* [:-] [a-z]/;

/** The words that tell the work; undefined where there are none. */
export function verblessOrder(line: string): string | undefined {
	const stopped = NO_MORE.exec(line);
	if (stopped !== null && !line.includes("?") && isHandwork(stopped[1] as string)) return stopped[0].trim();
	if (line.includes("?")) return undefined;
	const job = JOB.exec(line);
	if (job !== null) return job[0].trim();
	const sent = TOLD_OFF.exec(line);
	if (sent !== null && (/ (?:#day|#num) /.test(line) || SOON.test(line))) {
		const [verb = ""] = (sent[1] as string).split(" ");
		if (verb === "be" || isHandwork(verb)) return sent[0].trim();
	}
	const bare = line.replace(WHEN_THERE, " please");
	const words = bare.trim().split(" ").length;
	if (words < SHORTEST || words > LONGEST || ACTS.test(bare) || NO_THING.test(bare)) return undefined;
	const counted = COUNTED.test(bare);
	if (!counted && !(THINGS.test(bare) && PLACE.test(bare))) return undefined;
	const wanted = SOON.test(bare) || (PLEASE.test(bare) && (PLACE.test(bare) || / for (?:the|#day|#name) ?/.test(bare)));
	return wanted ? bare.trim().split(" ").slice(0, 12).join(" ") : undefined;
}

const SHORTEST = 4;
const LONGEST = 18;

function isHandwork(verb: string): boolean {
	const plain = verb.replace(/ing$/, "");
	return isEverydayWork(plain) || WORKING.has((classOf(verb) ?? "").replace("+", ""));
}
