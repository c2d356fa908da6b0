/**
 * What reads Outlook's own files, in a thread of its own: the packages that take them apart read synchronously, print
 * to the console, and may not come back from a broken file. One answer for each question, so that nothing piles up.
 */
import { readFile, stat } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { asEml } from "../outlook/as-eml.ts";
import { readMsg } from "../outlook/msg-file.ts";
import type { OutlookMessage } from "../outlook/outlook-message.ts";
import { readPst } from "../outlook/pst-file.ts";
import { MESSAGE_MAX_BYTES, tooLarge } from "./size-limit.ts";

/** One .pst, or .msg files one after the other; the `number` of an item is then the place of its path. */
export type ThreadTask =
	| { readonly kind: "pst"; readonly path: string }
	| { readonly kind: "msg"; readonly paths: readonly string[] };

export type ThreadItem =
	| {
			readonly kind: "message";
			readonly folder: string;
			readonly number: number;
			readonly raw: Uint8Array;
			readonly receivedAt?: string;
	  }
	| { readonly kind: "unreadable"; readonly folder: string; readonly number: number; readonly reason: string }
	| { readonly kind: "left-out"; readonly folder: string; readonly count: number }
	| { readonly kind: "failed" }
	| { readonly kind: "end" };

async function* items(task: ThreadTask): AsyncGenerator<ThreadItem> {
	if (task.kind === "msg") {
		for (const [number, path] of task.paths.entries()) yield await readOne(path, number);
		return;
	}
	for (const item of readPst(task.path)) {
		yield item.kind === "message" ? asItem(item.message, item.folder, item.number) : item;
	}
}

async function readOne(path: string, number: number): Promise<ThreadItem> {
	const unreadable = (reason: string): ThreadItem => ({ kind: "unreadable", folder: "", number, reason });
	try {
		const { size } = await stat(path);
		if (size === 0) return unreadable("the file is empty");
		if (size > MESSAGE_MAX_BYTES) return unreadable(tooLarge(size));
		return asItem(await readMsg(await readFile(path)), "", number);
	} catch {
		return unreadable("the file is no .msg, or is broken");
	}
}

function asItem(message: OutlookMessage, folder: string, number: number): ThreadItem {
	const { receivedAt } = message;
	// Not a part of the shared pool: the whole memory is handed over.
	const raw = new Uint8Array(asEml(message));
	return { kind: "message", folder, number, raw, ...(receivedAt === undefined ? {} : { receivedAt }) };
}

if (parentPort !== null) {
	const port = parentPort;
	const reading = items(workerData as ThreadTask);
	port.on("message", () => {
		reading.next().then(
			({ value, done }) => {
				const item: ThreadItem = done === true ? { kind: "end" } : value;
				port.postMessage(item, item.kind === "message" ? [item.raw.buffer as ArrayBuffer] : []);
			},
			() => port.postMessage({ kind: "failed" } satisfies ThreadItem),
		);
	});
}
