import { describe, expect, it } from "vitest";
import { oweAlerts } from "../../src/store/alerts.ts";
import { countPending } from "../../src/store/audit-pending.ts";
import { coverageOf, knownPlaces } from "../../src/store/coverage.ts";
import { listFindings, reconcileFindings } from "../../src/store/findings.ts";
import { append, head } from "../../src/store/ledger.ts";
import { placeDigest } from "../../src/store/location.ts";
import { storeBatch } from "../../src/store/messages.ts";
import { factsOf } from "../../src/store/related.ts";
import { pruneFacts, pruneFindings } from "../../src/store/retention.ts";
import { batchOf, CLERK, copyAt, findingOn, keysOf, NOW, placeOf } from "./sample.ts";
import { onEachStore } from "./stores.ts";

const HORIZON = "2026-03-02T00:00:00.000Z";
const LATER = new Date("2027-03-02T10:20:00.000Z");

onEachStore((store) => {
	const keep = async () => {
		const { db } = store();
		const old = copyAt(placeOf(1), "old", { date: "2026-03-01T23:59:59Z" });
		const reply = copyAt(placeOf(2), "reply", { date: HORIZON, references: ["<old@thornby.example>"] });
		await storeBatch(db, batchOf(old, reply, copyAt(placeOf(3), "other")), keysOf, NOW);
		const judged = ["old", "reply", "other"].map((name) => [`m_${name}`, [findingOn(name, `f_${name}`)]] as const);
		await reconcileFindings(db, new Map(judged), NOW);
		return db;
	};
	const open = async () => (await listFindings(store().db, { state: "open" })).map(({ finding }) => finding.id).sort();

	describe("facts that were kept long enough", () => {
		it("go with their places, by the day of the message, and their findings stay", async () => {
			const db = await keep();
			expect(await pruneFacts(db, HORIZON, 10)).toBe(1);
			expect(await pruneFacts(db, HORIZON, 10)).toBe(0);
			const left = await factsOf(db, ["m_old", "m_reply", "m_other"]);
			expect(left.map(({ identity }) => identity).sort()).toEqual(["m_other", "m_reply"]);
			expect((await coverageOf(db, {})).audited).toBe(2);
			expect(await countPending(db)).toBe(2);
			expect(await open()).toEqual(["f_old", "f_other", "f_reply"]);
		});

		it("are not taken in again as new ones", async () => {
			const db = await keep();
			await pruneFacts(db, HORIZON, 10);
			const known = await knownPlaces(db, CLERK);
			expect([1, 2, 3, 4].map((uid) => known.has(placeDigest(placeOf(uid))))).toEqual([true, true, true, false]);
		});

		it("take no finding along that rests on them when related mail is judged again", async () => {
			const db = await keep();
			await pruneFacts(db, HORIZON, 10);
			const nothing = new Map(["old", "reply", "other"].map((name) => [`m_${name}`, []]));
			await reconcileFindings(db, nothing, LATER);
			expect(await open()).toEqual(["f_old", "f_reply"]);
		});

		it("go a limited number at a time, the oldest first", async () => {
			const db = await keep();
			expect(await pruneFacts(db, LATER.toISOString(), 2)).toBe(2);
			expect((await factsOf(db, ["m_old", "m_reply", "m_other"])).map(({ identity }) => identity)).toEqual(["m_other"]);
		});
	});

	describe("findings that were kept long enough", () => {
		it("go with their alerts, once their message's facts have gone; the ledger stays", async () => {
			const db = await keep();
			await oweAlerts(db, [{ findingId: "f_old", identity: "m_old", dueAt: NOW }]);
			const ledger = await append(db, [{ kind: "finding.raised", entry: { id: "f_old" } }], NOW);
			await pruneFacts(db, HORIZON, 10);
			expect(await pruneFindings(db, NOW, 10)).toBe(0);
			expect(await pruneFindings(db, LATER, 10)).toBe(1);
			expect(await open()).toEqual(["f_other", "f_reply"]);
			expect(await db.execute("SELECT 1 FROM candour.alerts")).toMatchObject({ rows: [] });
			expect(await head(db)).toEqual(ledger);
		});
	});
});
