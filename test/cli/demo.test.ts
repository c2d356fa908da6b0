import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { simpleParser } from "mailparser";
import { afterEach, expect, test, vi } from "vitest";
import { putFreshDatabase } from "../store/fresh-database.ts";
import { COUNCIL, candour, letter, place, placeWithStore, SENT, SLOW_MS } from "./run.ts";

vi.setConfig({ testTimeout: SLOW_MS });

const children: ChildProcess[] = [];
afterEach(() => {
	for (const child of children.splice(0)) child.kill("SIGKILL");
});

const WATCHED = `${COUNCIL}
mailboxes: [ { name: clerk@thornby.example, maildir: ./mail } ]
alerts: { to: [clerk@thornby.example], conflict: [staffing@thornby.example] }
`;

test("demo --once reads the mail, prints a line a finding, writes the mails and ends as an audit does", async () => {
	const directory = place({ "council.yaml": WATCHED, [`${SENT}/1.eml`]: letter() });
	const ran = await candour(directory, ["demo", "--once", "--directory", "."]);
	expect(ran.status).toBe(1);
	expect(ran.out).toMatch(/^breach +silent-copy +2 June 2026 +The message/mu);
	const files = readdirSync(join(directory, "outgoing")).sort();
	expect(files).toEqual([
		expect.stringMatching(/^alert-[0-9a-f]+\.eml$/u),
		expect.stringMatching(/^digest-\d{4}-W\d{2}\.eml$/u),
	]);
	const alert = await simpleParser(readFileSync(join(directory, "outgoing", files[0] ?? "")));
	expect([alert.to].flat().flatMap((list) => list?.value.map(({ address }) => address) ?? [])).toEqual([
		"staffing@thornby.example",
	]);
	const digest = await simpleParser(readFileSync(join(directory, "outgoing", files[1] ?? "")));
	expect(digest.subject).toMatch(/: 2 new, 2 open$/u);
});

test("the commands that it proposes work as printed, where they are printed, and find the same", async () => {
	const directory = place({ "sub folder/council.yaml": WATCHED, [`sub folder/${SENT}/1.eml`]: letter() });
	await putFreshDatabase(join(directory, "sub folder", "data"));
	const { out } = await candour(directory, ["demo", "--once", "--directory", "sub folder"], "", {
		npm_command: "exec",
	});
	const [line = ""] = /npx candour audit .*/u.exec(out) ?? [];
	const bin = fileURLToPath(new URL("../../bin/candour.js", import.meta.url));
	const shell = line.replace("npx candour", `'${process.execPath}' '${bin}'`);
	const { status, stdout } = spawnSync("sh", ["-c", shell], { cwd: directory, encoding: "utf8" });
	expect(status).toBe(1);
	expect(stdout).toContain("2 breaches visible");
	expect(
		(await candour(directory, ["demo", "--once", "--directory", "sub folder"], "", { npm_command: "" })).out,
	).toMatch(/^Try {2}candour audit /mu);
});

test("without --once it goes on watching, and ends in good order when it is asked to", async () => {
	const directory = await placeWithStore({ "council.yaml": WATCHED, [`${SENT}/1.eml`]: letter({ bcc: false }) });
	const bin = fileURLToPath(new URL("../../bin/candour.js", import.meta.url));
	const child = spawn(process.execPath, [bin, "demo", "--directory", "."], { cwd: directory });
	children.push(child);
	let out = "";
	child.stdout.on("data", (chunk) => {
		out += chunk;
	});
	await vi.waitFor(() => expect(out).toContain("Watching"), { timeout: 60_000, interval: 200 });
	expect(out).toContain("0 breaches");
	writeFileSync(join(directory, "new.eml"), letter({ id: "later" }));
	renameSync(join(directory, "new.eml"), join(directory, SENT, "2.eml"));
	await vi.waitFor(() => expect(out).toContain("silent-copy  "), { timeout: 60_000, interval: 200 });
	const ended = new Promise((resolve) => child.on("close", resolve));
	child.kill("SIGTERM");
	expect(await ended).toBe(0);
});

test("it serves the review pages, and the link that it prints signs in", async () => {
	const directory = await placeWithStore({
		"council.yaml": `${WATCHED}
reviewers: [ { name: Edith Marlow, email: clerk@thornby.example, roles: [reviewer] } ]
`,
	});
	const bin = fileURLToPath(new URL("../../bin/candour.js", import.meta.url));
	mkdirSync(join(directory, "mail"));
	const child = spawn(process.execPath, [bin, "demo", "--directory", "."], { cwd: directory });
	children.push(child);
	let out = "";
	child.stdout.on("data", (chunk) => {
		out += chunk;
	});
	await vi.waitFor(() => expect(out).toContain("Watching"), { timeout: 60_000, interval: 200 });
	const [link = ""] = /http:\/\/127\.0\.0\.1:\d+\/sign-in\/link\?token=\S+/u.exec(out) ?? [];
	const shown = await fetch(link);
	const page = await shown.text();
	expect(page).toContain("Sign in as Edith Marlow");
	const cookie = (header: Response) => header.headers.getSetCookie()[0]?.split(";")[0] ?? "";
	const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`, "u").exec(page)?.[1] ?? "";
	const answer = await fetch(new URL("/sign-in/link", link), {
		method: "POST",
		redirect: "manual",
		headers: { cookie: cookie(shown) },
		body: new URLSearchParams({ _csrf: hidden("_csrf"), token: hidden("token") }),
	});
	expect(answer.status).toBe(303);
	const overview = await fetch(new URL("/", link), { headers: { cookie: cookie(answer) } });
	expect(await overview.text()).toContain("Edith Marlow");
	const ended = new Promise((resolve) => child.on("close", resolve));
	child.kill("SIGTERM");
	expect(await ended).toBe(0);
});
