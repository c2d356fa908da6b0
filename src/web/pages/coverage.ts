/** Coverage: what was read in the last days, what was left aside, and what could not be read. */
import { DateTime } from "luxon";
import { counted } from "../../reports/counted.ts";
import { coverageOf, unreadableList } from "../../store/coverage.ts";
import { unknownPeopleSeen } from "../../store/unknown-people.ts";
import type { Pages } from "../frame/deps.ts";
import { only, viewerOn } from "../frame/guard.ts";
import { rolesFor } from "../frame/navigation.ts";
import { mayNameMailboxes, sourcesNow } from "../standing/attention.ts";

const DAYS = 28;
const LISTED = 100;

export const coveragePages: Pages = (app, { installation }) => {
	const { store, council, now } = installation;
	app.get("/coverage", { preHandler: only(...rolesFor("/coverage")) }, async (request, reply) => {
		const viewer = viewerOn(request);
		// A reader gets numbers: addresses and places of mail are for those who look after them.
		const mayName = mayNameMailboxes(viewer);
		const { timezone } = council.register;
		const to = now();
		const from = DateTime.fromJSDate(to, { zone: timezone }).minus({ days: DAYS }).startOf("day").toJSDate();
		const figures = await coverageOf(store.db, { from: from.toISOString(), to: to.toISOString() });
		const reasons = new Map<string, number>();
		for (const { reason, count } of figures.excluded) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
		return reply.page("coverage", {
			title: "Coverage",
			days: DAYS,
			from: from.toISOString(),
			to: to.toISOString(),
			audited: figures.audited,
			notNeeded: figures.notNeeded,
			excluded: [...reasons].map(([reason, count]) => ({ reason, count })),
			leftOut: mayName
				? figures.leftOut.map(({ mailbox, folder, count }) => ({ place: `${mailbox}, ${folder}`, count }))
				: inAll(figures.leftOut),
			partlyRead: mayName
				? figures.partlyRead.slice(0, LISTED).map(({ at, date, partlyRead }) => ({
						place: [at[0]?.mailbox, at[0]?.folder].filter((part) => part).join(", "),
						date,
						what: partlyRead.join("; "),
					}))
				: [],
			partlyReadCount: figures.partlyRead.length,
			unreadable: mayName
				? (await unreadableList(store.db, LISTED)).map(({ at, reason, firstSeen }) => ({
						place: [at.mailbox, at.folder, at.file ?? (at.uid === undefined ? "" : `message ${at.uid}`)]
							.filter((part) => part !== "")
							.join(", "),
						reason,
						firstSeen,
					}))
				: [],
			unreadableCount: figures.unreadable.length,
			unknown: mayName ? await unknownPeopleSeen(store.db, LISTED) : [],
			unknownCount: counted((await unknownPeopleSeen(store.db, LISTED)).length, "address", "addresses"),
			sources: await sourcesNow(installation, viewer),
			mayName,
		});
	});
};

/** People name folders after people too. */
function inAll(leftOut: readonly { readonly count: number }[]) {
	const count = leftOut.reduce((sum, one) => sum + one.count, 0);
	return count === 0 ? [] : [{ place: "Messages in all", count }];
}
