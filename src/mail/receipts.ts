/** Who received a message beyond To and Cc, by what one copy of it shows. The judging is the rules' matter. */
import type { Receipt } from "../facts/facts.ts";
import type { Location, Message } from "../facts/message.ts";
import { normaliseAddress, withoutTag } from "../people/address.ts";
import type { Register } from "../people/person.ts";

const GRADES: readonly Receipt["grade"][] = ["certain", "likely", "possible"];
/** Folders whose mail was sent from the mailbox, or is yet to be: a copy there was not received. */
const SENT_FOLDER =
	/(?:^|[/.\\])(?:\[gmail\]\/)?(?:sent(?:[ _-]?(?:items|mail|messages|elements))?|gesendet|anfonwyd|drafts?|outbox)$/iu;

/**
 * Every distinct piece of evidence of one copy, grouped by address, the strongest first. `at` is where it was found;
 * `journal` is set for a mailbox that only keeps copies (finding one there proves nothing about its address).
 */
export function receiptsOf(
	message: Message,
	at: Location,
	register: Register,
	options: { readonly journal?: boolean } = {},
): readonly Receipt[] {
	const isJournal = options.journal === true || message.journal !== undefined;
	const mailbox = normaliseAddress(at.mailbox);
	const receipts = [
		...message.bcc.map(({ address }): Receipt => ({ address, way: "bcc", grade: "certain", where: "Bcc" })),
		...resent(message),
		...journalled(message),
		...delivered(message).filter((receipt) => !(isJournal && receipt.address === mailbox)),
		...(isJournal ? [] : foundIn(message, at, mailbox, register)),
	];
	return strongestFirst(receipts);
}

function resent(message: Message): readonly Receipt[] {
	return message.resends.flatMap((resend) =>
		(["to", "cc", "bcc"] as const).flatMap((field) =>
			resend[field].map(
				({ address }): Receipt => ({ address, way: "resent", grade: "certain", where: `Resent-${capital(field)}` }),
			),
		),
	);
}

function journalled(message: Message): readonly Receipt[] {
	return (message.journal?.recipients ?? []).map(({ way, address, expandedFrom, forwardedFrom }) => ({
		address,
		way: `journal-${way}` as const,
		// "Recipient" is what Exchange writes where it could not tell how the address was reached.
		grade: way === "recipient" ? "likely" : "certain",
		where: `journal ${capital(way)}`,
		...(expandedFrom === undefined ? {} : { expandedFrom }),
		...(forwardedFrom === undefined ? {} : { forwardedFrom }),
	}));
}

function delivered(message: Message): readonly Receipt[] {
	return message.deliveredTo.map(({ address, header, blind }) => ({
		address,
		way: blind === true ? "bcc" : "delivery",
		grade: blind === true ? "certain" : "likely",
		where: header,
	}));
}

/** The mailbox itself received the message, unless its owner sent it or the copy is one that was sent from there. */
function foundIn(message: Message, at: Location, mailbox: string, register: Register): readonly Receipt[] {
	if (!mailbox.includes("@") || SENT_FOLDER.test(at.folder)) return [];
	const owner = ownerOf(mailbox, register);
	const senders = [...message.from, ...(message.sender === undefined ? [] : [message.sender])];
	if (senders.some(({ address }) => ownerOf(address, register) === owner)) return [];
	return [{ address: mailbox, way: "mailbox", grade: "likely", where: "found in the mailbox" }];
}

/** The person's id where the address is one of a person's, else the address without its tag. */
function ownerOf(address: string, register: Register): string {
	const bare = withoutTag(address) ?? address;
	const person = register.people.find(({ addresses }) => addresses.includes(address) || addresses.includes(bare));
	return person?.id ?? bare;
}

function strongestFirst(receipts: readonly Receipt[]): readonly Receipt[] {
	const byAddress = new Map<string, Map<string, Receipt>>();
	for (const receipt of receipts) {
		const evidence = byAddress.get(receipt.address) ?? new Map<string, Receipt>();
		const { way, where, expandedFrom = "", forwardedFrom = "" } = receipt;
		evidence.set([way, where, expandedFrom, forwardedFrom].join("\n"), receipt);
		byAddress.set(receipt.address, evidence);
	}
	return [...byAddress.values()].flatMap((evidence) =>
		[...evidence.values()].sort((a, b) => GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade)),
	);
}

function capital(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
