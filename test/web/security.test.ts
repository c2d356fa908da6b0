/** What strangers, and people of another role, can't do; on every route that there is. */
import { Agent, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { ReviewRole } from "../../src/config/council.ts";
import { OPEN, only } from "../../src/web/frame/guard.ts";
import { hostsOf } from "../../src/web/frame/hosts.ts";
import { destinationIn } from "../../src/web/sign-in/destination.ts";
import { DOMAIN } from "../thornby.ts";
import { browse } from "./browser.ts";
import { everyRoute, type Route } from "./every-route.ts";
import { openSite, type Site } from "./site.ts";

const CLERK = `clerk@${DOMAIN}`;
const PERSON_OF: Readonly<Record<ReviewRole, string>> = {
	reviewer: `deputy@${DOMAIN}`,
	"conflict-reviewer": `b.lund@${DOMAIN}`,
	reader: `reader@${DOMAIN}`,
	administrator: `admin@${DOMAIN}`,
};
const ROLES = Object.keys(PERSON_OF) as ReviewRole[];
const EVERYBODY = ROLES;
const REVIEWERS: readonly ReviewRole[] = ["reviewer", "conflict-reviewer"];
const NOBODY: readonly ReviewRole[] = [];

/** Whom the pages of each area may be for at most: who may look, and who may send. A new area is to be put here. */
const AREAS: Readonly<Record<string, { readonly look: readonly ReviewRole[]; readonly send: readonly ReviewRole[] }>> =
	{
		"": { look: EVERYBODY, send: NOBODY },
		weeks: { look: EVERYBODY, send: NOBODY },
		findings: { look: [...REVIEWERS, "reader"], send: REVIEWERS },
		exemptions: { look: REVIEWERS, send: REVIEWERS },
		audits: { look: ["reviewer"], send: ["reviewer"] },
		reports: { look: [...REVIEWERS, "reader"], send: [...REVIEWERS, "reader"] },
		coverage: { look: EVERYBODY, send: NOBODY },
		configuration: { look: ["administrator", "reviewer"], send: ["administrator", "reviewer"] },
		ledger: { look: EVERYBODY, send: EVERYBODY },
	};
/** What people who aren't signed in may open. */
const FOR_STRANGERS =
	/^(?:GET|HEAD) \/assets\/|^(?:GET|HEAD) \/sign-in(?:\/sent|\/link|\/openid|\/openid\/callback)?$|^POST \/sign-(?:in|in\/link|out)$/u;

let site: Site;
let routes: readonly Route[];
let links: string[] = [];
beforeAll(async () => {
	const opened = await everyRoute(() =>
		openSite(
			{
				web: {
					host: "127.0.0.1",
					port: 0,
					url: "http://127.0.0.1",
					trustProxy: [],
					link: true,
					openid: { issuer: "http://127.0.0.1:1", clientId: "c", clientSecret: "s", label: "l" },
				},
			},
			{ sendLink: async (_to, link) => void links.push(new URL(link).search) },
		),
	);
	site = opened.opened;
	routes = opened.routes;
});
afterAll(() => site?.close());
beforeEach(() => {
	links = [];
});

const named = ({ method, url }: Route) => `${method} ${url}`;
const guarded = () => routes.filter(({ roles }) => roles !== undefined);
const sends = ({ method }: Route) => method !== "GET" && method !== "HEAD";
const areaOf = ({ url }: Route) => /^\/([a-z-]*)/u.exec(url)?.[1] ?? "";
const inject = (method: string, url: string, headers: Record<string, string> = {}, payload?: string) =>
	site.app.inject({ method: method as "GET", url, headers, ...(payload === undefined ? {} : { payload }) });

describe("routes", () => {
	test("are open to strangers only for signing in, and for style sheets and scripts", () => {
		const open = routes.filter(({ roles }) => roles === undefined).map(named);
		expect(open.length).toBeGreaterThan(8);
		expect(open.filter((name) => !FOR_STRANGERS.test(name))).toEqual([]);
	});

	test("let in nobody whom their area isn't for", () => {
		for (const route of guarded()) {
			const area = AREAS[areaOf(route)];
			expect(area, `${named(route)}: its area isn't in this test's table`).toBeDefined();
			const allowed = (sends(route) ? area?.send : area?.look) ?? [];
			expect(route.roles?.length, named(route)).toBeGreaterThan(0);
			expect(
				route.roles?.filter((role) => !allowed.includes(role)),
				named(route),
			).toEqual([]);
		}
	});

	test("that say nothing of whom they are for can't be added", async () => {
		const { createApp } = await import("../../src/web/app.ts");
		const app = await createApp({ installation: site.installation, web: site.place.council.web });
		expect(() => app.get("/forgotten", async () => "")).toThrow(/GET \/forgotten says neither/u);
		app.get("/open", { config: OPEN }, async () => "");
		app.get("/guarded", { preHandler: only("reader") }, async () => "");
		await app.close();
	});

	test("show a stranger nothing but the way to sign in", async () => {
		for (const route of guarded()) {
			const { statusCode, headers } = await inject(route.method, route.path);
			if (sends(route)) expect(statusCode, named(route)).toBe(403);
			else expect([statusCode, headers.location], named(route)).toEqual([303, expect.stringMatching(/^\/sign-in/u)]);
		}
	});

	test.each(ROLES)("look to a %s as if they weren't there, where they are for others", async (role) => {
		const browser = browse(site);
		const cookie = await site.signIn(PERSON_OF[role]);
		await browser.get("/", { cookie });
		let others = 0;
		for (const route of guarded()) {
			if (route.roles?.includes(role)) continue;
			others += 1;
			const { status, body } = sends(route)
				? await browser.post(route.path, {}, { cookie })
				: await browser.get(route.path, { cookie });
			expect(status, named(route)).toBe(404);
			if (route.method !== "HEAD") expect(body, named(route)).toContain("Page not found");
		}
		// A reader has no audits, an administrator no findings: there is something to be refused for everybody.
		if (role !== "reviewer") expect(others).toBeGreaterThan(0);
	});

	test.each(ROLES)("that a %s may open do open", async (role) => {
		const cookie = await site.signIn(PERSON_OF[role]);
		for (const route of guarded()) {
			if (sends(route) || route.url.includes(":") || !route.roles?.includes(role)) continue;
			expect([200, 303], named(route)).toContain((await inject(route.method, route.path, { cookie })).statusCode);
		}
	});

	test("take no form without the token of its session, whoever sends it", async () => {
		const other = browse(site);
		await other.get("/", { cookie: await site.signIn(CLERK) });
		const posts = routes.filter(sends);
		expect(posts.length).toBeGreaterThan(3);
		for (const route of posts) {
			const cookie = await site.signIn(CLERK);
			const form = { "content-type": "application/x-www-form-urlencoded" };
			const bare = await inject(route.method, route.path, { cookie, ...form }, "a=b");
			expect([bare.statusCode, named(route)]).toEqual([403, named(route)]);
			expect(bare.body).toContain("This form is no longer valid");
			// With the token of another session.
			const foreign = await other.post(route.path, {}, { cookie });
			expect([foreign.status, named(route)]).toEqual([403, named(route)]);
			// And as other sites can send without being asked: as text, or as JSON.
			for (const type of ["text/plain", "application/json"]) {
				const { statusCode } = await inject(route.method, route.path, { cookie, "content-type": type }, "{}");
				expect([403, 415], named(route)).toContain(statusCode);
			}
		}
	});

	test("answer HEAD as they answer GET, with no words", async () => {
		const cookie = await site.signIn(CLERK);
		for (const path of ["/", "/sign-in", "/coverage"]) {
			const head = await inject("HEAD", path, path === "/sign-in" ? {} : { cookie });
			expect([head.statusCode, head.body]).toEqual([200, ""]);
		}
	});
});

describe("headers", () => {
	test("stand on every answer: pages, redirects, refusals, assets and what is no address at all", async () => {
		const cookie = await site.signIn(CLERK);
		const { body } = await site.get("/sign-in");
		const asset = /href="(\/assets\/[^"]+)"/u.exec(body)?.[1] ?? "";
		const answers = [
			await inject("GET", "/", { cookie }),
			await inject("GET", "/"),
			await inject("GET", "/nowhere"),
			await inject("POST", "/sign-out", { cookie }),
			await inject("GET", "/%zz"),
			await inject("GET", asset),
			await inject("GET", "/", { host: "elsewhere.example" }),
		];
		expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 303, 404, 403, 400, 200, 421]);
		for (const { headers } of answers) {
			expect(headers["content-security-policy"]).toContain("default-src 'none'");
			expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
			expect(headers["x-content-type-options"]).toBe("nosniff");
			expect(headers["referrer-policy"]).toBe("same-origin");
			expect(headers["cache-control"]).toMatch(/no-store|immutable/u);
			expect(headers).not.toHaveProperty("x-powered-by");
			expect(headers).not.toHaveProperty("access-control-allow-origin");
		}
		expect(answers[5]?.headers["cache-control"]).toContain("immutable");
	});
});

describe("a session", () => {
	const signInByLink = async (browser: ReturnType<typeof browse>) => {
		await browser.get("/sign-in");
		await browser.post("/sign-in", { email: CLERK });
		await vi.waitFor(() => expect(links).toHaveLength(1));
		const path = `/sign-in/link${links[0]}`;
		await browser.get(path);
		return browser.post("/sign-in/link", { token: new URLSearchParams(links[0]).get("token") ?? "" });
	};

	test("gets a new id when somebody signs in: one that was planted before opens nothing", async () => {
		const browser = browse(site);
		await browser.get("/sign-in");
		const planted = browser.cookie();
		expect(planted).not.toBe("");
		await signInByLink(browser);
		expect(browser.cookie()).not.toBe(planted);
		expect((await site.get("/", planted)).status).toBe(303);
		expect((await browser.get("/")).status).toBe(200);
	});

	test("is not taken from an id that a stranger made up", async () => {
		for (const cookie of ["candour=made-up", "candour=made-up.signature", `candour=${"x".repeat(4_000)}`]) {
			const { status, headers } = await site.get("/", cookie);
			expect(status).toBe(303);
			expect(String(headers["set-cookie"] ?? "")).not.toContain("made-up");
		}
	});

	test("has a cookie that no script reads and no other site sends along", async () => {
		const { headers } = await inject("GET", "/sign-in");
		expect(String(headers["set-cookie"])).toMatch(/^candour=[^;]+;/u);
		expect(String(headers["set-cookie"])).toMatch(/; HttpOnly/u);
		expect(String(headers["set-cookie"])).toMatch(/; SameSite=Lax/u);
		expect(String(headers["set-cookie"])).toMatch(/; Path=\//u);
	});
});

describe("behind a proxy with TLS", () => {
	const PROXY = "192.0.2.7";
	const NAME = "candour.thornby.example";
	let proxied: Site;
	beforeAll(async () => {
		proxied = await openSite(
			{ web: { host: "127.0.0.1", port: 0, url: `https://${NAME}`, trustProxy: [PROXY], link: true } },
			{ sendLink: async () => undefined },
		);
	});
	afterAll(() => proxied?.close());
	const ask = (remoteAddress: string, headers: Record<string, string>, url = "/sign-in") =>
		proxied.app.inject({ method: "GET", url, remoteAddress, headers });

	test("the cookie is for TLS and this host alone, and browsers are told to keep to TLS", async () => {
		const { headers, statusCode } = await ask(PROXY, { host: NAME, "x-forwarded-proto": "https" });
		expect(statusCode).toBe(200);
		expect(String(headers["set-cookie"])).toMatch(/^__Host-candour=.*; Path=\/; .*Secure/u);
		expect(headers["strict-transport-security"]).toContain("max-age=31536000");
	});

	test("X-Forwarded headers are believed from the proxy, and from nobody else", async () => {
		const forwarded = { "x-forwarded-proto": "https", "x-forwarded-host": NAME };
		expect((await ask(PROXY, { host: "127.0.0.1:8024", ...forwarded })).statusCode).toBe(200);
		const direct = await ask("198.51.100.9", { host: "elsewhere.example", ...forwarded });
		expect(direct.statusCode).toBe(421);
		const { statusCode, headers, body } = await ask("198.51.100.9", { host: NAME, ...forwarded });
		expect(statusCode).toBe(421);
		expect(body).toContain("X-Forwarded-Proto");
		expect(headers).not.toHaveProperty("set-cookie");
	});

	test("a stranger can't get round the limits by naming addresses of his own", async () => {
		const statuses: number[] = [];
		for (let number = 0; number < 130; number++) {
			const headers = { host: NAME, "x-forwarded-for": `203.0.113.${number}` };
			statuses.push((await ask("198.51.100.10", headers, "/nowhere")).statusCode);
		}
		expect(statuses.at(-1)).toBe(429);
	});
});

describe("a Host header", () => {
	test.each(["127.0.0.1", "127.0.0.1:8024", "localhost:8024", "LOCALHOST", "[::1]:8024", "localhost.:80"])(
		"of this machine is answered: %s",
		async (host) => {
			expect((await inject("GET", "/sign-in", { host })).statusCode).toBe(200);
		},
	);
	test.each([
		"elsewhere.example",
		"elsewhere.example:8024",
		"127.0.0.1.elsewhere.example",
		"localhost.elsewhere.example",
		"localhost@elsewhere.example",
		"elsewhere.example#localhost",
		"192.0.2.1",
		"127.0.0.1/x",
	])("of another name is not, signed in or not: %s", async (host) => {
		const cookie = await site.signIn(CLERK);
		const { statusCode, body } = await inject("GET", "/", { host, cookie });
		expect(statusCode).toBe(421);
		expect(body).not.toContain("Jo Marsh");
		expect(body).not.toContain("elsewhere");
	});
});

test("a service that is open to other machines answers to its url's name, and to addresses only where it has none", () => {
	const named = hostsOf({ host: "0.0.0.0", url: "https://candour.thornby.example" });
	expect(named("candour.thornby.example")).toBe(true);
	expect(named("192.0.2.1:8024")).toBe(false);
	expect(named("localhost")).toBe(false);
	const nameless = hostsOf({ host: "0.0.0.0", url: "http://0.0.0.0:8024" });
	expect(nameless("192.0.2.1:8024")).toBe(true);
	expect(nameless("elsewhere.example:8024")).toBe(false);
});

describe("where somebody wanted to go", () => {
	test.each(["/", "/findings", "/findings?rule=silent-copy&page=2", "/findings/f_3kq", "/reports/2026-W12"])(
		"is a page of this site: %s",
		(to) => expect(destinationIn(to)).toBe(to),
	);
	test.each([
		"//elsewhere.example",
		"///elsewhere.example",
		"/\\elsewhere.example",
		"/\t/elsewhere.example",
		"/\n/elsewhere.example",
		"\t//elsewhere.example",
		" //elsewhere.example",
		"https://elsewhere.example",
		"https:elsewhere.example",
		"javascript:alert(1)",
		"elsewhere.example",
		"@elsewhere.example",
		".elsewhere.example",
		"/.//elsewhere.example",
		"/..//elsewhere.example",
		"/x/..//elsewhere.example",
		"/%0d%0aset-cookie:x=y\r\nx: y",
		"/\u202eelpmaxe",
		"/sign-in",
		"/sign-out",
		"/sign-in/link?token=x",
		`/${"long/".repeat(400)}`,
		"",
		undefined,
		["/findings"],
	])("is not another site, nor signing in itself: %.40j", (to) => expect(destinationIn(to)).toBeUndefined());

	test.each(["//elsewhere.example", "/\\elsewhere.example", "/%09/elsewhere.example"])(
		"is forgotten where it leads away: %s",
		async (to) => {
			const cookie = await site.signIn(CLERK);
			const { headers } = await inject("GET", `/sign-in?to=${encodeURIComponent(to)}`, { cookie });
			expect(new URL(String(headers.location), "http://127.0.0.1").origin).toBe("http://127.0.0.1");
			expect(String(headers.location)).not.toMatch(/^\/[/\\]/u);
		},
	);
});

describe("limits", () => {
	test("a stranger who asks for links again and again is asked to wait, on a page that says so", async () => {
		const browser = browse(site);
		await browser.get("/sign-in");
		const statuses: number[] = [];
		let last = await browser.get("/sign-in");
		for (let number = 0; number < 21; number++) {
			last = await browser.post("/sign-in", { email: `nobody-${number}@elsewhere.example` });
			statuses.push(last.status);
		}
		expect(statuses.slice(0, 20).every((status) => status === 303)).toBe(true);
		expect(last.status).toBe(429);
		expect(last.body).toContain("Too many requests");
		expect(Number(last.headers["retry-after"])).toBeGreaterThan(0);
		// Others aren't kept waiting.
		const other = browse(site);
		await other.get("/sign-in");
		expect((await other.post("/sign-in", { email: "nobody@elsewhere.example" })).status).toBe(303);
	});

	test("a clerk who clicks quickly meets none, and neither do style sheets and scripts", async () => {
		const cookie = await site.signIn(CLERK);
		const asset = /href="(\/assets\/[^"]+)"/u.exec((await site.get("/", cookie)).body)?.[1] ?? "";
		for (let number = 0; number < 150; number++) {
			expect((await site.app.inject({ url: "/sign-in", headers: { cookie } })).statusCode).toBe(303);
			expect((await site.app.inject({ url: asset, remoteAddress: "198.51.100.20" })).statusCode).toBe(200);
		}
	});
});

test("a real connection is answered in the same way: a raw path, a second Host, a spoilt request", async () => {
	await site.app.listen({ host: "127.0.0.1", port: 0 });
	const { port } = site.app.server.address() as AddressInfo;
	const agent = new Agent({ keepAlive: false });
	const ask = (path: string, headers: Record<string, string> = {}) =>
		new Promise<number>((resolve, reject) => {
			httpRequest({ port, host: "127.0.0.1", path, headers, agent }, (response) => {
				response.resume();
				resolve(response.statusCode ?? 0);
			})
				.on("error", reject)
				.end();
		});
	expect(await ask("//elsewhere.example/")).toBe(404);
	expect(await ask("/%ff")).toBe(400);
	expect(await ask("/", { host: "elsewhere.example" })).toBe(421);
	expect(await ask("http://elsewhere.example/")).not.toBe(200);
});
