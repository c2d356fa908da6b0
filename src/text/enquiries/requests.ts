/** "Could you …", "please …": whether somebody is asked for a word in return, or for a piece of work. */

const FILLER =
	"(?:(?:please|kindly|possibly|perhaps|just|also|both|all|then|very kindly|by any chance|at some point|when you (?:can|get a (?:chance|minute|moment)|have a (?:moment|minute|second))|if (?:possible|you can|it's not too much trouble)|be (?:so |very )?(?:kind|good) (?:enough )?(?:as )?to|be an? \\w+ and|quickly|briefly|maybe|urgently|do me a favour and|have a look and|take a moment to),? )*";
const SOMEBODY =
	"(?:you|u|ya|yourself|someone|somebody|anyone|anybody|one of you|either of you|any of you|the office|the team|your team|officers?|the clerk)";
const MODAL = "(?:can|could|cld|cd|would|wld|will|may|might)";

/** "Could you", "would you be able to", "do you think you could", "is there any chance you could". */
const ASKED = new RegExp(
	`(?:\\b${MODAL} ${SOMEBODY}|\\b(?:i wonder|wondering|wondered|grateful|pleased|glad|obliged|appreciate it|helpful|good|great|kind)(?:,)? (?:if|whether) ${SOMEBODY} (?:can|could|would|might|were able to)|\\bany chance (?:that )?${SOMEBODY} (?:can|could|might)|\\bif (?:you|someone|somebody) (?:could|would|can))(?: (?:be (?:able|willing|happy|prepared) to|manage to))? ${FILLER}(?<rest>.+)$`,
	"iu",
);
const PLEASE = new RegExp(
	`^(?:so |and |but |also,? |then |in (?:which|that) case,? |in the meantime,? |(?:if|when|before|once|after) [^,?]{3,60}, )*(?:please|pls|plz|kindly|do(?= (?:let|tell|give|send|thank|pass|remind|advise|confirm|say|come|get|please|remember|accept|note)\\b)|pray)(?: also| just| do| could you| can you)? ${FILLER}(?<rest>.+)$|\\b(?:please|pls|kindly) (?<later>(?:let me|let us|tell me|tell us|confirm|advise|explain|send me|clarify|reply|respond|get back|come back to me|email me|remind me|update me|correct me)\\b.*)$`,
	"iu",
);
const BARE =
	/^(?:so |and |but |also |then |just )*(?<rest>(?:let (?:me|us) (?:know|have)(?! an? (?:think|look|go|word)\b)|tell (?:me|us)|remind me|send (?:me|us)|e-?mail me|confirm (?:that|whether|if|the|when|by)|advise|get back to me|come back to me|reply)\b.*)$/iu;

/** What is wanted is to know something, or to be given it. */
const WORD = [
	/^let (?:me|us|cllr \w+|councillors?|members|the (?:group|committee)) (?:know|have|see)\b/iu,
	/^(?:tell|remind|inform|notify|assure|reassure|enlighten|update|advise|show) (?:me|us)\b/iu,
	/^(?:confirm|explain|clarify|outline|set out|summarise|list|itemise|estimate|indicate|identify|specify|enlighten|elaborate|expand|comment|recommend|verify|elucidate|quantify)\b/iu,
	/^advise\b(?! (?:mr|mrs|ms|miss|him|her|them|the (?:resident|contractor|press|police)|residents))/iu,
	/^(?:send|e-?mail|mail|forward|pass|drop|supply|resend|re-send|fetch|dig out|find|get|give|lend|provide|ping|copy|share|post|bring|fire|whizz)(?: (?:over|across|through|on|back|out))? (?:me|us|it (?:to )?me|to me|it (?:over|across|through|again)|them (?:over|across|through|again|to me)|with (?:me|us))\b(?! (?:a |another )?(?:ring|call|bell|shout|lift|hand|buzz|bollard|key))/iu,
	/^(?:send|e-?mail|forward|supply|provide|share|find|resend|dig out|give|get|obtain|circulate)(?: (?:over|across|through|out|up|on))?(?: (?:the|a|an|any|some|your|its|their|details|copies|full|more|further|last|latest|current|up-to-date|\w+'s)){0,3} (?:figures?|details?|cop(?:y|ies)|information|info|numbers?|dates?|timescales?|breakdown|costs?|costings|quotes?|link|list|update|answer|response|reply|explanation|clarification|confirmation|evidence|statistics|data|policy|wording|rules|references?|advice|guidance|timetable|reasons?)\b/iu,
	/^(?:find out|look up|see|check|establish|ascertain|say|ask \w+|work out)(?: for me)?,? (?:if|whether|what|when|where|why|who|which|how|that)\b/iu,
	/^(?:find out|look up|correct me|put me right)\b/iu,
	/^(?:say|shed (?:some|any)? ?light|throw (?:some|any)? ?light|point (?:me|us)|talk (?:me|us) through|take (?:me|us) through|put (?:me|us) (?:right|straight|out of)|jog my memory|refresh my memory|fill (?:me|us) in|bring me up to)\b/iu,
	/^(?:come|get|report|write|revert)(?: straight)? back\b(?! (?:on|in|off|down|up) the)/iu,
	/^(?:reply|respond|answer|revert)\b/iu,
	/^(?:help|assist)(?: (?:me|us|at all|here|please|with (?:this|that|a query|an answer|the answer|some information)))*\s*[?.!]*$/iu,
	/^help me (?:understand|out|with|answer)\b/iu,
	/^(?:think|remember|recall|suggest|see|hear|tell|foresee|guess|imagine|give (?:me|us) (?:an? |some |any )?(?:idea|indication|date|timescale|update|steer|figure|view))\b(?! (?:to it|off|him|her|them|mr|mrs))/iu,
	/^(?:come(?! (?:and|to|round to|over and) (?:cut|fix|mend|clear|move|look|repair|sort|clean|take))|attend|join|meet|spare|do (?:tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|the \d)|make (?:it\b(?! \w*er\b)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|the (?:meeting|\d+\w*))|fit (?:me|us) in|squeeze (?:me|us)|host|accept|agree|afford|take part|be (?:there|present|available|free|back|around|sure|certain|more specific|clearer)|have (?:room|space|time|any))\b/iu,
	/^mind (?:telling|sending|letting|confirming|explaining|giving|reminding|clarifying|advising|forwarding) (?:me|us)\b|^mind (?:confirming|explaining|clarifying|checking (?:if|whether|when|what|who))\b/iu,
	/^(?:furnish|provide|supply|present) (?:me|us) with\b/iu,
	/^(?:rhoi gwybod|dweud wrth|gadarnhau|anfon|esbonio|egluro)\b/iu,
];
/** A telephone call back leaves no mail. */
const BY_TELEPHONE =
	/^(?:ring|call|phone|telephone)\b|^(?:give|drop) (?:me|us|him|her) (?:a |another )?(?:quick )?(?:ring|call|bell|shout|buzz|tinkle)\b/iu;
/** "…and let me know how you get on": work, and an answer. */
const AND_WORD =
	/\b(?:and|then|or) (?:please |kindly |then |also |just |do )*(?:let (?:me|us) (?:know|have)|tell (?:me|us)|confirm (?:to me|back|when|that|with me)|advise(?: me)?\b|report back|(?:come|get) back to (?:me|us)|update me|e-?mail me|send me|explain|say (?:when|what|why|how|whether))/iu;
/** "Let me know if you need anything": a courtesy. */
const COURTESY_WORD =
	/\blet (?:me|us) (?:know|have)(?:,? please,?)? (?:(?:if|should|whether) (?:you(?:'d| would| (?:need|want|wish|require|have|like|prefer|think|feel|'re (?:unhappy|not)|are (?:unhappy|not)|can't|cannot|don't|disagree|object))|i (?:can|could|may|might|should|need|must|'ve missed|have (?:missed|got|made)|am (?:wrong|needed)|'m (?:wrong|needed))|i'm|there(?:'s| is| are) (?:anything|any|a problem|more|something|ever)|any(?:thing|body|one| (?:problem|question|issue|difficult|change|further)\w*)|(?:this|that|it)(?:'s| is| isn't|n't| doesn't| does not| causes| would) (?:not|a problem|inconvenient|too|any|wrong|work|suit|cause|ok\b|okay)|not\b|otherwise|we can (?:help|do))|how (?:it|you|that|they) (?:goes|went|go|get on|gets on|got on|are getting on))/iu;
const COURTESY_TO_OTHERS =
	/^(?:thank|pass (?:on )?(?:my|our)|give (?:my|our|him|her|them|everyone|everybody|\w+ (?:my|our))|send (?:my|our|him|her|them)|tell (?!me|us)|wish|accept|convey|extend|congratulate|forgive|excuse|note|find (?:attached|enclosed|below)|see (?:attached|below|the attached|enclosed|above|my)|remember me|bear|don't|do not|keep up|rest|take care|be (?:assured|aware)|feel free|apologise|ignore|disregard)\b/iu;

/** "Please can I have …" asks leave, and orders nothing. */
const POLITE_QUESTION = /^(?:please|pls|plz),? (?=(?:can|could|may|might|would) (?:i|we|the|this|that|it)\b)/iu;

/**
 * What a sentence asks of its reader: `word` to be told or given something, `work` to do something, `courtesy` nothing
 * in earnest. Undefined where it is no request in one of these forms.
 */
export function requestIn(whole: string): "word" | "work" | "courtesy" | undefined {
	const sentence = whole.replace(POLITE_QUESTION, "");
	if (COURTESY_WORD.test(sentence)) return "courtesy";
	const rest = [ASKED, PLEASE, BARE]
		.map((form) => form.exec(sentence)?.groups)
		.map((groups) => groups?.rest ?? groups?.later)
		.find((words) => words !== undefined);
	if (rest === undefined) return undefined;
	const first = rest.trim();
	// "Will the office be open?"
	if (/^be (?!a\b|an\b)/iu.test(first)) return undefined;
	if (BY_TELEPHONE.test(first)) return "work";
	if (AND_WORD.test(first)) return "word";
	if (COURTESY_TO_OTHERS.test(first)) return "courtesy";
	return WORD.some((form) => form.test(first)) ? "word" : "work";
}
