/** Whose correspondence a message is, and whom its copies reached, as far as a protocol's copying rules look at it. */
import { correspondents, reachesEveryCouncillor } from "../facts/correspondence.ts";
import type { MessageFacts, Receipt } from "../facts/facts.ts";
import {
	allRecipients,
	hiddenCouncillors,
	namedCouncillors,
	peopleBehind,
	senders,
	sentByCouncillor,
	sentByOfficer,
	visiblePeople,
} from "../facts/recipients.ts";
import type { Party, Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import { isAlsoCouncillor } from "./allowed-copies.ts";
import { type Copied, type CopiedRecipient, outsider } from "./copied.ts";
import type { CopySettings } from "./copy-settings.ts";

export function isSentByBound(message: MessageFacts, { bound }: CopySettings, roster: Roster): boolean {
	if (bound !== "councillors" && sentByOfficer(message, roster)) return true;
	return bound !== "officers" && sentByCouncillor(message, roster);
}

/** Those who must know of copies of the message; empty where its sender is not bound, and for a circular. */
export function mustKnow(message: MessageFacts, settings: CopySettings, roster: Roster): readonly Person[] {
	if (!isSentByBound(message, settings, roster)) return [];
	if (sentByOfficer(message, roster)) return correspondents(message, roster);
	const sender = senders(message, roster)[0];
	const author = sender === undefined ? [] : peopleBehind(sender);
	const named = namedCouncillors(message, roster).filter(({ id }) => author[0]?.id !== id);
	return reachesEveryCouncillor([...named, ...author], roster, message.date)
		? []
		: [...named, ...namedOfficers(message, roster)];
}

function namedOfficers(message: MessageFacts, roster: Roster): readonly Person[] {
	const found = new Map<string, Person>();
	for (const { address } of [...message.to, ...message.cc]) {
		const party = roster.party(address, message.date);
		if (party.kind === "officer") found.set(party.person.id, party.person);
	}
	return [...found.values()];
}

/** Those who stand in To by an address of their own, of `people`. */
export function addressedOf(people: readonly Person[], message: MessageFacts, roster: Roster): readonly Person[] {
	return people.filter((person) =>
		message.to.some(({ address }) => {
			const party = roster.party(address, message.date);
			return (party.kind === "councillor" || party.kind === "officer") && party.person.id === person.id;
		}),
	);
}

/** Who received the message unseen, of those whom the settings look at. */
export function hiddenCopies(
	message: MessageFacts,
	settings: CopySettings,
	roster: Roster,
): readonly CopiedRecipient[] {
	const councillors = hiddenCouncillors(message, roster);
	if (settings.copiedTo === "councillors" && settings.alsoCouncillors.length === 0) return councillors;
	const found = new Map<string, { person: Copied; receipts: Receipt[] }>();
	const visible = new Set([...message.to, ...message.cc].map(({ address }) => address));
	const seen = visiblePeople(message, roster);
	const sending = new Set(
		senders(message, roster)
			.flatMap((party) => peopleBehind(party))
			.map(({ id }) => id),
	);
	for (const receipt of message.receipts) {
		if (receipt.way === "resent" || visible.has(receipt.address)) continue;
		if (visible.has(receipt.expandedFrom ?? "") || visible.has(receipt.forwardedFrom ?? "")) continue;
		for (const person of othersBehind(roster.party(receipt.address, message.date), message, settings, roster)) {
			if (seen.has(person.id) || sending.has(person.id)) continue;
			// What an outsider's own server did with a copy is no act of the sender.
			if (person.role === "outsider" && (receipt.way === "delivery" || receipt.way === "mailbox")) continue;
			const entry = found.get(person.id) ?? { person, receipts: [] };
			entry.receipts.push(receipt);
			found.set(person.id, entry);
		}
	}
	return [...councillors, ...[...found.values()].sort((a, b) => (a.person.id < b.person.id ? -1 : 1))];
}

/** Who stands in Cc, beside those to whom the message is addressed; a list in Cc stands for its members. */
export function visibleCopies(
	message: MessageFacts,
	addressed: readonly Person[],
	settings: CopySettings,
	roster: Roster,
): readonly CopiedRecipient[] {
	const first = new Set([
		...addressed.map(({ id }) => id),
		...senders(message, roster)
			.flatMap((party) => peopleBehind(party))
			.map(({ id }) => id),
	]);
	const found = new Map<string, Copied>();
	for (const { address } of message.cc) {
		const party = roster.party(address, message.date);
		const councillors = peopleBehind(party).filter(({ role }) => role === "councillor");
		for (const person of [...councillors, ...othersBehind(party, message, settings, roster)])
			if (!first.has(person.id)) found.set(person.id, person);
	}
	return [...found.values()].map((person) => ({
		person,
		receipts: [{ address: person.id, way: "journal-cc" as const, grade: "certain" as const, where: "Cc" }],
	}));
}

/** Everybody whom the message reached of those whom the settings look at, visible or not. */
export function reachedCopies(
	message: MessageFacts,
	settings: CopySettings,
	roster: Roster,
): readonly { readonly person: Copied; readonly receipt?: Receipt }[] {
	const found = new Map<string, { person: Copied; receipt?: Receipt }>();
	for (const { party, receipt } of allRecipients(message, roster)) {
		if (receipt?.way === "resent") continue;
		const councillors = peopleBehind(party).filter(({ role }) => role === "councillor");
		for (const person of [...councillors, ...othersBehind(party, message, settings, roster)])
			if (!found.has(person.id)) found.set(person.id, receipt ? { person, receipt } : { person });
	}
	return [...found.values()];
}

/** Beside the council's councillors: those of other councils, outsiders, officers, as the settings say. */
function othersBehind(party: Party, message: MessageFacts, settings: CopySettings, roster: Roster): readonly Copied[] {
	if (party.kind === "third-party" && settings.copiedTo !== "councillors")
		return [outsider(party.address, headerName(party.address, message))];
	if (isAlsoCouncillor(party.address, message.date, settings, roster))
		return [outsider(party.address, headerName(party.address, message))];
	if (settings.copiedTo !== "anyone") return [];
	return peopleBehind(party).filter(({ role, shared }) => role === "officer" && !shared);
}

function headerName(address: string, message: MessageFacts): string {
	return [...message.to, ...message.cc].find((one) => one.address === address)?.name ?? "";
}
