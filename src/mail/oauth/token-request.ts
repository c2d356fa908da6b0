/** One request to a provider's token endpoint (RFC 6749, RFC 7523 for Google's service accounts). */
import { allowInsecureRequests, ClientSecretPost, Configuration, genericGrantRequest, None } from "openid-client";
import { type KeptToken, keptToken } from "./kept-token.ts";
import type { RefreshLogin, RenewableLogin } from "./renewable-login.ts";
import { serviceAssertion } from "./service-assertion.ts";
import { isExpiredGrant, tokenError } from "./token-errors.ts";

export interface Token {
	readonly accessToken: string;
	/** Milliseconds; absent where the provider does not say. */
	readonly lifetimeMs?: number;
}

interface Answer extends Token {
	readonly refreshToken?: string;
}

const TIMEOUT_SECONDS = 20;
const SECOND_MS = 1_000;
const JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/** Throws a CandourError that says what whoever set it up can do. */
export async function requestToken(login: RenewableLogin, user: string): Promise<Token> {
	try {
		switch (login.kind) {
			case "client-credentials":
				return await ask(login, "client_credentials", {});
			case "service-account":
				return await ask(login, JWT_BEARER, { assertion: serviceAssertion(login, user, Date.now()) });
			case "refresh-token":
				return await refresh(login, await keptToken(login));
		}
	} catch (error) {
		throw tokenError(error, login, user);
	}
}

async function refresh(login: RefreshLogin, kept: KeptToken): Promise<Token> {
	const spent = kept.refreshToken;
	const answer = await ask(login, "refresh_token", { refresh_token: spent }).catch(async (error: unknown) => {
		// Another process may have spent it a moment ago and kept the next one.
		const { refreshToken } = await keptToken(login);
		if (refreshToken === spent || !isExpiredGrant(error)) throw error;
		return ask(login, "refresh_token", { refresh_token: refreshToken });
	});
	if (answer.refreshToken !== undefined && answer.refreshToken !== spent) await kept.keep(answer.refreshToken);
	return answer;
}

async function ask(
	login: RenewableLogin,
	grant: string,
	parameters: Readonly<Record<string, string>>,
): Promise<Answer> {
	const secret = "clientSecret" in login ? login.clientSecret : undefined;
	const server = { issuer: new URL(login.tokenUrl).origin, token_endpoint: login.tokenUrl };
	const configuration = new Configuration(
		server,
		login.clientId,
		undefined,
		secret === undefined ? None() : ClientSecretPost(secret),
	);
	configuration.timeout = TIMEOUT_SECONDS;
	// On the machine itself nobody listens in between.
	if (isLoopback(login.tokenUrl)) allowInsecureRequests(configuration);
	const scope = login.scope === undefined || grant === JWT_BEARER ? {} : { scope: login.scope };
	const answer = await genericGrantRequest(configuration, grant, { ...parameters, ...scope });
	return {
		accessToken: answer.access_token,
		...(answer.expires_in === undefined ? {} : { lifetimeMs: answer.expires_in * SECOND_MS }),
		...(answer.refresh_token === undefined ? {} : { refreshToken: answer.refresh_token }),
	};
}

function isLoopback(url: string): boolean {
	return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u.test(new URL(url).hostname);
}
