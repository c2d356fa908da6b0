/** RULEBOOK `missing-copy-footer`: a councillor received the message, and no footer at its foot names him. */
import { z } from "zod";
import { correspondents } from "../facts/correspondence.ts";
import type { MessageFacts } from "../facts/facts.ts";
import { type HiddenRecipient, hiddenCouncillors, visiblePeople } from "../facts/recipients.ts";
import { covered } from "../facts/told.ts";
import type { Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import { certaintyOf, copyPeople, evidenceOf, unseenOf, wayOf } from "./copy-judgement.ts";
import { longDate, nameList, styled } from "./naming.ts";
import type { Judgement, Rule } from "./rule.ts";

const settings = z.strictObject({
	/** `bcc`: hidden copies only; `all`: visible copies need a footer too. */
	copies: z.enum(["bcc", "all"]).default("bcc"),
});
export type MissingCopyFooterSettings = z.infer<typeof settings>;

/** Councillors in Cc, beside those to whom the message is addressed: a list in Cc stands for its members. */
function visiblyCopied(
	message: MessageFacts,
	roster: Roster,
	addressed: readonly Person[],
): readonly HiddenRecipient[] {
	const first = new Set(addressed.map((person) => person.id));
	return [...visiblePeople({ ...message, to: [] }, roster)]
		.filter((id) => !first.has(id))
		.flatMap((id) => roster.person(id) ?? [])
		.filter((person) => person.role === "councillor")
		.map((person) => ({
			person,
			receipts: [{ address: person.id, way: "journal-cc" as const, grade: "certain" as const, where: "Cc" }],
		}));
}

export const missingCopyFooter: Rule<MissingCopyFooterSettings> = {
	meta: {
		id: "missing-copy-footer",
		title: "Missing copy footer",
		about: "A councillor received an officer's message unseen, and no copy footer at its foot names that councillor.",
		severity: "breach",
		clauses: { camborne: "Correspondence, 2", "leigh-on-sea": "6, first paragraph" },
		needs: "text",
		settings,
		falsePositives: [
			"The footer is part of a picture or of an attached file, which can't be read as the foot of the message.",
			"The footer gives initials or a nickname that the roster does not know.",
			"A gateway took the end of the message away.",
		],
	},
	judge(message, { roster, settings: { copies } }) {
		const correspondence = correspondents(message, roster);
		if (correspondence.length === 0) return [];
		const addressed = correspondence.filter((person) =>
			message.to.some(({ address }) => {
				const party = roster.party(address, message.date);
				return party.kind === "councillor" && party.person.id === person.id;
			}),
		);
		const hidden = hiddenCouncillors(message, roster);
		const copied =
			copies === "all" && addressed.length > 0 ? [...hidden, ...visiblyCopied(message, roster, addressed)] : hidden;
		const named = covered(
			message.copyStatements.filter(({ kind }) => kind === "footer"),
			copied.map(({ person }) => person.id),
		);
		return copied
			.filter(({ person }) => !named.has(person.id))
			.map((recipient) => judgement(message, recipient, addressed.length > 0 ? addressed : correspondence));
	},
};

function judgement(message: MessageFacts, { person, receipts }: HiddenRecipient, others: readonly Person[]): Judgement {
	const informed = others.filter((other) => other.id !== person.id);
	const visible = receipts.every((receipt) => receipt.where === "Cc");
	return {
		people: copyPeople(person, informed),
		summary: `The message of ${longDate(message.date)} to ${nameList(informed.map(styled))} ${visible ? "was copied to" : wayOf(receipts)} ${styled(person)}, and no copy footer at its foot names ${styled(person)}.`,
		evidence: [
			...receipts.map((receipt) =>
				visible ? { kind: "header" as const, where: "Cc", quote: receipt.address } : evidenceOf(receipt),
			),
			{ kind: "absence", where: "foot", quote: `No copy footer names ${styled(person)}.` },
		],
		certainty: certaintyOf(receipts),
		...(visible ? {} : { unseen: unseenOf(receipts) }),
		remedy: `For the record: my message of ${longDate(message.date)} was also received by ${styled(person)}.\nCC ${styled(person)}`,
	};
}
