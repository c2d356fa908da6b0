/** A real server run as a child for the tests: started, waited for, stopped by its own process id. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { connect } from "node:net";

const READY_WITHIN_MS = 30_000;
const STOPPED_WITHIN_MS = 10_000;
const POLL_MS = 25;

/** The user and group that a child runs as; undefined: those of the tests themselves. */
export interface RunAs {
	readonly uid: number;
	readonly gid: number;
}

export interface ServerProcess {
	readonly pid: number;
	/** Ends it in the orderly way and waits for its end. */
	stop(signal?: NodeJS.Signals): Promise<void>;
	/** Ends it and all its children at once, as a power cut would. */
	kill(): Promise<void>;
}

const running = new Set<ChildProcess>();
// A test run that is broken off must not leave servers behind.
const killAll = () => {
	for (const child of running) killGroup(child);
};
process.once("exit", killAll);
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
	process.once(signal, () => {
		killAll();
		process.kill(process.pid, signal);
	});
}

/**
 * Starts `command` in a process group of its own and resolves once `port` of 127.0.0.1 accepts connections.
 * Throws with the server's own output where it ends before.
 */
export async function startProcess(
	command: string,
	args: readonly string[],
	port: number,
	options: { runAs?: RunAs | undefined; cwd?: string } = {},
): Promise<ServerProcess> {
	const child = spawn(command, args, {
		...options.runAs,
		cwd: options.cwd,
		detached: true,
		stdio: ["ignore", "pipe", "pipe"],
	});
	running.add(child);
	let output = "";
	let ended = false;
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text: string) => {
			output = (output + text).slice(-10_000);
		});
	}
	const end = new Promise<void>((resolve) => {
		const over = () => {
			ended = true;
			running.delete(child);
			resolve();
		};
		child.once("exit", over);
		child.once("error", (error) => {
			output += error.message;
			over();
		});
	});
	const deadline = Date.now() + READY_WITHIN_MS;
	while (!(await accepts(port))) {
		if (ended) throw new Error(`${command} ended before it was ready: ${output}`);
		if (Date.now() > deadline) {
			killGroup(child);
			throw new Error(`${command} was not ready in ${READY_WITHIN_MS} ms: ${output}`);
		}
		await pause(POLL_MS);
	}
	return {
		pid: child.pid ?? 0,
		stop: async (signal = "SIGTERM") => {
			if (ended) return;
			child.kill(signal);
			const timer = setTimeout(() => killGroup(child), STOPPED_WITHIN_MS);
			await end;
			clearTimeout(timer);
		},
		kill: async () => {
			killGroup(child);
			await end;
		},
	};
}

/** The ids of a system account, for servers that refuse to run as root. Undefined where the tests do not run as root. */
export function accountIfRoot(name: string): RunAs | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const id = (flag: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8" }));
	return { uid: id("-u"), gid: id("-g") };
}

/** Resolves to whether something accepts TCP connections on the port. */
export async function accepts(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect({ port, host: "127.0.0.1" });
		socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
		socket.once("connect", () => socket.destroy());
	});
}

export async function pause(milliseconds: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function killGroup(child: ChildProcess): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, "SIGKILL");
	} catch {
		// It has ended already.
	}
}
