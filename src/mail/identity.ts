/**
 * What all copies of a message share, as a hash. Refolding, line ends, transfer encodings, trace and delivery headers
 * and a kept or stripped Bcc do not change it: it is taken of decoded text with its blanks evened out.
 */
import type { Attachment, Message } from "../facts/message.ts";
import { sha256, sha256Url } from "./digest.ts";

/** 32 characters of base64url are 192 bits. */
const IDENTITY_CHARACTERS = 32;

export type Identifiable = Pick<
	Message,
	"from" | "to" | "cc" | "date" | "dateFrom" | "subject" | "plain" | "html" | "attachments"
>;

/** Both names of a message. The Message-ID is invented where the message has none: the type says from what. */
export function identify(
	message: Identifiable,
	messageId: string | undefined,
): { readonly identity: string; readonly messageId: string } {
	const content = canonicalContent(message);
	return {
		identity: `m_${sha256Url(`${messageId ?? ""}\n${content}`).slice(0, IDENTITY_CHARACTERS)}`,
		messageId: messageId ?? `<sha256-${sha256(content)}@candour.invalid>`,
	};
}

function canonicalContent(message: Identifiable): string {
	return [
		addresses(message.from),
		addresses(message.to),
		addresses(message.cc),
		// Other dates differ from copy to copy.
		message.dateFrom === "date" ? message.date : "",
		evened(message.subject),
		evened(message.plain ?? ""),
		evened(message.html ?? ""),
		// What an archive holds is in the archive's own digest, however much of it could be read.
		...message.attachments.filter(({ within }) => within === undefined).map(attachmentDigest),
	].join("\n");
}

function addresses(list: Message["from"]): string {
	return list
		.map(({ address }) => address)
		.sort()
		.join(" ");
}

/** Text files get other line ends on their way, and messages get other headers: bytes do not serve for them. */
function attachmentDigest(attachment: Attachment): string {
	if (attachment.message !== undefined) return attachment.message.identity;
	if (attachment.contentType.startsWith("text/") && attachment.text !== undefined) return evened(attachment.text);
	return attachment.sha256;
}

/** One blank for each run of blanks and line ends; ">From " as mbox files write it is "From ". */
function evened(text: string): string {
	const unescaped = text.includes(">From ") ? text.replace(/^>+(?=From )/gmu, "") : text;
	return unescaped.replace(/\s+/gu, " ").trim();
}
