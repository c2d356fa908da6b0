/** Copy lines: "CC Councillor Smith", "Copies to:" with names below, "Copi: Y Cyng. Smith". Names are resolved elsewhere. */
import { readable } from "../normalise.ts";

export interface CopyLine {
	/** What follows the lead-in, with the lines that belong to it: the names, without remarks such as "for information". */
	readonly names: string;
	/** The lines as they stand, on one line. */
	readonly quote: string;
	/** Index of its first line. */
	readonly line: number;
}

/** "cc", "c.c.", "bcc", "Cc'd", "cc-ed". As a bare word it also is the county council, so what follows decides. */
const CC = "(?:b\\.?\\s?)?c\\.?\\s?/?c(?:\\.|'?e?d|-ed|'ing|'?s)?(?:\\s?(?:'?d|ed))?(?: in)?(?: to)?";
const ITEM =
	"(?: of (?:this|(?:this|the|my|our) (?:above |whole )?(?:e-?mail|letter|reply|message|note|correspondence|exchange)))?";
const SENT =
	"(?:,? ?(?:has|have|was|were|is|are|being|has been|have been|was also|also)?(?: also)?(?: been)? ?(?:sent|given|passed|e-?mailed|forwarded|gone|goes|go|going|supplied|provided|circulated|issued|made available)(?: on| out)?(?: for information)?(?: also)?)?";
const COPY = `(?:with |and |also |plus )?(?:a )?(?:(?:blind|hard|paper|electronic|carbon|information|file|further|separate) )?(?:copy|copies)${ITEM}${SENT}(?: in)?(?: also)?`;
const COPIED =
	"(?:also |blind[ -]?)?(?:copied|copying|copy)(?: in)?(?: also)?(?: for information)?(?: by (?:bcc|e-?mail))?";
const SENT_TO =
	"(?:also )?(?:circulation|distribution|circulated|distributed)(?: list)?|also (?:sent|e-?mailed|issued|received by|for)|in copy|for information|(?:e-?mail |blind )?recipients in copy";
const WELSH =
	"(?:(?:anfonwyd|anfonir|gyrrwyd|rhoddwyd|gyda|hefyd) )?(?:c|ch|g)op(?:i|ïau|iau|\\u00efau)(?: dall)?(?: hefyd)?(?: o'r (?:neges|e-bost|llythyr)(?: hon| hwn)?)?(?: (?:wedi(?: ei| ei?'i)? (?:anfon|gyrru|mynd)|a anfonwyd))?|(?:c|g)opïwyd|cylchrediad|dosbarthiad|dosbarthwyd";
const LEAD = new RegExp(
	`^[\\s>*_•·+(\\[-]*(?:p\\.?\\s?p?\\.?s\\.?[\\s:.-]+)?(?:(?:${CC}|${WELSH})(?![\\p{L}\\p{N}])|(?:${COPY}|${COPIED}|${SENT_TO})(?=\\s*(?:to|for|i|at|[:;–—-]|\\.{1,3}\\s|$))|(?:${COPY}|${COPIED})\\s+(?=(?:cllrs?|councillors?|cyng\\w*|y cyng\\w*|members|all (?:members|councillors))\\b))(?:\\s*/\\s*(?:${CC}|copy|copies|copi|distribution|circulation|cylchrediad)(?![\\p{L}\\p{N}]))?(?:\\s+(?:to|for|at|i|i'r|gyda)(?= |:|$))?[\\s:;.,–—>-]*`,
	"iu",
);
/** A copy line in brackets or after the last full stop of a line: "Judith (cc Cllr Smith)". */
const INLINE = new RegExp(
	`(?:[(\\[]\\s*|[.!?]\\s+|\\|\\s*)((?:${CC}|copied(?: in)? to|copied|copy to|copies to|blind copy to|copi (?:at|i'?r?))(?![\\p{L}\\p{N}])[\\s:;.-]+(?:the |y )?[^()\\[\\]]{2,160})[)\\]]?\\s*$`,
	"iu",
);

/** "Cllr Smith cc'd": the names stand first. */
const TRAILING =
	/^[\s>*([-]*(\S.{0,100}?)[\s:,–-]+(?:blind[- ])?(?:b?cc'?d|copied(?: in)?|in copy|on copy)[\s.)\]*]*$/i;

const HEADER_FIELD = /^\s*[>|*]*\s*\*?(?:from|sent|date|to|cc|bcc|subject|oddi wrth|anfonwyd|at|pwnc|reply-to)\*?\s?:/i;
const FROM_FIELD = /^\s*[>|*]*\s*\*?(?:from|oddi wrth)\*?\s?:/i;
const OTHER_FIELD =
	/^\s*(?:\p{L}[\p{L}'. /]{0,18}):\s|^\s*(?:enc(?:l|s|losures?)?|ref|our ref|your ref|tel|phone|mobile|e-?mail|web|www|date)\b/iu;
const RULE = /^[\s_=*.~-]*$/;
const SIGN_OFF =
	/^\s*(?:(?:kind(?:est)?|best|warm|many|with|yours?|regards|thanks|thank you|cofion|cheers|sent from|get outlook|sincerely|yn gywir|diolch|all the best)\b)/i;

/** Where the names end and a remark begins: "for information", "(chair of the working group)", "as fellow hosts". */
const REMARK =
	/\s*(?:[([{][^)\]}]*[)\]}]?|,?\s+(?:for (?:information|info|your|their|his|her|the|completeness|interest|action|ease|reference)|by way of|as (?!well)|who|whom|because|since|so (?:that|he|she|they)|given|in case|at (?:his|her|their)|by (?:post|e-?mail|hand|bcc)|on request|separately|er gwybodaeth)\b|\s+[–—-]{1,2}\s+)/iu;

/** A line that goes on like this tells something and lists nobody. */
const TELLS =
	/(?:^|\s)(?:has|have|had|is|isn't|are|was|were|will|won't|would|can|could|may|might|should|must|did|didn't|does|do|be|been|raised|asked|says|said|told|wants|wanted|needs|wrote|agreed|i'm|i've|i'll|you|your|we|he|she|it|they|there|follow|follows|available|lease|pavilion|minutes|agenda|tomorrow|yesterday|please|if|once|when|after|later|i (?:have|will|am|was|can|think|would|should|had|hope))(?=[\s,.;!?]|$)/iu;

const CONTINUES = /(?:[,;:&+/]|\b(?:and|a|ac|to|at))\s*$/i;
const TITLED =
	/^(?:[-*•·+]\s*)?(?:(?:the|y|yr)\s+)?(?:town |deputy |parish |vice[- ]?)?(?:cllrs?|councillors?|cyng(?:horydd|horwyr)?|clerk|mayor|chair(?:man|woman|person)?|leader|dr|mrs?|ms|miss|rev|revd|sir|lady|members|all (?:members|councillors|cllrs)|file|maer|cadeirydd|clerc)\b/iu;
const INDENTED = /^(?:\t| {3,})\s*\S/;
/** Cheap look before the grammar: every copy line has one of these. */
const MAY_COPY = /c\.?\s?\/?c|cop[iyï]|circul|distrib|cylch|dosb|also (?:sent|e-?m|issued|rec|for)|for information/i;
/** Names per block; more is a list of something else. */
const LONGEST_BLOCK_LINES = 40;
const LONGEST_NAMES = 600;

/**
 * Copy lines among these lines, in order. `block` says whether a line lists people (by the roster); it is asked only
 * for the lines below a lead-in that stands alone or goes on.
 */
export function copyLines(lines: readonly string[], listsPeople: (line: string) => boolean): CopyLine[] {
	const found: CopyLine[] = [];
	for (let index = 0; index < lines.length; index++) {
		const line = readable(lines[index] ?? "").trimEnd();
		if (!MAY_COPY.test(line)) continue;
		if (inHeaderBlock(lines, index)) continue;
		const lead = LEAD.exec(line);
		if (lead === null) {
			const before = TRAILING.exec(line)?.[1];
			if (before !== undefined && namesAfter(before) !== undefined && listsPeople(before)) {
				found.push({ names: before, quote: line.trim(), line: index });
				continue;
			}
			const inline = INLINE.exec(line)?.[1];
			const names = inline === undefined ? undefined : namesAfter(inline.replace(LEAD, ""));
			if (inline !== undefined && names !== undefined) found.push({ names, quote: inline.trim(), line: index });
			continue;
		}
		const rest = line.slice(lead[0].length);
		const block = [rest, ...blockBelow(lines, index, rest, listsPeople)];
		const names = block.map((part) => namesAfter(part)).filter((part) => part !== undefined && part !== "");
		if (namesAfter(rest) === undefined || names.length === 0) continue;
		const quote = [line, ...block.slice(1)].map((part) => part.trim()).join(" ");
		found.push({ names: names.join(", ").slice(0, LONGEST_NAMES), quote, line: index });
		index += block.length - 1;
	}
	return found;
}

/** The names that a copy line gives; undefined where it is a sentence about something else. */
function namesAfter(rest: string): string | undefined {
	const cut = REMARK.exec(` ${rest}`);
	const head = (cut === null ? rest : ` ${rest}`.slice(0, cut.index)).trim();
	// "cc (for information) Cllr Smith": the remark stands before the names.
	const names =
		head === "" && cut !== null ? ` ${rest}`.slice(cut.index + cut[0].length).trim() : withListAfter(head, rest, cut);
	const plain = names.replace(/[)\]]+$/, "").trim();
	return TELLS.test(plain) ? undefined : plain;
}

/** "Cllr Smith (Ward), Cllr Jones (chair)": what stands after a bracket still lists. */
function withListAfter(head: string, rest: string, cut: RegExpExecArray | null): string {
	if (cut === null || !/^\s*[([{]/.test(cut[0])) return head;
	return rest
		.replace(/[([{][^)\]}]*[)\]}]?/g, " ")
		.replace(/,?\s+(?:for (?:information|info)|as (?!well)|who|because)\b.*$/i, "")
		.trim();
}

/** The lines below a lead-in that go on with its list. */
function blockBelow(
	lines: readonly string[],
	start: number,
	rest: string,
	listsPeople: (line: string) => boolean,
): string[] {
	const block: string[] = [];
	let last = rest;
	for (let index = start + 1; index < lines.length && block.length < LONGEST_BLOCK_LINES; index++) {
		const raw = readable(lines[index] ?? "");
		const line = raw.trim();
		const heading = rest.trim() === "" && !block.some((one) => one !== "");
		if (line === "") {
			// One empty line may stand between "Copies:" and its names, none inside the list.
			if (heading && block.length === 0) {
				block.push("");
				continue;
			}
			break;
		}
		if (RULE.test(line) || SIGN_OFF.test(line) || OTHER_FIELD.test(line) || LEAD.test(line)) break;
		const goesOn = heading || CONTINUES.test(last) || INDENTED.test(raw) || TITLED.test(line) || block.length > 0;
		if (!goesOn || namesAfter(line) === undefined) break;
		if (!listsPeople(line) && !(TITLED.test(line) || INDENTED.test(raw))) break;
		block.push(line);
		last = line;
	}
	return block.some((line) => line !== "") ? block : [];
}

/** "Cc:" between "From:" and "Subject:" is the header of another message. */
function inHeaderBlock(lines: readonly string[], index: number): boolean {
	if (!HEADER_FIELD.test(lines[index] ?? "")) return false;
	let from = false;
	let fields = 0;
	for (let near = Math.max(0, index - 4); near <= Math.min(lines.length - 1, index + 3); near++) {
		const line = lines[near] ?? "";
		if (FROM_FIELD.test(line)) from = true;
		if (HEADER_FIELD.test(line)) fields++;
	}
	return from && fields >= 3;
}
