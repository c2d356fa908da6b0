/**
 * `npm run screenshots`: takes the pictures of docs/images from the demo, with Debian's Chromium and pdftoppm. The demo's
 * clock always starts at the same moment, so that pictures change only where Candour does.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { startBrowser } from "../test/servers/browser.ts";
import { type Demo, LAST_FRIDAY, startDemo } from "../test/servers/demo.ts";

const IMAGES = fileURLToPath(new URL("../docs/images", import.meta.url));
const CLERK = "clerk@sallowfield-tc.example";
/** Of the demo: the Clerk's blind copy, told to the two councillors who stand in for her. */
const ALERT_SHOWN = "message of 1 September 2026";
const WIDE = { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1.5, isMobile: true, hasTouch: true };
const PORT = 8024;
const PDF_DOTS_PER_INCH = 75;
const LARGEST_BYTES = 250_000;

/** Named plainly, for the configuration page shows it. */
const folder = join(tmpdir(), "candour");
let demo: Demo | undefined;
let browser: Browser | undefined;
try {
	mkdirSync(IMAGES, { recursive: true });
	rmSync(folder, { recursive: true, force: true });
	demo = await startDemo({ directory: join(folder, "demo"), now: LAST_FRIDAY, port: PORT });
	browser = await startBrowser();
	await picturesOfMails(browser, demo);
	await picturesOfPages(browser, demo);
} finally {
	await browser?.close();
	await demo?.stop();
	rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function picturesOfPages(browser: Browser, demo: Demo): Promise<void> {
	const context = await browser.newContext({ ...WIDE, baseURL: demo.url, locale: "en-GB" });
	const page = await context.newPage();
	await page.goto("/sign-in");
	await picture(page, "sign-in");
	await page.getByLabel("Your e-mail address").fill(CLERK);
	await page.getByRole("button", { name: "Send me a link" }).click();
	await page.goto(await demo.linkFor(CLERK));
	await page.getByRole("button", { name: "Sign in" }).click();

	await page.goto("/");
	await picture(page, "overview", 1500);
	await page.goto("/findings");
	const finding = await page.getByRole("link", { name: / 2 October 2026/u }).getAttribute("href");
	const decided = await page.getByRole("link", { name: /9 September 2026/u }).getAttribute("href");
	await page.getByText("Filter the findings").click();
	await picture(page, "findings", 1700);

	await page.goto(`${finding}`);
	await page.getByText("Show the message").click();
	await page.getByText("Candour keeps no copy").waitFor();
	await picture(page, "finding", 1700);
	await page.getByLabel("Not a breach").check();
	await page.getByRole("button", { name: "Decide" }).click();
	await picture(page, "decide-error");

	await decide(page, `${decided}`);
	await page.goto("/audits");
	await fillDay(page, "from", "1 9 2026");
	await fillDay(page, "to", "31 10 2026");
	await picture(page, "audits");
	await page.getByRole("button", { name: "Start the audit" }).click();
	await page.getByRole("heading", { name: "What was found" }).waitFor();
	await picture(page, "audit", 1700);
	await pictureOfPdf(page, "Report as PDF", "audit-pdf");

	await page.goto("/reports");
	await page.getByLabel("Other days").check();
	await fillDay(page, "from", "1 9 2026");
	await fillDay(page, "to", "31 10 2026");
	await picture(page, "reports");
	await page.getByRole("button", { name: "Make the report" }).click();
	await pictureOfPdf(page, /PDF/u, "committee-pdf");
	await page.goto("/coverage");
	await picture(page, "coverage", 1700);
	await page.goto("/configuration");
	await picture(page, "configuration", 1700);
	await page.goto("/ledger");
	await picture(page, "ledger", 1300);

	const phone = await browser.newContext({
		...PHONE,
		baseURL: demo.url,
		locale: "en-GB",
		storageState: await context.storageState(),
	});
	const small = await phone.newPage();
	await small.goto("/");
	await picture(small, "overview-phone", 1300);
	await small.goto("/findings");
	await picture(small, "findings-phone", 1200);
	await small.goto(`${finding}`);
	await picture(small, "finding-phone", 1300);
	await phone.close();
	await context.close();
}

/** One finding of the pictures is decided, with a note: its timeline and the ledger have something to tell. */
async function decide(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await page.getByText("Add a note").click();
	await page.getByLabel("Note").fill("Spoke to the Deputy Clerk about it.");
	await page.getByRole("button", { name: "Add the note" }).click();
	await page.getByLabel("Put right").check();
	await page.getByLabel("What was done (optional)").fill("Cllr Hassan was told on 11 September who had the copy.");
	await page.getByRole("button", { name: "Decide" }).click();
}

async function fillDay(page: Page, name: string, words: string): Promise<void> {
	const [day = "", month = "", year = ""] = words.split(" ");
	for (const [part, value] of [
		["day", day],
		["month", month],
		["year", year],
	])
		await page.locator(`[name="${name}-${part}"]`).fill(`${value}`);
}

async function picturesOfMails(browser: Browser, demo: Demo): Promise<void> {
	const mails = await demo.mails();
	for (const [name, words] of [
		["alert", ALERT_SHOWN],
		["digest", "digest"],
	] as const) {
		const mail = mails.find(({ subject }) => subject?.includes(words));
		if (typeof mail?.html !== "string") throw new Error(`The demo wrote no mail about "${words}".`);
		for (const [kind, ending] of [
			[{ ...WIDE, viewport: { width: 900, height: 700 } }, ""],
			[PHONE, "-phone"],
		] as const) {
			const context = await browser.newContext(kind);
			const page = await context.newPage();
			await page.setContent(mail.html);
			await picture(page, `${name}${ending}`, ending === "" ? 1400 : 1200);
			await context.close();
		}
	}
}

async function pictureOfPdf(page: Page, link: string | RegExp, name: string): Promise<void> {
	const downloading = page.waitForEvent("download");
	await page.getByRole("link", { name: link }).click();
	const file = await (await downloading).path();
	const arguments_ = ["-png", "-r", `${PDF_DOTS_PER_INCH}`, "-f", "1", "-l", "1", "-singlefile", file];
	const { status, stderr } = spawnSync("pdftoppm", [...arguments_, join(folder, name)], { encoding: "utf8" });
	if (status !== 0) throw new Error(`pdftoppm: ${stderr}`);
	keep(name, readFileSync(join(folder, `${name}.png`)));
}

/** The whole page, or as many pixels of its beginning. */
async function picture(page: Page, name: string, longest = 2600): Promise<void> {
	// A ring around what was last clicked says nothing in a picture.
	await page.evaluate("document.activeElement?.blur()");
	await page.mouse.move(0, 0);
	const height = Number(await page.evaluate("document.documentElement.scrollHeight"));
	const { width } = page.viewportSize() ?? WIDE.viewport;
	const clip = { x: 0, y: 0, width, height: Math.min(height, longest) };
	keep(name, await page.screenshot({ fullPage: true, clip, animations: "disabled" }));
}

function keep(name: string, png: Buffer): void {
	writeFileSync(join(IMAGES, `${name}.png`), png);
	console.log(`${name}.png: ${Math.round(png.length / 1024)} KB${png.length > LARGEST_BYTES ? ", too large" : ""}`);
}
