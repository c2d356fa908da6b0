/** A real OpenID provider on a loopback port, as Microsoft's and Google's login servers are towards Candour. */
import { chmod, mkdtemp, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Provider from "oidc-provider";
import { freePort } from "./free-port.ts";

const CLIENT_ID = "candour";
const CLIENT_SECRET = "s3cret-of-the-application-s3cret";
const SCOPE = "mail";
const HOUR_S = 3_600;

export interface LoginServer {
	readonly tokenUrl: string;
	/** With the credentials of a resource server, so that a mail server may ask about a token. */
	readonly introspectionUrl: string;
	readonly clientId: string;
	readonly clientSecret: string;
	/** Grants that were asked for, in order. */
	readonly asked: readonly string[];
	/** What a person's consent gives; each refresh token can be spent only once. */
	consent(user: string): Promise<{ readonly refreshToken: string; withdraw(): Promise<void> }>;
	/** Takes back every access token given so far. */
	withdrawTokens(): Promise<void>;
	/** Answers the next requests with this status. */
	failWith(status: number | undefined): void;
	stop(): Promise<void>;
	start(): Promise<void>;
}

/** `user` is whose mailbox a token opens; tokens live `lifetimeS` seconds. */
export async function startLoginServer(options: { user: string; lifetimeS?: number }): Promise<LoginServer> {
	const port = await freePort();
	const issuer = `http://127.0.0.1:${port}`;
	const lifetimeS = options.lifetimeS ?? HOUR_S;
	const asked: string[] = [];
	const given: { destroy(): Promise<void> }[] = [];
	let status: number | undefined;
	const provider = new Provider(issuer, {
		clients: [
			{
				client_id: CLIENT_ID,
				client_secret: CLIENT_SECRET,
				grant_types: ["client_credentials", "refresh_token", "authorization_code"],
				redirect_uris: ["https://candour.thornby.example/"],
				token_endpoint_auth_method: "client_secret_post",
				scope: `openid offline_access ${SCOPE}`,
			},
			{
				client_id: "mail-server",
				client_secret: "s3cret-of-the-mail-server",
				grant_types: [],
				redirect_uris: [],
				response_types: [],
			},
		],
		// "calendar" is a right that the application was not given.
		scopes: ["openid", "offline_access", SCOPE, "calendar"],
		features: {
			clientCredentials: { enabled: true },
			introspection: { enabled: true, allowedPolicy: () => true },
			devInteractions: { enabled: false },
		},
		ttl: { AccessToken: lifetimeS, ClientCredentials: lifetimeS, Grant: HOUR_S, RefreshToken: HOUR_S, IdToken: HOUR_S },
		rotateRefreshToken: true,
		findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
		extraTokenClaims: () => ({ email: options.user }),
	});
	provider.on("access_token.saved", (token) => given.push(token));
	provider.on("client_credentials.saved", (token) => given.push(token));
	provider.use(async (context, next) => {
		if (status !== undefined) {
			context.status = status;
			context.body = "out of order";
			return;
		}
		await next();
		const grant = context.oidc?.params?.grant_type;
		if (typeof grant === "string") asked.push(grant);
	});
	let server: Server | undefined;
	const start = async () => {
		server = createServer(provider.callback());
		await new Promise<void>((resolve) => server?.listen(port, "127.0.0.1", resolve));
	};
	await start();
	return {
		tokenUrl: `${issuer}/token`,
		introspectionUrl: `http://mail-server:s3cret-of-the-mail-server@127.0.0.1:${port}/token/introspection`,
		clientId: CLIENT_ID,
		clientSecret: CLIENT_SECRET,
		asked,
		consent: async (user) => {
			const client = await provider.Client.find(CLIENT_ID);
			if (client === undefined) throw new Error("no client");
			const grant = new provider.Grant({ accountId: user, clientId: CLIENT_ID });
			grant.addOIDCScope(`offline_access ${SCOPE}`);
			const grantId = await grant.save();
			const token = new provider.RefreshToken({
				accountId: user,
				client,
				grantId,
				scope: `offline_access ${SCOPE}`,
				gty: "authorization_code",
			} as unknown as ConstructorParameters<typeof provider.RefreshToken>[0]);
			return { refreshToken: await token.save(), withdraw: () => grant.destroy() };
		},
		withdrawTokens: async () => {
			await Promise.all(given.splice(0).map((token) => token.destroy()));
		},
		failWith: (next) => {
			status = next;
		},
		start,
		stop: async () => {
			server?.closeAllConnections();
			await new Promise((resolve) => server?.close(resolve));
		},
	};
}

/** Lines of dovecot.conf by which Dovecot takes tokens and asks this provider about each. */
export async function oauth2Passdb(
	mechanism: "xoauth2" | "oauthbearer",
	{ introspectionUrl }: LoginServer,
): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "candour-oauth2-"));
	await chmod(folder, 0o755);
	const file = join(folder, "oauth2.conf");
	const settings = {
		introspection_url: introspectionUrl,
		introspection_mode: "post",
		username_attribute: "email",
		active_attribute: "active",
		active_value: "true",
	};
	await writeFile(
		file,
		Object.entries(settings)
			.map(([key, value]) => `${key} = ${value}\n`)
			.join(""),
	);
	return `auth_mechanisms = plain ${mechanism}
		passdb {
			driver = oauth2
			mechanisms = xoauth2 oauthbearer
			args = ${file}
		}`;
}
