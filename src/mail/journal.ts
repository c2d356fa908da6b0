/**
 * Exchange journal reports: a text of field lines that gives the envelope, and the message itself attached. They are
 * only looked for in mailboxes that are declared as journals, because anybody can write one.
 */
import type { JournalEnvelope, JournalRecipient } from "../facts/message.ts";
import { parseAddresses } from "./addresses.ts";
import { isMessage } from "./attachments.ts";
import type { Body } from "./body.ts";
import type { HeaderField } from "./header-block.ts";
import { RECIPIENTS_MAX } from "./limits.ts";
import type { MimeFile } from "./mime.ts";

export interface JournalReport {
	readonly envelope: JournalEnvelope;
	/** The message, and its decrypted copy where there is one. */
	readonly originals: readonly MimeFile[];
	readonly notes: readonly string[];
}

/** A report; or what speaks against it, for a message that gives itself out as one; or neither. */
export type JournalReading = { readonly report: JournalReport } | { readonly note: string } | undefined;

const FIELD =
	/^(sender|on-behalf-of|subject|message-id|label|mailbox|sentutc|receivedutc|to|cc|bcc|recipient)[ \t]*:(.*)$/iu;
const WAYS: Readonly<Record<string, JournalRecipient["way"]>> = {
	to: "to",
	cc: "cc",
	bcc: "bcc",
	recipient: "recipient",
};
const ORIGIN = /^(expanded|forwarded)[ \t]*:(.*)$/iu;

/** Looks whether a message from a journal mailbox is a report. */
export function readJournalReport(fields: readonly HeaderField[], body: Body): JournalReading {
	const marked = fields.some(({ name }) => name === "x-ms-journal-report");
	const originals = body.files.filter(isMessage);
	const text = body.firstText?.html === false ? body.firstText.text : "";
	const envelope = readEnvelope(text);
	if (envelope === undefined) {
		const shaped = originals.length > 0 && /^\s*sender[ \t]*:/iu.test(text);
		return marked || shaped ? { note: "looks like a journal report, but its envelope holds other text" } : undefined;
	}
	if (originals.length === 0) {
		return marked ? { note: "a journal report without the message" } : undefined;
	}
	return { report: { envelope: envelope.envelope, originals, notes: envelope.notes } };
}

/** The envelope; undefined where a line is no field, or where the sender or all recipients are missing. */
export function readEnvelope(
	text: string,
): { readonly envelope: JournalEnvelope; readonly notes: readonly string[] } | undefined {
	let sender: string | undefined;
	let onBehalfOf: string | undefined;
	let recipientLines = 0;
	const recipients: JournalRecipient[] = [];
	const unreadable: string[] = [];
	for (const line of unfoldedLines(text)) {
		const match = FIELD.exec(line);
		if (match === null) return undefined;
		const name = (match[1] as string).toLowerCase();
		const value = (match[2] as string).trim();
		const way = WAYS[name];
		if (name === "sender") sender = parseAddresses([value]).addresses[0]?.address ?? "";
		else if (name === "on-behalf-of") onBehalfOf = parseAddresses([value]).addresses[0]?.address;
		else if (way !== undefined) {
			recipientLines++;
			if (recipients.length < RECIPIENTS_MAX) recipients.push(...readRecipients(way, value, unreadable));
		}
	}
	if (sender === undefined || recipientLines === 0) return undefined;
	const notes = unreadable.slice(0, 3).map((entry) => `its journal names somebody without a mail address: "${entry}"`);
	return {
		envelope: {
			...(sender === "" ? {} : { sender }),
			...(onBehalfOf === undefined ? {} : { onBehalfOf }),
			recipients,
		},
		notes,
	};
}

/** A line that begins with a blank belongs to the one above. */
function unfoldedLines(text: string): readonly string[] {
	const lines: string[] = [];
	for (const line of text.replace(/^\uFEFF/u, "").split("\n")) {
		if (line.trim() === "") continue;
		if (/^[ \t]/u.test(line) && lines.length > 0) lines.push(`${lines.pop()} ${line.trim()}`);
		else lines.push(line.trim());
	}
	return lines;
}

/** `pell@…, Expanded: amenities@…`: an origin belongs to the address before it. */
function readRecipients(
	way: JournalRecipient["way"],
	value: string,
	unreadable: string[],
): readonly JournalRecipient[] {
	const found: JournalRecipient[] = [];
	for (const entry of splitEntries(value)) {
		const origin = ORIGIN.exec(entry);
		const parsed = parseAddresses([origin === null ? entry : (origin[2] as string)]);
		unreadable.push(...parsed.unreadable);
		const address = parsed.addresses[0]?.address;
		if (address === undefined) continue;
		const last = found.pop();
		if (origin === null) {
			if (last !== undefined) found.push(last);
			found.push({ way, address });
		} else if (last !== undefined) {
			const expanded = (origin[1] as string).toLowerCase() === "expanded";
			found.push({ ...last, ...(expanded ? { expandedFrom: address } : { forwardedFrom: address }) });
		}
	}
	return found;
}

/** At commas and semicolons outside quotes and angle brackets. */
function splitEntries(value: string): readonly string[] {
	const entries: string[] = [];
	let start = 0;
	let closing = "";
	for (let at = 0; at <= value.length; at++) {
		const letter = value.charAt(at);
		if (closing !== "") {
			if (letter === closing) closing = "";
			if (at < value.length) continue;
		}
		if (letter === '"' || letter === "<") closing = letter === "<" ? ">" : letter;
		else if (letter === "," || letter === ";" || letter === "") {
			const entry = value.slice(start, at).trim();
			if (entry !== "") entries.push(entry);
			start = at + 1;
		}
	}
	return entries;
}
