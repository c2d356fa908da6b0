/** Sentences that say who else has, gets or will get a message: "I have copied Cllr Jones in", "I'll pass this to Mr X". */
import { clauseAfter, clauseBefore, isAsked, isConditional, isUnreal } from "./copy-clauses.ts";
import { copiesToldInWelsh } from "./copy-in-welsh.ts";
import { byNoun, byReceipt, exceptFor } from "./copy-receipts.ts";
import { byUnseen } from "./copy-unseen.ts";
import {
	AGENT,
	FIRST_PERSON,
	FUTURE,
	OF_ANOTHER,
	THE_ITEM,
	type ToldCopy,
	whomOf,
	withoutPossessives,
	withoutVocative,
} from "./copy-words.ts";

const ITEM_AT = new RegExp(`\\b${THE_ITEM}`, "i");

const COPY_VERB =
	"copied|copying|copy|cc'?d|cc-?ed|cc'?ing|cc-?ing|cc(?=[ -]?ed)|bcc'?d|bcc-?ed|bcc'?ing|blind[- ]cop(?:ied|ying)|looped|looping|loop";
const PUT_VERB =
	"included|including|added|adding|add|put|putting|moved|moving|move|kept|keeping|keep|dropped|brought|bringing|taken|switched|shifted|shifting|slipped|slipping|popped|popping|parked|tucked";
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

const DID =
	/\b(?:did|(?:asked|told|got|instructed) (?:\S+ ){1,4}to|arrang(?:ed|ing) (?:for .{1,40} )?to|have to|had to|decided to|chose to|(?:thought|felt|judged|found|seemed) (?:it )?(?:\w+ ){1,3}to) ?(?:\w+ly |blind )?$/i;
const ADVERBS_ONLY =
	/^(?:\W|\b(?:and|so|also|then|am|are|have|has|had|been|just|now|already|therefore|meanwhile|again|since|duly|will|as|well|by|here|hereby|fyi|ps|p|s|nb|only|both|with|in|the|meantime|took|liberty|of|am|i|blind|separately|to|too|yes|no|ok|thanks|done|yesterday|today|this|morning|afternoon|last|night|week|monday|tuesday|wednesday|thursday|friday)\b)*$/i;
const PASSIVE_AUX =
	/(?:\b(?:is|are|was|were|been|being|be|am|gets?|got)|'s|'re|'ve been)(?: (?:also|now|both|all|already|hereby|here|only|just|being|duly|blind|openly|therefore|since|separately|herewith|silently)){0,3}[ ,]*$/i;
/** A complement that makes "added", "put", "moved" mean a copy. */
const INTO_COPY =
	/\b(?:(?:in|into|on|onto|to|by|as) (?:the |an? |my )?(?:blind[- ])?(?:bcc|cc|copy|c\.c\.)\b|(?:in|into|to|on|onto|from) (?:this|the) (?:e-?mail|message|thread|chain|conversation|exchange|correspondence|reply|cc line|copy list)\b|(?:in|into) the loop\b|\((?:bcc|cc)\))/i;
const IN_COPY =
	/\b(?:in|on|by|via|under|through)(?: way of)? (?:an? )?(?:(?:blind|hidden|silent)[- ])?(?:copy|cc|bcc)(?![\w-])|\b(?:in|on) (?:the |my )(?:bcc|blind copy|(?:b?cc|blind copy|copy|hidden|blind) (?:line|list|field|box))(?![\w-])|\b(?:is|was|are|were|'s) (?:also )?(?:among |one of )?(?:an?|the|my)(?: only| other)? (?:blind|hidden|silent|bcc|unseen) (?:recipients?|addressees?|readers?|copy)\b|\bas an? (?:(?:blind|hidden|silent|bcc|copy|unseen) (?:recipient|addressee|copy|reader)|bcc)\b|\b(?:bcc|cc)(?:'d|ed) (?:here|in)\b/gi;
/** "My blind copy is for Colin", "in bcc: Colin", "I have used bcc for Colin": the copy first, then the names. */
const COPY_THEN_NAMES =
	/(?:\b(?:bcc|blind[- ]cop(?:y|ies|ied)|hidden cop(?:y|ies))(?: (?:line|list|field|box|recipients?|readers?|addressees?))?(?: of (?:this|it)(?: e-?mail| message| letter)?)?,? (?:are|is|was|were|has|holds|contains|includes|for|to)\b(?! (?:been|not|no|never|nobody|no one|empty|blank)\b)|(?:^|[([.;,–-]\s*)(?:also )?(?:(?:in|by|on) )?(?:b?cc(?:'d|ed)?|(?:blind )?cop(?:y|ies|ied)|in blind copy|blind cop(?:y|ies|ied))(?: in| here)?\s*:)/gi;

/** "Cllr Jones (copied) will explain." */
const BRACKETED =
	/\s\((?:also |now )?(?:moved |moving |going )?(?:in |on |to |into )?(?:blind[- ])?(?:copied|cc'?d|bcc'?d|b?cc|in copy|on copy)(?: in| here| above| to this(?: e-?mail)?)?\)/gi;
/** "Colin to bcc", "Niamh now bcc", "Colin -> bcc": a name and the line it stands on, with no verb or hardly one. */
const NAME_TO_BCC =
	/(?:\s*(?:-+>|[→>:–—]|\s-)\s*(?:(?:now )?(?:to|into|in|on) )?|\s(?:(?:is|are|now|moved|moving|dropped|shifted|switched|across|over|down|back|going|goes|gone|only)\s)*(?:(?:to|into|onto|on|in|as|by|via)\s)?)(?:the |a )?(?:bcc(?:'?d|-ed)?|blind[- ]cop(?:y|ied))(?![\w'-])(?! (?:anyone|anybody|everyone|everybody|people|him|her|them|me|us|you|the|all|cllrs?|councillors?|\p{Lu})\b)/giu;
/** What may stand beside the names there. */
const BESIDE_NAMES =
	/^(?:[\s,;&]|\b(?:and|both|with|thanks|thank|you|to|many|hello|hi|for|transparency|info|information|openness|completeness|note|nb|ps|fyi|also|as|well|here|now|the|please|moving|so|cllrs?|councillors?|mr|mrs|ms|miss|dr|in|fact)\b)*$/iu;
/** "By copy of this e-mail I am asking Mr X to look." */
const BY_COPY =
	/\bby (?:blind )?copy of this(?: e-?mail| message| letter)?,? (?:may I|can I|could I|I'm|I am|I|we are|we) (?:ask|asking|request|requesting|invite|inviting|let|letting|tell|telling|alert|alerting)\b/gi;

/** All that the sentence says of copies; negations, questions, wishes and conditions give nothing. */
export function copiesToldIn(sentence: string): ToldCopy[] {
	const text = sentence.replace(/\s+/g, " ").replace(ASIDE, "").trim();
	if (text.length > LONGEST_SENTENCE) return [];
	const told = [
		...byVerb(text),
		...byNoun(text),
		...byReceipt(text),
		...exceptFor(text),
		...copiesToldInWelsh(text),
		...byUnseen(text),
	];
	return isConditional(text) ? told.filter(({ future }) => future !== true) : told;
}

/** "Copies have gone, blind, to X", "has, at his own request, been copied". */
const ASIDE =
	/,(?= (?:has|have|had|is|are|was|were|gone|copied|sent|and|been|to|being)\b)? (?:blind|naturally|of course|as always|as usual|for information|in confidence|at (?:his|her|their) (?:own )?request),(?= )/gi;
const LONGEST_SENTENCE = 1500;

function byVerb(text: string): ToldCopy[] {
	const told: ToldCopy[] = [];
	for (const match of text.matchAll(VERB)) {
		const verb = match[1] ?? "";
		const left = clauseBefore(text, match.index);
		const right = clauseAfter(text, match.index + verb.length);
		if (isUnreal(left) || isAsked(text, left) || isOfOtherMail(verb, left, right)) continue;
		if (ONLY_WISHED.test(left) && UNFULFILLED.test(text.slice(match.index))) continue;
		const one =
			PASSIVE_AUX.test(left) && !IS_DOING.test(verb)
				? passive(text, left, verb, right, match.index)
				: active(text, left, verb, right, match.index);
		if (one !== undefined) told.push(one);
	}
	for (const match of text.matchAll(BRACKETED)) {
		const names = clauseBefore(text, match.index);
		told.push({ kind: "text", names, whom: "last", index: match.index });
	}
	for (const match of text.matchAll(NAME_TO_BCC)) {
		const names = namesAlone(clauseBefore(text, match.index));
		if (names === undefined || /\?\W*$/.test(text)) continue;
		told.push({ kind: "text", names, whom: "all", index: match.index });
	}
	for (const match of text.matchAll(BY_COPY)) {
		const names = clauseAfter(text, match.index + match[0].length);
		told.push({ kind: "text", names, whom: "all", index: match.index });
	}
	for (const match of text.matchAll(COPY_THEN_NAMES)) {
		const left = clauseBefore(text, match.index);
		if (/^BCC (?!for|to)\w/.test(match[0]) || isUnreal(left) || isAsked(text, left)) continue;
		const names = clauseAfter(text, match.index + match[0].length);
		told.push({ kind: "text", names: withoutPossessives(names), whom: "all", index: match.index });
	}
	for (const match of text.matchAll(IN_COPY)) {
		const left = clauseBefore(text, match.index);
		if (isUnreal(left) || isAsked(text, left) || left.trim() === "") continue;
		if (OF_ANOTHER.test(clauseAfter(text, match.index + match[0].length))) continue;
		told.push({
			kind: "text",
			names: withoutVocative(left.replace(/['’]s\s*$/, " ")),
			whom: /\b(?:with|have|has)\b/i.test(left) ? "all" : whomOf(left),
			index: match.index,
		});
	}
	return told;
}

/** "was copied into an e-mail from the county", "last month I copied Colin in": not of this message. */
function isOfOtherMail(verb: string, left: string, right: string): boolean {
	if (!IS_COPY.test(verb)) return false;
	return LONG_AGO.test(left) || LONG_AGO.test(right) || OTHER_MAIL.test(right);
}

const LONG_AGO =
	/\b(?:last (?:year|month|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|time)|(?:years?|months?|ages) (?:ago|back)|back in|previously|in (?:the )?past|once before|in those days|used to)\b/i;
const OTHER_MAIL =
	/^(?: \S+){0,4}?(?: in| into| on| in on| in to| to)? (?:(?:an|another|some|any)(?: \w+){0,2}|(?:the|that|those|an?)(?: \w+){0,3}(?= \w+ (?:from|by|of (?:last|the \d))\b)) (?:e-?mails?|letters?|messages?|correspondence|threads?|reply|replies|exchange)\b/i;
/** "Colin asked to be copied, but I thought you would rather I did not." */
const ONLY_WISHED =
	/\b(?:ask(?:ed|s|ing)?|want(?:ed|s)?|wish(?:ed|es)?|request(?:ed|s)?|expect(?:ed|s)?|keen|offer(?:ed|s)?|insist(?:ed|s)? on|hop(?:ed|es|ing)) (?:to be|being|to have been)\b[^,;]*$/i;
const UNFULFILLED = /\b(?:but|though|although|however|yet)\b|\b(?:not|never|refused|declined)\b|n't\b/i;

/** "I have copied X in", "copying X", "I've passed your note on to X". */
function active(text: string, left: string, verb: string, right: string, index: number): ToldCopy | undefined {
	const future = FUTURE.test(left);
	if (IS_BARE.test(verb) && !/^(?:put|let|run|cc)$/i.test(verb) && !future && !DID.test(left)) return undefined;
	if (/^(?:put|let|run)$/i.test(verb) && !FIRST_PERSON.test(left) && !/\b(?:has|have)(?: \w+ly| also)? $/i.test(left))
		return undefined;
	const doer =
		(FIRST_PERSON.test(left) && !HEARSAY.test(left)) || ADVERBS_ONLY.test(left) || IMPERSONAL.test(left)
			? undefined
			: left;
	if (doer !== undefined && IS_DOING.test(verb) && !PASSIVE_AUX.test(left)) return undefined;
	const by = doer === undefined ? {} : { doer };
	const found = { whom: "all", index, ...by, ...(future ? { future } : {}) } as const;
	if (doer !== undefined && isShortPassive(verb, right)) {
		return { kind: "text", names: withoutVocative(doer), whom: "all", index };
	}
	// "Thank you, Niamh, moving you to bcc": whoever was spoken to last.
	if (
		/^ you\b/i.test(right) &&
		(IS_COPY.test(verb) || (IS_PUT.test(verb) && INTO_COPY.test(right))) &&
		/b\W?cc|blind/i.test(`${verb}${right}`)
	)
		return { kind: "text", names: text.slice(0, index), ...found, whom: "last" };
	if (IS_PUT.test(verb) && INTO_COPY.test(right))
		return { kind: future ? "announced" : "text", names: right, ...found };
	const item = ITEM_AT.exec(right);
	if (IS_COPY.test(verb)) {
		// "I have copied the figures for him": a thing was copied, and nobody in.
		if (/^ (?:out )?(?:the|some|those|a few) \w+ (?:out )?for\b/i.test(right)) return undefined;
		const names = item === null || !/^your|^yours|^what|'s /i.test(item[0]) ? right : recipients(right, item);
		if (names === undefined) return undefined;
		const relative = relativeBefore(text, index, left);
		if (relative !== undefined && !/\p{Lu}/u.test(right))
			return { kind: "text", names: relative, ...found, whom: "last" };
		return { kind: future || names !== right ? "announced" : "text", names: withoutPossessives(names), ...found };
	}
	if (
		item === null &&
		ADVERBS_ONLY.test(left) &&
		!IS_BARE.test(verb) &&
		/^ (?:on |over )?to\b/i.test(right) &&
		!IS_PUT.test(verb)
	) {
		return { kind: "announced", names: withoutPossessives(right), ...found };
	}
	if (IS_PUT.test(verb) && !/\bcop(?:y|ies)$/i.test(item?.[0] ?? "")) return undefined;
	const fronted = item === null ? frontedItem(text, index, left, right) : undefined;
	if (fronted !== undefined) return { kind: "announced", names: withoutPossessives(fronted), ...found };
	if (item === null) return undefined;
	const names = recipients(right, item);
	if (names === undefined) return undefined;
	const alike =
		/^(?:this|a (?:blind )?copy)/i.test(item[0]) &&
		/\b(?:sent|sending)\b/i.test(verb) &&
		/\b(?:too|also|as well)\b/i.test(`${left} ${right}`);
	return { kind: alike && !future ? "text" : "announced", names: withoutPossessives(names), ...found };
}

const IMPERSONAL = /^\W*it (?:seemed|felt|was (?:thought|felt|judged))\b/i;
/** "I gather the county copied Colin in." */
const HEARSAY =
	/\b(?:I|we)(?:'ve| have| am|'m)? (?:gather|understand|hear|heard|see|saw|seen|believe|suspect|notice|noticed|assume|presume|suppose|told|read)(?: that)? (?!I\b|we\b|it\b|fit\b)(?:\S+ ){1,4}$/i;

/** "Your letter, which I have sent to X", "What you sent me I have passed to X": the recipients behind the verb. */
function frontedItem(text: string, index: number, left: string, right: string): string | undefined {
	const to = /^ (?:on |over |across |straight |also |both )*(?:to|with|past|round)\b(.*)$/i.exec(right)?.[1];
	const whom = to ?? /^ (?:him|her|them|both)\b/i.exec(right)?.[0];
	if (whom === undefined || !FIRST_PERSON.test(left)) return undefined;
	const before = text.slice(0, index - left.length);
	if (/\b(?:which|that),? $/i.test(before)) return FRONTED_BEFORE.test(before) ? whom : undefined;
	return FRONTED_IN.test(left) ? whom : undefined;
}

const YOUR_ITEM = `(?:(?:your|our|his|her|their|this) (?:[\\w-]+ ){0,3}?(?:e-?mails?|mails?|messages?|letters?|notes?|paper|comments|thoughts|views|suggestions?|exchange|correspondence|repl(?:y|ies)|enquiry|quer(?:y|ies)|question|complaint|report|objections?|submission|draft|memo)|yours|what you (?:wrote|sent|said|told)|everything you (?:wrote|sent|said))`;
const FRONTED_BEFORE = new RegExp(
	`\\b${YOUR_ITEM}(?: (?:of|on|about) [^,;:]{1,40}?)?,? (?:and )?(?:all of )?(?:which|that),? $`,
	"i",
);
const FRONTED_IN = new RegExp(
	`(?:^|\\W)${YOUR_ITEM}\\b[^,;:]{0,50}? (?:I|we)(?:'ve| have)(?: also| now| just| already)* $`,
	"i",
);

/** The clause, where it holds names and next to nothing else. */
function namesAlone(clause: string): string | undefined {
	const rest = clause.replace(/(?<![\p{L}])\p{Lu}[\p{L}'’-]+/gu, (word) =>
		/^(?:If|Please|Shall|Should|Would|Could|Do|Don't|Did|Not|Never|I|I'm|I'll|I've)$/.test(word) ? "verb" : " ",
	);
	return /\p{Lu}/u.test(clause) && BESIDE_NAMES.test(rest) ? clause : undefined;
}

/** "(Niamh moved to bcc)", "Cllr Jones copied in": nobody is named after the verb. */
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
		const own = /\bcop(?:y|ies)$/i.test(item[0]) && !/\bof (?:your|his|her|their)\b/i.test(left) && !future;
		return { kind: own ? "text" : "announced", names: withoutPossessives(to[1] ?? ""), whom: "all", index, ...later };
	}
	if (IS_PUT.test(verb) && !INTO_COPY.test(right)) return undefined;
	if (IS_COPY.test(verb) || IS_PUT.test(verb)) {
		const relative = relativeBefore(text, index, left);
		const agent = AGENT.exec(right)?.[1];
		const by = agent === undefined ? {} : { doer: agent };
		const names = relative ?? withoutVocative(left);
		return {
			kind: future ? "announced" : "text",
			names,
			whom: relative === undefined ? whomOf(left) : "last",
			index,
			...by,
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
	const who = /^(.*?),? (?:and |both of )?(?:who|whom),? ?$/i.exec(before);
	if (who?.[1] === undefined) return undefined;
	return clauseBefore(who[1], who[1].length).replace(
		/'s? (?:benefit|information|sake|interest|attention|use)\b/gi,
		" ",
	);
}

const NAME_FIRST =
	/^ (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Janu|Febru)ary|March|April|May|June|July|August|\w+ember|October)\p{Lu}\p{Ll}/u;

/** The part of the clause that names who got the item: after "to" or "with", or between the verb and the item. */
function recipients(right: string, item: RegExpExecArray): string | undefined {
	const between = right.slice(0, item.index);
	// "I have sent her my reply to you": the recipient stands first.
	if (/^ (?:him|her|them|both|(?:the|our) \p{L}|(?:cllr|councillor)s?\b)/iu.test(between) || NAME_FIRST.test(between))
		return between;
	const after = right.slice(item.index + item[0].length);
	const to = /\b(?:to|with|past|before|in front of|round|by|among|between|at)\b(.*)$/i.exec(after);
	if (to !== null) return to[1];
	const toFirst = /^\s*(?:on |over |along |straight )*(?:to|with)\b(.*)$/i.exec(between);
	if (toFirst !== null) return toFirst[1];
	return /\p{L}/u.test(between) ? between : undefined;
}
