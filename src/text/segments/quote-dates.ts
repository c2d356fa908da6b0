/** Dates as mail programs write them above a quoted message, in the languages met in British mailboxes. */
import { DateTime } from "luxon";

/** The first letters of the months, January first; where three are not enough there are four. */
const MONTH_STARTS = [
	"jan ion gen ene sty ean",
	"feb chw fev fea lut",
	"mar maw mrz mrt",
	"apr ebr avr abr kwi aib",
	"may mai mag mei maj bea",
	"jun meh giu cze juin meit",
	"jul gor lug lip juil iuil",
	"aug aws aou ago sie lun",
	"sep med set wrz mfom mean",
	"oct hyd okt ott out paz dfom deir",
	"nov tac lis sam",
	"dec rha dez dic des gru nol",
];
const MONTHS = new Map(
	MONTH_STARTS.flatMap((starts, index) => starts.split(" ").map((start) => [start, index + 1] as const)),
);

const TIME =
	/(?<![\d/.-])(\d{1,2})(?::|\.|\s?h\s?)(\d{2})(?:[:.](\d{2}))?(?![\d/]|\.\d)\s*([ap]\.?\s?m\b\.?|y\.?[bp]\b\.?)?/i;
const ZONE =
	/\b(?:GMT|UTC|BST|CES?T|E[SD]T|C[SD]T|P[SD]T)\b(?:\s*[+-]\d{1,2}(?::?\d{2})?\b)?|[+-]\d{1,2}:?(?:\d{2})?\b|\bZ\b/;
const ISO_DAY = /(\d{4})[-/](\d{1,2})[-/](\d{1,2})/;
const NUMBER_DAY = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)/;
const DAY_FIRST =
	/(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|ain|af|fed|ydd|eg|\.|º)?[\s-]+(?:de\s+|o\s+|of\s+)?(\p{L}{3,12})\.?,?[\s-]+(?:de\s+)?(\d{4}|\d{2}(?=,?\s+\d{1,2}:))(?!\d)/u;
const MONTH_FIRST = /(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;
/** No date stands further in than this. */
const LONGEST_DATE = 300;

interface Day {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly start: number;
	readonly end: number;
}

function monthOf(word: string): number | undefined {
	const plain = word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
	return MONTHS.get(plain.slice(0, 4)) ?? MONTHS.get(plain.slice(0, 3));
}

/** Finds a day in a text. Numbers alone are read as day, month, year, as in Britain, unless that cannot be. */
function dayIn(text: string): Day | undefined {
	const iso = ISO_DAY.exec(text);
	if (iso !== null) return day(iso, Number(iso[1]), Number(iso[2]), Number(iso[3]));
	const dayFirst = DAY_FIRST.exec(text);
	const month = dayFirst === null ? undefined : monthOf(dayFirst[2] ?? "");
	if (dayFirst !== null && month !== undefined) return day(dayFirst, fullYear(dayFirst[3]), month, Number(dayFirst[1]));
	const monthFirst = MONTH_FIRST.exec(text);
	const named = monthFirst === null ? undefined : monthOf(monthFirst[1] ?? "");
	if (monthFirst !== null && named !== undefined)
		return day(monthFirst, Number(monthFirst[3]), named, Number(monthFirst[2]));
	const numbers = NUMBER_DAY.exec(text);
	if (numbers === null) return undefined;
	const [first, second] = [Number(numbers[1]), Number(numbers[2])];
	const american = second > 12 && first <= 12;
	return day(numbers, fullYear(numbers[3]), american ? first : second, american ? second : first);
}

function fullYear(digits: string | undefined): number {
	return (digits?.length ?? 0) <= 2 ? 2000 + Number(digits) : Number(digits);
}

function day(match: RegExpExecArray, year: number, month: number, dayOfMonth: number): Day | undefined {
	if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return undefined;
	return { year, month, day: dayOfMonth, start: match.index, end: match.index + match[0].length };
}

/** Whether a text holds a time of day. */
export function hasTime(text: string): boolean {
	return TIME.test(text.slice(0, LONGEST_DATE));
}

export interface DateFound {
	/** ISO 8601, UTC; absent where there is a day but no time. */
	readonly iso?: string;
	/** Where the date, with its time, begins and ends in the text. */
	readonly start: number;
	readonly end: number;
}

/** Reads the first date in a text; a date without a zone is one in `zone` (IANA). */
export function dateIn(text: string, zone = "Europe/London"): DateFound | undefined {
	const head = text.slice(0, LONGEST_DATE);
	const found = dayIn(head);
	if (found === undefined) return undefined;
	const before = head.slice(0, found.start);
	const after = head.slice(found.end);
	const timeAfter = TIME.exec(after);
	const time = timeAfter ?? TIME.exec(before);
	if (time === null) return { start: found.start, end: found.end };
	const base = timeAfter === null ? 0 : found.end;
	const timeEnd = base + time.index + time[0].length;
	const rest = head.slice(timeEnd, timeEnd + 40);
	const zoneMatch = ZONE.exec(rest);
	const zoneNear = zoneMatch !== null && zoneMatch.index <= 3 ? zoneMatch : null;
	const end = timeEnd + (zoneNear === null ? 0 : zoneNear.index + zoneNear[0].length);
	const hour = hourOf(Number(time[1]), time[4]);
	const { year, month, day: dayOfMonth } = found;
	const local = { year, month, day: dayOfMonth, hour, minute: Number(time[2]), second: Number(time[3] ?? 0) };
	const moment = DateTime.fromObject(local, { zone: zoneNear === null ? zone : zoneOf(zoneNear[0], zone) });
	const bounds = { start: Math.min(found.start, base + time.index), end: Math.max(found.end, end) };
	return moment.isValid ? { iso: new Date(moment.toMillis()).toISOString(), ...bounds } : bounds;
}

function hourOf(hour: number, half: string | undefined): number {
	if (half === undefined) return hour;
	const afternoon = /^p|p$/i.test(half.replace(/[.\s]/g, "").slice(0, 2)) && !/^a/i.test(half);
	return (hour % 12) + (afternoon ? 12 : 0);
}

const NAMED_ZONES: Readonly<Record<string, string>> = {
	GMT: "UTC",
	UTC: "UTC",
	Z: "UTC",
	BST: "UTC+1",
	CET: "UTC+1",
	CEST: "UTC+2",
	EST: "UTC-5",
	EDT: "UTC-4",
	CST: "UTC-6",
	CDT: "UTC-5",
	PST: "UTC-8",
	PDT: "UTC-7",
};

function zoneOf(text: string, zone: string): string {
	const offset = /([+-])(\d{1,2}):?(\d{2})?/.exec(text);
	if (offset !== null) return `UTC${offset[1]}${offset[2]}${offset[3] === undefined ? "" : `:${offset[3]}`}`;
	return NAMED_ZONES[text.trim()] ?? zone;
}
