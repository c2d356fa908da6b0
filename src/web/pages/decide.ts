/** Deciding on a finding, undoing, and notes. */
import { z } from "zod";
import { addNote, type Decided, decide, undo } from "../../store/decisions.ts";
import { EMPTY, readDecideForm, readNote, sentFields } from "../findings/decide-form.ts";
import { DECISION_WORDS } from "../findings/finding-words.ts";
import { reviewDesk } from "../findings/review-desk.ts";
import type { Pages } from "../frame/deps.ts";
import { NotFound, only } from "../frame/guard.ts";
import { REVIEWERS } from "../frame/navigation.ts";

const STATUS_CONFLICT = 409;
const STATUS_UNPROCESSABLE = 422;
const undoForm = z.object({ standing: z.coerce.number().int().min(0).catch(0) });

export const decidePages: Pages = (app, { installation }) => {
	const guard = { preHandler: only(...REVIEWERS) };
	const desk = reviewDesk(installation);
	const { db } = installation.store;

	app.get("/findings/:id/decide", guard, async (request, reply) =>
		reply.page("decide", { ...desk.formPage(await desk.opened(request), { values: EMPTY }), title: "Decide" }),
	);

	app.post("/findings/:id/decide", guard, async (request, reply) => {
		const { row, acting, made } = await desk.opened(request);
		const when = desk.when();
		const { values, decision, errors } = readDecideForm(request.body, when.today);
		if (decision === undefined) {
			const page = desk.formPage({ row, made, acting }, { values, errors });
			// The number that he saw stays in the form: what others decide while he mends it is still told.
			return reply.code(STATUS_UNPROCESSABLE).page("decide", { ...page, values, title: "Decide" });
		}
		const outcome = await decide(db, row.id, decision, values.standing, acting, when);
		if (outcome.kind === "done") {
			request.session.notice = `Decided: ${DECISION_WORDS[decision.kind]}.`;
			return reply.redirect(`/findings/${row.id}`, 303);
		}
		if (outcome.kind === "not-found") throw new NotFound();
		const page = desk.formPage(await desk.opened(request), { values, overtaken: outcome.kind === "overtaken" });
		return reply.code(STATUS_CONFLICT).page("decide", { ...page, title: "Decide" });
	});

	app.post("/findings/:id/undo", guard, async (request, reply) => {
		const { row, acting } = await desk.opened(request);
		const { standing } = undoForm.parse(sentFields(request.body));
		const outcome: Decided = await undo(db, row.id, standing, acting, desk.when());
		if (outcome.kind === "done") {
			request.session.notice = "The decision was undone. It stays in the record.";
			return reply.redirect(`/findings/${row.id}`, 303);
		}
		if (outcome.kind === "not-found") throw new NotFound();
		const page = desk.formPage(await desk.opened(request), { values: EMPTY, overtaken: true });
		return reply.code(STATUS_CONFLICT).page("decide", { ...page, title: "Decide" });
	});

	app.post("/findings/:id/notes", guard, async (request, reply) => {
		const opened = await desk.opened(request);
		const { note, errors } = readNote(request.body);
		if (errors.length > 0) {
			const page = desk.formPage(opened, { values: EMPTY, errors, note });
			return reply.code(STATUS_UNPROCESSABLE).page("decide", { ...page, title: "Decide" });
		}
		if (!(await addNote(db, opened.row.id, note, opened.acting, desk.when().now))) throw new NotFound();
		request.session.notice = "The note was added.";
		return reply.redirect(`/findings/${opened.row.id}`, 303);
	});
};
