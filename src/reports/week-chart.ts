/** The last twelve weeks of findings, in numbers and in words. `draw-weeks.ts` makes a picture of them. */
import { DateTime } from "luxon";
import { counted } from "./counted.ts";
import { dayInWords } from "./local-time.ts";

export const WEEKS_SHOWN = 12;
export interface WeekBar {
	/** Its Monday, `2026-03-02`. */
	readonly monday: string;
	readonly breaches: number;
	readonly advisories: number;
}

/** The twelve weeks up to the one of `now` (ISO 8601), those without findings as zero; oldest first. */
export function twelveWeeks(counts: readonly WeekBar[], now: string, timezone: string): readonly WeekBar[] {
	const known = new Map(counts.map((week) => [week.monday, week]));
	const monday = DateTime.fromISO(now, { zone: timezone }).startOf("week");
	return Array.from({ length: WEEKS_SHOWN }, (_, index) => {
		const key = monday.minus({ weeks: WEEKS_SHOWN - 1 - index }).toFormat("yyyy-MM-dd");
		return known.get(key) ?? { monday: key, breaches: 0, advisories: 0 };
	});
}

/** The first instant of the twelve weeks, ISO 8601 in UTC. */
export function firstOfTwelveWeeks(now: string, timezone: string): string {
	const monday = DateTime.fromISO(now, { zone: timezone }).startOf("week");
	return monday
		.minus({ weeks: WEEKS_SHOWN - 1 })
		.toJSDate()
		.toISOString();
}

/** The chart in words, for whoever does not see it. */
export function chartInWords(weeks: readonly WeekBar[], timezone: string): string {
	const total = weeks.reduce((sum, { breaches, advisories }) => sum + breaches + advisories, 0);
	if (total === 0) return "No findings are visible on the messages of the last 12 weeks.";
	const parts = weeks
		.filter(({ breaches, advisories }) => breaches + advisories > 0)
		.map(({ monday, breaches, advisories }) => {
			const kinds = [
				...(breaches > 0 ? [counted(breaches, "breach", "breaches")] : []),
				...(advisories > 0 ? [counted(advisories, "advisory", "advisories")] : []),
			];
			return `week of ${dayInWords(monday, timezone)}: ${kinds.join(" and ")}`;
		});
	return `Findings by the week of their message. ${parts.join("; ")}. No findings in the other weeks.`;
}
