/** Links that sign somebody in: short-lived, used once, and only the newest of an address counts. */
import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull, sql } from "./drizzle.ts";
import { type Db, signInLinks } from "./schema.ts";

export const LINK_MINUTES = 15;
export const LINK_MS = LINK_MINUTES * 60_000;
/**
 * So many in the life of a link. Whoever asks for others' links again and again can't keep them out: while no further
 * one is sent, the last is still good.
 */
const LINKS_AT_ONCE = 4;
const TOKEN_BYTES = 32;

/** A token for this address (lower case), which makes older ones void; undefined where it has asked too often. */
export function issueLink(db: Db, email: string, now: Date): Promise<string | undefined> {
	return db.transaction(async (tx) => {
		// Two that ask at once are served one after the other.
		await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`sign-in ${email}`}, 0))`);
		const since = new Date(now.getTime() - LINK_MS);
		const recent = await tx
			.select({ askedAt: signInLinks.askedAt })
			.from(signInLinks)
			.where(and(eq(signInLinks.email, email), gt(signInLinks.askedAt, since)));
		if (recent.length >= LINKS_AT_ONCE) return undefined;
		await tx
			.update(signInLinks)
			.set({ expiresAt: now })
			.where(and(eq(signInLinks.email, email), gt(signInLinks.expiresAt, now)));
		const token = randomBytes(TOKEN_BYTES).toString("base64url");
		const expiresAt = new Date(now.getTime() + LINK_MS);
		await tx.insert(signInLinks).values({ tokenHash: hashOf(token), email, askedAt: now, expiresAt });
		return token;
	});
}

/** Whose link it is, without using it up: mail scanners open links too. Undefined for forged, used and late ones. */
export async function ownerOfLink(db: Db, token: string, now: Date): Promise<string | undefined> {
	const [row] = await db.select({ email: signInLinks.email }).from(signInLinks).where(good(token, now));
	return row?.email;
}

/** The same, and nobody can use it again. */
export async function useLink(db: Db, token: string, now: Date): Promise<string | undefined> {
	const [row] = await db
		.update(signInLinks)
		.set({ usedAt: now })
		.where(good(token, now))
		.returning({ email: signInLinks.email });
	return row?.email;
}

function good(token: string, now: Date) {
	return and(eq(signInLinks.tokenHash, hashOf(token)), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, now));
}

function hashOf(token: string): string {
	return createHash("sha256").update(token).digest("base64url");
}
