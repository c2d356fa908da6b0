import { writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "../../src/store/drizzle.ts";
import { append } from "../../src/store/ledger.ts";
import { openStore } from "../../src/store/open.ts";
import { CLERK, makePlace, type Place } from "../workers/place.ts";
import { candour, SLOW_MS } from "./run.ts";

let place: Place;
let config: string;
let head: string;
beforeAll(async () => {
	place = await makePlace();
	config = place.council.file;
	await writeFile(
		config,
		`council: { name: Thornby Parish Council, domains: [thornby-pc.example], protocol: camborne }
people: [{ name: Jo Marsh, role: officer, offices: [proper-officer], email: ["${CLERK}"] }]
storage: { directory: ./data }
`,
	);
	head = await withStore(async (db) => {
		const entries = Array.from({ length: 5 }, (_, id) => ({ kind: "finding.raised", entry: { id } }));
		const { sequence, hash } = await append(db, entries, new Date("2026-03-02T10:00:00Z"));
		return `${sequence}, ${hash}`;
	});
});
afterAll(() => place.remove());

async function withStore<T>(work: (db: Awaited<ReturnType<typeof openStore>>["db"]) => Promise<T>): Promise<T> {
	const store = await openStore(place.council.storage);
	return work(store.db).finally(() => store.close());
}

const verify = (...more: string[]) => candour(dirname(config), ["ledger", "verify", "--config", config, ...more]);

test("a whole ledger ends with 0, and its head from a digest is found again", { timeout: SLOW_MS }, async () => {
	const { status, out } = await verify("--head", head);
	expect(out).toContain("The ledger is whole: 5 entries");
	expect(out).toContain("The head that was given is among them");
	expect(status).toBe(0);
});

test("what is no head is explained", { timeout: SLOW_MS }, async () => {
	const { status, err } = await verify("--head", "five");
	expect(status).toBe(2);
	expect(err).toContain("Copy it from a digest");
});

test("a ledger that was cut ends with 1 when it is compared with the digest", { timeout: SLOW_MS }, async () => {
	await withStore((db) => db.execute(sql`DELETE FROM candour.ledger WHERE sequence = 5`));
	expect((await verify()).status).toBe(0);
	const { status, out } = await verify("--head", head);
	expect(status).toBe(1);
	expect(out).toContain("Entries are missing at the end");
});
