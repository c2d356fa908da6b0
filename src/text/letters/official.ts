/**
 * A letter that speaks for the council as an official one: a representation, a position, a refusal, a formal notice, a
 * statement to the press. A signature with the council's name is not enough (RULEBOOK `councillor-official-letter`).
 */

import { councilNames, wordsOf } from "../statements/words.ts";
import { formalDecision } from "./formal-decision.ts";

export interface OfficialReading {
	readonly official: boolean;
	readonly quote?: string;
	readonly press: boolean;
}

export interface OfficialPlace {
	readonly council: string;
	readonly sentences: readonly string[];
	readonly text: string;
	readonly subject: string;
	readonly letterhead: boolean;
	/** An attached document, and not the mail's own text. */
	readonly attached: boolean;
	/** The signature claims the office or the council, in so many words ("for and on behalf of the Council"). */
	readonly signedForCouncil: boolean;
	readonly toPress: boolean;
}

/** The writer says that he speaks for the council. Matched on the words of a sentence (see statements/words.ts). */
const SPEAKS_FOR =
	/ (?:on behalf of|for and on behalf of|in the name of|(?:replying|writing|respond(?:ing)?|write|reply|speak(?:ing)?|answer(?:ing)?) (?:for|on behalf of)|statement (?:from|by|on behalf of)|response (?:of|from|by)|ar ran) (?:the )?(?:members of )?#council | #council 's (?:\w+ )?(?:response|comments?|representations?|position|views?|statement|objections?|submission|decision|opinion|reply|observations?) | (?:i|we) (?:write|am writing|are writing) (?:to you )?(?:as|in my capacity as) (?:the )?(?:chair|chairman|chairwoman|mayor|vice|deputy|leader)| my council | i am (?:instructed|asked|directed|authorised|required) by #council | for #council : | we #council /;
/** The council takes a stand, in the present tense. */
const STAND =
	/ #council (?:\( [^)]* \) )?(?:(?:therefore|strongly|firmly|formally|unanimously|also|is|does|has|would|must|can|will|wishes to|regretfully|respectfully|hereby|further|particularly|accordingly|still|now|remains|continues to|not|has not|,|again|wholeheartedly|fully|deeply|very|much|most|greatly|which|who|whose|members|and) )*(?:object|oppos|support|welcom|consider|regard|believ|favou?r|accept(?:s)? that|not accept|not agree|agrees that|not support|note|observ|urg|ask|request|call|invit|opinion|view|dismay|concern|disappoint|alarm|appal|regret|refus|declin|reject|deplor|condemn|resist|maintain|submit|contend|think|hope|wish|trust|endors|commend|propos|recommend|oppose|insist|press|express|draw|deem|holds|reserv|unable|disput|deni|deny|expects|seek|would (?:like|welcome|prefer|urge|ask)|feel|of the (?:opinion|view)|minded|satisfied|convinced|finds? (?:it|that|this)|would value|in favour|against|content|position)/;
const FORMAL =
	/ (?:formal(?:ly)? (?:notice|notif\w+|objection\w*|response|representation\w*|complaint|refusal|position|reply|request\w*|advis\w+|inform\w*|object\w*|register\w*|respond\w*)|(?:hereby|give you|give) (?:give |you |formal )*notice|hereby (?:notif\w+|inform\w*|refus\w+|object\w*|declin\w+|reject\w*)|wish(?:es)? to (?:object|register|make (?:representations|the following)|place on record|put on record)|we object|we oppose|we refuse|strongest (?:terms|possible)) ?/;
const REFUSES =
	/ #council (?:\w+ )?(?:(?:can|does|will|has|is) not|unable|refuses?|declines?|rejects?|regrets?|must (?:refuse|decline)|decided (?:not|against)|resolved (?:not )?to) /;
const PRESS_HEAD =
	/\b(?:statement (?:from|by|on behalf of)|press (?:release|statement)|media (?:release|statement)|for immediate release|notes? (?:to|for) editors|datganiad i'r wasg)\b/i;
const PERSONAL_VIEW =
	/ (?:my (?:own|personal) (?:view|views|opinion)|personal capacity|speaking personally|not (?:those|necessarily|on behalf) of #council|not (?:speaking|writing) (?:for|on behalf of) #council|purely (?:as|personal)|in a personal|as an individual|own name) /;

export function readOfficial(place: OfficialPlace): OfficialReading {
	const names = councilNames(place.council);
	const lines = place.sentences.map((sentence) => ({
		sentence,
		line: wordsOf(sentence, names).line.replace(/ #council 's (?=behalf)/g, " #council "),
	}));
	const speaks = lines.find(({ line }) => SPEAKS_FOR.test(line) || / on (?:#council|our) behalf /.test(line));
	const stands = lines.filter(({ line }) => STAND.test(line));
	const formal = lines.find(({ line }) => FORMAL.test(line));
	const decision = formalDecision(
		lines.map(({ line }) => line),
		place.signedForCouncil,
	);
	const refuses =
		lines.find(({ line }) => REFUSES.test(line)) ?? (decision === undefined ? undefined : lines[decision]);
	const subject = wordsOf(place.subject, names).line;
	const personally = lines.some(({ line }) => PERSONAL_VIEW.test(line));
	const press = place.toPress || PRESS_HEAD.test(place.text.slice(0, 600));
	if (personally) return { official: false, press };

	const claimed =
		speaks !== undefined ||
		place.signedForCouncil ||
		place.letterhead ||
		/(?:response|objection|representations?|statement|comments|submission) (?:of|from|by) #council| #council (?:'s )?(?:response|objection|statement|comments) /.test(
			subject,
		);
	const voices = [...(speaks === undefined ? [] : [speaks]), ...stands];
	const quote = (formal ?? stands[0] ?? refuses ?? speaks)?.sentence;
	const councilWords = lines.some(({ line }) => / #council /.test(line));
	const official =
		(claimed && (stands.length > 0 || refuses !== undefined || (formal !== undefined && councilWords))) ||
		(place.attached && stands.length > 0) ||
		stands.length >= 2 ||
		(formal !== undefined && voices.length > 0) ||
		(PRESS_HEAD.test(place.text.slice(0, 600)) && councilWords) ||
		(place.toPress && stands.length > 0);
	return { official, press, ...(official && quote !== undefined ? { quote } : {}) };
}

const PRESS =
	/\b(?:gazette|herald|news ?desk|newsroom|editor(?:ial)?|reporter|journalist|press (?:office|association)|echo|mercury|argus|chronicle|observer|advertiser|courier|tribune|bbc|itv|radio|newspaper|times|guardian|telegraph|evening post|news(?:letter)?s?|cornishman|packet|despatch|dispatch|examiner|bugle)\b/i;

/** Whether a name or an address is the press's. */
export function isPress(name: string, address: string): boolean {
	const [local = "", domain = ""] = address.toLowerCase().split("@");
	const label = domain.replace(/\.[a-z]+$/, "").replace(/[.-]/g, " ");
	return (
		PRESS.test(name) ||
		PRESS.test(local.replace(/[._-]/g, " ")) ||
		PRESS.test(label) ||
		/(?:gazette|herald|news|radio|echo|mercury|chronicle|advertiser|times|bbc|observer)$/.test(label)
	);
}
