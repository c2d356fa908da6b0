/**
 * Two worker processes against one: the same mail, half of it in each of two mailboxes, is read, stored and judged
 * through Redis and PostgreSQL. Each process gets one core to itself where `taskset` is there, and so one reading
 * thread; the servers take what they need of both. On a busy machine the clock says little: the gain by processor time
 * is what two processes that never wait for each other, for a server or for a core would reach.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { startPostgres } from "../servers/postgres.ts";
import { findProgram } from "../servers/programs.ts";
import { startRedis } from "../servers/redis.ts";
import { benchPeople, CLERK, COUNCIL_DOMAIN, makeMailbox } from "./mailbox.ts";

const LOOK_MS = 50;
const LONGEST_MS = 300_000;
/** What a release must reach (docs/decisions.md), where two processes have two cores to themselves. */
const LEAST_GAIN = 1.7;
const SCRIPT = fileURLToPath(new URL("./bench-process.ts", import.meta.url));

interface Share {
	readonly milliseconds: number;
	readonly findings: number;
	readonly processes: readonly { readonly cpuMs: number; readonly peakMb: number }[];
}

export async function compareProcesses(messages: number, rounds: number): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), "candour-bench-"));
	const postgres = await startPostgres();
	const redis = await startRedis();
	try {
		await fillMaildirs(folder, messages);
		const byClock: number[] = [];
		const byProcessor: number[] = [];
		for (let round = 0; round < rounds; round += 1) {
			const place = (name: string) => freshPlace(folder, postgres.url, redis.url, `${name}_${round}`, round);
			const one = await run(await place("one"), ["0,1"], messages);
			const two = await run(await place("two"), ["0", "1"], messages);
			if (one.findings !== two.findings) throw new Error(`${one.findings} findings, then ${two.findings}`);
			show("one process", one, messages);
			show("two processes", two, messages);
			byClock.push(one.milliseconds / two.milliseconds);
			byProcessor.push(mostCpu(one) / mostCpu(two));
		}
		const clock = middle(byClock);
		console.log(`two against one, by the clock           ${clock.toFixed(2)}`);
		console.log(`two against one, by processor time      ${middle(byProcessor).toFixed(2)}`);
		// More than two is not possible: the machine did something else meanwhile.
		const met = clock >= LEAST_GAIN && clock <= 2;
		console.log(met ? "within the budget" : "the budget is not shown to be met");
		process.exitCode = met ? 0 : 1;
	} finally {
		await redis.stop();
		await postgres.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

function mostCpu({ processes }: Share): number {
	return Math.max(...processes.map(({ cpuMs }) => cpuMs));
}

function middle(numbers: readonly number[]): number {
	return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function show(name: string, { milliseconds, processes, findings }: Share, messages: number): void {
	const rate = (messages / (milliseconds / 1_000)).toFixed(0);
	const each = processes
		.map(({ cpuMs, peakMb }) => `${(cpuMs / 1_000).toFixed(1)} s, ${peakMb.toFixed(0)} MB`)
		.join("; ");
	console.log(`${name.padEnd(20)} ${rate} messages/s  (${each}; ${findings} findings)`);
}

async function fillMaildirs(folder: string, messages: number): Promise<void> {
	for (const box of ["a", "b"]) {
		for (const part of ["cur", "new", "tmp"]) await mkdir(join(folder, box, part), { recursive: true });
	}
	let number = 0;
	for (const { raw } of makeMailbox(messages)) {
		number += 1;
		await writeFile(join(folder, number % 2 === 0 ? "a" : "b", "cur", `${number}.bench:2,S`), raw);
	}
}

interface Place {
	readonly config: string;
	readonly database: string;
}

/** A database and a Redis number that nothing was done with yet. */
async function freshPlace(folder: string, server: string, redis: string, name: string, round: number): Promise<Place> {
	const client = new pg.Client(server);
	await client.connect();
	await client.query(`CREATE DATABASE ${name}`);
	await client.end();
	const database = server.replace(/\/[^/]*$/u, `/${name}`);
	const queue = `${redis}/${2 * round + (name.startsWith("two") ? 1 : 0)}`;
	const config = join(folder, `${name}.yaml`);
	await writeFile(
		config,
		`council: { name: Sallowfield Town Council, domains: [${COUNCIL_DOMAIN}], timezone: Europe/London, protocol: camborne }
people:
${benchPeople()}
mailboxes:
  - { name: ${CLERK}, maildir: ${join(folder, "a")} }
  - { name: "office@${COUNCIL_DOMAIN}", maildir: ${join(folder, "b")} }
retention: { findings: P50Y, facts: P50Y }
storage: { database: "${database}", queue: "${queue}" }
`,
	);
	return { config, database };
}

/** `shares` are the mailboxes that each process follows. Starting the processes is not measured. */
async function run({ config, database }: Place, shares: readonly string[], messages: number): Promise<Share> {
	const children: Child[] = [];
	for (const [core, share] of shares.entries()) children.push(await startChild(core, config, share));
	const client = new pg.Client(database);
	await client.connect();
	try {
		const started = performance.now();
		for (const { go } of children) go();
		for (;;) {
			const { rows } = await client.query(
				"SELECT (SELECT count(*) FROM candour.message_facts) AS read, (SELECT count(*) FROM candour.audit_pending) AS waiting, (SELECT count(*) FROM candour.findings) AS findings",
			);
			const { read, waiting, findings } = rows[0] as { read: string; waiting: string; findings: string };
			const milliseconds = performance.now() - started;
			if (Number(read) === messages && Number(waiting) === 0) {
				const processes = await Promise.all(children.map((child) => child.end()));
				return { milliseconds, findings: Number(findings), processes };
			}
			if (milliseconds > LONGEST_MS) throw new Error(`${read} of ${messages} read, ${waiting} wait`);
			await pause(LOOK_MS);
		}
	} finally {
		await client.end();
		for (const { child } of children) if (child.exitCode === null) child.kill("SIGKILL");
	}
}

interface Child {
	readonly child: ChildProcess;
	go(): void;
	end(): Promise<Share["processes"][number]>;
}

async function startChild(core: number, config: string, share: string): Promise<Child> {
	const own = [process.execPath, SCRIPT, config, share];
	const [command = "", ...args] = findProgram("taskset") ? ["taskset", "-c", `${core}`, ...own] : own;
	const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
	const lines = createInterface(child.stdout);
	const died = once(child, "exit").then(([code]) => Promise.reject(new Error(`a process ended with ${code}`)));
	died.catch(() => undefined);
	await Promise.race([once(lines, "line"), died]);
	return {
		child,
		go: () => void child.stdin.write("go\n"),
		end: async () => {
			const told = once(lines, "line");
			child.stdin.write("end\n");
			const [line] = (await Promise.race([told, died])) as [string];
			await once(child, "exit");
			return JSON.parse(line);
		},
	};
}
