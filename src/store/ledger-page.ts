/** The ledger as it is read: its newest entries, a page at a time. */
import { desc, lt } from "./drizzle.ts";
import { type Db, ledger } from "./schema.ts";

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
