/** Signing in by a link, as somebody at a browser lives through it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Reviewer } from "../../src/config/council.ts";
import { CandourError } from "../../src/errors.ts";
import { createLogger } from "../../src/logging.ts";
import { sessions, signInLinks } from "../../src/store/schema.ts";
import { createSessionStore } from "../../src/web/frame/session-store.ts";
import { prune } from "../../workers/steps/prune.ts";
import { DOMAIN } from "../thornby.ts";
import { type Browser, browse } from "./browser.ts";
import { openSite, REVIEWERS, type Site } from "./site.ts";

const CLERK = `clerk@${DOMAIN}`;
const MINUTE_MS = 60_000;

let site: Site;
let sent: { readonly email: string; readonly link: string }[] = [];
let clock = Date.now();
let deliver: () => Promise<void> = async () => undefined;
const logged: string[] = [];

beforeAll(async () => {
	site = await openSite(
		{ reviewers: [...REVIEWERS] },
		{
			now: () => new Date(clock),
			sendLink: async ({ email }, link) => {
				await deliver();
				sent.push({ email, link });
			},
			log: createLogger({ level: "info", destination: { write: (line: string) => logged.push(line) } }),
		},
	);
});
afterAll(() => site.close());
beforeEach(() => {
	// What was asked for in the test before no longer counts.
	clock += 60 * MINUTE_MS;
	sent = [];
	deliver = async () => undefined;
});

async function askFor(email: string, browser: Browser, more = ""): Promise<string> {
	const before = sent.length;
	await browser.get(`/sign-in${more}`);
	const { headers } = await browser.post("/sign-in", { email });
	expect(headers.location).toBe("/sign-in/sent");
	await vi.waitFor(() => expect(sent).toHaveLength(before + 1));
	return pathOf(sent.at(-1)?.link ?? "");
}

function pathOf(link: string): string {
	const { pathname, search } = new URL(link);
	return `${pathname}${search}`;
}

async function turnIn(path: string, browser: Browser) {
	const page = await browser.get(path);
	const token = new URL(path, "http://x").searchParams.get("token") ?? "";
	return { page, answer: await browser.post("/sign-in/link", { token }) };
}

test("a link signs in, on the page that was wanted, and shows whose it is", async () => {
	const browser = browse(site);
	const path = await askFor(CLERK, browser, "?to=%2Ffindings%3Frule%3Dsilent-copy");
	const { page, answer } = await turnIn(path, browser);
	expect(page.body).toContain("Sign in as Jo Marsh");
	expect(answer.status).toBe(303);
	expect(answer.headers.location).toBe("/findings?rule=silent-copy");
	expect((await browser.get("/")).body).toContain("Jo Marsh");
});

test("it signs in on another machine than the one where it was asked for", async () => {
	const path = await askFor(CLERK, browse(site));
	const phone = browse(site);
	expect((await turnIn(path, phone)).answer.headers.location).toBe("/");
	expect((await phone.get("/")).status).toBe(200);
});

test("the answer is the same whether the address is known or not, and only the known one gets mail", async () => {
	const browser = browse(site);
	const answers = [];
	for (const email of ["nobody@elsewhere.example", CLERK.toUpperCase()]) {
		await browser.get("/sign-in");
		const { status, headers, body } = await browser.post("/sign-in", { email });
		answers.push({ status, location: headers.location, body, after: (await browser.get("/sign-in/sent")).body });
	}
	expect(answers[0]).toEqual(answers[1]);
	expect(answers[0]?.after).toContain("If this address may sign in, a link is on its way");
	await vi.waitFor(() => expect(sent.map(({ email }) => email)).toEqual([CLERK]));
});

test("the answer doesn't wait for the mail", async () => {
	let release = () => {};
	const mailServer = new Promise<void>((resolve) => {
		release = resolve;
	});
	deliver = () => mailServer;
	const browser = browse(site);
	await browser.get("/sign-in");
	expect((await browser.post("/sign-in", { email: CLERK })).status).toBe(303);
	expect(sent).toEqual([]);
	release();
	await vi.waitFor(() => expect(sent).toHaveLength(1));
});

test("what is no address is said to be none, next to the field", async () => {
	const browser = browse(site);
	await browser.get("/sign-in");
	expect((await browser.post("/sign-in", { email: "the clerk" })).headers.location).toBe("/sign-in");
	const { body } = await browser.get("/sign-in");
	expect(body).toContain("Enter your e-mail address");
	expect(body).toContain("<title>Error: ");
	expect((await browser.get("/sign-in")).body).not.toContain("Enter your e-mail address");
});

describe("a link", () => {
	test("works once", async () => {
		const browser = browse(site);
		const path = await askFor(CLERK, browser);
		await turnIn(path, browser);
		const other = browse(site);
		const { page, answer } = await turnIn(path, other);
		expect([page.status, answer.status]).toEqual([410, 403]);
		expect(page.body).toContain("This link no longer works");
		expect((await other.get("/")).status).toBe(303);
	});

	test("turned in twice at once signs in once", async () => {
		const path = await askFor(CLERK, browse(site));
		const token = new URL(path, "http://x").searchParams.get("token") ?? "";
		const both = [browse(site), browse(site)];
		for (const one of both) await one.get(path);
		const answers = await Promise.all(both.map((one) => one.post("/sign-in/link", { token })));
		expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
	});

	test("is not used up by a mail scanner that opens it", async () => {
		const path = await askFor(CLERK, browse(site));
		const { app } = site;
		for (const method of ["GET", "HEAD", "GET"] as const) {
			expect((await app.inject({ method, url: path })).statusCode).toBe(200);
		}
		expect((await turnIn(path, browse(site))).answer.status).toBe(303);
	});

	test("runs out after a quarter of an hour", async () => {
		const browser = browse(site);
		const path = await askFor(CLERK, browser);
		clock += 15 * MINUTE_MS - 1;
		expect((await browser.get(path)).status).toBe(200);
		clock += 1;
		expect((await browser.get(path)).status).toBe(410);
	});

	test("is void once a newer one was asked for", async () => {
		const browser = browse(site);
		const first = await askFor(CLERK, browser);
		clock += 1_000;
		const second = await askFor(CLERK, browser);
		expect((await browser.get(first)).status).toBe(410);
		expect((await turnIn(second, browser)).answer.status).toBe(303);
	});

	test("of somebody who is no longer a reviewer opens nothing", async () => {
		const path = await askFor(CLERK, browse(site));
		const reviewers = site.place.council.reviewers as Reviewer[];
		const [clerk] = reviewers.splice(0, 1);
		try {
			expect((await browse(site).get(path)).status).toBe(410);
		} finally {
			if (clerk) reviewers.unshift(clerk);
		}
	});

	test.each(["", "x", "A".repeat(43), "A".repeat(5_000), "%00"])(
		"that is forged opens nothing: %.20s",
		async (token) => {
			const browser = browse(site);
			await browser.get("/sign-in");
			expect((await browser.get(`/sign-in/link?token=${token}`)).status).toBe(410);
			expect((await browser.post("/sign-in/link", { token })).status).toBe(410);
		},
	);

	test("is kept as a hash only, and its session's id too", async () => {
		const browser = browse(site);
		const path = await askFor(CLERK, browser);
		await turnIn(path, browser);
		const { db } = site.installation.store;
		const token = new URL(path, "http://x").searchParams.get("token") ?? "";
		const kept = JSON.stringify([await db.select().from(signInLinks), await db.select().from(sessions)]);
		expect(kept).toContain(CLERK);
		expect(kept).not.toContain(token);
		expect(kept).not.toContain(browser.sessionId());
	});
});

test("asked for again and again, no more than four are sent, and the last one works", async () => {
	const browser = browse(site);
	let last = "";
	for (let number = 0; number < 4; number++) {
		clock += 1_000;
		last = await askFor(CLERK, browser);
	}
	await browser.get("/sign-in");
	expect((await browser.post("/sign-in", { email: CLERK })).headers.location).toBe("/sign-in/sent");
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(sent).toHaveLength(4);
	expect((await turnIn(last, browser)).answer.status).toBe(303);
	clock += 15 * MINUTE_MS;
	await askFor(CLERK, browse(site));
});

test("where no mail can be sent it is logged, without a name, and the answer is as ever", async () => {
	deliver = async () => {
		throw new CandourError("DELIVERY_FAILED", `<${CLERK}> is unknown here.`, { remedy: "Look at smtp." });
	};
	const browser = browse(site);
	await browser.get("/sign-in");
	expect((await browser.post("/sign-in", { email: CLERK })).headers.location).toBe("/sign-in/sent");
	await vi.waitFor(() => expect(logged.join("")).toContain("DELIVERY_FAILED"));
});

describe("signing out", () => {
	test("ends the session in the store, so that a copied cookie opens nothing", async () => {
		const browser = browse(site);
		await turnIn(await askFor(CLERK, browser), browser);
		await browser.get("/");
		const copied = browser.cookie();
		const answer = await browser.post("/sign-out", {});
		expect(answer.headers.location).toBe("/sign-in?out=1");
		expect(browser.cookie()).toBe("");
		expect((await site.get("/", copied)).status).toBe(303);
		expect((await browser.get("/sign-in?out=1")).body).toContain("You are signed out");
	});

	test("isn't undone by a page that was still being made", async () => {
		const browser = browse(site);
		await turnIn(await askFor(CLERK, browser), browser);
		await browser.get("/");
		const cookie = browser.cookie();
		const { db } = site.installation.store;
		const id = browser.sessionId();
		const store = createSessionStore(db, () => new Date(clock));
		const held = await new Promise((resolve) => store.get(id, (_error, session) => resolve(session)));
		expect(held).toMatchObject({ email: CLERK });
		await browser.post("/sign-out", {});
		await new Promise<void>((resolve) => store.set(id, held as never, () => resolve()));
		expect((await site.get("/", cookie)).status).toBe(303);
	});
});

test("a session ends after the working day, however much it is used", async () => {
	const browser = browse(site);
	await turnIn(await askFor(CLERK, browser), browser);
	for (let hour = 0; hour < 8; hour++) {
		clock += 60 * MINUTE_MS;
		expect((await browser.get("/")).status).toBe(200);
	}
	clock += 60 * MINUTE_MS;
	expect((await browser.get("/")).status).toBe(303);
});

test("the daily clearing deletes sessions and links that ran out, and no others", async () => {
	const browser = browse(site);
	await turnIn(await askFor(CLERK, browser), browser);
	const { db } = site.installation.store;
	await prune(site.installation);
	expect(await db.select().from(signInLinks)).toHaveLength(1);
	expect((await browser.get("/")).status).toBe(200);
	clock += 10 * 60 * MINUTE_MS;
	await prune(site.installation);
	expect(await db.select().from(signInLinks)).toHaveLength(0);
	expect(await db.select().from(sessions)).toHaveLength(0);
});

test("where no mail can be sent and no provider is named, the page says that nobody can sign in", async () => {
	const bare = await openSite();
	const { body } = await bare.get("/sign-in");
	await bare.close();
	expect(body).toContain("Nobody can sign in yet");
	expect(body).not.toContain("<form");
});

test("who is signed in already goes where he wanted", async () => {
	const { status, headers } = await site.get("/sign-in?to=%2Fcoverage", await site.signIn(CLERK));
	expect([status, headers.location]).toEqual([303, "/coverage"]);
});

test("the log of all this holds neither an address nor a token", () => {
	expect(logged.join("")).toContain("asked for too often");
	expect(logged.join("")).not.toMatch(/@|clerk|token=/u);
});
