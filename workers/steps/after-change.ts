/** What a change of the configuration does to what is stored already. */
import { judgingDigest } from "../../src/configuration-digests.ts";
import type { Installation } from "../../src/installation.ts";
import { markAll } from "../../src/store/audit-pending.ts";
import { CONFIGURATION_CHANGED } from "../../src/store/findings.ts";
import { append } from "../../src/store/ledger.ts";
import { putSetting, setting } from "../../src/store/settings.ts";

const JUDGED_BY = "judged-by";
const MARKED_AT_ONCE = 1_000;

/** Puts all stored mail on the audit's list where what it was judged by has changed since the last start. */
export async function judgeAnewAfterChange({ council, store, now, log }: Installation): Promise<void> {
	const { db } = store;
	const digest = judgingDigest(council);
	const before = await setting(db, JUDGED_BY);
	if (before === digest) return;
	// Marked first: a crash in between only marks them once more.
	const messages = before === undefined ? 0 : await markAll(db, CONFIGURATION_CHANGED, now(), MARKED_AT_ONCE);
	await db.transaction(async (tx) => {
		await putSetting(tx, JUDGED_BY, digest);
		if (before === undefined) return;
		await append(tx, [{ kind: "configuration.changed", entry: { judgedBy: digest, messages } }], now());
	});
	if (messages > 0) log.info({ messages }, "the configuration changed: stored mail is judged anew");
}
