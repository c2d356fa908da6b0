/** RULEBOOK `missing-copy-footer`: a councillor received the message, and no footer at its foot names him. */
import { z } from "zod";
import { reachesEveryCouncillor } from "../facts/correspondence.ts";
import type { MessageFacts } from "../facts/facts.ts";
import { hiddenCouncillors, namedCouncillors } from "../facts/recipients.ts";
import type { Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import { isAllowedCopy } from "./allowed-copies.ts";
import type { CopiedRecipient } from "./copied.ts";
import { certaintyFor, copyPeople, isVisible, receiptEvidence, unseenOf, wayOf, weightOf } from "./copy-judgement.ts";
import { addressedOf, hiddenCopies, isSentByBound, mustKnow, visibleCopies } from "./copy-scope.ts";
import { copySettings } from "./copy-settings.ts";
import { longDate, nameList, styled } from "./naming.ts";
import { missingCopies } from "./required-copies.ts";
import type { Context, Judgement, Rule } from "./rule.ts";
import { FOOTER_FORMS, formOf, toldOf } from "./told-copies.ts";

const settings = z.strictObject({
	...copySettings,
	/** `bcc`: hidden copies only; `all`: visible copies need a footer too. */
	copies: z.enum(["bcc", "all"]).default("bcc"),
	/** `any-mail`: letters to outsiders need a footer too, where a councillor got a hidden copy. */
	correspondence: z.enum(["individual", "one-councillor", "any-mail"]).default("individual"),
	/** Wordings that do for a footer. */
	footerForms: z
		.array(z.enum(FOOTER_FORMS))
		.min(1, "This list is empty.")
		.default([...FOOTER_FORMS]),
	/** False: a footer that names one of those copied does for all. */
	mustNameAll: z.boolean().default(true),
});
export type MissingCopyFooterSettings = z.infer<typeof settings>;
type Here = Context<MissingCopyFooterSettings>;

/** With whom the message corresponds; undefined where it is none of the mail that needs a footer. */
function correspondence(message: MessageFacts, { roster, settings: wanted }: Here): readonly Person[] | undefined {
	const people = mustKnow(message, wanted, roster);
	if (wanted.correspondence === "any-mail" && people.length === 0)
		return isSentByBound(message, wanted, roster) && !isBroadcast(message, roster) ? [] : undefined;
	const several = people.filter(({ role }) => role === "councillor").length > 1;
	return people.length === 0 || (several && wanted.correspondence === "one-councillor") ? undefined : people;
}

/** To lists or nobody visible, or to every councillor, in the open or not. */
function isBroadcast(message: MessageFacts, roster: Roster): boolean {
	const parties = [...message.to, ...message.cc].map(({ address }) => roster.party(address, message.date));
	if (parties.every(({ kind }) => kind === "list")) return true;
	const hidden = hiddenCouncillors(message, roster).map(({ person }) => person);
	return reachesEveryCouncillor([...namedCouncillors(message, roster), ...hidden], roster, message.date);
}

export const missingCopyFooter: Rule<MissingCopyFooterSettings> = {
	meta: {
		id: "missing-copy-footer",
		title: "Missing copy footer",
		about: "A councillor received an officer's message unseen, and no copy footer at its foot names that councillor.",
		severity: "breach",
		clauses: { camborne: "Correspondence, 2", "leigh-on-sea": "6, first paragraph" },
		reads: ["copies"],
		settings,
		falsePositives: [
			"The footer is part of a picture or of an attached file, which can't be read as the foot of the message.",
			"The footer gives initials or a nickname that the roster does not know.",
			"A gateway took the end of the message away.",
		],
	},
	judge(message, context) {
		const { roster, settings: wanted } = context;
		const missing = missingCopies(message, context);
		const people = correspondence(message, context);
		if (people === undefined) return missing;
		const addressed = addressedOf(people, message, roster);
		const hidden = hiddenCopies(message, wanted, roster);
		const copied =
			wanted.copies === "all" && addressed.length > 0
				? [...hidden, ...visibleCopies(message, addressed, wanted, roster)]
				: hidden;
		const footers = message.copyStatements.filter(
			({ kind, quote }) => kind === "footer" && wanted.footerForms.includes(formOf(quote)),
		);
		const named = toldOf(
			footers,
			copied.map(({ person }) => person),
		);
		if (!wanted.mustNameAll && named.size > 0) return missing;
		const unnamed = copied
			.filter(({ person }) => !named.has(person.id) && !isAllowedCopy(person, [message], message, context))
			.map((one) => judgement(message, one, addressed.length > 0 ? addressed : people, wanted));
		return [...unnamed, ...missing];
	},
};

function judgement(
	message: MessageFacts,
	{ person, receipts }: CopiedRecipient,
	others: readonly Person[],
	wanted: MissingCopyFooterSettings,
): Judgement {
	const informed = others.filter((other) => other.id !== person.id);
	const visible = isVisible(receipts);
	const to = informed.length > 0 ? informed.map(styled) : message.to.map(({ name, address }) => name || address);
	return {
		people: copyPeople(person, informed),
		summary: `The message of ${longDate(message.date)} to ${nameList(to)} ${visible ? "was copied to" : wayOf(receipts)} ${styled(person)}, and no copy footer at its foot names ${styled(person)}.`,
		evidence: [
			...receiptEvidence(receipts),
			{ kind: "absence", where: "foot", quote: `No copy footer names ${styled(person)}.` },
		],
		certainty: certaintyFor(person, receipts, false),
		...(visible ? {} : { unseen: unseenOf(receipts) }),
		...weightOf(receipts, wanted),
		remedy: `For the record: my message of ${longDate(message.date)} was also received by ${styled(person)}.\nCC ${styled(person)}`,
	};
}
