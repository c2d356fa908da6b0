/** One connection to a mail server: bounded in every wait and size, never changing anything. */
import { ImapFlow } from "imapflow";
import type { ImapAccount } from "../../config/council.ts";
import { CandourError } from "../../errors.ts";
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

/** Gives a fresh OAuth2 access token; asked for at each connection, because tokens live about an hour. */
export type AccessToken = (account: ImapAccount) => Promise<string>;

/** Servers end IDLE after 30 minutes (RFC 2177), some firewalls forget a silent connection after 5. */
const IDLE_RESTART_MS = 4 * 60_000;

/**
 * Connects and logs in with a new client. Throws SOURCE_LOGIN_REFUSED, SOURCE_TLS_FAILED or SOURCE_UNREACHABLE.
 * `onBreak` hears of errors between commands; the client is of no use after one.
 */
export async function connectImap(
	account: ImapAccount,
	options: { readonly limits?: Partial<ConnectionLimits>; readonly accessToken?: AccessToken } = {},
): Promise<ImapFlow> {
	const limits = { ...CONNECTION_LIMITS, ...options.limits };
	const client = new ImapFlow({
		host: account.host,
		port: account.port,
		secure: account.secure,
		// Left to choose, the client goes on in clear where a line in between hides STARTTLS: the password would be seen.
		// On the machine itself nobody listens in between, and a test server's certificate is nobody's.
		...(account.secure ? {} : { doSTARTTLS: !isLoopback(account.host) }),
		auth: { user: account.user, ...(await secretOf(account, options.accessToken)) },
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

async function secretOf(
	account: ImapAccount,
	accessToken: AccessToken | undefined,
): Promise<{ pass: string } | { accessToken: string }> {
	if ("password" in account.auth) return { pass: account.auth.password };
	const token = accessToken ? await accessToken(account) : account.auth.oauth2.accessToken;
	if (token) return { accessToken: token };
	throw new CandourError("SOURCE_LOGIN_REFUSED", `There is no access token for ${account.user}.`, {
		remedy: "Give imap.auth.oauth2.accessToken, or a password.",
	});
}

function isLoopback(host: string): boolean {
	return host === "localhost" || host === "::1" || /^127\./u.test(host);
}
