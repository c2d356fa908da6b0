import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Found } from "../../../src/mail/source.ts";
import { watchFolder } from "../../../src/mail/sources/folder-watch.ts";
import type { WatchState } from "../../../src/mail/sources/watch.ts";
import { pause } from "../../servers/server-process.ts";
import { everything, letter, subjects } from "./letters.ts";

let root: string;
let stop: () => Promise<void>;
let found: Found[];
let states: WatchState[];
let refusing: number;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), "candour-watch-"));
	[found, states, refusing] = [[], [], 0];
});
afterEach(async () => {
	await stop();
	await rm(root, { recursive: true, force: true });
});

function start(mailbox?: string): void {
	const stopping = new AbortController();
	const handlers = {
		onBatch: async (_folder: string, batch: readonly Found[]) => {
			if (refusing > 0) {
				refusing -= 1;
				throw new Error("the disk is full");
			}
			found.push(...batch);
		},
		onState: (state: WatchState) => {
			states.push(state);
		},
	};
	const options = { pollMs: 200, ...(mailbox ? { mailbox } : {}) };
	const task = watchFolder(root, { admit: everything }, handlers, stopping.signal, options);
	stop = async () => {
		stopping.abort();
		await task;
	};
}

async function put(path: string, subject: string): Promise<void> {
	await mkdir(dirname(join(root, path)), { recursive: true });
	await writeFile(join(root, `${path}.part`), letter({ subject }));
	await rename(join(root, `${path}.part`), join(root, path));
}

async function until(condition: () => boolean): Promise<void> {
	const deadline = Date.now() + 8_000;
	while (!condition()) {
		if (Date.now() > deadline) throw new Error("waited in vain");
		await pause(20);
	}
}

test("a Maildir's mail is told once, also when its flags change, and a new folder's too", async () => {
	for (const part of ["cur", "new"]) await mkdir(join(root, part));
	await put("new/1.host", "one");
	start("clerk@thornby.example");
	await until(() => found.length === 1);
	await rename(join(root, "new/1.host"), join(root, "cur/1.host:2,S"));
	for (const part of ["cur", "new"]) await mkdir(join(root, ".Sent", part), { recursive: true });
	await put(".Sent/cur/2.host:2,S", "two");
	await put("cur/3.host:2,D", "a draft");
	await until(() => found.length === 2);
	await pause(500);
	expect(subjects(found)).toEqual(["clerk@thornby.example|INBOX|one", "clerk@thornby.example|Sent|two"]);
	expect(states).toContainEqual({
		kind: "folders",
		read: ["INBOX", "Sent"],
		leftOut: [{ folder: "INBOX", count: 1 }],
		missing: [],
	});
});

test("a folder of .eml files is watched, and a file that was not whole yet comes again when it is", async () => {
	await put("clerk@thornby.example/INBOX/1.eml", "one");
	start();
	await until(() => found.length === 1);
	await writeFile(join(root, "clerk@thornby.example/INBOX/2.eml"), "");
	await until(() => found.some(({ kind }) => kind === "unreadable"));
	await writeFile(join(root, "clerk@thornby.example/INBOX/2.eml"), letter({ subject: "two" }));
	await until(() => subjects(found).length === 2);
	expect(subjects(found)).toEqual(["clerk@thornby.example|INBOX|one", "clerk@thornby.example|INBOX|two"]);
});

test("what the store did not take comes again", async () => {
	refusing = 1;
	await put("clerk@thornby.example/INBOX/1.eml", "one");
	start();
	await until(() => found.length === 1);
	expect(states.some(({ kind }) => kind === "failed")).toBe(true);
	expect(subjects(found)).toEqual(["clerk@thornby.example|INBOX|one"]);
});

test("a folder that is missing is told as a failure, and read once it is there", async () => {
	await rm(root, { recursive: true });
	start("clerk@thornby.example");
	await until(() => states.length > 0);
	expect(states[0]).toMatchObject({ kind: "failed", folder: "", error: { code: "SOURCE_UNREADABLE" } });
	expect(states.some(({ kind }) => kind === "folders" || kind === "caught-up")).toBe(false);
	await put("Sent/1.eml", "Late folder");
	await until(() => found.length > 0);
	expect(subjects(found)).toEqual(["clerk@thornby.example|Sent|Late folder"]);
	await until(() => states.at(-1)?.kind === "folders");
});
