/** Why an item is confidential, as far as its label, its text, its documents or the thread below say. */
import type { Reason } from "../../facts/facts.ts";
import { readable } from "../normalise.ts";
import { sentencesOf } from "../prose.ts";
import { evidenceQuote } from "../quote.ts";
import type { Segments } from "../segments/segment-types.ts";
import { isDataNotice, isStandingDisclaimer } from "../segments/standing-disclaimer.ts";
import { markedSentence } from "./marking-sentence.ts";
import { reasonIndex } from "./reason-terms.ts";
import { againstTelling } from "./reasons-against-telling.ts";

/** Enough to show; a staffing report gives one in every line. */
const MOST_REASONS = 5;
/** The nature of a document shows on its first pages. */
const READ_CHARACTERS = 20_000;

const OF_CONFIDENCE =
	/\b(?:confidential\w*|in (?:\w+ )?confidence|private|privileged|exempt|marked|marking|heading|headed|label\w*|bracket\w*|secret|sensitive|between (?:us|ourselves)|to yoursel\w+|keep (?:this|it|these)|not for (?:publication|\w+ circulation)|pink|closed session|part (?:ii|2|b)|gyfrinachol|keep quiet|say nothing|close to (?:your|our) chests?|hold (?:this|it) close|discretion)\b/i;
/** "since Monday" and "as soon as" tell a time, not a reason. */
const BECAUSE =
	/\b(?:because|since (?!(?:last|the (?:start|meeting)|mon|tues|wednes|thurs|fri|satur|sun|january|february|march|april|may|june|july|august|september|october|november|december|\d|then|yesterday))|as (?:it|this|they|these|the|we|he|she|there|I|you)\b(?! (?:said|say|know|mentioned|discussed|asked|were told))|owing to|due to|on account of|in view of|by reason of|so as not to|so that|lest|the reason (?:is|being)|for reasons of|for (?:legal|commercial|personal|family|medical|security|data[- ]protection) reasons|(?:it|this)(?:'s| is) about|to (?:protect|spare|avoid|prevent|save|safeguard|shield)\b|(?:, or|or else) (?:the|he|she|they|it|we|somebody|someone|every\w+)\b|(?:it|this) (?:concerns|is about|relates to|involves|contains|names|discloses|gives)|they (?:concern|are about|contain|name)|oherwydd|gan (?:fod|ei fod)|achos)\b/i;

export interface ReasonsOf {
	readonly subject?: string;
	readonly attachments?: readonly { readonly name: string; readonly text: string }[];
	/**
	 * Whether anything of the message is marked. Circumstances explain a confidence; where there is none, they are what
	 * people write about every day.
	 */
	readonly marked: boolean;
}

/**
 * Reasons that the sender's own message gives (subject, text, attached documents) and those of the messages quoted in
 * it. A standing disclaimer gives none.
 */
export function confidenceReasons(
	segments: Pick<Segments, "authored" | "contained">,
	{ subject = "", attachments = [], marked }: ReasonsOf,
): Reason[] {
	const reasons: Reason[] = [];
	const label = reasonIndex(readable(subject));
	if (label !== undefined) reasons.push({ where: "label", quote: evidenceQuote(subject, label) });
	reasons.push(...inText(segments.authored, "text", marked));
	for (const { name, text } of attachments) {
		const named = reasonIndex(readable(name).replace(/[_.-]+/g, " "));
		if (named !== undefined) reasons.push({ where: "attachment", quote: evidenceQuote(name) });
		reasons.push(...inText(text.slice(0, READ_CHARACTERS), "attachment", marked));
	}
	for (const quoted of segments.contained) {
		if (reasons.length >= MOST_REASONS) break;
		const inSubject = reasonIndex(readable(quoted.subject ?? ""));
		if (inSubject !== undefined)
			reasons.push({ where: "quoted", quote: evidenceQuote(quoted.subject ?? "", inSubject) });
		reasons.push(...inText(quoted.authored, "quoted", marked));
	}
	return reasons.slice(0, MOST_REASONS);
}

/** A quote is looked through for its message and for itself. */
const TEXTS_KEPT = 8;
const kept = new Map<string, readonly string[]>();

function inText(text: string, where: Reason["where"], marked: boolean): Reason[] {
	const key = `${marked}\n${text}`;
	let quotes = kept.get(key);
	if (quotes === undefined) {
		if (kept.size >= TEXTS_KEPT) kept.clear();
		quotes = quotesIn(text, marked);
		kept.set(key, quotes);
	}
	return quotes.map((quote) => ({ where, quote }));
}

function quotesIn(text: string, marked: boolean): readonly string[] {
	const clean = readable(text);
	if (
		reasonIndex(clean) === undefined &&
		!(marked && againstTelling(clean) !== undefined) &&
		!(OF_CONFIDENCE.test(clean) && (BECAUSE.test(clean) || HENCE.test(clean)))
	)
		return [];
	const sentences = clean
		.split(/\n\s*\n/)
		.filter((paragraph) => !isStandingDisclaimer(paragraph) && !isDataNotice(paragraph))
		.flatMap((paragraph) => sentencesOf(paragraph));
	const beside = marked ? besideTheMark(sentences) : () => false;
	const reasons: string[] = [];
	for (const [at, sentence] of sentences.entries()) {
		const index = saysWhy(sentence) ?? reasonIndex(sentence) ?? (beside(at) ? againstTelling(sentence) : undefined);
		if (index !== undefined) reasons.push(evidenceQuote(sentence, index));
		if (reasons.length === MOST_REASONS) break;
	}
	return reasons;
}

/** Further off the words speak of something else. */
const BESIDE_SENTENCES = 2;

/**
 * Which sentences stand beside one that speaks of confidence. Where none does, the mark is in the subject or a header,
 * and any may say why.
 */
function besideTheMark(sentences: readonly string[]): (at: number) => boolean {
	const marked = sentences.flatMap((sentence, at) =>
		OF_CONFIDENCE.test(sentence) || markedSentence(sentence) !== undefined ? [at] : [],
	);
	return (at) => marked.length === 0 || marked.some((mark) => Math.abs(mark - at) <= BESIDE_SENTENCES);
}

/** "…, hence the heading." */
const HENCE =
	/\b(?:hence|which is why|that is why|that's why|this is why|so|therefore|thus)\b[^.;:?!]{0,40}\b(?:head(?:ing|ed)|label\w*|mark(?:ed|ing)s?|bracket\w*|confidential\w*|in confidence|secrecy|discretion)\b/i;

/** "It is confidential because …": any reason will do, where the sentence gives it for the confidence. */
function saysWhy(sentence: string): number | undefined {
	if (HENCE.test(sentence) && !/^\W*(?:hence|so|therefore|thus)\b/i.test(sentence)) return 0;
	const because = BECAUSE.exec(sentence);
	if (because === null) return undefined;
	const marked = markedSentence(sentence) !== undefined || OF_CONFIDENCE.test(sentence);
	return marked ? because.index : undefined;
}
