/** An mbox file, read as a stream: its size does not matter. */
import { createReadStream } from "node:fs";
import { basename, dirname } from "node:path";
import type { Admit, Found, Source } from "../source.ts";
import { turnedAway } from "./admitted.ts";
import { type Place, placeOf } from "./export-place.ts";
import { headersOf } from "./headers-of.ts";
import { isLeftOut } from "./left-out-folders.ts";
import { folderFromLabels } from "./mbox-labels.ts";
import { splitMbox } from "./mbox-split.ts";
import { MESSAGE_MAX_BYTES, tooLarge } from "./size-limit.ts";

const CHUNK_BYTES = 256 * 1024;

/** `path` is absolute. The file's name gives the folder where the messages' own labels do not ("Sent.mbox"). */
export function openMbox(path: string): Source {
	return {
		name: path,
		journal: false,
		read: (_range, admit) => readMbox(path, placeOfMbox(path), basename(path), admit),
		close: async () => undefined,
	};
}

function placeOfMbox(path: string): Place {
	const name = basename(path).replace(/\.mbox$/iu, "");
	const own = placeOf(name, []);
	if (own.mailbox !== "") return { ...own, folder: "" };
	return { mailbox: placeOf(dirname(path), []).mailbox, folder: name };
}

/** Reads one file; `file` is what its messages are called in coverage lists, with their number behind. */
export async function* readMbox(path: string, place: Place, file: string, admit: Admit): AsyncGenerator<Found> {
	const leftOut = new Map<string, number>();
	let number = 0;
	for await (const { raw, size, postmark } of splitMbox(readStream(path), MESSAGE_MAX_BYTES)) {
		number += 1;
		const headers = headersOf(raw);
		const folder = folderFromLabels(headers) ?? place.folder;
		const at = { mailbox: place.mailbox, folder, file: `${file}#${number}` };
		if (isLeftOut(folder)) leftOut.set(folder, (leftOut.get(folder) ?? 0) + 1);
		else if (raw.length === 0) yield { kind: "unreadable", at, reason: "the message is empty" };
		else if (size > MESSAGE_MAX_BYTES) yield { kind: "unreadable", at, reason: tooLarge(size) };
		else yield turnedAway(headers, at, admit) ?? { kind: "message", at, raw, ...dated(postmark) };
	}
	for (const [folder, count] of leftOut) yield { kind: "left-out", mailbox: place.mailbox, folder, count };
}

async function* readStream(path: string): AsyncGenerator<Buffer> {
	for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) yield chunk as Buffer;
}

/** The postmark's date, "Mon Mar  2 10:15:00 2026", is in UTC by custom. */
function dated(postmark: string): { receivedAt?: string } {
	const match = /([a-z]{3}) +(\d{1,2}) +(\d{1,2}:\d{2}(?::\d{2})?)(?: +([+-]\d{4}))?.*? (\d{4})/iu.exec(postmark);
	if (!match) return {};
	const [, month, day, time, zone = "+0000", year] = match;
	const instant = new Date(`${day} ${month} ${year} ${time} ${zone}`);
	return Number.isNaN(instant.getTime()) ? {} : { receivedAt: instant.toISOString() };
}
