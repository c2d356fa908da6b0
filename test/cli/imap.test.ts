/** Audits over IMAP, and what is said where a server does not let Candour in. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Dovecot, startDovecot } from "../servers/dovecot.ts";
import { freePort } from "../servers/free-port.ts";
import { type Postgres, startPostgres } from "../servers/postgres.ts";
import { type Redis, startRedis } from "../servers/redis.ts";
import { type Smtp, startSmtp } from "../servers/smtp.ts";
import { COUNCIL, candour, letter, place, SLOW_MS } from "./run.ts";

vi.setConfig({ testTimeout: SLOW_MS, hookTimeout: SLOW_MS });

const CLERK = "clerk@thornby.example";
const PENHALE = "i.penhale@thornby.example";
const PASSWORD = "pa55-phrase";
const SMTP_PASSWORD = "m41l-phrase";
const ENV = { CLERK_PASSWORD: PASSWORD, SMTP_PASSWORD };
let dovecot: Dovecot;
let smtp: Smtp;

beforeAll(async () => {
	const accounts = [CLERK, PENHALE].map((user) => ({ user, password: PASSWORD }));
	dovecot = await startDovecot({ accounts, tls: true });
	smtp = await startSmtp({ tls: true, auth: { user: "candour", password: SMTP_PASSWORD } });
});
afterAll(async () => {
	await smtp?.stop();
	await dovecot?.stop();
});

interface Mailbox {
	readonly name?: string;
	readonly host?: string;
	readonly port?: number;
	readonly password?: string;
	readonly ca?: boolean;
}

function mailbox({ name = CLERK, host = "localhost", port, password, ca = true }: Mailbox = {}): string {
	const secret = password === undefined ? `"\${CLERK_PASSWORD}"` : `"\${${password}}"`;
	return `{ name: ${name}, imap: { host: ${host}, port: ${port ?? dovecot.tlsPort}, secure: true, auth: { password: ${secret} }${ca ? ", caFile: ./imap-ca.pem" : ""} } }`;
}

/** A directory with the council, these mailboxes, and the authorities of the test servers. */
function council(mailboxes: readonly string[], change: (text: string) => string = (text) => text): string {
	const text = change(`${COUNCIL}mailboxes:\n${mailboxes.map((one) => `  - ${one}\n`).join("")}`);
	const directory = place({ "council.yaml": text });
	writeFileSync(join(directory, "imap-ca.pem"), dovecot.ca);
	writeFileSync(join(directory, "smtp-ca.pem"), smtp.ca ?? "");
	return directory;
}

describe("an audit over IMAP", () => {
	beforeAll(async () => {
		const sent = async (id: string, date: string) =>
			dovecot.deliver(CLERK, "Sent", letter({ id, date, subject: id }), new Date(date));
		// London's clocks go forward on 29 March 2026 and back on 25 October.
		await sent("day-before-spring", "Sat, 28 Mar 2026 23:59:59 +0000");
		await sent("spring-first-second", "Sun, 29 Mar 2026 00:00:00 +0000");
		await sent("spring-last-second", "Sun, 29 Mar 2026 23:59:59 +0100");
		await sent("utc-still-sunday", "Mon, 30 Mar 2026 00:00:00 +0100");
		await sent("autumn-first-second", "Sun, 25 Oct 2026 00:00:00 +0100");
		await sent("utc-still-saturday", "Sat, 24 Oct 2026 23:59:59 +0100");
		await sent("autumn-last-second", "Sun, 25 Oct 2026 23:59:59 +0000");
		await sent("day-after-autumn", "Mon, 26 Oct 2026 00:00:00 +0000");
		await dovecot.deliver(PENHALE, "Sent", marked("Thu, 28 May 2026 10:00:00 +0100"), new Date("2026-05-28T09:00:00Z"));
		await dovecot.deliver(
			PENHALE,
			"Sent",
			passedOn("Tue, 2 Jun 2026 10:00:00 +0100"),
			new Date("2026-06-02T09:00:00Z"),
		);
	});

	async function audit(directory: string, from: string, to: string) {
		const args = ["audit", "--from", from, "--to", to, "--format", "json"];
		const ran = await candour(directory, args, "", ENV);
		expect(ran.err).toBe("");
		return JSON.parse(ran.out);
	}
	const subjects = ({ findings }: { findings: { message: { subject: string } }[] }) => [
		...new Set(findings.map(({ message }) => message.subject)),
	];

	test("takes the days of London, on the day that has 23 hours and on the one that has 25", async () => {
		const directory = council([mailbox()]);
		const spring = await audit(directory, "2026-03-29", "2026-03-29");
		expect(subjects(spring)).toEqual(["spring-first-second", "spring-last-second"]);
		expect(spring.coverage.found).toBe(2);
		expect(spring.period.asOf).toBe("2026-03-29T23:59:59.999+01:00");
		const autumn = await audit(directory, "2026-10-25", "2026-10-25");
		expect(subjects(autumn)).toEqual(["autumn-first-second", "autumn-last-second"]);
		expect(autumn.coverage.found).toBe(2);
		expect(autumn.findings[0].message).toMatchObject({ mailbox: CLERK, folder: "Sent" });
	});

	test("reads mail before the first day as context, without a finding or a count of its own", async () => {
		const directory = council([mailbox({ name: PENHALE })]);
		const june = await audit(directory, "2026-06-01", "2026-06-30");
		expect(june.findings.map(({ rule }: { rule: string }) => rule)).toEqual(["confidential-leak"]);
		expect(subjects(june)).toEqual(["Plot nine"]);
		expect(june.coverage).toMatchObject({ found: 1, audited: 1 });
		const may = await audit(directory, "2026-05-01", "2026-05-31");
		expect(may.findings).toEqual([]);
		expect(may.coverage).toMatchObject({ found: 1, audited: 1 });
	});
});

const SECRET =
	"The tenant of plot nine has been ill since January and asked us to end the tenancy without telling the site. His daughter cleared the shed last week, and the deposit was returned to her by cheque on Friday.";

function marked(date: string): string {
	return mail({
		from: `Iris Penhale <${PENHALE}>`,
		to: `Edith Marlow <${CLERK}>`,
		subject: "CONFIDENTIAL: plot nine",
		id: "marked",
		date,
		lines: ["Edith,", "", "This is confidential because it is about a tenant's health.", "", SECRET, "", "Iris"],
	});
}

function passedOn(date: string): string {
	return mail({
		from: `Iris Penhale <${PENHALE}>`,
		to: "Tilly Moss <tilly.moss@mailbox.example>",
		subject: "Plot nine",
		id: "passed-on",
		date,
		lines: ["Hello Tilly,", "", SECRET, "", "Iris"],
	});
}

function mail(of: { from: string; to: string; subject: string; id: string; date: string; lines: string[] }): string {
	const head = [`From: ${of.from}`, `To: ${of.to}`, `Subject: ${of.subject}`, `Date: ${of.date}`];
	return [...head, `Message-ID: <${of.id}@thornby.example>`, "", ...of.lines, ""].join("\r\n");
}

describe("a mail server that does not let Candour in", () => {
	test.each<[string, () => Mailbox | Promise<Mailbox>, RegExp]>([
		[
			"a wrong password",
			() => ({ password: "WRONG" }),
			/refused the login of clerk@thornby\.example\. Check the user name and the password/u,
		],
		[
			"a server that is not there",
			async () => ({ port: await freePort() }),
			/cannot be reached: nothing answers on that port\. Check host and port/u,
		],
		[
			"a certificate that nobody vouches for",
			() => ({ ca: false }),
			/No secure connection .*nobody known vouches for its certificate\. .*caFile/u,
		],
		["the port that does not begin with TLS", () => ({ port: dovecot.port }), /does not speak TLS .*993/u],
	])("%s ends an audit with 2 and one clear line", async (_what, change, line) => {
		const began = Date.now();
		const ran = await candour(council([mailbox(await change())]), ["audit"], "", { ...ENV, WRONG: "gu355" });
		expect(ran).toMatchObject({ status: 2, out: "" });
		expect(ran.err).toMatch(/^candour: [^\n]+\n$/u);
		expect(ran.err).toMatch(line);
		expect(ran.err).not.toMatch(/gu355|pa55/u);
		expect(Date.now() - began).toBeLessThan(30_000);
	});
});

describe("config check --connect", () => {
	let postgres: Postgres;
	let redis: Redis;
	beforeAll(async () => {
		[postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
	});
	afterAll(async () => {
		await redis?.stop();
		await postgres?.stop();
	});

	const server = (password: string) =>
		`smtp: { host: localhost, port: ${smtp.port}, secure: true, user: candour, auth: { password: "\${${password}}" }, caFile: ./smtp-ca.pem }`;
	const withServers = (smtpPassword: string, storage: string) => (text: string) =>
		text.replace(/^smtp:.*$/mu, server(smtpPassword)).replace(/^storage:.*$/mu, `storage: ${storage}`);

	test("logs in everywhere and says so of each", async () => {
		const storage = `{ database: "${postgres.url}", queue: "${redis.url}" }`;
		const directory = council(
			[mailbox(), mailbox({ name: PENHALE }), "{ name: journal@thornby.example, journal: true }"],
			withServers("SMTP_PASSWORD", storage),
		);
		const ran = await candour(directory, ["config", "check", "--connect"], "", ENV);
		expect(ran).toMatchObject({ status: 0, err: "" });
		expect(ran.out.split("\n").filter((line) => /^(ok|FAILED)/u.test(line))).toEqual([
			`ok      Mailbox ${CLERK}: logged in; reads INBOX, Archive, Sent.`,
			`ok      Mailbox ${PENHALE}: logged in; reads INBOX, Archive, Sent.`,
			"ok      Mail server: reached.",
			"ok      Database and queue: opened.",
		]);
	});

	test("tells of each server that fails what to do, goes on to the next, and shows no password", async () => {
		const directory = council(
			[
				mailbox({ password: "WRONG" }),
				mailbox({ name: PENHALE, ca: false }),
				mailbox({ name: "office@thornby.example", port: await freePort() }),
			],
			withServers("WRONG", '{ database: "postgres://candour:gu355@127.0.0.1:1/candour" }'),
		);
		const ran = await candour(directory, ["config", "check", "--connect"], "", { ...ENV, WRONG: "gu355" });
		expect(ran.status).toBe(2);
		const lines = ran.out.split("\n").filter((line) => /^(ok|FAILED)/u.test(line));
		expect(lines).toEqual([
			expect.stringMatching(/^FAILED {2}Mailbox clerk@.*refused the login .*Check the user name/u),
			expect.stringMatching(/^FAILED {2}Mailbox i\.penhale@.*vouches for its certificate.*caFile/u),
			expect.stringMatching(/^FAILED {2}Mailbox office@.*cannot be reached.*Check host and port/u),
			expect.stringMatching(/^FAILED {2}Mail server: .*refused the login.*Check user and password below smtp:/u),
			expect.stringMatching(/^FAILED {2}Database and queue: .*cannot be reached.*storage\.database/u),
		]);
		expect(ran.err.trimEnd().split("\n").at(-1)).toBe("candour: 5 connections failed, see above.");
		expect(ran.out + ran.err).not.toMatch(/gu355|pa55|m41l|\n\s+at /u);
	});

	test("tells a queue that is away from a database that answers", async () => {
		const storage = `{ database: "${postgres.url}", queue: "redis://127.0.0.1:${await freePort()}" }`;
		const directory = council([mailbox()], withServers("SMTP_PASSWORD", storage));
		const ran = await candour(directory, ["config", "check", "--connect"], "", ENV);
		expect(ran.status).toBe(2);
		expect(ran.out).toMatch(
			/^FAILED {2}Database and queue: The queue's Redis cannot be reached\. Check storage\.queue/mu,
		);
		expect(ran.err).toBe("candour: 1 connection failed, see above.\n");
	});
});

test("config check --connect looks for the folders that are named, and proposes the nearest for one that isn't there", async () => {
	await dovecot.deliver(CLERK, "Sent", letter({ id: "one-more" }), new Date("2026-01-05T10:00:00Z"));
	const naming = (folders: string) => council([mailbox().replace(/ \}$/u, `, folders: [${folders}] }`)]);
	const well = await candour(naming("inbox, Sent"), ["config", "check", "--connect"], "", ENV);
	expect(well.out).toMatch(/^ok {6}Mailbox clerk@thornby\.example: logged in; reads .*Sent/mu);
	expect(well.status).toBe(0);
	const wrong = await candour(naming("inbox, Snet"), ["config", "check", "--connect"], "", ENV);
	expect(wrong.out).toMatch(/^FAILED {2}Mailbox clerk@thornby\.example: .*no folder “Snet”.* Did you mean "Sent"\?/mu);
	expect(wrong.status).toBe(2);
});
