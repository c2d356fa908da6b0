/** What an `oauth2` block must hold, and what the provider's name stands for. */
import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkCouncil } from "../../src/config/check.ts";
import type { OAuth2Login } from "../../src/config/council.ts";
import { loadCouncil } from "../../src/config/load.ts";

const ENV = { APP_SECRET: "s3cret", REFRESH: "r3fresh" };
const BASE = `council: { name: Thornby Parish Council, domains: [thornby.example], protocol: camborne }
people:
  - { name: Edith Marlow, role: officer, offices: [proper-officer], email: clerk@thornby.example }
  - { name: Iris Penhale, role: councillor, email: i.penhale@thornby.example }
`;

async function placed(oauth2: string, rest = "", files: Readonly<Record<string, string>> = {}): Promise<string> {
	const directory = await mkdtemp(join(tmpdir(), "candour-oauth2-"));
	for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), content);
	const file = join(directory, "council.yaml");
	const mailbox = `mailboxes:\n  - name: clerk@thornby.example\n    imap:\n      host: mail.example\n      auth:\n        oauth2: ${oauth2}\n`;
	await writeFile(file, `${BASE}${mailbox}${rest}`);
	return file;
}

async function loginOf(...args: Parameters<typeof placed>): Promise<{ login: OAuth2Login; directory: string }> {
	const file = await placed(...args);
	const auth = (await loadCouncil(file, ENV)).mailboxes[0]?.imap?.auth;
	if (auth === undefined || !("oauth2" in auth)) throw new Error("no login");
	return { login: auth.oauth2, directory: join(file, "..") };
}

describe("an oauth2 block", () => {
	it("of Microsoft 365 asks the council's own tenant for the application's rights", async () => {
		const { login } = await loginOf(
			`{ provider: microsoft, tenant: 1111-2222, clientId: app, clientSecret: "\${APP_SECRET}" }`,
		);
		expect(login).toEqual({
			kind: "client-credentials",
			provider: "microsoft",
			tokenUrl: "https://login.microsoftonline.com/1111-2222/oauth2/v2.0/token",
			scope: "https://outlook.office365.com/.default",
			clientId: "app",
			clientSecret: "s3cret",
		});
	});

	it("with a refresh token keeps its successors with the stored data", async () => {
		const { login, directory } = await loginOf(
			`{ provider: google, clientId: app, clientSecretFile: ./secret, refreshToken: "\${REFRESH}" }`,
			"storage: { directory: ./store }\n",
			{ secret: "from-a-file\n" },
		);
		expect(login).toEqual({
			kind: "refresh-token",
			provider: "google",
			tokenUrl: "https://oauth2.googleapis.com/token",
			scope: "https://mail.google.com/",
			clientId: "app",
			clientSecret: "from-a-file",
			refreshToken: "r3fresh",
			keepIn: join(directory, "store", "logins"),
		});
	});

	it("for sending asks Microsoft for the right to send, in place of the one to read", async () => {
		const block = `{ provider: microsoft, tenant: common, clientId: app, refreshToken: "\${REFRESH}" }`;
		const smtp = `smtp: { host: smtp.office365.com, user: clerk@thornby.example, auth: { oauth2: ${block} } }\n`;
		const file = await placed(block, smtp);
		const council = await loadCouncil(file, ENV);
		expect(council.smtp).toMatchObject({ oauth2: { scope: "https://outlook.office.com/SMTP.Send offline_access" } });
		expect(council.mailboxes[0]?.imap?.auth).toMatchObject({
			oauth2: { scope: "https://outlook.office.com/IMAP.AccessAsUser.All offline_access" },
		});
	});

	it("takes the key of a Google service account", async () => {
		const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
		const private_key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
		const key = JSON.stringify({ client_email: "candour@x.iam.example", private_key, private_key_id: "7" });
		const { login } = await loginOf("{ serviceAccountFile: ./key.json }", "", { "key.json": key });
		expect(login).toMatchObject({ kind: "service-account", clientId: "candour@x.iam.example", keyId: "7" });
	});

	it.each([
		["{ clientId: app }", "oauth2 has no clientSecret.", 9],
		[`{ clientSecret: "\${APP_SECRET}" }`, "oauth2 has no clientId.", 9],
		[`{ clientId: app, clientSecret: "\${APP_SECRET}" }`, "oauth2 has no provider.", 9],
		[`{ provider: microsoft, clientId: app, clientSecret: "\${APP_SECRET}" }`, "oauth2 has no tenant.", 9],
		[
			`{ provider: microsoft, tenant: common, clientId: app, clientSecret: "\${APP_SECRET}" }`,
			`"common" is no tenant`,
			9,
		],
		[`{ provider: google, clientId: app, clientSecret: "\${APP_SECRET}" }`, "oauth2 has no refreshToken.", 9],
		["{ serviceAccountFile: ./nowhere.json }", "The file ./nowhere.json cannot be read.", 9],
		["{ provider: microsft }", '"microsft" is not possible for provider.', 9],
		[`{ provider: microsoft, tennant: x, clientId: app }`, 'tennant" is no key of oauth2', 9],
		[
			`{ clientId: app, clientSecret: "\${APP_SECRET}", tokenUrl: "http://login.example/token" }`,
			"is not encrypted",
			9,
		],
	])("%s is told with its line", async (block, message, line) => {
		const { problems } = await checkCouncil(await placed(block), ENV);
		expect(problems.map((problem) => problem.message).join("\n")).toContain(message);
		expect(problems.map((problem) => problem.line)).toEqual(problems.map(() => line + 1));
	});

	it("warns of a secret that stands in the file", async () => {
		const block = "{ provider: microsoft, tenant: t, clientId: app, clientSecret: s3cret }";
		const { problems, warnings } = await checkCouncil(await placed(block), ENV);
		expect(problems).toEqual([]);
		expect(warnings.map(({ message }) => message)).toContain("A secret stands in the file (clientSecret).");
	});
});
