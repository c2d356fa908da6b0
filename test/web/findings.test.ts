import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DOMAIN } from "../thornby.ts";
import { byTheClerk, silentCopy } from "./sample-findings.ts";
import { openSite, type Site } from "./site.ts";

let site: Site;
let clerk: string;
let conflict: string;
let reader: string;
beforeAll(async () => {
	site = await openSite();
	clerk = await site.signIn(`clerk@${DOMAIN}`);
	conflict = await site.signIn(`b.lund@${DOMAIN}`);
	reader = await site.signIn(`reader@${DOMAIN}`);
	await site.raise([
		silentCopy("one"),
		silentCopy("two", { severity: "advisory", certainty: "possible", on: { date: "2026-03-05T23:30:00Z" } }),
		silentCopy("staff", { rule: "staff-instruction", on: { date: "2026-01-10T09:00:00Z" } }),
		silentCopy("deputy", {
			on: { from: `deputy@${DOMAIN}`, date: "2026-02-01T09:00:00Z" },
			summary: "Rae Dunn wrote to Cllr Alan Pell.",
		}),
		byTheClerk("clerks"),
		silentCopy("hostile", {
			summary: "<img src=x onerror=alert(1)> & {{ 7 * 7 }}",
			on: { subject: "<script>alert(1)</script>\u202egnp.exe", date: "2026-03-04T10:00:00Z" },
		}),
	]);
});
afterAll(() => site.close());

const titles = (body: string) => [...body.matchAll(/href="\/findings\/f_(\w+)"/gu)].map(([, id]) => id);

describe("the list of findings", () => {
	test("has what waits for a decision, the newest message first, with the number found", async () => {
		const { status, body } = await site.get("/findings", clerk);
		expect(status).toBe(200);
		expect(titles(body)).toEqual(["two", "hostile", "one", "deputy", "staff"]);
		expect(body).toContain("<strong>5 findings</strong> that nobody has decided yet");
		expect(body).toContain("2 March 2026");
	});

	test("keeps from the Clerk what concerns the Clerk, and gives it to the conflict reviewer", async () => {
		expect(titles((await site.get("/findings?state=all", clerk)).body)).not.toContain("clerks");
		expect(titles((await site.get("/findings", conflict)).body)).toEqual(["clerks"]);
	});

	test("keeps from everybody the findings in which he has a part", async () => {
		const deputy = await site.signIn(`deputy@${DOMAIN}`);
		expect(titles((await site.get("/findings", deputy)).body)).toEqual(["two", "hostile", "one", "staff"]);
	});

	test("is narrowed by rule, severity, certainty, person and days of the council's zone", async () => {
		const ids = async (query: string) => titles((await site.get(`/findings?${query}`, clerk)).body);
		expect(await ids("rule=staff-instruction")).toEqual(["staff"]);
		expect(await ids("severity=advisory&certainty=possible")).toEqual(["two"]);
		expect(await ids("person=rae+dunn")).toEqual(["deputy"]);
		expect(await ids("person=works%40")).toEqual(["two", "hostile", "one", "staff"]);
		expect(await ids("from=2+March+2026&to=2%2F3%2F2026")).toEqual(["one"]);
		expect(await ids("from=2026-03-05")).toEqual(["two"]);
		expect(await ids("state=withdrawn")).toEqual([]);
	});

	test("says kindly what is wrong with a day, and takes no notice of values that are none", async () => {
		const { status, body } = await site.get("/findings?from=soon&rule=nonsense&page=-4&severity=<b>", clerk);
		expect(status).toBe(200);
		expect(body).toContain("Sent from must be a day, like 2 March 2026 or 2/3/2026");
		expect(body).toContain('value="soon"');
		expect(body).toContain("<title>Error: ");
		expect(titles((await site.get("/findings?rule=nonsense&page=x", clerk)).body)).toHaveLength(5);
		expect((await site.get("/findings?from=2026-03-05&to=2026-03-01", clerk)).body).toContain(
			"the same day as Sent from, or later",
		);
	});

	test("shows hostile words of mail as words", async () => {
		const { body } = await site.get("/findings", clerk);
		expect(body).toContain("&lt;script&gt;alert(1)&lt;/script&gt;gnp.exe");
		expect(body).toContain("&lt;img src=x onerror=alert(1)&gt; &amp; {{ 7 * 7 }}");
		expect(body).not.toContain("<img src=x");
		expect(body).not.toContain("\u202e");
	});

	test("isn't there for administrators, and asks strangers to sign in", async () => {
		const admin = await site.signIn(`admin@${DOMAIN}`);
		expect((await site.get("/findings", admin)).status).toBe(404);
		expect((await site.get("/findings.csv", admin)).status).toBe(404);
		expect((await site.get("/findings")).status).toBe(303);
	});
});

describe("the table of findings", () => {
	test("has what the filter found, with the decision, and nothing runs as a formula", async () => {
		await site.raise([silentCopy("formula", { on: { subject: "=1+1", date: "2025-01-01T10:00:00Z" } })]);
		const { status, body, headers } = await site.get("/findings.csv?to=2025-12-31", clerk);
		expect(status).toBe(200);
		expect(headers["content-type"]).toContain("text/csv");
		expect(headers["content-disposition"]).toMatch(/attachment; filename="findings-\d{4}-\d\d-\d\d\.csv"/u);
		expect(body.startsWith("\uFEFFid,date,rule")).toBe(true);
		const lines = body.trim().split("\r\n");
		expect(lines).toHaveLength(2);
		expect(lines[1]).toContain("f_formula");
		expect(lines[1]).toContain("'=1+1");
		expect(lines[1]).toContain(",Open,");
	});

	test("holds only what its reader may see", async () => {
		expect((await site.get("/findings.csv?state=all", clerk)).body).not.toContain("f_clerks");
		expect((await site.get("/findings.csv?state=all", conflict)).body).toContain("f_clerks");
	});
});

describe("for readers", () => {
	const WORDS = ["Tickle", "Pell", "Voss", "Marsh", "Dunn", "Allotment", "@thornby", "note about", "f_one", "10:15"];

	test("the list has pseudonyms, and no name, address, subject or word of mail", async () => {
		const { body } = await site.get("/findings?state=all", reader);
		const main = body.slice(body.indexOf("<main"), body.indexOf("</main>"));
		for (const word of WORDS) expect(main).not.toContain(word);
		expect(main).toMatch(
			/Officer \d+ \(sender\); Councillor \d+ \(received a copy\); Councillor \d+ \(could not know\)/u,
		);
		expect(titles(body)).toEqual([]);
	});

	test("the table has no more than the list", async () => {
		const { body } = await site.get("/findings.csv?state=all", reader);
		for (const word of WORDS) expect(body).not.toContain(word);
		expect(body).toContain("\uFEFFdate,rule,severity,certainty,state,people");
		expect(body).toMatch(/2026-03-02,silent-copy,breach/u);
	});

	test("people can be looked up by pseudonym, and not by name", async () => {
		const { body } = await site.get("/findings?state=all", reader);
		const works = /(Officer \d+) \(sender\)/u.exec(body)?.[1] ?? "";
		const found = async (person: string) =>
			/<strong>(\d+) findings?<\/strong>/u.exec(
				(await site.get(`/findings?state=all&person=${encodeURIComponent(person)}`, reader)).body,
			)?.[1];
		expect(Number(await found(works))).toBeGreaterThan(0);
		expect(await found("Tickle")).toBe("0");
		expect(await found(`works@${DOMAIN}`)).toBe("0");
	});

	test("a finding can't be opened, nor its message, nor the patterns", async () => {
		for (const path of ["/findings/f_one", "/findings/f_one/message", "/findings/f_one/decide", "/exemptions"]) {
			expect((await site.get(path, reader)).status).toBe(404);
		}
	});
});

test("pages are turned, and a page behind the last leads to the last", async () => {
	await site.raise(
		Array.from({ length: 60 }, (_, n) =>
			silentCopy(`many${String(n).padStart(2, "0")}`, {
				on: { date: `2024-05-01T10:${String(n).padStart(2, "0")}:00Z` },
			}),
		),
	);
	const first = await site.get("/findings?to=2024-12-31", clerk);
	expect(first.body).toContain("<strong>60 findings</strong>");
	expect(titles(first.body)).toHaveLength(25);
	expect(first.body).toContain('href="/findings?to=2024-12-31&amp;page=3"');
	const last = await site.get("/findings?to=2024-12-31&page=3", clerk);
	expect(titles(last.body)).toEqual(Array.from({ length: 10 }, (_, n) => `many0${9 - n}`));
	const beyond = await site.get("/findings?to=2024-12-31&page=9", clerk);
	expect([beyond.status, beyond.headers.location]).toEqual([303, "/findings?to=2024-12-31&page=3"]);
});
