/** RULEBOOK `silent-copy`: a hidden copy, or an onward copy of which the councillor was not told. */
import type { MessageFacts } from "../facts/facts.ts";
import { isAllowedCopy } from "./allowed-copies.ts";
import type { CopiedRecipient } from "./copied.ts";
import { copyJudgement, onwardCopyJudgement } from "./copy-judgement.ts";
import { addressedOf, hiddenCopies, mustKnow, visibleCopies } from "./copy-scope.ts";
import { onwardCopies } from "./onward-copies.ts";
import type { Context, Judgement, Rule } from "./rule.ts";
import { type SilentCopySettings, silentCopySettings } from "./silent-copy-settings.ts";
import { toldOf } from "./told-copies.ts";

type Here = Context<SilentCopySettings>;

/** Copies of the message itself. */
function directCopies(message: MessageFacts, context: Here): readonly Judgement[] {
	const { roster, settings: wanted } = context;
	const uninformed = mustKnow(message, wanted, roster);
	if (uninformed.length === 0) return [];
	if (wanted.correspondence === "one-councillor" && uninformed.filter(isCouncillor).length > 1) return [];
	const hidden = hiddenCopies(message, wanted, roster);
	const addressed = addressedOf(uninformed, message, roster);
	const seen = addressed.length > 0 ? visibleCopies(message, addressed, wanted, roster) : [];
	const told = toldOf(
		message.copyStatements.filter(({ kind }) => wanted.noticeForms.includes(kind === "footer" ? "footer" : "text")),
		[...hidden, ...seen].map(({ person }) => person),
	);
	const isTold = ({ person }: CopiedRecipient): boolean => told.has(person.id);
	const allowed = ({ person }: CopiedRecipient): boolean => isAllowedCopy(person, [message], message, context);
	const every = wanted.copies === "every-copy";
	const silent = hidden.filter((one) => every || wanted.copies === "every-bcc" || !isTold(one));
	const open = every ? seen : wanted.noticeForms.includes("visible") ? [] : seen.filter((one) => !isTold(one));
	return [...silent, ...open]
		.filter((one) => !allowed(one))
		.map((one) =>
			copyJudgement(
				message,
				one,
				seen.includes(one) ? (addressed.length > 0 ? addressed : uninformed) : uninformed,
				isTold(one) || (every && seen.includes(one)),
				wanted,
			),
		);
}

function isCouncillor({ role }: { readonly role: string }): boolean {
	return role === "councillor";
}

export const silentCopy: Rule<SilentCopySettings> = {
	meta: {
		id: "silent-copy",
		title: "Silent copy",
		about: "An officer's correspondence with one councillor reached another, and the first could not know.",
		severity: "breach",
		clauses: { camborne: "Correspondence, 1", "leigh-on-sea": "6, first paragraph" },
		reads: ["copies", "permissions"],
		settings: silentCopySettings,
		falsePositives: [
			"The copy was agreed with the councillor by telephone or in person: mail does not show that.",
			"A councillor's mailbox passes its mail on by itself, and the copy looks as if it had been sent.",
			"The roster does not know a change of office, so that somebody counts as a councillor who is none.",
		],
	},
	judge(message, context) {
		const direct = directCopies(message, context);
		if (context.settings.copies === "bcc") return direct;
		const alreadyFound = new Set(
			direct.flatMap(({ people }) => people.filter(({ as }) => as === "copied").map((p) => p.address)),
		);
		const onward = onwardCopies(message, context)
			.filter(({ copied }) => !alreadyFound.has(copied.id))
			.map((copy) => onwardCopyJudgement(copy, context.settings));
		return [...direct, ...onward];
	},
};
