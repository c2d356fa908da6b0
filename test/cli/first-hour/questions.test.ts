/** The questions of `candour init`, answered as on a terminal, key by key. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { askOnTerminal } from "../../../src/cli/first-hour/ask.ts";
import { type InitOptions, initWith } from "../../../src/cli/init.ts";
import { type Dovecot, startDovecot } from "../../servers/dovecot.ts";
import { place, SLOW_MS } from "../run.ts";

vi.setConfig({ testTimeout: SLOW_MS, hookTimeout: SLOW_MS });

const CLERK = "clerk@thornby.example";
const PASSWORD = "pa55 phrase";
const ENTER = "\r";
const DOWN = "\u001b[B";
const CTRL_C = "\u0003";
const CLEAR = "\u0015";
let dovecot: Dovecot;

beforeAll(async () => {
	dovecot = await startDovecot({ accounts: [{ user: CLERK, password: PASSWORD }] });
});
afterAll(() => dovecot?.stop());

/** What is on the screen, and a way to type once a question has appeared behind what was answered last. */
function terminal() {
	const input = new PassThrough();
	const output = new PassThrough();
	// A terminal stays open when a question has been answered.
	Object.assign(output, { columns: 120, rows: 40, isTTY: true, end: () => output });
	let screen = "";
	let read = 0;
	output.on("data", (chunk: Buffer) => {
		screen += stripVTControlCharacters(chunk.toString());
	});
	const answer = async (question: RegExp, ...keys: readonly string[]): Promise<void> => {
		await vi.waitFor(() => expect(screen.slice(read)).toMatch(question), { timeout: 20_000, interval: 20 });
		read = screen.length;
		for (const key of keys) {
			input.write(key);
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
	};
	return { ask: askOnTerminal({ input, output }), answer, screen: () => screen };
}

const OPTIONS: Omit<InitOptions, "config"> = { overwrite: false, connect: true, ask: true };

test("from the first question to a council.yaml, past a password that was wrong at first", async () => {
	const directory = place({ "council.yaml": "" });
	const config = join(directory, "council.yaml");
	const { ask, answer, screen } = terminal();
	const done = initWith({ ...OPTIONS, config, audit: false }, ask);
	done.catch(() => undefined);
	const type = (question: RegExp, text: string) => answer(question, CLEAR, text, ENTER);
	const mailbox = async (password: string) => {
		await answer(/May Candour ask the DNS/u, "n", ENTER);
		await answer(/Where is this mailbox\?/u, ...Array.from({ length: 7 }, () => DOWN), ENTER);
		await type(/IMAP server/u, "127.0.0.1");
		await type(/Port/u, String(dovecot.port));
		await answer(/TLS from the first byte/u, "n", ENTER);
		await answer(/User name/u, ENTER);
		await type(/Password/u, password);
	};
	await type(/The council's name/u, "Thornby Parish Council");
	await type(/mail domains/u, "thornby.example");
	await answer(/Which protocol/u, DOWN, ENTER);
	await answer(/Who are the council's people/u, DOWN, ENTER);
	await type(/Name/u, "Edith Marlow");
	await answer(/Edith Marlow is/u, ENTER);
	await type(/E-mail/u, CLERK);
	await answer(/Offices/u, ENTER);
	await type(/Next name/u, "Iris Penhale");
	await answer(/Iris Penhale is/u, ENTER);
	await type(/E-mail/u, "i.penhale");
	await type(/is no mail address/u, "i.penhale@thornby.example, iris@home.example");
	await answer(/Offices/u, ENTER);
	await type(/Political group/u, "Labour");
	await type(/Committees/u, "Planning, Staffing");
	await answer(/Next name/u, ENTER);
	await answer(/The Clerk's mailbox/u, ENTER);
	await mailbox("wrong");
	await type(/never to be read/u, "union.example, mo@county.example");
	await answer(/Who gets alerts/u, ENTER);
	await answer(/weekly digest/u, ENTER);
	await answer(/How do alerts and digests leave/u, DOWN, ENTER);
	await type(/Reviewer's name/u, "Maud Garrick");
	await type(/E-mail/u, "m.garrick@thornby.example");
	await answer(/As/u, DOWN, ENTER);
	await answer(/Reviewer's name/u, ENTER);
	await answer(/refused the login[\s\S]*What now\?/u, ENTER);
	await mailbox(PASSWORD);
	expect(await done).toBe(0);

	const text = readFileSync(config, "utf8");
	expect(parse(text)).toMatchObject({
		council: { name: "Thornby Parish Council", protocol: "camborne" },
		people: [
			{ name: "Edith Marlow", role: "officer", email: CLERK, offices: ["proper-officer"] },
			{
				name: "Iris Penhale",
				role: "councillor",
				email: ["i.penhale@thornby.example", "iris@home.example"],
				group: "Labour",
				committees: ["Planning", "Staffing"],
			},
		],
		exclusions: [{ domain: "union.example" }, { address: "mo@county.example" }],
		alerts: { to: [CLERK] },
		smtp: { directory: "./outgoing" },
		reviewers: [{ name: "Maud Garrick", roles: ["conflict-reviewer"] }],
	});
	expect(readdirSync(directory).sort()).toEqual(["council.yaml", "secrets"]);
	expect(readdirSync(join(directory, "secrets"))).toEqual(["clerk"]);
	const secret = join(directory, "secrets", "clerk");
	expect(readFileSync(secret, "utf8").trim()).toBe(PASSWORD);
	expect(statSync(secret).mode & 0o777).toBe(0o600);
	expect(text + screen()).not.toContain(PASSWORD);
});

test("Ctrl-C, also after the password, leaves nothing behind", async () => {
	const directory = place({ "council.yaml": "" });
	const { ask, answer } = terminal();
	const people = join(place({ "p.csv": `name,role,email\nEdith Marlow,clerk,${CLERK}\n` }), "p.csv");
	const given = { name: "Thornby", domain: ["thornby.example"], protocol: "camborne", people };
	const done = initWith({ ...OPTIONS, ...given, config: join(directory, "council.yaml") }, ask);
	done.catch(() => undefined);
	await answer(/The Clerk's mailbox/u, ENTER);
	await answer(/May Candour ask the DNS/u, "n", ENTER);
	await answer(/Where is this mailbox\?/u, ...Array.from({ length: 7 }, () => DOWN), ENTER);
	await answer(/IMAP server/u, CLEAR, "127.0.0.1", ENTER);
	await answer(/Port/u, CLEAR, String(dovecot.port), ENTER);
	await answer(/TLS from the first byte/u, "n", ENTER);
	await answer(/User name/u, ENTER);
	await answer(/Password/u, "wrong", ENTER);
	await answer(/never to be read/u, ENTER);
	await answer(/Who gets alerts/u, ENTER);
	await answer(/weekly digest/u, ENTER);
	await answer(/How do alerts and digests leave/u, DOWN, ENTER);
	await answer(/Reviewer's name/u, ENTER);
	await answer(/refused the login[\s\S]*What now\?/u, CTRL_C);
	await expect(done).rejects.toMatchObject({ name: "ExitPromptError" });
	expect(readdirSync(directory)).toEqual([]);
});

test("an answer that was given by an option is not asked for", async () => {
	const directory = place({ "council.yaml": "" });
	const { ask, answer, screen } = terminal();
	const given = { name: "Thornby", domain: ["thornby.example"], protocol: "camborne", mailbox: "none" };
	const done = initWith(
		{ ...OPTIONS, ...given, config: join(directory, "council.yaml"), alertsTo: CLERK, digestTo: CLERK },
		ask,
	);
	done.catch(() => undefined);
	await answer(/Who are the council's people/u, CTRL_C);
	await expect(done).rejects.toMatchObject({ name: "ExitPromptError" });
	expect(screen()).not.toMatch(/council's name|protocol|domains/u);
});
