/** How to write a further command so that it works where it is printed. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const OWN_FOLDER = resolve(fileURLToPath(new URL("../..", import.meta.url)));

/** `npx candour` in Candour's own folder and where npx ran it; elsewhere `candour`, which must be a link on the path. */
export function ownCommand(directory: string, env: NodeJS.ProcessEnv): string {
	return env.npm_command === "exec" || resolve(directory) === OWN_FOLDER ? "npx candour" : "candour";
}

/** A path as a word of a command line. */
export function shellWord(path: string): string {
	return /^[\w./@%+=:,-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
