import { readdir } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ImapAccount, MailboxConfig } from "../../../src/config/council.ts";
import type { CandourError } from "../../../src/errors.ts";
import { admitBy } from "../../../src/mail/admission.ts";
import { type ImapSourceOptions, openImap } from "../../../src/mail/sources/imap.ts";
import { type Dovecot, startDovecot } from "../../servers/dovecot.ts";
import { freePort } from "../../servers/free-port.ts";
import { startProxy } from "../../servers/proxy.ts";
import { leftOut, letter, messages, readAll, subjects, unread } from "./letters.ts";

const PASSWORD = "s3cret";
const users = ["plain", "dates", "many", "folders", "private", "flags", "torn", "large"].map(
	(name) => `${name}@thornby.example`,
);
let dovecot: Dovecot;

beforeAll(async () => {
	dovecot = await startDovecot({ accounts: users.map((user) => ({ user, password: PASSWORD })), tls: true });
});
afterAll(() => dovecot?.stop());

function account(user: string, change: Partial<ImapAccount> = {}): ImapAccount {
	return { host: "127.0.0.1", port: dovecot.port, secure: false, user, auth: { password: PASSWORD }, ...change };
}

function open(
	user: string,
	options: ImapSourceOptions & Partial<MailboxConfig> = {},
	change: Partial<ImapAccount> = {},
) {
	const { folders, ...rest } = options;
	const mailbox = { name: user, journal: false, imap: account(user, change), ...(folders ? { folders } : {}) };
	return openImap(mailbox, { firstWaitMs: 50, ...rest });
}

async function readOnce(...args: Parameters<typeof open>) {
	const source = open(...args);
	try {
		return await readAll(source);
	} finally {
		await source.close();
	}
}

describe("reading a mailbox over IMAP", () => {
	test("yields each message whole, with folder, number and the day it arrived", async () => {
		const [user = ""] = users;
		const raw = letter({ subject: "Bandstand" });
		await dovecot.deliver(user, "INBOX", raw, new Date("2026-03-02T10:20:00Z"));
		await dovecot.deliver(user, "Sent", letter({ subject: "RE: Bandstand", headers: ["Bcc: p.ode@thornby.example"] }));
		const found = await readOnce(user, {}, { host: "localhost", port: dovecot.tlsPort, secure: true, ca: dovecot.ca });
		expect(subjects(found)).toEqual([`${user}|INBOX|Bandstand`, `${user}|Sent|RE: Bandstand`]);
		const first = messages(found).find(({ at }) => at.folder === "INBOX");
		expect(first?.raw.toString()).toBe(raw);
		expect(first?.receivedAt).toBe("2026-03-02T10:20:00.000Z");
		expect(first?.at).toMatchObject({ uid: 1, uidValidity: expect.stringMatching(/^\d+$/u) });
	});

	test("changes nothing: no message is marked as seen or moved out of new", async () => {
		const [user = ""] = users;
		const state = async () => [
			await readdir(join(dovecot.maildir(user), "cur")),
			await readdir(join(dovecot.maildir(user), "new")),
		];
		const before = await state();
		await readOnce(user);
		const seen = (await state()).flat().filter((name) => /:2,.*S/u.test(name));
		expect(seen).toEqual([]);
		expect((await state())[1]).toEqual(before[1]);
	});

	test("reads 3,000 messages in windows, each exactly once, in one pass and in two", async () => {
		const user = "many@thornby.example";
		for (let number = 1; number <= 3_000; number += 1) {
			const body = number % 100 === 0 ? "x".repeat(300_000) : "Short.";
			await dovecot.deliver(user, "INBOX", letter({ subject: `Item ${number}`, body }));
		}
		for (const twoPass of [true, false]) {
			const found = messages(await readOnce(user, { twoPass }));
			expect(found).toHaveLength(3_000);
			expect(new Set(found.map(({ at }) => at.uid)).size).toBe(3_000);
		}
		const source = open(user);
		expect(await source.count?.({})).toBe(3_000);
		await source.close();
	});

	test("ends well when whoever reads stops early", async () => {
		const source = open("many@thornby.example");
		let taken = 0;
		for await (const _ of source.read({}, () => ({ read: true }))) {
			taken += 1;
			if (taken === 10) break;
		}
		await source.close();
		expect(taken).toBe(10);
	});
});

describe("folders", () => {
	const user = "folders@thornby.example";

	beforeAll(async () => {
		for (const folder of ["INBOX", "Sent", "Sent Items", "Archive/2025", "Planning", "Drafts", "Junk", "Trash/Old"]) {
			await dovecot.deliver(user, folder, letter({ subject: `In ${folder}` }));
		}
	});

	test("reads INBOX, every sent folder and the archive, and counts what it leaves out", async () => {
		const found = await readOnce(user);
		expect(subjects(found).map((line) => line.split("|")[1])).toEqual(["Archive/2025", "INBOX", "Sent Items", "Sent"]);
		expect(leftOut(found)).toEqual([`${user}|Drafts|1`, `${user}|Junk|1`, `${user}|Planning|1`, `${user}|Trash/Old|1`]);
	});

	test("reads folders by name, never drafts even when asked to, and says which folder is not there", async () => {
		const found = await readOnce(user, { folders: ["planning", "Drafts", "Allotments", "sent"] });
		expect(subjects(found).map((line) => line.split("|")[1])).toEqual(["Planning", "Sent Items", "Sent"]);
		expect(unread(found)).toEqual(["Allotments||the mailbox has no folder of this name"]);
		expect(leftOut(found)).toContain(`${user}|Drafts|1`);
	});

	test("leaves out messages that are flagged as drafts or deleted in a folder that is read", async () => {
		const other = "flags@thornby.example";
		const path = await dovecot.deliver(other, "INBOX", letter({ subject: "Kept" }));
		const { rename } = await import("node:fs/promises");
		for (const flag of ["D", "T", "T"]) {
			const from = await dovecot.deliver(other, "INBOX", letter({ subject: `Flag ${flag}` }));
			await rename(from, `${from.replace("/new/", "/cur/")}:2,${flag}`);
		}
		const found = await readOnce(other);
		expect(path).toContain("/new/");
		expect(subjects(found)).toEqual([`${other}|INBOX|Kept`]);
		expect(leftOut(found)).toEqual([`${other}|INBOX (deleted)|2`, `${other}|INBOX (drafts)|1`]);
	});
});

describe("the header stage", () => {
	test("an excluded message is counted with its reason and its text never fetched", async () => {
		const user = "private@thornby.example";
		await dovecot.deliver(user, "INBOX", letter({ subject: "Union matter", from: "rep@unity.example" }));
		await dovecot.deliver(user, "INBOX", letter({ subject: "Mine", headers: ["Sensitivity: Personal"] }));
		await dovecot.deliver(user, "INBOX", letter({ subject: "Roads" }));
		const source = open(user);
		const admit = admitBy([{ domain: "unity.example", reason: "union" }]);
		const seen: string[] = [];
		const found = await readAll(source, {}, (headers, at) => {
			seen.push(headers.toString());
			return admit(headers, at);
		});
		await source.close();
		expect(subjects(found)).toEqual([`${user}|INBOX|Roads`]);
		expect(found.flatMap((entry) => (entry.kind === "excluded" ? [entry.reason] : [])).sort()).toEqual([
			"marked personal by its sender",
			"union",
		]);
		expect(seen.join("")).not.toContain("see below");
	});

	test("a message whose headers cannot be judged is unreadable, not read and not lost", async () => {
		const user = "private@thornby.example";
		for (const twoPass of [true, false]) {
			const source = open(user, { twoPass });
			const found = await readAll(source, {}, () => {
				throw new Error("broken");
			});
			await source.close();
			expect(unread(found)).toHaveLength(3);
			expect(messages(found)).toEqual([]);
		}
	});
});

describe("a range of days", () => {
	const user = "dates@thornby.example";
	const inRange = async (range: { from?: string; to?: string }) => {
		const source = open(user);
		try {
			return subjects(await readAll(source, range)).map((line) => line.split("|")[2]);
		} finally {
			await source.close();
		}
	};

	beforeAll(async () => {
		const deliver = (subject: string, date: string, arrived: string) =>
			dovecot.deliver(user, "INBOX", letter({ subject, date }), new Date(arrived));
		await deliver("long before", "Sun, 01 Feb 2026 12:00:00 +0000", "2026-02-01T12:00:00Z");
		// 00:30 on 29 March British time is the first minute of neither UTC day only after the clocks change.
		await deliver("just in, summer time", "Mon, 30 Mar 2026 00:30:00 +0100", "2026-03-29T23:30:00Z");
		await deliver("last minute", "Tue, 31 Mar 2026 23:59:00 +0100", "2026-03-31T22:59:00Z");
		await deliver("far east", "Wed, 01 Apr 2026 08:00:00 +1000", "2026-03-31T22:00:00Z");
		await deliver("imported later", "Tue, 31 Mar 2026 09:00:00 +0100", "2026-06-10T09:00:00Z");
		await deliver("no readable date", "yesterday", "2026-03-31T09:00:00Z");
		await deliver("long after", "Fri, 01 May 2026 12:00:00 +0100", "2026-05-01T12:00:00Z");
	});

	test("takes in everything sent or received in it, at both ends and for imported mail", async () => {
		const found = await inRange({ from: "2026-03-30", to: "2026-03-31" });
		expect(found).toEqual(["far east", "imported later", "just in, summer time", "last minute", "no readable date"]);
	});

	test("takes in everything from a day on, up to a day, or without bounds", async () => {
		expect(await inRange({ from: "2026-04-20" })).toEqual(["imported later", "long after"]);
		const early = await inRange({ to: "2026-02-10" });
		expect(early).toContain("long before");
		expect(early).not.toContain("long after");
		expect(await inRange({})).toHaveLength(7);
		expect(await inRange({ from: "2026-04-20", to: "2099-01-01" })).toEqual(["imported later", "long after"]);
	});
});

describe("when something goes wrong", () => {
	const failure = async (change: Partial<ImapAccount>, options: ImapSourceOptions = {}): Promise<CandourError> => {
		const source = open("plain@thornby.example", { attempts: 2, ...options }, change);
		try {
			await readAll(source);
		} catch (error) {
			return error as CandourError;
		} finally {
			await source.close();
		}
		throw new Error("it was read");
	};

	test("a wrong password is said so and not tried again", async () => {
		const error = await failure({ auth: { password: "guess" } }, { attempts: 50 });
		expect(error).toMatchObject({ code: "SOURCE_LOGIN_REFUSED", transient: false });
		expect(error.message).toContain("plain@thornby.example");
		expect(`${error.message} ${error.remedy}`).not.toContain("guess");
	});

	test("a server that is not there is unreachable, and may be later", async () => {
		const error = await failure({ port: await freePort() });
		expect(error).toMatchObject({ code: "SOURCE_UNREACHABLE", transient: true });
	});

	test("a certificate that nobody vouches for is a TLS failure that names the mend", async () => {
		const error = await failure({ port: dovecot.tlsPort, secure: true, host: "localhost" });
		expect(error).toMatchObject({ code: "SOURCE_TLS_FAILED", transient: false });
		expect(error.remedy).toContain("caFile");
	});

	test("TLS on a port without it is a TLS failure that names the ports", async () => {
		const error = await failure({ secure: true }, { limits: { connectMs: 3_000, greetingMs: 3_000 } });
		expect(error.code).toBe("SOURCE_TLS_FAILED");
		expect(error.remedy).toContain("993");
	});

	test("a server that accepts the connection and stays silent is given up in time", async () => {
		const silent = createServer();
		const port = await freePort();
		await new Promise<void>((resolve) => silent.listen(port, "127.0.0.1", resolve));
		const error = await failure({ port }, { attempts: 1, limits: { greetingMs: 300 } });
		expect(error.code).toBe("SOURCE_UNREACHABLE");
		await new Promise((resolve) => silent.close(resolve));
	});

	test("a message at which the connection breaks every time is set aside, and all others are read", async () => {
		const user = "torn@thornby.example";
		for (let number = 1; number <= 30; number += 1) {
			const body = number === 17 ? "PULL THE PLUG" : "Fine.";
			await dovecot.deliver(user, "INBOX", letter({ subject: `Item ${number}`, body }));
		}
		const proxy = await startProxy(dovecot.port, (data) => (data.includes("PULL THE PLUG") ? "break" : "pass"));
		for (const twoPass of [true, false]) {
			const found = await readOnce(user, { twoPass }, { port: proxy.port });
			expect(messages(found)).toHaveLength(29);
			expect(unread(found)).toEqual(["INBOX|17|the connection to the mail server broke each time it was fetched"]);
		}
		await proxy.stop();
	});

	test("a message beyond the limit is not fetched, and one beyond what a connection may carry is set aside", async () => {
		const user = "large@thornby.example";
		const huge = Buffer.concat([Buffer.from(letter({ subject: "Huge" })), Buffer.alloc(101 * 1024 * 1024, "x\r\n")]);
		await dovecot.deliver(user, "INBOX", huge);
		await dovecot.deliver(user, "INBOX", letter({ subject: "Large", body: "y".repeat(400_000) }));
		await dovecot.deliver(user, "INBOX", letter({ subject: "Small" }));
		const found = await readOnce(user, { limits: { literalBytes: 100_000 } });
		expect(subjects(found)).toEqual([`${user}|INBOX|Small`]);
		expect(unread(found)).toEqual([
			"INBOX|1|it is larger than 100 MB (102 MB)",
			"INBOX|2|the connection to the mail server broke each time it was fetched",
		]);
	});

	test("a line that goes dead without a word is noticed and replaced", async () => {
		let hung = false;
		const proxy = await startProxy(dovecot.port, (data) => {
			if (hung || !data.includes("Item 20")) return "pass";
			hung = true;
			return "hang";
		});
		const found = await readOnce("torn@thornby.example", { limits: { silenceMs: 500 } }, { port: proxy.port });
		await proxy.stop();
		expect(hung).toBe(true);
		expect(messages(found)).toHaveLength(30);
	});

	test("a server killed in the midst is waited for, and every message still comes once", async () => {
		const user = "many@thornby.example";
		const source = open(user, { firstWaitMs: 200 });
		const uids: (number | undefined)[] = [];
		for await (const found of source.read({}, () => ({ read: true }))) {
			if (found.kind !== "message") continue;
			uids.push(found.at.uid);
			if (uids.length === 50) {
				await dovecot.kill();
				setTimeout(() => void dovecot.start(), 500);
			}
		}
		await source.close();
		expect(uids).toHaveLength(3_000);
		expect(new Set(uids).size).toBe(3_000);
	});
});
