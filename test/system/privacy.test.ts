/**
 * What Candour leaves behind, searched for words that stand in the mail and nowhere else: its log, its queues, and its
 * database. Servers are made to fail on the way, because errors are what quotes things.
 */
import { Redis as Client } from "ioredis";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { letter } from "../letter.ts";
import { pdf } from "../mail/documents.ts";
import { type Dovecot, startDovecot } from "../servers/dovecot.ts";
import { type Postgres, startPostgres } from "../servers/postgres.ts";
import { type Redis, startRedis } from "../servers/redis.ts";
import { pause } from "../servers/server-process.ts";
import { type Smtp, startSmtp } from "../servers/smtp.ts";
import { DOMAIN } from "../thornby.ts";
import { type CandourProcess, killAll, startService } from "./candour-process.ts";
import { councilDirectory } from "./council-file.ts";

const CLERK = `clerk@${DOMAIN}`;
const DEPUTY = `deputy@${DOMAIN}`;
const QUOTE_MAX_CHARACTERS = 200;

/** Words of subjects, names and addresses: the database holds them, the log and the queues must not. */
const HEADER_WORDS = ["Zibblewort", "Wobbenshaw", "trundlecap", "quibblethorpe", "Flimmerding"];
/** Words of text that no rule has a use for: they must be nowhere. */
const BODY_WORDS = ["Quoxlemere", "Frandiborne", "Murplestone", "Vexatrine", "Plinkerdale", "Snorbury", "Hobblewick"];
/** Words of what a finding quotes: they may stand in the database, in short quotes. */
const QUOTED_WORDS = ["Grobnitz"];
/** Words of excluded mail, its addresses and subject among them: they must be nowhere. */
const EXCLUDED_WORDS = ["Tarnishope", "Ockelbrand", "yewbeam"];
const PASSWORDS = { IMAP: "p4ss-Kringelwitz", SMTP: "p4ss-Dorfelham", DB: "p4ss-Ulmerstead", QUEUE: "p4ss-Yarrowick" };
const EVERYWHERE_FORBIDDEN = [...BODY_WORDS, ...EXCLUDED_WORDS, ...Object.values(PASSWORDS)];

const LONG = "and so on and so forth, as we said at the meeting before last, ".repeat(8);

let dovecot: Dovecot;
let smtp: Smtp;
let postgres: Postgres;
let redis: Redis;

beforeAll(async () => {
	[dovecot, smtp, postgres, redis] = await Promise.all([
		startDovecot({ accounts: [CLERK, DEPUTY].map((user) => ({ user, password: PASSWORDS.IMAP })) }),
		startSmtp({ tls: true, auth: { user: "candour", password: PASSWORDS.SMTP } }),
		startPostgres(),
		startRedis(),
	]);
	const client = new Client(redis.url);
	await client.config("SET", "requirepass", PASSWORDS.QUEUE);
	client.disconnect();
	for (const raw of await mails()) await dovecot.deliver(CLERK, "Sent", raw);
}, 60_000);
afterAll(async () => {
	killAll();
	await Promise.allSettled([dovecot?.stop(), smtp?.stop(), redis?.stop(), postgres?.stop()]);
}, 60_000);

const date = () => new Date(Date.now() - 3_600_000).toUTCString();
const OUTSIDER = "Wobbenshaw <trundlecap@quibblethorpe.example>";

/** Letters with something to find in each: a hidden copy, an order in a councillor's name, a leak of marked text. */
async function mails(): Promise<readonly string[]> {
	const secret = `The tenant at Quoxlemere has been ill since January and asked us to end it without telling Snorbury. His daughter cleared the shed last week, and the deposit was returned to her by cheque on Friday.`;
	const marked = `Alan,\n\nThis is confidential because it is about a tenant's health.\n\n${secret}\n\n${LONG}\n\nJo Marsh\nVexatrine House\n`;
	const order = `Dear Wobbenshaw,\n\nOn behalf of Thornby Parish Council I accept your quotation for the Grobnitz fence ${LONG}and please start on Monday.\n\nThe weather at Quoxlemere was fine.\n\nCllr Alan Pell\nThornby Parish Council\n\nOn 9 Mar 2026, at 10:12, Wobbenshaw <trundlecap@quibblethorpe.example> wrote:\n> The Murplestone fence would cost 900 pounds. ${LONG}\n`;
	const document = await pdf(["Dear Cllr Pell,", "the plan of Plinkerdale is attached.", "Jo Marsh"]);
	return [
		letter({ id: "hidden", bcc: `r.voss@${DOMAIN}`, subject: "Zibblewort", date: date(), text: html() }).replace(
			"text/plain",
			"text/html",
		),
		letter({ id: "marked", subject: "CONFIDENTIAL: Zibblewort", date: date(), text: marked }),
		letter({
			id: "leak",
			from: `Alan Pell <a.pell@${DOMAIN}>`,
			to: OUTSIDER,
			date: date(),
			text: `Hello,\n\n${secret}\n`,
		}),
		letter({ id: "order", from: `Alan Pell <a.pell@${DOMAIN}>`, to: OUTSIDER, date: date(), text: order }),
		letter({ id: "plan", subject: "Zibblewort plan", date: date(), text: "" }).replace(
			/Content-Type:.*\r\n\r\n/u,
			`Content-Type: application/pdf; name="Flimmerding.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${document.toString("base64")}\r\n`,
		),
		letter({
			id: "union",
			from: "Ockelbrand <yewbeam@union.example>",
			subject: "Tarnishope",
			date: date(),
			text: "Tarnishope",
		}),
		"\r\n\r\nHobblewick has lost its header.\r\n",
	];
}

function html(): string {
	return "<p>Dear Cllr Pell,</p><p>thank you for the note. The weather at Frandiborne was dry in those years, and the gate held well.</p><p>Rae Dunn<br>Vexatrine House</p>";
}

async function query(text: string): Promise<readonly Record<string, unknown>[]> {
	const client = new pg.Client(postgres.url);
	await client.connect();
	try {
		return (await client.query(text)).rows;
	} finally {
		await client.end();
	}
}

/** Every row of every table of a schema, as JSON. */
async function dumpSchema(schema: string): Promise<readonly { readonly table: string; readonly row: unknown }[]> {
	const tables = await query(`SELECT table_name FROM information_schema.tables WHERE table_schema = '${schema}'`);
	const rows = [];
	for (const { table_name: table } of tables) {
		for (const { row } of await query(`SELECT to_json(t) AS row FROM ${schema}."${table}" t`)) {
			rows.push({ table: String(table), row });
		}
	}
	return rows;
}

async function dumpRedis(): Promise<string> {
	const client = new Client(redis.url, { password: PASSWORDS.QUEUE });
	const read: Readonly<Record<string, (key: string) => Promise<unknown>>> = {
		string: (key) => client.get(key),
		list: (key) => client.lrange(key, 0, -1),
		set: (key) => client.smembers(key),
		zset: (key) => client.zrange(key, 0, "-1", "WITHSCORES"),
		hash: (key) => client.hgetall(key),
		stream: (key) => client.xrange(key, "-", "+"),
	};
	try {
		const all: unknown[] = [];
		for (const key of await client.keys("*")) all.push(key, await read[await client.type(key)]?.(key));
		return JSON.stringify(all);
	} finally {
		client.disconnect();
	}
}

/** Every text in a value, however deep. */
function texts(value: unknown): readonly string[] {
	if (typeof value === "string") return [value];
	return typeof value === "object" && value !== null ? Object.entries(value).flat().flatMap(texts) : [];
}

const holding = (text: string, words: readonly string[]) =>
	words.filter((word) => text.toLowerCase().includes(word.toLowerCase()));

describe.each(["redis", "postgres"] as const)("with its queues in %s", (kind) => {
	let service: CandourProcess;
	let log: string;

	beforeAll(async () => {
		const auth = (password: string) => ({ auth: { password } });
		const imap = { host: "127.0.0.1", port: dovecot.port, secure: false };
		const server = { host: "localhost", port: smtp.port, secure: true, user: "candour", caFile: "./smtp-ca.pem" };
		const directory = councilDirectory(
			{
				mailboxes: [
					{ name: CLERK, imap: { ...imap, ...auth(`\${IMAP}`) } },
					// Its login is refused, which is logged.
					{ name: DEPUTY, imap: { ...imap, user: "trundlecap@quibblethorpe.example", ...auth(`\${IMAP}`) } },
				],
				exclusions: [{ domain: "union.example", reason: "union" }],
				alerts: { to: [CLERK], conflict: ["trundlecap@quibblethorpe.example"], settleMinutes: 0 },
				digest: { to: [CLERK] },
				smtp: { ...server, ...auth(`\${SMTP}`) },
				storage: { database: `\${DATABASE}`, ...(kind === "redis" ? { queue: `\${REDIS}` } : {}) },
			},
			{ "smtp-ca.pem": smtp.ca ?? "" },
		);
		await query("DROP SCHEMA IF EXISTS candour CASCADE");
		const env = {
			...PASSWORDS,
			DATABASE: postgres.url.replace("candour@", `candour:${PASSWORDS.DB}@`),
			REDIS: redis.url.replace("redis://", `redis://:${PASSWORDS.QUEUE}@`),
		};
		// The Clerk's own alert goes elsewhere, and is refused for good; another is asked to come later.
		smtp.refuseRecipient("trundlecap@quibblethorpe.example", 550);
		smtp.refuseNext(451);
		const before = smtp.received.length;
		service = startService({ directory, env });
		await service.running("ingest");
		await until(async () => smtp.received.length > before + 1);
		await until(async () => service.log.includes("DELIVERY_REFUSED"));

		// A database that goes away in the middle of it.
		const more = letter({
			id: `more-${kind}`,
			bcc: `g.lund@${DOMAIN}`,
			subject: "Zibblewort",
			date: date(),
			text: html(),
		});
		const restarting = postgres.restart();
		await dovecot.deliver(CLERK, "Sent", more.replace("text/plain", "text/html"));
		await restarting;
		await until(async () => {
			const rows = await query(`SELECT 1 FROM candour.findings WHERE message_id LIKE '<more-${kind}@%'`);
			return rows.length === 2;
		});
		expect(await service.stop()).toBe(0);
		log = service.log;
	}, 120_000);

	async function until(condition: () => Promise<boolean>): Promise<void> {
		const deadline = Date.now() + 60_000;
		while (!(await condition().catch(() => false))) {
			if (Date.now() > deadline) throw new Error(`it did not happen in time: ${service.log}`);
			await pause(100);
		}
	}

	test("the log tells what was done and what failed, and no word, person or password", () => {
		expect(log).toContain("mail was read");
		expect(log).toContain("SOURCE_LOGIN_REFUSED");
		expect(log).toContain("DELIVERY_REFUSED");
		expect(log).toContain("DELIVERY_FAILED");
		expect(log).toContain("an alert was sent");
		expect(holding(log, [...HEADER_WORDS, ...QUOTED_WORDS, ...EVERYWHERE_FORBIDDEN])).toEqual([]);
		expect(holding(log, [DOMAIN, "Pell", "Voss", "Marsh"])).toEqual([]);
	});

	test("the queues hold ids, and no word, person or password", async () => {
		const dump = kind === "redis" ? await dumpRedis() : JSON.stringify(await dumpSchema("bullmq"));
		expect(dump).toMatch(/judge/u);
		expect(dump).toMatch(/DELIVERY_REFUSED|DELIVERY_FAILED/u);
		expect(holding(dump, [...HEADER_WORDS, ...QUOTED_WORDS, ...EVERYWHERE_FORBIDDEN])).toEqual([]);
		expect(holding(dump, [DOMAIN, "Pell", "Voss", "Marsh"])).toEqual([]);
	});

	test("the database holds subjects and people, no word of the text but short quotes, and nothing of excluded mail", async () => {
		const rows = await dumpSchema("candour");
		const all = JSON.stringify(rows);
		expect(holding(all, ["Zibblewort", "trundlecap"])).toEqual(["Zibblewort", "trundlecap"]);
		expect(holding(all, EVERYWHERE_FORBIDDEN)).toEqual([]);
		const quotes = rows.flatMap(({ table, row }) =>
			texts(row)
				.filter((text) => holding(text, QUOTED_WORDS).length > 0)
				.map((text) => ({ table, length: text.length })),
		);
		expect(quotes.map(({ table }) => table)).toContain("findings");
		for (const { length } of quotes) expect(length).toBeLessThanOrEqual(QUOTE_MAX_CHARACTERS);
	});
});
