/** Reading mail once more, because other facts would now be taken from it. */
import type { MessageFacts } from "../facts/facts.ts";
import { mergeCopies } from "../facts/merge.ts";
import { inArray } from "./drizzle.ts";
import { cursors, type Db, passedOver } from "./schema.ts";
import { putSetting, setting } from "./settings.ts";

const READ_SINCE = "facts-read-since";

/** Facts taken and places seen before this moment are out of date; undefined where none are. */
export async function outOfDateBefore(db: Db): Promise<Date | undefined> {
	const moment = await setting(db, READ_SINCE);
	return moment === undefined ? undefined : new Date(moment);
}

/** Lets every mailbox be read again from the first day of its range on; what is there until then stays. */
export async function readAllAnew(db: Db, now: Date): Promise<void> {
	await putSetting(db, READ_SINCE, now.toISOString());
	await forgetCursors(db);
}

/** Lets mail be found again that was excluded for reasons which have changed. */
export async function findExcludedAnew(db: Db, reasons: readonly string[]): Promise<void> {
	if (reasons.length === 0) return;
	await db.delete(passedOver).where(inArray(passedOver.reason, [...reasons]));
	await forgetCursors(db);
}

async function forgetCursors(db: Db): Promise<void> {
	await db.delete(cursors);
}

/** Facts taken anew in place of those out of date; what only other copies can show, receipts and places, is kept. */
export function renewed(before: MessageFacts, copy: MessageFacts): MessageFacts {
	const { at, receipts, resends } = before;
	return mergeCopies({ ...copy, at, receipts, resends }, copy);
}
