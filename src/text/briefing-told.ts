/** Words that tell others of a briefing for one group, and words by which a councillor asks for one. */
import { groupsNamed } from "../people/group-names.ts";
import type { Roster } from "../people/roster.ts";
import { PAPER } from "./briefing.ts";
import { type ForGroup, forGroup } from "./group-words.ts";
import { readable } from "./normalise.ts";
import { sentencesOf } from "./prose.ts";
import { evidenceQuote } from "./quote.ts";

/** "One of the groups" names none and may be any. */
const ANY_GROUP =
	/\b(?:one|another|a|any|each|every|all|other|both)(?: of)?(?: the| our| your)?(?: other| political| party| council)* groups?\b(?! of)|\b(?:his|her|their|\p{Lu}[\p{L}-]+'s?) group\b|\bgroup leaders?\b/iu;
const WORK = new RegExp(
	`\\b(?:${PAPER}|notes?|documents?|information|e-?mail|answers|presentation|background|material|assistance|help|calculations?|table|spreadsheet)\\b`,
	"iu",
);
const MADE =
	/\b(?:(?:to|will|shall|be) (?:write|prepare|produce|provide|give|send|draft|supply|draw up|let)|prepared|preparing|prepares?|wrote|written|writing|drew up|drawn up|drawing up|produced|producing|provided|providing|gave|given|giving|sent|sending|supplied|issued|drafted|drafting|compiled|put together|done|did|handed|passed|copied|e-?mailed|set out|shared|offered|let\b[^.]{0,40}\bhave|went|gone|going|received|had|asked for|requested|made available|circulated|paratowyd|paratoi|baratoi)\b/iu;
const ADVISED =
	/\b(?:advised|advising|briefed|briefing|advice (?:was|has been|to)|advise|brief|spoke to|explained to)\b/iu;
const DENIED =
	/\b(?:not|no|never|cannot|unable|nor|neither|decline\w*|refuse\w*)\b[^.;:,]{0,40}$|n't\b[^.;:,]{0,40}$/iu;

/** Sentences by which readers learn that a group was, is or will be given a report or advice. */
export function tellsOfBriefing(subject: string, authored: string, roster: Roster, at: string): readonly ForGroup[] {
	const found: ForGroup[] = [];
	const title = readable(subject).replace(/^(?:\s*(?:re|fw|fwd|aw)\s*:)+/iu, "");
	for (const sentence of [title, ...sentencesOf(readable(authored))]) {
		const done = ADVISED.exec(sentence) ?? (WORK.test(sentence) ? MADE.exec(sentence) : null);
		if (done === null || DENIED.test(sentence.slice(0, done.index)) || sentence.endsWith("?")) continue;
		const groups = groupsNamed(sentence, roster, at);
		if (groups.length > 0 || ANY_GROUP.test(sentence)) found.push({ groups, quote: evidenceQuote(sentence) });
	}
	return found;
}

const WANTED = new RegExp(
	`\\b(?:${PAPER}|notes?|briefing|brief|advise|advice|information|pros and cons|some idea|options|costs?|powers|set out|something (?:on|about)|thoughts|steer|numbers|sums|what|how|whether|where (?:we|the council) stands?|help us|guide us)\\b`,
	"iu",
);

/** A councillor's words by which he asks for a report or advice for his group. */
export function asksForGroup(subject: string, authored: string, roster: Roster, at: string): string | undefined {
	const text = readable(authored);
	if (!WANTED.test(text)) return undefined;
	return forGroup(subject, text, roster, at)?.quote;
}
