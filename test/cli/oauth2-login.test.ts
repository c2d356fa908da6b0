/** `config check --connect` and an audit with OAuth2 logins: a real provider, and a Dovecot that asks it about tokens. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Dovecot, startDovecot } from "../servers/dovecot.ts";
import { type LoginServer, oauth2Passdb, startLoginServer } from "../servers/login-server.ts";
import { COUNCIL, candour, letter, place, SLOW_MS } from "./run.ts";

vi.setConfig({ testTimeout: SLOW_MS, hookTimeout: SLOW_MS });

const CLERK = "clerk@thornby.example";
let logins: LoginServer;
let dovecot: Dovecot;

beforeAll(async () => {
	logins = await startLoginServer({ user: CLERK });
	const config = await oauth2Passdb("xoauth2", logins);
	dovecot = await startDovecot({ accounts: [{ user: CLERK, password: "unused" }], config });
	await dovecot.deliver(CLERK, "Sent", letter());
});
afterAll(async () => {
	await dovecot?.stop();
	await logins?.stop();
});

function council(secret: string): string {
	const oauth2 = `{ tokenUrl: "${logins.tokenUrl}", clientId: ${logins.clientId}, scope: mail, ${secret} }`;
	const imap = `{ host: 127.0.0.1, port: ${dovecot.port}, secure: false, auth: { oauth2: ${oauth2} } }`;
	return place({
		"council.yaml": `${COUNCIL}mailboxes: [{ name: ${CLERK}, imap: ${imap} }]\n`,
		secret: `${logins.clientSecret}\n`,
		wrong: "gu355\n",
	});
}

test("an application's login is checked, and audits with it", async () => {
	const directory = council("clientSecretFile: ./secret");
	const checked = await candour(directory, ["config", "check", "--connect"]);
	expect(checked.out).toContain(`ok      Mailbox ${CLERK}: logged in`);
	const audited = await candour(directory, ["audit", "--from", "2026-06-01", "--to", "2026-06-30"]);
	expect(audited.status).toBe(1);
	expect(audited.out).toContain("BREACH  silent-copy");
});

test("a consent goes from one command to the next by the renewed token that is kept", async () => {
	const { refreshToken } = await logins.consent(CLERK);
	const directory = council(`clientSecretFile: ./secret, refreshToken: "\${REFRESH}"`);
	const audit = ["audit", "--from", "2026-06-01", "--to", "2026-06-30"];
	for (const _time of [1, 2, 3]) {
		expect((await candour(directory, audit, "", { REFRESH: refreshToken })).status).toBe(1);
	}
	expect(readdirSync(join(directory, "data", "logins"))).toHaveLength(1);
});

test("a wrong secret and a login server that is away are told in one line each", async () => {
	const wrong = await candour(council("clientSecretFile: ./wrong"), ["config", "check", "--connect"]);
	expect(wrong.status).toBe(2);
	expect(wrong.out).toMatch(/FAILED {2}Mailbox clerk@[^\n]*secret is wrong[^\n]*make a new client secret/u);
	expect(wrong.out + wrong.err).not.toContain("gu355");
	await logins.stop();
	const away = await candour(council("clientSecretFile: ./secret"), ["config", "check", "--connect"]);
	await logins.start();
	expect(away.out).toMatch(/FAILED {2}Mailbox clerk@[^\n]*login server 127\.0\.0\.1:\d+ cannot be reached/u);
});
