import { describe, expect, it } from "vitest";
import { alertsFailed, alertsSent, claimAlerts, countAlerts, dueAlerts, oweAlerts } from "../../src/store/alerts.ts";
import { claimDigest, digestFailed, digestSent, sentDigestWeeks } from "../../src/store/digests.ts";
import { sql } from "../../src/store/drizzle.ts";
import { LOST_GROUND, listFindings, reconcileFindings } from "../../src/store/findings.ts";
import { append, EMPTY_LEDGER, firstBreak, head } from "../../src/store/ledger.ts";
import { settingOr } from "../../src/store/settings.ts";
import { findingOn, NOW } from "./sample.ts";
import { onEachStore } from "./stores.ts";

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

onEachStore((store) => {
	const judge = (ids: readonly string[], at = NOW) =>
		store().db.transaction((tx) =>
			reconcileFindings(tx, new Map([["m_fence", ids.map((id) => findingOn("fence", id))]]), at),
		);
	const ids = (list: readonly { readonly finding: { readonly id: string } }[]) => list.map(({ finding }) => finding.id);

	describe("findings", () => {
		it("are raised once, however often the message is judged", async () => {
			expect(ids((await judge(["f_1", "f_2"])).raised)).toEqual(["f_1", "f_2"]);
			expect(await judge(["f_1", "f_2"])).toEqual({ raised: [], reopened: [], withdrawn: [] });
		});

		it("are withdrawn with the reason when they are gone, and reopened when they are back", async () => {
			await judge(["f_1"]);
			expect(ids((await judge([], later(5))).withdrawn)).toEqual(["f_1"]);
			const [withdrawn] = await listFindings(store().db, { state: "withdrawn" });
			expect(withdrawn).toMatchObject({ withdrawnAt: later(5), withdrawnBecause: LOST_GROUND });
			expect(ids((await judge(["f_1"], later(9))).reopened)).toEqual(["f_1"]);
			const [open] = await listFindings(store().db, { state: "open" });
			expect(open).toMatchObject({ raisedAt: NOW, state: "open" });
			expect(open).not.toHaveProperty("withdrawnAt");
		});

		it("take new evidence over without being raised anew", async () => {
			await judge(["f_1"]);
			const better = findingOn("fence", "f_1", { certainty: "likely" });
			const result = await reconcileFindings(store().db, new Map([["m_fence", [better]]]), later(1));
			expect(result.raised).toEqual([]);
			expect((await listFindings(store().db, {}))[0]?.finding).toEqual(better);
		});

		it("of messages that were not judged are left alone", async () => {
			await judge(["f_1"]);
			await reconcileFindings(store().db, new Map([["m_gate", []]]), later(1));
			expect(await listFindings(store().db, { state: "open" })).toHaveLength(1);
		});

		it("are raised once by two workers that judge the same message at the same time", async () => {
			const both = await Promise.all([judge(["f_1"]), judge(["f_1"]), judge(["f_1"])]);
			expect(both.flatMap(({ raised }) => ids(raised))).toEqual(["f_1"]);
		});
	});

	describe("alerts", () => {
		const owe = (dueAt: Date) => oweAlerts(store().db, [{ findingId: "f_1", identity: "m_fence", dueAt }]);

		it("are owed once a finding and due only when their time has come", async () => {
			await judge(["f_1"]);
			await owe(later(5));
			await owe(later(1));
			expect(await dueAlerts(store().db, later(4), 10)).toEqual([]);
			expect(await dueAlerts(store().db, later(5), 10)).toEqual(["m_fence"]);
		});

		it("are claimed by one worker, and by another only when its claim has run out", async () => {
			await judge(["f_1"]);
			await owe(NOW);
			const claims = await Promise.all([1, 2, 3].map(() => claimAlerts(store().db, "m_fence", later(1), later(3))));
			expect(claims.flat()).toEqual([{ findingId: "f_1", attempts: 1 }]);
			expect(await claimAlerts(store().db, "m_fence", later(2), later(4))).toEqual([]);
			expect(await claimAlerts(store().db, "m_fence", later(3), later(5))).toEqual([{ findingId: "f_1", attempts: 2 }]);
		});

		it("are never sent again once they are sent", async () => {
			await judge(["f_1"]);
			await owe(NOW);
			await claimAlerts(store().db, "m_fence", later(1), later(2));
			await alertsSent(store().db, ["f_1"], { at: later(1), recipients: 1 });
			expect(await claimAlerts(store().db, "m_fence", later(60), later(61))).toEqual([]);
			expect(await countAlerts(store().db)).toEqual({ pending: 0, sent: 1, failed: 0, dropped: 0 });
		});

		it("wait for another attempt after a passing error and are set aside after a lasting one", async () => {
			await judge(["f_1"]);
			await owe(NOW);
			await claimAlerts(store().db, "m_fence", later(1), later(9));
			await alertsFailed(store().db, ["f_1"], { code: "DELIVERY_FAILED", permanent: false });
			expect(await claimAlerts(store().db, "m_fence", later(2), later(9))).toHaveLength(1);
			await alertsFailed(store().db, ["f_1"], { code: "DELIVERY_REFUSED", permanent: true });
			expect(await countAlerts(store().db)).toMatchObject({ pending: 0, failed: 1 });
		});

		it("are dropped when the finding was withdrawn before they were due", async () => {
			await judge(["f_1"]);
			await owe(NOW);
			await judge([], later(1));
			expect(await claimAlerts(store().db, "m_fence", later(2), later(3))).toEqual([]);
			expect(await countAlerts(store().db)).toMatchObject({ dropped: 1 });
		});
	});

	describe("digests", () => {
		it("are claimed by one worker a week and never again once sent", async () => {
			const claims = await Promise.all([1, 2, 3].map(() => claimDigest(store().db, "2026-W10", NOW, later(5))));
			expect(claims.filter(Boolean)).toHaveLength(1);
			expect(await sentDigestWeeks(store().db)).toEqual(new Set());
			await digestSent(store().db, "2026-W10", later(1));
			expect(await claimDigest(store().db, "2026-W10", later(60), later(65))).toBe(false);
			expect(await sentDigestWeeks(store().db)).toEqual(new Set(["2026-W10"]));
		});

		it("can be claimed again after an error, or when the claim has run out", async () => {
			await claimDigest(store().db, "2026-W10", NOW, later(5));
			expect(await claimDigest(store().db, "2026-W10", later(5), later(9))).toBe(true);
			await digestFailed(store().db, "2026-W10");
			expect(await claimDigest(store().db, "2026-W10", later(6), later(9))).toBe(true);
		});
	});

	describe("the ledger", () => {
		const entries = (count: number) =>
			Array.from({ length: count }, (_, index) => ({ kind: "finding.raised", entry: { id: `f_${index}` } }));

		it("chains each entry to the one before", async () => {
			expect(await head(store().db)).toEqual(EMPTY_LEDGER);
			const first = await append(store().db, entries(1), NOW);
			const second = await append(store().db, entries(2), later(1));
			expect(second.sequence).toBe(3);
			expect(second.hash).not.toBe(first.hash);
			expect(await head(store().db)).toEqual(second);
			expect(await firstBreak(store().db)).toBeUndefined();
		});

		it("shows where an entry was altered or taken out", async () => {
			await append(store().db, entries(4), NOW);
			await store().db.execute(sql`UPDATE candour.ledger SET entry = '{"id":"f_x"}' WHERE sequence = 3`);
			expect(await firstBreak(store().db)).toBe(3);
			await store().db.execute(sql`DELETE FROM candour.ledger WHERE sequence = 2`);
			expect(await firstBreak(store().db)).toBe(2);
		});

		it("does not fork when several append at the same time", async () => {
			await Promise.all([1, 2, 3, 4].map(() => append(store().db, entries(2), NOW)));
			expect((await head(store().db)).sequence).toBe(8);
			expect(await firstBreak(store().db)).toBeUndefined();
		});
	});

	it("gives every process the same stored setting", async () => {
		const values = await Promise.all([1, 2, 3].map((n) => settingOr(store().db, "fingerprint-key", () => `key-${n}`)));
		expect(new Set(values).size).toBe(1);
	});
});
