/** Whether a text does nothing but thank, praise or wish well. */
import { sentences } from "../sentences.ts";

const COURTESY =
	/\b(?:thanks?|thank you|thx|ta|cheers|grateful|gratitude|obliged|indebted|diolch|appreciat\p{L}*|well done|well deserved|good (?:job|work|luck|show|morning|afternoon|evening)|what an? (?:job|night|day|evening|show|turn-?out|treat|difference|display|team|star)|hats off|bless you|bravo|hooray|kudos|(?:best|kind|warm|good) (?:wishes|regards)|(?:have|hope you have) a (?:good|nice|lovely|great|restful|merry|happy)|happy (?:christmas|new year|easter|birthday|retirement)|merry christmas|nadolig llawen|congrat\p{L}*|wishing you|get well|speedy recovery|condolences?|in (?:our|my) (?:thoughts|prayers)|sorry (?:to hear|for your|about your)|thinking of you|miss(?:ed|ing)? you|without you)\b/iu;
/** Praise and gladness: said of what was done, not of what is to be done. */
const PRAISE =
	/\b(?:lovely|wonderful|splendid|brilliant|great|marvellous|perfect|excellent|superb|fantastic|fabulous|amazing|magnificent|outstanding|gorgeous|beautiful(?:ly)?|stunning|smart(?:ly)?|spotless|immaculate|tidy|clean|sparkling|spot on|first[- ]class|grand|glorious|work of art|miracles?|bowled over|noticed|saved my|top[- ]notch|sterling|impressive|impressed|heroic|star|treat|hero(?:es)?|credit|praise\w*|proud|pride|joy|pleasure|delight\w*|pleased|glad|happy|enjoy\w*|loved?|lov(?:es|ing)|smil\w*|touched|(?:so|very|quite|deeply|really|was|were) moved|tears|cried|kind(?:ness|ly)?|helpful|patien(?:t|ce)|generous|cheer\w*|compliment\w*|remark(?:ed|ing|s)?|admir\w*|comment(?:ed|ing)|difference|best|better than|never (?:looked|been)|picture|triumph|success|looked|look(?:s|ing)? (?:so|such|really|very|absolutely|a)|spelled right|made my (?:day|week|year)|hard work|(?:well|so well)[- ](?:run|kept|organised|done)|fuss|effort|trouble you (?:took|went)|above and beyond|down to you)\b/iu;
/** Praise that is nothing else, whoever hears it. */
const ADMIRES =
	/\b(?:lovely|wonderful|splendid|brilliant|marvellous|superb|fantastic|fabulous|amazing|magnificent|outstanding|gorgeous|stunning|immaculate|spotless|spot on|first[- ]class|top[- ]notch|work of art|miracles|bowled over|glorious|a credit|a joy|a treat|above and beyond|down to you|made (?:my (?:day|week|year)|such a|all the)|(?:the|their) (?:best|finest|smartest))\b/iu;
/** "You must have been frozen", "you didn't have to stay": the reader's own deed, behind him. */
const YOUR_DEED =
	/\b(?:you|you all|the team|the lads|your (?:team|lads|colleagues))(?:'ve| have| had| must have| really| all| both)* (?:\p{L}+ed|been|did|didn't|did not|done|made|went|gave|took|kept|stayed|came|got|put|deserve)\b/iu;
/** Something is wrong, wanted, planned or told beside the thanks. */
const MATTER =
	/\b(?:please|pls|plz|kindly) (?!pass|thank|tell (?:them|him|her|all|the (?:lads|team|staff|boys|girls))|give|convey|accept|extend|share|say)\p{L}+|\b(?:i|we|he|she|they|it|there|you|who|which)(?:'ll| will| shall) (?!(?:treasure|enjoy|miss|always|never|be (?:missed|delighted|thrilled|pleased|over the moon))\b)|\b(?:should|could|ought|might|must(?! have))\b(?! not have been (?:better|happier))|\bneed(?:s|ed|ing)?\b|\b(?:want|wants|wanting|would like(?! to (?:thank|say|add))|by the way|btw|in advance|but (?:they|it|the|there|please|one) (?!made|looked|was|were|did|has made|have made)|again(?! for\b|[.!])|so you know|let you know|fyi|for information|attached|enclosed|below|my view|in my opinion|i (?:think|believe|understand|hear|gather|suggest|propose|wonder)|i(?:'ve| have) (?:told|put|asked|arranged|agreed|promised|offered|booked|had (?:\p{L}+ )?calls)|(?:committee|council|county|clerk|police|contractor|group|party|rotary|residents?)(?:'s)? (?:has|have|is|are|will|agreed|decided|wants?)|(?:is|are|am|'s|'re|'m) (?:bringing|coming|going|meeting|planning|starting|arriving|hoping|visiting|thinking)|however|although|except|apart from|unfortunately|sadly|shame|pity|still|next time|in future|another|while i'm|as well)\b|\b(?:broken|cracked|missing|blocked|dead|leak\p{L}*|fly-?tip\p{L}*|vandal\p{L}*|overflow\p{L}*|danger\p{L}*|damaged?|complain\p{L}*|fault\p{L}*|graffiti|stuck|rotten|snapped|loose|smell\p{L}*)\b|\bnot (?:so|as|very|quite|too|really|that|particularly) (?:good|smart|clean|tidy|happy|pleased|impressed|well)\b|\b(?:though|tho)[.!]*$/iu;
/** Short exclamations and greetings carry no matter of their own. */
const SLIGHT_WORDS = 5;
/** Whoever writes more than this has more to say. */
const LONGEST_THANKS_WORDS = 160;

/** Words that only close a letter: whatever it said, it said above them. */
const CLOSING =
	/^\W*(?:many |with |kind |best |warm )?(?:thanks|thank you|ta|cheers|regards|wishes|diolch)[^\p{L}]*$/iu;

export function isPlainThanks(authored: string): boolean {
	if (authored.length > LONGEST_THANKS_WORDS * 10) return false;
	const all = sentences(authored).filter(({ text }) => /\p{L}/u.test(text));
	const words = all.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
	if (words > LONGEST_THANKS_WORDS || all.some(({ text }) => text.includes("?") || MATTER.test(text))) return false;
	const told = all.filter(({ text }) => text.split(/\s+/u).length > SLIGHT_WORDS || saysKindly(text));
	const kind = told.filter(
		({ text }) =>
			(COURTESY.test(text) || ADMIRES.test(text) || isYours(text)) && (told.length === 1 || !CLOSING.test(text)),
	);
	// Beside what thanks, as much may stand that only tells how it was.
	return kind.length > 0 && told.length <= 2 * kind.length + 1;
}

/** "The lads should be proud of that": praise that turns to its readers. */
function isYours(text: string): boolean {
	return PRAISE.test(text) && /\b(?:you|your|yours|team|lads|staff|colleagues)\b/iu.test(text);
}

function saysKindly(text: string): boolean {
	return COURTESY.test(text) || PRAISE.test(text) || YOUR_DEED.test(text);
}
