/**
 * A formal decision on what the reader has asked of the council, told in the passive, the perfect or the infinitive: "it is
 * declined", "your application was unsuccessful", "the Council has decided to refuse it" (reading 12). What somebody
 * else decided, what is asked, hoped or only heard, and the writer's own matters are none. Over a sentence's words
 * (statements/words.ts).
 */

const MATTER =
	"(?:applications?|requests?|tenders?|bids?|claims?|complaints?|appeals?|offers?|proposals?|submissions?|petitions?|quotations?|licen[cs]es?|tenanc(?:y|ies)|leases?|permits?|permissions?|consents?|approvals?|grants?|bookings?|objections?|exemptions?|nominations?|representations?|reapplications?|extensions?|concessions?|waivers?|agreements?|contracts?|expressions? of interest)";
const NAMES_MATTER = new RegExp(` (?:your|the|this|that|a|an)(?: [a-z#'-]+){0,3} ${MATTER} `);
/** "Your … request", "the application which your club made"; bare "permission", "consent". */
const SUBJECT = `(?:(?:your|the|this|that|these|those|all|both)(?: (?!not |if |who )[a-z#'-]+){0,3}? ${MATTER}(?: (?!if |when |whether |because |is |was |has |are |were |will )[a-z#'-]+){0,9}?|(?:formal )?(?:permission|consent|leave|approval)(?: (?:to|for)(?: [a-z#'-]+){1,8}?)?)`;
const ADVERB =
	"(?: (?:now|hereby|therefore|also|formally|regrettably|accordingly|on this occasion|this time|unfortunately|in consequence|duly|thus|, therefore ,))*";
const VERDICT =
	"(?:declined|refused|rejected|turned down|dismissed|disallowed|upheld|withheld|granted|approved|allowed|revoked|withdrawn|denied|terminated|forfeited|forfeit|cancelled|rescinded|disqualified|unsuccessful|successful|accepted|acceded to|renewed|extended|supported|agreed to|entertained|given)";
const DECIDED = `(?:(?:is|are|was|were|has been|have been|be|stands|must be|has to be|have to be|falls to be)(?: not)?${ADVERB}(?: been| to be)?(?: not)? ${VERDICT}|(?:has|have) not been ${VERDICT}|(?:can|could|will|may) not${ADVERB} be${ADVERB} ${VERDICT}|(?:did|has|have) not succeed(?:ed)?|(?:has|have) failed)`;
const PASSIVE = new RegExp(` (${SUBJECT}|it|they)(?: ,[^,]{2,60},)? ${DECIDED}\\b`);
const BODY =
	"(?:we|i|#council|fullcouncil|(?:the |our |#council 's )?(?:[a-z]+ ){0,2}(?:committee|cabinet|panel|board|members))";
const REFUSE =
	"(?:refuse|decline|reject|turn down|dismiss|disallow|withhold|grant|approve|allow|turn(?= [a-z ]{2,40} down )|revoke|withdraw|deny|terminate|rescind|cancel|uphold|accept|accede to|agree to|renew|extend|entertain|consent to|support)";
const OBJECT = `(?:it|them|${SUBJECT}|your)`;
const ACTIVE = new RegExp(
	` ${BODY}(?: (?:has|have|had|is|are|am|must|do|does|can|regret(?:s|fully)?|therefore|now|formally|to inform you that (?:we|it)))*(?: (?:decided|resolved|determined|concluded|chosen|elected|obliged|minded|unable|able|prepared|willing|not))* (?:not )?(?:to )?(?:not )?(?:${REFUSE}|refused|declined|rejected|turned down|turned(?= [a-z ]{2,40} down )|dismissed|disallowed|withheld|granted|approved|revoked|withdrawn|denied|terminated|rescinded|upheld) ${OBJECT}(?= |$)`,
);
/** "Decided" or "unable": without one of them "we support your bid" is a stand, judged elsewhere. */
const DECIDES =
	/ (?:decided|resolved|determined|concluded|unable|not|refused?|declined?|rejected?|turn(?:ed)?|dismiss(?:ed)?|disallow(?:ed)?|with(?:held|drawn)|revoked?|den(?:y|ied)|rescind(?:ed)?|granted|terminated) /;
/** Not the council's decision, or not told as one. */
const NOT_TOLD =
	/ (?:if|when|whether|unless|until|once|should|hopes?|hoping|hoped|wish|was told|were told|told me|heard|hear|gather|understand|understood|saw|see from|read that|read in|fear|may be|might be|would be|could be|ask(?:ed)? (?:why|how|whether)|why|sorry to (?:hear|learn|see)|(?:pleased|glad|delighted) to (?:hear|learn|see)) /;
const ELSEWHERE =
	/ #outer |\bby (?!#council|the committee|the panel|the cabinet|fullcouncil|members|me\b|us\b|#day|#num|resolution|virtue|reason|letter|notice|order)(?:the |an? |our |their )?[a-z#]+| (?:inspector|secretary of state|ministers?|tribunal|court|judge|bank|insurers?|ombudsman|bishop|diocese|lottery|trustees|my (?:own )?[a-z]+) /;
/** Told from the minutes: a report, unless the letter gives notice of it for the council. */
const FROM_MINUTES =
	/ (?:minutes?|minuted|voted|vote|motion|last night|last week|met|(?:at|in) (?:the|its|our|#day 's?|last) (?:[a-z#]+ ){0,3}meeting|(?:at|by) (?:the|its|our) (?:[a-z]+ )?committee) /;

/**
 * Index of the sentence that tells the decision; undefined where there is none.
 * @param notice The letter is signed for the council: then what a meeting resolved is given notice of, not reported.
 */
export function formalDecision(lines: readonly string[], notice: boolean): number | undefined {
	let named = false;
	for (const [at, line] of lines.entries()) {
		if (tellsDecision(line, named, notice)) return at;
		named = named || NAMES_MATTER.test(line);
	}
	return undefined;
}

function tellsDecision(line: string, named: boolean, notice: boolean): boolean {
	if (line.trimEnd().endsWith("?") || ELSEWHERE.test(line)) return false;
	if (!notice && FROM_MINUTES.test(line)) return false;
	const passive = PASSIVE.exec(line);
	if (passive !== null && !NOT_TOLD.test(line.slice(0, passive.index + passive[0].length + 1)))
		return !isHistory(passive[0], line) && (named || !/^(?:it|they)$/.test(passive[1] as string));
	const active = ACTIVE.exec(line);
	if (active === null || isHistory(active[0], line) || !DECIDES.test(`${active[0]} `)) return false;
	if (NOT_TOLD.test(line.slice(0, active.index + 1))) return false;
	return named || NAMES_MATTER.test(line) || !/ (?:it|them|your)$/.test(active[0]);
}

const LONG_AGO = / in #num |\bago\b|\bat the time\b|\boriginal(?:ly)?\b|\bearlier\b|\byears\b/;
/** "The lease was granted in 1954": what the writer goes into, and not what he gives notice of. */
function isHistory(told: string, line: string): boolean {
	if (LONG_AGO.test(line)) return true;
	if (/ planning $/.test(line.slice(0, line.indexOf(told) + 1)) && !/ (?:you|your|is|hereby) /.test(line)) return true;
	const past =
		/ (?:was|were) /.test(told) ||
		!/ (?:is|are|am|be|has|have|must|can|could|will|do|does|decided|resolved|determined|concluded|regret\w*) /.test(
			told,
		);
	return past && !/ your? /.test(line);
}
