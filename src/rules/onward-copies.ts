/** The onward copies that an officer's message makes, less those of which the councillor was told in time. */

import { correspondenceOf } from "../facts/correspondence.ts";
import type { MessageFacts, Receipt } from "../facts/facts.ts";
import { type Carried, carriedIn, resentIn } from "../facts/onward.ts";
import { containsText, isWholeTextOf } from "../facts/overlap.ts";
import { allRecipients, peopleBehind, receivedBy, sentByOfficer, visiblePeople } from "../facts/recipients.ts";
import type { Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import type { Context } from "./rule.ts";

export interface OnwardCopy {
	readonly copied: Person;
	readonly uninformed: readonly Person[];
	readonly carried: Carried;
	/** ISO 8601: when the copy was made. */
	readonly when: string;
	readonly receipt?: Receipt;
}

/** One for each councillor who was not told of; `noticeMs` before and after count as in time. */
export function onwardCopies(
	message: MessageFacts,
	context: Context<unknown>,
	noticeMs: number,
): readonly OnwardCopy[] {
	const copies = new Map<string, OnwardCopy>();
	for (const copy of [...sentOn(message, context), ...redirected(message, context)]) {
		const uninformed = copy.uninformed.filter(
			(person) =>
				person.id !== copy.copied.id &&
				context.roster.inOffice(person, copy.when) &&
				!wasTold(person, copy, message, context, noticeMs),
		);
		if (uninformed.length === 0 || copies.has(copy.copied.id)) continue;
		copies.set(copy.copied.id, { ...copy, uninformed });
	}
	return [...copies.values()].sort((a, b) => (a.copied.id < b.copied.id ? -1 : 1));
}

function sentOn(message: MessageFacts, { roster, related }: Context<unknown>): readonly OnwardCopy[] {
	if (!sentByOfficer(message, roster)) return [];
	const carried = [
		...message.contained.flatMap((contained) => carriedIn(contained, message, related, roster) ?? []),
		...resentIn(message, related, roster),
	];
	if (carried.length === 0) return [];
	const recipients = councillorsReached(message, roster);
	return carried.flatMap((item) =>
		recipients
			.filter(({ person }) => !item.sawOpenly.has(person.id) && !hadItAlready(person, item, message, related, roster))
			.filter(() => !askedToPassOn(item, related))
			.map(({ person, receipt }) => ({
				copied: person,
				uninformed: item.of,
				carried: item,
				when: message.date,
				...(receipt ? { receipt } : {}),
			})),
	);
}

function councillorsReached(message: MessageFacts, roster: Roster): readonly { person: Person; receipt?: Receipt }[] {
	const found = new Map<string, { person: Person; receipt?: Receipt }>();
	for (const { party, receipt } of allRecipients(message, roster)) {
		if (receipt?.way === "resent") continue;
		for (const person of peopleBehind(party)) {
			if (person.role === "councillor" && !found.has(person.id))
				found.set(person.id, receipt ? { person, receipt } : { person });
		}
	}
	return [...found.values()];
}

/** Redirects (Resent-* headers) by an officer of a message that is somebody's correspondence. */
function redirected(message: MessageFacts, { roster }: Context<unknown>): readonly OnwardCopy[] {
	const of = correspondenceOf(message, roster);
	if (of.length === 0 || message.asksToPassOn !== undefined) return [];
	const sawOpenly = new Set(visiblePeople(message, roster));
	for (const { address } of message.from)
		for (const person of peopleBehind(roster.party(address, message.date))) sawOpenly.add(person.id);
	return message.resends.flatMap((resend) => {
		const when = resend.date ?? message.date;
		if (!resend.by.some((address) => roster.party(address, when).kind === "officer")) return [];
		return [...resend.to, ...resend.bcc]
			.flatMap((address) => peopleBehind(roster.party(address, when)))
			.filter((person) => person.role === "councillor" && !sawOpenly.has(person.id))
			.map((person) => ({
				copied: person,
				uninformed: of.filter(
					(councillor) => !resend.to.some((address) => isPerson(address, councillor, when, roster)),
				),
				carried: {
					of,
					sawOpenly,
					how: "redirected" as const,
					quote: `Resent-To: ${resend.to.join(", ")}`,
					original: message,
				},
				when,
			}));
	});
}

function isPerson(address: string, person: Person, at: string, roster: Roster): boolean {
	return peopleBehind(roster.party(address, at)).some((other) => other.id === person.id);
}

/** He quoted it himself in his own mail, or an officer had passed it to him before: no new copy (reading 2). */
function hadItAlready(
	person: Person,
	carried: Carried,
	message: MessageFacts,
	related: readonly MessageFacts[],
	roster: Roster,
): boolean {
	const text = carried.contained?.prints ?? carried.original?.authored;
	if (text === undefined) return false;
	const below = carried.contained?.depth;
	const quotedByHim = message.contained.some(
		(other) =>
			below !== undefined && other.depth < below && isFrom(other.from[0]?.address, person, message.date, roster),
	);
	if (quotedByHim) return true;
	return related.some((earlier) => {
		if (earlier.date >= message.date || earlier.messageId === message.messageId) return false;
		const carries =
			earlier.contained.some((inside) => isWholeTextOf(inside.prints, text)) || containsText(earlier.authored, text);
		if (!carries) return false;
		if (isFrom(earlier.from[0]?.address, person, earlier.date, roster)) return true;
		const original = carried.original;
		if (original !== undefined && earlier.identity === original.identity) return false;
		return (
			sentByOfficer(earlier, roster) &&
			councillorsReached(earlier, roster).some((reached) => reached.person.id === person.id)
		);
	});
}

function isFrom(address: string | undefined, person: Person, at: string, roster: Roster): boolean {
	return address !== undefined && isPerson(address, person, at, roster);
}

function askedToPassOn(carried: Carried, related: readonly MessageFacts[]): boolean {
	if (carried.original?.asksToPassOn !== undefined || carried.contained?.asksToPassOn !== undefined) return true;
	const original = carried.original;
	return (
		original !== undefined &&
		related.some(
			(other) =>
				other.asksToPassOn !== undefined &&
				other.from[0]?.address === original.from[0]?.address &&
				inThread(other, original),
		)
	);
}

function inThread(a: MessageFacts, b: MessageFacts): boolean {
	const ids = new Set([a.messageId, ...a.references, ...a.inReplyTo]);
	return [b.messageId, ...b.references, ...b.inReplyTo].some((id) => ids.has(id));
}

/** On the onward message itself, or by an officer's message in the notice time that says so. */
function wasTold(
	person: Person,
	copy: OnwardCopy,
	message: MessageFacts,
	{ roster, related }: Context<unknown>,
	noticeMs: number,
): boolean {
	if (copy.carried.how !== "redirected" && receivedBy(message, roster).has(person.id)) return true;
	const copiedAt = Date.parse(copy.when);
	return related.some((notice) => {
		if (!sentByOfficer(notice, roster) || !receivedBy(notice, roster).has(person.id)) return false;
		if (Math.abs(Date.parse(notice.date) - copiedAt) > noticeMs) return false;
		if (notice.copyStatements.some((statement) => statement.covers.includes(copy.copied.id))) return true;
		// A later answer to both in the open, with the correspondence below it, shows that he has it.
		return (
			notice.date >= copy.when &&
			visiblePeople(notice, roster).has(copy.copied.id) &&
			notice.contained.some((inside) => {
				const text = copy.carried.contained?.prints ?? copy.carried.original?.authored;
				return text !== undefined && isWholeTextOf(inside.prints, text);
			})
		);
	});
}
