#!/usr/bin/env node
// Plain JavaScript, so that any Node can read it: it finds a runtime new enough for the TypeScript sources.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const NEEDED_MAJOR = 24;

if (Number(process.versions.node.split(".")[0]) >= NEEDED_MAJOR) {
	await import("../src/cli/main.ts");
} else {
	const pinned = fileURLToPath(new URL("../node_modules/node/bin/node", import.meta.url));
	if (!existsSync(pinned)) {
		console.error(
			`candour: needs Node ${NEEDED_MAJOR} or newer, this is ${process.version}. Install it, or run "npm ci" in Candour's folder.`,
		);
		process.exit(2);
	}
	const child = spawnSync(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
	process.exit(child.status ?? 2);
}
