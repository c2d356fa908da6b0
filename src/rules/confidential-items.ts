/** The confidential items that a message carries: itself, what it quotes or attaches, or text that came back. */
import {
	ancestors,
	type ConfidenceSettings,
	confidentialMarkings,
	containedBetweenOfficersAndCouncillors,
	effectiveMarkings,
	isBetweenOfficersAndCouncillors,
	isLetterToOutsider,
	isOutside,
} from "../facts/confidence.ts";
import type { Contained, Marking, MessageFacts } from "../facts/facts.ts";
import { liftSpeaksOf } from "../facts/lifted.ts";
import { originalOf } from "../facts/onward.ts";
import { peopleBehind, receivedBy, senders } from "../facts/recipients.ts";
import type { Party } from "../people/person.ts";
import type { Context, Evidence } from "./rule.ts";
import { comesBack } from "./text-that-comes-back.ts";

export interface ConfidentialItem {
	/** Message-ID of the marked message, or the digest of the quoted text where the original is not at hand. */
	readonly id: string;
	readonly marking: Marking;
	readonly how: "itself" | "quoted" | "forwarded" | "attached" | "text" | "attachment";
	readonly evidence: Evidence;
	/** Addresses that had it already, or wrote it: for them it is no leak. */
	readonly knownTo: ReadonlySet<string>;
}

export interface LeakSettings extends ConfidenceSettings {
	readonly unmarked: "open" | "confidential" | number;
	readonly between: "officers-and-councillors" | "council";
}

type Needs = Context<LeakSettings>;

const DAY_MS = 86_400_000;

/** Stands for the mark that a protocol makes needless. */
const WITHOUT_MARK: Marking = {
	level: "confidential",
	kind: "sentence",
	where: "text",
	quote: "By the protocol, correspondence within the council is confidential without a mark.",
};

/** Whether correspondence of that day is confidential without a mark when `message` is sent. */
function bindsUnmarked(sent: string, message: MessageFacts, { unmarked }: LeakSettings): boolean {
	if (typeof unmarked !== "number") return unmarked === "confidential";
	return Date.parse(message.date) - Date.parse(sent) <= unmarked * DAY_MS;
}

/** The marks of a message of the council's own; where it has none, that of the protocol, unless its writer let it go. */
function marksOf(facts: MessageFacts, message: MessageFacts, context: Needs): readonly Marking[] {
	const { related, roster, settings } = context;
	const marks = effectiveMarkings(facts, related, roster, settings);
	if (marks.length > 0 || facts.asksToPassOn !== undefined) return marks;
	return bindsUnmarked(facts.date, message, settings) && !isOutside(senders(facts, roster)[0]) ? [WITHOUT_MARK] : [];
}

function isCovered(facts: MessageFacts, { roster, settings }: Needs): boolean {
	if (isBetweenOfficersAndCouncillors(facts, roster)) return true;
	return settings.between === "council" && isWithinCouncil(senders(facts, roster)[0], receivedBy(facts, roster));
}

/** From one of the council's people to another. */
function isWithinCouncil(sender: Party | undefined, reached: ReadonlySet<string>): boolean {
	if (sender?.kind !== "councillor" && sender?.kind !== "officer") return false;
	return [...reached].some((id) => id !== sender.person.id);
}

/** All of them, each marked message once, the most direct way first. */
export function confidentialItems(message: MessageFacts, context: Needs): readonly ConfidentialItem[] {
	const items = new Map<string, ConfidentialItem>();
	for (const item of [
		...itself(message, context),
		...message.contained.flatMap((contained) => inside(contained, message, context)),
		...context.related.flatMap((earlier) => cameBack(earlier, message, context)),
	]) {
		if (!items.has(item.id)) items.set(item.id, item);
	}
	return [...items.values()];
}

function itself(message: MessageFacts, context: Needs): readonly ConfidentialItem[] {
	const marking = surest(marksOf(message, message, context));
	if (marking === undefined || !isCovered(message, context) || isLetterToOutsider(message, context.roster)) return [];
	if (marking.inherited && ancestors(message, context.related).some((marked) => wasLifted(marked, message, context)))
		return [];
	return [{ id: message.messageId, marking, how: "itself", evidence: evidenceOf(marking), knownTo: new Set() }];
}

function inside(contained: Contained, message: MessageFacts, context: Needs): readonly ConfidentialItem[] {
	const { roster, related } = context;
	const original = originalOf(contained, related);
	const writer = roster.party(contained.from[0]?.address ?? "", contained.date ?? message.date);
	if (isOutside(writer)) return [];
	const marking = original
		? (marksOf(original, message, context).find(travelsInWords) ??
			confidentialMarkings(contained.markings, context.settings).find(({ inherited }) => inherited === undefined))
		: (ownMark(contained, message, context) ?? protocolsMark(contained, message, context));
	if (marking === undefined) return [];
	const between = original ? isCovered(original, context) : betweenWithoutHeaders(contained, message, context);
	if (!between || (original && wasLifted(original, message, context))) return [];
	if (original && isLetterToOutsider(original, roster)) return [];
	const knownTo = new Set([...contained.from, ...contained.to, ...contained.cc].map(({ address }) => address));
	return [
		{
			id: original?.messageId ?? contained.prints.whole,
			marking,
			how: contained.via,
			evidence: { kind: "thread", where: contained.via, quote: marking.quote },
			knownTo: original ? new Set([...knownTo, ...addressesOn(original)]) : knownTo,
		},
	];
}

/** Whether a quote has what the mark is on: a marked file stays behind, and is looked for by itself. */
function travelsInWords({ where }: Marking): boolean {
	return !where.startsWith("attachment");
}

/** A mark that a quoted message bears in its own text or subject; one that an outsider began is not the council's. */
function ownMark(contained: Contained, message: MessageFacts, { roster, settings }: Needs): Marking | undefined {
	const marks = confidentialMarkings(contained.markings, settings);
	const outsiderBegan = message.contained.some(
		(other) => other.depth > contained.depth && isOutside(roster.party(other.from[0]?.address ?? "", message.date)),
	);
	return marks.find((mark) => !mark.inherited || !outsiderBegan);
}

function protocolsMark(contained: Contained, message: MessageFacts, { settings }: Needs): Marking | undefined {
	if (contained.asksToPassOn !== undefined) return undefined;
	return bindsUnmarked(contained.date ?? message.date, message, settings) ? WITHOUT_MARK : undefined;
}

/** "On … X wrote:" names no recipients: whoever answers or forwards it here had it. */
function betweenWithoutHeaders(contained: Contained, message: MessageFacts, { roster, settings }: Needs): boolean {
	const whole = contained.to.length > 0 ? contained : { ...contained, to: message.from };
	if (containedBetweenOfficersAndCouncillors(whole, message.date, roster)) return true;
	if (settings.between !== "council") return false;
	const partyOf = ({ address }: { readonly address: string }): Party =>
		roster.party(address, contained.date ?? message.date);
	const reached = [...whole.to, ...whole.cc].map(partyOf).flatMap(peopleBehind);
	const writer = contained.from[0];
	return isWithinCouncil(writer && partyOf(writer), new Set(reached.map(({ id }) => id)));
}

function cameBack(earlier: MessageFacts, message: MessageFacts, context: Needs): readonly ConfidentialItem[] {
	const { roster } = context;
	if (earlier.date > message.date || isOutside(senders(earlier, roster)[0])) return [];
	const markings = marksOf(earlier, message, context);
	const marking = markings[0];
	if (marking === undefined || !isCovered(earlier, context)) return [];
	if (isLetterToOutsider(earlier, roster) || wasLifted(earlier, message, context)) return [];
	const back = comesBack(earlier, message, markings, context);
	if (back === undefined) return [];
	return [
		{
			id: earlier.messageId,
			marking,
			how: back.how,
			evidence: { kind: back.how === "text" ? "text" : "attachment", where: back.where, quote: back.quote },
			knownTo: new Set([...addressesOn(earlier), ...back.writtenBy]),
		},
	];
}

/** An officer told a councillor in writing that it is confidential no longer (reading 25). */
function wasLifted(earlier: MessageFacts, message: MessageFacts, { roster, related }: Needs): boolean {
	return related.some(
		(other) =>
			other.liftsConfidence !== undefined &&
			other.date >= earlier.date &&
			other.date <= message.date &&
			senders(other, roster)[0]?.kind === "officer" &&
			[...receivedBy(other, roster)].some((id) => roster.person(id)?.role === "councillor") &&
			(other.inReplyTo.includes(earlier.messageId) ||
				other.references.includes(earlier.messageId) ||
				ancestors(message, related).includes(other) ||
				sharesThread(other, earlier) ||
				liftSpeaksOf(other, earlier)),
	);
}

function sharesThread(a: MessageFacts, b: MessageFacts): boolean {
	const ids = new Set([...a.references, ...a.inReplyTo]);
	return [...b.references, ...b.inReplyTo].some((id) => ids.has(id));
}

function addressesOn(facts: MessageFacts): readonly string[] {
	return [...facts.from, ...facts.to, ...facts.cc].map(({ address }) => address);
}

/** The first that was not read from a scan, where there is one. */
function surest(markings: readonly Marking[]): Marking | undefined {
	return markings.find(({ recognised }) => recognised === undefined) ?? markings[0];
}

/** What could not be seen of a mark, before what else could not. */
export function unseenOf({ recognised }: Marking, otherwise: string): string {
	return recognised === undefined ? otherwise : `${SCANNED} ${otherwise}`.trim();
}

const SCANNED = "The mark was read from a scan, and may be misread: look at the document.";

export function evidenceOf(marking: Marking): Evidence {
	const kind =
		marking.where === "subject" || marking.where === "header"
			? "header"
			: marking.where.startsWith("attachment")
				? "attachment"
				: "text";
	return { kind, where: marking.where, quote: marking.quote };
}
