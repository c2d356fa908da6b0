/** Sessions in the store, so that they outlive a restart and end everywhere at once. The id is kept as a hash only. */
import { createHash } from "node:crypto";
import type { FastifySessionOptions, SessionStore } from "@fastify/session";
import type { Session } from "fastify";
import type { WebConfig } from "../../config/council.ts";
import { eq } from "../../store/drizzle.ts";
import { type Db, sessions } from "../../store/schema.ts";

/** A day at the office; then one signs in again. */
export const SESSION_MS = 9 * 3_600_000;
/** As long as a form waits for somebody who is not signed in. */
const ANONYMOUS_MS = 3_600_000;

/** The session's cookie. Under https its name makes browsers refuse it from other hosts of the domain. */
export function cookieOf({ url }: Pick<WebConfig, "url">) {
	const secure = url.startsWith("https:");
	const options = { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge: SESSION_MS } as const;
	return { name: secure ? "__Host-candour" : "candour", secure, options } satisfies {
		options: FastifySessionOptions["cookie"];
		name: string;
		secure: boolean;
	};
}

export function createSessionStore(db: Db, now: () => Date): SessionStore {
	return {
		set: (id, session, done) => {
			const row = { data: JSON.parse(JSON.stringify(session)), expiresAt: endOf(session, now()) };
			const idHash = hashOf(id);
			// A session with a name in it was there before: where it is gone, somebody signed out while a page was made.
			const write =
				session.email === undefined
					? db
							.insert(sessions)
							.values({ idHash, ...row })
							.onConflictDoUpdate({ target: sessions.idHash, set: row })
					: db.update(sessions).set(row).where(eq(sessions.idHash, idHash));
			write.then(() => done(), done);
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

/** The end of a session doesn't move: who signed in at nine signs in again at six. */
function endOf({ email, signedInAt }: Session, now: Date): Date {
	if (email === undefined) return new Date(now.getTime() + ANONYMOUS_MS);
	return new Date((signedInAt ?? now.getTime()) + SESSION_MS);
}

function hashOf(id: string): string {
	return createHash("sha256").update(id).digest("base64url");
}
