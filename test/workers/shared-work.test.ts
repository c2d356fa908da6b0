/** Several processes' worth of services on one PostgreSQL and one Redis. */
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { MessageFacts } from "../../src/facts/facts.ts";
import { createLogger } from "../../src/logging.ts";
import { createService, type PartName, type Service } from "../../src/service.ts";
import { clearPending, countPending, pendingAmong } from "../../src/store/audit-pending.ts";
import { sql } from "../../src/store/drizzle.ts";
import { listFindings, reconcileFindings } from "../../src/store/findings.ts";
import { firstBreak } from "../../src/store/ledger.ts";
import { type CopyRead, storeBatch } from "../../src/store/messages.ts";
import { AUDIT_LOCK } from "../../src/store/review-state.ts";
import { rowsOf } from "../../src/store/rows.ts";
import type { Db } from "../../src/store/schema.ts";
import { judgeWaiting } from "../../workers/steps/judge-waiting.ts";
import { startPostgres } from "../servers/postgres.ts";
import { startRedis } from "../servers/redis.ts";
import { batchOf, bcc, copyAt, findingOn } from "../store/sample.ts";
import { DOMAIN } from "../thornby.ts";
import { letter, makePlace, type Place } from "./place.ts";

const SECOND = `r.voss@${DOMAIN}`;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
let redis: Awaited<ReturnType<typeof startRedis>>;
let place: Place;
const services: Service[] = [];

beforeAll(async () => {
	postgres = await startPostgres();
	redis = await startRedis();
	place = await makePlace({ storage: { kind: "server", database: postgres.url, queue: redis.url } });
});
afterEach(async () => {
	for (const service of services.splice(0)) await service.stop();
}, 60_000);
afterAll(async () => {
	await place?.remove();
	await redis?.stop();
	await postgres?.stop();
});

async function open(...parts: readonly PartName[]): Promise<Service> {
	const service = await createService(place.council, { log: createLogger({ level: "silent" }) });
	services.push(service);
	await service.start(parts);
	return service;
}

it("shares the work: one reads, two judge, two send, and each alert goes out once", async () => {
	await Promise.all([open("audit"), open("audit"), open("alerts"), open("alerts", "reports")]);
	for (let number = 0; number < 12; number++) await place.deliver(`s${number}`, letter(`s${number}`, { bcc: SECOND }));
	const reading = await open("ingest");
	const { db } = reading.installation.store;
	const alerts = async () => (await place.written()).filter((mail) => /^X-Candour: alert/im.test(mail)).length;
	for (let waited = 0; waited < 30_000 && (await alerts()) < 12; waited += 100) await pause(100);
	await pause(500);
	expect(await alerts()).toBe(12);
	expect(await listFindings(db, { state: "open" })).toHaveLength(24);
	expect(await firstBreak(db)).toBeUndefined();
	expect(await countPending(db)).toBe(0);
}, 90_000);

/** A letter with a hidden copy, of which three mailboxes hold copies, and the notice that tells of it. */
function correspondence(): readonly CopyRead[] {
	const from = [{ address: `deputy@${DOMAIN}`, name: "Rae Dunn" }];
	const to = [{ address: `a.pell@${DOMAIN}`, name: "Cllr Alan Pell" }];
	const at = (mailbox: string, uid: number) => ({ mailbox, folder: "INBOX", uidValidity: "1", uid });
	const same: Partial<MessageFacts> = { from, to, date: "2026-03-02T10:15:00Z" };
	return [
		copyAt(at(`a.pell@${DOMAIN}`, 1), "first", same),
		copyAt(at(`deputy@${DOMAIN}`, 1), "first", { ...same, receipts: [bcc(SECOND)] }),
		copyAt(at(SECOND, 1), "first", { ...same, receipts: [bcc(SECOND)] }),
		copyAt(at(`deputy@${DOMAIN}`, 2), "other", { ...same, receipts: [bcc(`g.lund@${DOMAIN}`)] }),
		copyAt(at(`deputy@${DOMAIN}`, 3), "plain", { ...same, references: ["<first@thornby.example>"] }),
	];
}

async function clear(db: Db): Promise<void> {
	const tables = ["message_facts", "copies", "relation_keys", "audit_pending", "findings", "alerts", "ledger"];
	await db.execute(sql.raw(`TRUNCATE ${tables.map((table) => `candour.${table}`).join(", ")}`));
}

it("throws away what it found while another worker had already judged newer mail", async () => {
	const { installation } = await open();
	const { store, keysOf } = installation;
	await clear(store.db);
	const [plain, hidden] = correspondence() as [CopyRead, CopyRead];
	await storeBatch(store.db, batchOf(plain), keysOf, new Date());
	let slow: Promise<void> | undefined;
	await store.db.transaction(async (tx) => {
		await tx.execute(sql`SELECT pg_advisory_xact_lock(${AUDIT_LOCK}::bigint)`);
		slow = judgeWaiting(installation, ["m_first"]);
		const waiting = async () => {
			const locks = await store.db.execute(sql`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`);
			return rowsOf(locks).length > 0;
		};
		while (!(await waiting())) await pause(20);
		// It has judged the plain copy by now. Meanwhile the copy with the Bcc came and was judged.
		await storeBatch(tx, batchOf(hidden), keysOf, new Date());
		await reconcileFindings(tx, new Map([["m_first", [findingOn("first", "f_newer")]]]), new Date());
		await clearPending(tx, await pendingAmong(tx, ["m_first"]));
	});
	await slow;
	expect((await listFindings(store.db, { state: "open" })).map(({ finding }) => finding.id)).toEqual(["f_newer"]);
});

it("finds the same, in whatever order and parts mail comes and however many judge it at once", async () => {
	const { installation } = await open();
	const { store, keysOf } = installation;
	const found = async (copies: readonly CopyRead[], size: number) => {
		await clear(store.db);
		const judging: Promise<void>[] = [];
		for (let at = 0; at < copies.length; at += size) {
			const part = copies.slice(at, at + size);
			const { waiting } = await storeBatch(store.db, batchOf(...part), keysOf, new Date());
			const identities = waiting.map(({ identity }) => identity);
			// Not awaited: later mail is stored while this is judged, and two judge the same.
			judging.push(judgeWaiting(installation, identities), judgeWaiting(installation, identities));
		}
		await Promise.all(judging);
		expect(await countPending(store.db)).toBe(0);
		return (await listFindings(store.db, { state: "open" })).map(({ finding }) => finding);
	};
	const all = correspondence();
	const expected = await found(all, all.length);
	expect(expected.map(({ rule }) => rule).sort()).toEqual([
		"missing-copy-footer",
		"missing-copy-footer",
		"silent-copy",
		"silent-copy",
	]);
	await fc.assert(
		fc.asyncProperty(
			fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
			fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }),
			fc.integer({ min: 1, max: 4 }),
			async (order, again, size) => {
				const copies = [...order, ...again].map((index) => all[index] as CopyRead);
				expect(await found(copies, size)).toEqual(expected);
			},
		),
		{ numRuns: 20 },
	);
}, 90_000);
