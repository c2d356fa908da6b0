/** The overview: what is open, how the weeks went, what is read, and what needs somebody. */
import { rulesOf } from "../../reports/from-outcome.ts";
import { chartInWords, firstOfTwelveWeeks, twelveWeeks } from "../../reports/week-chart.ts";
import { rulebookPlace, ruleTitle } from "../../rules/index.ts";
import { openCounts, undecidedInAll, weekCounts } from "../../store/overview.ts";
import type { Pages, WebDeps } from "../frame/deps.ts";
import { only, viewerOn } from "../frame/guard.ts";
import { rolesFor } from "../frame/navigation.ts";
import { countedFor, sightOf, type Viewer } from "../frame/viewer.ts";
import { attentionFor, sourcesNow } from "../standing/attention.ts";

export const overviewPages: Pages = (app, { installation }) => {
	const guard = { preHandler: only(...rolesFor("/")) };
	const { store, council, now } = installation;

	app.get("/", guard, async (request, reply) => {
		const viewer = viewerOn(request);
		const counts = await openCounts(store.db, countedFor(viewer), now());
		const total = counts.reduce((sum, { week, month, older }) => sum + week + month + older, 0);
		const weeks = await lastWeeks(installation, viewer);
		const sources = await sourcesNow(installation, viewer);
		return reply.page("overview", {
			title: "Overview",
			mayOpen: sightOf(viewer) !== undefined,
			rows: [...counts]
				.sort((a, b) => rulebookPlace(a.rule) - rulebookPlace(b.rule))
				.map(({ rule, ...count }) => ({
					rule,
					title: ruleTitle(rule),
					...count,
					all: count.week + count.month + count.older,
				})),
			total,
			hidden: (await undecidedInAll(store.db)) - total,
			chartWords: chartInWords(weeks, council.register.timezone),
			weeks,
			attention: await attentionFor(installation, viewer, sources),
			sources,
			rulesInForce: rulesOf(council).inForce.length,
		});
	});

	app.get("/weeks.svg", guard, async (request, reply) => {
		const weeks = await lastWeeks(installation, viewerOn(request));
		const { chartSvg } = await import("../../reports/draw-weeks.ts");
		return reply.type("image/svg+xml").header("cache-control", "no-store").send(chartSvg(weeks));
	});
};

async function lastWeeks({ store, council, now }: WebDeps["installation"], viewer: Viewer) {
	const { timezone } = council.register;
	const at = now().toISOString();
	const range = { from: firstOfTwelveWeeks(at, timezone), to: at, timezone };
	return twelveWeeks(await weekCounts(store.db, countedFor(viewer), range), at, timezone);
}
