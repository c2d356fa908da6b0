/** Copies that the protocol wants made, and of which a message shows none: `mandatedCopies` with `ifMissing`. */
import type { MessageFacts } from "../facts/facts.ts";
import { isWholeTextOf } from "../facts/overlap.ts";
import { quoteOf } from "../facts/quote.ts";
import { allRecipients, peopleBehind, receivedBy, senders } from "../facts/recipients.ts";
import type { Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import { type Copied, outsider } from "./copied.ts";
import type { CopySettings, MandatedCopy } from "./copy-settings.ts";
import { longDate, nameList, personAs, styled } from "./naming.ts";
import type { Context, Judgement } from "./rule.ts";
import { holds } from "./setting-values.ts";
import { toldOf } from "./told-copies.ts";
import { kindOfWord, meansAddress, meansPerson } from "./who.ts";

type Here = Context<CopySettings>;

/** One for each resolution that wants a copy, at the first message of a thread that shows none. */
export function missingCopies(message: MessageFacts, context: Here): readonly Judgement[] {
	const { settings, calendar } = context;
	const wanted = settings.mandatedCopies.filter(
		(entry) => entry.ifMissing !== undefined && holds(entry, calendar.dayOf(message.date)),
	);
	return wanted.flatMap((entry) => {
		const missing = missingFrom(message, entry, context);
		if (missing.length === 0) return [];
		const began = context.related.some(
			(earlier) => goesOn(message, earlier) && missingFrom(earlier, entry, context).length > 0,
		);
		return began ? [] : [judgement(message, entry, missing, context.roster)];
	});
}

function goesOn(message: MessageFacts, earlier: MessageFacts): boolean {
	return [...message.inReplyTo, ...message.references].includes(earlier.messageId);
}

/** Those of the entry who neither received the message nor are named on it, nor saw it later. */
function missingFrom(message: MessageFacts, entry: MandatedCopy, context: Here): readonly Copied[] {
	const { roster } = context;
	if (message.automatic || message.own || !isOfSuchMail(message, entry, roster)) return [];
	if (isOfOneGroup(message, roster)) return [];
	return entry.copyTo.flatMap((word) => {
		const meant = meantBy(word, message, roster);
		const has = (copied: Copied): boolean => hasSeen(copied, message, context);
		// Of an office's holders one is enough; of a committee everybody is meant.
		if (kindOfWord(word) === "name" && meant.some(has)) return [];
		return meant.filter((copied) => !has(copied)).slice(0, kindOfWord(word) === "name" ? 1 : undefined);
	});
}

function isOfSuchMail(message: MessageFacts, { mailFrom, mailTo, copyTo }: MandatedCopy, roster: Roster): boolean {
	const at = message.date;
	const sender = senders(message, roster)[0];
	if (sender?.kind !== "councillor" && sender?.kind !== "officer") return false;
	if (mailFrom !== undefined && !meansAddress(mailFrom, sender.address, at, roster)) return false;
	return [...message.to, ...message.cc].some(({ address }) => {
		const party = roster.party(address, at);
		const isSelf = party.kind === sender.kind && party.person.id === sender.person.id;
		if (isSelf || meansAddress(copyTo, address, at, roster)) return false;
		return mailTo === undefined || meansAddress(mailTo, address, at, roster);
	});
}

/** What passes within a political group is its own affair. */
function isOfOneGroup(message: MessageFacts, roster: Roster): boolean {
	const parties = [...senders(message, roster), ...allRecipients(message, roster).map(({ party }) => party)];
	const groups = new Set(
		parties.flatMap((party) => {
			const behind = peopleBehind(party);
			return behind.length === 0 ? [undefined] : behind.map(({ group }) => group);
		}),
	);
	return groups.size === 1 && !groups.has(undefined);
}

/** Whoever holds the office or belongs to the body that day; an address or a domain as an outsider's. */
function meantBy(word: string, message: MessageFacts, roster: Roster): readonly Copied[] {
	const at = message.date;
	const people = roster.register.people.filter(
		(person) => roster.inOffice(person, at) && meansPerson([word], person, at, roster),
	);
	if (people.length > 0) return people;
	return kindOfWord(word) === "address" || kindOfWord(word) === "domain" ? [outsider(word)] : [];
}

function hasSeen(copied: Copied, message: MessageFacts, { related, roster }: Here): boolean {
	if (isOn(copied, message, roster) || toldOf(message.copyStatements, [copied]).size > 0) return true;
	return related.some((later) => later.date >= message.date && carries(later, message) && isOn(copied, later, roster));
}

/** As sender or recipient, by any evidence. */
function isOn(copied: Copied, message: MessageFacts, roster: Roster): boolean {
	if (copied.role === "outsider")
		return allRecipients(message, roster).some(({ address }) =>
			meansAddress([copied.id], address, message.date, roster),
		);
	const sending: readonly Person[] = senders(message, roster).flatMap(peopleBehind);
	return receivedBy(message, roster).has(copied.id) || sending.some(({ id }) => id === copied.id);
}

function carries(later: MessageFacts, { messageId, authored }: MessageFacts): boolean {
	return (
		later.inReplyTo.includes(messageId) ||
		later.references.includes(messageId) ||
		later.contained.some((inside) => inside.messageId === messageId || isWholeTextOf(inside.prints, authored))
	);
}

function judgement(
	message: MessageFacts,
	{ minute, ifMissing }: MandatedCopy,
	missing: readonly Copied[],
	roster: Roster,
): Judgement {
	const sender = senders(message, roster)[0];
	const author = sender?.kind === "councillor" || sender?.kind === "officer" ? sender.person : undefined;
	const names = nameList(missing.map(styled));
	return {
		people: [
			...(author === undefined ? [] : [personAs("author", author)]),
			...missing.map((copied) => personAs("uninformed", copied)),
		],
		summary: `The message of ${longDate(message.date)}${author === undefined ? "" : ` from ${styled(author)}`} shows no copy to ${names}, to whom such mail is always copied (${minute}).`,
		evidence: [
			{
				kind: "header",
				where: "To/Cc",
				quote: quoteOf([...message.to, ...message.cc].map(({ address }) => address).join(", ")),
			},
			{
				kind: "absence",
				where: "recipients and foot",
				quote: quoteOf(`No address, copy line or later message shows that ${names} has it.`),
			},
		],
		certainty: "likely",
		...(ifMissing === "advisory" ? { severity: ifMissing } : {}),
		unseen:
			"A blind copy from a mailbox that is not connected, a word in person, or that the matter was not the council's would not show.",
		remedy: `Please pass the message of ${longDate(message.date)} on to ${names}.`,
	};
}
