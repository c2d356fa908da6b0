import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "../../src/store/drizzle.ts";
import { append, head } from "../../src/store/ledger.ts";
import { DOMAIN } from "../thornby.ts";
import { openSite, type Site } from "./site.ts";

let site: Site;
let cookie: string;
beforeAll(async () => {
	site = await openSite();
	cookie = await site.signIn(`reader@${DOMAIN}`);
	const entries = Array.from({ length: 60 }, (_, index) => ({
		kind: "audit.done",
		entry: { id: `a_${index}`, findings: 0 },
	}));
	await append(site.installation.store.db, entries, new Date("2026-03-02T10:00:00Z"));
});
afterAll(() => site.close());

const verify = (given: string) => site.post("/ledger", { head: given }, cookie, "/ledger");

test("the newest entries are shown first, and the older ones on further pages", async () => {
	const first = await site.get("/ledger", cookie);
	expect(first.body).toContain("id a_59");
	expect(first.body).not.toContain("id a_9;");
	const older = await site.get("/ledger?before=11", cookie);
	expect(older.body).toContain("id a_9;");
});

test("a reader isn't told who did what, and a reviewer is", async () => {
	const { db } = site.installation.store;
	await append(db, [{ kind: "audit.asked", entry: { id: "a_1", by: `deputy@${DOMAIN}` } }], new Date());
	expect((await site.get("/ledger", cookie)).body).not.toContain(`deputy@${DOMAIN}`);
	expect((await site.get("/ledger", await site.signIn(`clerk@${DOMAIN}`))).body).toContain(`by deputy@${DOMAIN}`);
	await db.execute(sql`DELETE FROM candour.ledger WHERE sequence > 60`);
});

test("a whole ledger is said to be whole, also against the head from a digest", async () => {
	const { sequence, hash } = await head(site.installation.store.db);
	expect((await verify("")).body).toContain("The ledger is whole: 60 entries");
	expect((await verify(`${sequence}, ${hash}`)).body).toContain("The head that was given is among them");
});

test("a head that can't be read gets an error beside its field", async () => {
	const { status, body } = await verify("sixty");
	expect(status).toBe(400);
	expect(body).toContain("There is a problem");
	expect(body).toContain('href="#head"');
});

test("cutting off the tail shows against the head from a digest", async () => {
	const { db } = site.installation.store;
	const { sequence, hash } = await head(db);
	await db.execute(sql`DELETE FROM candour.ledger WHERE sequence > 55`);
	expect((await verify("")).body).toContain("The ledger is whole: 55 entries");
	expect((await verify(`${sequence}, ${hash}`)).body).toContain("Entries are missing at the end");
});

test("a changed entry is named", async () => {
	await site.installation.store.db.execute(
		sql`UPDATE candour.ledger SET entry = '{"id":"f_other"}'::json WHERE sequence = 20`,
	);
	expect((await verify("")).body).toContain("entry 20 does not follow");
});
