/**
 * Who pays for what a letter orders or accepts. It tells for whom a councillor buys better than his address or his
 * signature does: a club's treasurer, a party's branch and his own pocket are not the council's purse.
 */

/** Bodies that councillors serve beside the council, by the word that ends their name. */
export const BODY_HEAD =
	"(?:club|clubhouse|association|assoc|society|trust|trustees|charity|church|chapel|pcc|vestry|diocese|scouts?|guides|cubs|brownies|band|choir|players|orchestra|wi|w\\.i|institute|rotary|lions|legion|friends of [#a-z]+|school|academy|college|governors|pta|branch|party|campaign|candidate|agent|shop|firm|company|business|farm|garage|pub|cafe|team|festival|carnival|hospice|museum|theatre|surgery|playgroup|nursery|federation|union|(?:drama|theatre|art|craft|youth|walking|history|gardening|toddler|scout|prayer) group|lodge|troupe|league|committee of the [#a-z]+)";
const BODY = `(?:the |our |my |their |its )?(?:(?!#council|clerk|office|council)[#a-z&'.-]+ ){0,4}?${BODY_HEAD}(?: (?:account|treasurer|funds|committee|'s account))?`;
const PURSE_HOLDER =
	"(?:the |our |my |its |their )?(?:[#a-z]+ ){0,2}(?:treasurer|(?:election )?agent|bursar|(?:hon )?secretary|churchwarden|husband|wife|mum|mother|dad|father|daughter|son|brother|sister|partner)";
const OTHER = `(?:${BODY}|${PURSE_HOLDER}|(?:my|our) (?:own )?(?:account|card|house|home|address|pocket))`;
const COUNCIL =
	"(?:#council|(?:the )?(?:[#a-z]+ at )?(?:the )?(?:#council |council )?office|(?:#name )*(?:, )?(?:the |our )?(?:[a-z]+ )?clerk|the rfo|town hall|guildhall)";
const PAYS =
	"(?:pay|pays|paying|settle|settles|settling|wire|wires|cover|covers|covering|foot|foots|footing|buy|buys|buying|stump|send you (?:the|a) (?:deposit|cheque|money|payment)|have the money|has the money|meet the (?:bill|cost)|picks? up the (?:bill|tab)|(?:has|have|got) your (?:bill|invoice|account)|put up the money|reimburse|see to (?:the|your) (?:bill|invoice|account))";
const WILL =
	"(?: (?:will|would|is|are|am|be|going|to|happy|gladly|also|then|all|happily|who|that|which|has|have|agreed|be))*";
const BILL =
	"(?:invoices?|bills?|charged?|address(?: it| them| the [a-z]+)?|(?:send|make|put|chalk|book)(?: [#a-z']+){0,4}? (?:bill|invoice|account|ticket|cheque|out|it|that|this|them))(?: (?:made|goes?|on|over|up|out|the|is|be|please|it|them|this|for it|direct|in|can come|straight))*(?: (?:to|through|on|at|with|c o|for)(?: attention of)?)?";

const OTHER_PAYS = new RegExp(
	[
		` ${BILL} ${OTHER}(?= )`,
		` ${OTHER}${WILL} ${PAYS} `,
		` it is (?:not #council ,? ?(?:but )?)?${OTHER} (?:who|that|which)(?: is| are)? ${PAYS} `,
		` (?:from|out of|through|with) (?:the |our )?${BODY_HEAD} (?:funds?|money|account|budget|coffers)`,
		` ${BODY}'s (?:card|cheque|account|money|purse|funds|budget|kitty)`,
		` (?:get|ask|have) (?:#name|${BODY}) to (?:pay|settle)`,
	].join("|"),
);
const COUNCIL_PAYS = new RegExp(
	[
		` ${BILL} ${COUNCIL}(?= )`,
		` ${COUNCIL}(?: 's)?${WILL} ${PAYS} `,
		` #council (?:'s )?(?:account|expense|cost|purse|pocket|budget|funds) | (?:has|have|holds?) the purse | for #council(?= [.,;!-]| $)| petty cash `,
	].join("|"),
);
/** "not the parish", "and nobody else's": who does not pay. */
const NOT_COUNCIL =
	/ (?:and |but |, )?not (?:to |at |for |by |on |with )?#council(?: 's)?(?: [a-z]+)?(?= [.,;:!?)-]| $)/g;

export type Payer = "council" | "somebody else";

/** Over the words of the letter's sentences (statements/words.ts); undefined where nobody is named. */
export function payerOf(lines: readonly string[]): { readonly payer: Payer; readonly at: number } | undefined {
	const told = lines.map((line) => line.replace(NOT_COUNCIL, " "));
	const council = told.findIndex((line) => COUNCIL_PAYS.test(line));
	if (council >= 0) return { payer: "council", at: council };
	const other = told.findIndex((line) => OTHER_PAYS.test(line) && !/ your? [a-z]+ (?:treasurer|secretary)/.test(line));
	return other >= 0 ? { payer: "somebody else", at: other } : undefined;
}
