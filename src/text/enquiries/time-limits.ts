/** "By Friday", "early next week", "within ten days": until when something is promised. */

export interface TimeLimit {
	/** The words that say so. */
	readonly quote: string;
	/** The last day that they allow, `2026-03-06`; absent where they name no day ("before the meeting"). */
	readonly until?: string;
}

const DAY_MS = 86_400_000;
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const WEEKDAYS_WELSH = ["sul", "llun", "mawrth", "mercher", "iau", "gwener", "sadwrn"];
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTHS_WELSH = ["ion", "chw", "maw", "ebr", "mai", "meh", "gor", "aws", "med", "hyd", "tach", "rhag"];
const COUNTS: ReadonlyMap<string, number> = new Map(
	"a 1,an 1,one 1,two 2,three 3,four 4,five 5,six 6,seven 7,eight 8,nine 9,ten 10,twelve 12,fifteen 15,couple 2,few 5,dau 2,tri 3,wyth 8,deg 10"
		.split(",")
		.map((pair) => [pair.split(" ")[0] as string, Number(pair.split(" ")[1])] as const),
);
const COUNT =
	"(?:the next |a |about |another )?(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|couple|few)";
const MONTH_NAME =
	"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)";
const WEEKDAY_NAME =
	"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|weds?|thurs?|fri|dydd (?:llun|mawrth|mercher|iau|gwener|sadwrn|sul))";

const IN_SOME_TIME = new RegExp(
	`\\b(?:in |within )?(?:a day or (?:so|two)|a week or (?:so|two)|a fortnight|within the (?:week|fortnight|month)|inside the week|by this time next week)\\b|\\b(?:in|within|inside|over|for|give (?:me|us)|takes?(?: (?:me|us))?|need) (?:the )?${COUNT}(?: of| or (?:two|three|so)| more)? (?:(working|office|clear|calendar) )?(days?|weeks?|months?|fortnight)\\b`,
	"iu",
);
const DAY_AND_MONTH = new RegExp(
	`\\b(\\d{1,2})(?:st|nd|rd|th|af|ail|ydd|eg)?(?: of| o)? (${MONTH_NAME})\\b|\\b(${MONTH_NAME}) (\\d{1,2})(?:st|nd|rd|th)?\\b|(?<![\\d/])(\\d{1,2})/(\\d{1,2})(?:/\\d{2,4})?(?![\\d/])`,
	"iu",
);
const DAY_OF_MONTH = /\b(?:the|on|by|until|till|before) (?:the )?(\d{1,2})(?:st|nd|rd|th)\b/iu;
const WEEKDAY = new RegExp(`\\b(next |this |this coming |coming )?(${WEEKDAY_NAME})\\b( week)?`, "iu");
const NEAR =
	/\b(today|this (?:morning|afternoon|evening)|tonight|by (?:close of play|close of business|lunch(?:time)?|cop|cob|noon)|heddiw|y prynhawn yma)\b|\b(tomorrow|in the morning|first thing|yfory)\b/iu;
const NEXT_WEEK = /\bnext week\b|\bwk c(?:ommencing)?\b|\bweek commencing\b|\byr wythnos nesaf\b/iu;
const THIS_WEEK =
	/\b(?:later )?this week\b|\b(?:the )?end of (?:the|this) week\b|\bthe weekend\b|\bdiwedd yr wythnos\b/iu;
const NEXT_MONTH = /\bnext month\b|\bmis nesaf\b/iu;
const THIS_MONTH =
	/\b(?:later )?this month\b|\b(?:the )?end of (?:the|this) month\b|\bmonth(?:'s)? end\b|\bdiwedd y mis\b/iu;
const WHOLE_MONTH = new RegExp(
	`\\b(?:by|before|in|during|until|end of|early|mid|late) (?:the end of |early |mid-?|late )?(${MONTH_NAME})\\b`,
	"iu",
);
const FEAST = /\b(?:by|before|until|after) (?:christmas|easter|the new year|new year|whitsun|y nadolig|y pasg)\b/iu;
const EVENT =
	/\b(?:before|after|at|in (?:good )?time for|in|by|following|ahead of) (?:the|our|my|your|its|this|that|next|monday's|tuesday's|wednesday's|thursday's|friday's) (?:[\w'-]+ ){0,3}?(?:meeting|committee|council|surgery|agenda|visit|inspection|return)\b|\bwhen (?:i am|i'm|she is|she's|he is|he's) back\b/iu;

/**
 * The time limit in a sentence, seen from the day on which it was written (`2026-03-03`). Where it names several, the
 * last one counts. Undefined where it names none.
 */
export function timeLimitIn(sentence: string, day: string): TimeLimit | undefined {
	const found: TimeLimit[] = [];
	const note = (match: RegExpExecArray | null, until: (match: RegExpExecArray) => string | undefined | null): void => {
		const last = match === null ? null : until(match);
		if (match === null || last === null) return;
		found.push({ quote: match[0].trim(), ...(last === undefined ? {} : { until: last }) });
	};
	note(IN_SOME_TIME.exec(sentence), ([words, count, kind, unit]) => afterSome(day, words, count, kind, unit));
	const dated = DAY_AND_MONTH.exec(sentence);
	note(dated, (match) => dayAndMonth(match, day));
	if (dated === null) note(DAY_OF_MONTH.exec(sentence), (match) => dayOfMonth(Number(match[1]), day));
	if (found.length === 0) note(WEEKDAY.exec(sentence), (match) => weekday(match, day));
	note(NEAR.exec(sentence), ([, today]) => (today === undefined ? plus(day, 1) : day));
	note(NEXT_WEEK.exec(sentence), () => plus(fridayOf(day), 7));
	note(THIS_WEEK.exec(sentence), () => fridayOf(day));
	note(NEXT_MONTH.exec(sentence), () => endOfMonth(day, 1));
	note(THIS_MONTH.exec(sentence), () => endOfMonth(day, 0));
	if (dated === null) note(WHOLE_MONTH.exec(sentence), ([, name = ""]) => endOfNamed(name, day));
	note(FEAST.exec(sentence), () => undefined);
	if (found.length === 0) note(EVENT.exec(sentence), () => undefined);
	return found.toSorted((a, b) => ((a.until ?? "") < (b.until ?? "") ? 1 : -1))[0];
}

function plus(day: string, days: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function afterSome(day: string, words: string, count?: string, kind?: string, unit?: string): string {
	const bare = words.toLowerCase();
	if (count === undefined || unit === undefined) {
		if (bare.includes("fortnight")) return plus(day, 14);
		if (bare.includes("month")) return plus(day, 31);
		if (bare.includes("week")) return plus(day, bare.includes("two") || bare.includes("so") ? 14 : 7);
		return plus(day, bare.includes("few") ? 5 : 2);
	}
	const some = COUNTS.get(count.toLowerCase()) ?? Number(count);
	// "A week or two", "a day or so".
	const longer = / or (?:two|three|so) /u.test(bare) ? 1 : 0;
	const number = some + longer;
	if (unit.startsWith("day"))
		return plus(day, kind === undefined || kind === "calendar" ? number : number + 2 * Math.ceil(number / 5));
	if (unit.startsWith("fortnight")) return plus(day, 14 * number);
	return plus(day, unit.startsWith("week") ? 7 * number : 31 * number);
}

function monthIndex(name: string): number {
	const bare = name.toLowerCase();
	const english = MONTHS.findIndex((month) => bare.startsWith(month));
	return english >= 0 ? english : MONTHS_WELSH.findIndex((month) => bare.startsWith(month));
}

function dayAndMonth([, first, name, otherName, other, number, month]: RegExpExecArray, day: string): string | null {
	const index = month === undefined ? monthIndex(name ?? otherName ?? "") : Number(month) - 1;
	const date = Number(first ?? other ?? number);
	if (index < 0 || index > 11 || date < 1 || date > 31) return null;
	const year = Number(day.slice(0, 4));
	const at = (given: number) => new Date(Date.UTC(given, index, date)).toISOString().slice(0, 10);
	// A day lately past promises nothing; one long past is next year's.
	return at(year) >= day ? at(year) : plus(at(year), 180) > day ? null : at(year + 1);
}

function dayOfMonth(date: number, day: string): string | undefined {
	if (date < 1 || date > 31) return undefined;
	const [year = 0, month = 1] = day.split("-").map(Number);
	const here = new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
	return here >= day ? here : new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}

function weekday([, which = "", name = "", week]: RegExpExecArray, day: string): string {
	const bare = name.toLowerCase().replace(/^dydd /u, "");
	const english = WEEKDAYS.findIndex(
		(known) => known.startsWith(bare.slice(0, 3)) && !name.toLowerCase().startsWith("dydd"),
	);
	const wanted = english >= 0 ? english : WEEKDAYS_WELSH.indexOf(bare);
	const today = new Date(`${day}T00:00:00Z`).getUTCDay();
	const ahead = (wanted - today + 7) % 7 || 7;
	// "Next Thursday" is the one after the coming one for many people; the later reading is the kinder.
	return plus(day, ahead + (which.toLowerCase() === "next " || week !== undefined ? 7 : 0));
}

function fridayOf(day: string): string {
	const today = new Date(`${day}T00:00:00Z`).getUTCDay();
	return plus(day, today === 0 ? 5 : today === 6 ? 6 : 5 - today);
}

function endOfMonth(day: string, ahead: number): string {
	const [year = 0, month = 1] = day.split("-").map(Number);
	return new Date(Date.UTC(year, month + ahead, 0)).toISOString().slice(0, 10);
}

function endOfNamed(name: string, day: string): string | undefined {
	const index = monthIndex(name);
	if (index < 0) return undefined;
	const year = Number(day.slice(0, 4));
	const here = endOfMonth(`${year}-${String(index + 1).padStart(2, "0")}-01`, 0);
	return here >= day ? here : endOfMonth(`${year + 1}-${String(index + 1).padStart(2, "0")}-01`, 0);
}
