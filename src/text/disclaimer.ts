/**
 * Standing disclaimers, gateway banners and list footers. They are told by how much of their typical wording comes
 * together, never by one word: "This is confidential, please keep it to yourself" is somebody's own sentence.
 */
import { isAfterword, isContactLine, isNameLike, signOffIn } from "./signature.ts";

/** What such texts say, and how much each saying weighs. A text of three and more is furniture. */
const SAYINGS: readonly (readonly [RegExp, number])[] = [
	[
		/\bintended (?:recipient|addressee)|intended (?:solely |only |exclusively )?for (?:the |its )?(?:sole |exclusive |personal )?(?:use|attention|addressee|recipient|named|person|individual|intended)|\b(?:solely|only|exclusively) for the (?:use|attention|addressee|recipient|named|person|individual|intended)|named (?:addressee|recipient|person)|confidential to the (?:addressee|intended|recipient)|for the (?:sole|exclusive) use of|destined (?:only )?for|(?:solely|only|exclusively) to the (?:person|individual|addressee)/,
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
	[/virus|malware|malicious|defects?\b|(?:dangerous|harmful) content/, 0.8],
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
		/\bunsubscribe\b|you (?:are receiving|received|have received|'re receiving) this (?:e-?mail|message|newsletter)? ?(?:because|as)|manage your (?:subscription|preferences)|to stop receiving/,
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
	[
		/reg(?:istered|\.)? (?:in|at)\b[^.]{0,60}(?:\bno\b|number|nr\b|\d{5,})|registered (?:office|company|charity)\b[^.]{0,40}(?:\bis\b|:|\bno\b|number|\d)|(?:company|charity|registration|registered) (?:number|no\.?):? ?\d/,
		3,
	],
	[
		/no virus found|(?:checked|scanned) (?:by|for virus)|virus[- ]free|virus (?:signature )?database|outbound message clean|believed to be clean/,
		2.5,
	],
	[
		/(?:views|opinions?|statements?|visie|safbwyntiau) (?:[\w,]+ ){0,3}?(?:expressed|stated|presented|contained|given)/,
		1,
	],
	[
		/(?:do(?:es)? not|not) (?:necessarily )?(?:represent|reflect|constitute|shared|endorsed|the (?:views|opinions?))|not those of|official position|are (?:my own|mine|personal|purely|solely)/,
		1.5,
	],
	[/^\W*(?:d ?i ?s ?c ?l ?a ?i ?m ?e ?r)\b|\b(?:e-?mail|mail|communications?|legal) (?:disclaimer|notice)\b/, 1.5],
	[/mailman\/listinfo|list-?unsubscribe|mailing list\W{1,4}(?:\S+@|\S+ at \S+\.|https?:)|posting guide/, 2.2],
	[/mailing list/, 1],
	[
		/secure (?:form|means|method|communication|medium)|altered (?:by|in|during)|cannot be guaranteed|may be (?:altered|changed|falsified|modified)|waived or lost/,
		1.5,
	],
	[/in confidence to|sent in confidence|intended to be read|terms of (?:the|our) (?:electronic|e-?mail)/, 1.2],
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

/** A text of this weight is furniture; a unit of `SOME` next to one belongs to it. */
const ENOUGH = 3;
const SOME = 0.8;
const HEADING = 1.5;
/** Sentences in the first person are somebody's own. */
const FIRST_PERSON = /\b(?:I|I'm|I've|I'll|I'd|my|me)\b/;
const FIRST_PERSON_OFF = 1.5;
/** Text beyond this in one unit adds nothing to its weight. */
const LONGEST_WEIGHED = 4000;
/** A line so much shorter than the paragraph's longest was ended by its writer, not by the margin. */
const SHORT_LINE = 0.6;
/** A cheap look before the long one: no text without one of these is a disclaimer. */
const OPENING_WORD =
	/confiden|intend|disclaim|d i s c l|e-?mail|messag|mensaje|bericht|nachricht|virus|liab|extern|outside|print|unsubscri|mailing|privac|regist|copyright|legal|scan|views|opinion|transmi|communicat|notice|caution|link|attach|derbyn|ebost|neges|destinat|empf|vertrau|riserv|error|mistake|delete|information act|monitor|environment|amgylchedd|croesaw|gohebiaeth|mailman/i;

/** How much of the wording of disclaimers comes together in a text; 3 and more is one. */
export function disclaimerWeight(text: string): number {
	const head = text.length > LONGEST_WEIGHED ? text.slice(0, LONGEST_WEIGHED) : text;
	if (!OPENING_WORD.test(head)) return 0;
	const lower = head.toLowerCase();
	let weight = 0;
	for (const [saying, worth] of SAYINGS) if (saying.test(lower)) weight += worth;
	return weight > 0 && FIRST_PERSON.test(head) ? weight - FIRST_PERSON_OFF : weight;
}

/** Lines that belong together: a sentence or several that share lines. */
interface Unit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
	readonly weight: number;
}

/** Marks the lines that are disclaimers. Takes lines in order, "" between paragraphs; returns the indexes. */
export function disclaimerLines(lines: readonly string[]): ReadonlySet<number> {
	const found = new Set<number>();
	if (!lines.some((line) => OPENING_WORD.test(line.length > LONGEST_WEIGHED ? line.slice(0, LONGEST_WEIGHED) : line)))
		return found;
	const units: Unit[] = [];
	for (let start = 0; start < lines.length; ) {
		if (lines[start] === "") {
			start++;
			continue;
		}
		let end = start;
		while (end < lines.length && lines[end] !== "") end++;
		const paragraph = unitsOf(lines, start, end);
		markClusters(paragraph, found);
		units.push(...paragraph);
		start = end;
	}
	if (found.size > 0) markNeighbours(units, found);
	return found;
}

/** Parts a paragraph where a line ends a sentence, or is so short that its writer ended it. */
function unitsOf(lines: readonly string[], start: number, end: number): Unit[] {
	const units: Unit[] = [];
	let longest = 0;
	for (let at = start; at < end; at++) longest = Math.max(longest, (lines[at] ?? "").length);
	for (let from = start; from < end; ) {
		let to = from + 1;
		while (to < end && goesOn(lines[to - 1] ?? "", lines[to] ?? "", longest)) to++;
		const text = lines.slice(from, to).join(" ");
		units.push({ start: from, end: to, text, weight: disclaimerWeight(text) });
		from = to;
	}
	return units;
}

function goesOn(line: string, next: string, longest: number): boolean {
	if (/[.!?]["')*]*$/.test(line)) return false;
	return /^[\p{Ll}(]/u.test(next) || line.length >= longest * SHORT_LINE;
}

/** Units of one paragraph with typical wording, at most one other between them, are weighed together. */
function markClusters(units: readonly Unit[], found: Set<number>): void {
	let cluster: Unit[] = [];
	const settle = (): void => {
		const from = cluster[0]?.start ?? 0;
		const to = cluster[cluster.length - 1]?.end ?? 0;
		const weight =
			cluster.length === 1 ? (cluster[0]?.weight ?? 0) : disclaimerWeight(cluster.map(({ text }) => text).join(" "));
		if (weight >= ENOUGH) for (let at = from; at < to; at++) found.add(at);
		cluster = [];
	};
	let gap: Unit | undefined;
	for (const unit of units) {
		if (unit.weight <= 0) {
			if (gap !== undefined || isNobodysDisclaimer(unit.text)) settle();
			gap = unit;
			continue;
		}
		if (gap !== undefined && cluster.length > 0) cluster.push(gap);
		gap = undefined;
		cluster.push(unit);
	}
	settle();
}

/** Names, numbers, sign-offs and copy lines between disclaimers are the sender's. */
function isNobodysDisclaimer(text: string): boolean {
	return signOffIn(text) !== undefined || isAfterword(text) || isContactLine(text) || isNameLike(text);
}

/** What stands right next to a disclaimer and has some of the wording, or thanks for the trouble, is the rest of it. */
function markNeighbours(units: readonly Unit[], found: Set<number>): void {
	for (let at = 0; at < units.length; at++) {
		if (!found.has(units[at]?.start ?? -1)) continue;
		for (let next = at + 1; next < units.length; next++) {
			const unit = units[next] as Unit;
			const thanks = unit.start === units[next - 1]?.end && /^thank(?:s| you)\b.{0,60}$/i.test(unit.text);
			if (found.has(unit.start) || (unit.weight < SOME && !thanks)) break;
			mark(unit, found);
		}
		for (let before = at - 1; before >= 0; before--) {
			const unit = units[before] as Unit;
			if (found.has(unit.start) || unit.weight < HEADING) break;
			mark(unit, found);
		}
	}
}

function mark(unit: Unit, found: Set<number>): void {
	for (let at = unit.start; at < unit.end; at++) found.add(at);
}
