/** The installation's key for commands that only read mail: they open no store, which a running service may hold. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { StorageConfig } from "../config/council.ts";

/** Name of the setting that holds it. */
export const INSTALLATION_KEY = "installation-key";
const ASK_MS = 3_000;

/** Where an embedded store keeps a copy of it. */
export function keyFile(directory: string): string {
	return join(directory, INSTALLATION_KEY);
}

/** Undefined where there is no installation yet, or its database does not answer soon: own mail is then read too. */
export async function knownInstallationKey(storage: StorageConfig): Promise<string | undefined> {
	if (storage.kind === "server") return keyInDatabase(storage.database);
	const text = await readFile(keyFile(storage.directory), "utf8").catch(() => "");
	return text.trim() || undefined;
}

async function keyInDatabase(url: string): Promise<string | undefined> {
	const { Client } = await import("pg");
	const client = new Client({
		connectionString: url,
		connectionTimeoutMillis: ASK_MS,
		query_timeout: ASK_MS,
		application_name: "candour",
	});
	// Without a listener, a connection that breaks would end the process.
	client.on("error", () => undefined);
	try {
		await client.connect();
		const { rows } = await client.query("SELECT value FROM candour.settings WHERE key = $1", [INSTALLATION_KEY]);
		return (rows[0] as { readonly value: string } | undefined)?.value;
	} catch {
		return undefined;
	} finally {
		await client.end().catch(() => undefined);
	}
}
