/**
 * Candour's own mail comes back by the mailboxes it watches, and must not be audited: an alert that quotes a finding
 * would be found again. A header alone won't do, anybody could hide mail behind it; nor a keyed Message-ID alone, which
 * everybody who once got an alert could copy. So the seal binds sender, recipients and text to the installation's key.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Address, Message } from "../facts/message.ts";

export type OwnKind = "alert" | "digest" | "sign-in";

const ID_LENGTH = 20;
const MAC_LENGTH = 32;
const OWN_MESSAGE_ID = /^<candour\.(alert|digest|sign-in)\.([0-9a-f]{20})\.([0-9a-f]{32})@[^\s<>@]+>$/u;
const SEAL = /^(\d{1,7})\.([0-9a-f]{32})$/u;

/** Deterministic: the same key gives the same Message-ID. `domain` is that of the sender's address. */
export function ownMessageId(kind: OwnKind, key: string, domain: string, installationKey: string): string {
	const id = mac(installationKey, ["key", kind, key]).slice(0, ID_LENGTH);
	return `<candour.${kind}.${id}.${mac(installationKey, ["id", kind, id])}@${domain}>`;
}

/** The headers that mark a mail as Candour's, for {@link isOwnMail} to recognise. `text` is the text/plain part. */
export function ownHeaders(
	mail: { kind: OwnKind; messageId: string; from: string; to: readonly string[]; text: string },
	installationKey: string,
): Readonly<Record<string, string>> {
	const words = wordsOf(mail.text);
	return {
		"Auto-Submitted": "auto-generated",
		"X-Auto-Response-Suppress": "All",
		"X-Candour": mail.kind,
		"X-Candour-Seal": `${words.length}.${sealOf(mail.messageId, mail.from, mail.to, words, installationKey)}`,
	};
}

/**
 * Whether Candour of this installation wrote the message, to these people, with this text. Text that a mail server put
 * below it (a disclaimer) does no harm. False in any doubt: then it is audited like any other mail.
 */
export function isOwnMail(
	message: Pick<Message, "messageId" | "headers" | "from" | "to" | "cc" | "bcc" | "plain">,
	installationKey: string,
): boolean {
	const [, kind, id, idMac] = OWN_MESSAGE_ID.exec(message.messageId) ?? [];
	const [, length, seal] = SEAL.exec(message.headers["x-candour-seal"]?.[0] ?? "") ?? [];
	const [from, ...others] = message.from;
	if (kind === undefined || id === undefined || idMac === undefined) return false;
	if (length === undefined || seal === undefined || from === undefined) return false;
	if (message.headers["x-candour"]?.[0] !== kind || others.length > 0) return false;
	if (message.cc.length > 0 || message.bcc.length > 0) return false;
	const words = wordsOf(message.plain ?? "").slice(0, Number(length));
	const expected = sealOf(message.messageId, from.address, message.to.map(addressOf), words, installationKey);
	return equal(idMac, mac(installationKey, ["id", kind, id])) && equal(seal, expected);
}

function sealOf(messageId: string, from: string, to: readonly string[], words: string, key: string): string {
	return mac(key, [
		"seal",
		messageId,
		from.toLowerCase(),
		[...to]
			.map((one) => one.toLowerCase())
			.sort()
			.join(" "),
		words,
	]);
}

/** Letters and digits only: mail servers re-encode, re-wrap and change dashes, but leave these. */
function wordsOf(text: string): string {
	return text.normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Each part with its length before it, so that no two lists of parts read the same. */
function mac(key: string, parts: readonly string[]): string {
	const hmac = createHmac("sha256", key);
	for (const part of ["candour own mail", ...parts]) hmac.update(`${Buffer.byteLength(part)}:${part}`);
	return hmac.digest("hex").slice(0, MAC_LENGTH);
}

function equal(a: string, b: string): boolean {
	return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

function addressOf({ address }: Address): string {
	return address;
}
