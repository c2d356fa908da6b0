/** Words by which a letter names the authority for what it settles: a resolution, a minute, a delegation. */
import { evidenceQuote } from "../quote.ts";

const BODY = "(?:council|committee|sub-committee|members|councillors|cabinet|board|cyngor|pwyllgor)";
const DECIDED = "(?:resolved|approved|agreed|authori[sz]ed|decided|voted|ratified|adopted|penderfynodd)";
const NAMED = [
	/\bminutes? (?:(?:no|nos|number|ref|reference|item)\.? ?)?[(#]?\d[\w/.()-]*/iu,
	new RegExp(`\\b${BODY}\\b[^.;]{0,60}\\b${DECIDED}\\b`, "iu"),
	new RegExp(`\\b${DECIDED}\\b[^.;]{0,60}\\b(?:by|at|of|in)\\b[^.;]{0,40}\\b(?:${BODY}|meeting)\\b`, "iu"),
	/\b(?:by|under|in line with|following|further to|pursuant to|in accordance with) (?:the |a |its |our )?(?:[\w']+ ){0,3}resolution\b/iu,
	/\bdelegated (?:powers?|authority|to (?:me|the clerk|officers?))\b|\bscheme of delegation\b|\b(?:under|within|by|in line with|in accordance with) (?:the |our |its )?(?:council's )?(?:financial regulations?|standing orders?)\b/iu,
];
/** What is still to come, or was refused, gives no authority. */
const NOT_YET =
	/\b(?:not|never|yet|without|no|subject to|once|if|unless|until|when|whether|before|pending|should|will|may|might|would|asks?|ask(?:ed|ing)?|hope|await\w*)\b|n't\b/iu;

/** Of a letter's sentences, the first that names one. */
export function authorityNamed(sentences: readonly string[]): string | undefined {
	for (const sentence of sentences) {
		if (sentence.endsWith("?")) continue;
		for (const pattern of NAMED) {
			const match = pattern.exec(sentence);
			if (match === null || NOT_YET.test(`${clauseBefore(sentence, match.index)} ${match[0]}`)) continue;
			return evidenceQuote(sentence, match.index);
		}
	}
	return undefined;
}

/** From the last comma, colon or semicolon on. */
function clauseBefore(sentence: string, end: number): string {
	return /[^,:;]*$/u.exec(sentence.slice(0, end))?.[0] ?? "";
}
