/** The onward copies that an officer's message makes, less those of which the councillor was told in time. */
import { correspondenceOf } from "../facts/correspondence.ts";
import type { MessageFacts, Receipt } from "../facts/facts.ts";
import { type Carried, carriedIn, resentIn } from "../facts/onward.ts";
import { containsText, isWholeTextOf } from "../facts/overlap.ts";
import { peopleBehind, receivedBy, senders, sentByOfficer, visiblePeople } from "../facts/recipients.ts";
import type { Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import { type CopiedMail, isAllowedCopy } from "./allowed-copies.ts";
import type { Copied } from "./copied.ts";
import { isSentByBound, reachedCopies } from "./copy-scope.ts";
import type { Context } from "./rule.ts";
import type { SilentCopySettings } from "./silent-copy-settings.ts";
import { toldOf } from "./told-copies.ts";

type Here = Context<SilentCopySettings>;

const HOUR_MS = 3_600_000;

export interface OnwardCopy {
	readonly copied: Copied;
	readonly uninformed: readonly Person[];
	readonly carried: Carried;
	/** ISO 8601: when the copy was made. */
	readonly when: string;
	readonly receipt?: Receipt;
	/** ISO 8601: when everybody had been told after all, too late. */
	readonly toldLate?: string;
}

/** One for each councillor who was not told of in the notice time. */
export function onwardCopies(message: MessageFacts, context: Here): readonly OnwardCopy[] {
	const { roster, settings } = context;
	const copies = new Map<string, OnwardCopy>();
	const sending = new Set(
		senders(message, roster)
			.flatMap(peopleBehind)
			.map(({ id }) => id),
	);
	for (const copy of [...sentOn(message, context), ...redirected(message, context)]) {
		if (!isCovered(copy, message, context)) continue;
		const uninformed = copy.uninformed.filter(
			(person) =>
				person.id !== copy.copied.id &&
				(copy.carried.how === "redirected" || !sending.has(person.id)) &&
				roster.inOffice(person, copy.when) &&
				(settings.copies === "every-copy" || !wasTold(person, copy, message, context)),
		);
		if (uninformed.length === 0 || copies.has(copy.copied.id)) continue;
		const late = uninformed.map((person) => firstNotice(person, copy, context));
		const toldLate = late.includes(undefined) ? undefined : late.toSorted().at(-1);
		copies.set(copy.copied.id, { ...copy, uninformed, ...(toldLate === undefined ? {} : { toldLate }) });
	}
	return [...copies.values()].sort((a, b) => (a.copied.id < b.copied.id ? -1 : 1));
}

/** Whether the settings look at such a copy, and do not allow it. */
function isCovered({ carried, copied, uninformed }: OnwardCopy, message: MessageFacts, context: Here): boolean {
	const { roster, settings } = context;
	if (settings.correspondence === "one-councillor" && uninformed.length > 1) return false;
	const original = mailOf(carried, message);
	const writer = roster.party(original.from[0]?.address ?? "", original.date);
	if (settings.direction === "to-councillors" && writer.kind !== "officer") return false;
	return !isAllowedCopy(copied, [message, original], message, context);
}

function mailOf({ original, contained }: Carried, message: MessageFacts): CopiedMail {
	if (original !== undefined || contained === undefined) return original ?? message;
	return { ...contained, date: contained.date ?? message.date };
}

function sentOn(message: MessageFacts, context: Here): readonly OnwardCopy[] {
	const { roster, related, settings } = context;
	if (!isSentByBound(message, settings, roster)) return [];
	const carried = [
		...message.contained.flatMap((contained) => carriedIn(contained, message, related, roster) ?? []),
		...resentIn(message, related, roster),
	];
	if (carried.length === 0) return [];
	const recipients = reachedCopies(message, settings, roster);
	return carried.flatMap((item) =>
		recipients
			.filter(({ person }) => !item.sawOpenly.has(person.id) && !hadItAlready(person, item, message, context))
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

/** Redirects (Resent-* headers) by an officer of a message that is somebody's correspondence. */
function redirected(message: MessageFacts, { roster, settings }: Here): readonly OnwardCopy[] {
	const of = correspondenceOf(message, roster);
	if (of.length === 0 || message.asksToPassOn !== undefined) return [];
	const sawOpenly = new Set(visiblePeople(message, roster));
	for (const { address } of message.from)
		for (const person of peopleBehind(roster.party(address, message.date))) sawOpenly.add(person.id);
	return message.resends.flatMap((resend) => {
		const when = resend.date ?? message.date;
		const bound = (kind: string): boolean =>
			(kind === "officer" && settings.bound !== "councillors") ||
			(kind === "councillor" && settings.bound !== "officers");
		if (!resend.by.some((address) => bound(roster.party(address, when).kind))) return [];
		return [...resend.to, ...resend.bcc]
			.flatMap((address) => peopleBehind(roster.party(address, when)))
			.filter((person) => person.role === "councillor" && !sawOpenly.has(person.id))
			.map((person) => ({
				copied: person,
				uninformed: of.filter(
					(councillor) => ![...resend.to, ...resend.by].some((address) => isPerson(address, councillor, when, roster)),
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

function isPerson(address: string, person: Copied, at: string, roster: Roster): boolean {
	if (person.role === "outsider") return address === person.id;
	return peopleBehind(roster.party(address, at)).some((other) => other.id === person.id);
}

/** He quoted it himself in his own mail, or an officer had passed it to him before: no new copy (reading 2). */
function hadItAlready(
	person: Copied,
	carried: Carried,
	message: MessageFacts,
	{ related, roster, settings }: Here,
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
			isSentByBound(earlier, settings, roster) &&
			reachedCopies(earlier, settings, roster).some((reached) => reached.person.id === person.id)
		);
	});
}

function isFrom(address: string | undefined, person: Copied, at: string, roster: Roster): boolean {
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
function wasTold(person: Person, copy: OnwardCopy, message: MessageFacts, context: Here): boolean {
	const { roster, related, settings } = context;
	const { noticeForms, noticeHours, noticeTime } = settings;
	const onIt = copy.carried.how !== "redirected" && receivedBy(message, roster).has(person.id);
	if (onIt && noticeForms.includes("visible")) return true;
	if (!noticeForms.includes("separate")) return false;
	const copiedAt = Date.parse(copy.when);
	return related.some((notice) => {
		const after = Date.parse(notice.date) - copiedAt;
		if (Math.abs(after) > noticeHours * HOUR_MS || (noticeTime === "before" && after > 0)) return false;
		return tells(notice, person, copy, context);
	});
}

/** When a message first told of it, after the copy was made. */
function firstNotice(person: Person, copy: OnwardCopy, context: Here): string | undefined {
	return context.related
		.filter((notice) => notice.date > copy.when && tells(notice, person, copy, context))
		.map(({ date }) => date)
		.toSorted()[0];
}

function tells(notice: MessageFacts, person: Person, copy: OnwardCopy, { roster, settings }: Here): boolean {
	const said = sentByOfficer(notice, roster) || isSentByBound(notice, settings, roster);
	if (!said || !receivedBy(notice, roster).has(person.id)) return false;
	if (notice.copyStatements.some((statement) => toldOf([statement], [copy.copied]).size > 0)) return true;
	// A later answer to both in the open, with the correspondence below it, shows that he has it.
	return (
		notice.date >= copy.when &&
		visiblePeople(notice, roster).has(copy.copied.id) &&
		notice.contained.some((inside) => {
			const text = copy.carried.contained?.prints ?? copy.carried.original?.authored;
			return text !== undefined && isWholeTextOf(inside.prints, text);
		})
	);
}
