/** The secret from which Candour knows its own mail: made once, the same in every process of an installation. */
import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import type { StorageConfig } from "../config/council.ts";
import { INSTALLATION_KEY, keyFile } from "./known-installation-key.ts";
import type { Db } from "./schema.ts";
import { settingOr } from "./settings.ts";

const KEY_BYTES = 32;
const READABLE_BY_OWNER = 0o600;

/** The key of an open store. Where the store is a directory, a copy of it is put there for `knownInstallationKey`. */
export async function installationKey(db: Db, storage: StorageConfig): Promise<string> {
	const key = await settingOr(db, INSTALLATION_KEY, () => randomBytes(KEY_BYTES).toString("base64url"));
	if (storage.kind === "embedded") await putBeside(keyFile(storage.directory), key);
	return key;
}

async function putBeside(file: string, key: string): Promise<void> {
	if ((await readFile(file, "utf8").catch(() => "")).trim() === key) return;
	// Nothing is lost where it can't be written: an audit on demand then reads Candour's own mail like any other.
	await writeFile(`${file}.part`, `${key}\n`, { mode: READABLE_BY_OWNER })
		.then(() => rename(`${file}.part`, file))
		.catch(() => undefined);
}
