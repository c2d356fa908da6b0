/** What a Google service account shows instead of a secret: a signed statement for whom it speaks (RFC 7523). */
import { createSign } from "node:crypto";
import type { ServiceAccount } from "./renewable-login.ts";

const LIFETIME_SECONDS = 300;
const SECOND_MS = 1_000;

/** A JWT for `user`, the mailbox's owner, valid from `now` (milliseconds of the epoch) for five minutes. */
export function serviceAssertion(login: ServiceAccount, user: string, now: number): string {
	const issuedAt = Math.floor(now / SECOND_MS);
	const header = { alg: "RS256", typ: "JWT", ...(login.keyId === undefined ? {} : { kid: login.keyId }) };
	const claims = {
		iss: login.clientId,
		sub: user,
		aud: login.tokenUrl,
		iat: issuedAt,
		exp: issuedAt + LIFETIME_SECONDS,
		...(login.scope === undefined ? {} : { scope: login.scope }),
	};
	const signed = `${encoded(header)}.${encoded(claims)}`;
	return `${signed}.${createSign("RSA-SHA256").update(signed).sign(login.privateKey, "base64url")}`;
}

function encoded(part: object): string {
	return Buffer.from(JSON.stringify(part)).toString("base64url");
}
