import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Finding } from "../../src/rules/rule.ts";
import { claimDigest, digestSent } from "../../src/store/digests.ts";
import { ledger } from "../../src/store/schema.ts";
import { readPdf } from "../reports/read-pdf.ts";
import { aFinding } from "../reports/samples.ts";
import { DOMAIN } from "../thornby.ts";
import { openSite, REVIEWERS, type Site } from "./site.ts";

const LINE = "Confidential: Public Bodies (Admission to Meetings) Act 1960, section 1(2)";
const MARCH = {
	days: "other",
	"from-day": "1",
	"from-month": "3",
	"from-year": "2026",
	"to-day": "31",
	"to-month": "3",
	"to-year": "2026",
};
/** Somebody without a part in anything. */
const LEE = `lee@${DOMAIN}`;

/** Of 3 March 2026, by an officer to Alan Pell with a hidden copy to Ruth Voss. */
function finding(id: string, from: string, change: Partial<Finding> = {}): Finding {
	return aFinding({
		id,
		people: [
			{ as: "copied", name: "Ruth Voss", address: `r.voss@${DOMAIN}` },
			{ as: "uninformed", name: "Alan Pell", address: `a.pell@${DOMAIN}` },
		],
		summary: "The message to Cllr Alan Pell was blind-copied to Cllr Ruth Voss <b>and</b> nothing says so.",
		remedy: "CC Cllr Ruth Voss",
		...change,
		message: {
			messageId: `<${id}@${DOMAIN}>`,
			date: "2026-03-03T09:00:00.000Z",
			from,
			subject: "<script>alert(1)</script> gate",
		},
	});
}

let site: Site;
let lee: string;
let deputy: string;
let reader: string;
beforeAll(async () => {
	site = await openSite(
		{ reviewers: [...REVIEWERS, { name: "Lee Ash", email: LEE, roles: ["reviewer"] }] },
		{ now: () => new Date("2026-04-10T10:00:00Z") },
	);
	[lee = "", deputy = "", reader = ""] = await Promise.all(
		[LEE, `deputy@${DOMAIN}`, `reader@${DOMAIN}`].map(site.signIn),
	);
	const fromWorks = Array.from({ length: 6 }, (_, index) => finding(`f_works${index}`, `works@${DOMAIN}`));
	await site.raise([...fromWorks, finding("f_deputy0", `deputy@${DOMAIN}`, { rule: "staff-instruction" })]);
});
afterAll(() => site.close());

async function make(cookie: string, form: Readonly<Record<string, string>>): Promise<string> {
	const { status, headers } = await site.post("/reports", { ...MARCH, ...form }, cookie, "/reports");
	expect(status).toBe(303);
	return String(headers.location);
}

const pdfOf = async (path: string, cookie: string) =>
	new Uint8Array((await site.app.inject({ url: `${path}/report.pdf`, headers: { cookie } })).rawPayload);

test("the public edition has numbers, and no name, address or subject in any of its files", async () => {
	const path = await make(reader, { edition: "public" });
	const page = (await site.get(path, reader)).body;
	const pdf = await readPdf(await pdfOf(path, reader));
	const files = await Promise.all(
		["html", "csv", "json"].map(async (format) => (await site.get(`${path}/report.${format}`, reader)).body),
	);
	// The page's own frame names whoever is signed in, and its scripts.
	const main = page.slice(page.indexOf("<main"), page.indexOf("</main>"));
	for (const text of [main, pdf.text, ...files]) {
		expect(text).toContain("fewer than 5");
		expect(text).not.toMatch(/Pell|Voss|Dunn|Tickle|thornby-pc\.example|script|gate/u);
	}
	expect(pdf.pages.join()).not.toContain("Admission to Meetings");
});

test("counts under 5 can't be worked out from the totals", async () => {
	const { content } = JSON.parse(
		(await site.get(`${await make(reader, { edition: "public" })}/report.json`, reader)).body,
	);
	const byRule = new Map(
		content.rules.map(({ rule }: { rule: string }, index: number) => [rule, content.findings.byRule[index]]),
	);
	expect(byRule.get("staff-instruction")).toBe("fewer than 5");
	expect(byRule.get("silent-copy")).toBe("not shown");
	expect(content.findings.total === 7 && byRule.get("silent-copy") === 6).toBe(false);
});

test("the annex has everything, with its line on every page and its hash in the ledger", async () => {
	const path = await make(lee, { edition: "exempt", exemption: LINE });
	const { pages, text } = await readPdf(await pdfOf(path, lee));
	expect(pages.length).toBeGreaterThan(2);
	for (const page of pages) expect(page).toContain(LINE);
	expect(text).toContain("Cllr Alan Pell was blind-copied");
	const json = JSON.parse((await site.get(`${path}/report.json`, lee)).body);
	expect(json.content.annex).toHaveLength(7);
	const rows = await site.installation.store.db.select().from(ledger);
	const entry = rows.filter(({ kind }) => kind === "report.made").at(-1)?.entry as { sha256: string };
	expect(entry.sha256).toBe(json.sha256);
	expect(createHash("sha256").update(JSON.stringify(json.content)).digest("hex")).toBe(json.sha256);
	expect(text.replaceAll(" ", "")).toContain(json.sha256);
	expect((await site.get(`${path}/report.html`, lee)).body).not.toContain("<script>");
	expect((await site.get(`${path}/report.csv`, lee)).body).toContain(LINE);
});

test("an annex leaves out what its maker has a part in, and says how many", async () => {
	const path = await make(deputy, { edition: "exempt", exemption: LINE });
	const { content } = JSON.parse((await site.get(`${path}/report.json`, deputy)).body);
	expect(content.annex).toHaveLength(6);
	expect(content.leftOut).toBe(1);
	expect(content.findings.total).toBe(6);
	expect((await site.get(path, deputy)).body).toContain("1 finding of the period is not in this annex");
});

test("somebody else's annex with a finding on oneself can't be opened", async () => {
	const path = await make(lee, { edition: "exempt", exemption: LINE });
	expect((await site.get(path, deputy)).status).toBe(404);
	expect((await site.get(`${path}/report.pdf`, deputy)).status).toBe(404);
	expect((await site.get("/reports", deputy)).body).toContain("not for you to open");
});

test("a reader neither makes nor opens nor sees an annex", async () => {
	const cookie = await site.signIn(`reader@${DOMAIN}`);
	const path = await make(lee, { edition: "exempt", exemption: LINE });
	expect(
		(await site.post("/reports", { ...MARCH, edition: "exempt", exemption: LINE }, cookie, "/reports")).status,
	).toBe(404);
	expect((await site.get(path, cookie)).status).toBe(404);
	const { body } = await site.get("/reports", cookie);
	expect(body).not.toContain("Exempt annex");
	expect(body).toContain("The report is the public edition");
});

test("an administrator has no reports", async () => {
	expect((await site.get("/reports", await site.signIn(`admin@${DOMAIN}`))).status).toBe(404);
});

test("the same data give the same content, and the same edition the same bytes", async () => {
	const form = { edition: "exempt", exemption: LINE };
	const [one, two] = [await make(lee, form), await make(lee, form)];
	const [first, second] = await Promise.all([pdfOf(one, lee), pdfOf(two, lee)]);
	expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
	for (const format of ["html", "csv", "json"]) {
		expect((await site.get(`${one}/report.${format}`, lee)).body).toBe(
			(await site.get(`${two}/report.${format}`, lee)).body,
		);
	}
});

test("what a form lacks is told kindly", async () => {
	const noLine = await site.post("/reports", { days: "last-month", edition: "exempt" }, lee, "/reports");
	expect(noLine.status).toBe(400);
	expect(noLine.body).toContain("Enter why the annex is not for the public");
	const noDays = await site.post("/reports", { days: "other", edition: "public" }, lee, "/reports");
	expect(noDays.body).toContain("Enter the first day");
});

test("a digest that went out is built anew for who looks at it, without what he has a part in", async () => {
	const { db } = site.installation.store;
	const at = new Date("2026-04-13T08:00:00Z");
	await claimDigest(db, "2026-W15", at, at);
	await digestSent(db, "2026-W15", at);
	const mine = await site.get("/reports/digests/2026-W15", lee);
	expect(mine.body).toContain("Open in all: 7.");
	const theirs = await site.get("/reports/digests/2026-W15", deputy);
	expect(theirs.status).toBe(200);
	expect(theirs.body).toContain("Open in all: 6.");
	expect((await site.get("/reports/digests/2026-W14", lee)).status).toBe(404);
	expect((await site.get("/reports/digests/2026-W15", reader)).status).toBe(404);
	expect((await site.get("/reports", lee)).body).toContain("6 April 2026 to 12 April 2026");
});

test("a conflict reviewer makes an annex of what concerns the Clerk or the chair, which the Clerk can't open", async () => {
	const bea = await site.signIn(`b.lund@${DOMAIN}`);
	await site.raise([finding("f_of_the_clerk", `clerk@${DOMAIN}`)]);
	const path = await make(bea, { edition: "exempt", exemption: LINE });
	const { content } = JSON.parse((await site.get(`${path}/report.json`, bea)).body);
	expect(content.annex).toHaveLength(1);
	expect(JSON.stringify(content.annex)).toContain(`clerk@${DOMAIN}`);
	expect((await site.get(path, await site.signIn(`clerk@${DOMAIN}`))).status).toBe(404);
});
