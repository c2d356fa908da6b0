/** What the header block alone says of a message: for the header stage, and the first half of reading a message. */
import type { Address, Resend } from "../facts/message.ts";
import { parseAddresses } from "./addresses.ts";
import { parseMailDate } from "./dates.ts";
import { decodeWords } from "./encoded-words.ts";
import { type HeaderBlock, type HeaderField, readHeaderBlock } from "./header-block.ts";
import { keepHeaders } from "./kept-headers.ts";
import { HEADER_BLOCK_MAX_BYTES, HEADER_VALUE_MAX_CHARACTERS, RECIPIENTS_MAX } from "./limits.ts";
import { messageIds, ownMessageId } from "./message-ids.ts";
import { readResends } from "./resent.ts";

export interface HeaderView {
	readonly from: readonly Address[];
	readonly sender?: Address;
	readonly to: readonly Address[];
	readonly cc: readonly Address[];
	readonly bcc: readonly Address[];
	readonly replyTo: readonly Address[];
	readonly subject: string;
	/** With angle brackets; absent where the message has none. */
	readonly messageId?: string;
	/** ISO 8601, UTC, of the Date header alone; absent where it has no readable one. */
	readonly date?: string;
	readonly inReplyTo: readonly string[];
	readonly references: readonly string[];
	readonly resends: readonly Resend[];
	/** The first value of these headers, where they are set. */
	readonly sensitivity?: string;
	readonly listId?: string;
	readonly autoSubmitted?: string;
	/** See `Message.headers`. */
	readonly headers: Readonly<Record<string, readonly string[]>>;
	/** What is doubtful or was not read, in words for the coverage list. */
	readonly notes: readonly string[];
}

/** The names as people write them, for notes. */
const SINGLE_FIELDS = { from: "From", sender: "Sender", subject: "Subject", date: "Date", "message-id": "Message-ID" };
const ADDRESS_FIELDS = { from: "From", to: "To", cc: "Cc", bcc: "Bcc" };

/**
 * Reads the header block of `raw`, which may be a whole message or its headers alone. Of doubled From, Sender, Subject,
 * Date and Message-ID lines the first counts, and a note says so; doubled To, Cc and Bcc lines are read together.
 */
export function readHeaders(raw: Buffer): HeaderView {
	return viewOf(readHeaderBlock(raw));
}

/** The same, of a block that was read already. */
export function viewOf(block: HeaderBlock): HeaderView {
	const byName = groupByName(block.fields);
	const values = (name: string): readonly string[] => byName.get(name) ?? [];
	const first = (name: string): string | undefined => byName.get(name)?.[0];
	const notes = [...(block.cut ? [`its headers were cut at ${HEADER_BLOCK_MAX_BYTES / 1024 / 1024} MB`] : [])];
	for (const [name, written] of Object.entries(SINGLE_FIELDS)) {
		const count = new Set(values(name)).size;
		if (count > 1) notes.push(`has ${counted(count)} ${written} lines`);
	}
	const addresses = (name: keyof typeof ADDRESS_FIELDS, lines: readonly string[]): readonly Address[] => {
		const parsed = parseAddresses(lines);
		const written = ADDRESS_FIELDS[name];
		for (const entry of parsed.unreadable.slice(0, 3)) {
			notes.push(`its ${written} line names somebody without a mail address: "${entry}"`);
		}
		if (parsed.cut) notes.push(`only the first ${RECIPIENTS_MAX} addresses of its ${written} line were read`);
		return parsed.addresses;
	};
	const sender = parseAddresses(values("sender").slice(0, 1)).addresses[0];
	const headers = keepHeaders(block.fields);
	return {
		from: addresses("from", values("from").slice(0, 1)),
		...(sender === undefined ? {} : { sender }),
		to: addresses("to", values("to")),
		cc: addresses("cc", values("cc")),
		bcc: addresses("bcc", values("bcc")),
		replyTo: parseAddresses(values("reply-to")).addresses,
		subject: decodeWords(first("subject") ?? "")
			.replace(/\s+/gu, " ")
			.trim()
			.slice(0, HEADER_VALUE_MAX_CHARACTERS),
		...optional("messageId", ownMessageId(first("message-id"))),
		...optional("date", parseMailDate(first("date") ?? "")),
		inReplyTo: messageIds(values("in-reply-to")),
		references: messageIds(values("references")),
		resends: readResends(block.fields),
		...optional("sensitivity", headers.sensitivity?.[0]),
		...optional("listId", headers["list-id"]?.[0]),
		...optional("autoSubmitted", headers["auto-submitted"]?.[0]),
		headers,
		notes,
	};
}

function groupByName(fields: readonly HeaderField[]): ReadonlyMap<string, readonly string[]> {
	const byName = new Map<string, string[]>();
	for (const { name, value } of fields) {
		const values = byName.get(name);
		if (values === undefined) byName.set(name, [value]);
		else values.push(value);
	}
	return byName;
}

function optional<Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } {
	return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: string });
}

function counted(count: number): string {
	return ["no", "one", "two", "three", "four", "five"][count] ?? String(count);
}
