/** Real stores for the tests: the embedded one in a folder of its own, and a real PostgreSQL. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import type { StorageConfig } from "../../src/config/council.ts";
import { sql } from "../../src/store/drizzle.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { startPostgres } from "../servers/postgres.ts";

const TABLES =
	"message_facts, copies, relation_keys, audit_pending, cursors, unreadable, passed_over, left_out, findings, alerts, digests, " +
	"ledger, source_states, settings, pruned_places, decisions, exempt_patterns, sign_in_links, sessions, audit_runs, made_reports, unknown_people, pseudonyms";

export interface Place {
	readonly storage: StorageConfig;
	restart?(): Promise<void>;
	remove(): Promise<void>;
}

export const embeddedPlace = async (): Promise<Place> => {
	const directory = await mkdtemp(join(tmpdir(), "candour-store-"));
	return {
		storage: { kind: "embedded", directory },
		remove: () => rm(directory, { recursive: true, force: true }),
	};
};

export const serverPlace = async (): Promise<Place> => {
	const server = await startPostgres();
	return {
		storage: { kind: "server", database: server.url },
		restart: () => server.restart(),
		remove: () => server.stop(),
	};
};

/** Runs the tests once on each kind of store; the store is empty before every test. */
export function onEachStore(tests: (store: () => Store) => void): void {
	describe.each([
		["embedded", embeddedPlace],
		["PostgreSQL", serverPlace],
	] as const)("%s", (_name, makePlace) => {
		let place: Place;
		let store: Store;
		beforeAll(async () => {
			place = await makePlace();
			store = await openStore(place.storage);
		});
		afterAll(async () => {
			await store?.close();
			await place?.remove();
		});
		beforeEach(async () => {
			const tables = TABLES.split(", ").map((table) => `candour.${table}`);
			await store.db.execute(sql.raw(`TRUNCATE ${tables.join(", ")}`));
		});
		tests(() => store);
	});
}
