/** The days of an audit as instants. Both ends are inclusive, in the council's time zone. */
import { DateTime } from "luxon";
import { CandourError } from "../errors.ts";

/** Days before `from` that are read as context: an enquiry or a marked message may be that much older. */
const CONTEXT_DAYS = 60;

export interface Period {
	/** `2026-03-01`; null where everything is read. */
	readonly from: string | null;
	readonly to: string;
	/** ISO 8601, UTC: for comparing with message dates. `fromInstant` is "" where everything is read. */
	readonly fromInstant: string;
	readonly asOfInstant: string;
	/** ISO 8601 with the council's offset, for reports. */
	readonly asOf: string;
	/** The first day that is fetched from a mailbox; absent where everything is. */
	readonly readFrom?: string;
}

/** `now` is ISO 8601. Throws USAGE where a date is none, or `from` comes after `to`. */
export function periodOf(from: string | undefined, to: string | undefined, now: string, timezone: string): Period {
	const start = from === undefined ? undefined : dayStart(from, timezone, "--from");
	const end =
		to === undefined ? DateTime.fromISO(now, { zone: timezone }) : dayStart(to, timezone, "--to").endOf("day");
	if (start !== undefined && start > end) {
		throw new CandourError("USAGE", `The audit would begin on ${from}, after its end on ${end.toISODate()}.`, {
			remedy: "Give --from a day on or before --to.",
		});
	}
	return {
		from: from ?? null,
		to: end.toISODate() ?? "",
		fromInstant: start?.toUTC().toISO() ?? "",
		asOfInstant: end.toUTC().toISO() ?? "",
		asOf: end.toISO() ?? "",
		...(start ? { readFrom: start.minus({ days: CONTEXT_DAYS }).toISODate() ?? "" } : {}),
	};
}

function dayStart(day: string, timezone: string, option: string): DateTime {
	const parsed = /^\d{4}-\d{2}-\d{2}$/u.test(day)
		? DateTime.fromISO(day, { zone: timezone })
		: DateTime.invalid("form");
	if (!parsed.isValid) {
		throw new CandourError("USAGE", `${option} ${day} is not a date.`, { remedy: "Write dates like 2026-03-01." });
	}
	return parsed.startOf("day");
}
