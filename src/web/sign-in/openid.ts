/** Signing in with an account of the council: OpenID Connect, authorization code with PKCE, state and nonce. */
import * as client from "openid-client";
import type { OpenIdConfig } from "../../config/council.ts";
import { isLoopback } from "../frame/hosts.ts";
import { isMicrosoft, vouchedAddresses } from "./vouched.ts";

/** Kept in the session while somebody is at the provider. */
export interface OpenIdChecks {
	readonly state: string;
	readonly nonce: string;
	readonly verifier: string;
}

export type OpenIdOutcome =
	/** Addresses, lower case, that the provider vouches for. */
	| { readonly kind: "vouched"; readonly addresses: readonly string[] }
	/** Whoever was asked there said no, or may not use this application. */
	| { readonly kind: "stopped"; readonly error: unknown }
	/** An answer that was forged, replayed or spoilt. */
	| { readonly kind: "refused"; readonly error: unknown }
	| { readonly kind: "unreachable"; readonly error: unknown };

export interface OpenId {
	/** Where the browser goes; undefined with the reason where the provider can't be reached. `again`: ask for the account anew. */
	begin(again: boolean): Promise<{ readonly url: string; readonly checks: OpenIdChecks } | { readonly error: unknown }>;
	/** What came back to the callback's address. */
	finish(callback: URL, checks: OpenIdChecks): Promise<OpenIdOutcome>;
}

const TIMEOUT_S = 10;
/** Providers change their keys and addresses seldom, and say so to nobody. */
const DISCOVERY_MS = 12 * 3_600_000;
const SCOPE = "openid email profile";

/** Asks the provider for nothing yet: it may be down when Candour starts. */
export function createOpenId(config: OpenIdConfig, redirectUri: string): OpenId {
	let known: { readonly found: Promise<client.Configuration>; readonly until: number } | undefined;
	const provider = () => {
		if (known === undefined || known.until < performance.now()) {
			const found = discover(config);
			known = { found, until: performance.now() + DISCOVERY_MS };
			found.catch(() => {
				known = undefined;
			});
		}
		return known.found;
	};
	return {
		begin: async (again) => {
			try {
				const found = await provider();
				const checks = {
					state: client.randomState(),
					nonce: client.randomNonce(),
					verifier: client.randomPKCECodeVerifier(),
				};
				const url = client.buildAuthorizationUrl(found, {
					redirect_uri: redirectUri,
					scope: SCOPE,
					state: checks.state,
					nonce: checks.nonce,
					code_challenge: await client.calculatePKCECodeChallenge(checks.verifier),
					code_challenge_method: "S256",
					...(again ? { prompt: "login" } : {}),
				});
				return { url: url.href, checks };
			} catch (error) {
				return { error };
			}
		},
		finish: async (callback, checks) => {
			try {
				const found = await provider();
				const tokens = await client.authorizationCodeGrant(found, callback, {
					pkceCodeVerifier: checks.verifier,
					expectedState: checks.state,
					expectedNonce: checks.nonce,
					idTokenExpected: true,
				});
				const claims = tokens.claims();
				if (claims === undefined) return { kind: "refused", error: new Error("no ID token") };
				// Many providers give the address only to who asks for it with the token; Entra's answer there vouches for nothing.
				const more =
					claims.email === undefined && !isMicrosoft(claims.iss) && found.serverMetadata().userinfo_endpoint
						? await client.fetchUserInfo(found, tokens.access_token, claims.sub)
						: {};
				return { kind: "vouched", addresses: vouchedAddresses({ ...more, ...claims }, claims.iss) };
			} catch (error) {
				return { kind: kindOf(error), error };
			}
		},
	};
}

async function discover({ issuer, clientId, clientSecret }: OpenIdConfig): Promise<client.Configuration> {
	const server = new URL(issuer);
	const here = server.protocol === "http:" && isLoopback(server.hostname);
	const found = await client.discovery(server, clientId, undefined, client.ClientSecretPost(clientSecret), {
		timeout: TIMEOUT_S,
		// The ID token's signature too, not only where it came from.
		execute: [client.enableNonRepudiationChecks, ...(here ? [client.allowInsecureRequests] : [])],
	});
	// Microsoft's shared issuers stand for every tenant of the world, and whoever has one can name anybody in it.
	if (found.serverMetadata().issuer.includes("{")) throw new Error("the issuer names no tenant");
	return found;
}

function kindOf(error: unknown): "stopped" | "refused" | "unreachable" {
	if (error instanceof client.AuthorizationResponseError) return "stopped";
	if (error instanceof client.ResponseBodyError || error instanceof client.WWWAuthenticateChallengeError) {
		return error.status >= 500 ? "unreachable" : "refused";
	}
	if (error instanceof client.ClientError) {
		if (error.code === "OAUTH_TIMEOUT" || error.code === "OAUTH_ABORT") return "unreachable";
		if (error.cause instanceof Response) return error.cause.status >= 500 ? "unreachable" : "refused";
		return "refused";
	}
	// fetch throws a TypeError where there is no connection.
	return "unreachable";
}
