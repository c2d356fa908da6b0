import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test, vi } from "vitest";
import { freePort } from "../servers/free-port.ts";
import { COUNCIL, candour, letter, place, SENT, SLOW_MS } from "./run.ts";

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
	["a part that is still to come", ["start", "--only", "web"], /^candour: The review pages \(web\) come with a later/u],
])("%s ends with 2", async (_what, args, line) => {
	const ran = await candour(place(), args);
	expect(ran.status).toBe(2);
	expect(ran.err).toMatch(line);
});

test("the help promises no review pages", async () => {
	const { out } = await candour(place(), ["start", "--help"]);
	expect(out.replace(/\s+/gu, " ")).toContain("review pages come with a later release");
	expect(out).not.toMatch(/\bweb\b/u);
});
