/** The periods that are offered for a report, as of today in the council's zone. Pure. */
import { DateTime } from "luxon";
import type { Days } from "../../reports/period-report.ts";

export type Offered = "last-week" | "last-month" | "last-quarter";

/** Whole weeks from Monday, whole months, whole quarters: the last one that has ended by `today`, `2026-03-02`. */
export function offeredPeriods(today: string): Readonly<Record<Offered, Days>> {
	const now = DateTime.fromISO(today, { zone: "utc" });
	const last = (unit: "week" | "month" | "quarter"): Days => {
		const start = now.startOf(unit).minus({ [`${unit}s`]: 1 });
		return { from: start.toFormat("yyyy-MM-dd"), to: start.endOf(unit).toFormat("yyyy-MM-dd") };
	};
	return { "last-week": last("week"), "last-month": last("month"), "last-quarter": last("quarter") };
}
