/** One connection to a mail server: bounded in every wait and size, never changing anything. */
import { ImapFlow } from "imapflow";
import type { ImapAccount } from "../../config/council.ts";
import { CandourError } from "../../errors.ts";
import { accessToken, forgetToken } from "../oauth/access-token.ts";
import { imapError } from "./imap-errors.ts";
import { MESSAGE_MAX_BYTES } from "./size-limit.ts";

export interface ConnectionLimits {
	readonly connectMs: number;
	readonly greetingMs: number;
	/** Silence in the midst of a command after which the connection counts as dead. */
	readonly silenceMs: number;
	readonly literalBytes: number;
}

const CONNECTION_LIMITS: ConnectionLimits = {
	connectMs: 30_000,
	greetingMs: 16_000,
	silenceMs: 3 * 60_000,
	literalBytes: MESSAGE_MAX_BYTES + 1024 * 1024,
};

/** Servers end IDLE after 30 minutes (RFC 2177), some firewalls forget a silent connection after 5. */
const IDLE_RESTART_MS = 4 * 60_000;

/**
 * Connects and logs in with a new client. Throws SOURCE_LOGIN_REFUSED, SOURCE_TLS_FAILED or SOURCE_UNREACHABLE.
 * The client is of no use after an error between commands.
 */
export async function connectImap(
	account: ImapAccount,
	options: { readonly limits?: Partial<ConnectionLimits> } = {},
): Promise<ImapFlow> {
	const limits = { ...CONNECTION_LIMITS, ...options.limits };
	if ("password" in account.auth) return connectWith(account, { pass: account.auth.password }, limits);
	const { oauth2 } = account.auth;
	const token = await accessToken(oauth2, account.user);
	try {
		return await connectWith(account, { accessToken: token }, limits);
	} catch (error) {
		const refused = error instanceof CandourError && error.code === "SOURCE_LOGIN_REFUSED";
		if (!refused || oauth2.kind === "token") throw error;
		// The provider may have withdrawn a token before its time; a new one tells whether it was that.
		forgetToken(oauth2, account.user);
		return connectWith(account, { accessToken: await accessToken(oauth2, account.user) }, limits);
	}
}

async function connectWith(
	account: ImapAccount,
	secret: { readonly pass: string } | { readonly accessToken: string },
	limits: ConnectionLimits,
): Promise<ImapFlow> {
	const client = new ImapFlow({
		host: account.host,
		port: account.port,
		secure: account.secure,
		// Left to choose, the client goes on in clear where a line in between hides STARTTLS: the password would be seen.
		// On the machine itself nobody listens in between, and a test server's certificate is nobody's.
		...(account.secure ? {} : { doSTARTTLS: !isLoopback(account.host) }),
		auth: { user: account.user, ...secret },
		...(account.ca ? { tls: { ca: account.ca } } : {}),
		clientInfo: { name: "Candour" },
		logger: false,
		disableAutoIdle: true,
		maxIdleTime: IDLE_RESTART_MS,
		connectionTimeout: limits.connectMs,
		greetingTimeout: limits.greetingMs,
		socketTimeout: limits.silenceMs,
		maxLiteralSize: limits.literalBytes,
		maxLineLength: limits.literalBytes,
		maxResponseSize: limits.literalBytes * 2,
	});
	// Without a listener, an error between two commands would end the whole process.
	client.on("error", () => {});
	try {
		await client.connect();
		return client;
	} catch (error) {
		client.close();
		throw imapError(error, account);
	}
}

/** Says goodbye where the server still listens, and closes at any rate. */
export async function disconnect(client: ImapFlow): Promise<void> {
	if (client.usable) {
		const timer = setTimeout(() => client.close(), LOGOUT_MS);
		await client.logout().catch(() => undefined);
		clearTimeout(timer);
	}
	client.close();
}

const LOGOUT_MS = 3_000;

function isLoopback(host: string): boolean {
	return host === "localhost" || host === "::1" || /^127\./u.test(host);
}
