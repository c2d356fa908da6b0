import { DateTime, Duration } from "luxon";

/** The first day from which mail is read: what is older than the facts are kept for would be forgotten at once. */
export function readFrom(keptFor: string, now: Date, timezone: string): string {
	const day = DateTime.fromJSDate(now, { zone: timezone }).minus(Duration.fromISO(keptFor));
	return day.toFormat("yyyy-MM-dd");
}
