/** Logins by OAuth2, against a real OpenID provider, a real Dovecot that asks it about each token, and a real mail server. */
import { generateKeyPairSync, verify } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { ImapAccount, OAuth2Login } from "../../../src/config/council.ts";
import type { CandourError } from "../../../src/errors.ts";
import { accessToken, forgetToken } from "../../../src/mail/oauth/access-token.ts";
import { serviceAssertion } from "../../../src/mail/oauth/service-assertion.ts";
import { connectImap, disconnect } from "../../../src/mail/sources/imap-connection.ts";
import { type Dovecot, startDovecot } from "../../servers/dovecot.ts";
import { freePort } from "../../servers/free-port.ts";
import { type LoginServer, oauth2Passdb, startLoginServer } from "../../servers/login-server.ts";

const USER = "clerk@thornby.example";
let logins: LoginServer;

beforeAll(async () => {
	logins = await startLoginServer({ user: USER });
});
afterAll(() => logins?.stop());
afterEach(() => logins.failWith(undefined));

function application(change: Partial<Extract<OAuth2Login, { kind: "client-credentials" }>> = {}): OAuth2Login {
	const { tokenUrl, clientId, clientSecret } = logins;
	return { kind: "client-credentials", tokenUrl, clientId, clientSecret, scope: "mail", ...change };
}

async function consented(refreshToken: string, keepIn?: string): Promise<OAuth2Login & { kind: "refresh-token" }> {
	const { tokenUrl, clientId, clientSecret } = logins;
	const folder = keepIn ?? join(await mkdtemp(join(tmpdir(), "candour-logins-")), "logins");
	return { kind: "refresh-token", tokenUrl, clientId, clientSecret, refreshToken, keepIn: folder };
}

async function refusal(login: OAuth2Login): Promise<CandourError> {
	return accessToken(login, USER).then(
		() => Promise.reject(new Error("a token was given")),
		(error: CandourError) => error,
	);
}

describe("an application that logs in with its secret", () => {
	test("asks once for a token that several connections use at the same time", async () => {
		const login = application();
		const before = logins.asked.length;
		const [one, two] = await Promise.all([accessToken(login, USER), accessToken(login, USER)]);
		expect(await accessToken(login, USER)).toBe(one);
		expect(two).toBe(one);
		expect(logins.asked.slice(before)).toEqual(["client_credentials"]);
	});

	test("asks for another token shortly before the one it has expires", async () => {
		const brief = await startLoginServer({ user: USER, lifetimeS: 2 });
		try {
			const { tokenUrl, clientId, clientSecret } = brief;
			const login: OAuth2Login = { kind: "client-credentials", tokenUrl, clientId, clientSecret, scope: "mail" };
			const first = await accessToken(login, USER);
			expect(await accessToken(login, USER)).toBe(first);
			await new Promise((resolve) => setTimeout(resolve, 1_200));
			expect(await accessToken(login, USER)).not.toBe(first);
		} finally {
			await brief.stop();
		}
	});

	test("says that the secret is wrong, and what to do, without repeating it", async () => {
		const error = await refusal(application({ clientSecret: "gu355ed-s3cret" }));
		expect(error.code).toBe("SOURCE_LOGIN_REFUSED");
		expect(error.message).toMatch(/gave no token for clerk@thornby\.example: .*secret is wrong/u);
		expect(error.remedy).toContain("make a new client secret");
		expect(`${error.message}${error.remedy}`).not.toContain("gu355ed");
		expect(error.transient).toBe(false);
	});

	test("says that the scope is not the application's", async () => {
		const error = await refusal(application({ scope: "calendar" }));
		expect(error.code).toBe("SOURCE_LOGIN_REFUSED");
		expect(error.remedy).toContain("Check scope");
	});

	test("tries later where the login server is not there or out of order, and goes on with the next call", async () => {
		const away = await refusal(application({ tokenUrl: `http://127.0.0.1:${await freePort()}/token` }));
		expect(away).toMatchObject({ code: "SOURCE_UNREACHABLE", transient: true });
		expect(away.message).toContain("nothing answers there");
		const login = application();
		logins.failWith(503);
		expect(await refusal(login)).toMatchObject({ code: "SOURCE_UNREACHABLE", transient: true });
		logins.failWith(undefined);
		expect(await accessToken(login, USER)).toMatch(/\S{20}/u);
	});

	test("takes a page that is no login server's for a wrong address", async () => {
		logins.failWith(404);
		expect(await refusal(application())).toMatchObject({ code: "SOURCE_LOGIN_REFUSED" });
	});

	test("sends no secret in clear to another machine", async () => {
		const error = await refusal(application({ tokenUrl: "http://login.thornby.example/token" }));
		expect(error).toMatchObject({ code: "SOURCE_TLS_FAILED", transient: false });
		expect(error.remedy).toContain("https://");
	});
});

describe("a person's consent", () => {
	test("goes on with the renewed refresh token after a restart, and keeps it from others' eyes", async () => {
		const { refreshToken } = await logins.consent(USER);
		const login = await consented(refreshToken);
		await accessToken(login, USER);
		forgetToken(login, USER);
		// A login built anew from the same configuration, as after a restart.
		expect(await accessToken(await consented(refreshToken, login.keepIn), USER)).toMatch(/\S{20}/u);
		const [file = ""] = await readdir(login.keepIn);
		expect((await stat(join(login.keepIn, file))).mode & 0o777).toBe(0o600);
		expect((await stat(login.keepIn)).mode & 0o777).toBe(0o700);
		expect((await readFile(join(login.keepIn, file), "utf8")).trim()).not.toBe(refreshToken);
	});

	test("is no longer used once another one stands in the configuration", async () => {
		const login = await consented((await logins.consent(USER)).refreshToken);
		await accessToken(login, USER);
		const anew = await consented((await logins.consent(USER)).refreshToken, login.keepIn);
		await accessToken(anew, USER);
		expect(await readdir(login.keepIn)).toHaveLength(2);
	});

	test("that was withdrawn is told as such, with what to do", async () => {
		const consent = await logins.consent(USER);
		const login = await consented(consent.refreshToken);
		await consent.withdraw();
		const error = await refusal(login);
		expect(error).toMatchObject({ code: "SOURCE_LOGIN_REFUSED", transient: false });
		expect(error.message).toContain("consent has expired or was withdrawn");
		expect(error.remedy).toContain("Give consent again");
	});

	test("is not spent where its successor could not be kept, and still serves when it can be", async () => {
		const { refreshToken } = await logins.consent(USER);
		const folder = join(await mkdtemp(join(tmpdir(), "candour-logins-")), "logins");
		await writeFile(folder, "a file where the folder should be");
		const error = await refusal(await consented(refreshToken, folder));
		expect(error.remedy).toContain("keepIn");
		await rm(folder);
		expect(await accessToken(await consented(refreshToken, folder), USER)).toMatch(/\S{20}/u);
	});

	test("is not spent where the folder for its successor cannot be made", async () => {
		const { refreshToken } = await logins.consent(USER);
		const before = logins.asked.length;
		const error = await refusal(await consented(refreshToken, "/dev/null/logins"));
		expect(error.remedy).toContain("keepIn");
		expect(logins.asked.length).toBe(before);
	});
});

test("a service account's statement is signed with its key and names the mailbox, the scope and its end", () => {
	const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
	const login: OAuth2Login & { kind: "service-account" } = {
		kind: "service-account",
		clientId: "candour@thornby.iam.example",
		tokenUrl: "https://login.example/token",
		scope: "mail",
		keyId: "key-7",
		privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
	};
	const [header = "", claims = "", signature = ""] = serviceAssertion(login, USER, 1_790_000_000_500).split(".");
	const read = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString());
	expect(read(header)).toEqual({ alg: "RS256", typ: "JWT", kid: "key-7" });
	expect(read(claims)).toEqual({
		iss: login.clientId,
		sub: USER,
		aud: login.tokenUrl,
		scope: "mail",
		iat: 1_790_000_000,
		exp: 1_790_000_300,
	});
	const signed = Buffer.from(`${header}.${claims}`);
	expect(verify("RSA-SHA256", signed, publicKey, Buffer.from(signature, "base64url"))).toBe(true);
});

describe.each(["xoauth2", "oauthbearer"] as const)("a mail server that takes tokens by %s", (mechanism) => {
	let dovecot: Dovecot;
	beforeAll(async () => {
		dovecot = await startDovecot({
			accounts: [{ user: USER, password: "unused" }],
			config: await oauth2Passdb(mechanism, logins),
		});
	});
	afterAll(() => dovecot?.stop());

	const account = (oauth2: OAuth2Login, user = USER): ImapAccount => {
		return { host: "127.0.0.1", port: dovecot.port, secure: false, user, auth: { oauth2 } };
	};
	const logIn = async (oauth2: OAuth2Login, user?: string): Promise<readonly string[]> => {
		const client = await connectImap(account(oauth2, user));
		const folders = (await client.list()).map(({ path }) => path);
		await disconnect(client);
		return folders;
	};

	test("lets the application in", async () => {
		expect(await logIn(application())).toContain("INBOX");
	});

	test("lets in whoever gave consent", async () => {
		expect(await logIn(await consented((await logins.consent(USER)).refreshToken))).toContain("INBOX");
	});

	test("refuses a token that was taken back; Candour gets another one by itself", async () => {
		const login = application();
		await logIn(login);
		await logins.withdrawTokens();
		const before = logins.asked.length;
		expect(await logIn(login)).toContain("INBOX");
		expect(logins.asked.slice(before)).toEqual(["client_credentials"]);
	});

	test("refuses another's mailbox, and the error says which right is missing", async () => {
		const error = await logIn(application(), "deputy@thornby.example").catch((thrown: CandourError) => thrown);
		expect(error).toMatchObject({ code: "SOURCE_LOGIN_REFUSED" });
		expect((error as CandourError).remedy).toContain("this mailbox was opened to the application");
	});

	test("refuses a token that somebody made up", async () => {
		const error = await logIn({ kind: "token", accessToken: "made-up" }).catch((thrown: CandourError) => thrown);
		expect((error as CandourError).remedy).toContain("lives about an hour");
	});
});
