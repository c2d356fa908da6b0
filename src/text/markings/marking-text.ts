/** Markings in running text: label lines, and sentences that say so. */
import type { Marking } from "../../facts/facts.ts";
import { readable } from "../normalise.ts";
import { sentencesOf } from "../prose.ts";
import { evidenceQuote } from "../quote.ts";
import { isStandingDisclaimer } from "../segments/standing-disclaimer.ts";
import { labelLevels } from "./marking-label.ts";
import { markedSentence } from "./marking-sentence.ts";

/** Cheap look before the grammars: no line is a label and no sentence a mark without one of these. */
const STATES =
	/confiden|privat|privileg|restricted|protect|exempt|official|publication|circulation|distribution|transmission|sensitive|secret|pink|part (?:ii|b|2|two)\b|eyes only|conf\b|addressee|cyfrin|gyfrin|chyfrin|breifat|preifat|eithriedig|gyhoeddi|ddosbarthu|swyddogol|papur|not for/i;
const REQUESTS =
	/between (?:us|our|you|the|these)|yoursel|\bhats?\b|wraps|further|ears only|eyes only|entre nous|mum's|record|a word to|discretion|close to|inside the|within (?:the|this|our|these)|(?:not|n't|never|without) (?:please )?(?:to |be )?(?:shar|forward|pass|show|cop|disclos|repeat|publish|post|discuss|circulat|distribut|tell|say)|rhyng|peidiwch|in (?:this|the) room/i;

/**
 * Markings of the sender's own words, `where` text. Paragraphs that are standing disclaimers, and bare labels among
 * `standing` (lines that belong to the disclaimer), are none.
 */
export function textMarkings(authored: string, standing: ReadonlySet<string> = new Set()): Marking[] {
	const text = readable(authored);
	if (!STATES.test(text) && !REQUESTS.test(text)) return [];
	const markings: Marking[] = [];
	const paragraphs = text.split(/\n\s*\n/);
	paragraphs.forEach((paragraph, index) => {
		if ((!STATES.test(paragraph) && !REQUESTS.test(paragraph)) || isStandingDisclaimer(paragraph)) return;
		const next = paragraphs[index + 1] ?? "";
		const headsDisclaimer = next !== "" && isStandingDisclaimer(next);
		const lines = paragraph.split("\n").filter((line) => !standing.has(line.trim()));
		if (headsDisclaimer && lines.length === 1) return;
		for (const line of lines) {
			for (const level of STATES.test(line) ? labelLevels(line.trim(), "line") : []) {
				markings.push({ level, kind: "label", where: "text", quote: evidenceQuote(line) });
			}
		}
		markings.push(...sentenceMarkings(lines.join("\n"), paragraphs[index - 1] ?? ""));
	});
	return markings;
}

/** How much of what stands before "It is confidential" may say what "it" is. */
const LOOK_BACK = 300;

function sentenceMarkings(paragraph: string, paragraphBefore: string): Marking[] {
	const markings: Marking[] = [];
	let before = paragraphBefore.slice(-LOOK_BACK);
	for (const sentence of sentencesOf(paragraph)) {
		const marked = STATES.test(sentence) || REQUESTS.test(sentence) ? markedSentence(sentence, before) : undefined;
		if (marked !== undefined) {
			const { level, kind, index } = marked;
			markings.push({ level, kind, where: "text", quote: evidenceQuote(sentence, index) });
		}
		before = `${before} ${sentence}`.slice(-LOOK_BACK);
	}
	return markings;
}
