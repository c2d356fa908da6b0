/** Days and times in words, in the council's zone: "2 March 2026", "2 March 2026, 10:15". */
import { Duration } from "luxon";

const formats = new Map<string, Intl.DateTimeFormat>();

/** A bare day (`2026-03-02`) stands for itself; an instant (ISO 8601) gives its local day. */
export function dayInWords(when: string, timezone: string): string {
	const bare = when.length === 10;
	return format(bare ? "UTC" : timezone, false, when);
}

/** The local day and time of an instant (ISO 8601). What can't be read is said to be unknown. */
export function timeInWords(instant: string, timezone: string): string {
	return format(timezone, true, instant);
}

function format(timezone: string, withTime: boolean, when: string): string {
	const moment = new Date(when);
	if (Number.isNaN(moment.getTime())) return "date unknown";
	const key = `${timezone} ${withTime}`;
	let made = formats.get(key);
	if (made === undefined) {
		made = new Intl.DateTimeFormat("en-GB", {
			timeZone: timezone,
			day: "numeric",
			month: "long",
			year: "numeric",
			...(withTime ? { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } : {}),
		});
		formats.set(key, made);
	}
	// Versions of the locale data differ on "at" and the comma, and the same report must read the same everywhere.
	const parts = new Map(made.formatToParts(moment).map(({ type, value }) => [type, value]));
	const day = `${parts.get("day")} ${parts.get("month")} ${parts.get("year")}`;
	return withTime ? `${day}, ${parts.get("hour")}:${parts.get("minute")}` : day;
}

/** `P2Y` (ISO 8601): "2 years". */
export function durationInWords(duration: string): string {
	const parts = Object.entries(Duration.fromISO(duration).toObject()).filter(([, count]) => count > 0);
	return (
		parts.map(([unit, count]) => `${count} ${count === 1 ? unit.replace(/s$/u, "") : unit}`).join(", ") || duration
	);
}
