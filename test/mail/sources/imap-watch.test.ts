import { rmSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Found } from "../../../src/mail/source.ts";
import { type ImapWatchOptions, watchMailbox } from "../../../src/mail/sources/imap-watch.ts";
import type { FolderCursor, WatchState } from "../../../src/mail/sources/watch.ts";
import { type Dovecot, startDovecot } from "../../servers/dovecot.ts";
import { type Line, startProxy } from "../../servers/proxy.ts";
import { pause } from "../../servers/server-process.ts";
import { everything, letter, messages, subjectOf } from "./letters.ts";

// A Dovecot that was killed can take longer than its greeting may, until it lets anybody in again.
vi.setConfig({ testTimeout: 90_000 });

const PASSWORD = "s3cret";
let dovecot: Dovecot;
let proxy: Line;
let fate: (data: Buffer) => "pass" | "break" | "hang" = () => "pass";
const names = [
	"idle",
	"killed",
	"renumbered",
	"later",
	"refused",
	"poison",
	"dead",
	"store",
	"moved",
	"since",
	"removed",
];

beforeAll(async () => {
	const accounts = names.map((name) => ({ user: `${name}@thornby.example`, password: PASSWORD }));
	dovecot = await startDovecot({ accounts });
	proxy = await startProxy(dovecot.port, (data) => fate(data));
});
afterAll(async () => {
	await proxy?.stop();
	await dovecot?.stop();
});

const running: (() => Promise<void>)[] = [];
afterEach(async () => {
	fate = () => "pass";
	await Promise.all(running.splice(0).map((stop) => stop()));
});

/** A store in memory that works as the real one does: what was found and the cursor, together or not at all. */
function createStore() {
	const cursors = new Map<string, FolderCursor>();
	const found: Found[] = [];
	const states: WatchState[] = [];
	let refusing = 0;
	return {
		found,
		states,
		cursors,
		refuse: (times: number) => {
			refusing = times;
		},
		onBatch: async (folder: string, batch: readonly Found[], cursor: FolderCursor | undefined) => {
			if (refusing > 0) {
				refusing -= 1;
				throw new Error("the disk is full");
			}
			found.push(...batch);
			if (cursor) cursors.set(folder, cursor);
		},
		onState: (state: WatchState) => {
			states.push(state);
		},
		/** "folder: subject" in the order of storing. */
		stored: () => messages(found).map(({ at, raw }) => `${at.folder}: ${subjectOf(raw)}`),
	};
}

function start(
	name: string,
	store: ReturnType<typeof createStore>,
	options: ImapWatchOptions & { from?: string; password?: string } = {},
) {
	const { from, password = PASSWORD, ...rest } = options;
	const user = `${name}@thornby.example`;
	const imap = { host: "127.0.0.1", port: proxy.port, secure: false, user, auth: { password } };
	const stopping = new AbortController();
	const task = watchMailbox(
		{ name: user, journal: false, imap },
		{ admit: everything, cursorOf: async (folder) => store.cursors.get(folder), ...(from ? { from } : {}) },
		store,
		stopping.signal,
		{ pollMs: 300, firstWaitMs: 50, ...rest },
	);
	const stop = async () => {
		stopping.abort();
		await task;
	};
	running.push(stop);
	return stop;
}

async function until(condition: () => boolean, what = "it happens", milliseconds = 40_000): Promise<void> {
	const deadline = Date.now() + milliseconds;
	while (!condition()) {
		if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
		await pause(20);
	}
}

const deliver = (name: string, folder: string, subject: string, body?: string, date?: Date) =>
	dovecot.deliver(`${name}@thornby.example`, folder, letter({ subject, ...(body ? { body } : {}) }), date);
const caughtUp = (store: ReturnType<typeof createStore>, folder: string) => () =>
	store.states.some((state) => state.kind === "caught-up" && state.folder === folder);

describe("watching a mailbox", () => {
	test("stores what is there, then what arrives in INBOX and Sent within seconds", async () => {
		await deliver("idle", "INBOX", "before");
		await deliver("idle", "Drafts", "a draft");
		const store = createStore();
		start("idle", store, { pollMs: 60_000 });
		await until(caughtUp(store, "INBOX"));
		await until(caughtUp(store, "Sent"));
		await pause(200);
		const sentAt = Date.now();
		await deliver("idle", "INBOX", "to the clerk");
		await deliver("idle", "Sent", "by the clerk");
		await until(() => store.stored().length === 3);
		expect(Date.now() - sentAt).toBeLessThan(5_000);
		expect(store.stored().sort()).toEqual(["INBOX: before", "INBOX: to the clerk", "Sent: by the clerk"]);
		expect(store.cursors.get("INBOX")?.lastUid).toBe(2);
		const folders = store.states.find((state) => state.kind === "folders");
		expect(folders).toMatchObject({ leftOut: [{ folder: "Drafts", count: 1 }] });
	});

	test("goes on where the store is after a restart, and reads nothing twice", async () => {
		const store = createStore();
		await deliver("later", "INBOX", "one");
		const stop = start("later", store);
		await until(() => store.stored().length === 1);
		await stop();
		await deliver("later", "INBOX", "two");
		start("later", store);
		await until(() => store.stored().length === 2);
		await pause(500);
		expect(store.stored()).toEqual(["INBOX: one", "INBOX: two"]);
	});

	test("looks at the other folders again and again, also at one that is made later", async () => {
		const store = createStore();
		start("later", store);
		await until(caughtUp(store, "INBOX"));
		await deliver("later", "Archive/2027", "filed");
		await until(() => store.stored().includes("Archive/2027: filed"));
		await deliver("later", "Archive/2027", "filed too");
		await until(() => store.stored().includes("Archive/2027: filed too"));
	});

	test("reads a new mailbox from the given day on", async () => {
		await deliver("since", "INBOX", "old", undefined, new Date("2025-01-01"));
		const old = await deliver("since", "INBOX", "new", undefined, new Date("2026-06-02"));
		expect(old).toBeTruthy();
		const store = createStore();
		start("since", store, { from: "2026-06-01" });
		await until(caughtUp(store, "INBOX"));
		expect(store.stored()).toEqual(["INBOX: new"]);
	});
});

describe("what can go wrong while watching", () => {
	test("a killed server: it is connected to again, nothing is lost and nothing doubled", async () => {
		const store = createStore();
		for (let number = 1; number <= 20; number += 1) await deliver("killed", "INBOX", `early ${number}`);
		start("killed", store, { refreshMs: 1_000 });
		await until(() => store.stored().length === 20);
		await dovecot.kill();
		for (let number = 1; number <= 20; number += 1) await deliver("killed", "INBOX", `meanwhile ${number}`);
		await pause(300);
		await dovecot.start();
		await until(() => store.stored().length >= 40);
		await deliver("killed", "INBOX", "afterwards");
		await until(() => store.stored().length >= 41);
		await pause(300);
		expect(new Set(store.stored()).size).toBe(41);
		expect(store.stored()).toHaveLength(41);
		expect(store.states.some((state) => state.kind === "failed" && state.error.code === "SOURCE_UNREACHABLE")).toBe(
			true,
		);
	});

	test("a line that goes dead without a word: it is noticed by the missing sign of life", async () => {
		const store = createStore();
		start("dead", store, { refreshMs: 300, answerMs: 300, limits: { greetingMs: 400 } });
		await until(caughtUp(store, "INBOX"));
		let hung = false;
		const hangOnce = () => {
			hung = true;
			return "hang" as const;
		};
		fate = hangOnce;
		await until(() => hung);
		await deliver("dead", "INBOX", "unheard");
		await pause(600);
		fate = () => "pass";
		await until(() => store.stored().includes("INBOX: unheard"));
	});

	test("a folder that is numbered anew: it is told, and read from its beginning", async () => {
		const store = createStore();
		await deliver("renumbered", "INBOX", "one");
		await deliver("renumbered", "INBOX", "two");
		const stop = start("renumbered", store);
		await until(() => store.stored().length === 2);
		await stop();
		// The server may still be writing down what it knows of the folder.
		await pause(500);
		const before = store.cursors.get("INBOX")?.uidValidity;
		await dovecot.renewUidValidity("renumbered@thornby.example", "INBOX");
		start("renumbered", store);
		await until(() => store.stored().length === 4);
		expect(store.states).toContainEqual({ kind: "renumbered", folder: "INBOX" });
		expect(store.cursors.get("INBOX")?.uidValidity).not.toBe(before);
	});

	test("a message at which the connection breaks: it is listed as unreadable and holds nothing up", async () => {
		for (const subject of ["one", "two", "three"]) {
			await deliver("poison", "INBOX", subject, subject === "two" ? "PULL THE PLUG" : undefined);
		}
		fate = (data) => (data.includes("PULL THE PLUG") ? "break" : "pass");
		const store = createStore();
		start("poison", store);
		await until(() => store.cursors.get("INBOX")?.lastUid === 3);
		expect(store.stored()).toEqual(["INBOX: one", "INBOX: three"]);
		expect(store.found.filter(({ kind }) => kind === "unreadable")).toHaveLength(1);
	});

	test("connections that break between messages never make one unreadable", async () => {
		const store = createStore();
		start("moved", store);
		await until(caughtUp(store, "INBOX"));
		for (let times = 0; times < 6; times += 1) {
			proxy.breakAll();
			await pause(250);
		}
		await deliver("moved", "INBOX", "fine");
		await until(() => store.stored().includes("INBOX: fine"), "the message is stored", 30_000);
		expect(store.found.filter(({ kind }) => kind === "unreadable")).toEqual([]);
	});

	test("a store that fails: the same messages come again until they are stored", async () => {
		await deliver("store", "INBOX", "one");
		const store = createStore();
		store.refuse(3);
		start("store", store);
		await until(() => store.stored().length === 1);
		expect(store.cursors.get("INBOX")?.lastUid).toBe(1);
		expect(store.states.filter(({ kind }) => kind === "failed").length).toBeGreaterThanOrEqual(3);
	});

	test("a refused login: it is told, and not tried again at once", async () => {
		const store = createStore();
		start("refused", store, { password: "guess" });
		await until(() => store.states.length > 0);
		await pause(500);
		const failures = store.states.filter((state) => state.kind === "failed");
		expect(failures).toHaveLength(1);
		expect(failures[0]).toMatchObject({ error: { code: "SOURCE_LOGIN_REFUSED" }, retryInMs: 15 * 60_000 });
	});

	test("a message that is removed before it could be fetched leaves the cursor free to move", async () => {
		const path = await deliver("removed", "INBOX", "gone");
		await deliver("removed", "INBOX", "stays");
		let removed = false;
		fate = (data) => {
			if (!removed && /\* SEARCH 1 2/u.test(data.toString("latin1"))) {
				rmSync(path.replace("/new/", "/cur/"), { force: true });
				rmSync(`${path.replace("/new/", "/cur/")}:2,`, { force: true });
				rmSync(path, { force: true });
				removed = true;
			}
			return "pass";
		};
		const store = createStore();
		start("removed", store);
		await until(() => store.cursors.get("INBOX")?.lastUid === 2);
		expect(removed).toBe(true);
		expect(store.stored()).toEqual(["INBOX: stays"]);
	});
});
