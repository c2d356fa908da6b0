/** The day of an instant in the council's zone. */

/** No zone's clock moves by less than a quarter of an hour, so all instants in one share a day. */
const QUARTER_HOUR_MS = 15 * 60 * 1000;
const CACHE_ENTRIES = 100_000;
const BARE_DAY = /^\d{4}-\d{2}-\d{2}$/u;

/**
 * A function from an instant (ISO 8601) to its local day, `2026-03-02`. A bare day stands for itself. An instant that
 * cannot be read gives `0000-00-00`, which lies before every date of office.
 */
export function createLocalDay(timezone: string): (instant: string) => string {
	const format = new Intl.DateTimeFormat("en-CA", {
		timeZone: timezone,
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
	});
	const days = new Map<number, string>();
	// Everything on a message is asked for one instant.
	let lastInstant = "0000-00-00";
	let lastDay = "0000-00-00";
	return (instant) => {
		if (instant === lastInstant) return lastDay;
		const day = dayOf(instant);
		lastInstant = instant;
		lastDay = day;
		return day;
	};

	function dayOf(instant: string): string {
		if (BARE_DAY.test(instant)) return instant;
		const quarter = Math.floor(Date.parse(instant) / QUARTER_HOUR_MS);
		if (Number.isNaN(quarter)) return "0000-00-00";
		const known = days.get(quarter);
		if (known !== undefined) return known;
		if (days.size >= CACHE_ENTRIES) days.clear();
		const parts = new Map(format.formatToParts(quarter * QUARTER_HOUR_MS).map((part) => [part.type, part.value]));
		const day = `${parts.get("year")?.padStart(4, "0")}-${parts.get("month")}-${parts.get("day")}`;
		days.set(quarter, day);
		return day;
	}
}
