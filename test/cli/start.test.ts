import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test, vi } from "vitest";
import { freePort } from "../servers/free-port.ts";
import { COUNCIL, candour, letter, place, placeWithStore, SENT, SLOW_MS } from "./run.ts";

vi.setConfig({ testTimeout: SLOW_MS });

const children: ChildProcess[] = [];
afterEach(() => {
	for (const child of children.splice(0)) child.kill("SIGKILL");
});

const WATCHED = `${COUNCIL}
mailboxes: [ { name: clerk@thornby.example, maildir: ./mail } ]
alerts: { to: [clerk@thornby.example], conflict: [staffing@thornby.example], settleMinutes: 0 }
`;

test("the service audits, alerts, answers for its health, and stops when asked to; no digest tells of a week before it", async () => {
	const directory = place({ "council.yaml": WATCHED, [`${SENT}/1.eml`]: letter({ date: new Date().toUTCString() }) });
	const port = await freePort();
	const bin = fileURLToPath(new URL("../../bin/candour.js", import.meta.url));
	const env = { ...process.env, CANDOUR_PORT: String(port) };
	const child = spawn(process.execPath, [bin, "start"], { cwd: directory, env });
	children.push(child);
	let log = "";
	child.stderr.on("data", (chunk) => {
		log += chunk;
	});
	const outgoing = join(directory, "outgoing");
	const written = () => (existsSync(outgoing) ? readdirSync(outgoing) : []);
	await vi.waitFor(() => expect(written().some((name) => name.startsWith("alert-"))).toBe(true), {
		timeout: 90_000,
		interval: 200,
	});
	expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
	const ended = new Promise((resolve) => child.on("close", resolve));
	child.kill("SIGTERM");
	expect(await ended).toBe(0);
	expect(written().filter((name) => name.startsWith("digest-"))).toEqual([]);
	expect(log).not.toMatch(/penhale|tasker|allotment/iu);
});

test.each<[string, readonly string[], RegExp]>([
	["an unknown part", ["start", "--only", "ingest,auidt"], /There is no part "auidt"; there are ingest, audit/u],
	["a part with nothing to do", ["start", "--only", "alerts"], /nothing to run/u],
	["pages that nobody is to see", ["start", "--only", "web"], /nothing to run.+reviewers/su],
])("%s ends with 2", async (_what, args, line) => {
	const ran = await candour(place(), args);
	expect(ran.status).toBe(2);
	expect(ran.err).toMatch(line);
});

test("the review pages are served where reviewers are named, the log says where, and they end with the service", async () => {
	const port = await freePort();
	const directory = await placeWithStore({
		"council.yaml": `${COUNCIL}
web: { port: ${port} }
reviewers: [ { name: Edith Marlow, email: clerk@thornby.example, roles: [reviewer] } ]
`,
	});
	const bin = fileURLToPath(new URL("../../bin/candour.js", import.meta.url));
	const env = { ...process.env, CANDOUR_PORT: "0" };
	const child = spawn(process.execPath, [bin, "start", "--only", "web"], { cwd: directory, env });
	children.push(child);
	let log = "";
	child.stderr.on("data", (chunk) => {
		log += chunk;
	});
	await vi.waitFor(() => expect(log).toContain("the review pages are served"), { timeout: 60_000, interval: 200 });
	const url = `http://127.0.0.1:${port}`;
	expect(log).toContain(url);
	const page = await fetch(url);
	expect(page.url).toBe(`${url}/sign-in?to=%2F`);
	expect(await page.text()).toContain("Send me a link");
	const ended = new Promise((resolve) => child.on("close", resolve));
	child.kill("SIGTERM");
	expect(await ended).toBe(0);
});
