/** Where the copies of messages lie. */

import type { MessageFacts } from "../facts/facts.ts";
import type { Location } from "../facts/message.ts";
import { inArray, sql } from "./drizzle.ts";
import { locationKey, placeColumns } from "./location.ts";
import { copies, type Db, messageFacts, unreadable } from "./schema.ts";

/**
 * Records where copies lie. A place whose message is now another one (its reading changed) takes from the old message
 * that copy; a message without any copy is dropped.
 * @param lost is given the relation keys of dropped messages
 * @returns identities that were dropped
 */
export async function placeCopies(
	tx: Db,
	read: readonly { readonly at: Location; readonly facts: MessageFacts }[],
	now: Date,
	lost: { readonly key: number; readonly message: number }[],
): Promise<readonly string[]> {
	if (read.length === 0) return [];
	const rows = new Map(
		read.map(({ at, facts }) => [locationKey(at), { ...placeColumns(at), identity: facts.identity, seenAt: now }]),
	);
	const locations = [...rows.keys()];
	const before = await tx
		.select({ location: copies.location, identity: copies.identity })
		.from(copies)
		.where(inArray(copies.location, locations));
	const left = before
		.filter(({ location, identity }) => rows.get(location)?.identity !== identity)
		.map(({ identity }) => identity);
	await tx
		.insert(copies)
		.values([...rows.values()])
		.onConflictDoUpdate({ target: copies.location, set: { identity: sql`excluded.identity`, seenAt: now } });
	await tx.delete(unreadable).where(inArray(unreadable.location, locations));
	return left.length === 0 ? [] : dropWithoutCopies(tx, new Set(left), lost);
}

async function dropWithoutCopies(
	tx: Db,
	identities: ReadonlySet<string>,
	lost: { readonly key: number; readonly message: number }[],
): Promise<readonly string[]> {
	const still = await tx
		.selectDistinct({ identity: copies.identity })
		.from(copies)
		.where(inArray(copies.identity, [...identities]));
	const kept = new Set(still.map(({ identity }) => identity));
	const bare = [...identities].filter((identity) => !kept.has(identity)).sort();
	if (bare.length === 0) return [];
	const dropped = await tx
		.delete(messageFacts)
		.where(inArray(messageFacts.identity, bare))
		.returning({ number: messageFacts.number, keys: messageFacts.keys });
	for (const { number, keys } of dropped) for (const key of keys) lost.push({ key, message: number });
	return bare;
}
