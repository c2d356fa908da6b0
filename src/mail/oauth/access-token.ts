/** Access tokens for mail servers: asked for when a connection is made, and held until shortly before they expire. */
import type { OAuth2Login } from "../../config/council.ts";
import { requestToken, type Token } from "./token-request.ts";

/** A token must not expire between being taken and being shown; Microsoft's and Google's live about an hour. */
const RENEW_BEFORE_MS = 5 * 60_000;
/** Where the provider does not say, as RFC 6749 allows. */
const UNKNOWN_LIFETIME_MS = 10 * 60_000;

interface Held {
	readonly token: Promise<Token>;
	/** Milliseconds of the epoch; set when the token has come. */
	renewAt: number;
}

/** By the login itself, so that no secret becomes a key, and a login that is gone takes its tokens along. */
const held = new WeakMap<OAuth2Login, Map<string, Held>>();

/**
 * The access token with which `user` logs in; several connections share one. Throws SOURCE_LOGIN_REFUSED,
 * SOURCE_UNREACHABLE, SOURCE_TLS_FAILED or DISK_FULL.
 */
export async function accessToken(login: OAuth2Login, user: string): Promise<string> {
	if (login.kind === "token") return login.accessToken;
	const tokens = tokensOf(login);
	const before = tokens.get(user);
	if (before !== undefined && Date.now() < before.renewAt) return (await before.token).accessToken;
	const now: Held = { token: requestToken(login, user), renewAt: Number.POSITIVE_INFINITY };
	tokens.set(user, now);
	try {
		const { accessToken: token, lifetimeMs = UNKNOWN_LIFETIME_MS } = await now.token;
		now.renewAt = Date.now() + Math.max(lifetimeMs - RENEW_BEFORE_MS, lifetimeMs / 2);
		return token;
	} catch (error) {
		forgetToken(login, user);
		throw error;
	}
}

/** After a server has refused it: the next call asks for a new one. */
export function forgetToken(login: OAuth2Login, user: string): void {
	held.get(login)?.delete(user);
}

function tokensOf(login: OAuth2Login): Map<string, Held> {
	const known = held.get(login);
	if (known !== undefined) return known;
	const tokens = new Map<string, Held>();
	held.set(login, tokens);
	return tokens;
}
