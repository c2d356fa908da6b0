import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkCouncil } from "../../src/config/check.ts";
import { loadCouncil } from "../../src/config/load.ts";
import { councilJsonSchema } from "../../src/config/schema.ts";
import { councilFile, errorOf } from "./files.ts";

const load = async (text: string, env = {}) => loadCouncil(await councilFile(text), env);

describe("a sound configuration", () => {
	it("needs no more than the council and its people", async () => {
		const path = await councilFile("");
		const council = await loadCouncil(path, {});
		expect(council).toMatchObject({
			file: path,
			register: { council: "Thornby Parish Council", domains: ["thornby-pc.example"], timezone: "Europe/London" },
			calendar: { nation: "england", closed: [] },
			exclusions: [],
			mailboxes: [],
			retention: { findings: "P2Y", facts: "P1Y" },
			scans: true,
			storage: { kind: "embedded", directory: join(dirname(path), "data") },
		});
		expect(council.register.people[0]).toEqual({
			id: "a.marsh@thornby-pc.example",
			name: "Anna Marsh",
			role: "councillor",
			offices: ["chair"],
			committees: ["Planning"],
			addresses: ["a.marsh@thornby-pc.example"],
			shared: false,
		});
		expect("alerts" in council).toBe(false);
	});

	it("understands lists of every kind", async () => {
		const { register } = await load(`lists:
  - { address: All@thornby-pc.example, members: all-councillors }
  - { address: staff@thornby-pc.example, members: all-officers }
  - { address: plan@thornby-pc.example, name: Planning, members: "committee: Planning" }
  - { address: some@thornby-pc.example, members: [Clerk@thornby-pc.example] }`);
		expect(register.lists).toEqual([
			{ address: "all@thornby-pc.example", members: { kind: "all-councillors" } },
			{ address: "staff@thornby-pc.example", members: { kind: "all-officers" } },
			{ address: "plan@thornby-pc.example", name: "Planning", members: { kind: "committee", name: "Planning" } },
			{ address: "some@thornby-pc.example", members: { kind: "addresses", addresses: ["clerk@thornby-pc.example"] } },
		]);
	});

	it("fills in mailboxes, alerts, digest and mail server", async () => {
		const path = await councilFile(
			`
mailboxes:
  - { name: Clerk@thornby-pc.example, imap: { host: imap.example, auth: { passwordFile: secret } } }
  - { name: journal@thornby-pc.example, journal: true }
  - { name: works@thornby-pc.example, maildir: ./mail }
alerts: { to: clerk@thornby-pc.example, quietHours: { from: "18:00", to: "8:00" } }
digest: { to: [clerk@thornby-pc.example] }
smtp: { host: smtp.example, port: 465, user: candour, auth: { password: "\${SMTP_PASSWORD}" }, caFile: ca.pem }
storage: { database: postgres://candour@db/candour, queue: same database }`,
			{ files: { secret: "s3cret\n", "ca.pem": "PEM" } },
		);
		const council = await loadCouncil(path, { SMTP_PASSWORD: "pa$$ {word}" });
		expect(council.mailboxes).toEqual([
			{
				name: "clerk@thornby-pc.example",
				journal: false,
				imap: {
					host: "imap.example",
					port: 993,
					secure: true,
					user: "clerk@thornby-pc.example",
					auth: { password: "s3cret" },
				},
			},
			{ name: "journal@thornby-pc.example", journal: true },
			{ name: "works@thornby-pc.example", journal: false, maildir: join(dirname(path), "mail") },
		]);
		expect(council.alerts).toEqual({
			to: ["clerk@thornby-pc.example"],
			conflict: [],
			minimumSeverity: "breach",
			quietHours: { from: "18:00", to: "08:00" },
			settleMs: 900_000,
		});
		expect(council.digest).toEqual({ to: ["clerk@thornby-pc.example"], day: "monday", time: "08:00" });
		expect(council.smtp).toMatchObject({ kind: "server", port: 465, secure: true, password: "pa$$ {word}", ca: "PEM" });
		expect(council.storage).toEqual({ kind: "server", database: "postgres://candour@db/candour" });
		expect(council.warnings.join()).not.toContain("secret");
	});

	it("may write mail into a directory beside the file", async () => {
		const path = await councilFile("smtp: { directory: ./outbox }");
		expect((await loadCouncil(path, {})).smtp).toEqual({ kind: "directory", directory: join(dirname(path), "outbox") });
	});

	it("may give a councillor a second entry as the acting Clerk", async () => {
		const path = await councilFile(
			`people:
  - { name: Anna Marsh, role: councillor, email: a@thornby-pc.example }
  - { name: Anna Marsh, role: officer, title: Town Clerk, email: a@thornby-pc.example, from: 2026-06-01, to: 2026-06-30 }
  - { name: Old Hand, role: officer, email: works@thornby-pc.example, to: 2025-12-31 }
  - { name: New Hand, role: officer, email: works@thornby-pc.example, from: 2026-01-01 }`,
			{ replace: ["people"] },
		);
		const { register } = await loadCouncil(path, {});
		expect(register.people).toHaveLength(4);
		expect(register.people[1]?.offices).toContain("proper-officer");
	});
});

describe("variables", () => {
	it("stand in flow mappings without quotes, and as numbers", async () => {
		const text = `mailboxes:
  - { name: clerk@thornby-pc.example, imap: { host: \${HOST}, port: \${PORT}, auth: { password: \${PASSWORD} } } }`;
		const council = await load(text, { HOST: "imap.example", PORT: "1993", PASSWORD: "x" });
		expect(council.mailboxes[0]?.imap).toMatchObject({ host: "imap.example", port: 1993, auth: { password: "x" } });
		expect(council.warnings.join()).not.toContain("secret");
	});

	it("that are not set are named, each with its line", async () => {
		const { message } = await errorOf(load(`smtp: { host: \${HOST}, from: \${FROM} }`));
		expect(message).toContain("council.yaml:5:15: The variable HOST is not set.");
		expect(message).toContain("The variable FROM is not set.");
		expect(message).toContain("2 problems");
	});
});

describe("a faulty configuration", () => {
	it("tells all its problems at once, in the order of the file, each with line, column and mend", async () => {
		const path = await councilFile(
			`council: { name: Thornby, domain: thornby-pc.example, protocol: cambourne }
people:
  - { name: A, role: Clerk, email: a@thornby-pc.example }
  - { name: B, role: councillor, email: b.thornby-pc.example, from: 2026-02-30 }
  - { name: C, role: councillor, email: c@thornby-pc.example, offices: }
  - { name: D, role: councillor, email: [d@thornby-pc.example, c@thornby-pc.example] }
exclusions: [{ adress: x@home.example, reason: private }]
rules: { silent-copy: { noticeHour: 3 }, silentcopy: off, missing-copy-footer: { copies: every } }
retention: { findings: two years }`,
			{ replace: ["council", "people"] },
		);
		const error = await errorOf(loadCouncil(path, {}));
		expect(error.code).toBe("CONFIG_INVALID");
		expect(
			error.message
				.split("\n")
				.slice(1, -1)
				.map((line) => line.trim()),
		).toEqual([
			expect.stringMatching(/^council\.yaml:1:10: domains is missing in council\. Add domains: thornby-pc\.example$/u),
			expect.stringMatching(/^council\.yaml:1:27: "domain" is no key of council\. Did you mean "domains"\?$/u),
			expect.stringMatching(
				/^council\.yaml:1:65: There is no protocol "cambourne"\. Did you mean "camborne"\? .*desborough/u,
			),
			expect.stringMatching(
				/^council\.yaml:3:22: "Clerk" is not possible for role\. Known here: councillor, officer\.$/u,
			),
			expect.stringMatching(/^council\.yaml:4:41: "b\.thornby-pc\.example" is no mail address\. Write it like /u),
			expect.stringMatching(/^council\.yaml:4:69: "2026-02-30" is no date\. Write it like \d{4}-\d\d-\d\d$/u),
			expect.stringMatching(/^council\.yaml:5:72: offices is empty\./u),
			expect.stringMatching(/^council\.yaml:6:41: c@thornby-pc\.example belongs to C and to D at the same time\./u),
			expect.stringMatching(/^council\.yaml:7:14: .*Exactly one of address, domain, folder, subject/u),
			expect.stringMatching(
				/^council\.yaml:7:16: "adress" is no key of entry 1 of exclusions\. Did you mean "address"\?$/u,
			),
			expect.stringMatching(
				/^council\.yaml:8:25: "noticeHour" is no key of silent-copy\. Did you mean "noticeHours"\?$/u,
			),
			expect.stringMatching(/^council\.yaml:8:42: There is no rule "silentcopy"\. Did you mean "silent-copy"\?$/u),
			expect.stringMatching(/^council\.yaml:8:90: "every" is not possible for copies\./u),
			expect.stringMatching(/^council\.yaml:9:24: "two years" is no length of time\. Write it like P2Y/u),
		]);
	});

	it.each([
		[
			"a spokesman whom the roster does not know",
			"spokespeople: [Ana Marsh]",
			'Nobody of the roster is called "Ana Marsh". Did you mean "Anna Marsh"?',
		],
		[
			"a list that is a person",
			"lists: [{ address: CLERK@thornby-pc.example, members: all-officers }]",
			"is a list and the address of Dora Finch",
		],
		[
			"two mailboxes of one name",
			"mailboxes: [{ name: a@thornby-pc.example }, { name: A@thornby-pc.example }]",
			"is there twice",
		],
		[
			"both imap and maildir",
			"mailboxes: [{ name: a@b.example, maildir: x, imap: { host: h, auth: { passwordFile: p } } }]",
			"has both imap and maildir",
		],
		[
			"a secret's file that is missing",
			"mailboxes: [{ name: a@b.example, imap: { host: h, auth: { passwordFile: ./gone } } }]",
			"The file ./gone cannot be read.",
		],
		["no way to log in", "mailboxes: [{ name: a@b.example, imap: { host: h } }]", "auth is missing in imap"],
		["a mail server and a directory", "smtp: { host: h, directory: d }", "Exactly one of host, directory"],
		[
			"a password without a user",
			"smtp: { host: h, auth: { passwordFile: council.yaml } }",
			"smtp has a password, but no user.",
		],
		[
			"a queue without a database",
			"storage: { directory: d, queue: redis://x }",
			"A queue of its own needs a database of its own.",
		],
		["a number in quotes", 'smtp: { host: h, port: "25" }', "port must be a number."],
		[
			"an unknown key at the top",
			"alert: { to: clerk@thornby-pc.example }",
			'"alert" is no key of this file. Did you mean "alerts"?',
		],
		["a tab", "lists:\n\t- x", "A tab indents this line."],
		["a key that stands twice", "people: []", "This key stands here twice."],
		["an open bracket", "spokespeople: [Anna Marsh", "council.yaml:"],
		["a bracket left open above", "spokespeople: [Anna Marsh\nlists: []", 'A closing "]" is missing here, or above.'],
	])("with %s is refused", async (_, text, expected) => {
		const error = await errorOf(load(text));
		expect(error.code).toBe("CONFIG_INVALID");
		expect(error.message).toContain(expected);
		expect(error.message).toMatch(/council\.yaml:\d+:\d+: /u);
	});

	it("never repeats what may hold a password", async () => {
		const { message } = await errorOf(load("storage: { database: mysql://root:hunter2@db }"));
		expect(message).toContain("database: This is no address of a PostgreSQL database.");
		expect(message).not.toContain("hunter2");
	});

	it("that is empty says what is missing", async () => {
		const path = await councilFile("", { replace: ["council", "people"] });
		expect((await errorOf(loadCouncil(path, {}))).message).toContain("council.yaml:1:1: ");
	});

	it("that is not there says how to get one", async () => {
		const error = await errorOf(loadCouncil("/nowhere/council.yaml", {}));
		expect(error.code).toBe("CONFIG_NOT_FOUND");
		expect(error.remedy).toContain("candour init");
	});
});

describe("warnings", () => {
	it.each([
		[
			"a literal password",
			"mailboxes: [{ name: a@b.example, imap: { host: h, auth: { password: hunter2 } } }]",
			"A secret stands in the file (password).",
		],
		[
			"a literal token",
			"mailboxes: [{ name: a@b.example, imap: { host: h, auth: { oauth2: { accessToken: t } } } }]",
			"A secret stands in the file (accessToken).",
		],
		[
			"a literal database password",
			"storage: { database: 'postgres://u:p@h/d' }",
			"A secret stands in the file (database).",
		],
		[
			"a committee that nobody sits on",
			"lists: [{ address: p@thornby-pc.example, members: 'committee:Planing' }]",
			'Did you mean "Planning"?',
		],
		["alerts without a mail server", "alerts: { to: clerk@thornby-pc.example }", "Nothing says how alerts are sent."],
		[
			"a digest that leaves the council",
			"digest: { to: someone@elsewhere.example }",
			"someone@elsewhere.example is neither of the council",
		],
		[
			"a complainant of the roster",
			"complainants: [{ name: A, email: clerk@thornby-pc.example }]",
			"is Dora Finch of the roster",
		],
	])("speak of %s, and stop nothing", async (_, text, expected) => {
		const { warnings } = await load(text);
		expect(warnings.join("\n")).toContain(expected);
		expect(warnings.join("\n")).not.toContain("hunter2");
	});

	it("speak of a council without a Proper Officer, and of a domain that is everybody's", async () => {
		const path = await councilFile(
			`council: { name: T, domains: [gmail.com], protocol: broseley }
people: [{ name: A, role: officer, email: a@gmail.com }]`,
			{ replace: ["council", "people"] },
		);
		const { problems, warnings } = await checkCouncil(path, {});
		expect(problems).toEqual([]);
		expect(warnings.map(({ message }) => message)).toEqual([
			"gmail.com belongs to everybody, not to the council.",
			"Nobody is the Proper Officer.",
			"No councillor is listed.",
		]);
	});
});

describe("what ships with the program", () => {
	const shipped = (name: string) => new URL(`../../config/${name}`, import.meta.url);

	it("has an example that loads, with a reason for every exclusion", async () => {
		const env = { CLERK_PASSWORD: "a", JOURNAL_PASSWORD: "b", SMTP_PASSWORD: "c" };
		const council = await loadCouncil(shipped("council.example.yaml").pathname, env);
		expect(council.exclusions.length).toBeGreaterThan(10);
		for (const { reason } of council.exclusions) expect(reason.length).toBeGreaterThan(5);
		expect(council.warnings.filter((warning) => !warning.includes("not ready yet"))).toEqual([]);
	});

	it("has an example that shows every section", async () => {
		const text = await readFile(shipped("council.example.yaml"), "utf8");
		const { properties } = councilJsonSchema() as { properties: Record<string, unknown> };
		for (const section of Object.keys(properties)) expect(text).toMatch(new RegExp(`^${section}:`, "mu"));
	});

	it("has the JSON Schema of today (else: node scripts/write-schema.ts)", async () => {
		const written: unknown = JSON.parse(await readFile(shipped("council.schema.json"), "utf8"));
		expect(written).toEqual(JSON.parse(JSON.stringify(councilJsonSchema())));
	});
});
