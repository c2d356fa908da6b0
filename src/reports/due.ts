/** Which week's digest is due. Pure: asked on start and every hour, so that a dead timer only makes it late. */
import { DateTime } from "luxon";
import type { DigestConfig } from "../config/council.ts";

export interface DigestWeek {
	/** ISO week in the council's zone: `2026-W12`. */
	readonly week: string;
	/** Its Monday and its Sunday, `2026-03-16`. */
	readonly from: string;
	readonly to: string;
}

const DAYS: readonly DigestConfig["day"][] = [
	"monday",
	"tuesday",
	"wednesday",
	"thursday",
	"friday",
	"saturday",
	"sunday",
];

/** After a longer silence nobody wants every week's digest: the newest ones tell what is open. */
const MAX_WEEKS_LATE = 8;

/**
 * The oldest week whose digest should have gone out by `now` (ISO 8601) and didn't. A week's digest goes out on the
 * configured day after its Sunday. Weeks before the first one ever sent are not made up for, nor those that had ended
 * before Candour was there (`installedAt`, ISO 8601): of them it could only say that it read nothing.
 */
export function digestDue(
	now: string,
	config: Pick<DigestConfig, "day" | "time">,
	timezone: string,
	sentWeeks: ReadonlySet<string>,
	installedAt: string,
): DigestWeek | undefined {
	const moment = DateTime.fromISO(now, { zone: timezone });
	const thisMonday = moment.startOf("week");
	const ended = Array.from({ length: MAX_WEEKS_LATE + 1 }, (_, index) => thisMonday.minus({ weeks: index + 1 }));
	const due = ended.filter((monday) => moment >= sendingMoment(monday, config)).slice(0, MAX_WEEKS_LATE);
	const weeks = due.map(weekFrom).reverse();
	if (sentWeeks.size === 0) {
		const installed = day(DateTime.fromISO(installedAt, { zone: timezone }));
		return weeks.find(({ to }) => to >= installed);
	}
	const first = [...sentWeeks].sort()[0] ?? "";
	return weeks.find(({ week }) => week > first && !sentWeeks.has(week));
}

/** The days of an ISO week, `2026-W53`; undefined where there is no such week. */
export function weekNamed(week: string): DigestWeek | undefined {
	if (!/^\d{4}-W\d{2}$/u.test(week)) return undefined;
	const monday = DateTime.fromISO(week, { zone: "utc" });
	return monday.isValid && nameOf(monday) === week ? weekFrom(monday) : undefined;
}

/** The last week that has ended by `now`. */
export function lastWeek(now: string, timezone: string): DigestWeek {
	return weekFrom(DateTime.fromISO(now, { zone: timezone }).startOf("week").minus({ weeks: 1 }));
}

/** The week that is under way at `now`. */
export function thisWeek(now: string, timezone: string): DigestWeek {
	return weekFrom(DateTime.fromISO(now, { zone: timezone }).startOf("week"));
}

/** The week so many weeks before or, negative, after. */
export function weekBefore({ from }: DigestWeek, weeks: number): DigestWeek {
	return weekFrom(DateTime.fromISO(from, { zone: "utc" }).minus({ weeks }));
}

/** On the day that the clocks change, a time that doesn't exist is taken an hour later. */
function sendingMoment(monday: DateTime, { day, time }: Pick<DigestConfig, "day" | "time">): DateTime {
	const [hour = 0, minute = 0] = time.split(":").map(Number);
	return monday.plus({ weeks: 1, days: DAYS.indexOf(day) }).set({ hour, minute, second: 0, millisecond: 0 });
}

function weekFrom(monday: DateTime): DigestWeek {
	return { week: nameOf(monday), from: day(monday), to: day(monday.plus({ days: 6 })) };
}

function nameOf(monday: DateTime): string {
	return monday.toFormat("kkkk-'W'WW");
}

function day(moment: DateTime): string {
	return moment.toFormat("yyyy-MM-dd");
}
