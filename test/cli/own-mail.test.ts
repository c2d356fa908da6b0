import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { COUNCIL, candour, place, placeWithStore, SLOW_MS } from "./run.ts";

vi.setConfig({ testTimeout: SLOW_MS, hookTimeout: SLOW_MS });

/** An installation that has sent a digest. */
let directory: string;
let digest: string;

beforeAll(async () => {
	directory = await placeWithStore();
	const sent = await candour(directory, ["digest", "--week", "2026-W23", "--send"]);
	expect(sent.status).toBe(0);
	digest = readFileSync(join(directory, "outgoing", "digest-2026-W23.eml"), "utf8");
});

async function coverageOf(where: string) {
	const ran = await candour(where, ["audit", "--mail", "outgoing", "--format", "json"]);
	expect(ran).toMatchObject({ status: 0, err: "" });
	return JSON.parse(ran.out).coverage;
}

test("an audit leaves aside what Candour itself wrote, but not what only gives itself out as that", async () => {
	writeFileSync(join(directory, "outgoing", "forged.eml"), digest.replace(/Week 23/gu, "Nothing to see in week 23"));
	expect(await coverageOf(directory)).toMatchObject({
		found: 2,
		audited: 1,
		excluded: [{ reason: "Candour's own mail", count: 1 }],
	});
});

test("without the installation that wrote it, it is mail like any other", async () => {
	const elsewhere = place({ "outgoing/digest.eml": digest });
	expect(await coverageOf(elsewhere)).toMatchObject({ found: 1, audited: 1, excluded: [] });
});

test("a database that does not answer keeps no audit from being made", async () => {
	const away = COUNCIL.replace(/^storage:.*$/mu, "storage: { database: postgres://candour@127.0.0.1:1/candour }");
	const elsewhere = place({ "council.yaml": away, "outgoing/digest.eml": digest });
	expect(await coverageOf(elsewhere)).toMatchObject({ found: 1, audited: 1 });
});
