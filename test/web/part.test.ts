/** The pages as a part of the service: started, stopped, and what the log says of how they are reached. */
import { expect, test } from "vitest";
import { type Installation, openInstallation } from "../../src/installation.ts";
import { createLogger } from "../../src/logging.ts";
import { auditRuns } from "../../src/store/schema.ts";
import { doubtsAbout } from "../../src/web/frame/doubts.ts";
import { createWebPart } from "../../src/web/part.ts";
import { DOMAIN } from "../thornby.ts";
import { makePlace } from "../workers/place.ts";
import { REVIEWERS, sessionCookie } from "./site.ts";

const WEB = { host: "127.0.0.1", port: 0, url: "http://127.0.0.1:8024", trustProxy: [], link: true };
const DIRECTORY = { kind: "directory", directory: "/nowhere" } as const;
const OPENID = { issuer: "https://login.example", clientId: "c", clientSecret: "s", label: "l" };

async function withPart<T>(
	change: Parameters<typeof makePlace>[0],
	use: (start: () => ReturnType<typeof createWebPart>, installation: Installation) => Promise<T>,
) {
	const place = await makePlace(change);
	const installation = await openInstallation(place.council, { log: createLogger({ level: "silent" }) });
	try {
		return await use(() => createWebPart(installation), installation);
	} finally {
		await installation.close();
		await place.remove();
	}
}

test("nothing is served where nobody may sign in", () =>
	withPart({ reviewers: [] }, async (start) => {
		expect(await start()).toBeUndefined();
	}));

test("a page that waits for news doesn't hold up the end, and afterwards nobody answers", () =>
	withPart({ reviewers: REVIEWERS }, async (start, { store }) => {
		await store.db.insert(auditRuns).values({
			id: "00000000-0000-4000-8000-000000000001",
			byEmail: `clerk@${DOMAIN}`,
			byName: "Jo Marsh",
			askedAt: new Date(),
			toDay: "2026-03-31",
			state: "waiting",
		});
		const part = await start();
		const url = `http://127.0.0.1:${part?.port}`;
		expect((await fetch(`${url}/sign-in`)).status).toBe(200);
		const cookie = await sessionCookie(store.db, `clerk@${DOMAIN}`);
		const news = await fetch(`${url}/audits/00000000-0000-4000-8000-000000000001/events`, { headers: { cookie } });
		expect(news.headers.get("content-type")).toContain("text/event-stream");
		const ended = news.text().then(
			() => "ended",
			() => "ended",
		);
		const began = performance.now();
		await part?.stop(10_000);
		expect(performance.now() - began).toBeLessThan(5_000);
		expect(part?.running).toBe(false);
		expect(await ended).toBe("ended");
		await expect(fetch(`${url}/sign-in`)).rejects.toThrow();
	}));

test("a port that is taken is named, with what to do", () =>
	withPart({ reviewers: REVIEWERS }, async (start) => {
		const first = await start();
		const port = first?.port ?? 0;
		await expect(
			withPart({ reviewers: REVIEWERS, web: { ...WEB, port } }, (startOther) => startOther()),
		).rejects.toMatchObject({ code: "USAGE", message: expect.stringContaining(String(port)) });
		await first?.stop(1_000);
	}));

test("a proxy whose address is none is a fault of the configuration", () =>
	withPart({ reviewers: REVIEWERS, web: { ...WEB, trustProxy: ["nginx"] } }, async (start) => {
		await expect(start()).rejects.toMatchObject({ code: "CONFIG_INVALID" });
	}));

test.each([
	["neither mail nor a provider", { web: WEB }, /nobody can sign in/u],
	["links switched off and no provider", { web: { ...WEB, link: false }, smtp: DIRECTORY }, /nobody can sign in/u],
	["https without a proxy", { web: { ...WEB, url: "https://c.example" }, smtp: DIRECTORY }, /trustProxy/u],
	[
		"no url behind an open host",
		{ web: { ...WEB, url: "http://0.0.0.0:8024" }, smtp: DIRECTORY },
		/web\.url is not set/u,
	],
	["http for other machines", { web: { ...WEB, url: "http://c.example" }, smtp: DIRECTORY }, /can be read/u],
])("the log says at the start what would puzzle people later: %s", (_what, council, words) => {
	expect(doubtsAbout(council).join("\n")).toMatch(words);
});

test.each([
	["links on this machine", { web: WEB, smtp: DIRECTORY }],
	["accounts without mail", { web: { ...WEB, openid: OPENID } }],
	["a proxy with TLS", { web: { ...WEB, url: "https://c.example", trustProxy: ["127.0.0.1"] }, smtp: DIRECTORY }],
])("and nothing where all is well: %s", (_what, council) => {
	expect(doubtsAbout(council)).toEqual([]);
});
