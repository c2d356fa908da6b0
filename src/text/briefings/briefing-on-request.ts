/** Words by which a councillor asks for what another group was given, and by which an officer refuses it. */

import { groupsNamed } from "../../people/group-names.ts";
import type { Roster } from "../../people/roster.ts";
import { asFarAsRead } from "../as-far-as-read.ts";
import { readable } from "../normalise.ts";
import { sentencesOf } from "../prose.ts";
import { evidenceQuote } from "../quote.ts";
import { PAPER } from "./briefing.ts";

export interface WantedBriefing {
	/** Every group that the mail names, by the roster's names; the writer's own may be among them. */
	readonly groups: readonly string[];
	/** Whether it speaks of groups at all. */
	readonly ofGroups: boolean;
	readonly quote: string;
}

const THING = new RegExp(
	`\\b(?:${PAPER}|notes?|documents?|information|cop(?:y|ies)|presentation|papur|nodyn|copi)\\b|\\bwhat\\b[^.?!]{0,60}\\b(?:gave|given|sent|told|prepared|provided|shared|got|received|had|wrote)\\b|\\bthe same\\b`,
	"iu",
);
const ASKED =
	/\b(?:could|can|may|might|would|will) (?:i|we|you|my|our|the|us)\b|\b(?:please|kindly|grateful|obliged)\b|\b(?:i|we|our group|my group)(?:'d| would| should)?(?: also| now| therefore| hereby)? (?:like|want|wish|need|request|ask|expect|am asking|are asking|am requesting|are requesting|claim)\b|\b(?:asks?|requests?|asking|requesting|entitled|right) (?:for|to|you)\b|^(?:may|send|let) (?:us|me)\b|\?\s*$/iu;
const GROUPS = /\bgroups?\b|\bgr[wŵ]p(?:iau)?\b/iu;

/** In a councillor's mail: the first sentence that asks for a paper, a briefing or a copy. */
export function wantsBriefing(authored: string, roster: Roster, at: string): WantedBriefing | undefined {
	const text = readable(asFarAsRead(authored));
	if (!THING.test(text)) return undefined;
	const sentence = sentencesOf(text).find((one) => THING.test(one) && ASKED.test(one));
	if (sentence === undefined) return undefined;
	const groups = groupsNamed(text, roster, at);
	return { groups, ofGroups: groups.length > 0 || GROUPS.test(text), quote: evidenceQuote(sentence) };
}

const GIVE =
	"(?:give|send|share|pass|provide|release|supply|circulate|disclose|forward|copy|hand|show|let (?:you|your group|other groups|others|the other groups|anyone|anybody) (?:have|see)|make (?:it|this|that|them|the [\\p{L} ]{3,30}) available|be (?:given|sent|shared|passed|released|provided|circulated|disclosed|forwarded|copied|shown|made available))";
const REFUSED = new RegExp(
	`\\b(?:can ?not|can't|could not|couldn't|will not|won't|shall not|shan't|may not|must not|am not (?:able|free|at liberty|going|willing|prepared|allowed) to|(?:are|is) not (?:able|free|at liberty|going|willing|prepared|allowed) to|not (?:able|free|at liberty|willing|prepared|allowed) to|unable to|would (?:not|rather not)|do not (?:propose|intend|feel able) to|don't (?:propose|intend|feel able) to)\\b[^.;:]{0,30}?\\b${GIVE}\\b|\\b(?:decline|refuse|must say no|have to say no|not something (?:that )?i (?:can|could|will))\\b|\\b(?:is|was|are|were|stays?|remains?) (?:meant |intended |prepared |written |strictly |confidential )*(?:only |solely )?for (?:that|the|their|its) (?:[\\p{L}-]+ ){0,3}group (?:alone|only)\\b|\\b(?:is|was|are|were|stays?|remains?) (?:confidential|private) to (?:that|the|their) (?:[\\p{L}-]+ ){0,3}group\\b|\\b(?:is|was|are|were)(?: not|n't) (?:available|open|meant|intended|for circulation) (?:to|for) (?:you|your|other|any other|the other)\\b`,
	"iu",
);
/** It only comes later, or in another way. */
const LATER =
	/\b(?:yet|until|till|before|today|tomorrow|this (?:week|morning|afternoon)|at the moment|just now|for now|while|once|by e-?mail|by post|as an attachment|too (?:large|big))\b/iu;

/** In an officer's mail: words that refuse to give it, and don't only put it off. */
export function refusesBriefing(authored: string): string | undefined {
	for (const sentence of sentencesOf(readable(asFarAsRead(authored)))) {
		const match = REFUSED.exec(sentence);
		if (match !== null && !LATER.test(sentence)) return evidenceQuote(sentence, match.index);
	}
	return undefined;
}
