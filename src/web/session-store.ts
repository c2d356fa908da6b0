/** Sessions in the store, so that they outlive a restart and end everywhere at once. The id is kept as a hash only. */
import { createHash } from "node:crypto";
import type { SessionStore } from "@fastify/session";
import { eq, lte } from "../store/drizzle.ts";
import { type Db, sessions } from "../store/schema.ts";

/** A day at the office; then one signs in again. */
export const SESSION_MS = 9 * 3_600_000;

export function createSessionStore(db: Db, now: () => Date): SessionStore {
	return {
		set: (id, session, done) => {
			const row = { data: JSON.parse(JSON.stringify(session)), expiresAt: new Date(now().getTime() + SESSION_MS) };
			db.insert(sessions)
				.values({ idHash: hashOf(id), ...row })
				// The end of a session doesn't move: who signed in at nine signs in again at six.
				.onConflictDoUpdate({ target: sessions.idHash, set: { data: row.data } })
				.then(() => done(), done);
		},
		get: (id, done) => {
			db.select()
				.from(sessions)
				.where(eq(sessions.idHash, hashOf(id)))
				.then(([row]) => {
					const valid = row !== undefined && row.expiresAt > now();
					done(null, valid ? (row.data as Parameters<typeof done>[1]) : null);
				}, done);
		},
		destroy: (id, done) => {
			db.delete(sessions)
				.where(eq(sessions.idHash, hashOf(id)))
				.then(() => done(), done);
		},
	};
}

/** Deletes sessions that have run out. */
export async function pruneSessions(db: Db, now: Date): Promise<void> {
	await db.delete(sessions).where(lte(sessions.expiresAt, now));
}

function hashOf(id: string): string {
	return createHash("sha256").update(id).digest("base64url");
}
