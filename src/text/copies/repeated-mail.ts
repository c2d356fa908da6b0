/** Words by which an officer gives again what was written to somebody: "you ought to see what I have written to Anna:". */
import { type Mention, peopleNamed } from "../../people/names.ts";
import type { Roster } from "../../people/roster.ts";
import { readable } from "../normalise.ts";
import { sentencesOf } from "../prose.ts";
import { evidenceQuote } from "../quote.ts";
import { namedAround } from "./copy-meant.ts";
import { nameRuns } from "./name-runs.ts";

const WROTE = "(?:written|wrote|said|told|sent|replied|answered|put|e-?mailed|explained|given|gave)";
const MAIL =
	"(?:e-?mail|mail|message|letter|note|repl(?:y|ies)|answer|response|words|wording|text|advice|explanation|line)";
/** "what I told her", "my answer to Anna", "I have replied to Anna", "Anna has had this from me". */
const GIVES_AGAIN = new RegExp(
	`\\b(?:what|how|that) (?:\\w+ ){0,2}?\\w+(?:'ve| have| has)?(?: \\w+ly| just| already| now)* ${WROTE}\\b|\\b(?:my|our|the|her|his|this) (?:\\w+ ){0,2}${MAIL}\\b[^.;:]{0,40}? (?:to|for)\\b|\\b(?:I|we)(?:'ve| have)?(?: \\w+ly| just| already| now| today| yesterday)* ${WROTE}\\b|\\b(?:has|have|had|was|were|been) (?:had|sent|told|given)\\b|\\bcopy of\\b`,
	"i",
);
/** The words stand below, or in quotation marks. */
const BELOW =
	/:\s*["']?\s*$|:\s*["']|\bas follows\b|\bthe following\b|\b(?:here|this) is (?:what|how|my)\b|\b(?:below|pasted)\b|^\W*(?:that|this|the above|these) (?:is|was|are|were) (?:what|how|my|the)\b|^[^"]*"[^"]{40,}/i;
/** "I have had this today:", "Alan writes:": a mail that came in is given in full. */
const CAME_IN =
	/\b(?:had|received|got|comes?|came|have) (?:this|the following|these|a \w+)\b|\b(?:writes|wrote|says|said|asks|asked|from)\b/i;
const SOMEBODY =
	/\b(?:to|told) (?:(?:your|a|another|one of (?:your|the|our)|the other|somebody|someone) ?(?:\w+ ){0,2}(?:colleagues?|members?|councillors?|else|one))\b/i;
const SENTENCES_BACK = 2;
const LONGEST_SENTENCE = 1500;

/** Ids of those who can be meant, and the words that say so; undefined where none do. `unnamed`: "to your colleague". */
export function repeatedMail(
	authored: string,
	roster: Roster,
	at: string,
): { readonly people: readonly string[]; readonly unnamed?: true; readonly quote: string } | undefined {
	const listed = (text: string): readonly Mention[] =>
		nameRuns(text).flatMap((run) => peopleNamed(run, roster, at, { style: "line" }).mentions);
	const before: string[] = [];
	for (const sentence of sentencesOf(readable(authored))) {
		if (sentence.length > LONGEST_SENTENCE) continue;
		const again = GIVES_AGAIN.test(sentence);
		if (BELOW.test(sentence) && (again || CAME_IN.test(sentence))) {
			const intro = sentence.replace(/"[\s\S]*$/, " ");
			const scope = [intro, ...before].find((text) => namedAround(text, listed).length > 0);
			const people =
				scope === undefined ? [] : [...new Set(namedAround(scope, listed).flatMap((mention) => mention.people))];
			const unnamed = again && SOMEBODY.test(intro);
			return { people, ...(unnamed ? { unnamed } : {}), quote: evidenceQuote(intro) };
		}
		before.unshift(sentence);
		before.length = Math.min(before.length, SENTENCES_BACK);
	}
	return undefined;
}
