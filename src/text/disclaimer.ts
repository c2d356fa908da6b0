/**
 * Standing disclaimers, gateway banners and list footers. They are told by how much of their typical wording comes
 * together, never by one word: "This is confidential, please keep it to yourself" is somebody's own sentence.
 */

/** What such texts say, and how much each saying weighs. A text of three and more is furniture. */
const SAYINGS: readonly (readonly [RegExp, number])[] = [
	[
		/\bintended (?:recipient|addressee)|intended (?:solely |only |exclusively )?for (?:the |its )?(?:sole |exclusive |personal )?(?:use|attention|addressee|recipient|named|person|individual|intended)|\b(?:solely|only|exclusively) for the (?:use|attention|addressee|recipient|named|person|individual|intended)|named (?:addressee|recipient|person)|for the (?:sole|exclusive) use of|destined (?:only )?for|(?:solely|only|exclusively) to the (?:person|individual|addressee)/,
		2,
	],
	[
		/\bnot the (?:intended|named|correct|proper)? ?(?:recipient|addressee)|(?:received|reached|sent to|got|has come to) (?:this |it |the |you )?(?:[\w-]+ ){0,3}?(?:in error|by mistake|erroneously)|in error,? please|mis-?(?:sent|directed|delivered|transmission)/,
		2,
	],
	[
		/(?:notify|inform|contact|advise|tell|alert|return (?:it |this |the )?(?:[\w-]+ ){0,2}?to)(?: to)? (?:us|(?:the |its |its original )?(?:sender|originator|postmaster|system manager|it (?:help|service) ?desk|author))/,
		1,
	],
	[
		/\b(?:delete|destroy|discard|erase|remove|deleting|destroying)(?:d| all| any)? (?:this|it|the|any|all|copies|its)\b/,
		0.8,
	],
	[
		/\b(?:disclos|disseminat|distribut|copy|copying|reproduc|retransmi|dissemination|use)[\w ,/()&'-]{0,120}(?:prohibited|unauthori[sz]ed|unlawful|forbidden|not permitted|not (?:be )?allowed|illegal)|(?:prohibited|unauthori[sz]ed|unlawful|must not|may not|should not|do not|not authori[sz]ed to)[\w ,/()&'-]{0,60}(?:disclos|disseminat|distribut|copy|reproduc|retransmi|rely|take any action)/,
		1.5,
	],
	[/\bprivileged\b|proprietary/, 1],
	[
		/\b(?:this|the|any)(?: [\w-]+){0,3}? (?:e-?mail|message|transmission|communication|information|contents?|document|attachments?|files?)\b[^.]{0,160}\bconfidential|\bconfidential (?:information|and|or)\b[^.]{0,80}(?:privileged|proprietary|intended|protected|legal)/,
		1.2,
	],
	[
		/(?:views|opinions?|statements?)(?: or (?:views|opinions?|statements?))?(?: [\w()'-]+){0,10}? (?:those|personal|necessarily|solely|represent|binding|of the (?:author|sender|individual))/,
		1.5,
	],
	[/virus|malware|malicious|defects?\b/, 0.8],
	[
		/(?:accepts?|takes?|assumes?|bears?|without|excludes?|disclaims?|no) (?:no |any |all |our )?(?:legal )?(?:liability|responsibility|warranty|representation)|(?:cannot|will not|not|shall not|do not) (?:be (?:held )?|accept (?:any )?)(?:liab|responsib)|be liable/,
		1.2,
	],
	[
		/(?:e-?mails?|communications?|messages?|traffic|calls)[^.]{0,80}\b(?:monitor|intercept|record|scann?|filter|log)(?:ed|ing)?\b|\b(?:monitors?|intercept|scans?) (?:all |any |its |outgoing |incoming )*(?:e-?mail|communication|message|traffic)/,
		1.2,
	],
	[
		/guarantee[ds]?[^.]{0,60}(?:secure|error|timely|free|complete)|(?:secure|error)-free|internet[^.]{0,60}(?:secure|guarantee)|susceptible to/,
		1.2,
	],
	[
		/freedom of information act|environmental information regulations|subject to (?:disclosure|release|request)|(?:data protection|gdpr|privacy (?:notice|policy|statement))[^.]{0,100}(?:https?:|www\.|website|visit|see|read|click|personal)|how we (?:use|handle|process) your (?:personal )?(?:data|information)/,
		1,
	],
	[
		/registered (?:office|in (?:england|scotland|wales|ireland)|charity|company|address)|company (?:registration|reg(?:istered)?) ?(?:no|number)|vat (?:reg|no|number)|authori[sz]ed and regulated by/,
		1.6,
	],
	[
		/(?:consider|think of|care for|mindful of|respect|meddwl am|ystyriwch)[^.]{0,20} (?:the |our |your |yr )?(?:environment|planet|amgylchedd)|before (?:you )?print(?:ing)?|(?:really )?need to print|cyn argraffu/,
		3,
	],
	[
		/(?:originat|com(?:es?|ing)|sent|received|was)(?:ed|es)? (?:from |by )?(?:an? )?(?:outside|external|somebody outside)\b|external (?:e-?mail|sender|source|message)\b|from outside (?:of )?(?:the |our |your )?(?:organi[sz]ation|council|company|network|trust)|y tu allan i/,
		1.6,
	],
	[
		/(?:do not|don't|never|avoid|before|caution (?:when|before)|beware|careful)[\w ,]{0,40}(?:click|open|follow)(?:ing)?[\w ,]{0,30}(?:links?|attachments?)|unless you (?:recogni[sz]e|know|trust|are (?:sure|certain|expecting|confident))|verify the sender|you don't often get e?-?mail from|peidiwch â chlicio/,
		1.6,
	],
	[
		/\bunsubscribe\b|mailing list|you (?:are receiving|received|have received|'re receiving) this (?:e-?mail|message|newsletter)? ?(?:because|as)|manage your (?:subscription|preferences)|to stop receiving/,
		2,
	],
	[
		/(?:does not|not|shall not|no)[\w ,]{0,30}(?:constitute|form|create|bind|intended to (?:be|create))[\w ,]{0,40}(?:contract|agreement|offer|binding|obligation|commitment|advice)|legally binding/,
		1.5,
	],
	[
		/(?:scanned|checked|screened|swept|protected|secured|verified) (?:by|for|using|with)\b|virus[- ]free|\b(?:mimecast|messagelabs|mailscanner|avast|mailmarshal|barracuda|proofpoint|websense|symantec\.cloud|mailcontrol)\b/,
		2,
	],
	[
		/^\W*(?:e-?mail |legal |important |confidentiality |privacy |general )*(?:disclaimer|confidentiality (?:notice|note|statement|warning|clause)|legal (?:notice|disclaimer)|privacy (?:notice|statement)|important notice|e-?mail notice|ymwadiad|notice of confidentiality)\b/,
		1.5,
	],
	[/(?:https?:\/\/|www\.)\S{0,120}(?:disclaim|legal|privacy|terms|confidentiality|ymwadiad)/, 1.8],
	[
		/\b(?:this|the) (?:e-?mail|message|communication|transmission|electronic)(?: [\w-]+)?(?: \([^)]{0,40}\))?,? ?(?:and|together with|including|or|with)?,? ?(?:any|its|all|the)? ?(?:attach|files? |documents? |enclos|linked|accompanying|contain|may contain|is (?:intended|confidential|for)|may be)/,
		1.2,
	],
	[/copyright|intellectual property|all rights reserved/, 0.6],
	[/telephone call|fax|reply e-?mail|return e-?mail|immediately/, 0.4],
	// Welsh
	[/(?:bwriad(?:wyd|u|a)|bwriedi?r|ar gyfer)[^.]{0,60}(?:derbyn|person|sawl|unigolyn|defnydd|sylw)/, 2],
	[/(?:mewn|drwy|trwy) (?:camgymeriad|gamgymeriad)|nid chi yw'r/, 2],
	[
		/(?:e-bost|neges|ebost)[^.]{0,80}(?:cyfrinachol|gyfrinachol|atodiad)|cyfrinachol[^.]{0,60}(?:breintiedig|e-bost|neges)/,
		1.2,
	],
	[
		/(?:dileu|dilëwch|dilewch|hysbys\w*|cysyllt\w*)[^.]{0,40}(?:anfonwr|anfonydd|neges|e-bost)|cyfrifoldeb|atebolrwydd|feirws|firws/,
		1,
	],
	[
		/(?:barn|safbwyntiau)[^.]{0,80}(?:awdur|cynrychioli|o reidrwydd|anfonwr)|croesaw\w* gohebiaeth|gohebiaeth yn (?:gymraeg|y gymraeg)|correspondence in welsh/,
		1.5,
	],
	// French, German, Spanish, Dutch, Italian
	[/destinat(?:aire|ario|ari)s?\b|adressat|empfänger|geadresseerde|ontvanger|bestemd voor|bestimmt für/, 1.5],
	[/par erreur|irrtümlich|versehentlich|por error|per errore|ten onrechte|abusivamente/, 1.5],
	[/(?:confidentiel|vertraulich|confidencial|riservat|vertrouwelijk)/, 1.2],
	[
		/(?:interdit|untersagt|nicht gestattet|prohibid|vietat|verboden|détruire|löschen|vernichten|eliminar|cancellar|verwijder)/,
		1,
	],
	[
		/(?:ce (?:message|courriel)|diese (?:e-?mail|nachricht)|este (?:mensaje|correo|e-?mail)|questo messaggio|dit (?:e-?mail)?bericht|deze e-?mail)/,
		0.8,
	],
];

/** A paragraph of this weight is furniture; a line of `SOME` next to one belongs to it. */
const ENOUGH = 3;
const SOME = 0.8;
/** Sentences in the first person are somebody's own. */
const FIRST_PERSON = /\b(?:I|I'm|I've|I'll|I'd|my|me)\b/;
const FIRST_PERSON_OFF = 1.5;
/** Text beyond this in one line adds nothing to its weight. */
const LONGEST_WEIGHED = 4000;
/** Lines without typical wording that may stand between lines with it. */
const WIDEST_GAP = 2;
const OPENING_WORD =
	/confiden|intend|disclaim|e-?mail|message|virus|liab|extern|outside|print|unsubscri|mailing|privac|regist|copyright|legal|scan|views|opinion|transmi|communicat|notice|caution|link|attach|derbyn|ebost|neges|destinat|empf|vertrau|error|mistake|delete|information act|monitor|environment|amgylchedd|croesaw|gohebiaeth/i;

/** How much of the wording of disclaimers comes together in a text; 3 and more is one. */
export function disclaimerWeight(text: string): number {
	const head = text.length > LONGEST_WEIGHED ? text.slice(0, LONGEST_WEIGHED) : text;
	if (!OPENING_WORD.test(head)) return 0;
	const lower = head.toLowerCase();
	let weight = 0;
	for (const [saying, worth] of SAYINGS) if (saying.test(lower)) weight += worth;
	return weight > 0 && FIRST_PERSON.test(head) ? weight - FIRST_PERSON_OFF : weight;
}

/** Marks the lines that are disclaimers. Takes lines in order, "" between paragraphs; returns the indexes. */
export function disclaimerLines(lines: readonly string[]): ReadonlySet<number> {
	const found = new Set<number>();
	for (let start = 0; start < lines.length; ) {
		if (lines[start] === "") {
			start++;
			continue;
		}
		let end = start;
		while (end < lines.length && lines[end] !== "") end++;
		markClusters(lines, start, end, found);
		start = end;
	}
	if (found.size > 0) markNeighbours(lines, found);
	return found;
}

/** Within a paragraph, lines with typical wording that stand together are weighed together. */
function markClusters(lines: readonly string[], start: number, end: number, found: Set<number>): void {
	let cluster: number[] = [];
	const settle = (): void => {
		const [from] = cluster;
		const to = cluster[cluster.length - 1];
		if (from === undefined || to === undefined) return;
		if (disclaimerWeight(lines.slice(from, to + 1).join(" ")) >= ENOUGH)
			for (let at = from; at <= to; at++) found.add(at);
		cluster = [];
	};
	for (let at = start; at < end; at++) {
		if (disclaimerWeight(lines[at] ?? "") <= 0) continue;
		if (at - (cluster[cluster.length - 1] ?? at) > WIDEST_GAP) settle();
		cluster.push(at);
	}
	settle();
}

/** A paragraph or heading with some of the wording, right next to a disclaimer, is the rest of it. */
function markNeighbours(lines: readonly string[], found: Set<number>): void {
	const sorted = [...found].sort((a, b) => a - b);
	for (const step of [1, -1]) {
		for (const from of step === 1 ? sorted : sorted.toReversed()) {
			for (let at = from + step; at >= 0 && at < lines.length; at += step) {
				const line = lines[at] ?? "";
				if (line === "") continue;
				if (found.has(at) || disclaimerWeight(line) < (step === 1 ? SOME : 1.5)) break;
				found.add(at);
			}
		}
	}
}
