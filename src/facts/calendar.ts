/** Working days of a council: for the clocks of enquiries. */
import { createLocalDay } from "../people/local-day.ts";
import { bankHolidays, type Nation } from "./bank-holidays.ts";

/** Shaped as config/council.ts gives it. */
export interface CalendarRules {
	readonly nation: Nation;
	/** Days on which the council is closed, `2026-12-29`. */
	readonly closed: readonly string[];
	/** Days of the week on which the office works; absent: Monday to Friday. */
	readonly officeDays?: readonly string[];
}

/** Shaped as rules/rule.ts wants it. */
export interface Calendar {
	receivedOn(instant: string): string;
	addWorkingDays(day: string, count: number): string;
	dayOf(instant: string): string;
	isWorkingDay(day: string): boolean;
}

/** Local time after which mail counts as received on the next working day. */
const CLOSE_OF_BUSINESS = "17:00:00";
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const OFFICE_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"];
/** No council closes for longer: a calendar without any working day must not search for ever. */
const LONGEST_CLOSURE_DAYS = 366;

export function createCalendar(config: CalendarRules, timezone: string): Calendar {
	const dayOf = createLocalDay(timezone);
	const closed = new Set(config.closed);
	const named = (config.officeDays ?? []).map((day) => day.toLowerCase());
	const office = new Set(named.length > 0 ? named : OFFICE_DAYS);
	const clock = new Intl.DateTimeFormat("en-GB", { timeZone: timezone, timeStyle: "medium", hourCycle: "h23" });

	function isWorkingDay(day: string): boolean {
		const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];
		if (weekday === undefined || !office.has(weekday) || closed.has(day)) return false;
		return !bankHolidays(config.nation, Number(day.slice(0, 4))).has(day);
	}

	function nextWorkingDay(day: string): string {
		let next = day;
		for (let tried = 0; tried < LONGEST_CLOSURE_DAYS; tried++) {
			next = dayAfter(next);
			if (isWorkingDay(next)) return next;
		}
		return dayAfter(day);
	}

	return {
		dayOf,
		isWorkingDay,
		receivedOn(instant) {
			const day = dayOf(instant);
			const inTime = isWorkingDay(day) && clock.format(new Date(instant)) <= CLOSE_OF_BUSINESS;
			return inTime ? day : nextWorkingDay(day);
		},
		addWorkingDays(day, count) {
			let reached = day;
			for (let left = count; left > 0; left--) reached = nextWorkingDay(reached);
			return reached;
		},
	};
}

function dayAfter(day: string): string {
	const next = new Date(`${day}T00:00:00Z`);
	next.setUTCDate(next.getUTCDate() + 1);
	return next.toISOString().slice(0, 10);
}
