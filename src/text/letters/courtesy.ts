/** Courtesy in the council's name: thanks, congratulations, condolence, invitation (reading 12). */

const COURTESY =
	/\b(?:thank(?:s|ed|ing)?|grateful|gratitude|appreciat\w+|congratulat\w+|condolence\w*|sympath\w+|sorry (?:to hear|for your)|deepest|invit\w+|pleasure of your company|best wishes|good wishes|warmest|many happy returns|happy (?:birthday|anniversary|christmas|new year)|merry christmas|proud of|well done|splendid|welcome you|delighted (?:to (?:hear|learn|have met|invite))|llongyfarch\w*|diolch\w*|cydymdeiml\w*|gwahodd\w*)\b/i;
const BUSINESS =
	/\b(?:object(?:s|ion|ed)?|oppos\w+|urg(?:e|es|ing)|refus\w+|declin\w+|formal(?:ly)?|hereby|notice|resol(?:ved|ution)|position|representation\w*|consultation|planning|application|proposal\w*|terminat\w+|tender|invoice|contract|consider(?:s|ed)? that|of the (?:view|opinion)|does not (?:accept|support|agree)|calls? (?:on|upon))\b/i;
const LONGEST_COURTESY_WORDS = 220;

/** Whether a letter does nothing but thank, congratulate, condole or invite. */
export function isCourtesy(text: string): boolean {
	if (!COURTESY.test(text) || BUSINESS.test(text)) return false;
	return text.split(/\s+/).length <= LONGEST_COURTESY_WORDS;
}

const FESTIVE =
	/\b(?:congratulat\w+|condolence\w*|sympath(?:y|ies)|well done|invit(?:e|es|ed|ation)|(?:honoured|delighted|pleased|lovely|glad) if you(?:'d| would| could)|many happy returns|happy (?:birthday|anniversary|retirement)|best of luck|proud of (?:you|your)|years? of service|deserved? retirement|llongyfarch\w*|gwahodd\w*)\b|\b(?:council|parish|town|members|every(?:one|body)|all of us|we all)\b[^.!?]{0,40}\b(?:thanks?|grateful|indebted)\b|\bthank you[^.!?]{0,80}\b(?:council|parish|town|village)\b/i;
const TRADE =
	/£|\b(?:quot\w+|invoic\w+|prices?|bills?|orders?|ordered|estimates?|go ahead|start|proceed|carry on|supply|repairs?|works|arrears|lease|licence|hire)\b/i;

/** Whether a letter honours, thanks or invites its reader, and trades nothing: what it bids him do is kindness. */
export function isFestive(text: string): boolean {
	return FESTIVE.test(text) && !TRADE.test(text) && !BUSINESS.test(text);
}
