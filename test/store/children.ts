/** Child processes that are killed the hard way. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export interface Child {
	readonly process: ChildProcess;
	/** Lines it has written so far. */
	readonly lines: readonly string[];
	/** Resolves when it has written the line, or a line that starts so. */
	line(start: string): Promise<string>;
	/** Resolves when it has written so many lines. */
	lineCount(count: number): Promise<void>;
	/** SIGKILL: no handler, no farewell. */
	kill(): Promise<void>;
}

/** Starts a TypeScript file of the tests in a Node process of its own. */
export function startChild(file: URL, args: readonly string[]): Child {
	const child = spawn(process.execPath, [file.pathname, ...args], { stdio: ["ignore", "pipe", "pipe"] });
	const lines: string[] = [];
	const watchers = new Set<() => void>();
	const errors: string[] = [];
	child.stderr.on("data", (chunk) => errors.push(String(chunk)));
	const notify = () => {
		for (const watcher of watchers) watcher();
	};
	createInterface({ input: child.stdout }).on("line", (text) => {
		lines.push(text);
		notify();
	});
	child.on("exit", notify);
	const until = <Value>(look: () => Value | undefined): Promise<Value> =>
		new Promise((resolve, reject) => {
			const watcher = () => {
				const value = look();
				if (value !== undefined) {
					watchers.delete(watcher);
					resolve(value);
				} else if (child.exitCode !== null) {
					watchers.delete(watcher);
					reject(new Error(`the child ended with ${child.exitCode}: ${errors.join("")}`));
				}
			};
			watchers.add(watcher);
			watcher();
		});
	return {
		process: child,
		lines,
		line: (start) => until(() => lines.find((text) => text.startsWith(start))),
		lineCount: async (count) => {
			await until(() => (lines.length >= count ? true : undefined));
		},
		kill: async () => {
			if (child.exitCode !== null || child.signalCode !== null) return;
			const ended = once(child, "exit");
			child.kill("SIGKILL");
			await ended;
		},
	};
}
