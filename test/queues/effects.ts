import { reconcileFindings } from "../../src/store/findings.ts";
import { append } from "../../src/store/ledger.ts";
import type { Db } from "../../src/store/schema.ts";
import { findingOn, NOW } from "../store/sample.ts";

/** So short that a test need not wait; a job that outlives its lock on a slow machine is part of the test. */
export const TEST_TIMES = { lockMs: 3_000, stalledCheckMs: 1_000 };

/** What the audit does for a message: raise its finding and say so in the ledger, both or neither. */
export async function raiseOnce(db: Db, identity: string): Promise<void> {
	await db.transaction(async (tx) => {
		const finding = findingOn(identity, `f_${identity}`);
		const { raised } = await reconcileFindings(tx, new Map([[identity, [finding]]]), NOW);
		await append(
			tx,
			raised.map(({ finding }) => ({ kind: "finding.raised", entry: { id: finding.id } })),
			NOW,
		);
	});
}
