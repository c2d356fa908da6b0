/** RULEBOOK `silent-copy`: a hidden copy, or an onward copy of which the councillor was not told. */
import { z } from "zod";
import { correspondents } from "../facts/correspondence.ts";
import type { MessageFacts } from "../facts/facts.ts";
import { hiddenCouncillors } from "../facts/recipients.ts";
import { covered } from "../facts/told.ts";
import { hiddenCopyJudgement, onwardCopyJudgement } from "./copy-judgement.ts";
import { onwardCopies } from "./onward-copies.ts";
import type { Context, Judgement, Rule } from "./rule.ts";

const HOUR_MS = 3_600_000;

const settings = z.strictObject({
	/** Hours before and after an onward copy in which telling the councillor counts. */
	noticeHours: z.number().min(0).default(24),
});
export type SilentCopySettings = z.infer<typeof settings>;

function hiddenCopies(message: MessageFacts, context: Context<SilentCopySettings>): readonly Judgement[] {
	const uninformed = correspondents(message, context.roster);
	if (uninformed.length === 0) return [];
	const hidden = hiddenCouncillors(message, context.roster);
	const told = covered(
		message.copyStatements,
		hidden.map(({ person }) => person.id),
	);
	return hidden
		.filter(({ person }) => !told.has(person.id))
		.map((recipient) => hiddenCopyJudgement(message, recipient, uninformed));
}

export const silentCopy: Rule<SilentCopySettings> = {
	meta: {
		id: "silent-copy",
		title: "Silent copy",
		about: "An officer's correspondence with one councillor reached another, and the first could not know.",
		severity: "breach",
		clauses: { camborne: "Correspondence, 1", "leigh-on-sea": "6, first paragraph" },
		needs: "text",
		settings,
		falsePositives: [
			"The copy was agreed with the councillor by telephone or in person: mail does not show that.",
			"A councillor's mailbox passes its mail on by itself, and the copy looks as if it had been sent.",
			"The roster does not know a change of office, so that somebody counts as a councillor who is none.",
		],
	},
	judge(message, context) {
		const hidden = hiddenCopies(message, context);
		const alreadyFound = new Set(
			hidden.flatMap(({ people }) => people.filter(({ as }) => as === "copied").map((p) => p.address)),
		);
		const onward = onwardCopies(message, context, context.settings.noticeHours * HOUR_MS)
			.filter(({ copied }) => !alreadyFound.has(copied.id))
			.map((copy) => onwardCopyJudgement(copy));
		return [...hidden, ...onward];
	},
};
