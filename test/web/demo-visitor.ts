/** Somebody at a browser, at the pages of the demo: signs in by the link that comes by mail, and reads what is shown. */
import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import type { Demo } from "../servers/demo.ts";

export const CLERK = "clerk@sallowfield-tc.example";
export const DEPUTY = "deputy@sallowfield-tc.example";
export const CONFLICT_REVIEWER = "c.marr@sallowfield-tc.example";
export const READER = "n.hassan@sallowfield-tc.example";
export const ADMINISTRATOR = "it@sallowfield-tc.example";

export interface Visitor {
	readonly page: Page;
	/** Everything that can be read on the page at present. */
	words(): Promise<string>;
	/** Clicks a link that gives a file, and reads the file. */
	download(link: string | RegExp): Promise<{ readonly name: string; readonly bytes: Buffer }>;
	/** What the server answers at a path of the site, as it is sent. */
	fetched(path: string): Promise<{ readonly status: number; readonly type: string; readonly body: Buffer }>;
	leave(): Promise<void>;
}

export async function visit(browser: Browser, demo: Demo, options: BrowserContextOptions = {}): Promise<Visitor> {
	const context = await browser.newContext({ baseURL: demo.url, locale: "en-GB", ...options });
	context.setDefaultTimeout(20_000);
	const page = await context.newPage();
	return {
		page,
		// biome-ignore lint/performance/useDomNodeTextContent: what is folded away or hidden isn't read by anybody
		words: async () => (await page.locator("body").innerText()).replace(/\s+/gu, " "),
		download: async (link) => {
			const coming = page.waitForEvent("download");
			await page.getByRole("link", { name: link }).click();
			const download = await coming;
			return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
		},
		fetched: async (path) => {
			const answer = await context.request.get(path, { maxRedirects: 0 });
			return { status: answer.status(), type: answer.headers()["content-type"] ?? "", body: await answer.body() };
		},
		leave: () => context.close(),
	};
}

/** From the sign-in page to the overview, with the mouse. */
export async function signIn({ page }: Visitor, demo: Demo, email: string): Promise<void> {
	await page.goto("/sign-in");
	await page.getByLabel("Your e-mail address").fill(email);
	await page.getByRole("button", { name: "Send me a link" }).click();
	await page.waitForURL("**/sign-in/sent");
	await page.goto(await demo.linkFor(email));
	await page.getByRole("button", { name: "Sign in" }).click();
	await page.waitForURL(`${demo.url}/`);
}

/** Every address of the site that can be reached by following links from `/`, with what is sent there. */
export async function everythingReachable({ fetched }: Visitor): Promise<ReadonlyMap<string, Buffer>> {
	const bodies = new Map<string, Buffer>();
	const waiting = ["/"];
	for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
		if (bodies.has(path) || path.startsWith("/assets/")) continue;
		const { type, body } = await fetched(path);
		bodies.set(path, body);
		if (!type.startsWith("text/html")) continue;
		const links = body.toString("utf8").matchAll(/(?:href|src|data-live)="(\/[^"#]*)/gu);
		waiting.push(...[...links].map(([, link = ""]) => link.replaceAll("&amp;", "&")));
	}
	return bodies;
}

/** The path of the finding on the message of this day. */
export async function findingOf(page: Page, day: string, rule: string): Promise<string> {
	await page.goto("/findings?state=all");
	const link = page.getByRole("link", { name: new RegExp(`^${rule}\\s?, message of ${day}$`, "u") });
	return (await link.getAttribute("href")) ?? "";
}

export async function fillDay(page: Page, name: "from" | "to", [day, month, year]: readonly [number, number, number]) {
	for (const [part, value] of Object.entries({ day, month, year }))
		await page.locator(`[name="${name}-${part}"]`).fill(String(value));
}

/** In the page: writes each event of an audit down where it outlives the reloading. */
export const LISTENING = `
const Real = EventSource;
window.EventSource = class extends Real {
	constructor(url) {
		super(url);
		this.addEventListener("progress", ({ data }) => {
			const before = sessionStorage.getItem("events");
			sessionStorage.setItem("events", before === null ? data : before + "," + data);
		});
	}
};`;

export async function expectNoPages({ fetched }: Visitor, paths: readonly string[]): Promise<void> {
	for (const path of paths) expect({ path, status: (await fetched(path)).status }).toEqual({ path, status: 404 });
}
