/** `candour init`, by options and by an answers file, with a real mail server. */
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { type Dovecot, startDovecot } from "../../servers/dovecot.ts";
import { candour, letter, place, SLOW_MS } from "../run.ts";

vi.setConfig({ testTimeout: SLOW_MS, hookTimeout: SLOW_MS });

const CANDOUR = fileURLToPath(new URL("../../../bin/candour.js", import.meta.url));
const CLERK = "clerk@thornby.example";
const PASSWORD = "4711";
const PEOPLE = `name,role,email,offices
Edith Marlow,officer,${CLERK},proper-officer
Iris Penhale,councillor,i.penhale@thornby.example,
Rowan Tasker,councillor,r.tasker@thornby.example,
`;
const COUNCIL_OPTIONS = ["--name", "Thornby Parish Council", "--domain", "thornby.example", "--protocol", "camborne"];
let dovecot: Dovecot;

beforeAll(async () => {
	dovecot = await startDovecot({ accounts: [{ user: CLERK, password: PASSWORD }] });
	const yesterday = new Date(Date.now() - 86_400_000);
	await dovecot.deliver(CLERK, "Sent", letter({ date: yesterday.toUTCString().replace("GMT", "+0000") }), yesterday);
});
afterAll(() => dovecot?.stop());

function empty(files: Readonly<Record<string, string>> = {}): string {
	return place({ "council.yaml": "", "people.csv": PEOPLE, "clerk.password": `${PASSWORD}\n`, ...files });
}

const mailbox = (...secret: string[]) => ["--mailbox", CLERK, "--imap", `127.0.0.1:${dovecot.port}`, ...secret];

describe("candour init by options", () => {
	test("writes a council.yaml that is valid, holds no password and that others cannot read", async () => {
		const directory = empty();
		const args = ["init", ...COUNCIL_OPTIONS, "--people", "people.csv", "--no-connect"];
		const more = ["--digest-to", CLERK, "--reviewer", "Iris Penhale <i.penhale@thornby.example> conflict-reviewer"];
		const ran = await candour(directory, [...args, ...mailbox("--password-file", "clerk.password"), ...more]);
		expect(ran.status).toBe(0);
		const file = join(directory, "council.yaml");
		const text = readFileSync(file, "utf8");
		expect(text).not.toContain(PASSWORD);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(ran.err).toContain("others can read ./clerk.password");
		expect(parse(text)).toMatchObject({
			council: { name: "Thornby Parish Council", domains: ["thornby.example"], protocol: "camborne" },
			mailboxes: [{ name: CLERK, imap: { host: "127.0.0.1", auth: { passwordFile: "./clerk.password" } } }],
			digest: { to: [CLERK] },
			smtp: { directory: "./outgoing" },
			reviewers: [{ name: "Iris Penhale", roles: ["conflict-reviewer"] }],
		});
		expect(text).toContain("# exclusions:");
		expect(await candour(directory, ["config", "check"])).toMatchObject({ status: 0, err: "" });
		expect(readdirSync(directory).sort()).toEqual(["clerk.password", "council.yaml", "people.csv"]);
	});

	test("replaces a file that is there only where it is told to", async () => {
		const directory = empty({ "council.yaml": "mine: true\n" });
		const args = ["init", ...COUNCIL_OPTIONS, "--people", "people.csv"];
		const ran = await candour(directory, args);
		expect(ran.status).toBe(2);
		expect(ran.err).toContain("already a ./council.yaml");
		expect(readFileSync(join(directory, "council.yaml"), "utf8")).toBe("mine: true\n");
		expect(await candour(directory, [...args, "--overwrite"])).toMatchObject({ status: 0 });
		expect(readFileSync(join(directory, "council.yaml"), "utf8")).toContain("Thornby Parish Council");
	});

	test("says all that is missing at once where nobody can be asked", async () => {
		const ran = await candour(empty(), ["init", "--domain", "thornby.example"]);
		expect(ran.status).toBe(2);
		expect(ran.err).toMatch(/--name.*--protocol.*--people/u);
	});

	test.each([
		[
			"a protocol that does not exist",
			["--protocol", "cambourne"],
			/no protocol "cambourne"\. Did you mean "camborne"/u,
		],
		["an address for the digest that is none", ["--digest-to", "the clerk"], /the clerk.*no mail address/u],
		["a reviewer without an address", ["--reviewer", "Iris Penhale"], /names no reviewer/u],
		["a file of people that is not there", ["--people", "nobody.csv"], /nobody\.csv cannot be read/u],
	])("with %s writes nothing", async (_what, change, message) => {
		const directory = empty();
		const before = readdirSync(directory);
		const ran = await candour(directory, ["init", ...COUNCIL_OPTIONS, "--people", "people.csv", ...change]);
		expect(ran.status).toBe(2);
		expect(ran.err).toMatch(message);
		expect(readdirSync(directory)).toEqual(before);
	});
});

describe("the login", () => {
	/** Without TLS on this machine: only an answers file says so. */
	const answers = (secret: string) =>
		`council: Thornby Parish Council
domains: thornby.example
protocol: camborne
peopleFile: ../people.csv
mailbox: { address: ${CLERK}, host: 127.0.0.1, port: ${dovecot.port}, secure: false, ${secret} }
exclusions: [{ domain: union.example, reason: Union }]
alertsTo: [${CLERK}]
`;
	const withAnswers = (secret: string) => {
		const directory = empty();
		mkdirSync(join(directory, "setup"));
		writeFileSync(join(directory, "setup", "answers.yaml"), answers(secret));
		return directory;
	};
	const init = ["init", "--answers", "setup/answers.yaml"];

	test("is tried before anything is kept, and the first audit follows", async () => {
		const directory = withAnswers("passwordVariable: CLERK_PASSWORD");
		const ran = await candour(directory, [...init, "--audit"], "", { CLERK_PASSWORD: PASSWORD });
		expect(ran.out).toContain(`Logged in to ${CLERK}.`);
		expect(ran.out).toMatch(/BREACH {2}silent-copy/u);
		expect(ran.status).toBe(1);
		const text = readFileSync(join(directory, "council.yaml"), "utf8");
		expect(text).toMatch(/password: "\$\{CLERK_PASSWORD\}"/u);
		expect(parse(text)).toMatchObject({ exclusions: [{ domain: "union.example", reason: "Union" }] });
	});

	test("that is refused leaves nothing behind and says what to do", async () => {
		const directory = withAnswers("passwordVariable: CLERK_PASSWORD");
		const before = readdirSync(directory);
		const ran = await candour(directory, init, "", { CLERK_PASSWORD: "wrong" });
		expect(ran).toMatchObject({ status: 2, out: "" });
		expect(ran.err).toMatch(/^candour: [^\n]*refused the login of clerk@[^\n]*Check the user name[^\n]*\n$/u);
		expect(readdirSync(directory)).toEqual(before);
	});

	test("takes no password out of an answers file", async () => {
		const directory = withAnswers(`password: "${PASSWORD}"`);
		const ran = await candour(directory, init);
		expect(ran.status).toBe(2);
		expect(ran.err).toContain("A secret stands here (password).");
		expect(ran.err).not.toContain(PASSWORD);
	});

	test("of Microsoft 365 stands in the file with the secret's file, as config check wants it", async () => {
		const directory = empty({ secret: "s3cret\n" });
		const oauth2 = "oauth2: { provider: microsoft, tenant: t, clientId: c, clientSecretFile: ./secret }";
		writeFileSync(join(directory, "a.yaml"), answers(oauth2).replace("../people.csv", "people.csv"));
		const ran = await candour(directory, ["init", "--answers", "a.yaml", "--no-connect"]);
		expect(ran.status).toBe(0);
		expect(await candour(directory, ["config", "check"])).toMatchObject({ status: 0, err: "" });
		const { mailboxes } = parse(readFileSync(join(directory, "council.yaml"), "utf8"));
		expect(mailboxes[0].imap.auth.oauth2.clientSecretFile).toBe("./secret");
	});
});

test("a signal in the midst of the login takes away the draft", async () => {
	const silent = createServer(() => undefined);
	await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
	const { port } = silent.address() as AddressInfo;
	const directory = empty();
	const before = readdirSync(directory);
	const secret = ["--mailbox", CLERK, "--imap", `127.0.0.1:${port}`, "--password-file", "clerk.password"];
	const args = [CANDOUR, "init", ...COUNCIL_OPTIONS, "--people", "people.csv", ...secret];
	const child = spawn(process.execPath, args, { cwd: directory, stdio: "ignore" });
	const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
	await vi.waitFor(() => expect(readdirSync(directory).length).toBe(before.length + 1), { timeout: 20_000 });
	child.kill("SIGINT");
	expect(await ended).toBe(130);
	expect(readdirSync(directory)).toEqual(before);
	silent.close();
});
