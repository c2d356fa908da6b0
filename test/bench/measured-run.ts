/** Runs a program as a child and measures it from outside. */
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";

export interface MeasuredRun {
	readonly milliseconds: number;
	/** The most memory that the process held at a time (Linux; 0 elsewhere). */
	readonly peakBytes: number;
	readonly output: string;
}

const LOOK_MS = 50;

/** Throws with what the program said where it ends with another status than those of `fine`. */
export async function measuredRun(
	command: string,
	args: readonly string[],
	fine: readonly number[] = [0],
): Promise<MeasuredRun> {
	const started = performance.now();
	const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
	let output = "";
	let errors = "";
	child.stdout.setEncoding("utf8").on("data", (text: string) => {
		output += text;
	});
	child.stderr.setEncoding("utf8").on("data", (text: string) => {
		errors += text;
	});
	let peakBytes = 0;
	const look = setInterval(async () => {
		const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
		const peak = /^VmHWM:\s+(\d+) kB$/mu.exec(status)?.[1];
		if (peak) peakBytes = Math.max(peakBytes, Number(peak) * 1024);
	}, LOOK_MS);
	const status = await new Promise<number | null>((resolve, reject) => {
		child.once("error", reject);
		child.once("close", resolve);
	});
	clearInterval(look);
	const milliseconds = performance.now() - started;
	if (!fine.includes(status ?? -1)) throw new Error(`${command} ended with ${status}: ${errors || output}`);
	return { milliseconds, peakBytes, output };
}
