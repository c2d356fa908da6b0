/** Days as people write them into a form: `2 March 2026`, `2/3/2026`, `2026-03-02`. */
import { DateTime } from "luxon";

const FORMATS = ["d MMMM yyyy", "d MMM yyyy", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "yyyy-MM-dd", "d/M/yy"] as const;

/** The day as `2026-03-02`, or undefined where it can't be read. The day comes before the month, as in Britain. */
export function writtenDay(text: string): string | undefined {
	const tidy = text
		.trim()
		.replace(/\s+/gu, " ")
		.replace(/^(\d{1,2})(st|nd|rd|th)\b/iu, "$1");
	for (const format of FORMATS) {
		const day = DateTime.fromFormat(tidy, format, { zone: "utc", locale: "en-GB" });
		if (day.isValid) return day.toFormat("yyyy-MM-dd");
	}
	return undefined;
}

/** The first instant of a day in a zone, ISO 8601 in UTC; `after` days later. */
export function startOfDay(day: string, timezone: string, after = 0): string {
	return DateTime.fromISO(day, { zone: timezone }).startOf("day").plus({ days: after }).toUTC().toISO() ?? day;
}
