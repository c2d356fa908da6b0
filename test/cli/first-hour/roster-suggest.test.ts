/** `candour roster suggest`, as a user runs it: on exported mail, and on a real mail server. */
import { chmod, mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { type Dovecot, startDovecot } from "../../servers/dovecot.ts";
import { COUNCIL, candour, place, SLOW_MS } from "../run.ts";

vi.setConfig({ testTimeout: SLOW_MS, hookTimeout: SLOW_MS });

const CLERK = "Edith Marlow <clerk@thornby.example>";
let number = 0;

interface Head {
	readonly from: string;
	readonly to: string;
	readonly day?: string;
	readonly id?: string;
	readonly more?: readonly string[];
}

function mail({ from, to, day = "02 Jun 2026", id, more = [] }: Head, text = "Hello."): string {
	number += 1;
	const fixed = [
		`From: ${from}`,
		`To: ${to}`,
		`Date: ${day} 10:15:00 +0100`,
		`Message-ID: <${id ?? number}@thornby.example>`,
	];
	return [...fixed, "Subject: Bench", ...more, "", text, ""].join("\r\n");
}

/** Runs it over these mails, in the Clerk's inbox of an export. */
async function suggest(
	mails: readonly string[],
	change: (text: string) => string = (text) => text,
	args: string[] = [],
) {
	const files = Object.fromEntries(mails.map((raw, index) => [`mail/clerk@thornby.example/INBOX/${index}.eml`, raw]));
	const directory = place({ ...files, "council.yaml": change(COUNCIL) });
	const ran = await candour(directory, ["roster", "suggest", "--mail", "mail", ...args]);
	expect(ran).toMatchObject({ status: 0, err: "" });
	return { ...ran, directory };
}

describe("candour roster suggest", () => {
	test("proposes people of the council's domain whom the roster lacks, as lines that can be pasted", async () => {
		const { out } = await suggest([
			mail({ from: CLERK, to: '"Cllr Tobias Wren" <t.wren@thornby.example>', day: "02 Mar 2026" }),
			mail({ from: "Tobias Wren <t.wren@thornby.example>", to: CLERK, day: "05 May 2026" }),
			mail({ from: CLERK, to: "pauline.ashby@thornby.example" }),
			mail({ from: '"Dunn, Aled" <allotments@thornby.example>', to: CLERK }),
		]);
		const lines = out.split("\n").filter((line) => line.startsWith("  - "));
		expect(parse(lines.join("\n"))).toEqual([
			{ name: "Tobias Wren", role: "councillor", email: "t.wren@thornby.example" },
			{ name: "Aled Dunn", role: "officer", email: "allotments@thornby.example" },
			{ name: "Pauline Ashby", role: "officer", email: "pauline.ashby@thornby.example" },
		]);
		expect(lines[0]).toContain("# 2 times, 1 of them as the sender, 2026-03-02 to 2026-05-05");
		expect(lines[2]).toContain("role guessed");
		expect(out).not.toContain("i.penhale@");
	});

	test("proposes an outside address that bears a councillor's name, in any way of writing it", async () => {
		const { out } = await suggest([
			mail({ from: CLERK, to: '"PENHALE, Iris (Cllr)" <iris77@homepost.example>' }),
			mail({ from: "maud.garrick@webmail.example", to: CLERK }),
			mail({ from: "Iris Penrose <iris.penrose@homepost.example>", to: CLERK }),
			mail({ from: "Rowan Tasker via Sharebox <no-reply@sharebox.example>", to: CLERK }),
		]);
		expect(out).toContain("email: [ i.penhale@thornby.example, iris77@homepost.example ]");
		expect(out).toMatch(/iris77@homepost\.example: once, 2026-06-02, the same name, outside the council/u);
		expect(out).toContain("email: [ m.garrick@thornby.example, maud.garrick@webmail.example ]");
		expect(out).toContain("ask before you paste");
		expect(out).not.toMatch(/penrose|sharebox/u);
	});

	test("takes an address that writes in many names for a service, whoever is among them", async () => {
		const names = ["Iris Penhale", "Ada Moss", "Piers Holt", "Una Vale", "Seth Ware"];
		const { out } = await suggest(names.map((name) => mail({ from: `${name} <share@sharebox.example>`, to: CLERK })));
		expect(out).toContain("The roster knows everybody who was seen.");
	});

	test("tells lists, shared mailboxes and machines by their names and by whether they ever write", async () => {
		const committees = (text: string) =>
			text.replace("name: Iris Penhale, role: councillor,", "$& committees: [Planning], group: Orchard Party,");
		const { out } = await suggest(
			[
				mail({ from: CLERK, to: "All Councillors <councillors@thornby.example>, planning@thornby.example" }),
				mail({ from: CLERK, to: "Orchard Group <orchard.group@thornby.example>, staffing@thornby.example" }),
				mail({ from: "Hall bookings <bookings@thornby.example>", to: CLERK }),
				mail({ from: "Scanner <scanner@thornby.example>", to: CLERK }),
			],
			committees,
		);
		const lists = out.slice(out.indexOf("Probably lists"), out.indexOf("# Machines"));
		expect(parse(lists.slice(lists.indexOf("\n")))).toEqual([
			{ address: "councillors@thornby.example", name: "All Councillors", members: "all-councillors" },
			{ address: "orchard.group@thornby.example", name: "Orchard Group", members: "group:Orchard Party" },
			{ address: "planning@thornby.example", members: "committee:Planning" },
		]);
		expect(out).toContain("name: Hall bookings, role: officer, shared: true, email: bookings@thornby.example");
		expect(out).toMatch(/shared: true, email: staffing@thornby\.example/u);
		expect(out).toMatch(/# Machines of the council[^\n]*\n {2}# scanner@thornby\.example/u);
	});

	test("does not look at what is excluded, nor at the same message twice, nor outside the days", async () => {
		const exclusions = (text: string) => `${text}exclusions: [{ domain: union.example, reason: Union }]\n`;
		const wren = { from: "T Wren <tom.wren@thornby.example>", to: CLERK, id: "same" };
		const { out } = await suggest(
			[
				mail({ from: "Rep <rep@union.example>", to: "Una Vale <u.vale@thornby.example>" }),
				mail({ from: CLERK, to: "Piers Holt <p.holt@thornby.example>", more: ["Sensitivity: Personal"] }),
				mail(wren),
				mail(wren),
				mail({ from: "Ada Moss <a.moss@thornby.example>", to: CLERK, day: "02 Jan 2026" }),
			],
			exclusions,
			["--from", "2026-06-01", "--to", "2026-06-30"],
		);
		expect(out).toContain("1 message, 2 messages excluded and not looked at");
		expect(out).toContain("tom.wren@thornby.example } # once");
		expect(out).not.toMatch(/vale|holt|moss/u);
	});

	test("lets no name of a mail steer the terminal or the file", async () => {
		const { out } = await suggest([
			mail({ from: '"Tom\u001b[31m Reed: # , { [" <t.reed@thornby.example>', to: CLERK }),
			mail({ from: "=?utf-8?Q?Una_Vale=0A__-_{name:_x}?= <una.vale@thornby.example>", to: CLERK }),
		]);
		// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
		expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/u);
		const lines = out.split("\n").filter((line) => line.startsWith("  - "));
		expect((parse(lines.join("\n")) as unknown[]).length).toBe(2);
	});
});

describe("over IMAP", () => {
	let dovecot: Dovecot;
	const user = "clerk@thornby.example";
	let log: string;
	beforeAll(async () => {
		// Dovecot writes down there what each session says.
		log = await mkdtemp(join(tmpdir(), "candour-rawlog-"));
		await chmod(log, 0o777);
		const config = `rawlog_dir = ${log}`;
		dovecot = await startDovecot({ accounts: [{ user, password: "pa55" }], config });
	});
	afterAll(() => dovecot?.stop());

	test("fetches the lines of the headers that name people and nothing else, and marks nothing as read", async () => {
		await dovecot.deliver(user, "INBOX", mail({ from: "Una Vale <u.vale@thornby.example>", to: CLERK }));
		await dovecot.deliver(user, "Sent", mail({ from: CLERK, to: "Piers Holt <p.holt@thornby.example>" }));
		const mailbox = `mailboxes: [{ name: ${user}, imap: { host: localhost, port: ${dovecot.port}, secure: false, auth: { password: "\${CLERK_PASSWORD}" } } }]\n`;
		const directory = place({ "council.yaml": COUNCIL + mailbox });
		const ran = await candour(directory, ["roster", "suggest"], "", { CLERK_PASSWORD: "pa55" });
		expect(ran).toMatchObject({ status: 0, err: "" });
		expect(ran.out).toContain("by the headers of 2 messages");
		expect(ran.out).toMatch(/u\.vale@thornby\.example/u);
		expect(ran.out).toMatch(/p\.holt@thornby\.example/u);
		const sessions = (await readdir(log)).filter((name) => name.endsWith(".in"));
		const said = (await Promise.all(sessions.map((name) => readFile(join(log, name), "utf8")))).join("");
		const fetches = said.split("\r\n").filter((line) => /FETCH/u.test(line));
		expect(fetches.some((line) => /BODY\.PEEK\[HEADER\.FIELDS \(From /iu.test(line))).toBe(true);
		expect(fetches.filter((line) => /BODY\[|RFC822[ )]|BODY\.PEEK\[(?!HEADER\.FIELDS)/iu.test(line))).toEqual([]);
		expect(said).not.toMatch(/ SELECT | STORE/u);
	});
});
