/** Standing disclaimers, told from deliberate marks by what they say: they speak of the mail as such, to whoever got it. */

/** "This e-mail and any attachments": what a disclaimer is about. */
const MAIL_AS_SUCH =
	/\b(?:(?:th(?:is|e)|any) (?:e-?mail|mail|message|communication|transmission|offer|fax|correspondence|newsletter|posting|electronic)|(?:contents?|information|material)(?: \w+){0,3} (?:of|in|with) (?:this|the) (?:\w+ )?(?:e-?mail|mail|message|communication|transmission|offer|correspondence|newsletter)|(?:e-?mail|message) (?:confidentiality )?(?:notice|disclaimer)|neges hon|e-bost hwn|(?:ce|le pr[ée]sent) (?:courriel|message)|diese e-?mail)\b/i;

/** "… and any files sent with it": nobody says that of one message in particular. */
const WITH_ANYTHING_SENT =
	/\b(?:(?:e-?mail|mail|message|communication|transmission|document)s?,? ?(?:and|or|plus|together with|including|with) (?:(?:any|all|its|the|every) )?(?:of )?(?:its |the )?(?:(?:accompanying |enclosed )?(?:attachments?|files?|documents?|enclosures?|data|links?)\b|(?:\w+ )?(?:sent|attached|with it|transmitted))|ac unrhyw (?:atodiad|ffeil)|et (?:ses|toutes les) pi[èe]ces jointes)/i;

/** What disclaimers say, and a sender who has something to keep does not. */
const STANDING_WORDS =
	/\b(?:intended (?:solely|only|exclusively|for|recipients?)|(?:solely|only|exclusively) (?:intended|for (?:the )?(?:use|person|individual|addressee))|(?:sole|exclusive) use|addressees?\b|addressed(?! (?:by|as an item|at|under))|named (?:recipient|individual|addressee|person)|individual\(?s?\)? (?:named|or entit)|(?:received|receive|got|sent|reached|reaches|get|comes? to) (?:it|this|you|them|us)?(?: ?(?:e-?mail|message|mail|communication|transmission))?,? ?(?:in error|by mistake|in mistake|by accident)|(?:in error|by mistake)[ ,].{0,80}(?:delete|bin|destroy|notify|tell|erase|inform|let)|not (?:the|an) (?:intended|named)|if (?:it was|you are|you're) not (?:meant|the)|meant (?:only |solely )?for (?:the )?(?:addressee|those|whom|person|you alone|use)|those (?:it was|to whom)|(?:may|might|could) (?:also )?(?:be|contain)(?: \w+){0,4} (?:confidential|privileged|protected|personal|sensitive)|may (?:only )?be read only|unauthori[sz]ed|unlawful|prohibited|disseminat\w*|waiver|no liability|not accept(?: any)? liability|accepts no|virus(?:es)?|malware|monitored (?:or|and|for)|disclaimers?|confidentiality (?:notice|note|statement|warning)|protected by law|erase it|delete (?:it|this|the)\b.{0,60}(?:sender|system|notify|inform|copies|immediately)|freedom of information|derbynnydd|bwriadu|gamgymeriad|gwall\b|destin[ée]s?\b|registered (?:in england|office)|privacy notice)/i;

/** A heading that disclaimers bear. */
const HEADED =
	/^\W*(?:e-?mail )?(?:confidentiality(?: and \w+)?(?: (?:notice|note|statement|warning))?|disclaimer|legal notice|important notice|privacy notice)\W*(?::|$|\s-|\n)/i;

/**
 * Whether the paragraph (a block of lines with no empty line between) is a standing disclaimer. A sender's own
 * "This e-mail is confidential, please do not discuss it outside the panel" is none.
 */
export function isStandingDisclaimer(paragraph: string): boolean {
	const text = paragraph.replace(/\s+/g, " ").slice(0, 4000);
	if (WITH_ANYTHING_SENT.test(text) && CONFIDENCE.test(text)) return true;
	if (HEADED.test(text) && text.length > 40) return true;
	if (!STANDING_WORDS.test(text)) return false;
	return (
		MAIL_AS_SUCH.test(text) ||
		(CONFIDENCE.test(text) && /\b(?:contents?|attachments?|recipient|addressee)\b/i.test(text))
	);
}

/** What an organisation says below every mail of how it keeps people's data. */
const DATA_NOTICE =
	/\b(?:personal|your|any) (?:personal )?(?:data|information|details)\b[^.;]{0,40}\b(?:(?:is|are|will be|may be|being) (?:\w+ )?(?:held|handled|processed|used|kept|protected|treated|stored|safe|secure|managed|collected)|(?:you|that you) (?:give|provide|send|share|supply))|\b(?:we|council|authority|office|it) (?:will |may |only )*(?:holds?|process(?:es)?|uses?|collects?|handles?|keeps?|stores?|take|takes) (?:the (?:privacy|security) of )?(?:your|any|all|personal)\b|\bprivacy (?:notice|policy|statement)\b[^.]{0,60}(?:website|www|http|\/|available|found|line|explains|sets out)|\b(?:in (?:line|accordance) with|as set out in|see|read) (?:its|our|the) (?:\w+ )?privacy (?:notice|policy|statement)/i;

/** Whether the paragraph tells how data are kept, in nobody's own words. It explains no confidence. */
export function isDataNotice(paragraph: string): boolean {
	const text = paragraph.replace(/\s+/g, " ").slice(0, 2000);
	return DATA_NOTICE.test(text) && !CONFIDENCE.test(text) && !/\b(?:I|I'm|I've|my|me)\b/.test(text);
}

const CONFIDENCE = /confiden|privileg|gyfrinach|vertraulich|private/i;
