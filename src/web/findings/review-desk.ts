/** What the pages on one finding have in common: who acts, what he sees, and what is shown. */
import type { FastifyRequest } from "fastify";
import type { Installation } from "../../installation.ts";
import { normaliseAddress } from "../../people/address.ts";
import { createLocalDay } from "../../people/local-day.ts";
import { type Decision, decisionsOf, standingOf, type When } from "../../store/decisions.ts";
import type { Acting } from "../../store/exempt-patterns.ts";
import { eventsOf, factsBehind, relatedFindings } from "../../store/finding-story.ts";
import { findingSeen, type ReviewedFinding } from "../../store/findings-list.ts";
import { NotFound, viewerOn } from "../frame/guard.ts";
import { ruleMeaning } from "../frame/rule-meaning.ts";
import { sightOf } from "../frame/viewer.ts";
import type { DecideValues, FieldError } from "./decide-form.ts";
import { findingShown, standingShown, storyOf } from "./finding-page.ts";
import { findingLine } from "./finding-rows.ts";

const RELATED_SHOWN = 10;

export interface Desk {
	readonly row: ReviewedFinding;
	readonly made: readonly Decision[];
	readonly acting: Acting;
}

export interface FormState {
	readonly values: DecideValues;
	readonly errors?: readonly FieldError[];
	readonly note?: string;
	/** Set where somebody else was quicker. */
	readonly overtaken?: boolean;
}

export function reviewDesk({ council, store, now }: Installation) {
	const { db } = store;
	const { timezone } = council.register;
	const { protocol } = council;
	const dayOf = createLocalDay(timezone);

	const acting = (request: FastifyRequest): Acting => {
		const viewer = viewerOn(request);
		const sight = sightOf(viewer);
		if (sight === undefined) throw new NotFound();
		return { name: viewer.name, email: viewer.email, sight };
	};
	return {
		acting,
		when: (): When => ({ now: now(), today: dayOf(now().toISOString()) }),
		/** The finding in the address. @throws NotFound also where this viewer may not see it */
		opened: async (request: FastifyRequest): Promise<Desk> => {
			const who = acting(request);
			const { id } = request.params as { readonly id: string };
			const row = await findingSeen(db, who.sight, id);
			if (row === undefined) throw new NotFound();
			return { row, made: await decisionsOf(db, row.id), acting: who };
		},
		/** The values of the form's page, which the finding's page holds too. */
		formPage: ({ row, made }: Desk, { values, errors, note = "", overtaken = false }: FormState) => {
			const { finding } = row;
			const standing = standingOf(made);
			return {
				finding: findingShown(row, undefined, { timezone, protocol }),
				standing: standingShown(standing, row),
				exemptedByPattern: row.review === "exempt" && standing === undefined,
				values: { ...values, standing: standing?.number ?? 0 },
				errors: errors !== undefined && errors.length > 0 ? errors : undefined,
				errorOf: Object.fromEntries((errors ?? []).map(({ field, text }) => [field, { text }])),
				note,
				overtaken,
				alike: {
					from: normaliseAddress(finding.message.from),
					people: finding.people.map(({ name, address }) => name || address),
				},
			};
		},
		/** What the finding's page holds beside the form. */
		wholePage: async ({ row, made, acting: { sight } }: Desk) => {
			const facts = await factsBehind(db, row.identity);
			const related = await relatedFindings(db, sight, row, facts, RELATED_SHOWN);
			return {
				finding: findingShown(row, facts, { timezone, protocol }),
				meaning: await ruleMeaning(row.finding.rule),
				story: storyOf(await eventsOf(db, row), made, timezone),
				related: related.map((one) => ({
					...findingLine(one, undefined, timezone),
					sameMessage: one.identity === row.identity,
				})),
			};
		},
	};
}
