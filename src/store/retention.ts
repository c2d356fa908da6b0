/** The end of what is kept: facts by their message's date, findings by the day on which they were raised. */

import { bigintArray, textArray } from "./arrays.ts";
import { asc, inArray, lt, lte, sql } from "./drizzle.ts";
import { forget } from "./exclude.ts";
import { locationDigest } from "./location.ts";
import { holdersOf } from "./relation-keys.ts";
import { rowsOf } from "./rows.ts";
import {
	alerts,
	copies,
	type Db,
	decisions,
	findings,
	messageFacts,
	prunedPlaces,
	sessions,
	signInLinks,
} from "./schema.ts";
import { LINK_MS } from "./sign-in-links.ts";

/**
 * Deletes the facts of up to `limit` messages dated before the moment (ISO 8601), oldest first, with their places and
 * relations. Their findings stay, and so do those of related messages, whichever mail comes later. Of each place a
 * digest is kept, so that the message is not read again as a new one.
 * @returns how many messages that were
 */
export async function pruneFacts(db: Db, before: string, limit: number): Promise<number> {
	return db.transaction(async (tx) => {
		const rows = await tx
			.select({ identity: messageFacts.identity, number: messageFacts.number, keys: messageFacts.keys })
			.from(messageFacts)
			.where(lt(messageFacts.date, before))
			.orderBy(asc(messageFacts.date), asc(messageFacts.identity))
			.limit(limit)
			.for("update");
		if (rows.length === 0) return 0;
		const identities = rows.map(({ identity }) => identity);
		const places = await tx
			.select({ location: copies.location, mailbox: copies.mailbox })
			.from(copies)
			.where(inArray(copies.identity, identities));
		const digests = places.map(({ location, mailbox }) => ({ place: locationDigest(location), mailbox }));
		if (digests.length > 0) await tx.insert(prunedPlaces).values(digests).onConflictDoNothing();
		const holders = await holdersOf(tx, new Set(rows.flatMap(({ keys }) => keys)));
		const related = await tx
			.select({ identity: messageFacts.identity })
			.from(messageFacts)
			.where(sql`${messageFacts.number} = ANY(${bigintArray(new Set([...holders.values()].flat()))})`);
		await forget(tx, rows);
		const standing = [...identities, ...related.map(({ identity }) => identity)];
		await tx
			.update(findings)
			.set({ groundsPruned: true })
			.where(sql`${findings.identity} = ANY(${textArray(standing)})`);
		return rows.length;
	});
}

/**
 * Deletes up to `limit` findings raised before the moment, withdrawn ones too, with their alerts and decisions; one
 * whose message is still kept stays until that goes, or it would be found and alerted anew.
 * @returns how many findings that were
 */
export async function pruneFindings(db: Db, before: Date, limit: number): Promise<number> {
	return db.transaction(async (tx) => {
		const ids = rowsOf<{ readonly id: string }>(
			await tx.execute(sql`
				SELECT id FROM candour.findings
				WHERE raised_at < ${before.toISOString()}::timestamptz
				AND NOT EXISTS (SELECT 1 FROM candour.message_facts AS kept WHERE kept.identity = findings.identity)
				ORDER BY raised_at, id LIMIT ${limit} FOR UPDATE`),
		).map(({ id }) => id);
		if (ids.length === 0) return 0;
		await tx.delete(alerts).where(inArray(alerts.key, ids));
		await tx.delete(decisions).where(inArray(decisions.findingId, ids));
		await tx.delete(findings).where(inArray(findings.id, ids));
		return ids.length;
	});
}

/** Deletes sessions and links for signing in that have run out. */
export async function pruneSignIns(db: Db, now: Date): Promise<void> {
	await db.delete(sessions).where(lte(sessions.expiresAt, now));
	await db.delete(signInLinks).where(lt(signInLinks.askedAt, new Date(now.getTime() - LINK_MS)));
}
