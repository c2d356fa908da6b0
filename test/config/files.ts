/** Configurations of Thornby Parish Council in a directory of their own. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { CandourError } from "../../src/errors.ts";

const directories: string[] = [];

afterAll(async () => {
	await Promise.all(directories.map((directory) => rm(directory, { recursive: true, force: true })));
});

/** Sections that every configuration needs; a section of one's own takes the place of the one given here. */
const SECTIONS = {
	council: "council: { name: Thornby Parish Council, domains: [thornby-pc.example], protocol: camborne }",
	people: [
		"people:",
		"  - { name: Anna Marsh, role: councillor, offices: [Chairman], committees: [Planning], email: A.Marsh@thornby-pc.example }",
		"  - { name: Dora Finch, role: officer, offices: [proper-officer], email: [clerk@thornby-pc.example] }",
	].join("\n"),
};

/** Writes council.yaml and other files, and gives the path of council.yaml. */
export async function councilFile(
	text: string,
	options: {
		readonly replace?: readonly (keyof typeof SECTIONS)[];
		readonly files?: Readonly<Record<string, string>>;
	} = {},
): Promise<string> {
	const directory = await mkdtemp(join(tmpdir(), "candour-config-"));
	directories.push(directory);
	const kept = Object.entries(SECTIONS).filter(([name]) => options.replace?.includes(name as "council") !== true);
	const path = join(directory, "council.yaml");
	await writeFile(path, [...kept.map(([, section]) => section), text, ""].join("\n"));
	for (const [name, content] of Object.entries(options.files ?? {})) await writeFile(join(directory, name), content);
	return path;
}

export async function errorOf(promise: Promise<unknown>): Promise<CandourError> {
	try {
		await promise;
	} catch (error) {
		if (error instanceof CandourError) return error;
		throw error;
	}
	throw new Error("It was expected to fail.");
}
