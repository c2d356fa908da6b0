/** RULEBOOK `confidential-leak`: correspondence marked confidential reached a third party, by whoever's hand. */
import { z } from "zod";
import { type ThirdParty, thirdParties } from "../facts/confidence.ts";
import type { MessageFacts } from "../facts/facts.ts";
import { quoteOf } from "../facts/quote.ts";
import { allRecipients, senders } from "../facts/recipients.ts";
import {
	type ConfidentialItem,
	confidentialItems,
	evidenceOf,
	type LeakSettings,
	unseenOf,
} from "./confidential-items.ts";
import { everyRule } from "./exceptions.ts";
import { longDate, nameList } from "./naming.ts";
import type { Certainty, Context, Judgement, Rule } from "./rule.ts";

const LONGEST_CONFIDENCE_DAYS = 366;

const settings = z.strictObject({
	...everyRule,
	/** Whether "keep this between us" binds like a marking (Desborough 17). */
	requestsBind: z.boolean().default(false),
	/**
	 * `confidential`: correspondence between officers and councillors is confidential without a mark; a number: for so
	 * many days after its date, say until the next meeting.
	 */
	unmarked: z
		.union([z.enum(["open", "confidential"]), z.number().int().min(1).max(LONGEST_CONFIDENCE_DAYS)])
		.default("open")
		.meta({ examples: ["open", "confidential", "30"] }),
	/** `council`: correspondence among councillors and among officers is covered as well. */
	between: z.enum(["officers-and-councillors", "council"]).default("officers-and-councillors"),
});

/** Whether the council's own people sent it, or passed it on by a redirect. */
function sentFromInside(message: MessageFacts, { roster }: Context<unknown>): boolean {
	const inside = (kind: string | undefined): boolean =>
		kind === "councillor" || kind === "officer" || kind === "unknown-council";
	const from = senders(message, roster)[0];
	return (
		inside(from?.kind) ||
		message.resends.some((resend) =>
			resend.by.some((address) => inside(roster.party(address, resend.date ?? message.date).kind)),
		)
	);
}

function isNewTo(
	party: ThirdParty,
	item: ConfidentialItem,
	message: MessageFacts,
	context: Context<LeakSettings>,
): boolean {
	if (item.knownTo.has(party.address)) return false;
	return !context.related.some(
		(before) =>
			before.date < message.date &&
			allRecipients(before, context.roster).some(({ address }) => address === party.address) &&
			confidentialItems(before, context).some((other) => other.id === item.id),
	);
}

const HOW: Readonly<Record<ConfidentialItem["how"], string>> = {
	itself: "An item marked confidential",
	quoted: "A reply that quotes an item marked confidential",
	forwarded: "A message that forwards an item marked confidential",
	attached: "A message with an item marked confidential attached",
	text: "A message with text from an item marked confidential",
	attachment: "A document from an item marked confidential",
};

export const confidentialLeak: Rule<LeakSettings> = {
	meta: {
		id: "confidential-leak",
		title: "Confidential item outside the council",
		about: "Correspondence between officers and councillors that is marked confidential reached a third party.",
		severity: "breach",
		clauses: {
			camborne: "Correspondence, 4",
			"leigh-on-sea": "6, third paragraph",
			desborough: "13.2 and 17",
			broseley: "Expectations: appropriate confidentiality",
		},
		reads: ["permissions"],
		settings,
		falsePositives: [
			"The recipient was allowed to have it, but is not among the authorised recipients.",
			"The item had been made public, or its confidence lifted, outside the mail that Candour sees.",
			"The marking was a habit and the content was no secret: a finding says that a marked item left, not that harm was done.",
		],
	},
	judge(message, context) {
		const reached = thirdParties(message, context.roster);
		if (reached.length === 0 || !sentFromInside(message, context)) return [];
		const items = confidentialItems(message, context);
		const leaks = items
			.map((item) => ({ item, to: reached.filter((party) => isNewTo(party, item, message, context)) }))
			.filter(({ to }) => to.length > 0);
		if (leaks.length === 0) return [];
		const names = new Map(leaks.flatMap(({ to }) => to).map((party) => [party.address, party]));
		const parties = reached.filter(({ address }) => names.has(address));
		return [judgement(message, leaks[0]?.item as ConfidentialItem, parties)];
	},
};

function judgement(message: MessageFacts, item: ConfidentialItem, parties: readonly ThirdParty[]): Judgement {
	const named = nameList(
		parties.map((party) => `${party.former?.name ?? party.address}${party.complainant ? " (a complainant)" : ""}`),
	);
	const blind = parties.flatMap(({ receipt }) => receipt ?? []);
	const { kind, recognised } = item.marking;
	const plain = item.how === "itself" && kind !== "sentence" && recognised === undefined;
	const certainty: Certainty = plain ? "certain" : "likely";
	return {
		people: parties.map((party) => ({
			as: party.complainant ? "complainant" : "third-party",
			name: party.former?.name ?? party.address,
			address: party.address,
		})),
		summary: `${HOW[item.how]} left the council on ${longDate(message.date)} and reached ${named}.`,
		evidence: [
			item.evidence,
			...(item.how === "itself" ? [] : [evidenceOf(item.marking)]),
			...parties.map(({ address, receipt }) => ({
				kind: receipt ? ("envelope" as const) : ("header" as const),
				where: receipt?.where ?? "To/Cc",
				quote: quoteOf(address),
			})),
		],
		certainty: blind.some(({ grade }) => grade !== "certain") ? "likely" : certainty,
		unseen: unseenOf(
			item.marking,
			"Whether the recipient was entitled to it, or had consent, would not show in the mail.",
		),
		remedy: `Our message of ${longDate(message.date)} held an item marked confidential. Please delete it, and tell us that you have.`,
	};
}
