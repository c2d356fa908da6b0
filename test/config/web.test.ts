import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadCouncil } from "../../src/config/load.ts";

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "candour-web-config-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function councilWith(more: string, env: Readonly<Record<string, string>> = {}) {
	const file = join(folder, "council.yaml");
	await writeFile(
		file,
		`council: { name: Thornby Parish Council, domains: [thornby-pc.example], protocol: camborne }
people:
  - { name: Jo Marsh, role: officer, offices: [proper-officer], email: [clerk@thornby-pc.example] }
storage: { directory: ./data }
${more}`,
	);
	return loadCouncil(file, env);
}

test("without a word about the pages, they would be served on this machine alone and nobody may sign in", async () => {
	const { web, reviewers } = await councilWith("");
	expect(web).toEqual({ host: "127.0.0.1", port: 8024, url: "http://127.0.0.1:8024", trustProxy: [], link: true });
	expect(reviewers).toEqual([]);
});

test("reviewers have addresses in lower case and one or more roles", async () => {
	const { reviewers } = await councilWith(
		"reviewers: [{ name: Jo Marsh, email: Clerk@Thornby-PC.example, roles: [reviewer, administrator] }]",
	);
	expect(reviewers).toEqual([
		{ name: "Jo Marsh", email: "clerk@thornby-pc.example", roles: ["reviewer", "administrator"] },
	]);
});

test("an unknown role is explained", async () => {
	await expect(
		councilWith("reviewers: [{ name: Jo Marsh, email: clerk@thornby-pc.example, roles: [superuser] }]"),
	).rejects.toThrow(/superuser|reviewer/u);
});

test("the secret of an OpenID provider is read from its file, and a missing file is named", async () => {
	const openid = (file: string) =>
		`web: { url: "https://candour.thornby.example/", trustProxy: 127.0.0.1, signIn: { openid: { issuer: "https://login.example/t", clientId: abc, clientSecretFile: ${file} } } }`;
	await writeFile(join(folder, "secret"), "s3cret\n");
	const { web } = await councilWith(openid("./secret"));
	expect(web).toMatchObject({
		url: "https://candour.thornby.example",
		trustProxy: ["127.0.0.1"],
		openid: { issuer: "https://login.example/t", clientId: "abc", clientSecret: "s3cret" },
	});
	await expect(councilWith(openid("./none"))).rejects.toThrow(/none cannot be read/u);
});

test.each(["common", "organizations", "consumers"])(
	"an issuer that stands for every tenant of Microsoft is refused: %s",
	async (tenant) => {
		const openid = (name: string) =>
			`web: { signIn: { openid: { issuer: "https://login.microsoftonline.com/${name}/v2.0", clientId: abc, clientSecret: "\${SECRET}" } } }`;
		await expect(councilWith(openid(tenant), { SECRET: "s" })).rejects.toThrow(/every tenant/u);
		const own = await councilWith(openid("7d9a3a3e-6f0b-4f6e-9f53-0c4d2f6f3f10"), { SECRET: "s" });
		expect(own.web.openid?.clientSecret).toBe("s");
	},
);

test("mail may go by GOV.UK Notify, whose mails are then to be excluded", async () => {
	const smtp = `smtp: { notify: { apiKey: $${"{KEY}"}, templateId: t-1 } }`;
	const { smtp: built, warnings } = await councilWith(smtp, { KEY: "abc" });
	expect(built).toEqual({
		kind: "notify",
		apiKey: "abc",
		templateId: "t-1",
		url: "https://api.notifications.service.gov.uk",
	});
	expect(warnings.join("\n")).toContain("domain: notifications.service.gov.uk");
	const excluded = "exclusions: [{ domain: notifications.service.gov.uk, reason: own mail }]";
	const after = await councilWith(`${smtp}\n${excluded}`, { KEY: "abc" });
	expect(after.warnings.join("\n")).not.toContain("Notify");
});
