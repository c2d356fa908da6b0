import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { COUNCIL, candour, letter, place, SENT, SLOW_MS } from "./run.ts";

vi.setConfig({ testTimeout: SLOW_MS });

const silent = { [`${SENT}/1.eml`]: letter() };
const open = { [`${SENT}/1.eml`]: letter({ bcc: false }) };

test("an audit with a breach ends with 1, and its JSON is the contract's", async () => {
	const ran = await candour(place(silent), ["audit", "--mail", "mail", "--format", "json"]);
	expect(ran.err).toBe("");
	expect(ran.status).toBe(1);
	const report = JSON.parse(ran.out);
	expect(report).toMatchObject({
		schema: "candour/audit-report/1",
		council: "Thornby Parish Council",
		protocol: "camborne",
		period: { from: null },
		coverage: { found: 1, audited: 1, unreadable: [] },
	});
	expect(report.findings.map(({ rule }: { rule: string }) => rule)).toEqual(["missing-copy-footer", "silent-copy"]);
	expect(report.findings[0].message).toMatchObject({
		mailbox: "clerk@thornby.example",
		folder: "Sent",
		messageId: "<gate-1@thornby.example>",
	});
});

test("an audit without a breach ends with 0 and says what could be seen", async () => {
	const ran = await candour(place(open), ["audit", "--mail", "mail"]);
	expect(ran).toMatchObject({ status: 0, err: "" });
	expect(ran.out).toContain("none visible in the sources connected");
	expect(ran.out).not.toContain("\u001b");
});

test("a range takes in both of its days and nothing beyond them", async () => {
	const directory = place({
		[`${SENT}/1.eml`]: letter({ id: "a", date: "Mon, 1 Jun 2026 00:00:00 +0100" }),
		[`${SENT}/2.eml`]: letter({ id: "b", date: "Tue, 30 Jun 2026 23:59:59 +0100" }),
		[`${SENT}/3.eml`]: letter({ id: "c", date: "Sun, 31 May 2026 23:59:59 +0100" }),
		[`${SENT}/4.eml`]: letter({ id: "d", date: "Wed, 1 Jul 2026 00:00:00 +0100" }),
	});
	const ran = await candour(directory, [
		"audit",
		"--mail",
		"mail",
		"--from",
		"2026-06-01",
		"--to",
		"2026-06-30",
		"--format",
		"json",
	]);
	const report = JSON.parse(ran.out);
	const ids = report.findings.map(({ message }: { message: { messageId: string } }) => message.messageId);
	expect([...new Set(ids)]).toEqual(["<a@thornby.example>", "<b@thornby.example>"]);
	expect(report.period).toEqual({ from: "2026-06-01", to: "2026-06-30", asOf: "2026-06-30T23:59:59.999+01:00" });
	expect(report.coverage.found).toBe(2);
});

test("only the rules asked for are judged, and the others are named as not covered", async () => {
	const ran = await candour(place(silent), ["audit", "--mail", "mail", "--rules", "silent-copy", "--format", "json"]);
	const report = JSON.parse(ran.out);
	expect(report.findings.map(({ rule }: { rule: string }) => rule)).toEqual(["silent-copy"]);
	expect(report.notCovered).toContain("missing-copy-footer");
});

test("a report goes whole into a file, with a byte-order mark for spreadsheets only there", async () => {
	const directory = place(silent);
	const ran = await candour(directory, ["audit", "--mail", "mail", "--format", "csv", "--output", "june.csv"]);
	expect(ran).toMatchObject({ status: 1, out: "" });
	expect(readFileSync(join(directory, "june.csv"), "utf8")).toMatch(/^\ufeffid,date,rule/u);
	const onScreen = await candour(directory, ["audit", "--mail", "mail", "--format", "csv"]);
	expect(onScreen.out.startsWith("id,date,rule")).toBe(true);
});

test("HTML is one page, and the same audit gives the same findings twice", async () => {
	const directory = place(silent);
	const run = () => candour(directory, ["audit", "--mail", "mail", "--to", "2026-06-30", "--format", "html"]);
	const [first, second] = [await run(), await run()];
	expect(first.out).toMatch(/^<!doctype html>/u);
	expect(first.out).toBe(second.out);
});

test("mail may be given several times", async () => {
	const directory = place({ "one/1.eml": letter({ id: "a" }), "two/2.eml": letter({ id: "b" }) });
	const ran = await candour(directory, ["audit", "--mail", "one", "--mail", "two", "--format", "json"]);
	expect(JSON.parse(ran.out).coverage.found).toBe(2);
});

test("a PDF goes to a file, and through a pipe", async () => {
	const directory = place(silent);
	const ran = await candour(directory, ["audit", "--mail", "mail", "--format", "pdf", "--output", "report.pdf"]);
	expect(ran.status).toBe(1);
	expect(readFileSync(join(directory, "report.pdf"), "latin1")).toMatch(/^%PDF-1\.7.*%%EOF\n$/su);
	expect((await candour(directory, ["audit", "--mail", "mail", "--format", "pdf"])).out).toMatch(/^%PDF-1\.7/u);
});

test.each<[string, readonly string[], RegExp]>([
	[
		"an unknown rule",
		["audit", "--mail", "mail", "--rules", "silent-cpoy"],
		/There is no rule "silent-cpoy"\. Did you mean "silent-copy"\?/u,
	],
	["a day that is none", ["audit", "--mail", "mail", "--from", "2026-02-30"], /Write dates like 2026-03-01/u],
	["a range the wrong way round", ["audit", "--mail", "mail", "--from", "2026-06-30", "--to", "2026-06-01"], /--from/u],
	["mail that isn't there", ["audit", "--mail", "nowhere"], /nowhere/u],
	["no mail at all", ["audit"], /--mail PATH/u],
	[
		"a format that is none",
		["audit", "--mail", "mail", "--format", "docx"],
		/Allowed choices are text, json, csv, html, pdf/u,
	],
	["no configuration", ["audit", "--mail", "mail", "--config", "other.yaml"], /other\.yaml/u],
	[
		"a file that can't be written",
		["audit", "--mail", "mail", "--output", "no/such/folder/x.txt"],
		/could not be written/u,
	],
	["an unknown option", ["audit", "--form", "2026-01-01"], /unknown option '--form'.*--from/u],
	["an unknown command", ["aduit"], /unknown command 'aduit'.*audit/u],
])("%s ends with 2 and one clear line", async (_what, args, line) => {
	const ran = await candour(place(silent), args);
	expect(ran.status).toBe(2);
	expect(ran.out).toBe("");
	expect(ran.err).toMatch(/^candour: [^\n]+\n$/u);
	expect(ran.err).toMatch(line);
});

test("--verbose shows where an error comes from", async () => {
	const ran = await candour(place(silent), ["audit", "--mail", "nowhere", "--verbose"]);
	expect(ran.status).toBe(2);
	expect(ran.err).toMatch(/\n\s+at /u);
});

test("a broken configuration is one clear failure, and no report", async () => {
	const directory = place({
		"council.yaml": "council: { name: Thornby, protocl: camborne }\n",
		[`${SENT}/1.eml`]: letter(),
	});
	const ran = await candour(directory, ["audit", "--mail", "mail", "--output", "report.txt"]);
	expect(ran.status).toBe(2);
	expect(ran.err).toMatch(/^candour: /u);
	expect(existsSync(join(directory, "report.txt"))).toBe(false);
});

test("a reader that stops early is no error", async () => {
	const mail = Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`${SENT}/${n}.eml`, letter({ id: `m${n}` })]));
	const bin = fileURLToPath(new URL("../../bin/candour.js", import.meta.url));
	const child = spawn("sh", ["-c", '"$0" "$1" audit --mail mail | head -n 1', process.execPath, bin], {
		cwd: place(mail),
	});
	let err = "";
	child.stderr.on("data", (chunk) => {
		err += chunk;
	});
	await new Promise((resolve) => child.on("close", resolve));
	expect(err).toBe("");
});

const withMailbox = (maildir: string) => `${COUNCIL}
mailboxes: [ { name: clerk@thornby.example, maildir: ${maildir} } ]
`;

test.each(["./mail", "./mail/clerk@thornby.example"])(
	"a mailbox whose maildir: %s holds .eml files is read",
	async (path) => {
		const ran = await candour(place({ "council.yaml": withMailbox(path), ...silent }), ["audit", "--format", "json"]);
		expect(ran).toMatchObject({ status: 1, err: "" });
		const report = JSON.parse(ran.out);
		expect(report.coverage).toMatchObject({ found: 1, audited: 1 });
		expect(report.findings[0].message).toMatchObject({ mailbox: "clerk@thornby.example", folder: "Sent" });
	},
);

test("a mailbox whose folder isn't there ends with 2, and no report says that all is well", async () => {
	const ran = await candour(place({ "council.yaml": withMailbox("./nothere") }), ["audit"]);
	expect(ran).toMatchObject({ status: 2, out: "" });
	expect(ran.err).toMatch(/^candour: There is no folder [^\n]*nothere\. [^\n]*maildir:[^\n]*\n$/u);
});

test("a mailbox in which nothing was found is named among the sources", async () => {
	const council = `${COUNCIL}
mailboxes: [ { name: clerk@thornby.example, maildir: ./mail }, { name: office@thornby.example, maildir: ./empty } ]
`;
	const ran = await candour(place({ "council.yaml": council, ...open, "empty/notes.txt": "nothing" }), ["audit"]);
	expect(ran).toMatchObject({ status: 0, err: "" });
	expect(ran.out).toContain("office@thornby.example: Nothing was found in it");
	expect(ran.out).not.toContain("clerk@thornby.example: Nothing was found in it");
});
