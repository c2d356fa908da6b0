/** "Not for the council", "nothing to do with the parish": the writer says that he does not speak for it. */

const ASIDE =
	"(?:(?:writing|write|speaking|speak|acting|act|ordering|here|now|in any way|at all|this|it|really|strictly|done|meant|being|in my capacity|today|this time) )*";
const DENIES = new RegExp(
	[
		` (?:not|nor|never|nothing) ${ASIDE}(?:for|on behalf of|in the name of|on #council 's behalf|as a member of|for and on behalf of) (?:the )?#council(?! (?:to|will|has|is|was|until|before)\\b)`,
		" (?:nothing|not anything|none of it|not) (?:at all |whatever |whatsoever )?to do with #council ",
		" not (?:on |a |an |for )?#council (?:business|matter|order|job|thing|work|expense|purchase)s? ",
		" (?:,|-|and|but) ?(?:and |but )?not (?:for |to |with |at )?#council(?: 's)? [.,;:!)-]",
		" not in #council 's name | not on #council 's? ?behalf ",
		" for (?:us|me|myself|ourselves|home|our house|my house)(?: [a-z]+){0,2} ,?(?: [a-z]+ ,)? ?(?:and |but )?not (?:for )?#council ",
	].join("|"),
);
/** "not just for the council", "don't wait for the council" deny nothing. */
const ONLY = / not (?:just|only|merely|simply) /;

/** Over the words of a sentence (see words.ts). */
export function deniesCouncil(line: string): boolean {
	return DENIES.test(line) && !ONLY.test(line);
}
