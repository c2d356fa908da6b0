/** Words that tell others of a briefing for one group, and words by which a councillor asks for one. */

import { groupsNamed } from "../../people/group-names.ts";
import type { Roster } from "../../people/roster.ts";
import { asFarAsRead } from "../as-far-as-read.ts";
import { readable } from "../normalise.ts";
import { sentencesOf } from "../prose.ts";
import { evidenceQuote } from "../quote.ts";
import { PAPER } from "./briefing.ts";
import { type ForGroup, forGroup } from "./group-words.ts";

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
/** What an officer did for a group, in his own person: "I answered some questions from the Labour Group". */
const MY_DEED =
	/\b(?:i|we)(?:'ve| have| had)?(?: also| just| now| already| since)? (?:prepared|done|answered|wrote|written|set out|explained|outlined|looked (?:at|into)|worked (?:out|up|through)|costed|drafted|helped|gave|given|sent|let|shared|passed|provided|replied|drew up|drawn up|assisted|did)\b|\b(?:got|had|received|seen)\b.{0,40}\b(?:from me|from (?:the|this) office|my (?:thoughts|views?|notes?|sums|figures|comments|reading))\b/iu;
/** Asked, and not done. */
const REFUSED = /\b(?:and|but|which) (?:i |we )?(?:have |had |'ve )?(?:declined|refused)\b/iu;
const DENIED =
	/\b(?:not|no|never|cannot|unable|nor|neither|decline\w*|refuse\w*)\b[^.;:,]{0,40}$|n't\b[^.;:,]{0,40}$/iu;

/** Sentences by which readers learn that a group was, is or will be given a report or advice. */
export function tellsOfBriefing(subject: string, authored: string, roster: Roster, at: string): readonly ForGroup[] {
	const found: ForGroup[] = [];
	const title = readable(subject).replace(/^(?:\s*(?:re|fw|fwd|aw)\s*:)+/iu, "");
	for (const sentence of [title, ...sentencesOf(readable(asFarAsRead(authored)))]) {
		const done = ADVISED.exec(sentence) ?? (WORK.test(sentence) ? MADE.exec(sentence) : null) ?? MY_DEED.exec(sentence);
		if (done === null || DENIED.test(sentence.slice(0, done.index)) || sentence.endsWith("?") || REFUSED.test(sentence))
			continue;
		const named = groupsNamed(sentence, roster, at);
		const groups = named.length > 0 ? named : actingGroups(sentence, roster, at);
		if (groups.length > 0 || ANY_GROUP.test(sentence)) found.push({ groups, quote: evidenceQuote(sentence) });
	}
	return found;
}

/** "Labour have had some sums from me": a group by its bare name, where it is the one who asked or got. */
function actingGroups(sentence: string, roster: Roster, at: string): readonly string[] {
	const lower = sentence.toLowerCase();
	return [...roster.groups(at).keys()].filter((name) => {
		const start = lower.indexOf(name.toLowerCase());
		return start >= 0 && ACTS_AS_GROUP.test(lower.slice(start + name.length));
	});
}

const ACTS_AS_GROUP =
	/^(?:s|'s)? (?:members? |councillors? )?(?:have|has|had|asked|got|received|were|was|requested|wanted)\b/u;

const WANTED = new RegExp(
	`\\b(?:${PAPER}|notes?|briefing|brief|advise|advice|information|pros and cons|some idea|options|costs?|powers|set out|something (?:on|about)|thoughts|steer|numbers|sums|what|how|whether|where (?:we|the council) stands?|help us|guide us)\\b`,
	"iu",
);

/** A councillor's words by which he asks for a report or advice for his group. */
export function asksForGroup(subject: string, authored: string, roster: Roster, at: string): string | undefined {
	const text = readable(asFarAsRead(authored));
	if (!WANTED.test(text)) return undefined;
	return forGroup(subject, text, roster, at)?.quote;
}
