import { afterAll, beforeAll, expect, test } from "vitest";
import { noteUnreadable } from "../../src/store/coverage.ts";
import { noteUnknownPeople } from "../../src/store/unknown-people.ts";
import { DOMAIN } from "../thornby.ts";
import { openSite, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
	site = await openSite();
	const { db } = site.installation.store;
	await noteUnreadable(
		db,
		[{ at: { mailbox: `clerk@${DOMAIN}`, folder: "Sent", uid: 7 }, reason: "it is encrypted" }],
		new Date(),
	);
	const unknown = [
		{ address: `new.person@${DOMAIN}`, kind: "council-domain" as const },
		{ address: "alan<b>@home.example", kind: "namesake" as const, person: "Alan Pell" },
	];
	await noteUnknownPeople(db, unknown, "2026-03-02");
	await noteUnknownPeople(db, unknown.slice(0, 1), "2026-03-04");
});
afterAll(() => site.close());

const as = async (name: string, path: string) => (await site.get(path, await site.signIn(`${name}@${DOMAIN}`))).body;

test("what could not be read is listed with its place and its reason", async () => {
	expect(await as("clerk", "/coverage")).toContain(`clerk@${DOMAIN}, Sent, message 7: it is encrypted`);
});

test("addresses that the roster lacks are listed, escaped, the most frequent first", async () => {
	const body = await as("admin", "/coverage");
	expect(body.indexOf("new.person")).toBeLessThan(body.indexOf("alan&lt;b&gt;"));
	expect(body).toContain("Goes by the name of Alan Pell");
	expect(body).not.toContain("alan<b>");
});

test("a reader gets numbers only", async () => {
	const body = await as("reader", "/coverage");
	expect(body).toContain("1 message could not be read");
	expect(body).not.toContain("new.person");
	expect(body).not.toContain("message 7");
});

test("the configuration shows rules and people, and no secret", async () => {
	const body = await as("admin", "/configuration");
	expect(body).toContain("alan.pell71@mailbox.example");
	expect(body).toContain("Correspondence");
	expect((await site.get("/configuration", await site.signIn(`reader@${DOMAIN}`))).status).toBe(404);
});

test("testing the connections says what works and what doesn't", async () => {
	const cookie = await site.signIn(`admin@${DOMAIN}`);
	const { body } = await site.post("/configuration/connections", {}, cookie, "/configuration");
	expect(body).toContain(`Mailbox clerk@${DOMAIN}`);
	expect(body).toContain("a Maildir");
	expect(body).toContain("mail is written into");
});
