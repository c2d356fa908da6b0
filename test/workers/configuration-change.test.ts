import { afterEach, describe, expect, it, vi } from "vitest";
import type { Council } from "../../src/config/council.ts";
import { createLogger } from "../../src/logging.ts";
import { createService, type PartName, type Service } from "../../src/service.ts";
import { coverageOf } from "../../src/store/coverage.ts";
import { CONFIGURATION_CHANGED, listFindings } from "../../src/store/findings.ts";
import { firstBreak, head } from "../../src/store/ledger.ts";
import { factsOf } from "../../src/store/related.ts";
import { messageFacts } from "../../src/store/schema.ts";
import { DOMAIN, EVERY_RULE, THORNBY } from "../thornby.ts";
import { letter, makePlace, type Place } from "./place.ts";

vi.setConfig({ testTimeout: 60_000 });

const SECOND = `r.voss@${DOMAIN}`;
const places: Place[] = [];
const services: Service[] = [];
afterEach(async () => {
	for (const service of services.splice(0)) await service.stop();
	for (const place of places.splice(0)) await place.remove();
}, 60_000);

async function place(): Promise<Place> {
	const made = await makePlace();
	places.push(made);
	return made;
}

/** Runs the service with a changed configuration until all is judged, and gives its store to `look`. */
async function run<T>(
	{ council }: Place,
	change: Partial<Council>,
	look: (db: Service["installation"]["store"]["db"]) => Promise<T>,
	parts?: readonly PartName[],
): Promise<T> {
	const service = await createService({ ...council, ...change }, { log: createLogger({ level: "silent" }) });
	services.push(service);
	await service.start(parts);
	await service.settled();
	const seen = await look(service.installation.store.db);
	await service.stop();
	return seen;
}

const withoutFooters = {
	...EVERY_RULE,
	rules: EVERY_RULE.rules.map((rule) =>
		rule.rule === "missing-copy-footer" ? { ...rule, severity: "off" as const } : rule,
	),
};

type Db = Service["installation"]["store"]["db"];
const openRules = async (db: Db) => (await listFindings(db, { state: "open" })).map(({ finding }) => finding.rule);

describe("a change of the configuration", () => {
	it("withdraws what a rule that was switched off had found, says why, and brings it back with the rule", async () => {
		const here = await place();
		await here.deliver("one", letter("one", { bcc: SECOND }));
		expect(await run(here, {}, openRules)).toEqual(["missing-copy-footer", "silent-copy"]);
		await run(here, { protocol: withoutFooters }, async (db) => {
			expect(await openRules(db)).toEqual(["silent-copy"]);
			const [gone] = await listFindings(db, { state: "withdrawn" });
			expect(gone?.withdrawnBecause).toBe(CONFIGURATION_CHANGED);
			expect(await firstBreak(db)).toBeUndefined();
		});
		expect(await run(here, {}, openRules)).toEqual(["missing-copy-footer", "silent-copy"]);
	});

	it("judges stored mail by the people as they now are, without reading it again", async () => {
		const here = await place();
		await here.deliver("one", letter("one", { bcc: SECOND }));
		await run(here, {}, openRules);
		const people = THORNBY.people.map((person) => (person.id === SECOND ? { ...person, to: "2025-12-31" } : person));
		const left = { register: { ...THORNBY, people } };
		expect(await run(here, left, openRules, ["audit"])).not.toContain("silent-copy");
	});

	it("judges nothing again when only the order of the people changed", async () => {
		const here = await place();
		await here.deliver("one", letter("one", { bcc: SECOND }));
		const before = await run(here, {}, head);
		const turned = { register: { ...THORNBY, people: THORNBY.people.toReversed() } };
		expect(await run(here, turned, head)).toEqual(before);
	});

	it("reads mail anew when people were added, and takes a copy line as naming them", async () => {
		const here = await place();
		const ask = `p.newby@${DOMAIN}`;
		const [first, ...rest] = letter("one", { bcc: ask });
		await here.deliver("one", [first ?? "", ...rest.slice(0, -1), "CC Cllr Pia Newby", ""]);
		expect(await run(here, {}, openRules)).toEqual([]);
		const [pell] = THORNBY.people.filter(({ name }) => name === "Alan Pell");
		if (pell === undefined) throw new Error("no model");
		const newby = { ...pell, id: ask, name: "Pia Newby", addresses: [ask] };
		const joined = { register: { ...THORNBY, people: [...THORNBY.people, newby] } };
		await run(here, joined, async (db) => {
			await vi.waitFor(async () => expect(await openRules(db)).toEqual([]), { timeout: 10_000, interval: 100 });
			const [facts] = await factsOf(db, await identities(db));
			expect(facts?.copyStatements.flatMap(({ covers }) => covers)).toContain(ask);
			expect((await coverageOf(db, {})).audited).toBe(1);
		});
	});

	it("removes stored mail that is now excluded with its findings, counts it, and finds it again when it is not", async () => {
		const here = await place();
		await here.deliver("one", letter("one", { bcc: SECOND }));
		await here.deliver("two", letter("two", { from: `works@${DOMAIN}`, bcc: SECOND }));
		expect(await run(here, { exclusions: [] }, openRules)).toHaveLength(4);
		const works = { exclusions: [{ reason: "works", address: `works@${DOMAIN}` }] };
		await run(here, works, async (db) => {
			expect(await listFindings(db, {})).toHaveLength(2);
			const { audited, excluded } = await coverageOf(db, {});
			expect(audited).toBe(1);
			expect(excluded).toMatchObject([{ folder: "Sent", reason: "works", count: 1 }]);
			expect(await firstBreak(db)).toBeUndefined();
		});
		await run(here, { exclusions: [] }, async (db) => {
			expect(await openRules(db)).toHaveLength(4);
			expect((await coverageOf(db, {})).excluded).toEqual([]);
		});
	});

	it("removes it from a folder that is now excluded", async () => {
		const here = await place();
		await here.deliver("one", letter("one", { bcc: SECOND }));
		expect(await run(here, { exclusions: [] }, openRules)).toHaveLength(2);
		const sent = { exclusions: [{ reason: "casework", folder: "Sent" }] };
		expect(await run(here, sent, (db) => listFindings(db, {}))).toEqual([]);
	});
});

async function identities(db: Db): Promise<readonly string[]> {
	return (await db.select({ identity: messageFacts.identity }).from(messageFacts)).map(({ identity }) => identity);
}
