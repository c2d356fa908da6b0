/** When an alert is due, and whether there is one at all: arithmetic, whose callers own the timers. */
import { DateTime } from "luxon";
import type { AlertsConfig } from "../config/council.ts";
import type { Finding } from "../rules/rule.ts";

/** Clues wait for the digest: only what the record shows is worth interrupting somebody for. */
export function deservesAlert(
	finding: Pick<Finding, "severity" | "certainty">,
	alerts: Pick<AlertsConfig, "minimumSeverity">,
): boolean {
	const severe = alerts.minimumSeverity === "advisory" || finding.severity === "breach";
	return severe && finding.certainty !== "possible";
}

/**
 * The moment (ISO 8601, UTC) at which a finding raised at `raisedAt` is alerted: after its copies had time to arrive,
 * for one of them may clear it, and not in quiet hours, which are local times and may reach over midnight.
 */
export function alertDueAt(
	raisedAt: string,
	alerts: Pick<AlertsConfig, "settleMs" | "quietHours">,
	timezone: string,
): string {
	const settled = DateTime.fromISO(raisedAt, { zone: timezone }).plus({ milliseconds: alerts.settleMs });
	return outOfQuietHours(settled, alerts.quietHours).toUTC().toISO() ?? raisedAt;
}

function outOfQuietHours(moment: DateTime, quiet: AlertsConfig["quietHours"]): DateTime {
	if (quiet === undefined || quiet.from === quiet.to) return moment;
	const time = moment.toFormat("HH:mm");
	const overnight = quiet.from > quiet.to;
	const within = overnight ? time >= quiet.from || time < quiet.to : time >= quiet.from && time < quiet.to;
	if (!within) return moment;
	const day = overnight && time >= quiet.from ? moment.plus({ days: 1 }) : moment;
	const [hour = 0, minute = 0] = quiet.to.split(":").map(Number);
	return day.set({ hour, minute, second: 0, millisecond: 0 });
}
