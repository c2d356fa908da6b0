/** One message in one file, as .eml folders and Maildirs hold it. */
import { type FileHandle, open } from "node:fs/promises";
import type { Location } from "../../facts/message.ts";
import type { Admit, Found } from "../source.ts";
import { turnedAway } from "./admitted.ts";
import { headersEnd } from "./headers-of.ts";
import { MESSAGE_MAX_BYTES, tooLarge } from "./size-limit.ts";

/** Most messages are smaller, so that one read suffices. */
const HEAD_BYTES = 64 * 1024;

/**
 * Reads the headers of the file, asks `admit`, and only then reads the rest. Whatever is wrong with the file makes it
 * unreadable with a reason. With `datedByFile` the file's time counts as the time of receipt.
 */
export async function readMessageFile(
	path: string,
	at: Location,
	admit: Admit,
	options: { readonly datedByFile?: boolean } = {},
): Promise<Found> {
	let file: FileHandle | undefined;
	try {
		file = await open(path, "r");
		const { size, mtime } = await file.stat();
		if (size === 0) return { kind: "unreadable", at, reason: "the file is empty" };
		if (size > MESSAGE_MAX_BYTES) return { kind: "unreadable", at, reason: tooLarge(size) };
		let read = await readUpTo(file, Math.min(size, HEAD_BYTES), 0);
		let end = headersEnd(read);
		while (end === undefined && read.length < size) {
			const more = await readUpTo(file, Math.min(size - read.length, read.length * 3), read.length);
			if (more.length === 0) break;
			read = Buffer.concat([read, more]);
			end = headersEnd(read);
		}
		const away = turnedAway(read.subarray(0, end ?? read.length), at, admit);
		if (away) return away;
		const raw = read.length < size ? await readOn(file, read, size) : read;
		return { kind: "message", at, raw, ...(options.datedByFile ? { receivedAt: mtime.toISOString() } : {}) };
	} catch (error) {
		return { kind: "unreadable", at, reason: `the file cannot be read (${codeOf(error)})` };
	} finally {
		await file?.close();
	}
}

async function readUpTo(file: FileHandle, length: number, position: number): Promise<Buffer> {
	const buffer = Buffer.allocUnsafe(length);
	return buffer.subarray(0, await fill(file, buffer, 0, position));
}

/** The whole file, of which the beginning was read. */
async function readOn(file: FileHandle, beginning: Buffer, size: number): Promise<Buffer> {
	const whole = Buffer.allocUnsafe(size);
	beginning.copy(whole);
	return whole.subarray(0, await fill(file, whole, beginning.length, beginning.length));
}

/** Reads from `position` into the buffer from `from` on, to the end of either; returns how far the buffer is filled. */
async function fill(file: FileHandle, buffer: Buffer, from: number, position: number): Promise<number> {
	let filled = from;
	while (filled < buffer.length) {
		const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, position + filled - from);
		if (bytesRead === 0) break;
		filled += bytesRead;
	}
	return filled;
}

function codeOf(error: unknown): string {
	return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}
