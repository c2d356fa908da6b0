/** Copies told by a noun or by having: "a copy goes to X", "X has your letter", "your note is now with X". */
import { clauseAfter, clauseBefore, isAsked, isUnreal } from "./copy-clauses.ts";
import {
	FIRST_PERSON,
	FUTURE,
	THE_ITEM,
	type ToldCopy,
	whomOf,
	withoutPossessives,
	withoutVocative,
} from "./copy-words.ts";

const COPY_GOES =
	/\b(?:(?:a|the|one|another|further) (?:(?:blind|silent|hard|paper|separate|further) )?|blind |hard |paper )?cop(?:y|ies)(?: of (?:this|the (?:above|whole|e-?mail|message|letter|reply|answer|exchange|correspondence|thread|same)|my|your|our|it|what I|his|her|their)[^,;:.]{0,40}?)?,? (?:also )?(?:(?:goes|go|(?:is|are) on (?:its|their) way|has gone|have gone|went|is going|are going|will go|has been (?:sent|given|passed)|have been (?:sent|given)|was sent|were sent|is being sent|will be sent|sent|is|are|also)(?: on| out| also| today| by (?:post|hand|e-?mail))?(?: to| with| for| at)|(?:is|are|sits|lies|waits|will be|has been put|has gone) (?:now |also |waiting )?(?:in(?:to)?|on)(?= (?:his|her|their|the (?:mayor|chair|clerk|leader)\S*|\S+'s|\S+ \S+'s) (?:inbox|in-?tray|mailbox|pigeon-?hole|desk|post|folder|hands))|to|for|with)\b/gi;
const HAS_COPY =
	/(?:\b(?:has|have|had|gets?|got|sees|receives?|received|(?:is|are|was|were) (?:also |both |all |each )?(?:getting|having|receiving|being (?:given|sent)|given|sent)|will find|finds|wants?|keeps?)|'s|'ve)(?: (?:now|also|already|both|all|each|got|had|received|been given|been sent|just|therefore))* (?:(?:a|the|his|her|their|an|own|blind|silent|hard|paper|identical|separate|courtesy|this) )*(?:cop(?:y|ies))\b/gi;

/** "A copy goes to X", "X has a blind copy." */
export function byNoun(text: string): ToldCopy[] {
	const told: ToldCopy[] = [];
	for (const match of text.matchAll(COPY_GOES)) {
		const left = clauseBefore(text, match.index);
		if (
			isUnreal(`${left}${match[0]}`) ||
			isAsked(text, left) ||
			/\b(?:send|give|make|ask|have|need|get|find|attach\w*|enclos\w*|paper)\b/i.test(left)
		)
			continue;
		const right = clauseAfter(text, match.index + match[0].length);
		const other = /\bof (?:your|his|her|their)\b/i.test(match[0]) || /\bwill\b/i.test(match[0]);
		told.push({
			kind: other ? "announced" : "text",
			names: withoutPossessives(right),
			whom: "all",
			index: match.index,
		});
	}
	for (const match of text.matchAll(HAS_COPY)) {
		const left = clauseBefore(text, match.index);
		if (isUnreal(left) || isAsked(text, left) || /^wants?/i.test(match[0]) || /\b(?:you|I|we)\W*$/i.test(left))
			continue;
		const right = clauseAfter(text, match.index + match[0].length);
		if (/^ of (?!this|my|it\b|what (?:I|we|you)\b|the (?:above|e-?mail|message)|your|our|his|her|their)/i.test(right))
			continue;
		const other = /^ of (?:your|his|her|their)/i.test(right) || FUTURE.test(left);
		told.push({
			kind: other ? "announced" : "text",
			names: withoutVocative(left),
			whom: whomOf(`${left}${match[0]}`),
			index: match.index,
		});
	}
	return told;
}

const OWN_ITEM =
	"(?:(?:the whole|all|most|the rest|the text|sight) of )?(?:(?:your|yours|his|her|their|my|our|this)(?: (?:own|two|latest|last|earlier|original|\\w+))? (?:e-?mails?|messages?|letters?|notes?|correspondence|threads?|exchanges?|repl(?:y|ies)|comments|enquiry|complaint|request|query|question|report|paper|submission|objections?|suggestions?|thoughts|views|response|draft|memo)|(?:the|that|these|both)(?: (?:two|latest|last|earlier|original|\\w+))? (?:e-?mails?|messages?|letters?|notes?|correspondence|threads?|exchanges?|repl(?:y|ies)|enquiry|complaint)|yours\\b|what you (?:wrote|sent|said)|it\\b|this\\b(?! (?:\\w+'s|year|week|month|summer|winter|morning|afternoon|evening|time|sort|kind|matter|issue|problem|complaint|thing|point|question)\\b)|these\\b|them\\b|the same(?=\\W*$|,| (?:from me|answer|message|e-?mail|reply|letter|note|too|also|as well)\\b))";
const HAS_ITEM = new RegExp(
	`(?:\\b(?:has|have|had)|'s|'ve)(?: (?:now|also|already|both|all|since|just|too|therefore|each))*(?: (?:got|had|seen|read|received|been (?:sent|given|shown|forwarded|passed|handed|copied)|had sight of|been through|looked at))?(?: (?:sight of|a look at|in front of (?:him|her|them)))? ${OWN_ITEM}`,
	"gi",
);
const GOT_ITEM = new RegExp(
	`(?:\\b|(?='))(?:saw|received|read|got|will (?:get|receive|see|have|find|be getting|be reading)|'ll (?:get|receive|see|have|find)|(?:(?<=\\w)'s|'re|is|are)(?: also| now| both| all| each)? (?:getting|receiving|having|reading|seeing|looking at|in (?:full )?possession of)|holds|(?:gets?|receives?|sees?|reads?)(?= (?:this|it|these|the same|my)\\b[^;:.]{0,40}\\b(?:too|also|as well|blind|bcc|likewise|at the same time))) ${OWN_ITEM}`,
	"gi",
);
const ITEM_GOES = new RegExp(
	`\\b${THE_ITEM}[^,;:.]{0,60}? (?:(?:has|have) (?:now |also |already |since )?(?:gone|found its way)|went|goes|is (?:now |also )?(?:going|with|on its way|in the hands of)|are (?:now )?with|will go|has reached|have reached)(?: on| over| straight| across| also| out)*(?: (?:to|with))?\\b`,
	"gi",
);

const SO_YOU_KNOW =
	/\b(?:(?:just |only )?(?:so|as) (?:that )?you(?:'ll| will)? (?:know|are aware|see|gathered)|to (?:let|keep) you (?:know|informed|posted)|(?:I )?thought you should know|for your (?:information|records?))\b,?/gi;

/** "X has seen your letter", "your note is now with X". */
export function byReceipt(text: string): ToldCopy[] {
	const told: ToldCopy[] = [];
	for (const pattern of [HAS_ITEM, GOT_ITEM]) {
		for (const match of text.matchAll(pattern)) {
			const left = clauseBefore(text, match.index).replace(SO_YOU_KNOW, " ");
			if (
				left.trim() === "" ||
				isUnreal(left) ||
				isAsked(text, left) ||
				FIRST_PERSON.test(left) ||
				/\byou\b/i.test(left)
			)
				continue;
			if (isBareHaving(text, match) || /^(?:saw|read|got|received) (?:it|this|these|them)$/i.test(match[0])) continue;
			told.push({
				kind: "announced",
				names: withoutVocative(left),
				whom: whomOf(`${left}${match[0]}`),
				index: match.index,
			});
		}
	}
	for (const match of text.matchAll(ITEM_GOES)) {
		const left = clauseBefore(text, match.index);
		if (isUnreal(left) || isAsked(text, left) || isUnreal(match[0]) || /^\S* ?(?:\S+ )?cop(?:y|ies)\b/i.test(match[0]))
			continue;
		const right = clauseAfter(text, match.index + match[0].length);
		// "This goes for Colin as well" says what is true of him.
		if (/^ for\b/i.test(right)) continue;
		told.push({ kind: "announced", names: withoutPossessives(right), whom: "all", index: match.index });
	}
	return told;
}

/** "Cllr Smith has it in hand", "had the same complaint": having without having received. */
function isBareHaving(text: string, match: RegExpExecArray): boolean {
	if (/^'\w+ (?:\w+ )?(?:getting|receiving|having|reading|seeing|looking|in)\b/i.test(match[0])) return false;
	const item =
		/^(?:\W*(?:has|have|had|got|gets)|'s|'ve)(?: (?:now|also|already|both|all|since|just|too|therefore|each))* (?=(\S+) ?(\S*))(?!now\b|also\b|already\b|both\b|all\b|since\b|just\b|too\b|therefore\b|each\b|got\b|had\b|seen\b|read\b|received\b|been\b|sight\b|looked\b)/i.exec(
			match[0],
		);
	if (item === null) return false;
	// "that's it", "we've it": a verb must stand between.
	if (/^'/.test(match[0])) return true;
	if (/^(?:your|yours|what)$/i.test(item[1] ?? "")) return false;
	if (
		/^(?:this|that|the|my|our)$/i.test(item[1] ?? "") &&
		/\b(?:e-?mails?|messages?|letters?|correspondence|threads?|exchange)$/i.test(match[0])
	)
		return false;
	const rest = text.slice(match.index + match[0].length);
	return (
		!/^(?:it|this|these|them)$/i.test(item[1] ?? "") ||
		/\bgot\b/i.test(match[0]) ||
		!/^(?:,? (?:too|as well|now|already|also|blind|likewise|(?:in|by) (?:blind copy|bcc)))*\W*$/i.test(rest)
	);
}

/** "I have shared this with nobody except Cllr Jones." */
export function exceptFor(text: string): ToldCopy[] {
	const match =
		/\b(?:not|n't|nobody|no one|none|never)\b[^;:.]{0,80}\b(?:copied|shared|sent|forwarded|passed|shown|seen|told|has it|have it)\b[^;:.]{0,60}\b(?:except(?: for)?|apart from|other than|besides|but(?= (?:cllrs?|councillors?|the|\p{Lu})))\b/iu.exec(
			text,
		);
	if (match === null || /\?\W*$/.test(text)) return [];
	const names = clauseAfter(text, match.index + match[0].length);
	return [{ kind: "announced", names, whom: "all", index: match.index }];
}
