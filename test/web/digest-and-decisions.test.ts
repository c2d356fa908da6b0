import { afterAll, beforeAll, expect, test } from "vitest";
import { weekNamed } from "../../src/reports/due.ts";
import { weekDigest } from "../../src/reports/week-digest.ts";
import { DOMAIN } from "../thornby.ts";
import { byTheClerk, silentCopy } from "./sample-findings.ts";
import { openSite, type Site } from "./site.ts";

const NOW = new Date("2026-03-09T08:00:00Z");
let site: Site;
beforeAll(async () => {
	site = await openSite({}, { now: () => NOW });
	await site.raise([silentCopy("open"), silentCopy("decided")], new Date("2026-03-03T12:00:00Z"));
});
afterAll(() => site.close());

const digest = async () => {
	const week = weekNamed("2026-W10");
	if (week === undefined) throw new Error("2026 has a tenth week");
	return weekDigest(site.installation.store.db, site.place.council, week, NOW);
};

test("what a person has decided is no longer open in the digest", async () => {
	expect((await digest()).subject).toBe("Candour digest 2026-W10: 2 new, 2 open");
	const cookie = await site.signIn(`clerk@${DOMAIN}`);
	const form = { kind: "confirmed", standing: "0" };
	const page = "/findings/f_decided";
	const { status } = await site.post(`${page}/decide`, form, cookie, page);
	expect(status).toBe(303);
	const { subject, text } = await digest();
	expect(subject).toBe("Candour digest 2026-W10: 1 new, 1 open");
	expect(text).toContain("/findings/f_open");
	expect(text).not.toContain("/findings/f_decided");
});

test("the digest carries the chart of its weeks as a picture", async () => {
	const { images, html } = await digest();
	expect(images?.map(({ cid }) => cid)).toEqual(["weeks@candour"]);
	expect(html).toContain("cid:weeks@candour");
});

test("what concerns the Clerk is not described to her staff, and is to those who stand in for her", async () => {
	const { store } = site.installation;
	await site.raise([byTheClerk("clerk")], new Date("2026-03-03T12:00:00Z"));
	const week = weekNamed("2026-W10");
	if (week === undefined) throw new Error("2026 has a tenth week");
	const textFor = async (to: string) => {
		const digest = { to: [to], day: "monday" as const, time: "08:00" };
		return (await weekDigest(store.db, { ...site.place.council, digest }, week, NOW)).text;
	};
	expect(await textFor(`deputy@${DOMAIN}`)).toContain("It concerns the Clerk");
	expect(await textFor(`deputy@${DOMAIN}`)).not.toContain("/findings/f_clerk");
	expect(await textFor(`b.lund@${DOMAIN}`)).toContain("/findings/f_clerk");
});
