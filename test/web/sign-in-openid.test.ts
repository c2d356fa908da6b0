/** Signing in with an account, against a provider on loopback. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createOpenId } from "../../src/web/sign-in/openid.ts";
import { vouchedAddresses } from "../../src/web/sign-in/vouched.ts";
import { DOMAIN } from "../thornby.ts";
import { type Browser, browse } from "./browser.ts";
import { CLIENT_ID, CLIENT_SECRET, type OpenIdProvider, startOpenIdProvider } from "./openid-provider.ts";
import { openSite, type Site } from "./site.ts";

const CLERK = `clerk@${DOMAIN}`;
const URL_OF_PAGES = "http://127.0.0.1";
const CALLBACK = "/sign-in/openid/callback";

let provider: OpenIdProvider;
let site: Site;
beforeAll(async () => {
	provider = await startOpenIdProvider(`${URL_OF_PAGES}${CALLBACK}`);
	const openid = {
		issuer: provider.issuer,
		clientId: CLIENT_ID,
		clientSecret: CLIENT_SECRET,
		label: "Thornby account",
	};
	site = await openSite({
		web: { host: "127.0.0.1", port: 0, url: URL_OF_PAGES, trustProxy: [], link: true, openid },
	});
});
afterAll(async () => {
	await site?.close();
	await provider?.close();
});
beforeEach(() => {
	provider.account = { email: CLERK, email_verified: true };
	provider.declines = false;
});

/** Up to where the provider sends the browser back. */
async function begin(browser: Browser, from = "/sign-in"): Promise<{ readonly url: URL; readonly back: string }> {
	await browser.get(from);
	const { status, headers } = await browser.get("/sign-in/openid");
	expect(status).toBe(303);
	const url = String(headers.location);
	return { url: new URL(url), back: await provider.visit(url) };
}

test("an account whose address is a reviewer's signs in, on the page that was wanted, under a new session", async () => {
	const browser = browse(site);
	expect((await browser.get("/sign-in")).body).toContain("Sign in with Thornby account");
	const { url, back } = await begin(browser, "/sign-in?to=%2Fcoverage");
	expect(url.searchParams.get("code_challenge_method")).toBe("S256");
	expect(url.searchParams.get("redirect_uri")).toBe(`${URL_OF_PAGES}${CALLBACK}`);
	const planted = browser.cookie();
	const { status, headers } = await browser.get(back);
	expect([status, headers.location]).toEqual([303, "/coverage"]);
	expect((await browser.get("/")).body).toContain("Jo Marsh");
	expect(browser.cookie()).not.toBe(planted);
	expect((await site.get("/", planted)).status).toBe(303);
});

test("the address may be written in capitals", async () => {
	provider.account = { email: CLERK.toUpperCase(), email_verified: true };
	const browser = browse(site);
	expect((await browser.get((await begin(browser)).back)).status).toBe(303);
});

test.each([
	["not verified", { email: CLERK, email_verified: false }],
	["not said to be verified", { email: CLERK }],
	["said to be verified in other words", { email: CLERK, email_verified: "false" }],
	["not a reviewer's", { email: "somebody@elsewhere.example", email_verified: true }],
	["only a sign-in name, at a provider whose people choose it", { preferred_username: CLERK }],
	["none", {}],
])("an account whose address is %s sees a page that says why it can't", async (_what, account) => {
	provider.account = account;
	const browser = browse(site);
	const { status, body } = await browser.get((await begin(browser)).back);
	expect(status).toBe(403);
	expect(body).toContain("This account may not sign in");
	expect(body).toContain("/sign-in/openid?again=1");
	expect((await browser.get("/")).status).toBe(303);
});

test("the other account can be chosen: the provider asks anew", async () => {
	const { headers } = await browse(site).get("/sign-in/openid?again=1");
	expect(new URL(String(headers.location)).searchParams.get("prompt")).toBe("login");
});

describe("an answer is refused", () => {
	const stale = async (browser: Browser, path: string) => {
		const { status, body } = await browser.get(path);
		expect(status).toBe(400);
		expect(body).toContain("This sign-in is no longer valid");
		expect((await browser.get("/")).status).toBe(303);
	};
	test("with another state", async () => {
		const browser = browse(site);
		const { back } = await begin(browser);
		await stale(browser, back.replace(/state=[^&]+/u, "state=x"));
	});
	test("without a state", async () => {
		const browser = browse(site);
		const { back } = await begin(browser);
		await stale(browser, back.replace(/&?state=[^&]+/u, ""));
	});
	test("in another browser than the one that asked: a stranger's account can't be slipped in", async () => {
		const { back } = await begin(browse(site));
		await stale(browse(site), back);
	});
	test("in another browser that has itself asked", async () => {
		const { back } = await begin(browse(site));
		const other = browse(site);
		await begin(other);
		await stale(other, back);
	});
	test("a second time", async () => {
		const browser = browse(site);
		const { back } = await begin(browser);
		expect((await browser.get(back)).status).toBe(303);
		const { status } = await browser.get(back);
		expect(status).toBe(400);
	});
	test("with a code that was used already", async () => {
		const first = browse(site);
		const { back } = await begin(first);
		await first.get(back);
		const second = browse(site);
		const { back: fresh } = await begin(second);
		const code = new URL(back, URL_OF_PAGES).searchParams.get("code") ?? "";
		await stale(second, fresh.replace(/code=[^&]+/u, `code=${code}`));
	});
	test("from another issuer", async () => {
		const browser = browse(site);
		const { back } = await begin(browser);
		await stale(browser, back.replace(/iss=[^&]+/u, "iss=http%3A%2F%2Fevil.example"));
	});
	test("with nothing in it", async () => {
		const browser = browse(site);
		await begin(browser);
		await stale(browser, CALLBACK);
	});
});

test("who says no at the provider is told that he isn't signed in", async () => {
	provider.declines = true;
	const browser = browse(site);
	const { status, body } = await browser.get((await begin(browser)).back);
	expect(status).toBe(403);
	expect(body).toContain("You are not signed in");
});

test("the provider's description is read once", async () => {
	const before = provider.discoveries;
	for (let number = 0; number < 3; number++) await browse(site).get("/sign-in/openid");
	expect(provider.discoveries).toBe(Math.max(before, 1));
});

test("a provider that can't be reached is said to be out of reach, and is asked again the next time", async () => {
	const gone = await startOpenIdProvider(`${URL_OF_PAGES}${CALLBACK}`);
	await gone.close();
	const openid = { issuer: gone.issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, label: "Thornby account" };
	const other = await openSite({
		web: { host: "127.0.0.1", port: 0, url: URL_OF_PAGES, trustProxy: [], link: false, openid },
	});
	try {
		for (let number = 0; number < 2; number++) {
			const { status, body } = await other.get("/sign-in/openid");
			expect(status).toBe(503);
			expect(body).toContain("could not be reached");
		}
		// Where links are switched off, there is no form for them either.
		expect((await other.get("/sign-in")).body).not.toContain("<form");
	} finally {
		await other.close();
	}
});

test("without TLS, only a provider on this machine is spoken to", async () => {
	const config = { issuer: "http://login.elsewhere.example", clientId: "c", clientSecret: "s", label: "l" };
	const begun = await createOpenId(config, `${URL_OF_PAGES}${CALLBACK}`).begin(false);
	expect("error" in begun && String(begun.error)).toContain("HTTPS");
});

describe("what Microsoft Entra ID vouches for", () => {
	const tid = "7d9a3a3e-6f0b-4f6e-9f53-0c4d2f6f3f10";
	const issuer = `https://login.microsoftonline.com/${tid}/v2.0`;
	test.each([
		["the sign-in name of a member", { tid, preferred_username: "Clerk@Thornby.example" }, ["clerk@thornby.example"]],
		["not an e-mail that anybody wrote there", { tid, email: "clerk@thornby.example" }, []],
		[
			"an e-mail whose domain's owner was verified",
			{ tid, email: "clerk@thornby.example", xms_edov: true },
			["clerk@thornby.example"],
		],
		["not the name of a guest", { tid, preferred_username: "a@b.example", acct: 1 }, []],
		[
			"not the name of somebody from another tenant",
			{ tid, preferred_username: "a@b.example", idp: "https://sts.windows.net/11111111-6f0b-4f6e-9f53-0c4d2f6f3f10/" },
			[],
		],
		[
			"the name of somebody from this tenant",
			{ tid, preferred_username: "a@b.example", idp: `https://sts.windows.net/${tid}/` },
			["a@b.example"],
		],
		["not a name that is no address", { tid, preferred_username: "+44 1632 960000" }, []],
	])("%s", (_what, claims, addresses) => {
		expect(vouchedAddresses(claims, issuer)).toEqual(addresses);
	});
});

describe("what Google vouches for", () => {
	const issuer = "https://accounts.google.com";
	test.each([
		["an address of its Workspace", { email: "c@thornby.example", email_verified: true, hd: "thornby.example" }, 1],
		["an address of its own", { email: "thornby.clerk@gmail.com", email_verified: true }, 1],
		["not an address that it verified once, long ago", { email: "c@thornby.example", email_verified: true }, 0],
		["not an unverified one", { email: "c@thornby.example", email_verified: false, hd: "thornby.example" }, 0],
	])("%s", (_what, claims, count) => {
		expect(vouchedAddresses(claims, issuer)).toHaveLength(count);
	});
});
