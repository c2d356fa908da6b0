/** Sending with an OAuth2 login: a real mail server that asks the provider about each token. */
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deliverBySmtp } from "../../../src/alerts/by-smtp.ts";
import type { Mail } from "../../../src/alerts/mail.ts";
import type { OAuth2Login } from "../../../src/config/council.ts";
import { freePort } from "../../servers/free-port.ts";
import { type LoginServer, startLoginServer } from "../../servers/login-server.ts";

const USER = "clerk@thornby.example";
let logins: LoginServer;
let server: SMTPServer;
let port: number;
let users: string[];

beforeAll(async () => {
	logins = await startLoginServer({ user: USER });
	port = await freePort();
	const { username, password, origin, pathname } = new URL(logins.introspectionUrl);
	server = new SMTPServer({
		authMethods: ["XOAUTH2"],
		allowInsecureAuth: true,
		disabledCommands: ["STARTTLS"],
		onAuth: async (auth, _session, callback) => {
			const answer = await fetch(`${origin}${pathname}`, {
				method: "POST",
				headers: { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}` },
				body: new URLSearchParams({ token: auth.accessToken ?? "" }),
			});
			const { active, email } = (await answer.json()) as { active: boolean; email?: string };
			if (active && email === auth.username) callback(null, { user: email });
			else callback(null, { data: { status: "401", schemes: "bearer" } });
		},
		onData: (stream, session, callback) => {
			stream.resume();
			stream.on("end", () => {
				users.push(String(session.user));
				callback();
			});
		},
	});
	await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
});
afterAll(async () => {
	await new Promise<void>((resolve) => server.close(resolve));
	await logins?.stop();
});
beforeEach(() => {
	users = [];
});

function delivery(change: { clientSecret?: string } = {}) {
	const { tokenUrl, clientId, clientSecret } = logins;
	const oauth2: OAuth2Login = {
		kind: "client-credentials",
		tokenUrl,
		clientId,
		clientSecret,
		scope: "mail",
		...change,
	};
	return deliverBySmtp({ kind: "server", host: "127.0.0.1", port, secure: false, user: USER, oauth2 });
}

const MAIL: Mail = {
	kind: "digest",
	key: "week-9",
	messageId: "<week-9@thornby.example>",
	date: "2026-03-02T08:00:00.000Z",
	from: { address: USER, name: "Candour" },
	to: [{ address: "m.garrick@thornby.example", name: "Cllr Maud Garrick" }],
	subject: "The week",
	text: "Nothing was found.",
	html: "<p>Nothing was found.</p>",
	headers: {},
};

test("several mails go out with one token, and after it was taken back with another one", async () => {
	const open = delivery();
	const before = logins.asked.length;
	await open.check();
	await open.send(MAIL);
	await open.send(MAIL);
	expect(logins.asked.slice(before)).toEqual(["client_credentials"]);
	await logins.withdrawTokens();
	await open.send(MAIL);
	open.close();
	expect(users).toEqual([USER, USER, USER]);
	expect(logins.asked.slice(before)).toEqual(["client_credentials", "client_credentials"]);
});

test("a wrong secret is told as the login's fault, and the mail is tried again later", async () => {
	const open = delivery({ clientSecret: "gu355ed" });
	await expect(open.send(MAIL)).rejects.toMatchObject({
		code: "DELIVERY_FAILED",
		transient: true,
		message: expect.stringContaining("secret is wrong"),
	});
	open.close();
	expect(users).toEqual([]);
});
