/**
 * `npm test`: sees that the real servers which the tests use are installed, then runs vitest with the arguments given.
 * On Debian and Ubuntu, as root or with sudo that asks for no password, it installs what is missing. A missing server
 * is a failure, never a reason to skip tests.
 */
import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PROGRAMS, type Program } from "../test/servers/programs.ts";

/** Debian asks this script before it starts a service on installing it; 101 says no (the tests start their own). */
const POLICY_FILE = "/usr/sbin/policy-rc.d";
const POLICY = "#!/bin/sh\n# Put here by Candour's npm test; removed after installing.\nexit 101\n";

const missing = absent();
if (missing.length > 0) install(missing);
const stillMissing = absent();
if (stillMissing.length > 0) {
	const names = stillMissing.map(({ name, debianPackage }) => `${name} (Debian package ${debianPackage})`);
	console.error(`candour: the tests need programs that are not installed: ${names.join(", ")}.`);
	console.error("Install them with your system's package manager and run npm test again.");
	process.exit(1);
}
const vitest = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
const run = spawnSync(process.execPath, [vitest, "run", ...process.argv.slice(2)], { stdio: "inherit" });
process.exit(run.status ?? 1);

function absent(): Program[] {
	return PROGRAMS.filter((program) => program.find() === undefined);
}

function install(programs: readonly Program[]): void {
	const prefix = rootPrefix();
	if (!existsSync("/usr/bin/apt-get") || prefix === undefined) return;
	const packages = [...new Set(programs.map((program) => program.debianPackage))];
	console.error(`candour: installing ${packages.join(", ")} for the tests`);
	// Only root can write the policy; with sudo the services start, on ports that the tests don't use.
	const quiet = prefix.length === 0 && !existsSync(POLICY_FILE);
	if (quiet) writeFileSync(POLICY_FILE, POLICY, { mode: 0o755 });
	try {
		apt(prefix, ["update", "-qq"]);
		apt(prefix, ["install", "-y", "-qq", "--no-install-recommends", ...packages]);
	} finally {
		if (quiet) rmSync(POLICY_FILE, { force: true });
	}
}

/** What to put before a command so that root runs it; undefined where that is not possible without asking. */
function rootPrefix(): readonly string[] | undefined {
	if (process.getuid?.() === 0) return [];
	return spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0 ? ["sudo", "-n"] : undefined;
}

function apt(prefix: readonly string[], args: readonly string[]): void {
	const [command = "", ...rest] = [...prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", ...args];
	// Standard output is for vitest alone.
	spawnSync(command, rest, { stdio: ["ignore", 2, 2] });
}
