/** Mornings at the demo's pages, in a real browser. The sample mail is read once for all of them. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPdf } from "../reports/read-pdf.ts";
import { startBrowser } from "../servers/browser.ts";
import { type Demo, LAST_FRIDAY, startDemo } from "../servers/demo.ts";
import {
	ADMINISTRATOR,
	CLERK,
	CONFLICT_REVIEWER,
	DEPUTY,
	everythingReachable,
	expectNoPages,
	fillDay,
	findingOf,
	LISTENING,
	READER,
	signIn,
	type Visitor,
	visit,
} from "./demo-visitor.ts";
import { tabTo } from "./keyboard.ts";
import { type Secrets, sampleSecrets } from "./sample-secrets.ts";

const LIMIT_MS = 120_000;
/** Until the page shows what was asked of it. */
const PATIENCE = { timeout: 20_000 };

const directory = mkdtempSync(join(tmpdir(), "candour-morning-"));
let demo: Demo;
let browser: Browser;
const visitors: Visitor[] = [];

beforeAll(async () => {
	demo = await startDemo({
		directory,
		now: LAST_FRIDAY,
		reviewers: [
			`{ name: Tom Birkett, email: ${DEPUTY}, roles: [reviewer] }`,
			`{ name: Ada Quill, email: ${ADMINISTRATOR}, roles: [administrator] }`,
		],
	});
	browser = await startBrowser();
}, LIMIT_MS);
afterAll(async () => {
	await browser?.close();
	await demo?.stop();
});

async function arrive(options: Parameters<typeof visit>[2] = {}): Promise<Visitor> {
	const visitor = await visit(browser, demo, options);
	visitors.push(visitor);
	return visitor;
}

async function signedIn(email: string, options: Parameters<typeof visit>[2] = {}): Promise<Visitor> {
	const visitor = await arrive(options);
	await signIn(visitor, demo, email);
	return visitor;
}

const desks = new Map<string, Promise<Visitor>>();

/** Somebody who stays signed in for all that follows: links are given out only a few at a time. */
function atHisDesk(email: string): Promise<Visitor> {
	const desk = desks.get(email) ?? signedIn(email);
	desks.set(email, desk);
	return desk;
}

describe("the Clerk's morning", { timeout: LIMIT_MS }, () => {
	let clerk: Visitor;
	let page: Page;

	test("the link that comes by mail signs her in, and shows what waits", async () => {
		clerk = await arrive();
		page = clerk.page;
		await page.addInitScript(LISTENING);
		await signIn(clerk, demo, CLERK);
		await expect
			.poll(clerk.words, PATIENCE)
			.toMatch(/10 findings wait for a decision.*6 more are for others to review/u);
		expect(await page.getByRole("img").getAttribute("alt")).toContain("week of 19 October 2026: 2 breaches");
		const chart = await page.evaluate("document.querySelector('main img').naturalWidth");
		expect(chart).toBeGreaterThan(0);
	});

	test("she finds the findings of one rule by the filter", async () => {
		await page.getByRole("link", { name: "Look at them" }).click();
		await page.getByText("Filter the findings").click();
		await page.getByLabel("Rule").selectOption({ label: "Confidential item outside the council" });
		await page.getByRole("button", { name: "Filter" }).click();
		await expect
			.poll(clerk.words, PATIENCE)
			.toMatch(/2 findings that nobody has decided yet.*c\.tranter@homepost\.example/u);
		expect(await page.getByRole("heading", { level: 2 }).count()).toBe(2);
	});

	test("a finding shows its message as it lies in the mailbox, with the deciding words marked", async () => {
		await page.goto(await findingOf(page, "2 October 2026", "Obligation in a councillor's name"));
		await page.getByRole("link", { name: "Show the message" }).click();
		await page.getByText("Candour keeps no copy").waitFor();
		const marked = await page.locator("#message-place mark").allInnerTexts();
		expect(marked.length).toBeGreaterThan(0);
		const quoted = await page
			.getByRole("definition")
			.filter({ hasText: marked[0] ?? "?" })
			.count();
		expect(quoted, "what is marked is what the finding quotes").toBeGreaterThan(0);
	});

	test("a decision without its reason is asked for it, and takes it then", async () => {
		await page.getByLabel("Not a breach").check();
		await page.getByRole("button", { name: "Decide" }).click();
		await page.getByRole("link", { name: "Enter the reason why it is not a breach" }).click();
		await page.keyboard.type("He wrote as a private landlord.");
		await page.getByRole("button", { name: "Decide" }).click();
		await expect
			.poll(clerk.words, PATIENCE)
			.toMatch(/Decided: Not a breach\..*Not a breach, by Frances Ogle.*private landlord/u);
	});

	test("it can be undone, and decided otherwise; all of it stays in the record", async () => {
		await page.getByRole("button", { name: "Undo this decision" }).click();
		await expect.poll(clerk.words, PATIENCE).toContain("The decision was undone.");
		await page.getByLabel("Confirmed").check();
		await page.getByRole("button", { name: "Decide" }).click();
		await expect.poll(clerk.words, PATIENCE).toContain("Decided: Confirmed.");
		await page.getByText("Add a note").click();
		await page.getByLabel("Note").fill("For the next staffing committee.");
		await page.getByRole("button", { name: "Add the note" }).click();
		await expect.poll(clerk.words, PATIENCE).toContain("The note was added.");
		const story = `${await page.locator(".moj-timeline").textContent()}`.replace(/\s+/gu, " ");
		for (const words of ["private landlord", "undone", "Confirmed", "next staffing committee"])
			expect(story.toLowerCase()).toContain(words.toLowerCase());
	});

	test("a pattern that she exempts needs no further decision until its last day", async () => {
		const path = await findingOf(page, "14 October 2026", "Official letter in a councillor's name");
		await page.goto(path);
		await page.getByLabel("Exempt this pattern").check();
		const exempt = page.locator(".candour-choice__more", { has: page.locator("#exempt") });
		await exempt.getByLabel("Reason").fill("She speaks for the twinning association.");
		await exempt.getByLabel(/The sender/u).check();
		await exempt.getByLabel("Last day").fill("31 March 2027");
		await page.getByRole("button", { name: "Decide" }).click();
		await expect.poll(clerk.words, PATIENCE).toContain("Decided: Exempt");
		await page.goto("/exemptions");
		await expect
			.poll(clerk.words, PATIENCE)
			.toMatch(/j\.lacey@sallowfield-tc\.example.*twinning association.*31 March 2027/u);
		await page.goto("/findings");
		expect(await page.getByRole("link", { name: /14 October 2026/u }).count()).toBe(0);
	});

	test("an audit of a date range reports as it goes, and stands beside what monitoring found", async () => {
		await page.goto("/audits");
		await fillDay(page, "from", [1, 9, 2026]);
		await fillDay(page, "to", [31, 10, 2026]);
		await page.getByRole("button", { name: "Start the audit" }).click();
		await page.getByRole("heading", { name: "What was found" }).waitFor();
		const events: { words: string; ended: boolean }[] = JSON.parse(
			`[${await page.evaluate("sessionStorage.getItem('events')")}]`,
		);
		expect(events.at(-1)).toMatchObject({ ended: true });
		await expect.poll(clerk.words, PATIENCE).toContain("What was read, and what was not");
		const words = await clerk.words();
		expect(words).toMatch(/1 September 2026 to 31 October 2026 Audit Done/u);
		expect(words).toContain("8 findings were found by both, 0 only by this audit, 0 only by monitoring");
		expect(words).toMatch(/4 findings are not shown here: somebody else reviews them/u);
	});

	test("its PDF and its table hold what she may see, and not her own part", async () => {
		const pdf = await clerk.download(/PDF/u);
		expect(pdf.name).toBe("audit-2026-09-01-to-2026-10-31.pdf");
		const { text, tagged } = await readPdf(pdf.bytes);
		expect(tagged).toBe(true);
		expect(text).toContain("7 breaches and 1 advisory visible in the sources connected");
		expect(text).toContain("petra.bloom@homepost.example");
		expect(text).not.toContain("Weir footpath");
		const csv = await clerk.download(/CSV/u);
		const rows: Record<string, string>[] = parse(csv.bytes, { columns: true, bom: true });
		expect(rows).toHaveLength(8);
		expect(JSON.stringify(rows)).toContain("offer for the old forge");
		expect(JSON.stringify(rows)).not.toContain("Weir footpath");
	});

	test("the public edition for a committee gives numbers and names nobody", async () => {
		await page.goto("/reports");
		await page.getByLabel("Other days", { exact: true }).check();
		await fillDay(page, "from", [1, 9, 2026]);
		await fillDay(page, "to", [31, 10, 2026]);
		await page.getByLabel("Public", { exact: true }).check();
		await page.getByRole("button", { name: "Make the report" }).click();
		await expect.poll(clerk.words, PATIENCE).toContain("Its hash is in the ledger.");
		const { text } = await readPdf((await clerk.download(/PDF/u)).bytes);
		expect(text).toContain("1 September 2026 to 31 October 2026");
		expect(text).toContain("fewer than 5");
		expect(await secretsIn(text)).toEqual([]);
	});

	test("the ledger is whole, and still holds the head that the digest printed", async () => {
		const digest = (await demo.mails()).find(({ subject }) => subject?.includes("digest"));
		const [head = ""] = /[\d,]+, [0-9a-f]{64}/u.exec(digest?.text ?? "") ?? [];
		await page.goto("/ledger");
		await expect.poll(clerk.words, PATIENCE).toMatch(/Report made.*Decision on a finding/u);
		await page.getByLabel("Head of the ledger").fill(head);
		await page.getByRole("button", { name: "Check all entries" }).click();
		await expect
			.poll(clerk.words, PATIENCE)
			.toMatch(/The ledger is whole.*The head that was given is among them, unchanged/u);
		await page.getByLabel("Head of the ledger").fill(head.replace(/.$/u, (last) => (last === "0" ? "1" : "0")));
		await page.getByRole("button", { name: "Check all entries" }).click();
		await expect.poll(clerk.words, PATIENCE).toContain("is another one than the digest printed");
	});

	test("signed out, the back button shows nothing of it", async () => {
		await page.goto("/findings");
		await page.getByRole("button", { name: "Sign out" }).click();
		await expect.poll(clerk.words, PATIENCE).toContain("You are signed out.");
		await page.goBack();
		await page.waitForURL(/\/sign-in/u);
		await expect.poll(clerk.words, PATIENCE).not.toContain("Cllr");
	});
});

describe("without JavaScript", { timeout: LIMIT_MS }, () => {
	let clerk: Visitor;
	let page: Page;

	test("the message has a page of its own, and a decision is taken and undone", async () => {
		clerk = await signedIn(CLERK, { javaScriptEnabled: false });
		page = clerk.page;
		await page.goto(await findingOf(page, "22 October 2026", "Confidential item outside the council"));
		expect(await page.getByRole("button", { name: "Copy the text" }).isVisible()).toBe(false);
		await page.getByRole("link", { name: "Show the message" }).click();
		expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("The message");
		await expect.poll(clerk.words, PATIENCE).toContain("Candour keeps no copy");
		await page.getByRole("link", { name: "The finding" }).click();
		await page.getByLabel("Justified").check();
		await page.locator("#justified").fill("The complainant had sent it himself.");
		await page.getByRole("button", { name: "Decide" }).click();
		await expect.poll(clerk.words, PATIENCE).toMatch(/Justified, by Frances Ogle.*had sent it himself/u);
		await page.getByRole("button", { name: "Undo this decision" }).click();
		await expect.poll(clerk.words, PATIENCE).toContain("The decision was undone.");
	});

	test("findings are filtered, and an audit comes to its result by itself", async () => {
		await page.goto("/findings");
		await page.getByText("Filter the findings").click();
		await page.getByLabel("Person").fill("tranter");
		await page.getByRole("button", { name: "Filter" }).click();
		await expect.poll(clerk.words, PATIENCE).toContain("1 finding that nobody has decided yet");
		await page.goto("/audits");
		await fillDay(page, "from", [1, 10, 2026]);
		await fillDay(page, "to", [10, 10, 2026]);
		await page.getByRole("button", { name: "Start the audit" }).click();
		await page.getByRole("heading", { name: "What was found" }).waitFor();
		await expect.poll(clerk.words, PATIENCE).toContain("Findings 1 to 2 of 2");
		await page.getByRole("button", { name: "Sign out" }).click();
		await expect.poll(clerk.words, PATIENCE).toContain("You are signed out.");
	});
});

test("on a phone, the pages are reached by the menu, fit the screen and take a decision", {
	timeout: LIMIT_MS,
}, async () => {
	const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
	const { page, words } = await signedIn(DEPUTY, phone);
	for (const name of ["Findings", "Audits", "Reports", "Coverage", "Configuration", "Ledger"]) {
		await page.getByRole("button", { name: "Menu" }).tap();
		await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name }).tap();
		await page.getByRole("heading", { level: 1, name }).waitFor();
		const wider = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
		expect(wider, name).toBe(0);
	}
	await page.goto(await findingOf(page, "20 October 2026", "Confidential item outside the council"));
	await page.getByRole("link", { name: "Show the message" }).tap();
	await page.getByText("Candour keeps no copy").waitFor();
	expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
	const marked = await page.locator("#message-place mark").allTextContents();
	expect(marked, "also in what was forwarded").toContain("CONFIDENTIAL - offer for the old forge");
	await page.getByLabel("Put right").tap();
	await page.getByLabel("What was done").fill("Asked for its deletion.");
	await page.getByRole("button", { name: "Decide" }).tap();
	await expect.poll(words, PATIENCE).toMatch(/Put right, by Tom Birkett.*Asked for its deletion/u);
	await page.getByRole("button", { name: "Undo this decision" }).tap();
	await expect.poll(words, PATIENCE).toContain("The decision was undone.");
});

test("the keyboard alone signs in, filters and decides, and always shows where it is", {
	timeout: LIMIT_MS,
}, async () => {
	const { page, words } = await arrive();
	await page.goto("/");
	await tabTo(page, /Your e-mail address/u);
	await page.keyboard.type(DEPUTY);
	await page.keyboard.press("Enter");
	await page.goto(await demo.linkFor(DEPUTY));
	await tabTo(page, /^Sign in$/u);
	await page.keyboard.press("Enter");
	await page.getByRole("heading", { name: "Overview" }).waitFor();

	await tabTo(page, /^Findings$/u);
	await page.keyboard.press("Enter");
	await page.getByRole("heading", { level: 1, name: "Findings" }).waitFor();
	await tabTo(page, /^Filter the findings$/u);
	await page.keyboard.press("Enter");
	await tabTo(page, /^Person/u);
	await page.keyboard.type("owen price");
	await tabTo(page, /^Filter$/u);
	await page.keyboard.press("Enter");
	await page.waitForURL(/person=owen/u);
	await tabTo(page, /^Confidential item outside the council ?, message of 20 October 2026$/u);
	await page.keyboard.press("Enter");
	await page.getByRole("heading", { name: "Text to put it right" }).waitFor();

	await tabTo(page, /^Show the message$/u);
	await page.keyboard.press("Enter");
	await page.getByText("Candour keeps no copy").waitFor();
	await tabTo(page, /^Confirmed/u);
	for (const _ of ["to Justified", "to Put right"]) await page.keyboard.press("ArrowDown");
	await tabTo(page, /^What was done/u);
	await page.keyboard.type("By keyboard.");
	await tabTo(page, /^Decide$/u);
	await page.keyboard.press("Enter");
	await page.getByText("Undo this decision").waitFor();
	await expect.poll(words, PATIENCE).toMatch(/Put right, by Tom Birkett.*By keyboard\./u);
	await tabTo(page, /^Undo this decision$/u);
	await page.keyboard.press("Enter");
	await page.getByText("The decision was undone.").waitFor();
});

describe("what a role may not see", { timeout: LIMIT_MS }, () => {
	test("a reader reaches no page with a name, an address, a subject or a quote of the council's mail", async () => {
		const reader = await signedIn(READER);
		await reader.page.goto("/reports");
		await reader.page.getByLabel("Last month").check();
		await reader.page.getByRole("button", { name: "Make the report" }).click();
		await expect.poll(reader.words, PATIENCE).toContain("The report was made.");
		const bodies = await everythingReachable(reader);
		expect([...bodies.keys()]).toEqual(expect.arrayContaining(["/findings", "/findings.csv", "/coverage", "/ledger"]));
		expect([...bodies.keys()].some((path) => path.endsWith("report.pdf"))).toBe(true);
		for (const [path, body] of bodies) {
			const text = path.endsWith(".pdf") ? (await readPdf(body)).text : body.toString("utf8");
			// Her own name stands at the top of each page.
			const others = text.replaceAll("Nadia Hassan", "");
			expect({ path, told: await secretsIn(others) }).toEqual({ path, told: [] });
		}
		await expectNoPages(reader, ["/audits", "/configuration", "/exemptions"]);
	});

	test("an administrator reaches the configuration and no finding", async () => {
		const administrator = await signedIn(ADMINISTRATOR);
		const bodies = await everythingReachable(administrator);
		expect([...bodies.keys()]).toContain("/configuration");
		const { subjects, quotes } = await secretsOfTheSample();
		const ofMail = [...subjects, ...quotes];
		for (const [path, body] of bodies) {
			const text = body.toString("utf8");
			expect({ path, told: ofMail.filter((words) => text.includes(words)) }).toEqual({ path, told: [] });
		}
		await expectNoPages(administrator, ["/findings", "/findings.csv", "/audits", "/reports", "/exemptions"]);
	});

	test("a conflict reviewer has the findings that concern the Clerk, and the Clerk and her Deputy don't", async () => {
		const conflict = await atHisDesk(CONFLICT_REVIEWER);
		const clerks = await findingOf(conflict.page, "1 September 2026", "Silent copy");
		expect((await conflict.fetched(clerks)).status).toBe(200);
		const deputy = await atHisDesk(DEPUTY);
		const leak = await findingOf(deputy.page, "20 October 2026", "Confidential item outside the council");
		await expectNoPages(deputy, [clerks, `${clerks}/message`, `${clerks}/decide`, "/exemptions/1/end"]);
		await expectNoPages(conflict, [leak, `${leak}/message`, "/audits", "/configuration"]);
		await deputy.page.goto("/findings?state=all");
		const sentByHimself = deputy.page.getByRole("link", { name: /7 October 2026/u });
		expect(await sentByHimself.count()).toBe(0);
	});
});

let secrets: Promise<Secrets> | undefined;

function secretsOfTheSample(): Promise<Secrets> {
	secrets ??= (async () => {
		const seeing = [await atHisDesk(CONFLICT_REVIEWER), await atHisDesk(DEPUTY)];
		return sampleSecrets(join(directory, "council.yaml"), seeing);
	})();
	return secrets;
}

async function secretsIn(text: string): Promise<readonly string[]> {
	const { people, subjects, quotes } = await secretsOfTheSample();
	expect(Math.min(people.length, subjects.length, quotes.length)).toBeGreaterThan(3);
	return [...people, ...subjects, ...quotes].filter((words) => text.includes(words));
}
