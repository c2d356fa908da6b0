/** An OpenID provider on loopback: whoever it was told of last is signed in there, and has agreed to everything. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

export const CLIENT_ID = "candour";
export const CLIENT_SECRET = "a secret of forty letters, long enough to be one";

export interface OpenIdProvider {
	readonly issuer: string;
	/** Claims of the account that signs in next, apart from `sub`. */
	account: Readonly<Record<string, unknown>>;
	/** Whoever signs in next says no. */
	declines: boolean;
	/** Goes through the provider's pages as a browser does; gives the callback's path and query. */
	visit(url: string): Promise<string>;
	/** How often its own description was read. */
	readonly discoveries: number;
	close(): Promise<void>;
}

export async function startOpenIdProvider(redirectUri: string): Promise<OpenIdProvider> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	let discoveries = 0;
	const provider = new Provider(issuer, {
		clients: [
			{
				client_id: CLIENT_ID,
				client_secret: CLIENT_SECRET,
				redirect_uris: [redirectUri],
				response_types: ["code"],
				grant_types: ["authorization_code"],
				token_endpoint_auth_method: "client_secret_post",
			},
		],
		claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["preferred_username"] },
		pkce: { required: () => true },
		features: { devInteractions: { enabled: false } },
		interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
		cookies: { keys: ["keys of a test"] },
		findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ sub, ...running.account }) }),
	});
	provider.on("server_error", (_context, error) => console.error(error));
	const answer = provider.callback();
	server.on("request", async (request, response) => {
		if (request.url?.startsWith("/.well-known/")) discoveries += 1;
		if (!request.url?.startsWith("/interaction/")) return answer(request, response);
		if (running.declines) {
			return provider.interactionFinished(request, response, { error: "access_denied" });
		}
		const { prompt, params, grantId } = await provider.interactionDetails(request, response);
		if (prompt.name === "login") {
			return provider.interactionFinished(request, response, { login: { accountId: "a-1" } });
		}
		const grant =
			(grantId ? await provider.Grant.find(grantId) : undefined) ??
			new provider.Grant({ accountId: "a-1", clientId: String(params.client_id) });
		grant.addOIDCScope("openid email profile");
		return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
	});
	const running: OpenIdProvider = {
		issuer,
		account: {},
		declines: false,
		get discoveries() {
			return discoveries;
		},
		visit: async (url) => {
			const jar = new Map<string, string>();
			for (let at = url; ; ) {
				if (at.startsWith(redirectUri)) return at.slice(new URL(redirectUri).origin.length);
				const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
				const step = await fetch(at, { redirect: "manual", headers: { cookie } });
				for (const line of step.headers.getSetCookie()) {
					const [, name = "", value = ""] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
					jar.set(name, value);
				}
				const next = step.headers.get("location");
				if (next === null) throw new Error(`the provider stopped at ${at}: ${step.status} ${await step.text()}`);
				at = new URL(next, at).href;
			}
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return running;
}
