/** One message: bytes → everything that the facts are made of. */
import { CandourError } from "../errors.ts";
import type { Address, Message } from "../facts/message.ts";
import { inspectFiles } from "./attachments.ts";
import { type Body, readBody } from "./body.ts";
import { type Budget, freshBudget } from "./budget.ts";
import { parseReceivedDate } from "./dates.ts";
import { readDelivery } from "./delivery.ts";
import { type HeaderBlock, readHeaderBlock, valuesOf } from "./header-block.ts";
import { type HeaderView, viewOf } from "./header-view.ts";
import { identify } from "./identity.ts";
import { type JournalReport, readJournalReport } from "./journal.ts";
import { TRACE_LINES_MAX } from "./limits.ts";

export interface ParseOptions {
	/** Whether the mailbox is declared as a journal: only then are journal reports unwrapped. */
	readonly journal: boolean;
	/** The mailbox's own date of the message (ISO 8601), for messages without a readable one. */
	readonly receivedAt?: string;
	/** The address of the mailbox in which it was found. */
	readonly mailbox: string;
	/** By the sender: whether scans and attached pictures are looked at for text; not by default. */
	readonly scansFrom?: (from: readonly Address[], date: string) => boolean;
}

interface Reading extends ParseOptions {
	/** 0 for the message itself, 1 for a message inside it, … */
	readonly depth: number;
	readonly budget: Budget;
}

const EPOCH = new Date(0).toISOString();
/** File types that hold the whole message where the sender encrypted or sealed it. */
const SEALED = /pkcs7-mime|pgp-encrypted|rpmsg|ms-tnef/u;

/**
 * Reads one message as it stands in a mailbox or an export. What could not be read of it is said in `partlyRead`.
 * @throws CandourError MESSAGE_UNREADABLE where it has no header line at all, so that nothing can be made of it.
 */
export function parseMessage(raw: Buffer, options: ParseOptions): Promise<Message> {
	return read(raw, { ...options, depth: 0, budget: freshBudget(false) });
}

async function read(raw: Buffer, reading: Reading): Promise<Message> {
	const block = readHeaderBlock(raw);
	if (block.fields.length === 0) throw unreadable();
	const body = await readBody(raw, block);
	const journal = reading.journal ? readJournalReport(block.fields, body) : undefined;
	if (journal !== undefined && "report" in journal) return unwrap(journal.report, block, reading);
	return assemble(block, body, reading, journal === undefined ? [] : [journal.note]);
}

/** The message inside a journal report, with the report's envelope; of two copies the one that could be read. */
async function unwrap(report: JournalReport, block: HeaderBlock, reading: Reading): Promise<Message> {
	const receivedAt = receivedDate(block) ?? reading.receivedAt;
	const inner = { ...reading, journal: false, ...(receivedAt === undefined ? {} : { receivedAt }) };
	const copies: Message[] = [];
	for (const original of report.originals) {
		const copy = await read(original.bytes, inner).catch(() => undefined);
		if (copy !== undefined) copies.push(copy);
	}
	const readable = copies.find((copy) => copy.partlyRead.length === 0) ?? copies.find(hasText) ?? copies[0];
	if (readable === undefined) throw unreadable();
	return { ...readable, journal: report.envelope, partlyRead: [...readable.partlyRead, ...report.notes] };
}

async function assemble(block: HeaderBlock, body: Body, reading: Reading, notes: readonly string[]): Promise<Message> {
	const view = viewOf(block);
	// What is inside a message is read as the one that brings it.
	const dated = dateOf(view, block, reading);
	if (reading.depth === 0) reading.budget.scans = reading.scansFrom?.(view.from, dated.date) ?? false;
	const inspected = await inspectFiles(body.files, reading.depth, reading.budget, (raw) =>
		read(raw, { mailbox: "", journal: false, depth: reading.depth + 1, budget: reading.budget }),
	);
	const { attachments, notes: documentNotes } = inspected;
	// Outlook's winmail.dat holds the text too; beside another it says the same.
	const shown = body.plain === undefined && body.html === undefined ? (inspected.body ?? {}) : body;
	const texts = {
		...(shown.plain === undefined ? {} : { plain: shown.plain }),
		...(shown.html === undefined ? {} : { html: shown.html }),
	};
	const sealed =
		shown.plain === undefined &&
		shown.html === undefined &&
		attachments.find((file) => SEALED.test(file.contentType) && file.notInspected !== undefined);
	const { subject, from, sender, to, cc, bcc, replyTo, inReplyTo, references, resends, headers } = view;
	const content = { subject, from, to, cc, ...dated, ...texts, attachments };
	return {
		...identify(content, view.messageId),
		...content,
		...(sender === undefined ? {} : { sender }),
		bcc,
		replyTo,
		inReplyTo,
		references,
		resends,
		deliveredTo: readDelivery(block.fields, reading.mailbox, reading.journal),
		headers,
		partlyRead: [
			...notes,
			...view.notes,
			...body.notes,
			...(sealed ? [`its text is ${sealed.notInspected ?? "sealed"}`] : []),
			...documentNotes,
		],
	};
}

/** Never the present: a message without a date must not slip into the period that is audited. */
function dateOf(view: HeaderView, block: HeaderBlock, reading: Reading): Pick<Message, "date" | "dateFrom"> {
	if (view.date !== undefined) return { date: view.date, dateFrom: "date" };
	const received = receivedDate(block);
	if (received !== undefined) return { date: received, dateFrom: "received" };
	const at = new Date(reading.receivedAt ?? "");
	if (!Number.isNaN(at.getTime())) return { date: at.toISOString(), dateFrom: "mailbox" };
	return { date: EPOCH, dateFrom: "unknown" };
}

/** Servers put their line on top: the first readable date is the latest. */
function receivedDate(block: HeaderBlock): string | undefined {
	for (const line of valuesOf(block.fields, "received").slice(0, TRACE_LINES_MAX)) {
		const date = parseReceivedDate(line);
		if (date !== undefined) return date;
	}
	return undefined;
}

function hasText(message: Message): boolean {
	return message.plain !== undefined || message.html !== undefined;
}

function unreadable(): CandourError {
	return new CandourError("MESSAGE_UNREADABLE", "This is no mail message: it has no header lines.", {
		remedy: "Look at it in the mailbox; if it is a message there, export it again.",
	});
}
