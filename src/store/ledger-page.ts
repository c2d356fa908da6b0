/** The ledger as it is read: its newest entries, a page at a time. */
import { textArray } from "./arrays.ts";
import { and, desc, lt, sql } from "./drizzle.ts";
import { type Db, exemptPatterns, findings, ledger } from "./schema.ts";
import { type Seeing, seenBy } from "./sight.ts";

export interface LedgerRow {
	readonly sequence: number;
	readonly at: Date;
	readonly kind: string;
	readonly entry: Readonly<Record<string, unknown>>;
	/** SHA-256 in hex. */
	readonly hash: string;
}

/** Up to `limit` entries, the newest first. @param before only entries with a smaller number */
export async function ledgerPage(db: Db, limit: number, before?: number): Promise<readonly LedgerRow[]> {
	const { sequence, at, kind, entry, hash } = ledger;
	return db
		.select({ sequence, at, kind, entry, hash })
		.from(ledger)
		.where(before === undefined ? undefined : lt(sequence, before))
		.orderBy(desc(sequence))
		.limit(limit);
}

/** Which of these ids of findings and exempt patterns somebody may see. Those that are no longer stored, nobody may. */
export async function seenAmong(
	db: Db,
	sight: Seeing | undefined,
	ids: readonly string[],
): Promise<ReadonlySet<string>> {
	if (sight === undefined || ids.length === 0) return new Set();
	const among = and(sql`id = ANY(${textArray(ids)})`, seenBy(sight));
	const seen = await db.select({ id: findings.id }).from(findings).where(among);
	const patterns = await db.select({ id: exemptPatterns.id }).from(exemptPatterns).where(among);
	return new Set([...seen, ...patterns].map(({ id }) => id));
}
