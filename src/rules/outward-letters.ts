/** Letters and mails to somebody outside the council, and in whose name they go out (RULEBOOK, readings 11, 14, 28). */
import { isOutside } from "../facts/confidence.ts";
import type { LetterFacts, MessageFacts, Statement } from "../facts/facts.ts";
import { allRecipients, senders } from "../facts/recipients.ts";
import type { Party, Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";

export interface OutwardLetter {
	readonly letter: LetterFacts;
	/** In whose name it goes out: a councillor, or where officers are bound as well an officer. */
	readonly person: Person;
	/** "sender", or the signature as it stands. */
	readonly because: string;
	readonly outsiders: readonly Party[];
	/** The outsider only stands in copy of a mail to the council's own people: only words turned to him count. */
	readonly outsiderOnlyCopied: boolean;
}

/** Offices of the council itself; a committee's chair is none (reading 13). */
const HEADS_OF_COUNCIL = ["chair", "mayor", "vice-chair", "deputy-mayor"] as const;
const CHAIRS = ["chair", "mayor"] as const;

/** The chair, mayor or vice-chair of the council on that day. */
export function headsCouncil(person: Person, at: string, roster: Roster): boolean {
	return holdsOneOf(HEADS_OF_COUNCIL, person, at, roster);
}

/** The chair or mayor on that day. */
export function chairsCouncil(person: Person, at: string, roster: Roster): boolean {
	return holdsOneOf(CHAIRS, person, at, roster);
}

function holdsOneOf(offices: readonly string[], person: Person, at: string, roster: Roster): boolean {
	return offices.some((office) => roster.holders(office, at).some((holder) => holder.id === person.id));
}

/** Documents that councillors sign as such: outside both rules (reading 11). */
const NO_LETTERS = new Set<LetterFacts["document"]>(["minutes", "deed", "joint", "other"]);

/** Whose letters are looked at. */
export type Bound = "councillors" | "both";

export function outwardLetters(
	message: MessageFacts,
	roster: Roster,
	bound: Bound = "councillors",
): readonly OutwardLetter[] {
	const outsiders = outsidersOn(message, roster);
	if (outsiders.length === 0) return [];
	const sender = senders(message, roster)[0];
	const to = message.to.map(({ address }) => roster.party(address, message.date));
	const outsiderOnlyCopied = to.length > 0 && !to.some((party) => isOutside(party));
	return message.letters.flatMap((letter) => {
		const name = inWhoseName(letter, message, sender, roster, bound);
		return name === undefined ? [] : [{ letter, ...name, outsiders, outsiderOnlyCopied }];
	});
}

function outsidersOn(message: MessageFacts, roster: Roster): readonly Party[] {
	return allRecipients(message, roster)
		.filter(({ receipt }) => receipt?.way !== "resent" && receipt?.way !== "delivery" && receipt?.way !== "mailbox")
		.map(({ party }) => party)
		.filter((party) => isOutside(party));
}

function inWhoseName(
	letter: LetterFacts,
	message: MessageFacts,
	sender: Party | undefined,
	roster: Roster,
	bound: Bound,
): Pick<OutwardLetter, "person" | "because"> | undefined {
	if (NO_LETTERS.has(letter.document)) return undefined;
	const signing = letter.signatories.flatMap((id) => signatoryInOffice(id, message.date, roster) ?? []);
	const councillor = signing.find((person) => person.role === "councillor");
	const officer = signing.find((person) => person.role === "officer");
	// Only the council's own mail goes out in a councillor's name; an outsider who types one does not bind him.
	if (sender?.kind !== "councillor" && sender?.kind !== "officer" && sender?.kind !== "unknown-council")
		return undefined;
	if (councillor !== undefined) return { person: councillor, because: letter.signedQuote ?? councillor.name };
	if (letter.where === "text" && sender.kind === "councillor" && officer === undefined)
		return { person: sender.person, because: "sender" };
	// What an officer signed and a councillor only passes on went out before.
	if (bound === "councillors" || sender.kind === "councillor" || message.automatic) return undefined;
	if (officer !== undefined) return { person: officer, because: letter.signedQuote ?? officer.name };
	return letter.where === "text" && sender.kind === "officer"
		? { person: sender.person, because: "sender" }
		: undefined;
}

/** Somebody who acts as an officer on that day signs as one. */
function signatoryInOffice(id: string, at: string, roster: Roster): Person | undefined {
	const party = roster.party(id, at);
	return party.kind === "councillor" || party.kind === "officer" ? party.person : undefined;
}

/** Whether a statement is made to the outsider: in a mail to the office it must turn to him by name. */
export function turnsToOutsider(
	statement: Statement,
	{ outsiderOnlyCopied, outsiders }: OutwardLetter,
	message: MessageFacts,
): boolean {
	if (!outsiderOnlyCopied) return true;
	const addressee = statement.addressee?.toLowerCase();
	if (addressee === undefined) return false;
	const names = [...message.to, ...message.cc]
		.filter(({ address }) => outsiders.some((party) => party.address === address))
		.map(({ name, address }) => `${name} ${address}`.toLowerCase());
	return names.some((name) => name.includes(addressee));
}
