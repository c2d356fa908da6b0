/**
 * Splits an mbox file into messages while it is read: mboxo, mboxrd and mboxcl2 as they occur.
 * A message begins at a line "From …" that follows an empty line (or the file's start) and looks like a postmark.
 */

export interface MboxMessage {
	/** The message without its "From " line, quoting undone; cut at `limit` bytes. */
	readonly raw: Buffer;
	/** Its whole size in the file. */
	readonly size: number;
	/** The text of the "From " line behind "From ". */
	readonly postmark: string;
}

const LF = 0x0a;
/** "sender  Mon Mar  2 10:15:00 2026": only what ends in a time and a year divides messages, not a sentence. */
const POSTMARK =
	/^From (\S.*?|)\s*((?:mon|tue|wed|thu|fri|sat|sun)\s+[a-z]{3}\s+\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?\s.*\d{4}.*)$/iu;
const POSTMARK_MAX_BYTES = 500;
const LINE_PIECE_BYTES = 1024 * 1024;
const FROM = Buffer.from("From ");

/** `chunks` are the bytes of the file in order. Memory stays under about twice `limit`. */
export async function* splitMbox(chunks: AsyncIterable<Buffer>, limit: number): AsyncGenerator<MboxMessage> {
	let message: Collector | undefined;
	let afterEmpty = true;
	for await (const line of linesOf(chunks)) {
		if (afterEmpty && isPostmark(line)) {
			if (message) yield message.finish();
			message = new Collector(postmarkOf(line), limit);
			afterEmpty = false;
			continue;
		}
		message ??= new Collector("", limit);
		message.add(line);
		afterEmpty = isEmptyLine(line);
	}
	if (message && !message.isEmpty) yield message.finish();
}

/** Whether the text begins as an mbox file does. */
export function looksLikeMbox(head: Buffer): boolean {
	const end = head.indexOf(LF);
	return isPostmark(end === -1 ? head : head.subarray(0, end + 1));
}

class Collector {
	readonly #postmark: string;
	readonly #limit: number;
	#lines: Buffer[] = [];
	#kept = 0;
	#size = 0;

	constructor(postmark: string, limit: number) {
		this.#postmark = postmark;
		this.#limit = limit;
	}

	get isEmpty(): boolean {
		return this.#size === 0;
	}

	add(line: Buffer): void {
		this.#size += line.length;
		if (this.#kept > this.#limit) return;
		const unquoted = unquote(line);
		this.#lines.push(unquoted);
		this.#kept += unquoted.length;
	}

	finish(): MboxMessage {
		// The empty line before the next "From " belongs to the mbox, not to the message.
		const last = this.#lines.at(-1);
		if (last && isEmptyLine(last)) this.#lines.pop();
		const raw = Buffer.concat(this.#lines);
		this.#lines = [];
		return { raw, size: this.#size, postmark: this.#postmark };
	}
}

/** Lines with their line ends. A line longer than a chunk comes in pieces, which no "From " can start. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	let rest = Buffer.alloc(0);
	for await (const chunk of chunks) {
		let data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
		let end = data.indexOf(LF);
		while (end !== -1) {
			yield data.subarray(0, end + 1);
			data = data.subarray(end + 1);
			end = data.indexOf(LF);
		}
		// Without this, a line of many megabytes would be copied again with every chunk.
		if (data.length > LINE_PIECE_BYTES) {
			yield data;
			data = data.subarray(data.length);
		}
		rest = Buffer.from(data);
	}
	if (rest.length > 0) yield rest;
}

function isPostmark(line: Buffer): boolean {
	if (line.length > POSTMARK_MAX_BYTES || !line.subarray(0, FROM.length).equals(FROM)) return false;
	return POSTMARK.test(line.toString("latin1").trimEnd());
}

function postmarkOf(line: Buffer): string {
	return line.toString("latin1").slice(FROM.length).trim();
}

/** ">From " was "From ", ">>From " was ">From " (mboxrd); mboxo quoted the first form only, which reads the same. */
function unquote(line: Buffer): Buffer {
	if (line[0] !== 0x3e) return line;
	let at = 1;
	while (line[at] === 0x3e) at += 1;
	return line.subarray(at, at + FROM.length).equals(FROM) ? line.subarray(1) : line;
}

function isEmptyLine(line: Buffer): boolean {
	return line.length <= 2 && line.toString("latin1").trim() === "";
}
