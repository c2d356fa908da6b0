import { and, eq, sql } from "./drizzle.ts";
import { cursors, type Db } from "./schema.ts";

/** How far a folder has been read. A new UIDVALIDITY means that all numbers before it are void. */
export interface Cursor {
	readonly mailbox: string;
	readonly folder: string;
	readonly uidValidity: string;
	readonly lastUid: number;
	readonly modseq?: string;
}

/** Moves a folder's cursor; within one UIDVALIDITY it never goes back. */
export async function moveCursor(db: Db, cursor: Cursor, now: Date): Promise<void> {
	const { mailbox, folder, uidValidity, lastUid, modseq = null } = cursor;
	await db
		.insert(cursors)
		.values({ mailbox, folder, uidValidity, lastUid, modseq, movedAt: now })
		.onConflictDoUpdate({
			target: [cursors.mailbox, cursors.folder],
			set: {
				uidValidity,
				lastUid: sql`CASE WHEN ${cursors.uidValidity} = ${uidValidity}
					THEN greatest(${cursors.lastUid}, ${lastUid}) ELSE ${lastUid} END`,
				modseq,
				movedAt: now,
			},
		});
}

/** The cursor of one folder, or undefined where it was never read. */
export async function cursorOf(db: Db, mailbox: string, folder: string): Promise<Cursor | undefined> {
	const [row] = await db
		.select()
		.from(cursors)
		.where(and(eq(cursors.mailbox, mailbox), eq(cursors.folder, folder)));
	if (row === undefined) return undefined;
	const { uidValidity, lastUid, modseq } = row;
	return { mailbox, folder, uidValidity, lastUid, ...(modseq === null ? {} : { modseq }) };
}
