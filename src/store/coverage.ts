/** What was found and not audited, and which sources are connected: the part of every report that says what it cannot show. */

import type { MessageFacts } from "../facts/facts.ts";
import type { Location } from "../facts/message.ts";
import { and, asc, desc, eq, gte, inArray, isNotNull, lte, sql } from "./drizzle.ts";
import { placeColumns, placeDigest } from "./location.ts";
import { outOfDateBefore } from "./read-anew.ts";
import {
	copies,
	type Db,
	leftOut,
	messageFacts,
	passedOver,
	prunedPlaces,
	sourceStates,
	unreadable,
} from "./schema.ts";
import { storableText } from "./storable.ts";

export interface UnreadableCopy {
	readonly at: Location;
	/** In words for the report; never a line of the mail. */
	readonly reason: string;
}

/** A message passed over at the header stage; without a reason, because no rule could need it. */
export interface PassedOver {
	readonly at: Location;
	readonly excluded?: string;
}

interface ExcludedCount {
	readonly mailbox: string;
	readonly folder: string;
	readonly reason: string;
	readonly count: number;
}

export interface LeftOutFolder {
	readonly mailbox: string;
	readonly folder: string;
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

/** Counts what was passed over, each place once. */
export async function countPassedOver(db: Db, passed: readonly PassedOver[], now: Date): Promise<void> {
	if (passed.length === 0) return;
	const day = now.toISOString().slice(0, 10);
	const rows = passed.map(({ at, excluded }) => ({
		place: placeDigest(at),
		mailbox: storableText(at.mailbox),
		folder: storableText(at.folder),
		reason: excluded ?? null,
		day,
	}));
	await db.insert(passedOver).values(rows).onConflictDoNothing();
}

/** Notes how many messages lie in folders that are never read. */
export async function noteLeftOut(db: Db, folders: readonly LeftOutFolder[]): Promise<void> {
	for (const { mailbox, folder, count } of folders) {
		await db
			.insert(leftOut)
			.values({ mailbox, folder, count })
			.onConflictDoUpdate({ target: [leftOut.mailbox, leftOut.folder], set: { count } });
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

/** Notes that the folders of these mailboxes are still followed; one that fails is not. */
export async function noteFollowed(db: Db, mailboxes: readonly string[], now: Date): Promise<void> {
	if (mailboxes.length === 0) return;
	await db
		.update(sourceStates)
		.set({ lastSeen: now })
		.where(and(inArray(sourceStates.mailbox, [...mailboxes]), isNotNull(sourceStates.connectedSince)));
}

/** Every folder that was ever reached or tried, by mailbox and folder. */
export async function sourceStatesOf(db: Db): Promise<readonly SourceState[]> {
	const rows = await db.select().from(sourceStates).orderBy(asc(sourceStates.mailbox), asc(sourceStates.folder));
	return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as never);
}

/** How many messages could not be read. */
export async function countUnreadable(db: Db): Promise<number> {
	const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(unreadable);
	return row?.count ?? 0;
}

/** Messages that could not be read, the newest first, with why and since when. */
export async function unreadableList(
	db: Db,
	limit: number,
): Promise<readonly (UnreadableCopy & { readonly firstSeen: Date })[]> {
	const rows = await db.select().from(unreadable).orderBy(desc(unreadable.firstSeen), unreadable.location).limit(limit);
	return rows.map((row) => ({ at: placeOf(row), reason: row.reason, firstSeen: row.firstSeen }));
}

export interface StoredCoverage {
	/** Copies that were read and judged, by the date of the message. */
	readonly audited: number;
	readonly unreadable: readonly UnreadableCopy[];
	/** By the day on which they were come across. */
	readonly excluded: readonly ExcludedCount[];
	readonly notNeeded: number;
	readonly leftOut: readonly LeftOutFolder[];
	/** Facts of messages that could be read in part only. */
	readonly partlyRead: readonly MessageFacts[];
}

/** What became of everything found in a period, given as ISO 8601 instants, both inclusive. */
export async function coverageOf(
	db: Db,
	period: { readonly from?: string; readonly to?: string },
): Promise<StoredCoverage> {
	const inPeriod = and(
		period.from === undefined ? undefined : gte(messageFacts.date, period.from),
		period.to === undefined ? undefined : lte(messageFacts.date, period.to),
	);
	const days = and(
		period.from === undefined ? undefined : gte(passedOver.day, period.from.slice(0, 10)),
		period.to === undefined ? undefined : lte(passedOver.day, period.to.slice(0, 10)),
	);
	const [counted] = await db
		.select({ audited: sql<number>`count(*)::int` })
		.from(copies)
		.innerJoin(messageFacts, eq(messageFacts.identity, copies.identity))
		.where(inPeriod);
	const partly = await db
		.select({ facts: messageFacts.facts })
		.from(messageFacts)
		.where(and(inPeriod, messageFacts.partlyRead))
		.orderBy(asc(messageFacts.date), asc(messageFacts.identity));
	const notRead = await db.select().from(unreadable).orderBy(asc(unreadable.location));
	const { mailbox, folder, reason } = passedOver;
	const passed = await db
		.select({ mailbox, folder, reason, count: sql<number>`count(*)::int` })
		.from(passedOver)
		.where(days)
		.groupBy(mailbox, folder, reason)
		.orderBy(asc(mailbox), asc(folder), asc(reason));
	return {
		audited: counted?.audited ?? 0,
		unreadable: notRead.map((row) => ({ at: placeOf(row), reason: row.reason })),
		excluded: passed.flatMap(({ reason, ...place }) => (reason === null ? [] : [{ ...place, reason }])),
		notNeeded: passed.reduce((sum, { reason, count }) => (reason === null ? sum + count : sum), 0),
		leftOut: await db.select().from(leftOut).orderBy(asc(leftOut.mailbox), asc(leftOut.folder)),
		partlyRead: partly.map(({ facts }) => facts),
	};
}

/**
 * Digests of every place in a mailbox that was read, found unreadable or passed over, or whose facts are no longer
 * kept: none need be fetched again. What was read before facts went out of date is not among them.
 */
export async function knownPlaces(db: Db, mailbox: string): Promise<Set<string>> {
	const columns = (table: typeof copies | typeof unreadable) => {
		const { mailbox, folder, uidValidity, uid, file } = table;
		return { mailbox, folder, uidValidity, uid, file };
	};
	const since = await outOfDateBefore(db);
	const read = await db
		.select(columns(copies))
		.from(copies)
		.where(and(eq(copies.mailbox, mailbox), since && gte(copies.seenAt, since)));
	const failed = await db
		.select(columns(unreadable))
		.from(unreadable)
		.where(and(eq(unreadable.mailbox, mailbox), since && gte(unreadable.lastSeen, since)));
	const pruned = await db
		.select({ place: prunedPlaces.place })
		.from(prunedPlaces)
		.where(eq(prunedPlaces.mailbox, mailbox));
	const passed = await db.select({ place: passedOver.place }).from(passedOver).where(eq(passedOver.mailbox, mailbox));
	return new Set([
		...[...read, ...failed].map((row) => placeDigest(placeOf(row))),
		...[...passed, ...pruned].map(({ place }) => place),
	]);
}

/** The newest day on which any mail came in, or undefined. */
export async function lastMailAt(db: Db): Promise<Date | undefined> {
	const rows = await sourceStatesOf(db);
	return rows.reduce<Date | undefined>((latest, { lastMail }) => {
		if (lastMail === undefined) return latest;
		return latest === undefined || lastMail > latest ? lastMail : latest;
	}, undefined);
}

/** The place that the columns of a copy or of an unreadable message say. */
export function placeOf(row: {
	readonly mailbox: string;
	readonly folder: string;
	readonly uidValidity: string | null;
	readonly uid: number | null;
	readonly file: string | null;
}): Location {
	return {
		mailbox: row.mailbox,
		folder: row.folder,
		...(row.uid === null ? {} : { uid: row.uid }),
		...(row.uidValidity === null ? {} : { uidValidity: row.uidValidity }),
		...(row.file === null ? {} : { file: row.file }),
	};
}
