/** One finding: what was seen and where, the message itself when somebody asks for it, and what became of it. */

import { endExpired } from "../../store/exempt-patterns.ts";
import { append } from "../../store/ledger.ts";
import { EMPTY } from "../findings/decide-form.ts";
import type { ShownMessage } from "../findings/finding-message.ts";
import { markedText, quotesIn } from "../findings/marked-text.ts";
import { createMessageOpener } from "../findings/open-message.ts";
import { reviewDesk } from "../findings/review-desk.ts";
import type { Pages } from "../frame/deps.ts";
import { ledBy, only } from "../frame/guard.ts";
import { REVIEWERS } from "../frame/navigation.ts";

/** Each asks the mailbox's server for a whole message. */
const FETCHED_A_MINUTE = 60;

export const findingPages: Pages = (app, { installation }) => {
	const guard = { preHandler: only(...REVIEWERS) };
	const desk = reviewDesk(installation);
	const opener = createMessageOpener(installation);
	const { db } = installation.store;
	app.addHook("onClose", () => opener.close());

	app.get("/findings/:id", guard, async (request, reply) => {
		const { now, today } = desk.when();
		await endExpired(db, now, today);
		const opened = await desk.opened(request);
		return reply.page("finding", {
			...desk.formPage(opened, { values: EMPTY }),
			...(await desk.wholePage(opened)),
			title: "Finding",
		});
	});

	const fetching = { ...guard, config: { rateLimit: { max: FETCHED_A_MINUTE } } };
	app.get("/findings/:id/message", fetching, async (request, reply) => {
		const { row, acting } = await desk.opened(request);
		if (ledBy(request) === "another-site") return reply.redirect(`/findings/${row.id}`, 303);
		const opened = await opener.open(row);
		if (opened.kind === "shown") {
			const entry = { finding: row.id, by: acting.email };
			await append(db, [{ kind: "message.opened", entry }], desk.when().now);
		}
		const part = (request.query as { readonly part?: unknown }).part === "1";
		return reply.page(part ? "message-text" : "message", {
			title: "The message",
			part,
			back: `/findings/${row.id}`,
			...(opened.kind === "shown"
				? { message: withMarks(opened.message, quotesIn(row.finding.evidence)) }
				: { because: opened.because }),
		});
	});
};

function withMarks(message: ShownMessage, quotes: readonly string[]) {
	return {
		...message,
		subject: markedText(message.subject, quotes),
		authored: markedText(message.authored, quotes),
		signature: markedText(message.signature, quotes),
		quoted: message.quoted.map(({ heading, subject, text }) => {
			const pieces = { subject: markedText(subject, quotes), parts: markedText(text, quotes) };
			return { heading, ...pieces, marked: Object.values(pieces).some((list) => list.some(({ marked }) => marked)) };
		}),
	};
}
