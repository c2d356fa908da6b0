import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/rules/rule.ts";
import { claimAlerts, oweAlerts } from "../../src/store/alerts.ts";
import { addNote, decide, decisionsOf, standingOf, undo } from "../../src/store/decisions.ts";
import { type Acting, endExpired, endPattern, exemptMatching } from "../../src/store/exempt-patterns.ts";
import { type Bearing, reconcileFindings } from "../../src/store/findings.ts";
import { findingSeen } from "../../src/store/findings-list.ts";
import { idlePatterns, listPatterns } from "../../src/store/pattern-list.ts";
import { ledger } from "../../src/store/schema.ts";
import { ALL } from "../../src/store/sight.ts";
import { CLERK, findingOn, NOW } from "./sample.ts";
import { onEachStore } from "./stores.ts";

const ADA: Acting = { name: "Ada Fenwick", email: "ada@thornby.example", sight: ALL };
const BEN: Acting = { name: "Ben Moor", email: "ben@thornby.example", sight: ALL };
const WHEN = { now: NOW, today: "2026-03-02" };
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const TARN = "r.tarn@thornby.example";

onEachStore((store) => {
	const db = () => store().db;
	const bearing = (finding: Finding): Bearing => ({
		involved: [finding.message.from, ...finding.people.map(({ address }) => address)].sort(),
		concern: "anyone",
	});
	const raise = (name: string, findings: readonly Finding[], at = NOW) =>
		db().transaction(async (tx) => {
			const result = await reconcileFindings(tx, new Map([[`m_${name}`, findings]]), at, undefined, bearing);
			const found = [...result.raised, ...result.reopened];
			return { ...result, quiet: await exemptMatching(tx, found, at, at.toISOString().slice(0, 10)) };
		});
	const reviewOf = async (id: string) => (await findingSeen(db(), ALL, id))?.review;
	const standing = async (id: string) => standingOf(await decisionsOf(db(), id))?.number ?? 0;
	const exempt = (id: string, expiresOn = "2026-06-30", by = ADA, alike = { from: true, people: false }) =>
		decide(db(), id, { kind: "exempt", reason: "agreed in council", alike, expiresOn }, 0, by, WHEN);

	describe("decisions", () => {
		it("stand with who, when and why, and are in the ledger without the reason", async () => {
			await raise("fence", [findingOn("fence", "f_1")]);
			expect(await decide(db(), "f_1", { kind: "justified", reason: "He asked for it" }, 0, ADA, WHEN)).toEqual({
				kind: "done",
			});
			expect(await reviewOf("f_1")).toBe("justified");
			const [made] = await decisionsOf(db(), "f_1");
			expect(made).toMatchObject({ kind: "justified", reason: "He asked for it", byName: "Ada Fenwick", at: NOW });
			const entries = await db().select().from(ledger);
			expect(entries.map(({ kind }) => kind)).toEqual(["finding.decided"]);
			expect(entries[0]?.entry).toEqual({ id: "f_1", decision: made?.number, as: "justified", by: ADA.email });
		});

		it("are undone one by one, stay in the record, and the one before stands again", async () => {
			await raise("fence", [findingOn("fence", "f_1")]);
			await decide(db(), "f_1", { kind: "confirmed", reason: "" }, 0, ADA, WHEN);
			await decide(db(), "f_1", { kind: "put-right", reason: "" }, await standing("f_1"), ADA, WHEN);
			expect(await undo(db(), "f_1", await standing("f_1"), BEN, WHEN)).toEqual({ kind: "done" });
			expect(await reviewOf("f_1")).toBe("confirmed");
			expect(await undo(db(), "f_1", await standing("f_1"), BEN, WHEN)).toEqual({ kind: "done" });
			expect(await reviewOf("f_1")).toBe("undecided");
			const made = await decisionsOf(db(), "f_1");
			expect(made.map(({ kind, undoneBy }) => [kind, undoneBy])).toEqual([
				["confirmed", "Ben Moor"],
				["put-right", "Ben Moor"],
			]);
		});

		it("of two people at once: the second is told what the first decided", async () => {
			await raise("fence", [findingOn("fence", "f_1")]);
			const both = await Promise.all([
				decide(db(), "f_1", { kind: "confirmed", reason: "" }, 0, ADA, WHEN),
				decide(db(), "f_1", { kind: "not-a-breach", reason: "wrong" }, 0, BEN, WHEN),
			]);
			const second = both.find(({ kind }) => kind === "overtaken");
			expect(both.filter(({ kind }) => kind === "done")).toHaveLength(1);
			const made = await decisionsOf(db(), "f_1");
			expect(made).toHaveLength(1);
			// Either may be the first.
			expect(second).toMatchObject({ by: { byName: made[0]?.byName, kind: made[0]?.kind } });
		});

		it("can't be made or undone by somebody who may not see the finding", async () => {
			await raise("fence", [findingOn("fence", "f_1")]);
			const tarn: Acting = { ...BEN, sight: { ...ALL, notInvolving: [TARN] } };
			expect(await decide(db(), "f_1", { kind: "confirmed", reason: "" }, 0, tarn, WHEN)).toEqual({
				kind: "not-found",
			});
			await decide(db(), "f_1", { kind: "confirmed", reason: "" }, 0, ADA, WHEN);
			expect(await undo(db(), "f_1", await standing("f_1"), tarn, WHEN)).toEqual({ kind: "not-found" });
			expect(await addNote(db(), "f_1", "mine", tarn, NOW)).toBe(false);
			expect(await reviewOf("f_1")).toBe("confirmed");
		});

		it("are kept while the finding is withdrawn and when it is back, and nobody is alerted again", async () => {
			await raise("fence", [findingOn("fence", "f_1")]);
			await decide(db(), "f_1", { kind: "confirmed", reason: "" }, 0, ADA, WHEN);
			await raise("fence", []);
			expect(await decide(db(), "f_1", { kind: "put-right", reason: "" }, await standing("f_1"), ADA, WHEN)).toEqual({
				kind: "withdrawn",
			});
			const { reopened, quiet } = await raise("fence", [findingOn("fence", "f_1")]);
			expect(reopened).toHaveLength(1);
			expect(quiet.has("f_1")).toBe(true);
			expect(await reviewOf("f_1")).toBe("confirmed");
		});

		it("tell when later mail changed what was decided on", async () => {
			await raise("fence", [findingOn("fence", "f_1")]);
			await decide(db(), "f_1", { kind: "confirmed", reason: "" }, 0, ADA, WHEN);
			await raise("fence", [findingOn("fence", "f_1")], later(1));
			expect((await findingSeen(db(), ALL, "f_1"))?.changedAt).toBeNull();
			await raise("fence", [findingOn("fence", "f_1", { certainty: "likely" })], later(2));
			expect((await findingSeen(db(), ALL, "f_1"))?.changedAt).toEqual(later(2));
		});

		it("leave notes as they are: a note decides nothing and overtakes nobody", async () => {
			await raise("fence", [findingOn("fence", "f_1")]);
			expect(await addNote(db(), "f_1", "asked her by telephone", BEN, NOW)).toBe(true);
			expect(await reviewOf("f_1")).toBe("undecided");
			expect(await decide(db(), "f_1", { kind: "confirmed", reason: "" }, 0, ADA, WHEN)).toEqual({ kind: "done" });
		});

		it("stop an alert that was not sent yet", async () => {
			await raise("fence", [findingOn("fence", "f_1")]);
			await oweAlerts(db(), [{ findingId: "f_1", identity: "m_fence", dueAt: NOW }]);
			await decide(db(), "f_1", { kind: "justified", reason: "agreed" }, 0, ADA, WHEN);
			expect(await claimAlerts(db(), "m_fence", later(1), later(2))).toEqual([]);
		});
	});

	describe("exempt patterns", () => {
		it("exempt what is alike, now and when it is raised, and nothing else", async () => {
			await raise("fence", [findingOn("fence", "f_1")]);
			await raise("gate", [findingOn("gate", "f_2")]);
			const other = findingOn("path", "f_3");
			await raise("path", [{ ...other, message: { ...other.message, from: "deputy@thornby.example" } }]);
			await exempt("f_1");
			expect(await Promise.all(["f_1", "f_2", "f_3"].map(reviewOf))).toEqual(["exempt", "exempt", "undecided"]);
			const { quiet } = await raise(
				"pond",
				[findingOn("pond", "f_4"), findingOn("pond", "f_5", { rule: "other" })],
				later(1),
			);
			expect([...quiet]).toEqual(["f_4"]);
			expect(await listPatterns(db(), ALL, later(1))).toMatchObject([
				{ matched: 3, lastMatchedAt: later(1), idle: false },
			]);
		});

		it("look at the people too where that was chosen", async () => {
			await raise("fence", [findingOn("fence", "f_1")]);
			const people = [{ as: "copied" as const, name: "Joan Oakes", address: "j.oakes@thornby.example" }];
			await raise("gate", [findingOn("gate", "f_2", { people })]);
			await exempt("f_1", "2026-06-30", ADA, { from: true, people: true });
			expect(await Promise.all(["f_1", "f_2"].map(reviewOf))).toEqual(["exempt", "undecided"]);
		});

		it("leave alone what somebody decided himself", async () => {
			await raise("fence", [findingOn("fence", "f_1")]);
			await raise("gate", [findingOn("gate", "f_2")]);
			await decide(db(), "f_2", { kind: "confirmed", reason: "" }, 0, BEN, WHEN);
			await exempt("f_1");
			expect(await reviewOf("f_2")).toBe("confirmed");
		});

		it("never exempt what their maker may not decide", async () => {
			const maker: Acting = { ...ADA, sight: { ...ALL, notInvolving: ["j.oakes@thornby.example"] } };
			await raise("fence", [findingOn("fence", "f_1")]);
			const people = [{ as: "copied" as const, name: "Joan Oakes", address: "j.oakes@thornby.example" }];
			await raise("gate", [findingOn("gate", "f_2", { people })]);
			await exempt("f_1", "2026-06-30", maker);
			const { quiet } = await raise("pond", [findingOn("pond", "f_3", { people })], later(1));
			expect([...quiet]).toEqual([]);
			expect(await Promise.all(["f_1", "f_2", "f_3"].map(reviewOf))).toEqual(["exempt", "undecided", "undecided"]);
		});

		it("expire: what they exempted waits for a person again, and new findings do", async () => {
			await raise("fence", [findingOn("fence", "f_1")]);
			await raise("gate", [findingOn("gate", "f_2")]);
			await exempt("f_1", "2026-03-03");
			expect(await endExpired(db(), later(1), "2026-03-03")).toBe(0);
			expect(await endExpired(db(), later(2), "2026-03-04")).toBe(1);
			expect(await Promise.all(["f_1", "f_2"].map(reviewOf))).toEqual(["undecided", "undecided"]);
			expect([...(await raise("pond", [findingOn("pond", "f_3")], later(3))).quiet]).toEqual([]);
			expect(await endExpired(db(), later(3), "2026-03-05")).toBe(0);
		});

		it("end when somebody ends them who may see them, or undoes the decision that made them", async () => {
			await raise("fence", [findingOn("fence", "f_1")]);
			await raise("gate", [findingOn("gate", "f_2")]);
			await exempt("f_1");
			const [pattern] = await listPatterns(db(), ALL, NOW);
			const id = pattern?.id ?? "";
			const clerk: Acting = { ...BEN, sight: { ...ALL, notInvolving: [CLERK] } };
			expect(await listPatterns(db(), clerk.sight, NOW)).toEqual([]);
			expect(await endPattern(db(), id, clerk, NOW, "2026-03-02")).toBe(false);
			expect(await undo(db(), "f_1", await standing("f_1"), BEN, WHEN)).toEqual({ kind: "done" });
			expect(await Promise.all(["f_1", "f_2"].map(reviewOf))).toEqual(["undecided", "undecided"]);
			expect(await endPattern(db(), id, BEN, NOW, "2026-03-02")).toBe(false);
			expect(await listPatterns(db(), ALL, NOW)).toMatchObject([{ endedBy: "Ben Moor", matched: 0 }]);
		});

		it("that cover nothing new for a long time are reported", async () => {
			await raise("fence", [findingOn("fence", "f_1")]);
			await exempt("f_1", "2027-03-01");
			expect(await idlePatterns(db(), later(59))).toEqual([]);
			expect(await idlePatterns(db(), later(61))).toHaveLength(1);
			await raise("gate", [findingOn("gate", "f_2")], later(60));
			expect(await idlePatterns(db(), later(61))).toEqual([]);
		});
	});
});
