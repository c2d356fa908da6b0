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
import { originalOf } from "../facts/onward.ts";
import { receivedBy, senders } from "../facts/recipients.ts";
import type { Roster } from "../people/roster.ts";
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

type Needs = Context<ConfidenceSettings>;

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

function itself(message: MessageFacts, { roster, related, settings }: Needs): readonly ConfidentialItem[] {
	const marking = effectiveMarkings(message, related, roster, settings)[0];
	if (marking === undefined || !isBetweenOfficersAndCouncillors(message, roster) || isLetterToOutsider(message, roster))
		return [];
	return [{ id: message.messageId, marking, how: "itself", evidence: evidenceOf(marking), knownTo: new Set() }];
}

function inside(contained: Contained, message: MessageFacts, context: Needs): readonly ConfidentialItem[] {
	const { roster, related, settings } = context;
	const original = originalOf(contained, related);
	const writer = roster.party(contained.from[0]?.address ?? "", contained.date ?? message.date);
	if (isOutside(writer)) return [];
	const marking = original
		? (effectiveMarkings(original, related, roster, settings)[0] ??
			confidentialMarkings(contained.markings, settings)[0])
		: ownMark(contained, message, context);
	if (marking === undefined) return [];
	const between = original
		? isBetweenOfficersAndCouncillors(original, roster)
		: betweenWithoutHeaders(contained, message, roster);
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

/** A mark that a quoted message bears in its own text or subject; one that an outsider began is not the council's. */
function ownMark(contained: Contained, message: MessageFacts, { roster, settings }: Needs): Marking | undefined {
	const marks = confidentialMarkings(contained.markings, settings);
	const outsiderBegan = message.contained.some(
		(other) => other.depth > contained.depth && isOutside(roster.party(other.from[0]?.address ?? "", message.date)),
	);
	return marks.find((mark) => !mark.inherited || !outsiderBegan);
}

/** "On … X wrote:" names no recipients: whoever answers or forwards it here had it. */
function betweenWithoutHeaders(contained: Contained, message: MessageFacts, roster: Roster): boolean {
	if (contained.to.length > 0) {
		return containedBetweenOfficersAndCouncillors(contained, message.date, roster);
	}
	return containedBetweenOfficersAndCouncillors({ ...contained, to: message.from }, message.date, roster);
}

function cameBack(earlier: MessageFacts, message: MessageFacts, context: Needs): readonly ConfidentialItem[] {
	const { roster, related, settings } = context;
	if (earlier.date > message.date || isOutside(senders(earlier, roster)[0])) return [];
	const markings = effectiveMarkings(earlier, related, roster, settings);
	const marking = markings[0];
	if (marking === undefined || !isBetweenOfficersAndCouncillors(earlier, roster)) return [];
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
				sharesThread(other, earlier)),
	);
}

function sharesThread(a: MessageFacts, b: MessageFacts): boolean {
	const ids = new Set([...a.references, ...a.inReplyTo]);
	return [...b.references, ...b.inReplyTo].some((id) => ids.has(id));
}

function addressesOn(facts: MessageFacts): readonly string[] {
	return [...facts.from, ...facts.to, ...facts.cc].map(({ address }) => address);
}

export function evidenceOf(marking: Marking): Evidence {
	const kind =
		marking.where === "subject" || marking.where === "header"
			? "header"
			: marking.where.startsWith("attachment")
				? "attachment"
				: "text";
	return { kind, where: marking.where, quote: marking.quote };
}
