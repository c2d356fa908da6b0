/** Where the programs are that the tests run beside Candour, and what to install where one is missing. */
import { accessSync, constants, readdirSync } from "node:fs";
import { join } from "node:path";

/** sbin is searched too: Debian puts Dovecot there, and an ordinary user's PATH leaves it out. */
const FURTHER_FOLDERS = ["/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin", "/opt/homebrew/sbin"];
const POSTGRES_ROOTS = ["/usr/lib/postgresql", "/usr/local/lib/postgresql"];

export interface Program {
	readonly name: string;
	/** The package of Debian and Ubuntu that holds it. */
	readonly debianPackage: string;
	find(): string | undefined;
}

export const PROGRAMS: readonly Program[] = [
	{ name: "dovecot", debianPackage: "dovecot-imapd", find: () => findProgram("dovecot") },
	{ name: "redis-server", debianPackage: "redis-server", find: () => findProgram("redis-server") },
	{ name: "postgres", debianPackage: "postgresql", find: findPostgres },
	{ name: "mbsync", debianPackage: "isync", find: () => findProgram("mbsync") },
	{ name: "pdftotext", debianPackage: "poppler-utils", find: () => findProgram("pdftotext") },
	{ name: "chromium", debianPackage: "chromium", find: () => findProgram("chromium") },
	{ name: "openssl", debianPackage: "openssl", find: () => findProgram("openssl") },
];

/** The full path of a program, or undefined. */
export function findProgram(name: string): string | undefined {
	const folders = [...(process.env.PATH ?? "").split(":").filter(Boolean), ...FURTHER_FOLDERS];
	return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** The folder that holds PostgreSQL's own programs, the newest version's where there are several. */
export function findPostgres(): string | undefined {
	const versioned = POSTGRES_ROOTS.flatMap((root) =>
		entriesOf(root)
			.sort((a, b) => Number(b) - Number(a))
			.map((version) => join(root, version, "bin")),
	);
	const onPath = findProgram("postgres");
	return [...versioned, ...(onPath ? [join(onPath, "..")] : [])].find(
		(folder) => isExecutable(join(folder, "postgres")) && isExecutable(join(folder, "initdb")),
	);
}

function entriesOf(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
