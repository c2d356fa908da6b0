/** Storing what was read: facts, places, cursor and outbox in one transaction. */
import { isDeepStrictEqual } from "node:util";
import type { MessageFacts } from "../facts/facts.ts";
import { mergeCopies } from "../facts/merge.ts";
import type { Location } from "../facts/message.ts";
import { markPending, type Pending } from "./audit-pending.ts";
import { placeCopies } from "./copies.ts";
import {
	countPassedOver,
	type LeftOutFolder,
	noteLeftOut,
	noteUnreadable,
	type PassedOver,
	type UnreadableCopy,
} from "./coverage.ts";
import { type Cursor, moveCursor } from "./cursors.ts";
import { eq, inArray, sql } from "./drizzle.ts";
import { CONFIGURATION_CHANGED } from "./findings.ts";
import { outOfDateBefore, renewed } from "./read-anew.ts";
import { addKeys, concernedBy, keyNumbers, removeKeys } from "./relation-keys.ts";
import { type Db, messageFacts } from "./schema.ts";
import { storableText } from "./storable.ts";

/** One copy as it was read. */
export interface CopyRead {
	readonly at: Location;
	readonly facts: MessageFacts;
}

/** What was read of one folder, and how far. */
export interface Batch {
	readonly copies: readonly CopyRead[];
	readonly unreadable: readonly UnreadableCopy[];
	readonly passedOver: readonly PassedOver[];
	readonly leftOut: readonly LeftOutFolder[];
	/** Absent for sources without cursors, such as files. */
	readonly cursor?: Cursor;
}

/** Identities that a batch added, changed, or left without any copy. */
export interface Stored {
	readonly added: readonly string[];
	readonly changed: readonly string[];
	readonly dropped: readonly string[];
	/** They, and others whose relations changed with them: what waits for the audit now. */
	readonly waiting: readonly Pending[];
}

/** The relation keys of a message's merged facts (facts/relations.ts). */
export type KeysOf = (facts: MessageFacts) => readonly string[];

type Pair = { readonly key: number; readonly message: number };

const NEXT_REVISION = sql`nextval('candour.revision')`;

/**
 * Stores what was read and moves the cursor, in one transaction: either all of it is there afterwards or none.
 * The same batch twice changes nothing the second time. A few hundred copies at
 * most: every message is one row of one statement.
 */
export async function storeBatch(db: Db, batch: Batch, keysOf: KeysOf, now: Date): Promise<Stored> {
	const read = byIdentity(batch.copies);
	return db.transaction(async (tx) => {
		const gained: Pair[] = [];
		const lost: Pair[] = [];
		const added = await addMessages(tx, read, keysOf, gained, now);
		const since = await outOfDateBefore(tx);
		const known = new Set(added);
		const { changed, renewedBy } = await mergeIntoKnown(tx, read, known, keysOf, gained, lost, { since, now });
		const dropped = await placeCopies(tx, batch.copies, now, lost);
		await addKeys(tx, gained);
		await removeKeys(tx, lost);
		const concerned =
			gained.length + lost.length === 0
				? []
				: await concernedBy(tx, { lost: new Set(lost.map(({ key }) => key)), gained: countByKey(gained) });
		await noteUnreadable(tx, batch.unreadable, now);
		await countPassedOver(tx, batch.passedOver, now);
		await noteLeftOut(tx, batch.leftOut);
		if (batch.cursor !== undefined) await moveCursor(tx, batch.cursor, now);
		const waiting = await markPending(tx, [...added, ...changed, ...dropped, ...concerned], now);
		const anew = await markPending(tx, renewedBy, now, CONFIGURATION_CHANGED);
		return { added, changed: [...changed, ...renewedBy], dropped, waiting: newest([...waiting, ...anew]) };
	});
}

/** Sorted, so that two processes lock rows in the same order. */
function byIdentity(read: readonly CopyRead[]): ReadonlyMap<string, MessageFacts> {
	const merged = new Map<string, MessageFacts>();
	for (const { facts } of read) {
		const before = merged.get(facts.identity);
		merged.set(facts.identity, before === undefined ? facts : mergeCopies(before, facts));
	}
	return new Map([...merged].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function addMessages(
	tx: Db,
	read: ReadonlyMap<string, MessageFacts>,
	keysOf: KeysOf,
	gained: Pair[],
	now: Date,
): Promise<readonly string[]> {
	if (read.size === 0) return [];
	const keys = new Map([...read].map(([identity, facts]) => [identity, keyNumbers(keysOf(facts))]));
	const inserted = await tx
		.insert(messageFacts)
		.values(
			[...read].map(([identity, facts]) => ({
				identity,
				messageId: storableText(facts.messageId),
				date: facts.date,
				facts,
				partlyRead: facts.partlyRead.length > 0,
				keys: [...(keys.get(identity) ?? [])],
				revision: NEXT_REVISION,
				storedAt: now,
			})),
		)
		.onConflictDoNothing()
		.returning({ identity: messageFacts.identity, number: messageFacts.number });
	for (const { identity, number } of inserted) {
		for (const key of keys.get(identity) ?? []) gained.push({ key, message: number });
	}
	return inserted.map(({ identity }) => identity);
}

async function mergeIntoKnown(
	tx: Db,
	read: ReadonlyMap<string, MessageFacts>,
	added: ReadonlySet<string>,
	keysOf: KeysOf,
	gained: Pair[],
	lost: Pair[],
	when: { readonly since: Date | undefined; readonly now: Date },
): Promise<{ readonly changed: readonly string[]; readonly renewedBy: readonly string[] }> {
	const others = [...read.keys()].filter((identity) => !added.has(identity));
	if (others.length === 0) return { changed: [], renewedBy: [] };
	const rows = await tx
		.select()
		.from(messageFacts)
		.where(inArray(messageFacts.identity, others))
		.orderBy(messageFacts.identity)
		.for("update");
	const changed: string[] = [];
	const renewedBy: string[] = [];
	for (const { identity, number, facts, keys: before, storedAt } of rows) {
		const copy = read.get(identity);
		if (copy === undefined) continue;
		const outOfDate = when.since !== undefined && storedAt < when.since;
		const merged = outOfDate ? renewed(facts, copy) : mergeCopies(facts, copy);
		const fresh = outOfDate ? { storedAt: when.now } : {};
		if (isDeepStrictEqual(merged, facts)) {
			if (outOfDate) await tx.update(messageFacts).set(fresh).where(eq(messageFacts.identity, identity));
			continue;
		}
		const keys = keyNumbers(keysOf(merged));
		for (const key of keys) if (!before.includes(key)) gained.push({ key, message: number });
		for (const key of before) if (!keys.includes(key)) lost.push({ key, message: number });
		await tx
			.update(messageFacts)
			.set({
				facts: merged,
				partlyRead: merged.partlyRead.length > 0,
				keys: [...keys],
				revision: NEXT_REVISION,
				...fresh,
			})
			.where(eq(messageFacts.identity, identity));
		(outOfDate ? renewedBy : changed).push(identity);
	}
	return { changed, renewedBy };
}

/** Each message once, as it was put on the list last. */
function newest(waiting: readonly Pending[]): readonly Pending[] {
	return [...new Map(waiting.map((one) => [one.identity, one])).values()];
}

function countByKey(pairs: readonly Pair[]): ReadonlyMap<number, number> {
	const counts = new Map<number, number>();
	for (const { key } of pairs) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}
