import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

interface Entry {
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly devDependencies?: Readonly<Record<string, string>>;
	readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (name: string) =>
	JSON.parse(readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), "utf8"));
const lock = read("package-lock.json").packages as Readonly<Record<string, Entry>>;

/** The lock file's entry that Node would find from `path`: nested, or in a folder above. */
function isListed(path: string, name: string): boolean {
	for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
		if (`${at === "" ? "" : `${at}/`}node_modules/${name}` in lock) return true;
		if (at === "") return false;
	}
}

// npm leaves out what the registry in use does not have, and `npm ci` then refuses the lock file, on every machine.
test("the lock file lists the optional packages of every system, without which npm ci refuses it", () => {
	const missing = Object.entries(lock).flatMap(([path, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies).filter((name) => !isListed(path, name)),
	);
	expect(missing).toEqual([]);
});

test("the lock file and package.json agree", () => {
	const { dependencies, devDependencies } = read("package.json") as Entry;
	expect(lock[""]).toMatchObject({ dependencies, devDependencies });
});
