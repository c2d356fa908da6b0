/** Whether one message tells of another group's briefing, or passes on what was given (`group-briefing`). */
import type { MessageFacts, Prints } from "../facts/facts.ts";
import { containsText, isWholeTextOf } from "../facts/overlap.ts";

/** A shorter text can be the same by chance. */
const TEXT_MIN_WORDS = 15;
const STEM_LETTERS = 5;
/** Words that every notice and every briefing have. */
const GENERAL = new Set(
	"about advice advise advised after again agenda answer asked attached before being briefing clerk colleagues copies could council councillors dear details deputy document every facts figures following forward from given group have having information into leader letter listed matters meeting members note notice office officer only options other paper party political prepared provided question reason regarding report requested sent shall should some tell thank that their there these they this today town upon week were what when which will with would your said also been asks january february march april june july august september october november december monday tuesday wednesday thursday friday"
		.split(" ")
		.map(stemOf),
);

function stemOf(word: string): string {
	return word.slice(0, STEM_LETTERS);
}

function documentsOf(facts: MessageFacts) {
	return facts.attachments.filter(({ inline }) => !inline);
}

function holdsText(facts: MessageFacts, part: Prints): boolean {
	if (part.words < TEXT_MIN_WORDS) return false;
	const texts = [
		facts.authored,
		...facts.contained.map(({ prints }) => prints),
		...documentsOf(facts).flatMap(({ prints }) => prints ?? []),
	];
	return texts.some((text) => containsText(text, part) || isWholeTextOf(text, part));
}

/** Whether a message passes on what the briefing gave: each of its documents, or its text where it has none. */
export function hasCopyOf(message: MessageFacts, briefing: MessageFacts): boolean {
	const given = documentsOf(briefing);
	if (given.length === 0) return holdsText(message, briefing.authored);
	const digests = new Set(documentsOf(message).map(({ digest }) => digest));
	return given.every(
		({ digest, prints }) => digests.has(digest) || (prints !== undefined && holdsText(message, prints)),
	);
}

/** The same given a second time, to whomever. */
export function givesSame(earlier: MessageFacts, later: MessageFacts): boolean {
	return hasCopyOf(later, earlier);
}

/** Stems of the words that say what a message is about: its subject, its documents' names, what it says of a briefing. */
function matterOf(facts: MessageFacts): ReadonlySet<string> {
	const { briefing } = facts;
	const text = [
		facts.subject,
		briefing?.gives?.quote ?? "",
		briefing?.forGroup?.quote ?? "",
		briefing?.wants?.quote ?? "",
		...(briefing?.tells ?? []).map(({ quote }) => quote),
		...documentsOf(facts).map(({ name }) => name),
	].join(" ");
	const stems = (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map(stemOf);
	return new Set(stems.filter((stem) => !GENERAL.has(stem)));
}

/** Whether the two speak of one thing, as far as subjects and the names of documents tell. */
export function shareMatter(a: MessageFacts, b: MessageFacts): boolean {
	const matter = matterOf(b);
	for (const stem of matterOf(a)) if (matter.has(stem)) return true;
	return false;
}

/** The subject without "Re:" and "Fw:". */
function topic(facts: MessageFacts): string {
	return facts.subject
		.replace(/^(?:\s*(?:re|fwd?|aw)\s*:)+/iu, "")
		.trim()
		.toLowerCase();
}

/**
 * Whether a message tells its readers that the group was briefed. Where several of the group's briefings may be meant
 * (`rivals`), it tells of the one with which it shares words.
 */
export function tellsOf(
	notice: MessageFacts,
	briefing: MessageFacts,
	group: string,
	rivals: readonly MessageFacts[],
): boolean {
	const tells = (notice.briefing?.tells ?? []).filter(({ groups }) => groups.length === 0 || groups.includes(group));
	if (tells.length > 0) {
		const aboutAnother = rivals.some((rival) => rival !== notice && shareMatter(notice, rival));
		return !aboutAnother || shareMatter(notice, briefing);
	}
	return notice.briefing?.gives !== undefined && topic(notice) !== "" && topic(notice) === topic(briefing);
}
