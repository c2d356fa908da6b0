/** What was found and not audited, and which sources are connected: the part of every report that says what it cannot show. */
import { and, asc, eq, gte, lte, sql } from "drizzle-orm";
import type { Location } from "../facts/message.ts";
import { placeColumns } from "./location.ts";
import { copies, type Db, excluded, messageFacts, sourceStates, unreadable } from "./schema.ts";
import { storableText } from "./storable.ts";

export interface UnreadableCopy {
	readonly at: Location;
	/** In words for the report; never a line of the mail. */
	readonly reason: string;
}

export interface ExcludedCount {
	readonly mailbox: string;
	readonly folder: string;
	readonly reason: string;
	readonly count: number;
}

/** A folder of a source as it stands; moments as Date, absent where it never happened. */
export interface SourceState {
	readonly mailbox: string;
	readonly folder: string;
	readonly connectedSince?: Date;
	readonly lastSeen?: Date;
	readonly lastMail?: Date;
	readonly lastErrorCode?: string;
	readonly lastErrorAt?: Date;
}

/** Lists messages that could not be read; one listed before keeps its first day. */
export async function noteUnreadable(db: Db, messages: readonly UnreadableCopy[], now: Date): Promise<void> {
	for (const { at, reason } of messages) {
		const text = storableText(reason);
		await db
			.insert(unreadable)
			.values({ ...placeColumns(at), reason: text, firstSeen: now, lastSeen: now })
			.onConflictDoUpdate({ target: unreadable.location, set: { reason: text, lastSeen: now } });
	}
}

/** Adds to the numbers of excluded messages of the day. */
export async function countExcluded(db: Db, counts: readonly ExcludedCount[], now: Date): Promise<void> {
	const day = now.toISOString().slice(0, 10);
	for (const { mailbox, folder, reason, count } of counts) {
		await db
			.insert(excluded)
			.values({ mailbox, folder, reason, day, count })
			.onConflictDoUpdate({
				target: [excluded.mailbox, excluded.folder, excluded.reason, excluded.day],
				set: { count: sql`${excluded.count} + ${count}` },
			});
	}
}

/** Notes that a folder was reached (and whether it brought mail), or the code of what went wrong. */
export async function noteSource(
	db: Db,
	place: { readonly mailbox: string; readonly folder: string },
	outcome: { readonly kind: "reached"; readonly mail: boolean } | { readonly kind: "failed"; readonly code: string },
	now: Date,
): Promise<void> {
	const { mailbox, folder } = place;
	const target = [sourceStates.mailbox, sourceStates.folder];
	if (outcome.kind === "failed") {
		const set = { connectedSince: null, lastErrorCode: outcome.code, lastErrorAt: now };
		await db
			.insert(sourceStates)
			.values({ mailbox, folder, ...set })
			.onConflictDoUpdate({ target, set });
		return;
	}
	const mail = outcome.mail ? { lastMail: now } : {};
	await db
		.insert(sourceStates)
		.values({ mailbox, folder, connectedSince: now, lastSeen: now, ...mail })
		.onConflictDoUpdate({
			target,
			set: {
				connectedSince: sql`coalesce(${sourceStates.connectedSince}, excluded.connected_since)`,
				lastSeen: now,
				...mail,
			},
		});
}

/** Every folder that was ever reached or tried, by mailbox and folder. */
export async function sourceStatesOf(db: Db): Promise<readonly SourceState[]> {
	const rows = await db.select().from(sourceStates).orderBy(asc(sourceStates.mailbox), asc(sourceStates.folder));
	return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as never);
}

/** Numbers for a period, given as ISO 8601 instants, both inclusive: found = audited + unreadable. */
export async function coverageOf(
	db: Db,
	period: { readonly from?: string; readonly to?: string },
): Promise<{
	readonly audited: number;
	readonly unreadable: readonly UnreadableCopy[];
	readonly excluded: readonly ExcludedCount[];
}> {
	const inPeriod = and(
		period.from === undefined ? undefined : gte(messageFacts.date, period.from),
		period.to === undefined ? undefined : lte(messageFacts.date, period.to),
	);
	const [counted] = await db
		.select({ audited: sql<number>`count(*)::int` })
		.from(copies)
		.innerJoin(messageFacts, eq(messageFacts.identity, copies.identity))
		.where(inPeriod);
	const notRead = await db.select().from(unreadable).orderBy(asc(unreadable.location));
	const days = and(
		period.from === undefined ? undefined : gte(excluded.day, period.from.slice(0, 10)),
		period.to === undefined ? undefined : lte(excluded.day, period.to.slice(0, 10)),
	);
	const counts = await db
		.select({
			mailbox: excluded.mailbox,
			folder: excluded.folder,
			reason: excluded.reason,
			count: sql<number>`sum(${excluded.count})::int`,
		})
		.from(excluded)
		.where(days)
		.groupBy(excluded.mailbox, excluded.folder, excluded.reason)
		.orderBy(asc(excluded.mailbox), asc(excluded.folder), asc(excluded.reason));
	return {
		audited: counted?.audited ?? 0,
		unreadable: notRead.map((row) => ({ at: placeOf(row), reason: row.reason })),
		excluded: counts,
	};
}

/** The newest day on which any mail came in, or undefined. */
export async function lastMailAt(db: Db): Promise<Date | undefined> {
	const rows = await sourceStatesOf(db);
	return rows.reduce<Date | undefined>((latest, { lastMail }) => {
		if (lastMail === undefined) return latest;
		return latest === undefined || lastMail > latest ? lastMail : latest;
	}, undefined);
}

function placeOf(row: typeof unreadable.$inferSelect): Location {
	return {
		mailbox: row.mailbox,
		folder: row.folder,
		...(row.uid === null ? {} : { uid: row.uid }),
		...(row.uidValidity === null ? {} : { uidValidity: row.uidValidity }),
		...(row.file === null ? {} : { file: row.file }),
	};
}
