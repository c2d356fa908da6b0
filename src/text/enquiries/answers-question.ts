/** Whether a sentence only answers what the letter below it asked: "Bring the chain please", to "do you want the chain?". */
import { sentencesOfLetter } from "../letters/letter-sentences.ts";
import { readable, wordsOf } from "../normalise.ts";

/** A long paste is no letter, and its questions are nobody's. */
const LONGEST_ASKING_CHARS = 6_000;
const ASKS_TO_BE_TOLD =
	/\b(?:let (?:me|us) (?:know|have)|tell (?:me|us)|confirm|advise|say) (?:if|whether|which|what|when|where|how|who|your)\b|\b(?:need|want) to know\b/iu;

/** Sentences that ask their reader something. */
export function questionsIn(authored: string): readonly string[] {
	if (authored.length > LONGEST_ASKING_CHARS) return [];
	return sentencesOfLetter(readable(authored)).filter(
		(sentence) => /\?["')\]\s!]*$/u.test(sentence) || ASKS_TO_BE_TOLD.test(sentence),
	);
}

/** Whether the sentence speaks of what one of the questions speaks of: they share a word of matter. */
export function answersOneOf(questions: readonly string[], sentence: string): boolean {
	if (questions.length === 0) return false;
	const asked = stemsOf(questions.join(" "));
	return [...stemsOf(sentence)].some((stem) => asked.has(stem));
}

const SHORTEST_WORD = 4;
const STEM_LETTERS = 4;
/** Words of any question and any order. */
const COMMON = new Set(
	"about after again also another anything around because been before being both bring come coming could does done down each either from give going good have having hello here into just know like look made make many more morning much must need next okay only other over please rather said same send some something still sure take than thank thanks that their them then there these they thing think this those time today tomorrow until very want wanted week well were what when where which while will with work would your yours kind regards dear best able back".split(
		" ",
	),
);

function stemsOf(text: string): ReadonlySet<string> {
	const words = wordsOf(text).filter((word) => word.length >= SHORTEST_WORD && !COMMON.has(word));
	return new Set(words.map((word) => word.slice(0, STEM_LETTERS)));
}
