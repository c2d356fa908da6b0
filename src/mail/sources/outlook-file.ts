/** Outlook's own exports: a .pst with its folders, or .msg files. */
import { open } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { Worker } from "node:worker_threads";
import type { Location } from "../../facts/message.ts";
import type { Admit, Found, Source } from "../source.ts";
import { turnedAway } from "./admitted.ts";
import { type Place, placeOf } from "./export-place.ts";
import { headersOf } from "./headers-of.ts";
import type { ThreadItem, ThreadTask } from "./outlook-thread.ts";

/** A single message takes well under a second; the tables of a large .pst some more. */
const ANSWER_MAX_MS = 120_000;
const THREAD_HEAP_MB = 1_024;
const PST_MARK = "!BDN";

/** `path` is absolute. The file's name gives the mailbox ("clerk@thornby.example.pst"), its folders the folders. */
export function openPst(path: string): Source {
	return {
		name: path,
		journal: false,
		read: (_range, admit) => readPstFile(path, placeOfPst(path), basename(path), admit),
		close: async () => undefined,
	};
}

/** One message; mailbox and folder are "". */
export function openMsg(path: string): Source {
	const place = { mailbox: "", folder: "" };
	return {
		name: path,
		journal: false,
		read: (_range, admit) => readMsgFiles([{ path, file: basename(path) }], place, admit),
		count: async () => 1,
		close: async () => undefined,
	};
}

function placeOfPst(path: string): Place {
	const own = placeOf(basename(path).replace(/\.(?:pst|ost)$/iu, ""), []);
	return { mailbox: own.mailbox === "" ? placeOf(dirname(path), []).mailbox : own.mailbox, folder: "" };
}

/** Reads one .pst. `file` is what its messages are called in coverage lists, with their folder and number behind. */
export async function* readPstFile(path: string, place: Place, file: string, admit: Admit): AsyncGenerator<Found> {
	const whole = { ...place, file };
	if (!(await isPst(path))) {
		yield { kind: "unreadable", at: whole, reason: "the file is no .pst, or is broken" };
		return;
	}
	const thread = openThread({ kind: "pst", path });
	try {
		for (let read = 0; ; read++) {
			const item = await thread.next();
			if (item.kind === "end") return;
			if (item.kind === "failed") {
				const reason = read === 0 ? "the file is no .pst, or is broken" : "the rest of the file cannot be read";
				yield { kind: "unreadable", at: whole, reason };
				return;
			}
			const folder = [place.folder, item.folder].filter((part) => part !== "").join("/");
			if (item.kind === "left-out") yield { kind: "left-out", mailbox: place.mailbox, folder, count: item.count };
			else yield foundOf(item, { ...place, folder, file: `${file}#${item.folder}/${item.number}` }, admit);
		}
	} finally {
		await thread.close();
	}
}

export interface MsgFile {
	/** Absolute. */
	readonly path: string;
	/** What it is called in coverage lists. */
	readonly file: string;
}

/** Reads .msg files of one folder. One that is not answered for in time is unreadable, and the others go on. */
export async function* readMsgFiles(files: readonly MsgFile[], place: Place, admit: Admit): AsyncGenerator<Found> {
	let done = 0;
	while (done < files.length) {
		const rest = files.slice(done);
		const thread = openThread({ kind: "msg", paths: rest.map(({ path }) => path) });
		try {
			for (const { file } of rest) {
				const item = await thread.next();
				done++;
				if (item.kind === "message" || item.kind === "unreadable") yield foundOf(item, { ...place, file }, admit);
				else {
					yield { kind: "unreadable", at: { ...place, file }, reason: "the file is no .msg, or is broken" };
					break;
				}
			}
		} finally {
			await thread.close();
		}
	}
}

function foundOf(item: Extract<ThreadItem, { number: number }>, at: Location, admit: Admit): Found {
	if (item.kind === "unreadable") return { kind: "unreadable", at, reason: item.reason };
	const raw = Buffer.from(item.raw.buffer, item.raw.byteOffset, item.raw.byteLength);
	const dated = item.receivedAt === undefined ? {} : { receivedAt: item.receivedAt };
	return turnedAway(headersOf(raw), at, admit) ?? { kind: "message", at, raw, ...dated };
}

async function isPst(path: string): Promise<boolean> {
	const file = await open(path, "r");
	try {
		const { buffer } = await file.read(Buffer.alloc(PST_MARK.length), 0, PST_MARK.length, 0);
		return buffer.toString("latin1") === PST_MARK;
	} finally {
		await file.close();
	}
}

interface Thread {
	/** "failed" where it threw, died or did not answer in time. */
	next(): Promise<ThreadItem>;
	close(): Promise<void>;
}

function openThread(task: ThreadTask): Thread {
	const worker = new Worker(new URL("./outlook-thread.ts", import.meta.url), {
		workerData: task,
		resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB },
		// The packages print what they find odd; it holds names and addresses.
		stdout: true,
		stderr: true,
	});
	worker.stdout.resume();
	worker.stderr.resume();
	let failed = false;
	let answer: ((item: ThreadItem) => void) | undefined;
	const settle = (item: ThreadItem): void => {
		answer?.(item);
		answer = undefined;
	};
	const fail = (): void => {
		failed = true;
		settle({ kind: "failed" });
	};
	worker.on("message", settle);
	worker.on("error", fail);
	worker.on("exit", fail);
	return {
		next: () =>
			new Promise((resolve) => {
				if (failed) return resolve({ kind: "failed" });
				const timer = setTimeout(fail, ANSWER_MAX_MS);
				answer = (item) => {
					clearTimeout(timer);
					resolve(item);
				};
				worker.postMessage("next");
			}),
		close: async () => {
			await worker.terminate();
		},
	};
}
