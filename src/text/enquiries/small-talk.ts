/** Questions that want no answer: small talk, exclamations, and those that answer themselves. */

const EVALUATIVE =
	"(?:lovely|beautiful|wonderful|marvellous|splendid|great|grand|gorgeous|brilliant|fantastic|glorious|amazing|magnificent|smashing|super|nice|good|fun|sweet|funny|clever|smart|typical|awful|terrible|dreadful|appalling|ridiculous|shocking|disgraceful|outrageous|absurd|mad|sad|odd|strange|ironic|perfect|incredible|remarkable|impressive|delightful|charming|worse|a (?:treasure|gem|star|angel|hero|saint|trooper|picture|treat|joy|delight|triumph|credit|pity|shame|disgrace|scandal|relief|pain|nuisance|wonder|marvel|blessing|star|hoot|laugh|miracle|lot|bit much)|hot|cold|wet|warm|something|enough|(?:high |about )?time|bad)";
/** "Isn't it lovely", "wasn't she marvellous": the answer is in the question. */
const SELF_ANSWERED = new RegExp(
	`(?:^|[,;:–—-] |\\b(?:and|but|oh,?|well,?|because|as|so) )(?:is|are|was|were|has|have|does|do|did|could|would)n't (?:(?:\\S+ ){1,8}?)(?:(?:just|so|simply|too|absolutely|quite|look(?:ing|ed)?|look(?:s)? like|be(?:en)?|turn(?:ed)? out|come (?:on|out|up)|went?|go(?:ne)?) )*${EVALUATIVE}\\b`,
	"iu",
);
/** "Lovely evening, wasn't it?", "Cold this morning, eh?" */
const TAGGED = new RegExp(
	`\\b${EVALUATIVE}\\b[^?]{0,60}[,–-] ?(?:(?:is|are|was|were|do|does|did|has|have)n't (?:it|he|she|they|we|you|i|that)|eh|no|right|don't you think|wouldn't you say)\\?$`,
	"iu",
);
const SMALL_TALK = [
	/\bhow(?:'s| is| are|'re| was| were| has| have|'ve) (?:you|ya|u|things|life|tricks|it going|everyone|everybody|the (?:family|baby|knee|hip|back|leg|foot|arm|wrist|ankle|cold|patient|new (?:arrival|puppy|baby)|grandchildren|kids|weather|garden (?:coming|doing)|diet|jet ?lag)|(?:your|the) (?:mum|mother|dad|father|wife|husband|daughter|son|family|holiday|break|weekend|leave|trip|wedding|party|christmas|easter|summer|knee|back|hip|cold|journey)|you(?:r| all)? (?:doing|keeping|feeling|getting on))\b(?! .*\b(?:with|progress)\b)/iu,
	/\bhow did (?:you (?:enjoy|like)|your? (?:holiday|weekend|exam|daughter|son))\b/iu,
	/^(?:(?:and|i)\s+)?(?:hope|trust|hoping)\w*\b/iu,
	/\bare you (?:well|ok|okay|all right|alright|better|keeping (?:well|ok|warm|cool|dry)|recovered|over (?:your|the)|feeling (?:better|any)|having a (?:good|nice|lovely)|enjoying|sitting (?:down|comfortably)|ready for (?:christmas|the weekend))\b/iu,
	/^(?:did you )?(?:have|had|having|get|enjoy)(?: you)?(?: had)? (?:a |the |your )?(?:good|nice|lovely|great|pleasant|restful|fun|well-earned|bank holiday|weekend|holiday|break|christmas|easter)\b/iu,
	/\bdid you (?:have (?:a (?:good|nice|lovely)|fun)|enjoy|see the (?:match|rugby|football|game|cricket|sunset|snow)|survive|sleep)\b/iu,
	/^(?:all|everything|you|u) (?:well|good|ok|okay|all right|alright)\b/iu,
	/^fancy (?:a|some|meeting|joining)\b/iu,
	/\b(?:anything|something) (?:i|we) can (?:do|help|bring)\b|^(?:can|may|could) (?:i|we) (?:be of (?:any )?help|help (?:at all|in any way)|do anything|bring anything)\b|^(?:do you )?need (?:a|any) (?:hand|help)\b|^(?:do you|would you like|d'you) ?(?:want |need )?me to\b|^want me to\b|^shall i\b(?! (?:declare|be|assume|take it|understand|vote)\b)/iu,
	/\b(?:sut (?:mae|wyt|ydych|wyt ti|dach)|shwmae|s'mae|popeth yn iawn)\b/iu,
];
const RHETORICAL = [
	/\bwho (?:would|could|'d)(?: have| 've|'ve|a)? (?:thought|believed|imagined|guessed|known|predicted|credit)/iu,
	/^(?:well,? |but |and )?who (?:knows|cares|needs|am i|are we (?:to|kidding)|doesn't|wouldn't|can blame|could (?:blame|resist|ask for)|says|said)\b/iu,
	/\b(?:would|could|can|do) you (?:ever )?(?:believe|credit|imagine|adam|beat)(?: (?:it|that|this))?\b/iu,
	/\bwhat (?:would|could|should|will|shall) (?:we|i|they|the (?:council|town|village|office|parish)|this (?:town|place|council)) (?:ever )?do without\b|\bwhere (?:would|should) (?:we|i|this town) be without\b/iu,
	/\bwhat (?:more|else) (?:can|could|is there|do|does|would)\b(?=.{0,30}\b(?:say|ask|want|expect|add|wish|do|need)\b)/iu,
	/\bwhat(?:'s| is) (?:the world|this country|it all|this town|the place) coming to\b|\bwhat(?:'s| is) not to (?:like|love)\b|^what(?:ever)? next\?|\bwhat's (?:that|this) if not\b/iu,
	/^why (?:not|ever not|bother|am i not surprised|does (?:it|this|that) always|do (?:i|we) (?:bother|even bother))\b/iu,
	/\b(?:need|dare|must) (?:i|we) (?:say|go on|add|ask)\b|\b(?:did|didn't) i (?:not )?(?:say|tell you|mention)(?: so)?\?$|^guess (?:what|who)\b|^(?:you |do you )?know what(?: i mean)?\?|\b(?:do you )?(?:know|see) what i mean\b|^remember\?$/iu,
	/\bmake it up\b|^(?:can|may) i leave (?:that|this|it|them) with\b|^did i (?:mention|tell you)\b|^is it (?:friday|home ?time|christmas) yet\b|^(?:could|might|can't|couldn't) (?:be|have been) (?:worse|better)\b|\bis (?:it|that) any wonder\b|\bsmall wonder\b|\bhow (?:hard|difficult) can (?:it|that) be\b|\bis nothing sacred\b|\bwhen will (?:we|they|people|it) ever\b|\bam i (?:right\?|the only|going mad)|\bor (?:is it|am i) (?:just|only) me\b|\bis it (?:just|only) me\b|\bhow (?:many times|often) (?:do|must|have) (?:i|we)\b|\bhow can (?:any(?:one|body)|they) (?:say|think|believe|possibly|in all)\b|\bwho in their right mind\b|\bwhat are friends for\b|\bwhat planet\b|\bwhat were (?:they|we) thinking\b|\bdo pigs\b|\bis the pope\b|\bwhat have we come to\b|\bwhere does the time go\b|\bwhere did (?:the|that) (?:year|time|summer|week) go\b|\bwhat'?s? in a name\b|\bwho'?s? counting\b/iu,
	/^(?:ok|okay|right|yes|yeah|no|eh|really|seriously|agreed|deal|alright|all right|hmm+|huh|what|pardon|sorry|(?:speak|talk) (?:soon|later|then)|see you (?:there|then|soon|later|tomorrow)|clear|iawn|ydy|ie)\s*[?!]*$/iu,
	/\?!|!\?/u,
];

/** Whether a question, on one line and with its mark, wants no answer. */
export function wantsNoAnswer(question: string): boolean {
	return (
		SELF_ANSWERED.test(question) ||
		TAGGED.test(question) ||
		SMALL_TALK.some((pattern) => pattern.test(question)) ||
		RHETORICAL.some((pattern) => pattern.test(question))
	);
}
