/**
 * A council's week on real servers: mail in Dovecot, alerts by SMTP, the queue in Redis, the data in PostgreSQL, and
 * Candour as processes that are stopped, split up and killed. Their clocks are set: Tuesday evening, Wednesday, Monday.
 */
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { simpleParser } from "mailparser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findingAsJson } from "../../src/reports/as-json.ts";
import { countAlerts } from "../../src/store/alerts.ts";
import { countPending } from "../../src/store/audit-pending.ts";
import { coverageOf } from "../../src/store/coverage.ts";
import { listFindings } from "../../src/store/findings.ts";
import { firstBreak } from "../../src/store/ledger.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { alerts } from "../../src/store/schema.ts";
import { CLERK, GARETH, HART, letter, RESIDENT, VOSS } from "../letter.ts";
import { type Dovecot, startDovecot } from "../servers/dovecot.ts";
import { type Postgres, startPostgres } from "../servers/postgres.ts";
import { type Redis, startRedis } from "../servers/redis.ts";
import { pause } from "../servers/server-process.ts";
import { type Smtp, startSmtp } from "../servers/smtp.ts";
import { DOMAIN } from "../thornby.ts";
import { type CandourProcess, killAll, runCandour, shiftTo, startService } from "./candour-process.ts";
import { councilDirectory } from "./council-file.ts";
import { type Post, postOffice } from "./post.ts";
import * as mail from "./week-mail.ts";

const [CLERKS, DEPUTYS, PELLS, JOURNAL] = ["clerk", "deputy", "a.pell", "journal"].map(
	(name) => `${name}@${DOMAIN}`,
) as [string, string, string, string];
const VICE_CHAIR = `b.lund@${DOMAIN}`;
const PASSWORDS = { MAIL_PASSWORD: "m41lbox", SMTP_PASSWORD: "0utg01ng" };
const EVERYDAY_LETTERS = 120;

const TUESDAY_EVENING = "2026-03-10T19:00:00Z";
const WEDNESDAY = "2026-03-11T08:05:00Z";
const MONDAY = "2026-03-16T08:05:00Z";
const on = (day: "Mon, 9" | "Tue, 10" | "Wed, 11", time: string) => `${day} Mar 2026 ${time}:00 +0000`;

let dovecot: Dovecot;
let smtp: Smtp;
let redis: Redis;
let postgres: Postgres;
let store: Store;
let post: Post;
let directory: string;

beforeAll(async () => {
	const users = [CLERKS, DEPUTYS, PELLS, JOURNAL];
	[dovecot, smtp, redis, postgres] = await Promise.all([
		startDovecot({ accounts: users.map((user) => ({ user, password: PASSWORDS.MAIL_PASSWORD })), tls: true }),
		startSmtp({ tls: true, auth: { user: "candour", password: PASSWORDS.SMTP_PASSWORD } }),
		startRedis(),
		startPostgres(),
	]);
	post = postOffice(dovecot, users);
	const auth = { password: `\${MAIL_PASSWORD}` };
	const imap = { host: "localhost", port: dovecot.tlsPort, secure: true, auth, caFile: "./imap-ca.pem" };
	const server = { host: "localhost", port: smtp.port, secure: true, user: "candour", caFile: "./smtp-ca.pem" };
	directory = councilDirectory(
		{
			mailboxes: users.map((name) => ({ name, imap, ...(name === JOURNAL ? { journal: true } : {}) })),
			exclusions: [{ domain: "union.example", reason: "union" }],
			alerts: {
				to: [CLERKS],
				conflict: [VICE_CHAIR],
				settleMinutes: 0.01,
				quietHours: { from: "18:00", to: "08:00" },
			},
			digest: { to: [CLERKS], day: "monday", time: "08:00" },
			smtp: { ...server, auth: { password: `\${SMTP_PASSWORD}` } },
			storage: { database: postgres.url, queue: redis.url },
		},
		{ "imap-ca.pem": dovecot.ca, "smtp-ca.pem": smtp.ca ?? "" },
	);
	store = await openStore({ kind: "server", database: postgres.url });
}, 60_000);
afterAll(async () => {
	killAll();
	await store?.close();
	await Promise.allSettled([dovecot?.stop(), smtp?.stop(), redis?.stop(), postgres?.stop()]);
}, 60_000);

async function until(what: string, condition: () => boolean | Promise<boolean>, withinMs = 30_000): Promise<void> {
	const deadline = Date.now() + withinMs;
	while (!(await condition())) {
		if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
		await pause(25);
	}
}

const audited = async () => (await coverageOf(store.db, {})).audited;
const found = async () => (await listFindings(store.db, { state: "open" })).map(({ finding }) => finding);
const shortId = (messageId: string) => messageId.slice(1).split("@")[0] ?? "";
const foundOn = async (id: string) => (await found()).some(({ message }) => shortId(message.messageId) === id);
const header = (raw: string, name: string) =>
	new RegExp(`^${name}: *(.*(?:\\r?\\n[ \\t].*)*)`, "imu").exec(raw)?.[1]?.trim();
const received = (kind: "alert" | "digest") => smtp.received.filter(({ raw }) => header(raw, "X-Candour") === kind);

/** Every copy that was posted so far is stored, excluded or listed as unreadable. */
async function accountedFor(): Promise<void> {
	await until("every copy is accounted for", async () => {
		const { audited, excluded, unreadable } = await coverageOf(store.db, {});
		const count = audited + unreadable.length + excluded.reduce((sum, one) => sum + one.count, 0);
		return count >= post.paths.length;
	});
}

async function settled(): Promise<void> {
	await accountedFor();
	await until("everything is judged", async () => (await countPending(store.db)) === 0);
}

/** Which message each alert was about, by what rules, and to whom it went: from the store and from the mail server. */
async function alertsByMessage() {
	const rows = await store.db.select().from(alerts);
	const byId = new Map((await listFindings(store.db, {})).map(({ finding }) => [finding.id, finding]));
	const table = new Map<string, { rules: string[]; to: readonly string[]; mails: number }>();
	for (const { key, mailId, state } of rows) {
		if (state !== "sent") continue;
		const mails = received("alert").filter(({ raw }) => header(raw, "Message-ID") === mailId);
		const finding = byId.get(key);
		const id = shortId(finding?.message.messageId ?? "");
		const rules = [...(table.get(id)?.rules ?? []), finding?.rule ?? ""].sort();
		table.set(id, { rules, to: mails[0]?.to ?? [], mails: mails.length });
	}
	return Object.fromEntries([...table].sort());
}

const once = (to: readonly string[], ...rules: readonly string[]) => ({ rules, to, mails: 1 });
const COPY = ["missing-copy-footer", "silent-copy"];

test("a council's week", { timeout: 180_000 }, async () => {
	// Before Candour comes: a backlog, an old matter, a draft, and much of what is wrong on Monday and Tuesday.
	for (let number = 1; number <= EVERYDAY_LETTERS; number++)
		await post.send(mail.everyday(number, on("Mon, 9", "08:00")));
	await post.send(mail.hidden("old", "Tue, 20 Jan 2026 10:00:00 +0000", { topic: "war memorial" }));
	await post.send(mail.marked("c1", on("Mon, 9", "09:00")));
	await post.send(mail.pellWrites("p1", "Street lamps", on("Mon, 9", "09:10")));
	await post.send(mail.pellWrites("p2", "Bus shelter", on("Mon, 9", "09:10")));
	await post.send(mail.hidden("h1", on("Tue, 10", "10:00")));
	await post.send(
		mail.hidden("h1-told", on("Tue, 10", "10:10"), { foot: "CC Councillor Ruth Voss", topic: "upper gate" }),
	);
	await post.send(mail.leak("c1-lawyer", "Gwen Price <gwen@pricelaw.example>", on("Tue, 10", "13:10")));
	const draft = letter({ id: "draft", bcc: VOSS, date: on("Tue, 10", "17:00"), text: "Dear Alan,\n\nnot sent yet.\n" });
	await dovecot.deliver(CLERKS, "Drafts", draft);

	// Tuesday evening: one process, killed as soon as it has stored the first of it.
	const tuesday = { directory, env: PASSWORDS, shiftMs: shiftTo(TUESDAY_EVENING) };
	let service = startService(tuesday);
	await until("the first mail is stored", async () => (await audited()) > 0);
	await service.kill();
	expect((await audited()) < post.paths.length || (await countPending(store.db)) > 0).toBe(true);

	// Mail arrives while it watches, and while it is dead again.
	service = startService(tuesday);
	await service.running("ingest");
	await settled();
	await post.send(mail.hidden("h2", on("Tue, 10", "11:00"), { from: CLERK, bcc: GARETH, topic: "toilets" }));
	await post.send(mail.passedOn("p1-on", "Street lamps", VOSS, on("Mon, 9", "10:00")));
	await post.send(mail.passedOn("p2-on", "Bus shelter", HART, on("Tue, 10", "10:00")));
	await until("the onward copy is found", () => foundOn("p2-on"));
	await post.send(await mail.obligation("o1", on("Tue, 10", "12:00")));
	await post.send(mail.ownPromise("o-own", on("Tue, 10", "12:40")));
	await service.kill();
	await post.send(mail.chairAccepts("o2", on("Tue, 10", "12:30")));
	await post.send(mail.leak("c1-out", RESIDENT, on("Tue, 10", "13:00")));
	await post.send(mail.markedWithoutReason("c2", on("Tue, 10", "14:00")));
	service = startService(tuesday);
	await post.put(JOURNAL, "INBOX", mail.journalReport("j1", on("Tue, 10", "15:00")));
	await post.put(CLERKS, "INBOX", mail.journalReport("j-forged", on("Tue, 10", "15:00")));
	for (const raw of mail.excluded("x", on("Tue, 10", "16:00"))) await post.put(CLERKS, "INBOX", raw);
	await post.put(CLERKS, "INBOX", mail.UNREADABLE);
	// In time: what was found on it is withdrawn before anybody is told in the morning.
	await post.send(mail.notice("p2-told", "Bus shelter", "Dan Hart", on("Tue, 10", "15:00")));
	await settled();
	await until("the finding is withdrawn", async () => !(await foundOn("p2-on")));
	// Alerts wait for the morning; a digest of the week before, when there was no Candour yet, is not owed.
	await pause(500);
	expect(smtp.received).toEqual([]);
	expect(await service.stop()).toBe(0);

	// Wednesday, in parts. The mail server is busy at first, and what it takes comes into the clerk's mailbox.
	smtp.refuseNext(451);
	const wednesday = { directory, env: PASSWORDS, shiftMs: shiftTo(WEDNESDAY) };
	const parts = new Map<string, CandourProcess>();
	for (const part of ["audit", "alerts", "reports", "ingest"]) parts.set(part, startService(wednesday, part));
	for (const [part, process] of parts) await process.running(part);
	await until("the alerts of the night come", () => received("alert").length >= 7);
	const own = received("alert").filter(({ to }) => to.includes(CLERKS));
	for (const { raw } of own) await post.put(CLERKS, "INBOX", raw);
	// Too late.
	await post.send(mail.notice("p1-late", "Street lamps", "Ruth Voss", on("Wed, 11", "12:00")));

	await redis.kill();
	await post.send(mail.hidden("no-queue", on("Wed, 11", "07:10"), { topic: "pond" }));
	await accountedFor();
	await redis.start();

	await dovecot.kill();
	await post.send(mail.hidden("no-mailbox", on("Wed, 11", "07:20"), { topic: "car park" }));
	await pause(500);
	await dovecot.start();
	await until("what came while the mail server was dead is found", () => foundOn("no-mailbox"));

	await parts.get("ingest")?.kill();
	await post.send(mail.hidden("no-reader", on("Wed, 11", "07:30"), { topic: "skate park" }));
	parts.set("ingest", startService(wednesday, "ingest"));
	await until("its alert comes", async () => "no-reader" in (await alertsByMessage()));
	for (const process of parts.values()) expect(await process.stop()).toBe(0);

	// Monday: whatever the parts left behind is done, and the digest of the week goes out.
	const monday = { directory, env: PASSWORDS, shiftMs: shiftTo(MONDAY) };
	service = startService(monday);
	await until("the week's digest comes", () => received("digest").length > 0);
	await settled();
	await until("no alert is owed", async () => (await countAlerts(store.db)).pending === 0);
	const audit = await runCandour(monday, ["audit", "--format", "json"]);
	await pause(500);
	expect(await service.stop()).toBe(0);

	// Each alert once, to whom it concerns, and none for the look-alikes, for old mail or for an advisory.
	expect(await alertsByMessage()).toEqual({
		"c1-out": once([CLERKS], "confidential-leak"),
		h1: once([CLERKS], ...COPY),
		h2: once([VICE_CHAIR], ...COPY),
		j1: once([CLERKS], ...COPY),
		"no-mailbox": once([CLERKS], ...COPY),
		"no-queue": once([CLERKS], ...COPY),
		"no-reader": once([CLERKS], ...COPY),
		o1: once([CLERKS], "councillor-obligation"),
		o2: once([CLERKS, VICE_CHAIR], "councillor-obligation"),
		"p1-on": once([CLERKS], "silent-copy"),
	});
	expect(received("alert")).toHaveLength(10);
	const attempts = await store.db.select({ attempts: alerts.attempts }).from(alerts);
	expect(Math.max(...attempts.map((row) => row.attempts))).toBe(2);

	// Monitoring and the audit on demand say the same.
	expect(audit).toMatchObject({ status: 1, err: "" });
	const report = JSON.parse(audit.out);
	const monitored = (await found()).map((finding) => JSON.parse(JSON.stringify(findingAsJson(finding))));
	const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
	expect(monitored.sort(byId)).toEqual(report.findings.sort(byId));
	expect(monitored.filter(({ severity }) => severity === "advisory")).toHaveLength(1);
	expect(await foundOn("old")).toBe(true);

	// Every message is accounted for, once.
	const coverage = await coverageOf(store.db, {});
	expect(coverage.unreadable.map(({ at }) => at.folder)).toEqual(["INBOX"]);
	expect(coverage.audited).toBe(post.paths.length - own.length - 3);
	expect(report.coverage).toMatchObject({
		found: post.paths.length,
		audited: coverage.audited,
		excluded: [
			{ reason: "Candour's own mail", count: own.length },
			{ reason: "marked personal by its sender", count: 1 },
			{ reason: "union", count: 1 },
		],
		leftOut: [{ mailbox: CLERKS, folder: "Drafts", count: 1 }],
	});
	const excludedByService = Object.fromEntries(coverage.excluded.map(({ reason, count }) => [reason, count]));
	expect(excludedByService).toEqual({ "Candour's own mail": own.length, "marked personal by its sender": 1, union: 1 });
	expect(await firstBreak(store.db)).toBeUndefined();

	// The digest: this week's, with what is open.
	const digests = await Promise.all(received("digest").map(({ raw }) => simpleParser(raw)));
	expect(digests.map(({ subject }) => subject)).toEqual([
		expect.stringMatching(new RegExp(`2026-W11.*${report.findings.length} open`, "u")),
	]);
	expect(received("digest").map(({ to }) => to)).toEqual([[CLERKS]]);

	// The mailboxes are as they were: no message moved, seen, added or gone.
	for (const path of post.paths) expect(existsSync(path), path).toBe(true);
	for (const folder of new Set(post.paths.map((path) => dirname(dirname(path))))) {
		expect(await readdir(join(folder, "cur"))).toEqual([]);
		expect(await readdir(join(folder, "new"))).toHaveLength(
			post.paths.filter((path) => dirname(dirname(path)) === folder).length,
		);
	}
});
