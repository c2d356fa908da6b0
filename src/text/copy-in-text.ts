/** Sentences that say who else has, gets or will get a message: "I have copied Cllr Jones in", "I'll pass this to Mr X". */
import { clauseAfter, clauseBefore, isAsked, isConditional, isUnreal } from "./copy-clauses.ts";

export interface ToldCopy {
	/** text: of this message; announced: of another, or yet to come. */
	readonly kind: "text" | "announced";
	/** Where the recipients are named. */
	readonly names: string;
	/** all: everybody named there; last: only the one named last (the subject of a verb in the singular). */
	readonly whom: "all" | "last";
	/** Who did it, where it is said: the clause before an active verb in the third person. */
	readonly doer?: string;
	/** Not yet done: a condition in the sentence takes it back. */
	readonly future?: boolean;
	/** Where the deciding words stand in the sentence. */
	readonly index: number;
}

const ITEM =
	"(?:e-?mails?|mails?|messages?|letters?|notes?|questions?|enquir(?:y|ies)|quer(?:y|ies)|comments?|concerns?|points?|reports?|requests?|complaints?|correspondence|threads?|exchanges?|repl(?:y|ies)|answers?|thoughts|suggestions?|views?|ideas?|remarks?|observations?|details|figures|photos?|photographs|pictures|paper|draft|motion|invitation|list|original|attachments?|words|piece|memo|response|submission|objections?|chain)";
const THE_ITEM = `(?:(?:your|yours|his|her|their|the|this|that|these|my|our|both|all(?: of)?)(?: (?:your|these|of your|own|two|latest|last|first|earlier|original|recent|kind|full|above|whole|entire|\\w+)){0,3} ${ITEM}|yours\\b|(?:\\S+ )?\\S+'s (?:\\w+ )?${ITEM}|what you (?:wrote|sent|said|say|told)|(?:a|the|another) (?:blind )?cop(?:y|ies)|copies|e-?mail|it(?= )|this(?= )|these(?= )|that(?= (?:on|to|over|along))|them(?= (?:on|to|all|both|over)))`;
const ITEM_AT = new RegExp(`\\b${THE_ITEM}`, "i");

const COPY_VERB =
	"copied|copying|copy|cc'?d|cc-?ed|cc'?ing|cc-?ing|cc(?=[ -]?ed)|bcc'?d|bcc-?ed|bcc'?ing|blind[- ]cop(?:ied|ying)|looped|looping|loop";
const PUT_VERB =
	"included|including|added|adding|add|put|putting|moved|moving|move|kept|keeping|keep|dropped|brought|bringing|taken|switched|shifted";
const SEND_DONE =
	"forwarded|passed|sent|shared|showed|shown|gave|given|handed|relayed|redirected|re-?sent|e-?mailed|referred|circulated|let|put|ran|run|bounced|pinged|transferred|directed|read|released|supplied|provided|posted";
const SEND_DOING =
	"forwarding|passing|sending|sharing|showing|giving|handing|relaying|redirecting|re-?sending|e-?mailing|referring|circulating|letting|putting|running|transferring|providing";
const SEND_BARE =
	"forward|pass|send|share|show|give|hand|relay|redirect|resend|re-send|e-?mail|refer|circulate|let|put|run|transfer|provide";
const VERB = new RegExp(`\\b(${COPY_VERB}|${PUT_VERB}|${SEND_DONE}|${SEND_DOING}|${SEND_BARE})(?![\\w'-])`, "gi");
const IS_COPY = new RegExp(`^(?:${COPY_VERB})$`, "i");
const IS_PUT = new RegExp(`^(?:${PUT_VERB})$`, "i");
const IS_BARE = new RegExp(`^(?:${SEND_BARE}|copy|loop|add|move|keep)$`, "i");
const IS_DOING = /ing$/i;

const FUTURE = /(?:\b(?:will|shall|going to|about to|byddaf|byddwn)\b|'ll\b)(?: \w+){0,3} ?$/i;
const DID =
	/\b(?:did|(?:asked|told|got|instructed) (?:\S+ ){1,4}to|arrang(?:ed|ing) (?:for .{1,40} )?to|have to|had to) ?(?:\w+ly )?$/i;
const FIRST_PERSON = /(?:^|\W)(?:I|we|i've|i'm|i'll|we've|we're|we'll)\b/i;
const ADVERBS_ONLY =
	/^(?:\W|\b(?:and|so|also|then|am|are|have|has|had|been|just|now|already|therefore|meanwhile|again|since|duly|will|as|well|by|here|hereby|fyi|ps|p|s|nb|only|both|with|in|the|meantime|took|liberty|of|am|i|blind|separately|to|too|yes|no|ok|thanks|done|yesterday|today|this|morning|afternoon|last|night|week|monday|tuesday|wednesday|thursday|friday)\b)*$/i;
const PASSIVE_AUX =
	/(?:\b(?:is|are|was|were|been|being|be|am|gets?|got)|'s|'re|'ve been)(?: (?:also|now|both|all|already|hereby|here|only|just|being|duly|blind|openly|therefore|since|separately|herewith|silently)){0,3}[ ,]*$/i;
const SINGULAR = /(?:\b(?:is|was|has|gets|got|had|will|receives)|'s)\b[^,]{0,30}$/i;

/** A complement that makes "added", "put", "moved" mean a copy. */
const INTO_COPY =
	/\b(?:(?:in|into|on|onto|to|by|as) (?:the )?(?:blind )?(?:bcc|cc|copy|c\.c\.)\b|(?:in|into|to|on|onto|from) (?:this|the) (?:e-?mail|message|thread|chain|conversation|exchange|correspondence|reply|cc line|copy list)\b|in the loop\b|\((?:bcc|cc)\))/i;
const IN_COPY = /\b(?:in|on) (?:blind )?(?:copy|cc|bcc)(?![\w-])|\b(?:bcc|cc)(?:'d|ed) (?:here|in)\b/gi;

/** All that the sentence says of copies; negations, questions, wishes and conditions give nothing. */
export function copiesToldIn(sentence: string): ToldCopy[] {
	const text = sentence.replace(/\s+/g, " ").trim();
	if (text.length > LONGEST_SENTENCE) return [];
	const told = [...byVerb(text), ...byNoun(text), ...byReceipt(text), ...exceptFor(text)];
	return isConditional(text) ? told.filter(({ future }) => future !== true) : told;
}

const LONGEST_SENTENCE = 1500;

function byVerb(text: string): ToldCopy[] {
	const told: ToldCopy[] = [];
	for (const match of text.matchAll(VERB)) {
		const verb = match[1] ?? "";
		const left = clauseBefore(text, match.index);
		const right = clauseAfter(text, match.index + verb.length);
		if (isUnreal(left) || isAsked(text, left)) continue;
		const one = PASSIVE_AUX.test(left)
			? passive(text, left, verb, right, match.index)
			: active(text, left, verb, right, match.index);
		if (one !== undefined) told.push(one);
	}
	for (const match of text.matchAll(IN_COPY)) {
		const left = clauseBefore(text, match.index);
		if (isUnreal(left) || isAsked(text, left) || left.trim() === "") continue;
		told.push({
			kind: "text",
			names: withoutVocative(left),
			whom: /\b(?:with|have|has)\b/i.test(left) ? "all" : whomOf(left),
			index: match.index,
		});
	}
	return told;
}

/** "I have copied X in", "copying X", "I've passed your note on to X". */
function active(text: string, left: string, verb: string, right: string, index: number): ToldCopy | undefined {
	const future = FUTURE.test(left);
	if (IS_BARE.test(verb) && !/^(?:put|let|run|cc)$/i.test(verb) && !future && !DID.test(left)) return undefined;
	if (/^(?:put|let|run)$/i.test(verb) && !FIRST_PERSON.test(left)) return undefined;
	const doer = FIRST_PERSON.test(left) || ADVERBS_ONLY.test(left) ? undefined : left;
	if (doer !== undefined && IS_DOING.test(verb) && !PASSIVE_AUX.test(left)) return undefined;
	const by = doer === undefined ? {} : { doer };
	const found = { whom: "all", index, ...by, ...(future ? { future } : {}) } as const;
	if (doer !== undefined && isShortPassive(verb, right)) {
		return { kind: "text", names: withoutVocative(doer), whom: "all", index };
	}
	if (IS_PUT.test(verb) && INTO_COPY.test(right))
		return { kind: future ? "announced" : "text", names: right, ...found };
	const item = ITEM_AT.exec(right);
	if (IS_COPY.test(verb)) {
		const names = item === null || !/^your|^yours|^what|'s /i.test(item[0]) ? right : recipients(right, item);
		if (names === undefined) return undefined;
		const relative = relativeBefore(text, index, left);
		if (relative !== undefined && !/\p{Lu}/u.test(right))
			return { kind: "text", names: relative, ...found, whom: "last" };
		return { kind: future || names !== right ? "announced" : "text", names: withoutPossessives(names), ...found };
	}
	if (item === null || IS_PUT.test(verb)) return undefined;
	const names = recipients(right, item);
	if (names === undefined) return undefined;
	const alike =
		/^(?:this|a (?:blind )?copy)/i.test(item[0]) &&
		/\b(?:sent|sending)\b/i.test(verb) &&
		/\b(?:too|also|as well)\b/i.test(`${left} ${right}`);
	return { kind: alike && !future ? "text" : "announced", names: withoutPossessives(names), ...found };
}

/** "(Rhiannon moved to bcc)", "Cllr Jones copied in": nobody is named after the verb. */
function isShortPassive(verb: string, right: string): boolean {
	if (IS_PUT.test(verb) && !IS_DOING.test(verb))
		return /^ ?(?:now |also )?(?:in|to|into|on|onto|from)\b/i.test(right) && INTO_COPY.test(right);
	if (!IS_COPY.test(verb) || IS_DOING.test(verb)) return false;
	return (
		/^(?:\W*$|[,.;)]| (?:in|here|into|too|also|as well|above|below|on this|to this|for (?:info|reference))\b)/i.test(
			right,
		) && !/\p{Lu}/u.test(right)
	);
}

/** "… is copied into this", "your letter has been passed to X", "X has been sent your letter". */
function passive(text: string, left: string, verb: string, right: string, index: number): ToldCopy | undefined {
	const future = /\b(?:will|shall|going to)\b|'ll\b/i.test(left);
	const later = future ? { future } : {};
	const item = ITEM_AT.exec(left);
	const to = /\b(?:to|with|past|before|at)\b(.*)$/i.exec(right);
	if (item !== null && to !== null) {
		return { kind: "announced", names: withoutPossessives(to[1] ?? ""), whom: "all", index, ...later };
	}
	if (IS_PUT.test(verb) && !INTO_COPY.test(right)) return undefined;
	if (IS_COPY.test(verb) || IS_PUT.test(verb)) {
		const relative = relativeBefore(text, index, left);
		const names = relative ?? withoutVocative(left);
		return {
			kind: future ? "announced" : "text",
			names,
			whom: relative === undefined ? whomOf(left) : "last",
			index,
			...later,
		};
	}
	if (ITEM_AT.test(`${right} `))
		return { kind: "announced", names: withoutVocative(left), whom: whomOf(left), index, ...later };
	return undefined;
}

/** "Cllr Jones, whom I have copied in", "…, who is copied". */
function relativeBefore(text: string, index: number, left: string): string | undefined {
	const before = text.slice(0, index - left.length);
	const who = /^(.*?),? (?:and |both of )?(?:who|whom|that),? ?$/i.exec(before);
	return who?.[1] === undefined ? undefined : clauseBefore(who[1], who[1].length);
}

/** The part of the clause that names who got the item: after "to" or "with", or between the verb and the item. */
function recipients(right: string, item: RegExpExecArray): string | undefined {
	const after = right.slice(item.index + item[0].length);
	const to = /\b(?:to|with|past|before|in front of|round|by|among|between|at)\b(.*)$/i.exec(after);
	if (to !== null) return to[1];
	const between = right.slice(0, item.index);
	const toFirst = /^\s*(?:on |over |along |straight )*(?:to|with)\b(.*)$/i.exec(between);
	if (toFirst !== null) return toFirst[1];
	return /\p{L}/u.test(between) ? between : undefined;
}

const COPY_GOES =
	/\b(?:(?:a|the|one|another|further) (?:(?:blind|silent|hard|paper|separate|further) )?|blind |hard |paper )?cop(?:y|ies)(?: of (?:this|the|my|your|our|it|his|her|their)[^,;:.]{0,40}?)?,? (?:also )?(?:(?:goes|go|has gone|have gone|went|is going|are going|will go|has been (?:sent|given|passed)|have been (?:sent|given)|was sent|were sent|is being sent|will be sent|sent|is|are|also)(?: on| out| also| today| by (?:post|hand|e-?mail))?(?: to| with| for| at)|to|for|with)\b/gi;
const HAS_COPY =
	/(?:\b(?:has|have|had|gets?|got|receives?|received|is getting|are getting|is having|wants?|keeps?)|'s|'ve)(?: (?:now|also|already|both|all|each|got|had|received|been given|been sent|just|therefore))* (?:(?:a|the|his|her|their|an|own|blind|silent|hard|paper|identical|separate|courtesy|this) )*(?:cop(?:y|ies))\b/gi;

function byNoun(text: string): ToldCopy[] {
	const told: ToldCopy[] = [];
	for (const match of text.matchAll(COPY_GOES)) {
		const left = clauseBefore(text, match.index);
		if (
			isUnreal(left) ||
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
		if (isUnreal(left) || isAsked(text, left) || /^wants?/i.test(match[0])) continue;
		const right = clauseAfter(text, match.index + match[0].length);
		if (/^ of (?!this|my|it\b|the (?:above|e-?mail|message)|your|our|his|her|their)/i.test(right)) continue;
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
	"(?:(?:your|yours|his|her|their|my|our|the|this|that|these|both)(?: (?:own|two|latest|last|earlier|original|\\w+))? (?:e-?mails?|messages?|letters?|notes?|correspondence|threads?|exchanges?|repl(?:y|ies)|comments|enquiry|complaint|request|query|question|report)|yours\\b|what you (?:wrote|sent|said)|it\\b|this\\b|these\\b|them\\b)";
const HAS_ITEM = new RegExp(
	`(?:\\b(?:has|have|had)|'s|'ve)(?: (?:now|also|already|both|all|since|just|too|therefore|each))*(?: (?:got|had|seen|read|received|been (?:sent|given|shown|forwarded|passed|handed|copied)|had sight of|been through|looked at))?(?: (?:sight of|a look at|in front of (?:him|her|them)))? ${OWN_ITEM}`,
	"gi",
);
const GOT_ITEM = new RegExp(
	`\\b(?:saw|received|read|got|will (?:get|receive|see|have|be getting)|'ll (?:get|receive|see|have)|is getting|are getting|(?:is|are) looking at) ${OWN_ITEM}`,
	"gi",
);
const ITEM_GOES = new RegExp(
	`\\b${THE_ITEM}[^,;:.]{0,60}? (?:(?:has|have) (?:now |also |already |since )?(?:gone|found its way)|went|goes|is (?:now |also )?(?:going|with|on its way|in the hands of)|are (?:now )?with|will go|has reached|have reached)(?: on| over| straight| across| also| out)*(?: (?:to|with))?\\b`,
	"gi",
);

function byReceipt(text: string): ToldCopy[] {
	const told: ToldCopy[] = [];
	for (const pattern of [HAS_ITEM, GOT_ITEM]) {
		for (const match of text.matchAll(pattern)) {
			const left = clauseBefore(text, match.index);
			if (
				left.trim() === "" ||
				isUnreal(left) ||
				isAsked(text, left) ||
				FIRST_PERSON.test(left) ||
				/\byou\b/i.test(left)
			)
				continue;
			if (isBareHaving(text, match)) continue;
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
		if (isUnreal(left) || isAsked(text, left) || isUnreal(match[0])) continue;
		const right = clauseAfter(text, match.index + match[0].length);
		told.push({ kind: "announced", names: withoutPossessives(right), whom: "all", index: match.index });
	}
	return told;
}

/** "Cllr Smith has it in hand", "had the same complaint": having without having received. */
function isBareHaving(text: string, match: RegExpExecArray): boolean {
	const item =
		/^(?:\W*(?:has|have|had|got|gets)|'s|'ve)(?: (?:now|also|already|both|all|since|just|too|therefore|each))* (?=(\S+) ?(\S*))(?!got\b|had\b|seen\b|read\b|received\b|been\b|sight\b|looked\b)/i.exec(
			match[0],
		);
	if (item === null) return false;
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
		!/^(?: (?:too|as well|now|already|also))?\W*$/i.test(rest)
	);
}

/** "I have shared this with nobody except Cllr Khan." */
function exceptFor(text: string): ToldCopy[] {
	const match =
		/\b(?:not|n't|nobody|no one|none|never)\b[^;:.]{0,80}\b(?:copied|shared|sent|forwarded|passed|shown|seen|told|has it|have it)\b[^;:.]{0,60}\b(?:except(?: for)?|apart from|other than|besides|but(?= (?:cllrs?|councillors?|the|\p{Lu})))\b/iu.exec(
			text,
		);
	if (match === null || /\?\W*$/.test(text)) return [];
	const names = clauseAfter(text, match.index + match[0].length);
	return [{ kind: "announced", names, whom: "all", index: match.index }];
}

/** Several people may only be the subject of a verb in the plural. */
function whomOf(clause: string): "all" | "last" {
	return SINGULAR.test(clause) && !/\b(?:both|each|all|members|committee|councillors)\b/i.test(clause) ? "last" : "all";
}

/** "John, Rhiannon has a copy": John is spoken to. */
function withoutVocative(left: string): string {
	return left.replace(
		/^\W*(?:(?:dear|hi|hello|yes|no|thanks|thank you)[ ,]+)?(?:\p{Lu}[\p{L}'-]+),\s+(?=\p{Lu}[^,]*$)/u,
		" ",
	);
}

/** "Cllr Smith's figures" are not sent to Cllr Smith. */
function withoutPossessives(names: string): string {
	return names.replace(
		/(?:\b(?:cllr|councillor)s?\.? )?(?:\p{Lu}[\p{L}'-]{1,30} ){0,2}\p{Lu}[\p{L}-]{1,30}'s? (?=\p{Ll})(?!and\b|or\b)/gu,
		" ",
	);
}
