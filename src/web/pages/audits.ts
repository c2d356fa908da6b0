/** Audits of a date range: asked for here, run by a worker, looked at when done. */
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { periodOf } from "../../audit/period.ts";
import { createLocalDay } from "../../people/local-day.ts";
import type { AuditReport } from "../../reports/audit-report.ts";
import {
	coverageSentence,
	leftAside,
	partlyReadLines,
	rosterGapLines,
	sourceLines,
	unreadableLines,
} from "../../reports/coverage-shown.ts";
import { rulesOf } from "../../reports/from-outcome.ts";
import { renderReport } from "../../reports/render.ts";
import {
	type AuditRun,
	askForAudit,
	auditRun,
	cancelAuditRun,
	listAuditRuns,
	reportOfRun,
} from "../../store/audit-runs.ts";
import { append } from "../../store/ledger.ts";
import { findingsById, monitored, outlinesIn } from "../../store/period-findings.ts";
import { compare } from "../audits/audit-comparison.ts";
import { progressOf, RUN_TAGS } from "../audits/audit-progress.ts";
import { reportFor } from "../audits/audit-result.ts";
import { pageOf } from "../forms/paged.ts";
import type { Pages, WebDeps } from "../frame/deps.ts";
import { sendDownload } from "../frame/download.ts";
import { NotFound, only, viewerOn } from "../frame/guard.ts";
import { rolesFor } from "../frame/navigation.ts";
import { sees, sightOf, type Viewer } from "../frame/viewer.ts";
import { PERIOD_FIELDS, readPeriod, wrongFields } from "../reports/period-form.ts";

const LISTED_RUNS = 50;
const LOOK_EVERY_MS = 1_000;
/** Then the browser asks again by itself. */
const LIVE_FOR_MS = 10 * 60_000;
/** Windows of one person that are told of progress at a time; each asks the store once a second. */
const MOST_LIVE = 6;
const FINDINGS_A_PAGE = 50;
const DIFFERENCES_SHOWN = 50;
/** More make a queue that nobody looks through. */
const MOST_WAITING = 5;

const idIn = z.object({ id: z.uuid() });
const asked = z.object({
	...PERIOD_FIELDS,
	rules: z
		.union([z.string(), z.array(z.string())])
		.default([])
		.transform((rules) => [rules].flat()),
});
const query = z.object({ page: z.coerce.number().int().min(1).catch(1) });

export const auditsPages: Pages = (app, deps) => {
	const { council, store, queues, now, log } = deps.installation;
	const guard = { preHandler: only(...rolesFor("/audits")) };
	const localDay = createLocalDay(council.register.timezone);
	const inForce = rulesOf(council).inForce;

	const form = (values: Readonly<Record<string, unknown>> = {}) => ({
		title: "Audits",
		rules: inForce,
		chosen: inForce.map(({ rule }) => rule),
		period: { from: {}, to: {} },
		errors: undefined,
		wrong: {},
		...values,
	});
	const runs = async () => ({ runs: await listAuditRuns(store.db, LISTED_RUNS), tags: RUN_TAGS });

	app.get("/audits", guard, async (_request, reply) => reply.page("audits", { ...form(), ...(await runs()) }));

	app.post("/audits", guard, async (request, reply) => {
		const sent = asked.parse(request.body ?? {});
		const period = readPeriod(sent, localDay(now().toISOString()), { openStart: true, openEnd: true });
		const chosen = inForce.map(({ rule }) => rule).filter((rule) => sent.rules.includes(rule));
		const errors = [...period.errors];
		if (chosen.length === 0) errors.push({ text: "Select at least one rule", href: "#rules", field: "rules" });
		const listed = await runs();
		if (listed.runs.filter(({ state }) => state === "waiting").length >= MOST_WAITING) {
			const text = "Several audits are waiting already. Wait for them, or cancel one";
			errors.push({ text, href: "#earlier", field: "none" });
		}
		const { fromDay, toDay } = period;
		if (errors.length > 0 || toDay === undefined) {
			return reply
				.code(400)
				.page("audits", { ...form({ chosen, period, errors, wrong: wrongFields(errors) }), ...listed });
		}
		const viewer = viewerOn(request);
		const id = randomUUID();
		const rules = chosen.length === inForce.length ? undefined : chosen;
		await store.db.transaction(async (tx) => {
			const { email: byEmail, name: byName } = viewer;
			await askForAudit(
				tx,
				{ id, byEmail, byName, toDay, ...(fromDay ? { fromDay } : {}), ...(rules ? { rules } : {}) },
				now(),
			);
			await append(tx, [{ kind: "audit.asked", entry: { id, rules: chosen.length, by: viewer.email } }], now());
		});
		await queues.runs
			.add({ kind: "run", id }, { id: `run-${id}` })
			.catch((error: unknown) => log.warn({ err: error }, "an audit that was asked for waits for the next sweep"));
		return reply.redirect(`/audits/${id}`, 303);
	});

	app.get("/audits/:id", guard, async (request, reply) => {
		const run = await runOf(request.params);
		const shared = { title: "Audit", run, tag: RUN_TAGS[run.state], progress: progressOf(run), titles: titlesOf(run) };
		if (run.state !== "done") return reply.page("audit", shared);
		const { page } = query.parse(request.query);
		return reply.page("audit", { ...shared, ...(await resultOf(deps, run, viewerOn(request), page)) });
	});

	const live = new Map<string, number>();
	// Not for HEAD: nobody would hear the news, nor end it by going away.
	app.get("/audits/:id/events", { ...guard, exposeHeadRoute: false }, async (request, reply) => {
		const run = await runOf(request.params);
		const { email } = viewerOn(request);
		const open = live.get(email) ?? 0;
		// Not to come back: the page tells how far it is when it is loaded again.
		if (open >= MOST_LIVE) return reply.code(204).send();
		live.set(email, open + 1);
		const events = Readable.from(progressEvents(run)).once("close", () => {
			const left = (live.get(email) ?? 1) - 1;
			if (left === 0) live.delete(email);
			else live.set(email, left);
		});
		return reply
			.type("text/event-stream; charset=utf-8")
			.header("cache-control", "no-store")
			.header("x-accel-buffering", "no")
			.send(events);
	});

	app.post("/audits/:id/cancel", guard, async (request, reply) => {
		const { id } = await runOf(request.params);
		const cancelled = await store.db.transaction(async (tx) => {
			if (!(await cancelAuditRun(tx, id, now()))) return false;
			await append(tx, [{ kind: "audit.cancelled", entry: { id, by: viewerOn(request).email } }], now());
			return true;
		});
		request.session.notice = cancelled ? "The audit was cancelled." : "The audit had ended already.";
		return reply.redirect(`/audits/${id}`, 303);
	});

	app.get("/audits/:id/report.:format", guard, async (request, reply) => {
		const { format } = z
			.object({ format: z.enum(["html", "pdf", "csv", "json"]) })
			.catch(() => {
				throw new NotFound();
			})
			.parse(request.params);
		const run = await runOf(request.params);
		const report = await storedReport(run);
		const shown = reportFor(report, viewerOn(request), deps.installation.roster);
		const body = await renderReport(shown, format, { timezone: council.register.timezone });
		return sendDownload(reply, { name: `audit-${run.fromDay ?? "all"}-to-${run.toDay}`, format, body });
	});

	async function runOf(params: unknown): Promise<AuditRun> {
		const named = idIn.safeParse(params);
		const run = named.success ? await auditRun(store.db, named.data.id) : undefined;
		if (run === undefined) throw new NotFound();
		return run;
	}

	function titlesOf({ rules }: AuditRun): readonly string[] | undefined {
		return rules?.map((rule) => inForce.find((one) => one.rule === rule)?.title ?? rule);
	}

	async function storedReport(run: AuditRun): Promise<AuditReport> {
		const report = run.state === "done" ? await reportOfRun(store.db, run.id) : undefined;
		if (report === undefined) throw new NotFound();
		return report as AuditReport;
	}

	async function* progressEvents(first: AuditRun): AsyncGenerator<string> {
		const until = performance.now() + LIVE_FOR_MS;
		let said = "";
		for (let run: AuditRun | undefined = first; run !== undefined; run = await auditRun(store.db, first.id)) {
			const data = JSON.stringify(progressOf(run));
			// A comment keeps proxies from closing a quiet line.
			yield data === said ? ": still there\n\n" : `event: progress\ndata: ${data}\n\n`;
			said = data;
			if (progressOf(run).ended || performance.now() > until) return;
			await sleep(LOOK_EVERY_MS);
		}
	}

	async function resultOf({ installation }: WebDeps, run: AuditRun, viewer: Viewer, page: number) {
		const { roster } = installation;
		const { timezone } = council.register;
		const whole = await storedReport(run);
		const report = reportFor(whole, viewer, roster);
		const span = periodOf(run.fromDay ?? undefined, run.toDay, now().toISOString(), timezone);
		const sight = sightOf(viewer);
		const stored = (await outlinesIn(store.db, { from: span.fromInstant, to: span.asOfInstant })).filter((one) =>
			sees(sight, one),
		);
		const known = new Set(stored.map(({ id }) => id));
		const strangers = report.findings.filter(({ id }) => !known.has(id)).map(({ message }) => message.messageId);
		const comparison = compare(report, stored, await monitored(store.db, [...new Set(strangers)]));
		const missing = comparison.onlyMonitoring.slice(0, DIFFERENCES_SHOWN);
		const words = await findingsById(
			store.db,
			missing.map(({ finding }) => finding.id),
		);
		const { coverage } = report;
		return {
			report,
			counts: countsOf(report),
			findings: pageOf(report.findings, page, FINDINGS_A_PAGE),
			/** Those that have a page of their own. */
			known: stored.map(({ id }) => id),
			ruleTitles: Object.fromEntries([...inForce, ...whole.rulesInForce].map(({ rule, title }) => [rule, title])),
			comparison: {
				both: comparison.both.length,
				onlyAudit: comparison.onlyAudit.length,
				onlyMonitoring: comparison.onlyMonitoring.length,
				auditShown: comparison.onlyAudit.slice(0, DIFFERENCES_SHOWN),
				monitoringShown: missing.map(({ finding, because }) => ({
					finding: words.get(finding.id) ?? finding,
					because,
				})),
			},
			coverage: {
				sentence: coverageSentence(coverage),
				lists: [
					{ title: "Sources, and what they cannot show", lines: sourceLines(coverage) },
					{ title: "Left aside", lines: leftAside(coverage) },
					{ title: "Unreadable", lines: unreadableLines(coverage) },
					{ title: "Partly read", lines: partlyReadLines(coverage) },
					{ title: "Addresses of the council that the roster does not know", lines: rosterGapLines(coverage) },
				].filter(({ lines }) => lines.length > 0),
			},
		};
	}
};

function countsOf({ findings, rulesInForce }: AuditReport) {
	return rulesInForce.map(({ rule, title, clause }) => {
		const own = findings.filter((finding) => finding.rule === rule);
		const graded = (grade: string) => own.filter(({ certainty }) => certainty === grade).length;
		return { title, clause, certain: graded("certain"), likely: graded("likely"), possible: graded("possible") };
	});
}
