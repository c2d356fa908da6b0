/** One audit: how far it is, what it found, its report as a file, and the button that cancels it. */
import { z } from "zod";
import { rulesOf } from "../../reports/from-outcome.ts";
import { renderReport } from "../../reports/render.ts";
import { type AuditRun, auditRun, cancelAuditRun } from "../../store/audit-runs.ts";
import { append } from "../../store/ledger.ts";
import { progressOf, RUN_TAGS } from "../audits/audit-progress.ts";
import { reportFor } from "../audits/audit-result.ts";
import { auditShown } from "../audits/audit-shown.ts";
import { runNamed, storedReport } from "../audits/find-run.ts";
import { createProgressStreams } from "../audits/progress-stream.ts";
import type { Pages } from "../frame/deps.ts";
import { sendDownload } from "../frame/download.ts";
import { NotFound, only, viewerOn } from "../frame/guard.ts";
import { rolesFor } from "../frame/navigation.ts";

const query = z.object({ page: z.coerce.number().int().min(1).catch(1) });
const file = z.object({ format: z.enum(["html", "pdf", "csv", "json"]) });

export const auditPages: Pages = (app, { installation }) => {
	const { council, store, roster, now } = installation;
	const guard = { preHandler: only(...rolesFor("/audits")) };
	const inForce = rulesOf(council).inForce;
	const titlesOf = ({ rules }: AuditRun) =>
		rules?.map((rule) => inForce.find((one) => one.rule === rule)?.title ?? rule);

	app.get("/audits/:id", guard, async (request, reply) => {
		const run = await runNamed(store.db, request.params);
		const shared = { title: "Audit", run, tag: RUN_TAGS[run.state], progress: progressOf(run), titles: titlesOf(run) };
		if (run.state !== "done") return reply.page("audit", shared);
		const { page } = query.parse(request.query);
		return reply.page("audit", {
			...shared,
			...(await auditShown(installation, { run, viewer: viewerOn(request), page })),
		});
	});

	const progressStream = createProgressStreams((id) => auditRun(store.db, id));
	// Not for HEAD: nobody would hear the news, nor end it by going away.
	app.get("/audits/:id/events", { ...guard, exposeHeadRoute: false }, async (request, reply) => {
		const run = await runNamed(store.db, request.params);
		const events = progressStream(run, viewerOn(request).email);
		// Not to come back: the page tells how far it is when it is loaded again.
		if (events === undefined) return reply.code(204).send();
		return reply
			.type("text/event-stream; charset=utf-8")
			.header("cache-control", "no-store")
			.header("x-accel-buffering", "no")
			.send(events);
	});

	app.post("/audits/:id/cancel", guard, async (request, reply) => {
		const { id } = await runNamed(store.db, request.params);
		const cancelled = await store.db.transaction(async (tx) => {
			if (!(await cancelAuditRun(tx, id, now()))) return false;
			await append(tx, [{ kind: "audit.cancelled", entry: { id, by: viewerOn(request).email } }], now());
			return true;
		});
		request.session.notice = cancelled ? "The audit was cancelled." : "The audit had ended already.";
		return reply.redirect(`/audits/${id}`, 303);
	});

	app.get("/audits/:id/report.:format", guard, async (request, reply) => {
		const asked = file.safeParse(request.params);
		if (!asked.success) throw new NotFound();
		const { format } = asked.data;
		const run = await runNamed(store.db, request.params);
		const report = reportFor(await storedReport(store.db, run), viewerOn(request), roster);
		const body = await renderReport(report, format, { timezone: council.register.timezone });
		return sendDownload(reply, { name: `audit-${run.fromDay ?? "all"}-to-${run.toDay}`, format, body });
	});
};
