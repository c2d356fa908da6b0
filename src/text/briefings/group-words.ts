/** Words by which something is for one political group. */

import { type GroupMention, groupMentions } from "../../people/group-names.ts";
import type { Roster } from "../../people/roster.ts";
import { asFarAsRead } from "../as-far-as-read.ts";
import { readable } from "../normalise.ts";
import { sentencesOf } from "../prose.ts";
import { evidenceQuote } from "../quote.ts";

export interface ForGroup {
	/** As the roster names them; empty for "your group". */
	readonly groups: readonly string[];
	readonly quote: string;
	/** "For your group", "your group asked", a group by name: more than a mention of it on the way. */
	readonly meant?: true;
}

const KIND =
	"(?:(?:own|whole|full|entire|party|political|council|councillors?'?|minority|majority|opposition|ruling) )*";
/** A mention of the reader's group is enough: who writes a briefing and speaks of it writes for it. */
const YOUR_GROUP = new RegExp(
	`\\b(?:your|our|my) ${KIND}group\\b|\\byour (?:party|political) colleagues\\b|\\byour party(?:'s)? (?:[\\p{L}'-]+ )?(?:manifesto|meeting|pre-?meeting|policy|position|line|members|councillors|amendment|budget|motion)\\b|\\bour (?:own )?(?:pre-?meet(?:ing)?|caucus)\\b|\\b(?:eich|i'ch|ein|i'n) gr[wŵ]p\\b|\\bas (?:the )?(?:(?:party|political) )?group leader\\b|^dear (?:all in (?:the )?|members of (?:the )?)?(?:the )?group\\b|\\b(?:you|meet|sit|discuss|talk)\\b[^.;]{0,20}\\bas a group\\b`,
	"iu",
);
const THE_GROUP = `the ${KIND}group`;
/** Before a group's name, or "the group", these make the sentence speak for it; behind it, those below. */
const BEFORE =
	"(?:for|to|with|among|amongst|inform|help|assist|brief|advise|behalf of|request of|leader of|whip of|meeting of|members of|use of|ahead of|before|when|until|asked by|requested by|wanted by|use by|discussion (?:by|in|at)|dear|hello|hi|all in|all of|as|both of|yourselves as)";
const BEHIND =
	"(?:'s)? (?:\\w+ )?(?:asked|asks|requested|requests?|wants?|wanted|wished|wishes|sought|seeks|needs?|meets?|met|meetings?|pre-?meet(?:ing)?|away ?day|discuss\\w*|debates?|considers?|questions?|would like|will (?:meet|discuss|consider|want)|(?:is|are) (?:meeting|to (?:meet|discuss)))\\b";
const FOR_THE_GROUP = new RegExp(`\\b${BEFORE} (?:all )?${THE_GROUP}\\b|\\b${THE_GROUP}${BEHIND}`, "iu");
const ENDS_BEFORE = new RegExp(`(?:^|[^\\p{L}])${BEFORE} (?:(?:all|the|you|our|your|fellow|and|both) )*$`, "iu");
const STARTS_BEHIND = new RegExp(`^${BEHIND}`, "iu");
/** How far before and behind a name its meaning is looked for, in characters. */
const REACH = 80;
/** "Not for your group, but for you alone." */
const NOT_FOR = /\b(?:not|never|neither|nor|rather than|cannot|unable|outside|no)\b[^.;:]{0,40}$|n't\b[^.;:]{0,40}$/iu;
/** The reader's own affairs, which are not his group's though it be named. */
const OWN_MATTER =
	/\byour (?:own )?(?:(?:register|declaration)s? of interests?|(?:disclosable |pecuniary |personal |prejudicial )+interests?|expenses|allowances?|planning application|conduct|complaint|apolog(?:y|ies)|leave|absence|house|garden|extension|dispensation)\b/iu;
/** Groups that are no party's. */
const OTHER_GROUP =
	/\b(?:working|steering|users?'?|friends|residents'?|task|focus|community|youth|local|heritage|history|action|project|support|interest|reference|advisory|liaison|stakeholders?'?|campaign|volunteers?'?|whatsapp|facebook|e-?mail|tenants?'?|carers'?|parents?'?|toddler|scout|walking|arts|drama|neighbourhood plan|environmental|climate|in bloom|age|peer|small|cross-party) groups?\b/iu;

/**
 * Words of the subject or the text by which it is for one group: its meeting, its request, its leader as such. Where
 * another kind of group is spoken of, a bare "the group" is that one.
 */
export function forGroup(subject: string, authored: string, roster: Roster, at: string): ForGroup | undefined {
	const text = readable(asFarAsRead(authored));
	const title = readable(subject).replace(/^(?:\s*(?:re|fw|fwd|aw)\s*:)+/iu, "");
	const other = OTHER_GROUP.test(`${title} ${text}`);
	const greeting = text.split("\n").find((line) => line.trim() !== "") ?? "";
	const sentences = [greeting.trim(), ...sentencesOf(text)];
	const titled = groupMentions(title, roster, at);
	if (titled.length > 0) return { groups: namesOf(titled), quote: evidenceQuote(title), meant: true };
	for (const sentence of sentences) {
		const named = forNamed(sentence, roster, at);
		if (named.length > 0)
			return { groups: namesOf(named), quote: evidenceQuote(sentence, named[0]?.start ?? 0), meant: true };
	}
	if (OWN_MATTER.test(`${title} ${text}`)) return undefined;
	for (const sentence of [title, ...sentences]) {
		const match = YOUR_GROUP.exec(sentence) ?? (other ? null : FOR_THE_GROUP.exec(sentence));
		if (match !== null && !NOT_FOR.test(sentence.slice(0, match.index)))
			return {
				groups: [],
				quote: evidenceQuote(sentence, match.index),
				...(MEANT.test(sentence) ? { meant: true } : {}),
			};
	}
	return undefined;
}

const MEANT =
	/\b(?:for|to|with|among|amongst|ahead of|before|on behalf of) (?:the rest of )?(?:the|your|our|all) (?:[\p{L}'-]+ ){0,3}(?:group|party|colleagues|pre-?meet\w*|caucus)\b|\b(?:group|party)(?:'s)? (?:\w+ )?(?:asked|requested|wanted|request|meeting|meets|manifesto|amendment)\b/iu;

const COUNT = "(?:both|all|two|three|four|five|six|seven|all (?:two|three|four|five|six))";
const TOGETHER = new RegExp(
	`\\b(?:for|ahead of|before|at|in time for) your (?:own |next |separate |private |monthly |weekly |regular )*(?:pre-?meeting|pre-?meet|meeting|caucus|away ?day)\\b(?! with)|\\b(?:when|before|until) (?:you|the ${COUNT} of you) (?:${COUNT} )?(?:next )?meet\\b(?! (?:the|with|mr|mrs|ms|our))|\\b(?:your|our) (?:own |joint |alternative |budget |draft |proposed |second |first )*(?:amendments?|motions?|counter-? ?(?:proposals?|motions?)|alternative budgets?)\\b|\\bas you (?:have |'ve |both )*(?:drafted|worded) it\\b|\\b(?:the ${COUNT} of you|you ${COUNT}|you between you|on behalf of (?:you ${COUNT}|${COUNT} of you|the (?:other )?${COUNT})) (?:had |have |jointly )?(?:asked|requested|wanted|put to me|would like)\\b`,
	"iu",
);

/** "The same is open to any other group": said to readers who are one. */
const AS_OTHER_GROUPS =
	/\b(?:any|every|each|all|both|the|another)(?: of)?(?: the)? (?:other |political |party )+groups?\b|\b(?:any|every|each|another) group\b(?! of)/iu;

/** Words that make readers who are a whole group be it: "for your meeting", "the three of you asked". */
export function addressedTogether(authored: string, subject = ""): string | undefined {
	for (const sentence of [readable(subject), ...sentencesOf(readable(asFarAsRead(authored)))]) {
		const match = TOGETHER.exec(sentence) ?? AS_OTHER_GROUPS.exec(sentence);
		if (match !== null && !NOT_FOR.test(sentence.slice(0, match.index))) return evidenceQuote(sentence, match.index);
	}
	return undefined;
}

function forNamed(sentence: string, roster: Roster, at: string): readonly GroupMention[] {
	return groupMentions(sentence, roster, at).filter(({ start, end }) => {
		const before = sentence.slice(Math.max(0, start - REACH), start);
		if (NOT_FOR.test(before)) return false;
		return (
			ENDS_BEFORE.test(before) ||
			(start <= REACH && /^the$/iu.test(before.trim())) ||
			STARTS_BEHIND.test(sentence.slice(end, end + REACH))
		);
	});
}

function namesOf(mentions: readonly GroupMention[]): readonly string[] {
	return [...new Set(mentions.map(({ group }) => group))];
}
