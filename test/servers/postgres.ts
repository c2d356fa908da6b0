import { execFileSync } from "node:child_process";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "./free-port.ts";
import { findPostgres } from "./programs.ts";
import { accountIfRoot, pause, type ServerProcess, startProcess } from "./server-process.ts";

const READY_WITHIN_MS = 20_000;

export interface Postgres {
	/** Connection string of an empty database, as its owner. */
	readonly url: string;
	/** Ends it and starts it again on the same port; its data stays. */
	restart(): Promise<void>;
	stop(): Promise<void>;
}

/** A real PostgreSQL on a loopback port. It refuses to run as root, so root starts it as the `postgres` account. */
export async function startPostgres(): Promise<Postgres> {
	const binaries = findPostgres();
	if (!binaries) throw new Error("PostgreSQL is not installed: run npm test once, it says what to install");
	const folder = await mkdtemp(join(tmpdir(), "candour-pg-"));
	const runAs = accountIfRoot("postgres");
	if (runAs) await chown(folder, runAs.uid, runAs.gid);
	const data = join(folder, "data");
	execFileSync(
		join(binaries, "initdb"),
		["-D", data, "-U", "candour", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
		{ ...runAs, cwd: folder, stdio: "pipe" },
	);
	const port = await freePort();
	const args = ["-D", data, "-p", `${port}`, "-h", "127.0.0.1", "-k", folder, "-c", "fsync=off"];
	const url = `postgres://candour@127.0.0.1:${port}/postgres`;
	const start = async () => {
		const server = await startProcess(join(binaries, "postgres"), args, port, { runAs, cwd: folder });
		await untilReady(url);
		return server;
	};
	let server: ServerProcess = await start();
	return {
		url,
		restart: async () => {
			await server.stop("SIGINT");
			server = await start();
		},
		// SIGINT is its "fast" shutdown: it does not wait for clients to leave.
		stop: async () => {
			await server.stop("SIGINT");
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** The port opens a moment before PostgreSQL lets anybody in. */
async function untilReady(url: string): Promise<void> {
	const deadline = Date.now() + READY_WITHIN_MS;
	for (;;) {
		const client = new pg.Client(url);
		client.on("error", () => {});
		try {
			await client.connect();
			await client.end();
			return;
		} catch (error) {
			if (Date.now() > deadline) throw error;
			await pause(50);
		}
	}
}
