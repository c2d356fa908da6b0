/** Who received this copy, by the headers that the delivering servers put on it. */
import type { DeliveryHeader } from "../facts/message.ts";
import { singleAddress } from "./addresses.ts";
import type { HeaderField } from "./header-block.ts";
import { TRACE_LINES_MAX } from "./limits.ts";

const DELIVERY_HEADERS: Readonly<Record<string, string>> = {
	"delivered-to": "Delivered-To",
	"x-delivered-to": "X-Delivered-To",
	"x-original-to": "X-Original-To",
	"envelope-to": "Envelope-To",
	"x-envelope-to": "X-Envelope-To",
	"x-gm-original-to": "X-Gm-Original-To",
	"x-apparently-to": "X-Apparently-To",
};
const RECIPIENT_TYPE = "x-ms-exchange-organization-recipient-p2-type";
const FOR = /\sfor\s+<?("[^"]*"@[^\s<>;]+|[^\s<>;()]+@[^\s<>;()]+)>?/iu;
/** `journal+pell=thornby.example@…`: the recipient for whom an archive got its copy. */
const ENCODED_RECIPIENT = /^[^+@]+\+([^@]+)=([^=@]+\.[^=@]+)@/u;

/**
 * Delivery headers of a copy found in `mailbox`, each address once a header. Servers write theirs above what the sender
 * wrote: one that stands below all Received lines came with the message, anybody can have written it, and it is left.
 * Recipients that are encoded in the address of a journal count only where the mailbox is one.
 */
export function readDelivery(
	fields: readonly HeaderField[],
	mailbox: string,
	journal: boolean,
): readonly DeliveryHeader[] {
	const lastReceived = fields.findLastIndex((field) => field.name === "received");
	const found = new Map<string, DeliveryHeader>();
	const add = (header: string, address: string, blind?: boolean): void => {
		if (found.size >= TRACE_LINES_MAX) return;
		const key = `${header} ${address}`;
		if (!found.has(key)) found.set(key, blind === true ? { header, address, blind } : { header, address });
	};
	for (const [index, field] of fields.entries()) {
		if (field.name === "received") {
			const recipient = receivedFor(field.value);
			if (recipient !== undefined) add("Received", encodedRecipient(recipient, journal) ?? recipient);
			continue;
		}
		const header = DELIVERY_HEADERS[field.name];
		if (header !== undefined && (lastReceived < 0 || index < lastReceived)) {
			// Envelope-To names several recipients where one copy was delivered to several mailboxes.
			for (const part of field.value.split(",")) {
				const address = singleAddress(part);
				if (address !== undefined) add(header, encodedRecipient(address, journal) ?? address);
			}
		}
		if (field.name === RECIPIENT_TYPE && /^bcc$/iu.test(field.value)) {
			const address = singleAddress(mailbox);
			if (address !== undefined) add("X-MS-Exchange-Organization-Recipient-P2-Type", address, true);
		}
	}
	return [...found.values()];
}

/** The address behind `for` in a Received line; comments may hold other words with "for". */
function receivedFor(value: string): string | undefined {
	if (!/\sfor\s/iu.test(value)) return undefined;
	const match = FOR.exec(value.replace(/\([^()]*\)/gu, " "));
	return match === null ? undefined : singleAddress(match[1] as string);
}

function encodedRecipient(address: string, journal: boolean): string | undefined {
	const match = journal ? ENCODED_RECIPIENT.exec(address) : null;
	return match === null ? undefined : singleAddress(`${match[1]}@${match[2]}`);
}
