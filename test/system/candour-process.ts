/** `candour` as an administrator runs it: a process of its own, with a log, that can be stopped or killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { pause } from "../servers/server-process.ts";

const BIN = fileURLToPath(new URL("../../bin/candour.js", import.meta.url));
const CLOCK = new URL("./shifted-clock.ts", import.meta.url).href;
const STARTED_WITHIN_MS = 60_000;

export interface CandourProcess {
	/** What it has logged so far. */
	readonly log: string;
	/** Resolves once it has said that the parts run; throws with the log where it ends before. */
	running(...parts: readonly string[]): Promise<void>;
	/** SIGKILL. */
	kill(): Promise<void>;
	/** SIGTERM; resolves with its exit status. */
	stop(): Promise<number | null>;
}

export interface ProcessOptions {
	readonly directory: string;
	readonly env: Readonly<Record<string, string>>;
	/** How far its clock is from the machine's; the same for processes that follow each other, or time goes backwards. */
	readonly shiftMs?: number;
}

const alive = new Set<ChildProcess>();

/** For the end of a test file: nothing that it started stays behind. */
export function killAll(): void {
	for (const child of alive) child.kill("SIGKILL");
}

/** The shift of a clock that shows this moment now. */
export function shiftTo(moment: string): number {
	return Date.parse(moment) - Date.now();
}

function environment({ env, shiftMs = 0 }: ProcessOptions): NodeJS.ProcessEnv {
	return {
		...process.env,
		...env,
		CANDOUR_PORT: "0",
		CANDOUR_CLOCK_SHIFT_MS: String(shiftMs),
		NODE_OPTIONS: `--import=${CLOCK}`,
	};
}

/** `candour start`, with these parts only where any are named. */
export function startService(options: ProcessOptions, ...only: readonly string[]): CandourProcess {
	const args = [BIN, "start", ...(only.length > 0 ? ["--only", only.join(",")] : [])];
	const child = spawn(process.execPath, args, {
		cwd: options.directory,
		env: environment(options),
		stdio: ["ignore", "ignore", "pipe"],
	});
	alive.add(child);
	let log = "";
	child.stderr.setEncoding("utf8").on("data", (text: string) => {
		log += text;
	});
	const ended = new Promise<number | null>((resolve) =>
		child.once("close", (status) => {
			alive.delete(child);
			resolve(status);
		}),
	);
	return {
		get log() {
			return log;
		},
		running: async (...parts) => {
			const deadline = Date.now() + STARTED_WITHIN_MS;
			while (!parts.every((part) => log.includes(`"part":"${part}","msg":"running"`))) {
				if (!alive.has(child) || Date.now() > deadline) throw new Error(`${parts} did not come to run: ${log}`);
				await pause(25);
			}
		},
		kill: async () => {
			child.kill("SIGKILL");
			await ended;
		},
		stop: async () => {
			child.kill("SIGTERM");
			return ended;
		},
	};
}

/** Any other command, to its end. */
export async function runCandour(options: ProcessOptions, args: readonly string[]) {
	const child = spawn(process.execPath, [BIN, ...args], {
		cwd: options.directory,
		env: environment(options),
		stdio: ["ignore", "pipe", "pipe"],
	});
	alive.add(child);
	let out = "";
	let err = "";
	child.stdout.setEncoding("utf8").on("data", (text: string) => {
		out += text;
	});
	child.stderr.setEncoding("utf8").on("data", (text: string) => {
		err += text;
	});
	const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
	alive.delete(child);
	return { status, out, err };
}
