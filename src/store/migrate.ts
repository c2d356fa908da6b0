import { CandourError } from "../errors.ts";
import { sql } from "./drizzle.ts";
import { rowsOf } from "./rows.ts";
import { type Db, SCHEMA } from "./schema.ts";

/** One step of the schema. Statements go one by one: the extended protocol takes no more at a time. */
export interface Migration {
	readonly version: number;
	readonly name: string;
	readonly statements: readonly string[];
}

/** "CAND" in ASCII; every process that migrates waits for this one lock. */
const MIGRATION_LOCK = 0x43414e44;

/**
 * Brings the schema up to the last of `migrations`: all of them or none, once, however many processes start together.
 * @returns the version that the database has afterwards
 * @throws CandourError STORE_DAMAGED where a newer Candour has written to the database
 */
export async function migrate(db: Db, migrations: readonly Migration[]): Promise<number> {
	const latest = migrations.at(-1)?.version ?? 0;
	return db.transaction(async (tx) => {
		await tx.execute(sql`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK}::bigint)`);
		await tx.execute(sql.raw(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`));
		await tx.execute(
			sql.raw(`CREATE TABLE IF NOT EXISTS ${SCHEMA}.migrations (
				version integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`),
		);
		const [row] = rowsOf<{ version: number }>(
			await tx.execute(sql.raw(`SELECT coalesce(max(version), 0)::int AS version FROM ${SCHEMA}.migrations`)),
		);
		const current = row?.version ?? 0;
		if (current > latest) {
			throw new CandourError(
				"STORE_DAMAGED",
				`The database was written by a newer version of Candour (schema ${current}, this one knows ${latest}).`,
				{ remedy: "Install the newer version again, or restore the backup made before it." },
			);
		}
		for (const { version, name, statements } of migrations) {
			if (version <= current) continue;
			for (const statement of statements) await tx.execute(sql.raw(statement));
			await tx.execute(sql`INSERT INTO ${sql.raw(SCHEMA)}.migrations (version, name) VALUES (${version}, ${name})`);
		}
		return latest;
	});
}
