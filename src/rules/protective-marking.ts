/** RULEBOOK `protective-marking`: RESTRICTED or PROTECTED information left the council's addresses. */
import { z } from "zod";
import { isOutside } from "../facts/confidence.ts";
import type { Contained, Marking, MessageFacts } from "../facts/facts.ts";
import { originalOf } from "../facts/onward.ts";
import { containsText } from "../facts/overlap.ts";
import { quoteOf } from "../facts/quote.ts";
import { allRecipients, senders } from "../facts/recipients.ts";
import type { Party } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import { evidenceOf, unseenOf } from "./confidential-items.ts";
import { everyRule } from "./exceptions.ts";
import { longDate, nameList } from "./naming.ts";
import type { Context, FindingPerson, Judgement, Rule } from "./rule.ts";
import { comesBack } from "./text-that-comes-back.ts";

const settings = z.strictObject({
	...everyRule,
	/** Whether councillors' and officers' private addresses are external; `internal` where the council gives none of its own. */
	privateAddresses: z.enum(["external", "internal"]).default("external"),
});
type ProtectiveMarkingSettings = z.infer<typeof settings>;

type Level = "restricted" | "protected";

interface Marked {
	readonly marking: Marking;
	/** Addresses whose own words these are. */
	readonly wroteIt: ReadonlySet<string>;
}

/** Addresses on none of the council's domains: outsiders, authorised or not, and people's own private addresses. */
function externalRecipients(
	message: MessageFacts,
	{ roster, settings: { privateAddresses } }: Context<ProtectiveMarkingSettings>,
): readonly Party[] {
	const isPrivate = (party: Party): boolean =>
		privateAddresses === "external" && (party.kind === "councillor" || party.kind === "officer") && party.own;
	return allRecipients(message, roster)
		.map(({ party }) => party)
		.filter((party) => isOutside(party) || isPrivate(party));
}

function sentFromCouncilAddress(
	message: MessageFacts,
	{ roster, settings: { privateAddresses } }: Context<ProtectiveMarkingSettings>,
): boolean {
	const isCouncil = (address: string): boolean => {
		const party = roster.party(address, message.date);
		if (privateAddresses === "internal" && (party.kind === "councillor" || party.kind === "officer")) return true;
		const domain = address.slice(address.lastIndexOf("@") + 1);
		return roster.register.domains.some((own) => domain === own || domain.endsWith(`.${own}`));
	};
	return (
		isCouncil(message.from[0]?.address ?? "") ||
		message.resends.some(({ by }) => by.some((address) => isCouncil(address)))
	);
}

const isProtective = ({ level }: Marking): boolean => level === "restricted" || level === "protected";

/** Everything marked that the message carries: itself, what it quotes or attaches, text or files that came back. */
function markedIn(message: MessageFacts, context: Context<unknown>): readonly Marked[] {
	const { roster, related } = context;
	const own = message.markings.filter((mark) => isProtective(mark) && mark.where !== "quoted");
	const inherits = own.length > 0 && own.every((mark) => mark.inherited || cameWithAnswered(mark, message, related));
	const labelledBy = inherits ? whoLabelled(message, related, roster) : new Set<string>();
	return [
		...own.map((marking) => ({ marking, wroteIt: labelledBy })),
		...message.contained.flatMap((contained) => inQuote(contained, message, context)),
		...related.flatMap((earlier) => cameBack(earlier, message, context)),
	];
}

/** A label that stands in an answer's text because the whole mail that is answered stands there, with no sign of quoting. */
function cameWithAnswered(mark: Marking, message: MessageFacts, related: readonly MessageFacts[]): boolean {
	if (mark.where !== "text") return false;
	return answeredBy(message, related).some(
		({ authored, markings }) =>
			containsText(message.authored, authored) &&
			markings.some((theirs) => theirs.where === "text" && bare(theirs.quote) === bare(mark.quote)),
	);
}

/** Without quote signs. */
const bare = (quote: string): string => quote.replace(/^[\s>|:]+/u, "").trim();

/** An outsider whose own label a reply only inherits. */
function whoLabelled(message: MessageFacts, related: readonly MessageFacts[], roster: Roster): ReadonlySet<string> {
	const before = new Set([...message.inReplyTo, ...message.references]);
	const labelled = related.filter(
		(earlier) =>
			before.has(earlier.messageId) && earlier.markings.some((mark) => isProtective(mark) && !mark.inherited),
	);
	const quoted = message.contained.flatMap(({ from }) => from).filter(({ address }) => isAddress(address));
	const writers = [...labelled.flatMap(({ from }) => from), ...(labelled.length === 0 ? quoted.slice(-1) : [])];
	const nameless = writers.length === 0 && message.contained.length > 0 && answeredBy(message, related).length === 0;
	const addresses = nameless ? [...presumedWriters(message)] : writers.map(({ address }) => address);
	return new Set(addresses.filter((address) => isOutside(roster.party(address, message.date))));
}

function inQuote(contained: Contained, message: MessageFacts, context: Context<unknown>): readonly Marked[] {
	const original = originalOf(contained, context.related);
	// A marked file of the original does not come with its quoted words; where it comes again, it is found by itself.
	const marking = [
		...contained.markings,
		...(original?.markings ?? []).filter(({ where }) => !where.startsWith("attachment")),
	].find(isProtective);
	return marking === undefined ? [] : [{ marking, wroteIt: writersOf(contained, original, message, context) }];
}

/** A bare ">" names no writer: then it is whoever wrote the text, or the mail that this one answers. */
function writersOf(
	contained: Contained,
	original: MessageFacts | undefined,
	message: MessageFacts,
	{ related }: Context<unknown>,
): ReadonlySet<string> {
	const named = [...contained.from, ...(original?.from ?? [])].map(({ address }) => address).filter(isAddress);
	if (named.length > 0) return new Set(named);
	const answered = answeredBy(message, related);
	if (answered.length === 0) return contained.depth > 1 ? new Set() : presumedWriters(message);
	return new Set(
		answered.filter((mail) => isFrom(mail, contained)).flatMap(({ from }) => from.map(({ address }) => address)),
	);
}

function answeredBy(message: MessageFacts, related: readonly MessageFacts[]): readonly MessageFacts[] {
	return related.filter(({ messageId }) => message.inReplyTo.includes(messageId));
}

/** Nameless words in an answer to a mail that is not at hand are those of whom it answers. */
function presumedWriters(message: MessageFacts): ReadonlySet<string> {
	return new Set(message.inReplyTo.length === 0 ? [] : message.to.map(({ address }) => address));
}

/** Whether the quote is that mail's text, or that mail bears such a mark itself: a quote may be cut or a scrap. */
function isFrom({ authored, markings }: MessageFacts, { prints }: Contained): boolean {
	const marked = markings.some((mark) => isProtective(mark) && mark.where !== "quoted" && !mark.inherited);
	return marked || containsText(authored, prints) || containsText(prints, authored);
}

const isAddress = (address: string): boolean => address.includes("@");

function cameBack(earlier: MessageFacts, message: MessageFacts, context: Context<unknown>): readonly Marked[] {
	const markings = earlier.markings.filter((mark) => isProtective(mark) && mark.where !== "quoted");
	const marking = markings[0];
	if (marking === undefined || earlier.date > message.date || isOutside(senders(earlier, context.roster)[0])) return [];
	const back = comesBack(earlier, message, markings, { ...context, settings: { requestsBind: false } });
	return back === undefined ? [] : [{ marking, wroteIt: new Set(back.writtenBy) }];
}

/** RESTRICTED goes to no external address at all; PROTECTED may go to an authorised recipient. */
function mustNotHave(party: Party, level: Level): boolean {
	return level === "restricted" || party.kind !== "authorised";
}

export const protectiveMarking: Rule<ProtectiveMarkingSettings> = {
	meta: {
		id: "protective-marking",
		title: "Protectively marked information outside the council",
		about: "Information marked RESTRICTED went to an external address, or PROTECTED to one that is not authorised.",
		severity: "breach",
		clauses: { "central-bedfordshire": "6.1.6(b)" },
		reads: ["permissions"],
		settings,
		falsePositives: [
			"The external address belongs to a consultant who works as an officer, and the roster does not say so.",
			"The label had been lifted outside the mail that Candour sees.",
			"The recipient is authorised for PROTECTED information, and the configuration does not say so.",
		],
	},
	judge(message, context) {
		if (!sentFromCouncilAddress(message, context)) return [];
		const external = externalRecipients(message, context);
		if (external.length === 0) return [];
		const marked = markedIn(message, context);
		const reached = external.filter((party) =>
			marked.some(({ marking, wroteIt }) => mustNotHave(party, marking.level as Level) && !wroteIt.has(party.address)),
		);
		const first = marked.find(({ marking, wroteIt }) =>
			reached.some((party) => mustNotHave(party, marking.level as Level) && !wroteIt.has(party.address)),
		);
		return first === undefined ? [] : [judgement(message, first.marking, reached)];
	},
};

function asPerson(party: Party): FindingPerson {
	if (party.kind === "councillor" || party.kind === "officer")
		return { as: "third-party", name: party.person.name, address: party.address };
	const complainant = party.kind === "third-party" && party.complainant;
	const name = party.kind === "authorised" ? party.name : party.address;
	return { as: complainant ? "complainant" : "third-party", name, address: party.address };
}

function judgement(message: MessageFacts, marking: Marking, reached: readonly Party[]): Judgement {
	const label = marking.level === "restricted" ? "RESTRICTED" : "PROTECTED";
	return {
		people: reached.map(asPerson),
		summary: `Information marked ${label} went from a council address to ${nameList(reached.map(({ address }) => address))} on ${longDate(message.date)}.`,
		evidence: [
			evidenceOf(marking),
			...reached.map(({ address }) => ({ kind: "header" as const, where: "recipient", quote: quoteOf(address) })),
		],
		certainty: marking.kind === "label" && marking.where === "subject" ? "certain" : "likely",
		unseen: unseenOf(marking, "Whether the recipient was cleared to have it would not show in the mail."),
		remedy: `Our message of ${longDate(message.date)} held information marked ${label}. Please delete it, and tell us that you have.`,
	};
}
