/** Which items are marked confidential, between whom they passed, and which third parties they reached. */
import type { Party, Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import type { Contained, Marking, MessageFacts, Receipt } from "./facts.ts";
import { allRecipients, peopleBehind, senders } from "./recipients.ts";

export interface ConfidenceSettings {
	/** Whether a request such as "keep this between us" binds like a marking (Desborough 17). */
	readonly requestsBind: boolean;
}

/** The markings that count here: confidential ones, and requests where they bind. */
export function confidentialMarkings(markings: readonly Marking[], settings: ConfidenceSettings): readonly Marking[] {
	return markings.filter(
		(marking) => marking.level === "confidential" && (marking.kind !== "request" || settings.requestsBind),
	);
}

/** The sender's own marks of this message: not those that only stand in what is quoted below. */
export function ownMarkings(facts: MessageFacts, settings: ConfidenceSettings): readonly Marking[] {
	return confidentialMarkings(facts.markings, settings).filter(({ where }) => where !== "quoted");
}

/** Messages that this one answers or quotes by its headers, among the related ones. */
export function ancestors(facts: MessageFacts, related: readonly MessageFacts[]): readonly MessageFacts[] {
	const ids = new Set([...facts.references, ...facts.inReplyTo]);
	return related.filter((other) => ids.has(other.messageId));
}

/**
 * The marks that the council's own people put on the message. A subject inherited behind "Re:" counts only where
 * nobody outside began the thread with it (reading 17).
 */
export function effectiveMarkings(
	facts: MessageFacts,
	related: readonly MessageFacts[],
	roster: Roster,
	settings: ConfidenceSettings,
): readonly Marking[] {
	const own = ownMarkings(facts, settings);
	if (!own.some((marking) => marking.inherited)) return own;
	const before = ancestors(facts, related);
	const outsiderBegan =
		before.some(
			(other) => isOutside(senders(other, roster)[0]) && ownMarkings(other, settings).some((mark) => !mark.inherited),
		) ||
		(facts.contained.length > 0 && isOutside(roster.party(facts.contained.at(-1)?.from[0]?.address ?? "", facts.date)));
	return outsiderBegan ? own.filter((marking) => !marking.inherited) : own;
}

/** Third parties and authorised outsiders; not the council's own addresses, known or unknown. */
export function isOutside(party: Party | undefined): boolean {
	return party !== undefined && (party.kind === "third-party" || party.kind === "authorised") && party.address !== "";
}

export interface ThirdParty {
	readonly address: string;
	readonly complainant: boolean;
	readonly former?: Person;
	readonly receipt?: Receipt;
}

/** Third parties whom a message reached, by any evidence; those behind a council list included. */
export function thirdParties(facts: MessageFacts, roster: Roster): readonly ThirdParty[] {
	const found = new Map<string, ThirdParty>();
	const consider = (party: Party, receipt?: Receipt): void => {
		if (party.kind !== "third-party" || found.has(party.address)) return;
		found.set(party.address, {
			address: party.address,
			complainant: party.complainant,
			...(party.former ? { former: party.former } : {}),
			...(receipt ? { receipt } : {}),
		});
	};
	for (const { party, receipt } of allRecipients(facts, roster)) {
		// A delivery header or a mailbox of an outsider's shows what his own server did with a copy, a list's say.
		if (receipt?.way === "delivery" || receipt?.way === "mailbox") continue;
		consider(party, receipt);
		if (party.kind === "list" && party.list.members.kind === "addresses") {
			for (const member of party.list.members.addresses) consider(roster.party(member, facts.date), receipt);
		}
	}
	return [...found.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** Whether both a councillor and an officer are on the message, as sender or recipient. */
export function isBetweenOfficersAndCouncillors(facts: MessageFacts, roster: Roster): boolean {
	const people = [
		...senders(facts, roster).flatMap(peopleBehind),
		...allRecipients(facts, roster).flatMap(({ party }) => peopleBehind(party)),
	];
	return bothRoles(people);
}

/** The same of a quoted or attached message, by its header block alone. */
export function containedBetweenOfficersAndCouncillors(contained: Contained, at: string, roster: Roster): boolean {
	const day = contained.date ?? at;
	return bothRoles(
		[...contained.from, ...contained.to, ...contained.cc].flatMap(({ address }) =>
			peopleBehind(roster.party(address, day)),
		),
	);
}

function bothRoles(people: readonly Person[]): boolean {
	return people.some((person) => person.role === "councillor") && people.some((person) => person.role === "officer");
}

/** An officer's or councillor's letter to an outsider on his own matter: only outsiders in To (reading 25). */
export function isLetterToOutsider(facts: MessageFacts, roster: Roster): boolean {
	const to = facts.to.map(({ address }) => roster.party(address, facts.date));
	return to.length > 0 && to.every((party) => isOutside(party));
}
