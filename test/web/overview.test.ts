import { afterAll, beforeAll, expect, test } from "vitest";
import { DOMAIN } from "../thornby.ts";
import { byTheClerk, silentCopy } from "./sample-findings.ts";
import { openSite, type Site } from "./site.ts";

const NOW = new Date("2026-03-06T12:00:00Z");
let site: Site;
beforeAll(async () => {
	site = await openSite({}, { now: () => NOW });
	await site.raise([silentCopy("new"), byTheClerk("clerk")], NOW);
	await site.raise(
		[silentCopy("old", { rule: "missing-copy-footer", severity: "advisory" })],
		new Date("2026-01-05T12:00:00Z"),
	);
});
afterAll(() => site.close());

const overviewAs = async (name: string) => (await site.get("/", await site.signIn(`${name}@${DOMAIN}`))).body;
const rowOf = (body: string, rule: string) =>
	[
		...(body.match(new RegExp(`<a[^>]*rule=${rule}"[\\s\\S]*?</tr>`, "u"))?.[0] ?? "").matchAll(/numeric">(\d+)</gu),
	].map(([, figure]) => Number(figure));

test("a reviewer sees open findings by rule and age", async () => {
	const body = await overviewAs("clerk");
	expect(rowOf(body, "silent-copy")).toEqual([1, 0, 0, 1]);
	expect(rowOf(body, "missing-copy-footer")).toEqual([0, 0, 1, 1]);
	expect(body).toContain("2 findings wait for a decision");
});

test("a finding about the clerk is counted for the conflict reviewer, and to the clerk only as one for others", async () => {
	expect(await overviewAs("clerk")).toContain("1 more is for others to review");
	const body = await overviewAs("b.lund");
	expect(rowOf(body, "silent-copy")).toEqual([1, 0, 0, 1]);
	expect(body).toContain("1 finding waits for a decision");
});

test("a reader and an administrator see numbers and no way to a finding", async () => {
	for (const name of ["reader", "admin"]) {
		const body = await overviewAs(name);
		expect(body).toContain("3 findings wait for a decision");
		expect(body).not.toContain('href="/findings?');
	}
});

test("the chart says in words what it shows, and its weeks are those of the messages", async () => {
	const body = await overviewAs("reader");
	expect(body).toMatch(/alt="[^"]*week of 2 March 2026: 2 breaches and 1 advisory/u);
	const svg = await site.get("/weeks.svg", await site.signIn(`reader@${DOMAIN}`));
	expect(svg.headers["content-type"]).toBe("image/svg+xml");
	expect(svg.body).toContain("Breaches");
});

test("a mailbox that was never reached needs attention", async () => {
	expect(await overviewAs("clerk")).toContain("is not being read: it was never reached");
});
