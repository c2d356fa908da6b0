/** What was read in a period and what was not, as monitoring's store has it: for digests and reports of a period. */
import { DateTime } from "luxon";
import type { Council } from "../config/council.ts";
import { coverageOf, sourceStatesOf } from "../store/coverage.ts";
import type { Db } from "../store/schema.ts";
import type { Coverage } from "./audit-report.ts";
import { sourcesFrom } from "./source-coverage.ts";

/** Days of the council's zone, both inclusive; the sources are as they stand at `now`. */
export async function coverageIn(
	db: Db,
	days: { readonly from: string; readonly to: string },
	council: Council,
	now: Date,
): Promise<Coverage> {
	const { timezone } = council.register;
	const from = DateTime.fromISO(days.from, { zone: timezone }).startOf("day").toJSDate().toISOString();
	const to = DateTime.fromISO(days.to, { zone: timezone }).endOf("day").toJSDate().toISOString();
	const { audited, unreadable, excluded, notNeeded, leftOut, partlyRead } = await coverageOf(db, { from, to });
	const left = byReason(excluded);
	return {
		found: audited + notNeeded + unreadable.length + left.reduce((sum, { count }) => sum + count, 0),
		audited,
		excluded: left,
		notNeeded,
		leftOut,
		partlyRead: partlyRead.map(({ at, messageId, partlyRead: what }) => ({
			mailbox: at[0]?.mailbox ?? "",
			folder: at[0]?.folder ?? "",
			messageId,
			what,
		})),
		unreadable: unreadable.map(({ at, reason }) => ({ mailbox: at.mailbox, folder: at.folder, reason })),
		sources: sourcesFrom(await sourceStatesOf(db), council, { now, timezone }),
	};
}

/** What was excluded in each folder, added up over the folders. */
export function byReason(excluded: Coverage["excluded"]): Coverage["excluded"] {
	const reasons = new Map<string, number>();
	for (const { reason, count } of excluded) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
	return [...reasons].map(([reason, count]) => ({ reason, count }));
}
