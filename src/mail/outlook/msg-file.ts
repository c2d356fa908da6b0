/** A .msg file → the message that Outlook saved in it. */
import { decodeText } from "../charset.ts";
import { DOCUMENT_TEXT_MAX_CHARACTERS, NESTED_MESSAGES_MAX_DEPTH } from "../limits.ts";
import type { OutlookAddress, OutlookFile, OutlookMessage, OutlookRecipient } from "./outlook-message.ts";
import { isSmtp, plainOf } from "./outlook-text.ts";

const PROPERTY = {
	representingName: "0042001f",
	representingType: "0064001f",
	representingAddress: "0065001f",
	inReplyTo: "1042001f",
	references: "1039001f",
	sensitivity: "00360003",
} as const;

interface Property {
	readonly propertyTag: string | undefined;
	readonly value?: unknown;
}
/** What is used of msgreader's fields. */
interface Fields {
	readonly messageClass?: string;
	readonly subject?: string;
	readonly senderName?: string;
	readonly senderAddressType?: string;
	readonly senderEmail?: string;
	readonly senderSmtpAddress?: string;
	readonly sentRepresentingSmtpAddress?: string;
	readonly creatorSMTPAddress?: string;
	readonly headers?: string;
	readonly body?: string;
	readonly bodyHtml?: string;
	readonly html?: Uint8Array;
	readonly compressedRtf?: Uint8Array;
	readonly internetCodepage?: number;
	readonly messageId?: string;
	readonly clientSubmitTime?: string;
	readonly messageDeliveryTime?: string;
	readonly name?: string;
	readonly email?: string;
	readonly addressType?: string;
	readonly smtpAddress?: string;
	readonly recipType?: string;
	readonly fileName?: string;
	readonly fileNameShort?: string;
	readonly attachMimeTag?: string;
	readonly pidContentId?: string;
	readonly innerMsgContentFields?: Fields;
	readonly recipients?: readonly Fields[];
	readonly attachments?: readonly Fields[];
	readonly rawProps?: readonly Property[];
	readonly error?: string;
}
type Contents = (attachment: Fields) => Uint8Array;

/** @throws where it is no Outlook message, or a broken one. */
export async function readMsg(bytes: Buffer): Promise<OutlookMessage> {
	const { default: exported } = await import("@kenjiuno/msgreader");
	// The package is CommonJS: some loaders take its exports for its default, some the default among them.
	const MsgReader = "default" in exported ? exported.default : (exported as never);
	const reader = new MsgReader(new Uint8Array(bytes).buffer);
	reader.parserConfig = { includeRawProps: true };
	const fields = reader.getFileData() as unknown as Fields;
	if (fields.error !== undefined || fields.messageClass === undefined) throw new Error("no Outlook message");
	return messageOf(fields, (attachment) => reader.getAttachment(attachment as never).content, 0);
}

function messageOf(fields: Fields, contents: Contents, depth: number): OutlookMessage {
	const text = (tag: string): string => {
		const value = fields.rawProps?.find(({ propertyTag }) => propertyTag === tag)?.value;
		return typeof value === "string" ? value : "";
	};
	const sensitivity = fields.rawProps?.find(({ propertyTag }) => propertyTag === PROPERTY.sensitivity)?.value;
	const sender = addressOf(fields.senderName ?? "", [
		fields.senderSmtpAddress,
		isSmtp(fields.senderAddressType) ? fields.senderEmail : undefined,
		fields.creatorSMTPAddress,
	]);
	const representing = addressOf(text(PROPERTY.representingName), [
		fields.sentRepresentingSmtpAddress,
		isSmtp(text(PROPERTY.representingType)) ? text(PROPERTY.representingAddress) : undefined,
	]);
	const from = representing.name === "" && representing.address === "" ? sender : representing;
	const html = fields.bodyHtml ?? htmlOf(fields);
	const plain = plainOf(fields.body, html, fields.compressedRtf, DOCUMENT_TEXT_MAX_CHARACTERS);
	return {
		messageClass: fields.messageClass ?? "IPM.Note",
		subject: fields.subject ?? "",
		...(fields.headers ? { transportHeaders: fields.headers } : {}),
		...(from.name !== "" || from.address !== "" ? { from } : {}),
		...(sender.address !== "" && sender.address !== from.address ? { sender } : {}),
		recipients: (fields.recipients ?? []).map(recipientOf),
		...dateOf("date", fields.clientSubmitTime ?? fields.messageDeliveryTime),
		...dateOf("receivedAt", fields.messageDeliveryTime),
		...(fields.messageId ? { messageId: fields.messageId } : {}),
		...(text(PROPERTY.inReplyTo) ? { inReplyTo: text(PROPERTY.inReplyTo) } : {}),
		...(text(PROPERTY.references) ? { references: text(PROPERTY.references) } : {}),
		...(typeof sensitivity === "number" ? { sensitivity } : {}),
		...(plain === undefined ? {} : { plain }),
		...(html === undefined ? {} : { html }),
		files: (fields.attachments ?? []).map((attachment) => fileOf(attachment, contents, depth)),
	};
}

function addressOf(name: string, candidates: readonly (string | undefined)[]): OutlookAddress {
	return { name, address: candidates.find((one) => one?.includes("@")) ?? "" };
}

function recipientOf(fields: Fields): OutlookRecipient {
	const way = fields.recipType === "cc" || fields.recipType === "bcc" ? fields.recipType : "to";
	const email = isSmtp(fields.addressType) || fields.addressType === undefined ? fields.email : undefined;
	return { way, ...addressOf(fields.name ?? "", [fields.smtpAddress, email]) };
}

function fileOf(fields: Fields, contents: Contents, depth: number): OutlookFile {
	const name = fields.fileName || fields.name || fields.fileNameShort || "without a name";
	if (fields.innerMsgContentFields !== undefined) {
		if (depth >= NESTED_MESSAGES_MAX_DEPTH) return { kind: "missing", name };
		return { kind: "message", name, message: messageOf(fields.innerMsgContentFields, contents, depth + 1) };
	}
	try {
		return {
			kind: "file",
			name,
			...(fields.attachMimeTag ? { contentType: fields.attachMimeTag } : {}),
			...(fields.pidContentId ? { contentId: fields.pidContentId } : {}),
			bytes: contents(fields),
		};
	} catch {
		return { kind: "missing", name };
	}
}

function htmlOf({ html, internetCodepage = 65001 }: Fields): string | undefined {
	if (html === undefined || html.length === 0) return undefined;
	return decodeText(Buffer.from(html), internetCodepage === 65001 ? "utf-8" : `windows-${internetCodepage}`);
}

function dateOf<Key extends string>(key: Key, written: string | undefined): { readonly [K in Key]?: string } {
	const at = new Date(written ?? "");
	return (Number.isNaN(at.getTime()) ? {} : { [key]: at.toISOString() }) as { readonly [K in Key]?: string };
}
