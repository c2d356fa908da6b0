import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noteUnreadable } from "../../src/store/coverage.ts";
import { append } from "../../src/store/ledger.ts";
import { noteUnknownPeople } from "../../src/store/unknown-people.ts";
import { startBrowser } from "../servers/browser.ts";
import { DOMAIN } from "../thornby.ts";
import { silentCopy } from "./sample-findings.ts";
import { openSite, type Site } from "./site.ts";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const LIMIT_MS = 120_000;

let site: Site;
let browser: Browser;
let url: string;
beforeAll(async () => {
	site = await openSite();
	await site.raise([
		silentCopy("one"),
		silentCopy("two", { rule: "missing-copy-footer", severity: "advisory", on: { date: "2026-02-10T10:00:00Z" } }),
	]);
	const { db } = site.installation.store;
	const at = { mailbox: `clerk@${DOMAIN}`, folder: "Sent", uid: 7 };
	await noteUnreadable(db, [{ at, reason: "it is encrypted" }], new Date());
	await noteUnknownPeople(db, [{ address: `new@${DOMAIN}`, kind: "council-domain" }], "2026-03-02");
	await append(db, [{ kind: "finding.raised", entry: { id: "f_one" } }], new Date());
	url = await site.app.listen({ host: "127.0.0.1", port: 0 });
	browser = await startBrowser();
}, LIMIT_MS);
afterAll(async () => {
	await browser?.close();
	await site?.close();
});

/** A page of somebody who is signed in, or of nobody. */
async function openPage(path: string, width: number, email?: string): Promise<Page> {
	const context = await browser.newContext({ viewport: { width, height: 900 } });
	if (email !== undefined) {
		const [name = "", ...value] = (await site.signIn(email)).split("=");
		await context.addCookies([{ name, value: value.join("="), url }]);
	}
	const page = await context.newPage();
	const answer = await page.goto(url + path);
	expect(answer?.status()).toBe(path === "/no-such-page" ? 404 : 200);
	return page;
}

const PAGES = [
	"/",
	"/findings",
	"/findings?state=decided&rule=silent-copy",
	"/findings/f_one",
	"/audits",
	"/reports",
	"/coverage",
	"/configuration",
	"/ledger",
	"/no-such-page",
];

test.each(PAGES)(
	"%s has no violation of WCAG 2.2 AA on a screen and on a phone, and needs no sideways scrolling",
	{ timeout: LIMIT_MS },
	async (path) => {
		const page = await openPage(path, 1280, `clerk@${DOMAIN}`);
		for (const width of [1280, 390]) {
			await page.setViewportSize({ width, height: 900 });
			const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
			expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
		}
		// 1280 pixels at double zoom are 640 wide; WCAG's reflow asks for 320.
		for (const width of [640, 320]) {
			await page.setViewportSize({ width, height: 900 });
			const wider = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
			expect(wider).toBe(false);
		}
		await page.context().close();
	},
);

test("signing in has no violation of WCAG 2.2 AA", { timeout: LIMIT_MS }, async () => {
	const page = await openPage("/sign-in", 390);
	const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
	await page.context().close();
});
