/** Sign-offs, name blocks and the lines that phones add. */

const SIGN_OFF =
	/^(?:(?:i|we) (?:remain|am|are)\b.{0,40}\byours(?: \w+)?|(?:with )?(?:my |all my |much |lots of )?love(?: to (?:you|all|both|everyone)(?: all| both)?)?(?: from)?|warmest|(?:and |with |wishing you |in |gyda )?(?:(?:my|our|many|much|very|all|the|kind(?:est)?|best|warm(?:est)?|good|sincere|fond|grateful|renewed) )*(?:regards?|wishes|rgds|respects|appreciation)(?: (?:and|&) (?:(?:best|kind|many|warm) )?(?:regards|wishes|thanks))?(?: to (?:you )?(?:all|both))?|yours(?: (?:sincerely|faithfully|truly|ever|aye|respectfully|etc|in \w+))?|sincerely(?: yours)?|respectfully(?: yours)?|faithfully(?: yours)?|kr|br|best|all best|all the (?:very )?best|very best|warmly|take care|cofion(?: (?:gorau|cynnes|caredig|cu|fil))*(?: iawn)?|yn (?:gywir|bur|ffyddlon)(?: iawn)?|yr eiddoch(?: yn (?:gywir|bur|ffyddlon))?|gyda (?:chofion|dymuniadau|diolch)(?: gorau| cynnes| caredig)?|dymuniadau gorau|pob (?:hwyl|dymuniad da)|hwyl(?: fawr| am y tro)?|(?:mit )?(?:freundlichen|besten|herzlichen|viele[n]?|liebe|beste|freundliche|mit besten) gr(?:ü|ue)(?:ß|ss)en?|cordialement|bien (?:cordialement|à vous)|saludos(?: cordiales)?|(?:met )?vriendelijke groet(?:en)?|cordiali saluti|med venlig hilsen|le gach dea-?ghuí|is mise(?: le meas)?)$/iu;
const THANKS =
	/^(?:(?:many|so many|very many|with|and|much|kind|best|warm|great|again|once again|huge|big) )*(?:thanks|thank you|thankyou|thx|ta|cheers|diolch|much appreciated)(?: (?:so much|very much|again|in advance|as ever|as always|indeed|all|everyone|both|a lot|a million|once more|and (?:best |kind |warm )?(?:regards|wishes)|(?:for|in) (?:your|all|the) [\w ]{3,30}|yn fawr(?: iawn)?|o galon|eto|i chi|i bawb|ymlaen llaw))*$/i;
const LONGEST_SIGN_OFF = 80;
const LONGEST_SIGNATURE_LINE = 90;

/** What a line of a closing is: a sign-off, thanks (which may also be mid-letter), or neither. A name may follow a comma. */
export function signOffIn(text: string): "sign-off" | "thanks" | undefined {
	if (text.length > LONGEST_SIGN_OFF) return undefined;
	const bare = text.replace(/[\s,.!:;*_-]+$/, "").replace(/^[*_\s]+/, "");
	for (const words of closings(bare)) {
		if (SIGN_OFF.test(words)) return "sign-off";
		if (THANKS.test(words)) return "thanks";
	}
	return undefined;
}

/** "Kind regards, Helen", "Regards - Helen C", "Best wishes Helen": the line with and without its name. */
function closings(bare: string): string[] {
	const forms = [bare];
	const cut = /^([^,\u2013\u2014-]{2,50}?)\s*[,\u2013\u2014-]+\s*(\p{L}[\p{L}'.& -]{0,40})$/u.exec(bare);
	if (cut?.[1] !== undefined && isNameLike(cut[2] ?? "")) forms.push(cut[1]);
	const name =
		/^(.{0,40}?(?:[Rr]egards|[Ww]ishes|[Ss]incerely|[Ff]aithfully|[Cc]ofion|[Gg]ywir))\s+(\p{Lu}[\p{L}'.-]*(?:\s\p{Lu}[\p{L}'.-]*){0,2})$/u.exec(
			bare,
		);
	if (name?.[1] !== undefined) forms.push(name[1]);
	return forms;
}

const NAME = /^[-\u2013\u2014/~]{0,2} ?[\p{L}"'(][\p{L}\p{M}'’.,&()/" -]*$/u;
const TITLE_WORDS =
	/\b(?:clerk|deputy|mayor|councillor|cllr|officer|manager|director|chair(?:man|woman|person)?|leader|head|council|assistant|administrator|secretary|committee|cyngor|clerc|cynghorydd|department|services?|team|ltd|limited|rfo|cilca|ba|bsc|ma|phd|mrtpi|solicitor|engineer|surveyor|ward|parish|town)\b/i;
const CONTACT =
	/@|\bwww\.|https?:|(?:\+|\b0)\d[\d\s().-]{7,}\d|\b(?:tel|mob|mobile|phone|telephone|fax|ffôn|ffon|ffacs|e-?mail|e-?bost|web|website|gwefan|twitter|facebook|ddi|ext|linkedin|instagram)\b\s*[.:|]|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|^[tmefwaTMEFWA]\s?[:.|]\s|\|/;
const PICTURE = /^\[?(?:cid:|image:?|logo|inline image|https?:\/\/)[^\]]*\]?$/i;
/** Lines that may stand below a signature and belong to the message all the same. */
const AFTERWORD =
	/^\W{0,3}(?:p\.?\s?p?\.?\s?s\b|n\.?b\b|b?\.?c\.?\s?c\b|cc'?d\b|cop(?:y|ies|ied|i|ïau|iau|ïwyd|iwyd)\b|enc(?:l|s|losures?)?\b|atod|attach(?:ed|ments?)\b|distribution\b|circulation\b|dosbarth|also (?:sent|to|copied)\b|to:|sent (?:also )?to\b|for (?:info|information)\b|note:|o\.n\b|ôn\b)/i;
/** The ones that may be whole sentences; "Attached is my report." begins a letter as often as it follows one. */
const POSTSCRIPT = /^\W{0,3}(?:p\.?\s?p?\.?\s?s|n\.?b|b?\.?c\.?\s?c|o\.n|ôn)\b/i;
/** A label is a deliberate mark, wherever it stands; it is nobody's name block. */
const LABEL =
	/\b(?:confidential|restricted|protect(?:ed)?|official[- ]sensitive|not for (?:publication|onward)|private|exempt|cyfrinachol|embargo)/i;
const PHONE_LINE =
	/^\W{0,3}(?:sent (?:from|via|on|by|with|using) (?:my |the |an? )?(?:(?:\w+['’]?s? ){0,4}(?:i-?phone|i-?pad|i-?pod|android|mobile|smart ?phone|samsung|galaxy|blackberry|nokia|windows|huawei|pixel|phone|tablet|device|outlook|mail|yahoo|gmail|aol|handheld|htc|sony|xperia|nexus|webmail|proton\w*|thunderbird)\b.{0,80}|my (?:[\w-]+ ?){1,6})|get outlook for (?:ios|android|mac).{0,60}|(?:downloaded|obtained) outlook.{0,40}|anfonwyd o(?:'m| fy)? .{1,40}|anfonwyd (?:oddi ar|o) .{1,40}|envoyé (?:de|depuis) mon .{1,40}|von meinem .{1,40} gesendet|gesendet von .{1,40}|enviado desde .{1,40}|verzonden (?:vanaf|met) .{1,40}|inviato da .{1,40}|sent by .{1,20}(?:phone|droid).{0,20}|typed (?:on|with) .{1,60}(?:phone|thumb|screen).{0,60}|please excuse .{1,60}(?:typos?|brevity|spelling|errors).{0,60})[.!]?$/i;

/** "Sent from my iPhone", "Get Outlook for iOS". */
export function isPhoneLine(text: string): boolean {
	return text.length <= 160 && PHONE_LINE.test(text);
}

/** "P.S.", "cc", "Encl.": words below a signature that are not part of it. */
export function isAfterword(text: string): boolean {
	return AFTERWORD.test(text);
}

/** Whether a line could be a person's name, by its shape alone. */
export function isNameLike(text: string): boolean {
	if (text.length > 60 || !NAME.test(text) || /[!?:]$/.test(text)) return false;
	const words = text.split(/[\s.]+/).filter((word) => /\p{L}/u.test(word));
	if (words.length === 0 || words.length > 6 || isAfterword(text) || LABEL.test(text)) return false;
	const capital = words.filter((word) => /^["'(/\u2013\u2014~-]*\p{Lu}/u.test(word)).length;
	return capital >= words.length - 1 || (words.length <= 2 && text.length <= 14);
}

/** Whether a line of a name block names the sender: shares a name with him, or is his initial or initials. */
export function namesSender(text: string, sender: string): boolean {
	const names = tokens(sender);
	const said = tokens(text);
	if (names.length === 0 || said.length === 0 || said.length > 6) return false;
	if (said.some((word) => word.length > 2 && names.includes(word))) return true;
	const initials = names.map((name) => name[0] ?? "").join("");
	const letters = said.join("");
	return (
		letters.length <= 3 &&
		said.every((word) => word.length <= 3) &&
		(initials.startsWith(letters) || names[0]?.[0] === letters)
	);
}

function tokens(text: string): string[] {
	return text
		.toLowerCase()
		.replace(/@.*$|\b(?:cllr|councillor|mr|mrs|ms|miss|dr|y cyng|town clerk|clerk)\b\.?|\([^)]*\)/g, " ")
		.split(/[^\p{L}']+/u)
		.filter((word) => word !== "");
}

/** Whether a line could stand in a name block: a name, a title, an address, a number, a picture. */
function isSignatureLine(text: string): boolean {
	if (isPhoneLine(text) || PICTURE.test(text)) return true;
	if (isAfterword(text) || LABEL.test(text) || /\?$/.test(text)) return false;
	if (/^\W*(?:dear|hi|hello|annwyl|helo)\b/i.test(text)) return false;
	const words = text.split(/\s+/).length;
	if (CONTACT.test(text) && words <= 30 && !/[a-z]\.\s+\p{Lu}/u.test(text)) return true;
	if (text.length > LONGEST_SIGNATURE_LINE || words > 12) return false;
	if (/[.!;:]$/.test(text) && words > 4) return false;
	return words <= 7 || TITLE_WORDS.test(text);
}

/** A line with an address, a number or a title: found in name blocks, not in letters. */
export function isContactLine(text: string): boolean {
	return text.length <= 200 && (CONTACT.test(text) || (TITLE_WORDS.test(text) && isNameLike(text)));
}

export interface SignatureRange {
	readonly start: number;
	readonly end: number;
}

/** Name blocks are no longer than this many lines with words. */
const MOST_LINES = 25;
const MOST_UNSIGNED = 12;
/** Furniture below a name block is no longer than this many lines, and words. */
const MOST_BELOW = 40;
const MOST_FURNITURE_WORDS = 120;

/**
 * Finds the signature among a message's own lines ("" between paragraphs; `skip` holds lines that are disclaimers).
 * `end` is the index after its last line: what stands below belongs to the message. `whole` says that the
 * lines are a letter from top to bottom, not answers between quotes: then what stands below a full name block, without
 * "P.S." or "cc", is part of the furniture (office hours, campaigns, notices).
 */
export function signatureIn(
	lines: readonly string[],
	skip: ReadonlySet<number>,
	sender = "",
	whole = true,
): SignatureRange | undefined {
	const ink = lines.map((_, index) => index).filter((index) => lines[index] !== "" && !skip.has(index));
	const at = (position: number): string => lines[ink[position] ?? -1] ?? "";
	const first =
		delimiter(ink, at) ??
		closing(ink, at, sender) ??
		nameBlock(lines, ink, at, sender) ??
		(whole ? fullBlock(lines, ink, at, sender) : undefined);
	if (first === undefined) return undefined;
	let end = endOfBlock(ink, at, first);
	if (whole && isFull(at, first, end)) end = belowBlock(ink, at, end);
	return { start: ink[first] ?? 0, end: (ink[end - 1] ?? -1) + 1 };
}

type At = (position: number) => string;

/** "-- " on a line of its own. */
function delimiter(ink: readonly number[], at: At): number | undefined {
	for (let position = ink.length - 1; position >= Math.max(0, ink.length - MOST_LINES); position--) {
		if (/^(?:--|\u2014|\u2013\u2013|\u2013 ?\u2013)$/.test(at(position))) return position;
	}
	return undefined;
}

/** The last sign-off, with the thanks right above it. Thanks alone close a letter only where a name follows. */
function closing(ink: readonly number[], at: At, sender: string): number | undefined {
	for (let position = ink.length - 1; position >= 0; position--) {
		const kind = signOffIn(at(position));
		if (kind === undefined || !isFollowedByName(ink, at, position, kind, sender)) continue;
		let first = position;
		while (first > 0 && signOffIn(at(first - 1)) !== undefined && !/[.!]$/.test(at(first - 1))) first--;
		return first;
	}
	return undefined;
}

function isFollowedByName(ink: readonly number[], at: At, position: number, kind: string, sender: string): boolean {
	const below = ink.length - position - 1;
	if (below === 0) return kind === "sign-off" || /,$|, \S/.test(at(position));
	const next = at(position + 1);
	if (isNameLike(next) || isContactLine(next) || isAfterword(next) || isPhoneLine(next)) {
		return kind === "sign-off" || below <= 3 || namesSender(next, sender) || !/[.,!?]/.test(next);
	}
	return kind === "sign-off" && isSignatureLine(next);
}

/** A name at the end, with or without title and address below, and no sign-off. */
function nameBlock(lines: readonly string[], ink: readonly number[], at: At, sender: string): number | undefined {
	let last = ink.length - 1;
	for (let position = last; position >= Math.max(1, ink.length - 10); position--) {
		if (isAfterword(at(position)) && (POSTSCRIPT.test(at(position)) || !isSentence(at(position)))) last = position - 1;
	}
	let top: number | undefined;
	let known: number | undefined;
	for (let position = last; position >= 1 && position > last - MOST_UNSIGNED; position--) {
		const text = at(position);
		if (!isSignatureLine(text) || /^(?:[-*\u2022] |\d)/.test(text)) {
			if (!isContactLine(text) || text.length > LONGEST_SIGNATURE_LINE) break;
		}
		const apart = lines[(ink[position] ?? 0) - 1] === "" || /[.!?,)]$/.test(at(position - 1));
		if (isNameLike(text) && !/[:,]$/.test(at(position - 1))) {
			if (sender !== "" && namesSender(text, sender)) known = position;
			if (apart && top === undefined && plausible(text, at, position, last)) top = position;
		} else if (isPhoneLine(text) && top === undefined && known === undefined && position === last) top = position;
	}
	return known ?? top;
}

function isSentence(text: string): boolean {
	return /[.!?]$/.test(text) && text.split(/\s+/).length > 8;
}

/** Without knowing the sender: a short name of capitals, alone or above lines of titles and numbers. */
function plausible(text: string, at: At, position: number, last: number): boolean {
	const words = text.split(/\s+/);
	if (
		words.length > 4 ||
		!words.every((word) => /^["'(]?\p{Lu}/u.test(word)) ||
		/^(?:yes|no|ok|okay|done|agreed|noted|fine|great|sorry|hi|hello|dear|ends?|agenda|note)\b/i.test(text)
	)
		return false;
	if (position === last) return true;
	const few = last - position <= 2 && words.length >= 2 && !/^\P{Ll}+$/u.test(text);
	if (few || /^(?:for|on behalf of|pp|p\.p\.|ar ran|dros)\b/i.test(at(position + 1))) return true;
	for (let below = position + 1; below <= last; below++)
		if (isContactLine(at(below)) || isPhoneLine(at(below))) return true;
	return false;
}

/** Index after the last line of the block: a line that reads like a sentence ends it, unless more of the block follows. */
function endOfBlock(ink: readonly number[], at: At, first: number): number {
	let end = first;
	while (end < ink.length && (signOffIn(at(end)) !== undefined || /^(?:--|\u2014|\u2013 ?\u2013)$/.test(at(end))))
		end++;
	for (let position = end; position < ink.length && position - first < MOST_LINES; position++) {
		const text = at(position);
		if (isAfterword(text) || LABEL.test(text)) break;
		if (isSignatureLine(text)) {
			end = position + 1;
			continue;
		}
		const goesOn = [1, 2].some((step) => isContactLine(at(position + step)) && !isAfterword(at(position + step)));
		if (!goesOn || position === first + 1) break;
	}
	return end;
}

/** A name with at least two lines of title, place or number: nobody writes on below that without saying so. */
function isFull(at: At, first: number, end: number): boolean {
	let contacts = 0;
	for (let position = first; position < end; position++) if (isContactLine(at(position))) contacts++;
	return contacts >= 2;
}

function belowBlock(ink: readonly number[], at: At, end: number): number {
	let words = 0;
	for (let below = end; below < ink.length; below++) {
		const text = at(below);
		if (isAfterword(text) || LABEL.test(text)) return below;
		words += text.split(/\s+/).length;
		// A letter pasted below a signature is no furniture.
		if (words > MOST_FURNITURE_WORDS || /^(?:dear|annwyl|hi|hello)\b/i.test(text)) return end;
	}
	return ink.length;
}

/** The sender's name above his title and numbers, wherever it stands: furniture may follow it. */
function fullBlock(lines: readonly string[], ink: readonly number[], at: At, sender: string): number | undefined {
	for (let position = ink.length - 1; position >= 1 && position > ink.length - MOST_BELOW; position--) {
		const text = at(position);
		if (lines[(ink[position] ?? 0) - 1] !== "" || !isNameLike(text) || !namesSender(text, sender)) continue;
		if (isFull(at, position + 1, Math.min(position + 5, endOfBlock(ink, at, position)))) return position;
	}
	return undefined;
}
