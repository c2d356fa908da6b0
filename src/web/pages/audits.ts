/** Audits of a date range: the list of them, and the form that asks for one. A worker runs them. */
import { randomUUID } from "node:crypto";
import { createLocalDay } from "../../people/local-day.ts";
import { rulesOf } from "../../reports/from-outcome.ts";
import { type AskedFor, askForAudit, listAuditRuns } from "../../store/audit-runs.ts";
import { append } from "../../store/ledger.ts";
import { readAsk } from "../audits/ask-form.ts";
import { RUN_TAGS } from "../audits/audit-progress.ts";
import type { Pages } from "../frame/deps.ts";
import { only, viewerOn } from "../frame/guard.ts";
import { rolesFor } from "../frame/navigation.ts";
import { wrongFields } from "../reports/period-form.ts";

const LISTED_RUNS = 50;

export const auditsPages: Pages = (app, { installation }) => {
	const { council, store, queues, now, log } = installation;
	const guard = { preHandler: only(...rolesFor("/audits")) };
	const localDay = createLocalDay(council.register.timezone);
	const inForce = rulesOf(council).inForce;
	const runs = async () => ({ runs: await listAuditRuns(store.db, LISTED_RUNS), tags: RUN_TAGS });
	const form = { title: "Audits", rules: inForce };

	app.get("/audits", guard, async (_request, reply) => {
		const untouched = { chosen: inForce.map(({ rule }) => rule), period: { from: {}, to: {} }, wrong: {} };
		return reply.page("audits", { ...form, ...untouched, errors: undefined, ...(await runs()) });
	});

	app.post("/audits", guard, async (request, reply) => {
		const listed = await runs();
		const waiting = listed.runs.filter(({ state }) => state === "waiting").length;
		const today = localDay(now().toISOString());
		const { chosen, period, errors } = readAsk(request.body, { inForce, today, waiting });
		const { fromDay, toDay } = period;
		if (errors.length > 0 || toDay === undefined) {
			const wrong = wrongFields(errors);
			return reply.code(400).page("audits", { ...form, chosen, period, errors, wrong, ...listed });
		}
		const { email, name } = viewerOn(request);
		const id = randomUUID();
		await keep({
			id,
			byEmail: email,
			byName: name,
			toDay,
			...(fromDay ? { fromDay } : {}),
			...(chosen.length === inForce.length ? {} : { rules: chosen }),
		});
		await queues.runs
			.add({ kind: "run", id }, { id: `run-${id}` })
			.catch((error: unknown) => log.warn({ err: error }, "an audit that was asked for waits for the next sweep"));
		return reply.redirect(`/audits/${id}`, 303);
	});

	async function keep(asked: AskedFor): Promise<void> {
		const entry = { id: asked.id, rules: asked.rules?.length ?? inForce.length, by: asked.byEmail };
		await store.db.transaction(async (tx) => {
			await askForAudit(tx, asked, now());
			await append(tx, [{ kind: "audit.asked", entry }], now());
		});
	}
};
