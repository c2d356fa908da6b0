/** A message of a .pst file, as pst-extractor gives it → the message that Outlook kept. */
import type { PSTAttachment, PSTMessage, PSTRecipient } from "pst-extractor";
import { DOCUMENT_TEXT_MAX_CHARACTERS, NESTED_MESSAGES_MAX_DEPTH } from "../limits.ts";
import type { OutlookAddress, OutlookFile, OutlookMessage, OutlookRecipient } from "./outlook-message.ts";
import { isSmtp, plainOf } from "./outlook-text.ts";

const PROPERTY = { senderSmtp: 0x5d01, representingSmtp: 0x5d02, references: 0x1039, rtf: 0x1009 } as const;
const WAYS = { 2: "cc", 3: "bcc" } as Readonly<Record<number, OutlookRecipient["way"]>>;
const EMBEDDED_MESSAGE = 5;
const BY_VALUE = new Set([1, 6]);

/** Getters that the package keeps to itself. */
interface Inside {
	getStringItem(id: number): string;
	getBinaryItem(id: number): Buffer | null;
}

/** @throws RangeError where its files are larger than `maxBytes` together; whatever pst-extractor throws. */
export function pstMessage(message: PSTMessage, maxBytes: number, depth = 0): OutlookMessage {
	const inside = message as unknown as Inside;
	const sender = addressOf(
		message.senderName,
		inside.getStringItem(PROPERTY.senderSmtp),
		isSmtp(message.senderAddrtype) ? message.senderEmailAddress : "",
	);
	const representing = addressOf(
		message.sentRepresentingName,
		inside.getStringItem(PROPERTY.representingSmtp),
		isSmtp(message.sentRepresentingAddressType) ? message.sentRepresentingEmailAddress : "",
	);
	const from = representing.name === "" && representing.address === "" ? sender : representing;
	const html = message.bodyHTML || undefined;
	const plain = plainOf(
		message.body,
		html,
		inside.getBinaryItem(PROPERTY.rtf) ?? undefined,
		DOCUMENT_TEXT_MAX_CHARACTERS,
	);
	const references = inside.getStringItem(PROPERTY.references);
	return {
		messageClass: message.messageClass,
		subject: message.subject,
		...(message.transportMessageHeaders ? { transportHeaders: message.transportMessageHeaders } : {}),
		...(from.name !== "" || from.address !== "" ? { from } : {}),
		...(sender.address !== "" && sender.address !== from.address ? { sender } : {}),
		recipients: numbers(message.numberOfRecipients).flatMap((n) => recipientOf(message.getRecipient(n))),
		...dateOf("date", message.clientSubmitTime ?? message.messageDeliveryTime),
		...dateOf("receivedAt", message.messageDeliveryTime),
		...(message.internetMessageId ? { messageId: message.internetMessageId } : {}),
		...(message.inReplyToId ? { inReplyTo: message.inReplyToId } : {}),
		...(references ? { references } : {}),
		sensitivity: message.sensitivity,
		...(plain === undefined ? {} : { plain }),
		...(html === undefined ? {} : { html }),
		files: filesOf(message, maxBytes, depth),
	};
}

function filesOf(message: PSTMessage, maxBytes: number, depth: number): readonly OutlookFile[] {
	let left = maxBytes;
	return numbers(message.hasAttachments ? message.numberOfAttachments : 0).map((n) => {
		const attachment = message.getAttachment(n);
		left -= Math.max(0, attachment.filesize);
		if (left < 0) throw new RangeError("too large");
		return fileOf(attachment, left, depth);
	});
}

function fileOf(attachment: PSTAttachment, maxBytes: number, depth: number): OutlookFile {
	const name = attachment.longFilename || attachment.filename || attachment.displayName || "without a name";
	if (attachment.attachMethod === EMBEDDED_MESSAGE) {
		const inner = depth < NESTED_MESSAGES_MAX_DEPTH ? attachment.embeddedPSTMessage : null;
		if (inner === null) return { kind: "missing", name };
		return { kind: "message", name, message: pstMessage(inner, maxBytes, depth + 1) };
	}
	const stream = BY_VALUE.has(attachment.attachMethod) ? attachment.fileInputStream : null;
	if (stream === null) return { kind: "missing", name };
	const bytes = Buffer.alloc(stream.length.toNumber());
	stream.readCompletely(bytes);
	return {
		kind: "file",
		name,
		...(attachment.mimeTag ? { contentType: attachment.mimeTag } : {}),
		...(attachment.contentId ? { contentId: attachment.contentId } : {}),
		bytes,
	};
}

function recipientOf(recipient: PSTRecipient | null): readonly OutlookRecipient[] {
	if (recipient === null) return [];
	const way = WAYS[recipient.recipientType] ?? "to";
	return [{ way, ...addressOf(recipient.displayName, recipient.smtpAddress) }];
}

function addressOf(name: string, ...candidates: readonly string[]): OutlookAddress {
	return { name: name ?? "", address: candidates.find((one) => one?.includes("@")) ?? "" };
}

function numbers(count: number): readonly number[] {
	return Array.from({ length: Math.max(0, count) }, (_, index) => index);
}

function dateOf<Key extends string>(key: Key, date: Date | null): { readonly [K in Key]?: string } {
	const known = date !== null && !Number.isNaN(date.getTime());
	return (known ? { [key]: date.toISOString() } : {}) as { readonly [K in Key]?: string };
}
