/** Append-only, hash-chained record of what Candour found and did. The digest prints its head. */
import { createHash } from "node:crypto";
import { canonical } from "./canonical.ts";
import { asc, desc, gt, sql } from "./drizzle.ts";
import { type Db, ledger } from "./schema.ts";

export interface LedgerEntry {
	/** `finding.raised`, `alert.sent`, … */
	readonly kind: string;
	/** Ids and counts only: the ledger outlives the facts. */
	readonly entry: Readonly<Record<string, unknown>>;
}

export interface LedgerHead {
	readonly sequence: number;
	/** SHA-256 in hex. */
	readonly hash: string;
}

/** The head of a ledger without entries. */
export const EMPTY_LEDGER: LedgerHead = { sequence: 0, hash: "0".repeat(64) };

/** "LEDG" in ASCII: appending is one at a time, or the chain would fork. */
const LEDGER_LOCK = 0x4c454447;
const ENTRIES_A_READ = 1_000;

/** Appends entries, in the caller's transaction where there is one, and returns the new head. */
export async function append(db: Db, entries: readonly LedgerEntry[], now: Date): Promise<LedgerHead> {
	return db.transaction(async (tx) => {
		await tx.execute(sql`SELECT pg_advisory_xact_lock(${LEDGER_LOCK}::bigint)`);
		let at = await head(tx);
		for (const { kind, entry } of entries) {
			const sequence = at.sequence + 1;
			const hash = chain(at.hash, sequence, now, kind, entry);
			await tx.insert(ledger).values({ sequence, at: now, kind, entry, previous: at.hash, hash });
			at = { sequence, hash };
		}
		return at;
	});
}

/** The newest entry's number and hash. */
export async function head(db: Db): Promise<LedgerHead> {
	const [row] = await db
		.select({ sequence: ledger.sequence, hash: ledger.hash })
		.from(ledger)
		.orderBy(desc(ledger.sequence))
		.limit(1);
	return row ?? EMPTY_LEDGER;
}

/** The number of the first entry that doesn't follow from the one before it, or undefined where all do. */
export async function firstBreak(db: Db): Promise<number | undefined> {
	let last = EMPTY_LEDGER;
	for (;;) {
		const rows = await db
			.select()
			.from(ledger)
			.where(gt(ledger.sequence, last.sequence))
			.orderBy(asc(ledger.sequence))
			.limit(ENTRIES_A_READ);
		for (const row of rows) {
			const expected = chain(last.hash, last.sequence + 1, row.at, row.kind, row.entry);
			if (row.previous !== last.hash || row.hash !== expected) return last.sequence + 1;
			last = { sequence: row.sequence, hash: row.hash };
		}
		if (rows.length < ENTRIES_A_READ) return undefined;
	}
}

function chain(previous: string, sequence: number, at: Date, kind: string, entry: unknown): string {
	return createHash("sha256")
		.update(canonical([previous, sequence, at.toISOString(), kind, entry]))
		.digest("hex");
}
