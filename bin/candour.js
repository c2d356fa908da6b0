#!/usr/bin/env node
// Plain JavaScript, so that any Node can read it: it finds a runtime new enough for the TypeScript sources.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";

const NEEDED_MAJOR = 24;
const EXIT_NOT_DONE = 2;

// Stripping the types and compiling again in every process and thread takes longer than a small audit, and 25 MB each.
// In Candour's own folder, for what lies in the cache is run; where that can't be written, there is none.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL("../node_modules/.cache/candour", import.meta.url));
module.enableCompileCache?.();

if (Number(process.versions.node.split(".")[0]) >= NEEDED_MAJOR) {
	await import("../src/cli/main.ts");
} else {
	const pinned = fileURLToPath(new URL("../node_modules/node/bin/node", import.meta.url));
	if (!existsSync(pinned)) {
		console.error(
			`candour: needs Node ${NEEDED_MAJOR} or newer, and this is ${process.version}. Install it, or run "npm ci" in Candour's folder.`,
		);
		process.exit(EXIT_NOT_DONE);
	}
	// One arena of the C library's heap for each thread would cost 35 MB more.
	const env = { MALLOC_ARENA_MAX: "2", ...process.env };
	const child = spawn(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit", env });
	// A terminal sends Ctrl-C to both; a service manager only to this one.
	for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
	process.on("SIGINT", () => undefined);
	child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : EXIT_NOT_DONE)));
}
