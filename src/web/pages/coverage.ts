/** Coverage: what was read in the last days, what was left aside, and what could not be read. */
import { DateTime } from "luxon";
import { counted } from "../../reports/counted.ts";
import { byReason } from "../../reports/coverage-in.ts";
import { coverageOf, unreadableList } from "../../store/coverage.ts";
import { unknownPeopleSeen } from "../../store/unknown-people.ts";
import type { Pages } from "../frame/deps.ts";
import { only, viewerOn } from "../frame/guard.ts";
import { rolesFor } from "../frame/navigation.ts";
import { seesNames } from "../frame/viewer.ts";
import { sourcesNow } from "../standing/attention.ts";

const DAYS = 28;
const LISTED = 100;

export const coveragePages: Pages = (app, { installation }) => {
	const { store, council, now } = installation;
	app.get("/coverage", { preHandler: only(...rolesFor("/coverage")) }, async (request, reply) => {
		const viewer = viewerOn(request);
		const mayName = seesNames(viewer);
		const unknown = await unknownPeopleSeen(store.db, LISTED);
		const { timezone } = council.register;
		const to = now();
		const from = DateTime.fromJSDate(to, { zone: timezone }).minus({ days: DAYS }).startOf("day").toJSDate();
		const figures = await coverageOf(store.db, { from: from.toISOString(), to: to.toISOString() });
		return reply.page("coverage", {
			title: "Coverage",
			days: DAYS,
			from: from.toISOString(),
			to: to.toISOString(),
			audited: figures.audited,
			notNeeded: figures.notNeeded,
			excluded: byReason(figures.excluded),
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
			unknown: mayName ? unknown : [],
			unknownCount: counted(unknown.length, "address", "addresses"),
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
