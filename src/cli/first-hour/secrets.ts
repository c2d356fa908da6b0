/** Passwords on their way into files that their owner alone can read, beside council.yaml. */
import { existsSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = "secrets";
const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

export interface Secrets {
	/** Notes a secret and gives the path for council.yaml. A file that is there already is left alone. */
	keep(name: string, secret: string): string;
	/** Forgets what was noted and not yet written. */
	forget(): void;
	write(): void;
	/** Takes away what `write` wrote. */
	undo(): void;
}

/** @param directory that of council.yaml */
export function createSecrets(directory: string): Secrets {
	const noted = new Map<string, string>();
	const written: string[] = [];
	const folder = join(directory, FOLDER);
	return {
		keep: (name, secret) => {
			const base =
				name
					.toLowerCase()
					.replace(/[^a-z0-9.-]+/gu, "-")
					.replace(/^[.-]+/u, "") || "password";
			let free = base;
			for (let number = 2; noted.has(free) || existsSync(join(folder, free)); number += 1) free = `${base}-${number}`;
			noted.set(free, secret);
			return `./${FOLDER}/${free}`;
		},
		forget: () => noted.clear(),
		write: () => {
			if (noted.size === 0) return;
			mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
			for (const [name, secret] of noted) {
				const file = join(folder, name);
				writeFileSync(file, `${secret}\n`, { mode: OWNER_ONLY, flag: "wx" });
				written.push(file);
			}
			noted.clear();
		},
		undo: () => {
			for (const file of written.splice(0)) rmSync(file, { force: true });
			try {
				// Only where nothing else lies in it.
				rmdirSync(folder);
			} catch {}
		},
	};
}
