/** Delivery by a mail server. */
import { createTransport, type SMTPTransportOptions, type XOAuth2Options } from "nodemailer";
import type { SmtpConfig } from "../config/council.ts";
import { CandourError } from "../errors.ts";
import { accessToken, forgetToken } from "../mail/oauth/access-token.ts";
import { plainLine, shortened } from "../reports/plain-line.ts";
import type { Delivery } from "./delivery.ts";
import { nodemailerOptions } from "./raw-mail.ts";

type Server = Extract<SmtpConfig, { kind: "server" }>;

const CONNECT_TIMEOUT_MS = 20_000;
const IDLE_TIMEOUT_MS = 60_000;
const PLAIN_PORT = 25;
const REASON_LENGTH = 200;
/** Replies from here on are permanent (RFC 5321, 4.2.1). */
const PERMANENT = 500;
const BAD_SEQUENCE = 503;

/** One mail to all recipients, over a connection of its own. Throws DELIVERY_FAILED or DELIVERY_REFUSED. */
export function deliverBySmtp(server: Server): Delivery {
	const { host, port, secure, ca } = server;
	const transport = createTransport({
		host,
		port,
		secure,
		requireTLS: needsStartTls(server),
		...authOf(server),
		tls: { minVersion: "TLSv1.2", ...(ca === undefined ? {} : { ca }) },
		connectionTimeout: CONNECT_TIMEOUT_MS,
		greetingTimeout: CONNECT_TIMEOUT_MS,
		dnsTimeout: CONNECT_TIMEOUT_MS,
		socketTimeout: IDLE_TIMEOUT_MS,
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	return {
		async send(mail) {
			const options = await nodemailerOptions(mail);
			await tokenReady(server);
			const info = await transport.sendMail(options).catch((error: unknown) => {
				throw deliveryError(error, server);
			});
			return {
				accepted: info.accepted,
				rejected: (info.rejectedErrors ?? []).map((error) => ({
					address: error.recipient ?? "",
					reason: reasonOf(error),
					transient: !refusedForGood(error.responseCode),
				})),
			};
		},
		async check() {
			await tokenReady(server);
			await transport.verify().catch((error: unknown) => {
				throw deliveryError(error, server);
			});
		},
		close: () => transport.close(),
	};
}

function authOf({ user, password, oauth2 }: Server): Pick<SMTPTransportOptions, "auth"> {
	if (user === undefined) return {};
	if (oauth2 === undefined) return { auth: { user, pass: password ?? "" } };
	const provisionCallback: NonNullable<XOAuth2Options["provisionCallback"]> = (_user, renew, give) => {
		if (renew) forgetToken(oauth2, user);
		// It is asked for anew with each mail: how long it holds is known by who got it.
		accessToken(oauth2, user).then((token) => give(null, token, Date.now() + 1), give);
	};
	return { auth: { type: "OAuth2" as const, user, provisionCallback } };
}

/** Asks for the token beforehand, where what goes wrong can be told from what the mail server says. */
async function tokenReady({ oauth2, user }: Server): Promise<void> {
	if (oauth2 === undefined || user === undefined) return;
	try {
		await accessToken(oauth2, user);
	} catch (error) {
		if (!(error instanceof CandourError)) throw error;
		throw new CandourError("DELIVERY_FAILED", error.message, { remedy: error.remedy, transient: true, cause: error });
	}
}

/** Mail on port 25 and to this machine may go in clear, as long as no password goes with it to another machine. */
function needsStartTls({ host, port, secure, user }: Server): boolean {
	const here = host === "localhost" || host === "::1" || host.startsWith("127.");
	return !secure && !here && (port !== PLAIN_PORT || user !== undefined);
}

interface SmtpFault {
	readonly code?: string | undefined;
	readonly responseCode?: number | undefined;
	readonly message?: string;
}

/** A 5yz reply refuses the mail; 503 only says that the conversation went wrong, and another may go right. */
function refusedForGood(responseCode: number | undefined): boolean {
	return responseCode !== undefined && responseCode >= PERMANENT && responseCode !== BAD_SEQUENCE;
}

/**
 * Only what a server answers to the mail itself can refuse it for good. A refused login or certificate is a fault of
 * the connection: once it is mended the alert must still go out, so it counts as transient whatever its code.
 */
function deliveryError(error: unknown, { host, port }: Server): CandourError {
	if (error instanceof CandourError) return error;
	const fault = error as SmtpFault;
	const where = `${host}:${port}`;
	const reason = reasonOf(fault);
	if (fault.code === "EAUTH" || fault.code === "ENOAUTH") {
		return new CandourError("DELIVERY_FAILED", `The mail server ${where} refused the login: ${reason}.`, {
			remedy: "Check user and password below smtp: in council.yaml.",
			transient: true,
			cause: error,
		});
	}
	if (refusedForGood(fault.responseCode)) {
		return new CandourError("DELIVERY_REFUSED", `The mail server ${where} refused the mail: ${reason}.`, {
			remedy: "Check the recipients and the sender in council.yaml; the server's answer says which of them it minds.",
			cause: error,
		});
	}
	if (fault.responseCode !== undefined) {
		return new CandourError("DELIVERY_FAILED", `The mail server ${where} asked to try later: ${reason}.`, {
			remedy: "Candour tries again by itself.",
			transient: true,
			cause: error,
		});
	}
	return new CandourError("DELIVERY_FAILED", `The mail server ${where} was not reached: ${reason}.`, {
		remedy: "Check host, port, secure and caFile below smtp: in council.yaml, and that the server is up.",
		transient: true,
		cause: error,
	});
}

function reasonOf({ message }: SmtpFault): string {
	return shortened(plainLine(message ?? "no answer"), REASON_LENGTH).replace(/\.$/u, "");
}
