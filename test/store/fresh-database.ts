/**
 * An embedded database that nothing was done with yet, without the seconds that setting one up takes: it is set up once
 * a machine and copied from then on. What is about the setting up itself must not use it.
 */
import { createHash } from "node:crypto";
import { constants, existsSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbedded } from "../../src/store/embedded.ts";

/** Puts one below `directory`, where a store finds it. */
export async function putFreshDatabase(directory: string): Promise<void> {
	const model = modelPath();
	if (!existsSync(model)) await makeModel(model);
	await mkdir(directory, { recursive: true, mode: 0o700 });
	await cp(join(model, "postgres"), join(directory, "postgres"), { recursive: true, mode: constants.COPYFILE_FICLONE });
}

/** Another PGlite, or another way of opening it, makes another model. */
function modelPath(): string {
	const made = ["../../node_modules/@electric-sql/pglite/package.json", "../../src/store/embedded.ts"];
	const hash = createHash("sha256");
	for (const file of made) hash.update(readFileSync(new URL(file, import.meta.url)));
	const key = hash.digest("hex").slice(0, 12);
	return join(tmpdir(), `candour-fresh-database-${process.getuid?.() ?? 0}-${key}`);
}

/** Whoever is first puts it there whole; another who made one at the same time throws his away. */
async function makeModel(model: string): Promise<void> {
	const made = await mkdtemp(join(tmpdir(), "candour-fresh-"));
	const database = await openEmbedded(made);
	await database.close();
	await rename(made, model).catch(async (error: unknown) => {
		await rm(made, { recursive: true, force: true });
		if (!existsSync(model)) throw error;
	});
}
