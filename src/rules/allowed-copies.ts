/** Copies that need no word: to exempt recipients, and those that the council has resolved are always sent. */
import { isOutside } from "../facts/confidence.ts";
import type { MessageFacts } from "../facts/facts.ts";
import type { Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import type { Copied } from "./copied.ts";
import type { CopySettings, MandatedCopy } from "./copy-settings.ts";
import type { Context } from "./rule.ts";
import { holds } from "./setting-values.ts";
import { meansAddress, meansPerson } from "./who.ts";

/** The mail that was copied: the message itself, and what it passes on. */
export type CopiedMail = Pick<MessageFacts, "from" | "to" | "cc"> & { readonly date: string };

export function isAllowedCopy(
	copied: Copied,
	mails: readonly CopiedMail[],
	message: MessageFacts,
	{ roster, settings, calendar }: Context<CopySettings>,
): boolean {
	const means = (words: readonly string[]): boolean => meansCopied(words, copied, message.date, roster);
	if (settings.exemptRecipients.some(({ who }) => means(who))) return true;
	const current = settings.mandatedCopies.filter((one) => holds(one, calendar.dayOf(message.date)));
	return current.some((one) => means(one.copyTo) && mails.some((mail) => isOfSuchMail(mail, one, roster)));
}

export function meansCopied(words: readonly string[], copied: Copied, at: string, roster: Roster): boolean {
	if (copied.role === "outsider") return meansAddress(words, copied.id, at, roster);
	const person = roster.person(copied.id, at);
	return person !== undefined && meansPerson(words, person as Person, at, roster);
}

function isOfSuchMail(mail: CopiedMail, { mailFrom, mailTo }: MandatedCopy, roster: Roster): boolean {
	const some = (words: readonly string[], addresses: readonly { readonly address: string }[]): boolean =>
		addresses.some(({ address }) => meansAddress(words, address, mail.date, roster));
	if (mailFrom !== undefined && !some(mailFrom, mail.from)) return false;
	return mailTo === undefined || some(mailTo, [...mail.to, ...mail.cc]);
}

/** Whether an outsider is a councillor of another council whom the settings name. */
export function isAlsoCouncillor(address: string, at: string, settings: CopySettings, roster: Roster): boolean {
	return (
		settings.alsoCouncillors.length > 0 &&
		isOutside(roster.party(address, at)) &&
		meansAddress(settings.alsoCouncillors, address, at, roster)
	);
}
