/** The day of an instant in the council's zone. */

/** No zone's clock moves by less than a quarter of an hour, so all instants in one share a day. */
const QUARTER_HOUR_MS = 15 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const CACHE_ENTRIES = 10_000;
const BARE_DAY = /^\d{4}-\d{2}-\d{2}$/u;
const NO_DAY = "0000-00-00";
/** Of other years, which no mail has, the zone's own calendar is asked. */
const FIRST_YEAR_MS = Date.UTC(1000, 0, 2);
const LAST_YEAR_MS = Date.UTC(9999, 11, 30);

/**
 * A function from an instant (ISO 8601) to its local day, `2026-03-02`. A bare day stands for itself. An instant that
 * cannot be read gives `0000-00-00`, which lies before every date of office.
 */
export function createLocalDay(timezone: string): (instant: string) => string {
	const format = new Intl.DateTimeFormat("en-CA", {
		timeZone: timezone,
		calendar: "iso8601",
		hourCycle: "h23",
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
		hour: "2-digit",
		minute: "2-digit",
	});
	/** By UTC day, how far the zone's clock is ahead; undefined on a day on which it is moved. */
	const offsets = new Map<number, number | undefined>();
	// Everything on a message is asked for one instant.
	let lastInstant = NO_DAY;
	let lastDay = NO_DAY;
	return (instant) => {
		if (instant === lastInstant) return lastDay;
		const day = dayOf(instant);
		lastInstant = instant;
		lastDay = day;
		return day;
	};

	function dayOf(instant: string): string {
		if (BARE_DAY.test(instant)) return instant;
		const at = Date.parse(instant);
		if (Number.isNaN(at)) return NO_DAY;
		const offset = at > FIRST_YEAR_MS && at < LAST_YEAR_MS ? offsetOn(Math.floor(at / DAY_MS)) : undefined;
		if (offset === undefined) return localTime(at).day;
		return new Date(at + offset).toISOString().slice(0, 10);
	}

	/** Asking the zone costs more than reading a short mail, and its clock is moved twice a year. */
	function offsetOn(utcDay: number): number | undefined {
		if (offsets.has(utcDay)) return offsets.get(utcDay);
		if (offsets.size >= CACHE_ENTRIES) offsets.clear();
		const start = utcDay * DAY_MS;
		const first = localTime(start).offset;
		const offset = localTime(start + DAY_MS - QUARTER_HOUR_MS).offset === first ? first : undefined;
		offsets.set(utcDay, offset);
		return offset;
	}

	function localTime(at: number): { readonly day: string; readonly offset: number } {
		const quarter = Math.floor(at / QUARTER_HOUR_MS) * QUARTER_HOUR_MS;
		const parts = new Map(format.formatToParts(quarter).map((part) => [part.type, part.value]));
		const day = `${parts.get("year")?.padStart(4, "0")}-${parts.get("month")}-${parts.get("day")}`;
		const offset = Date.parse(`${day}T${parts.get("hour")}:${parts.get("minute")}:00Z`) - quarter;
		return { day, offset };
	}
}
