/**
 * Bank holidays of the United Kingdom, computed: those of the Banking and Financial Dealings Act 1971 and of custom, by
 * nation, with the substitute days for weekends, and the days that a proclamation moved or added.
 * Checked against the published list of 2019 to 2028.
 */

export type Nation = "england" | "wales" | "scotland" | "northern-ireland";

const DAY_MS = 24 * 60 * 60 * 1000;
const MONDAY = 1;
const SATURDAY = 6;
const SUNDAY = 0;

/** Proclaimed days: added everywhere unless nations are named. */
const ADDED: readonly { readonly day: string; readonly nations?: readonly Nation[] }[] = [
	{ day: "2002-06-03" },
	{ day: "2011-04-29" },
	{ day: "2012-06-05" },
	{ day: "2022-06-03" },
	{ day: "2022-09-19" },
	{ day: "2023-05-08" },
	{ day: "2026-06-15", nations: ["scotland"] },
];

/** Regular days that a proclamation moved in one year. */
const MOVED: ReadonlyMap<string, string> = new Map([
	["2002-05-27", "2002-06-04"],
	["2012-05-28", "2012-06-04"],
	["2020-05-04", "2020-05-08"],
	["2022-05-30", "2022-06-02"],
]);

const cache = new Map<string, ReadonlySet<string>>();

/** The year's bank holidays as days, `2026-12-28`. */
export function bankHolidays(nation: Nation, year: number): ReadonlySet<string> {
	const key = `${nation} ${year}`;
	let days = cache.get(key);
	if (days === undefined) {
		days = new Set(compute(nation, year));
		cache.set(key, days);
	}
	return days;
}

function compute(nation: Nation, year: number): string[] {
	const easter = easterSunday(year);
	const scotland = nation === "scotland";
	const days = [
		...substituted(scotland ? [date(year, 1, 1), date(year, 1, 2)] : [date(year, 1, 1)]),
		easter - 2 * DAY_MS,
		firstMonday(year, 5),
		lastMonday(year, 5),
		scotland ? firstMonday(year, 8) : lastMonday(year, 8),
		...substituted([date(year, 12, 25), date(year, 12, 26)]),
	];
	if (scotland) days.push(...substituted([date(year, 11, 30)]));
	else days.push(easter + DAY_MS);
	if (nation === "northern-ireland")
		days.push(...substituted([date(year, 3, 17)]), ...substituted([date(year, 7, 12)]));
	const regular = days.map(dayText).map((day) => MOVED.get(day) ?? day);
	const added = ADDED.filter(({ day, nations }) => day.startsWith(`${year}-`) && (nations?.includes(nation) ?? true));
	return [...regular, ...added.map(({ day }) => day)];
}

/** A holiday on a weekend is kept on the next weekday that is no holiday itself. */
function substituted(holidays: readonly number[]): number[] {
	const kept = holidays.filter((day) => !isWeekend(day));
	for (const holiday of holidays.filter(isWeekend)) {
		let day = holiday;
		while (isWeekend(day) || kept.includes(day)) day += DAY_MS;
		kept.push(day);
	}
	return kept;
}

function isWeekend(day: number): boolean {
	const weekday = new Date(day).getUTCDay();
	return weekday === SATURDAY || weekday === SUNDAY;
}

function date(year: number, month: number, day: number): number {
	return Date.UTC(year, month - 1, day);
}

function firstMonday(year: number, month: number): number {
	const first = date(year, month, 1);
	return first + ((MONDAY - new Date(first).getUTCDay() + 7) % 7) * DAY_MS;
}

function lastMonday(year: number, month: number): number {
	const last = date(year, month + 1, 0);
	return last - ((new Date(last).getUTCDay() - MONDAY + 7) % 7) * DAY_MS;
}

function dayText(day: number): string {
	return new Date(day).toISOString().slice(0, 10);
}

/** The Gregorian computus (Meeus, Jones and Butcher). */
function easterSunday(year: number): number {
	const golden = year % 19;
	const century = Math.floor(year / 100);
	const rest = year % 100;
	const skipped = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
	const epact = (19 * golden + skipped + 15) % 30;
	const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
	const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
	const sum = epact + weekday - 7 * correction + 114;
	return date(year, Math.floor(sum / 31), (sum % 31) + 1);
}
