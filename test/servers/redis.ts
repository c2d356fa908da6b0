import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";
import { type ServerProcess, startProcess } from "./server-process.ts";

export interface Redis {
	readonly url: string;
	/** Ends it and starts it again on the same port; its data stays. */
	restart(): Promise<void>;
	/** Ends it at once (SIGKILL); what it has acknowledged is in its file. */
	kill(): Promise<void>;
	/** Starts it again after a kill, on the same port. */
	start(): Promise<void>;
	stop(): Promise<void>;
}

/** A real Redis on a loopback port, with an append-only file and without eviction, as queues need it. */
export async function startRedis(): Promise<Redis> {
	const folder = await mkdtemp(join(tmpdir(), "candour-redis-"));
	const port = await freePort();
	const args = ["--port", `${port}`, "--bind", "127.0.0.1", "--dir", folder, "--save", ""];
	args.push("--appendonly", "yes", "--appendfsync", "always", "--maxmemory-policy", "noeviction");
	const start = () => startProcess("redis-server", args, port);
	let server: ServerProcess = await start();
	return {
		url: `redis://127.0.0.1:${port}`,
		restart: async () => {
			await server.stop();
			server = await start();
		},
		kill: () => server.kill(),
		start: async () => {
			server = await start();
		},
		stop: async () => {
			await server.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
