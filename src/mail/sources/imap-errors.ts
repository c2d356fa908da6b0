/** What goes wrong with a mail server, in words that a clerk and whoever runs the server understand. */
import type { ImapFlowError } from "imapflow";
import type { ImapAccount, OAuth2Login } from "../../config/council.ts";
import { CandourError } from "../../errors.ts";

/** The server is there, but did not let us in for a reason that passes: too many connections, throttling, upkeep. */
const PASSING_REFUSALS: readonly string[] = ["UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG", "OVERQUOTA"];
const PASSING_TEXT = /temporar|try again|too many|throttl|not connected|unavailable|internal error/iu;
const TLS_CODE = /^(CERT_|ERR_TLS|ERR_SSL|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO)/u;

/** Turns what imapflow or the network threw into a CandourError; one that is such already stays. */
export function imapError(error: unknown, { host, port, secure, user, auth }: ImapAccount): CandourError {
	if (error instanceof CandourError) return error;
	const failure: Partial<ImapFlowError> = error instanceof Error ? error : {};
	const code = failure.code ?? "";
	const where = `${host}:${port}`;
	const said = failure.responseText ?? (typeof failure.response === "string" ? failure.response : "");
	if (failure.authenticationFailed) {
		const passing = PASSING_REFUSALS.includes(failure.serverResponseCode ?? "") || PASSING_TEXT.test(said);
		if (passing) {
			return new CandourError("SOURCE_UNREACHABLE", `The mail server ${where} lets ${user} in at present no more.`, {
				remedy: "Candour tries again by itself; if it goes on, ask whoever runs the mail server.",
				transient: true,
				cause: error,
			});
		}
		return new CandourError("SOURCE_LOGIN_REFUSED", `The mail server ${where} refused the login of ${user}.`, {
			remedy: "oauth2" in auth ? tokenRemedy(auth.oauth2) : PASSWORD_REMEDY,
			cause: error,
		});
	}
	if (failure.tlsFailed && !secure && code === "") {
		return new CandourError("SOURCE_TLS_FAILED", `The mail server ${where} offers no encryption (STARTTLS).`, {
			remedy: "Use its port for TLS (993, with secure: true): in clear, the password could be read on the way.",
			cause: error,
		});
	}
	if (failure.tlsFailed || TLS_CODE.test(code)) {
		return new CandourError(
			"SOURCE_TLS_FAILED",
			`No secure connection to the mail server ${where}: ${tlsReason(code)}.`,
			{
				remedy: tlsRemedy(code),
				cause: error,
			},
		);
	}
	return new CandourError(
		"SOURCE_UNREACHABLE",
		`The mail server ${where} cannot be reached: ${reason(code, failure)}.`,
		{
			remedy: "Check host and port, and that this machine may reach them.",
			transient: true,
			cause: error,
		},
	);
}

const PASSWORD_REMEDY = "Check the user name and the password; some providers want an app password.";

/** The provider gave a token, and the mail server does not take it for this mailbox. */
function tokenRemedy(login: OAuth2Login): string {
	if (login.kind === "token") return "Check the user name; an access token lives about an hour, so give a fresh one.";
	if (login.kind === "service-account") return "Check user, and that IMAP is switched on for this mailbox.";
	if (login.kind === "refresh-token")
		return "Check that user is the account that gave its consent, and that IMAP is on.";
	return "Check user, and that this mailbox was opened to the application; a new right takes up to an hour to work.";
}

function tlsReason(code: string): string {
	if (/SELF_SIGNED|UNABLE_TO|DEPTH_ZERO/u.test(code)) return "nobody known vouches for its certificate";
	if (code === "CERT_HAS_EXPIRED") return "its certificate has expired";
	if (code === "ERR_TLS_CERT_ALTNAME_INVALID") return "its certificate is for another name";
	return "it does not speak TLS as expected";
}

function tlsRemedy(code: string): string {
	if (/SELF_SIGNED|UNABLE_TO|DEPTH_ZERO/u.test(code)) {
		return "If the council's server uses a private authority, name the file of its certificate as imap: caFile.";
	}
	if (code === "CERT_HAS_EXPIRED") return "Ask whoever runs the mail server to renew it.";
	if (code === "ERR_TLS_CERT_ALTNAME_INVALID") return "Use as host the name that the certificate bears.";
	return "Check the port: 993 goes with secure: true, 143 with secure: false.";
}

function reason(code: string, failure: Partial<ImapFlowError>): string {
	if (code === "ECONNREFUSED") return "nothing answers on that port";
	if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "no such host is known";
	if (/TIMEOUT|ETIMEDOUT/u.test(code)) return "it did not answer in time";
	if (failure.reason) return "it ended the connection";
	return "the connection broke";
}

/** Whether the command failed with the connection still in use: the server said NO or BAD. */
export function isRefusal(error: unknown): boolean {
	const status = error instanceof Error && "responseStatus" in error ? error.responseStatus : undefined;
	return status === "NO" || status === "BAD";
}
