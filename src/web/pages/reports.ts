/** Reports: weekly digests, audits that were done, and editions for a committee. */
import { z } from "zod";
import { createLocalDay } from "../../people/local-day.ts";
import { weekNamed } from "../../reports/due.ts";
import { editionDocument, type Making } from "../../reports/edition-document.ts";
import type { Edition } from "../../reports/editions.ts";
import { renderEdition } from "../../reports/made-edition.ts";
import type { Days } from "../../reports/period-report.ts";
import { plainLine } from "../../reports/plain-line.ts";
import { weekDigest } from "../../reports/week-digest.ts";
import { listAuditRuns } from "../../store/audit-runs.ts";
import { sentDigests } from "../../store/digests.ts";
import { listMadeReports, type MadeData, madeReport } from "../../store/made-reports.ts";
import type { Pages } from "../frame/deps.ts";
import { sendDownload } from "../frame/download.ts";
import { NotFound, only, viewerOn } from "../frame/guard.ts";
import { REVIEWERS, rolesFor } from "../frame/navigation.ts";
import { sightOf, type Viewer } from "../frame/viewer.ts";
import { makeReport, mayOpen } from "../reports/make-report.ts";
import { type FormError, PERIOD_FIELDS, readPeriod, wrongFields } from "../reports/period-form.ts";
import { offeredPeriods } from "../reports/report-periods.ts";

const LISTED = 50;
const LISTED_WEEKS = 26;
const LISTED_AUDITS = 10;
/** Of an annex, so much is shown on the page; the files have the rest. */
const BLOCKS_SHOWN = 120;
const EXEMPTION_CHARACTERS = 160;
/** Each is kept, and reads all mail of its days: nobody needs one every other second. */
const MADE_A_MINUTE = 30;

const text = z.string().max(1_000).default("").catch("");
const asked = z.object({
	...PERIOD_FIELDS,
	days: z.enum(["last-week", "last-month", "last-quarter", "other"]).catch("other"),
	edition: z.enum(["public", "exempt"]).catch("public"),
	exemption: text,
});
const named = z.object({ id: z.uuid() });
const file = z.object({ format: z.enum(["html", "pdf", "csv", "json"]) });

export const reportsPages: Pages = (app, { installation }) => {
	const { council, store, now } = installation;
	const { timezone } = council.register;
	const guard = { preHandler: only(...rolesFor("/reports")) };
	const localDay = createLocalDay(timezone);
	const today = () => localDay(now().toISOString());

	async function listsFor(viewer: Viewer) {
		const reviewer = viewer.roles.has("reviewer");
		const readsNames = sightOf(viewer) !== undefined;
		const made = await listMadeReports(store.db, readsNames ? undefined : "public", LISTED);
		const runs = reviewer ? await listAuditRuns(store.db, LISTED) : [];
		return {
			reviewer,
			/** Readers see no names, and no digest: it names people. */
			readsNames,
			made: made.map((report) => ({ ...report, open: mayOpen(report, viewer) })),
			weeks: (await sentDigests(store.db, LISTED_WEEKS)).map(({ week, sentAt }) => ({ ...weekNamed(week), sentAt })),
			audits: runs.filter(({ state }) => state === "done").slice(0, LISTED_AUDITS),
			offered: offeredPeriods(today()),
		};
	}

	app.get("/reports", guard, async (request, reply) =>
		reply.page("reports", {
			title: "Reports",
			sent: { days: "last-month", edition: "public", exemption: "" },
			period: { from: {}, to: {} },
			errors: undefined,
			wrong: {},
			...(await listsFor(viewerOn(request))),
		}),
	);

	app.post("/reports", { ...guard, config: { rateLimit: { max: MADE_A_MINUTE } } }, async (request, reply) => {
		const viewer = viewerOn(request);
		const sent = asked.parse(request.body ?? {});
		if (sent.edition === "exempt" && sightOf(viewer) === undefined) throw new NotFound();
		const period = readPeriod(sent, today(), { openStart: false, openEnd: false });
		const errors: FormError[] = sent.days === "other" ? [...period.errors] : [];
		const exemption = plainLine(sent.exemption);
		const complain = (words: string) => errors.push({ text: words, href: "#exemption", field: "exemption" });
		if (sent.edition === "exempt" && exemption === "") complain("Enter why the annex is not for the public");
		if (exemption.length > EXEMPTION_CHARACTERS)
			complain(`The line must be ${EXEMPTION_CHARACTERS} characters or fewer`);
		const days = sent.days === "other" ? daysOf(period) : offeredPeriods(today())[sent.days];
		if (errors.length > 0 || days === undefined) {
			return reply.code(400).page("reports", {
				title: "Reports",
				sent,
				period,
				errors,
				wrong: wrongFields(errors),
				...(await listsFor(viewer)),
			});
		}
		const wanted =
			sent.edition === "public" ? { edition: "public" as const } : { edition: "exempt" as const, exemption };
		const id = await makeReport(installation, viewer, days, wanted);
		request.session.notice = "The report was made. Its hash is in the ledger.";
		return reply.redirect(`/reports/${id}`, 303);
	});

	app.get("/reports/:id", guard, async (request, reply) => {
		const { report, content, making } = await openedBy(viewerOn(request), request.params);
		const { blocks, heading, banner } = editionDocument(content, making);
		return reply.page("report", {
			title: heading,
			report,
			banner,
			blocks: blocks.slice(0, BLOCKS_SHOWN),
			more: blocks.length > BLOCKS_SHOWN,
			readsNames: sightOf(viewerOn(request)) !== undefined,
		});
	});

	app.get("/reports/:id/report.:format", guard, async (request, reply) => {
		const wanted = file.safeParse(request.params);
		if (!wanted.success) throw new NotFound();
		const { report, content, making } = await openedBy(viewerOn(request), request.params);
		const { format } = wanted.data;
		const name = `${report.edition === "public" ? "protocol-report" : "exempt-annex"}-${report.fromDay}-to-${report.toDay}`;
		return sendDownload(reply, { name, format, body: await renderEdition(content, making, format) });
	});

	app.get("/reports/digests/:week", { preHandler: only(...REVIEWERS) }, async (request, reply) => {
		const week = weekNamed((request.params as { week: string }).week);
		const viewer = viewerOn(request);
		const sight = sightOf(viewer);
		if (
			sight === undefined ||
			week === undefined ||
			!(await sentDigests(store.db)).some((one) => one.week === week.week)
		)
			throw new NotFound();
		const mail = await weekDigest(store.db, council, week, now(), {
			address: viewer.email,
			sight,
		});
		return reply.page("digest", { title: `Digest of week ${week.week.slice(-2)}`, week, text: mail.text });
	});

	async function openedBy(viewer: Viewer, params: unknown) {
		const wanted = named.safeParse(params);
		const report = wanted.success ? await madeReport(store.db, wanted.data.id) : undefined;
		if (report === undefined) throw new NotFound();
		const { content, bearing } = report.data as MadeData<Edition>;
		if (!mayOpen({ ...report, bearing }, viewer)) throw new NotFound();
		const making: Making = { madeAt: report.madeAt.toISOString(), by: report.byName, sha256: report.sha256, timezone };
		return { report, content, making };
	}
};

function daysOf({ fromDay, toDay }: { readonly fromDay?: string; readonly toDay?: string }): Days | undefined {
	return fromDay === undefined || toDay === undefined ? undefined : { from: fromDay, to: toDay };
}
