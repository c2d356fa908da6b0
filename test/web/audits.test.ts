import { afterAll, beforeAll, expect, test } from "vitest";
import { firstBreak } from "../../src/store/ledger.ts";
import { ledger } from "../../src/store/schema.ts";
import { runAudits } from "../../workers/steps/run-audit.ts";
import { aFinding } from "../reports/samples.ts";
import { DOMAIN } from "../thornby.ts";
import { letter } from "../workers/place.ts";
import { openSite, type Site } from "./site.ts";

const QUICK = { claimMs: 5_000, renewEveryMs: 50 };

let site: Site;
let clerk: string;
let deputy: string;
beforeAll(async () => {
	site = await openSite();
	clerk = await site.signIn(`clerk@${DOMAIN}`);
	deputy = await site.signIn(`deputy@${DOMAIN}`);
	await site.place.deliver("a", letter("a", { bcc: `r.voss@${DOMAIN}` }));
	await site.place.deliver("b", letter("b"));
	const byWorks = letter("c", { bcc: `r.voss@${DOMAIN}`, from: `works@${DOMAIN}` });
	await site.place.deliver(
		"c",
		byWorks.map((line) => (line.startsWith("Subject:") ? "Subject: <script>alert(1)</script>" : line)),
	);
});
afterAll(() => site.close());

/** The path of the audit that was asked for. */
async function ask(form: Readonly<Record<string, string>> = {}): Promise<string> {
	const { status, headers } = await site.post("/audits", { rules: "silent-copy", ...form }, clerk, "/audits");
	expect(status).toBe(303);
	return String(headers.location);
}

async function kinds(): Promise<string[]> {
	return (await site.installation.store.db.select({ kind: ledger.kind }).from(ledger).orderBy(ledger.sequence)).map(
		({ kind }) => kind,
	);
}

test("a reviewer asks for an audit, sees it wait, and then what it found", async () => {
	const path = await ask();
	const waiting = await site.get(path, clerk);
	expect(waiting.body).toContain("Waiting for its turn");
	expect(waiting.body).toContain(`data-live="${path}/events"`);
	expect(waiting.body).toContain('<noscript><meta http-equiv="refresh"');
	await runAudits(site.installation, new AbortController().signal, QUICK);
	const { body } = await site.get(path, clerk);
	expect(body).toContain("3 messages were found: 3 audited.");
	expect(body).toContain("Findings 1 to 2 of 2");
	expect(body).toContain("2 only by this audit");
	expect(body).toContain("Monitoring holds nothing of the message");
	expect(await kinds()).toEqual(expect.arrayContaining(["audit.asked", "audit.done"]));
	expect(await firstBreak(site.installation.store.db)).toBeUndefined();
});

test("whoever has a part in a finding doesn't see it, and is told how many he doesn't see", async () => {
	const path = await ask();
	await runAudits(site.installation, new AbortController().signal, QUICK);
	const { body } = await site.get(path, deputy);
	expect(body).toContain("1 finding is not shown here");
	expect(body).toContain("Findings 1 to 1 of 1");
	const json = JSON.parse((await site.get(`${path}/report.json`, deputy)).body);
	expect(json.findings).toHaveLength(1);
	expect(json.findings[0].message.from).toBe(`works@${DOMAIN}`);
	expect(json.notShown).toContain("1 finding");
	// What is left out may be what an exception was needed for.
	expect(json).not.toHaveProperty("unusedExceptions");
});

test("the result comes as HTML, PDF, CSV and JSON, and hostile subjects are harmless in it", async () => {
	const path = await ask();
	await runAudits(site.installation, new AbortController().signal, QUICK);
	const html = await site.get(`${path}/report.html`, clerk);
	expect(html.headers["content-disposition"]).toMatch(/^attachment; filename="audit-all-to-\d{4}-\d{2}-\d{2}\.html"$/u);
	expect(html.body).not.toContain("<script>alert");
	expect(html.body).toContain("&lt;script&gt;alert");
	expect((await site.get(path, clerk)).body).not.toContain("<script>alert");
	const pdf = await site.get(`${path}/report.pdf`, clerk);
	expect(pdf.headers["content-type"]).toBe("application/pdf");
	expect(pdf.body.startsWith("%PDF-1.7")).toBe(true);
	expect((await site.get(`${path}/report.csv`, clerk)).body.split("\r\n")).toHaveLength(4);
	expect((await site.get(`${path}/report.exe`, clerk)).status).toBe(404);
});

test("progress is told line by line until the end", async () => {
	const path = await ask();
	const events = site.get(`${path}/events`, clerk);
	await runAudits(site.installation, new AbortController().signal, QUICK);
	const { body, headers } = await events;
	expect(headers["content-type"]).toContain("text/event-stream");
	expect(body).toMatch(/^event: progress\ndata: \{"words":"(?:Waiting|Connecting)/u);
	expect(body).toMatch(/"words":"Done\.".*"ended":true\}\n\n$/su);
});

test("a cancelled audit keeps nothing", async () => {
	const path = await ask();
	const { status } = await site.post(`${path}/cancel`, {}, clerk, path);
	expect(status).toBe(303);
	await runAudits(site.installation, new AbortController().signal, QUICK);
	const { body } = await site.get(path, clerk);
	expect(body).toContain("It was cancelled before its end");
	expect((await site.get(`${path}/report.json`, clerk)).status).toBe(404);
	expect((await kinds()).at(-1)).toBe("audit.cancelled");
});

test("a mailbox that can't be read ends the audit with a sentence", async () => {
	const other = await openSite({
		mailboxes: [{ name: `clerk@${DOMAIN}`, journal: false, maildir: "/nowhere/at/all" }],
	});
	try {
		const cookie = await other.signIn(`clerk@${DOMAIN}`);
		const { headers } = await other.post("/audits", { rules: "silent-copy" }, cookie, "/audits");
		await runAudits(other.installation, new AbortController().signal, QUICK);
		const { body } = await other.get(String(headers.location), cookie);
		expect(body).toContain("Not done");
		expect(body).toContain("/nowhere/at/all");
	} finally {
		await other.close();
	}
});

test("what monitoring found and the audit didn't is listed with a likely reason", async () => {
	await site.raise([
		aFinding({
			id: "f_gone",
			message: { messageId: `<gone@${DOMAIN}>`, date: "2026-05-04T09:00:00.000Z" },
			summary: "A letter that is gone.",
		}),
		aFinding({
			id: "f_other",
			rule: "staff-instruction",
			message: { messageId: `<other@${DOMAIN}>`, date: "2026-05-04T09:00:00.000Z" },
		}),
	]);
	const path = await ask();
	await runAudits(site.installation, new AbortController().signal, QUICK);
	const { body } = await site.get(path, clerk);
	expect(body).toContain("A letter that is gone.");
	expect(body).toContain("deleted or moved since");
	expect(body).toContain("This audit did not check the rule.");
});

test.each([
	[
		"a day that is none",
		{ "from-day": "31", "from-month": "2", "from-year": "2026" },
		"The first day must be a real date",
	],
	["half a day", { "from-day": "3" }, "The first day must include a month and a year"],
	[
		"days the wrong way round",
		{ "from-day": "2", "from-month": "3", "from-year": "2026", "to-day": "1", "to-month": "3", "to-year": "2026" },
		"The first day must be on or before the last day",
	],
	["a day to come", { "to-day": "1", "to-month": "1", "to-year": "2999" }, "The last day must be today or in the past"],
	["no rule", { rules: "" }, "Select at least one rule"],
])("%s is told kindly, and nothing is asked for", async (_what, form, words) => {
	const { status, body } = await site.post("/audits", { rules: "silent-copy", ...form }, clerk, "/audits");
	expect(status).toBe(400);
	expect(body).toContain("There is a problem");
	expect(body).toContain(words);
});

test.each(["b.lund", "reader", "admin"])("%s finds no audits", async (name) => {
	const cookie = await site.signIn(`${name}@${DOMAIN}`);
	for (const path of ["/audits", await ask()]) expect((await site.get(path, cookie)).status).toBe(404);
});
