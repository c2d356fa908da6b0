/** Exempt patterns: who exempted what, why and until when, and whether it still covers anything. */
import { dayInWords } from "../../reports/local-time.ts";
import { ruleTitle } from "../../rules/index.ts";
import { EXPIRED, endExpired, endPattern } from "../../store/exempt-patterns.ts";
import { IDLE_DAYS, listPatterns, type ShownPattern } from "../../store/pattern-list.ts";
import { reviewDesk } from "../findings/review-desk.ts";
import type { Pages } from "../frame/deps.ts";
import { NotFound, only } from "../frame/guard.ts";
import { REVIEWERS } from "../frame/navigation.ts";

export const exemptionPages: Pages = (app, { installation }) => {
	const guard = { preHandler: only(...REVIEWERS) };
	const desk = reviewDesk(installation);
	const { db } = installation.store;
	const { timezone } = installation.council.register;

	app.get("/exemptions", guard, async (request, reply) => {
		const { now, today } = desk.when();
		await endExpired(db, now, today);
		const patterns = await listPatterns(db, desk.acting(request).sight, now);
		const lines = patterns.map((pattern) => patternLine(pattern, timezone));
		return reply.page("exemptions", {
			title: "Exempt patterns",
			active: lines.filter(({ ended }) => ended === undefined),
			ended: lines.filter(({ ended }) => ended !== undefined),
			idleDays: IDLE_DAYS,
		});
	});

	app.post("/exemptions/:id/end", guard, async (request, reply) => {
		const { id } = request.params as { readonly id: string };
		const { now, today } = desk.when();
		if (!(await endPattern(db, id, desk.acting(request), now, today))) throw new NotFound();
		request.session.notice = "The exemption ended. What it exempted waits for a decision again.";
		return reply.redirect("/exemptions", 303);
	});
};

function patternLine(pattern: ShownPattern, timezone: string) {
	const { id, rule, reason, byName, at, expiresOn, lastMatchedAt, endedAt, endedBy, matched, idle } = pattern;
	const { from, people } = pattern.pattern;
	const day = (moment: Date) => dayInWords(moment.toISOString(), timezone);
	return {
		id,
		title: ruleTitle(rule),
		alike: [
			...(from === undefined ? [] : [`Sent by ${from || "an unknown sender"}`]),
			...(people === undefined
				? []
				: [people.length === 0 ? "No people named" : `Naming ${people.join(", ")}, and nobody else`]),
		],
		reason,
		byName,
		at: day(at),
		expiresOn: dayInWords(expiresOn, timezone),
		lastMatched: lastMatchedAt === null ? undefined : day(lastMatchedAt),
		matched,
		idle,
		ended:
			endedAt === null
				? undefined
				: endedBy === EXPIRED
					? `Its last day was ${dayInWords(expiresOn, timezone)}`
					: `Ended by ${endedBy} on ${day(endedAt)}`,
	};
}
