/** Whether the ledger is as it was written, also against a head that a digest printed earlier. */
import { eq } from "./drizzle.ts";
import { firstBreak, head, type LedgerHead } from "./ledger.ts";
import { type Db, ledger } from "./schema.ts";

export type LedgerVerdict =
	/** Every entry follows from the one before it; `held`: the head from a digest was looked up and is the same. */
	| { readonly kind: "whole"; readonly head: LedgerHead; readonly held: boolean }
	/** The first entry that doesn't follow. */
	| { readonly kind: "broken"; readonly at: number }
	/** There are fewer entries than when the digest was written. */
	| { readonly kind: "cut"; readonly head: LedgerHead; readonly expected: LedgerHead }
	/** The entry of that number is another one than the digest says. */
	| { readonly kind: "rewritten"; readonly expected: LedgerHead };

/** @param expected the head that a digest printed */
export async function verifyLedger(db: Db, expected?: LedgerHead): Promise<LedgerVerdict> {
	const at = await firstBreak(db);
	if (at !== undefined) return { kind: "broken", at };
	const newest = await head(db);
	if (expected === undefined || expected.sequence === 0) return { kind: "whole", head: newest, held: false };
	if (expected.sequence > newest.sequence) return { kind: "cut", head: newest, expected };
	const [row] = await db.select({ hash: ledger.hash }).from(ledger).where(eq(ledger.sequence, expected.sequence));
	if (row?.hash !== expected.hash) return { kind: "rewritten", expected };
	return { kind: "whole", head: newest, held: true };
}

/** "1,204, 3fa9…" as a digest prints it, or with blanks; undefined where it is none. */
export function headFrom(text: string): LedgerHead | undefined {
	const [, number = "", hash = ""] = /^\s*([\d,]{1,15})[\s,;:]+([0-9a-f]{64})\s*$/iu.exec(text) ?? [];
	return number === "" ? undefined : { sequence: Number(number.replaceAll(",", "")), hash: hash.toLowerCase() };
}
