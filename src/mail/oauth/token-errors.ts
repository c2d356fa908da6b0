/** What a provider's token endpoint refuses, in words that say who must do what. */
import { ClientError, ResponseBodyError, WWWAuthenticateChallengeError } from "openid-client";
import { CandourError } from "../../errors.ts";
import type { RenewableLogin } from "./renewable-login.ts";

/** Microsoft's own numbers are finer than OAuth's words. They stand in the description, behind AADSTS. */
const MICROSOFT: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
	"7000215": [
		"the client secret is wrong",
		"Copy the secret's Value, not its Secret ID; where it is lost, make a new one.",
	],
	"7000222": ["the client secret has expired", "Make a new client secret in Microsoft Entra and put it in place."],
	"700016": [
		"the tenant knows no such application",
		"Check clientId (the Application ID) and tenant (the Directory ID) in council.yaml.",
	],
	"90002": ["there is no such tenant", "Check tenant in council.yaml: the Directory ID in Microsoft Entra."],
	"900023": ["there is no such tenant", "Check tenant in council.yaml: the Directory ID in Microsoft Entra."],
	"50034": ["the tenant knows no such user", "Check user in council.yaml."],
	"65001": ["nobody has consented to it", "Let an administrator grant consent to the application's permissions."],
	"700082": [
		"the consent has expired, as it was not used for long",
		"Give consent again and put the new refresh token in place.",
	],
	"50173": [
		"the password was changed or the consent withdrawn",
		"Give consent again and put the new refresh token in place.",
	],
	"50076": [
		"the account now needs a second factor",
		"Give consent again, with the second factor, and put the new refresh token in place.",
	],
	"53003": [
		"a Conditional Access policy forbids it",
		"Ask the administrator to allow this application from this machine.",
	],
};
const TLS_CODE = /^(?:CERT_|ERR_TLS|ERR_SSL|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO)/u;
const BUSY = 429;
const SERVER_FAULT = 500;
const NEW_CONSENT = "Give consent again and put the new refresh token in place.";

/** Turns what the request threw into a CandourError; one that is such already stays. No secret is repeated. */
export function tokenError(error: unknown, login: RenewableLogin, user: string): CandourError {
	if (error instanceof CandourError) return error;
	const server = new URL(login.tokenUrl).host;
	if (error instanceof ResponseBodyError && error.error !== "temporarily_unavailable" && error.status < SERVER_FAULT) {
		return refused(error, login, user, server);
	}
	if (error instanceof WWWAuthenticateChallengeError && error.status < SERVER_FAULT) {
		return refusal(server, user, ...secretRefused(login), error);
	}
	const status = statusOf(error);
	if (status !== undefined && status !== BUSY && status < SERVER_FAULT) {
		return refusal(server, user, `it answered ${status}`, "Check tokenUrl and tenant in council.yaml.", error);
	}
	return unreachable(error, server, status);
}

/** Whether a refresh token was refused as such. */
export function isExpiredGrant(error: unknown): boolean {
	return error instanceof ResponseBodyError && error.error === "invalid_grant";
}

function refused(error: ResponseBodyError, login: RenewableLogin, user: string, server: string): CandourError {
	if (error.status === BUSY) return unreachable(error, server, error.status);
	const number = /AADSTS(\d+)/u.exec(error.error_description ?? "")?.[1] ?? "";
	const known = MICROSOFT[number] ?? byWord(error.error, login) ?? [`it says "${error.error}"`, SEE_GUIDE];
	const [what, remedy] = known;
	return refusal(server, user, number === "" ? what : `${what} (AADSTS${number})`, remedy, error);
}

const SEE_GUIDE = "Compare the settings with the guide in docs/set-up.";

function byWord(word: string, login: RenewableLogin): readonly [string, string] | undefined {
	switch (word) {
		case "invalid_grant":
			if (login.kind === "service-account") {
				return ["the service account may not speak for this user", "Check user, and that its key was not removed."];
			}
			return ["the consent has expired or was withdrawn", NEW_CONSENT];
		case "invalid_client":
			return secretRefused(login);
		case "unauthorized_client":
			return login.kind === "service-account"
				? [
						"the service account has no right to it",
						"Add its client ID with the scope to the domain-wide delegation in the Google Admin console.",
					]
				: ["the application may not log in this way", SEE_GUIDE];
		case "invalid_scope":
			return ["the application has no right to what scope names", "Check scope and the application's permissions."];
		default:
			return undefined;
	}
}

function secretRefused(login: RenewableLogin): readonly [string, string] {
	return login.kind === "service-account"
		? ["the service account or its key is not known", "Make a new JSON key and name it as serviceAccountFile."]
		: [
				"the client ID or the client secret is wrong, or the secret has expired",
				"Check clientId, and make a new client secret if need be.",
			];
}

function refusal(server: string, user: string, what: string, remedy: string, cause: unknown): CandourError {
	return new CandourError("SOURCE_LOGIN_REFUSED", `The login server ${server} gave no token for ${user}: ${what}.`, {
		remedy,
		cause,
	});
}

function unreachable(error: unknown, server: string, status: number | undefined): CandourError {
	const code = codeOf(error);
	if (error instanceof ClientError && error.code === "OAUTH_HTTP_REQUEST_FORBIDDEN") {
		return new CandourError("SOURCE_TLS_FAILED", `The login server ${server} is named without encryption.`, {
			remedy: "Write tokenUrl with https://: in clear, the secret could be read on the way.",
			cause: error,
		});
	}
	if (TLS_CODE.test(code)) {
		return new CandourError("SOURCE_TLS_FAILED", `No secure connection to the login server ${server}.`, {
			remedy:
				"A firewall that opens TLS may stand between: let Candour pass, or give its authority in NODE_EXTRA_CA_CERTS.",
			cause: error,
		});
	}
	const why = status === undefined ? networkReason(code) : `it answered ${status}`;
	return new CandourError("SOURCE_UNREACHABLE", `The login server ${server} cannot be reached: ${why}.`, {
		remedy: "Check that this machine may reach it by HTTPS; Candour tries again by itself.",
		transient: true,
		cause: error,
	});
}

function networkReason(code: string): string {
	if (code === "ECONNREFUSED") return "nothing answers there";
	if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "no such host is known";
	if (/TIMEOUT|ETIMEDOUT/u.test(code)) return "it did not answer in time";
	return "the connection broke";
}

/** The HTTP status, where there was an answer of any kind. */
function statusOf(error: unknown): number | undefined {
	if (error instanceof ResponseBodyError || error instanceof WWWAuthenticateChallengeError) return error.status;
	return error instanceof ClientError && error.cause instanceof Response ? error.cause.status : undefined;
}

/** Of the error or of what lies below it; fetch wraps the network's own, and a timeout is a DOMException. */
function codeOf(error: unknown): string {
	for (let at: unknown = error; at instanceof Error; at = at.cause) {
		if (at.name === "TimeoutError") return "ETIMEDOUT";
		const { code } = at as { readonly code?: unknown };
		if (typeof code === "string" && /^(?:E[A-Z]|CERT_|UND_|UNABLE|SELF_|DEPTH)/u.test(code)) return code;
	}
	return "";
}
