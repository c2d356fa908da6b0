/** Who is named on a message, who received it, and by which evidence. */
import type { Party, Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import type { MessageFacts, Receipt } from "./facts.ts";

const GRADES = ["certain", "likely", "possible"] as const;

/** Everybody to whom an address stands on a day: the person, or the members of the list. */
export function peopleBehind(party: Party): readonly Person[] {
	if (party.kind === "councillor" || party.kind === "officer") return [party.person];
	return party.kind === "list" ? party.members : [];
}

/** Addresses in To and Cc, lower case, in order. */
function visibleAddresses(facts: MessageFacts): readonly string[] {
	return [...facts.to, ...facts.cc].map((address) => address.address);
}

/** Ids of the people who are visible on the message, by name or by a list. */
export function visiblePeople(facts: MessageFacts, roster: Roster): ReadonlySet<string> {
	const ids = new Set<string>();
	for (const address of visibleAddresses(facts)) {
		for (const person of peopleBehind(roster.party(address, facts.date))) ids.add(person.id);
	}
	return ids;
}

/** Councillors in office who stand in To or Cc (or in one of them) under an address of their own. */
export function namedCouncillors(
	facts: MessageFacts,
	roster: Roster,
	fields: readonly ("to" | "cc")[] = ["to", "cc"],
): readonly Person[] {
	const found = new Map<string, Person>();
	for (const field of fields) {
		for (const { address } of facts[field]) {
			const party = roster.party(address, facts.date);
			if (party.kind === "councillor") found.set(party.person.id, party.person);
		}
	}
	return [...found.values()];
}

/** The parties who sent it: From, and the Sender header where a delegate sent. */
export function senders(facts: MessageFacts, roster: Roster): readonly Party[] {
	const addresses = [...facts.from.map((from) => from.address), ...(facts.sender ? [facts.sender.address] : [])];
	return addresses.map((address) => roster.party(address, facts.date));
}

/** Whether an officer sent it. A councillor in From is none, even where an officer's mailbox did the sending. */
export function sentByOfficer(facts: MessageFacts, roster: Roster): boolean {
	const parties = senders(facts, roster);
	return parties[0]?.kind === "officer";
}

/** Whether a councillor in office stands in From. */
export function sentByCouncillor(facts: MessageFacts, roster: Roster): boolean {
	return senders(facts, roster)[0]?.kind === "councillor";
}

function senderIds(facts: MessageFacts, roster: Roster): ReadonlySet<string> {
	return new Set(
		senders(facts, roster)
			.flatMap(peopleBehind)
			.map((person) => person.id),
	);
}

/** True where a journal line only spells out a list that everybody could see. */
function expandsVisible(receipt: Receipt, visible: readonly string[]): boolean {
	return receipt.expandedFrom !== undefined && visible.includes(receipt.expandedFrom);
}

/** A forwarding that the recipient set up himself is no act of the sender. */
function forwardedByRecipient(receipt: Receipt, visible: readonly string[]): boolean {
	return receipt.forwardedFrom !== undefined && visible.includes(receipt.forwardedFrom);
}

export interface HiddenRecipient {
	readonly person: Person;
	/** Strongest first. */
	readonly receipts: readonly Receipt[];
}

/**
 * Councillors in office who received the message as it was first sent, and stand neither in To nor in Cc, nor in a
 * list there. Redirects are acts of their own (see `resends`), and a councillor's own copy of what he sent is none.
 */
export function hiddenCouncillors(facts: MessageFacts, roster: Roster): readonly HiddenRecipient[] {
	const visible = visibleAddresses(facts);
	const seen = visiblePeople(facts, roster);
	const sending = senderIds(facts, roster);
	const redirected = new Set(
		facts.resends
			.flatMap((resend) => [...resend.to, ...resend.bcc])
			.flatMap((address) => peopleBehind(roster.party(address, facts.date)))
			.map((person) => person.id),
	);
	const hidden = new Map<string, { person: Person; receipts: Receipt[] }>();
	for (const receipt of facts.receipts) {
		if (receipt.way === "resent" || expandsVisible(receipt, visible) || forwardedByRecipient(receipt, visible))
			continue;
		for (const person of peopleBehind(roster.party(receipt.address, facts.date))) {
			if (person.role !== "councillor" || seen.has(person.id) || sending.has(person.id)) continue;
			// A copy in the mailbox of somebody to whom it was redirected proves the redirect, not a blind copy.
			if (redirected.has(person.id) && receipt.way !== "bcc" && receipt.way !== "journal-bcc") continue;
			const entry = hidden.get(person.id) ?? { person, receipts: [] };
			entry.receipts.push(receipt);
			hidden.set(person.id, entry);
		}
	}
	return [...hidden.values()]
		.map(({ person, receipts }) => ({ person, receipts: receipts.toSorted(byStrength) }))
		.sort((a, b) => (a.person.id < b.person.id ? -1 : 1));
}

function byStrength(a: Receipt, b: Receipt): number {
	return GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade) || (a.where < b.where ? -1 : a.where > b.where ? 1 : 0);
}

/** Everybody who received it by any evidence, visible or not: party by address, each address once. */
export function allRecipients(
	facts: MessageFacts,
	roster: Roster,
): readonly { readonly address: string; readonly party: Party; readonly receipt?: Receipt }[] {
	const found = new Map<string, { address: string; party: Party; receipt?: Receipt }>();
	for (const address of visibleAddresses(facts)) {
		if (!found.has(address)) found.set(address, { address, party: roster.party(address, facts.date) });
	}
	for (const receipt of facts.receipts) {
		if (!found.has(receipt.address)) {
			found.set(receipt.address, {
				address: receipt.address,
				party: roster.party(receipt.address, facts.date),
				receipt,
			});
		}
	}
	return [...found.values()];
}

/** Ids of all people who received it by any evidence. */
export function receivedBy(facts: MessageFacts, roster: Roster): ReadonlySet<string> {
	return new Set(
		allRecipients(facts, roster)
			.flatMap(({ party }) => peopleBehind(party))
			.map((person) => person.id),
	);
}
