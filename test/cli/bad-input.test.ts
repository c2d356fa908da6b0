/** What people and machines get wrong: exit status 2, one clear line that says what to do, and no stack. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { freePort } from "../servers/free-port.ts";
import { type Postgres, startPostgres } from "../servers/postgres.ts";
import { accountIfRoot } from "../servers/server-process.ts";
import { type Smtp, startSmtp } from "../servers/smtp.ts";
import { COUNCIL, candour, letter, place, placeWithStore, SENT, SLOW_MS } from "./run.ts";

vi.setConfig({ testTimeout: SLOW_MS, hookTimeout: SLOW_MS });

const BIN = fileURLToPath(new URL("../../bin/candour.js", import.meta.url));
const ONE_LINE = /^candour: [^\n]+\n$/u;
const STACK = /\n\s+at |node:internal|\.ts:\d/u;

const children: ChildProcess[] = [];
afterEach(() => {
	for (const child of children.splice(0)) child.kill("SIGKILL");
});

describe("a configuration", () => {
	test.each<[string, (text: string) => string, RegExp]>([
		[
			"that is no YAML",
			(text) => text.replace("offices: [proper-officer]", "offices: [proper-officer"),
			/council\.yaml:3:\d+: A closing "\]" is missing here, or above\./u,
		],
		[
			"indented with a tab",
			(text) => text.replace("  - { name: Iris", "\t- { name: Iris"),
			/council\.yaml:4:\d+: .*tab/u,
		],
		[
			"in which two people have one address",
			(text) => text.replace("r.tasker@thornby.example", "i.penhale@thornby.example"),
			/council\.yaml:\d+:\d+: i\.penhale@thornby\.example belongs to Iris Penhale and to Rowan Tasker at the same time/u,
		],
		[
			"with unknown keys, each with the nearest",
			(text) => text.replace("committees", "comittees").replace("role: officer", "rôle: officer, role: officer"),
			/"rôle" is no key .*Did you mean "role"\?/u,
		],
	])("%s is told with its line, in every command, and nothing is begun", async (_what, change, line) => {
		const directory = place({ "council.yaml": change(COUNCIL), [`${SENT}/1.eml`]: letter() });
		for (const args of [["audit", "--mail", "mail"], ["start"]]) {
			const ran = await candour(directory, args);
			expect(ran).toMatchObject({ status: 2, out: "" });
			expect(ran.err).toMatch(/^candour: council\.yaml has /u);
			expect(ran.err).toMatch(line);
			expect(ran.err).toMatch(/Put this right, then run candour config check\.\n$/u);
			expect(ran.err).not.toMatch(STACK);
		}
		expect(existsSync(join(directory, "data"))).toBe(false);
	});
});

test("an unreadable message is listed with its place and reason, and the rest is audited", async () => {
	const directory = place({
		[`${SENT}/1.eml`]: letter({ bcc: false }),
		[`${SENT}/2.eml`]: "\r\n\r\nno header, only this",
		[`${SENT}/3.eml`]: " ",
	});
	const ran = await candour(directory, ["audit", "--mail", "mail", "--format", "json"]);
	expect(ran).toMatchObject({ status: 0, err: "" });
	const { coverage } = JSON.parse(ran.out);
	expect(coverage).toMatchObject({ found: 3, audited: 1 });
	expect(coverage.unreadable).toEqual([
		expect.objectContaining({ folder: "Sent", file: expect.stringContaining("2.eml"), reason: expect.any(String) }),
		expect.objectContaining({ folder: "Sent", file: expect.stringContaining("3.eml"), reason: expect.any(String) }),
	]);
	const text = await candour(directory, ["audit", "--mail", "mail"]);
	expect(text.out).toContain("2.eml");
	expect(text.out.replace(/\s+/gu, " ")).toContain("it has no header lines");
});

test("a second service on the same data is told who is using it, and the first goes on", async () => {
	const watched = `${COUNCIL}mailboxes: [ { name: clerk@thornby.example, maildir: ./mail } ]\n`;
	const directory = await placeWithStore({ "council.yaml": watched, [`${SENT}/1.eml`]: letter({ bcc: false }) });
	const port = await freePort();
	const env = { ...process.env, CANDOUR_PORT: String(port) };
	const first = spawn(process.execPath, [BIN, "start"], { cwd: directory, env, stdio: "ignore" });
	children.push(first);
	const healthy = async () => (await fetch(`http://127.0.0.1:${port}/health`)).status;
	await vi.waitFor(async () => expect(await healthy()).toBe(200), { timeout: 90_000, interval: 200 });

	const told = new RegExp(`Another Candour is using .*data \\(process ${first.pid}\\)\\. Stop it first`, "u");
	const ran = await candour(directory, ["start"], "", { CANDOUR_PORT: String(await freePort()) });
	expect(ran).toMatchObject({ status: 2, out: "" });
	expect(ran.err).toMatch(ONE_LINE);
	expect(ran.err).toMatch(told);
	const looked = await candour(directory, ["config", "check", "--connect"]);
	expect(looked.status).toBe(0);
	expect(looked.out).toContain("in use by a running Candour, which is well");
	expect(await healthy()).toBe(200);
});

test("a service whose database is not there ends with 2 and says what to check", async () => {
	const away = COUNCIL.replace(
		/^storage:.*$/mu,
		`storage: { database: postgres://candour@127.0.0.1:${await freePort()}/x }`,
	);
	const ran = await candour(place({ "council.yaml": away }), ["start"], "", { CANDOUR_PORT: "0" });
	expect(ran).toMatchObject({ status: 2, out: "" });
	expect(ran.err).toBe(
		"candour: The database cannot be reached. Check that the server of storage.database runs and can be reached from here.\n",
	);
});

/** On a database server: an embedded one takes long to set up, and is not what these are about. */
let postgres: Postgres;
beforeAll(async () => {
	postgres = await startPostgres();
});
afterAll(() => postgres?.stop());
const onServer = () => COUNCIL.replace(/^storage:.*$/mu, `storage: { database: "${postgres.url}" }`);

describe("a place for mail that cannot be written to", () => {
	const digest = (week: string) => ["digest", "--week", week, "--send"];

	/** In a mount namespace of its own, so that nothing is left to unmount. */
	function inNamespace(directory: string, script: string) {
		const map = process.getuid?.() === 0 ? [] : ["--user", "--map-root-user"];
		const args = [...map, "--mount", "sh", "-c", script, process.execPath, BIN];
		return spawnSync("unshare", args, { cwd: directory, encoding: "utf8" });
	}
	const canMount = () => inNamespace("/", "mount -t tmpfs -o size=64k candour-test /mnt").status === 0;

	test.skipIf(!canMount())("is said to be full where the disk is, and once there is room the mail goes out", () => {
		const directory = place({ "council.yaml": onServer() });
		mkdirSync(join(directory, "outgoing"));
		const ran = inNamespace(
			directory,
			`mount -t tmpfs -o size=16k candour-test outgoing
			dd if=/dev/zero of=outgoing/filler bs=1024 2>/dev/null
			"$0" "$1" ${digest("2026-W21").join(" ")}; echo "status $?"; ls -A outgoing
			rm outgoing/filler; mount -o remount,size=1m outgoing
			"$0" "$1" ${digest("2026-W21").join(" ")}; echo "status $?"; ls -A outgoing`,
		);
		expect(ran.stdout.split("\n")).toEqual(["status 2", "filler", "status 0", "digest-2026-W21.eml", ""]);
		const [failed, sent] = ran.stderr.split("\n");
		expect(failed).toMatch(/^candour: There is no room left to write mail into .*outgoing\. Free some space/u);
		expect(sent).toMatch(/was sent to clerk@thornby\.example/u);
		expect(ran.stderr).not.toMatch(STACK);
	});

	test("is named where its permissions forbid it", () => {
		const directory = place({ "council.yaml": onServer() });
		const account = accountIfRoot("nobody");
		if (account) chownSync(directory, account.uid, account.gid);
		mkdirSync(join(directory, "outgoing"));
		chmodSync(join(directory, "outgoing"), 0o555);
		const ran = spawnSync(process.execPath, [BIN, ...digest("2026-W22")], {
			...account,
			cwd: directory,
			encoding: "utf8",
		});
		expect(ran).toMatchObject({ status: 2, stdout: "" });
		expect(ran.stderr).toMatch(
			/^candour: Mail could not be written into .*outgoing \(EACCES\)\. Check that the directory/u,
		);
		expect(ran.stderr).toMatch(ONE_LINE);
		expect(readdirSync(join(directory, "outgoing"))).toEqual([]);
	});
});

describe("a mail server that refuses", () => {
	const ADDRESS = "clerk@thornby.example";
	let smtp: Smtp;
	beforeAll(async () => {
		smtp = await startSmtp();
	});
	afterAll(() => smtp.stop());

	test("a recipient for good or for now, or the mail itself, is quoted with what to do; the mail can be sent later", async () => {
		const config = onServer().replace(/^smtp:.*$/mu, `smtp: { host: 127.0.0.1, port: ${smtp.port}, secure: false }`);
		const directory = place({ "council.yaml": config });
		const send = async () => candour(directory, ["digest", "--week", "2026-W23", "--send"]);
		const refused = async (line: RegExp) => {
			const ran = await send();
			expect(ran).toMatchObject({ status: 2, out: "" });
			expect(ran.err).toMatch(ONE_LINE);
			expect(ran.err).toMatch(line);
		};
		smtp.refuseRecipient(ADDRESS, 550);
		await refused(/refused the mail: .*550 No such mailbox here\. Check the recipients/u);
		smtp.refuseRecipient(ADDRESS, 451);
		await refused(/asked to try later: .*451 No such mailbox here\. /u);
		smtp.refuseRecipient(ADDRESS, 0);
		smtp.refuseNext(451);
		await refused(/asked to try later: .*451 .*\. /u);
		expect(smtp.received).toEqual([]);
		expect(await send()).toMatchObject({ status: 0 });
		expect(smtp.received.map(({ to }) => to)).toEqual([[ADDRESS]]);
	});
});
