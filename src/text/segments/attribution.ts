/** "On Tue, 4 Jun 2024 at 10:15, Name <name@…> wrote:" in its many forms and languages. */
import type { Address } from "../../facts/message.ts";
import type { TextLine } from "./lines.ts";
import { emailIn } from "./quote-addresses.ts";
import { dateIn, hasTime } from "./quote-dates.ts";

const VERB =
	/(?<![\p{L}])(?:wrote|writes|a [ée]crit|schrieb|geschrieben|ysgrifennodd|ysgrifenn(?:odd|wyd)|escribi[óo]|ha scritto|scrisse|skrev|schreef|napisał(?:\(a\)|a)?|pisze|escreveu|scr[íi]obh|kirjoitti|написала?|пишет|写道)(?![\p{L}])/iu;
/** How such a line begins, or the words after which its date comes. */
const START =
	/^(?:On|Le|Am|El|Il|Op|Den|Em|Ar|At|W dniu|Dnia|Ag|Ddydd|Am den)\b|^(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun|Llun|Maw|Mer|Iau|Gwe|Sad|Sul|lun|mar|mer|jeu|ven|sam|dim)[a-z]*[.,]?\s|^\d{1,4}[-./ ]/i;
const LONGEST_LINE = 300;
const MOST_LINES = 4;
/** The date of an attribution stands near its beginning; in a sentence that merely ends in "wrote:" it need not. */
const DATE_WITHIN = 70;
const DAY_WITHIN = 24;

export interface Attribution {
	/** On one line. */
	readonly line: string;
	/** What somebody wrote before it on the same line, where a program put no break between. */
	readonly before?: string;
	/** Index of the first line after it. */
	readonly end: number;
	/** Sure enough to open a quote that nothing else marks. */
	readonly strong: boolean;
}

const ENDING = /:\**$|(?:wrote|[ée]crit|schrieb)\s*-*$/i;
/** Gmail once wrote no more than that. */
const DATE_AND_ADDRESS = /^\d{4}[/-]\d{1,2}[/-]\d{1,2}\b.{0,150}<\S{1,100}@\S{1,200}>:?$/;

/** Whether one whole line ends as attributions do: for a blockquote that follows, or lines of ">". */
export function looksLikeAttribution(text: string): boolean {
	if (text.length > LONGEST_LINE) return false;
	if (!ENDING.test(text)) return DATE_AND_ADDRESS.test(text);
	return VERB.test(text) || isDatedLine(text) || /<\S{1,100}@\S{1,200}>\s?:$/.test(text);
}

/** Languages whose verb we don't know: a short line with day and time that ends in a colon, above a quote. */
function isDatedLine(text: string): boolean {
	return text.length <= 160 && text.endsWith(":") && hasTime(text) && dateIn(text)?.iso !== undefined;
}

/** With day, year and time, or with an address: a sentence such as "On Tuesday at ten he wrote:" has neither. */
function isStrong(text: string): boolean {
	const start = text.slice(0, DATE_WITHIN + 30);
	const email = text.includes("@") && emailIn(text) !== undefined;
	if (!VERB.test(text)) return email && hasTime(start);
	return dateIn(start)?.iso !== undefined || (email && /[<(["]\S*@|^\S*@|\d{4}/.test(text));
}

/** The attribution that begins on a line, wrapped over up to four lines of the same depth. */
export function attributionAt(lines: readonly TextLine[], index: number): Attribution | undefined {
	const first = lines[index];
	if (first === undefined || first.text === "") return undefined;
	const whole = behindText(first.text, index + 1) ?? oneLine(first.text, index + 1);
	if (whole !== undefined) return first.attribution === true ? { ...whole, strong: true } : whole;
	if (!START.test(first.text) || first.text.length > LONGEST_LINE || !/\d/.test(first.text)) return undefined;
	let joined = first.text;
	for (let next = index + 1; next < index + MOST_LINES; next++) {
		const line = lines[next];
		if (line === undefined || line.text === "" || joined.length + line.text.length > LONGEST_LINE) return undefined;
		if (line.quoteDepth !== first.quoteDepth && next === index + 1 && line.quoteDepth !== 0) return undefined;
		joined += joined.endsWith("<") || line.text.startsWith(">") ? line.text : ` ${line.text}`;
		const found = oneLine(joined, next + 1);
		if (found !== undefined) return begins(joined) ? found : undefined;
	}
	return undefined;
}

/** A wrapped attribution comes to its day at once; "On behalf of the Council …", joined with one that follows, does not. */
function begins(joined: string): boolean {
	const start = joined.slice(0, DATE_WITHIN + 30);
	const date = dateIn(start);
	return (
		(date !== undefined && date.start <= DAY_WITHIN) || (hasTime(start) && /^\d|^\p{L}{3,9}[.,]?\s\d/u.test(joined))
	);
}

const START_WITHIN =
	/(?:^|[^\p{L}])(?=(?:On|Ar|Le|Am|El) (?:\p{L}{2,9}\.?,? )?(?:\d{1,2}|\p{L}{3,9})[ ./]\p{L}*[^:]{0,30}\d{1,2}[:.h]\d{2})/u;

function behindText(text: string, end: number): Attribution | undefined {
	if (text.length > 2 * LONGEST_LINE || !/:\**$/.test(text) || START.test(text) || !VERB.test(text)) return undefined;
	const start = START_WITHIN.exec(text);
	if (start === null || start.index === 0) return undefined;
	const at = start.index + start[0].length;
	const found = oneLine(text.slice(at), end);
	const before = text.slice(0, at).replace(/[\s-]+$/, "");
	return found?.strong === true ? { ...found, before } : undefined;
}

function oneLine(text: string, end: number): Attribution | undefined {
	const line = text.replace(/^-{2,}\s*|\s*-{2,}$/g, "");
	if (!looksLikeAttribution(line)) return undefined;
	return { line, end, strong: isStrong(line) };
}

/** Who wrote, and when, as far as an attribution line says so. */
export function readAttribution(line: string, zone?: string): { readonly from: Address[]; readonly date?: string } {
	const date = dateIn(line, zone);
	const email = emailIn(line);
	const from: Address[] = [];
	const name = nameOf(line, date, email?.start);
	if (email !== undefined || name !== "") from.push({ address: email?.address ?? "", name });
	return date?.iso === undefined ? { from } : { from, date: date.iso };
}

function nameOf(
	line: string,
	date: { readonly start: number; readonly end: number } | undefined,
	email: number | undefined,
): string {
	const verb = VERB.exec(line);
	const verbEnd = verb === null ? 0 : verb.index + verb[0].length;
	let from = 0;
	let to = email ?? line.length;
	if (verb !== null && verb.index >= (email ?? 0) && email === undefined) to = verb.index;
	if (date !== undefined && date.end <= to) from = date.end;
	else if (date !== undefined && date.start > 0) to = Math.min(to, date.start);
	// "… schrieb Name <…>:" has the verb before the name.
	if (verb !== null && verbEnd > from && verb.index < to && verbEnd <= to) {
		if (/\p{L}/u.test(line.slice(verbEnd, to))) from = verbEnd;
		else to = verb.index;
	} else if (
		verb !== null &&
		email === undefined &&
		date !== undefined &&
		verb.index > date.end &&
		to === line.length
	) {
		from = verbEnd;
	}
	return line
		.slice(from, to)
		.replace(/^On\b/i, "")
		.replace(/\b(?:in message|dans le message)\b.*$/i, "")
		.replace(/[<>[\]"*():]|mailto:/g, " ")
		.replace(/^[\s,;.'-]*(?:(?:at|by|um|à|am|wrote|on)\b)?[\s,;'-]+|[\s,;'-]+$/giu, "")
		.replace(/\s+/g, " ")
		.trim();
}
