import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/rules/rule.ts";
import { sql } from "../../src/store/drizzle.ts";
import { type Bearing, reconcileFindings } from "../../src/store/findings.ts";
import { countsBy, eachPage, type FindingFilter, findingSeen, listPage } from "../../src/store/findings-list.ts";
import { pruneFindings } from "../../src/store/retention.ts";
import { ALL, type Seeing } from "../../src/store/sight.ts";
import { findingOn, NOW } from "./sample.ts";
import { onEachStore } from "./stores.ts";

onEachStore((store) => {
	const db = () => store().db;
	const at = (day: number) => `2026-03-${String(day).padStart(2, "0")}T10:15:00Z`;
	const dated = (name: string, id: string, day: number, change: Partial<Finding> = {}) => {
		const finding = findingOn(name, id, change);
		return { ...finding, message: { ...finding.message, date: at(day) } };
	};
	const raise = (finding: Finding, bearing: Partial<Bearing> = {}, now = NOW) =>
		reconcileFindings(db(), new Map([[`m_${finding.id}`, [finding]]]), now, undefined, () => ({
			involved: [finding.message.from, ...finding.people.map(({ address }) => address)].sort(),
			concern: "anyone",
			...bearing,
		}));
	const listed = async (filter: FindingFilter = {}, sight: Seeing | undefined = ALL, number = 1, size = 25) => {
		const { found, rows } = await listPage(db(), sight, filter, { number, size });
		return [found, ...rows.map(({ id }) => id)];
	};

	describe("the list of findings", () => {
		it("has the newest message first, a page at a time, and says how many there are", async () => {
			for (const day of [3, 1, 4, 2]) await raise(dated(`d${day}`, `f_${day}`, day));
			expect(await listed({}, ALL, 1, 3)).toEqual([4, "f_4", "f_3", "f_2"]);
			expect(await listed({}, ALL, 2, 3)).toEqual([4, "f_1"]);
			expect(await listed({}, ALL, 3, 3)).toEqual([4]);
		});

		it("holds only what may be seen, and nothing for whoever sees none", async () => {
			await raise(dated("a", "f_1", 1), { concern: "clerk" });
			await raise(dated("b", "f_2", 2), { involved: ["x@thornby.example"] });
			await raise(dated("c", "f_3", 3));
			const sight: Seeing = { concerns: ["anyone", "chair"], notInvolving: ["x@thornby.example"] };
			expect(await listed({}, sight)).toEqual([1, "f_3"]);
			expect((await listPage(db(), undefined, {}, { number: 1, size: 25 })).found).toBe(0);
			expect(await findingSeen(db(), sight, "f_1")).toBeUndefined();
			expect((await findingSeen(db(), sight, "f_3"))?.id).toBe("f_3");
		});

		it("is narrowed by rule, severity, certainty and days, whichever way dates are written", async () => {
			await raise(dated("a", "f_1", 1, { rule: "staff-instruction" }));
			await raise(dated("b", "f_2", 2, { severity: "advisory" }));
			const exact = dated("c", "f_3", 3, { certainty: "possible" });
			await raise({ ...exact, message: { ...exact.message, date: "2026-03-03T00:00:00Z" } });
			expect(await listed({ rule: "staff-instruction" })).toEqual([1, "f_1"]);
			expect(await listed({ severity: "advisory" })).toEqual([1, "f_2"]);
			expect(await listed({ certainty: "possible" })).toEqual([1, "f_3"]);
			expect(await listed({ from: "2026-03-02T00:00:00.000Z", before: "2026-03-03T00:00:00.000Z" })).toEqual([
				1,
				"f_2",
			]);
			expect(await listed({ from: "2026-03-03T00:00:00.000Z" })).toEqual([1, "f_3"]);
		});

		it("is narrowed by what became of the finding", async () => {
			for (const day of [1, 2, 3]) await raise(dated(`d${day}`, `f_${day}`, day));
			await db().execute(sql`UPDATE candour.findings SET review = 'justified' WHERE id = 'f_2'`);
			await reconcileFindings(db(), new Map([["m_f_3", []]]), NOW);
			expect(await listed({ state: "open" })).toEqual([1, "f_1"]);
			expect(await listed({ state: "justified" })).toEqual([1, "f_2"]);
			expect(await listed({ state: "decided" })).toEqual([1, "f_2"]);
			expect(await listed({ state: "withdrawn" })).toEqual([1, "f_3"]);
		});

		it("finds people by address and by words of a name, whatever their case and accents", async () => {
			await raise(dated("a", "f_1", 1, { people: [{ as: "copied", name: "Siân Prys", address: "s.prys@x.example" }] }));
			await raise(dated("b", "f_2", 2, { people: [{ as: "third-party", name: "100%_sure", address: "h@y.example" }] }));
			expect(await listed({ person: { addresses: [], words: "SIAN  prys" } })).toEqual([1, "f_1"]);
			expect(await listed({ person: { addresses: ["h@y.example"] } })).toEqual([1, "f_2"]);
			expect(await listed({ person: { addresses: [], words: "%" } })).toEqual([1, "f_2"]);
			expect(await listed({ person: { addresses: [], words: "@y.example" } })).toEqual([1, "f_2"]);
			expect(await listed({ person: { addresses: [], words: "nobody\u0000" } })).toEqual([0]);
		});

		it("follows the findings when they change and go", async () => {
			await raise(dated("a", "f_1", 1));
			await raise({ ...dated("a", "f_1", 1), certainty: "possible" });
			expect(await listed({ certainty: "possible" })).toEqual([1, "f_1"]);
			await pruneFindings(db(), new Date(NOW.getTime() + 1), 10);
			expect(await listed()).toEqual([0]);
		});

		it("takes findings whose names hold what a database refuses", async () => {
			await raise(dated("a", "f_1", 1, { people: [{ as: "copied", name: "x\u0000\ud800", address: "a@b.example" }] }));
			expect(await listed({ person: { addresses: [], words: "a@b" } })).toEqual([1, "f_1"]);
		});

		it("comes whole for a file, in the same order", async () => {
			for (let day = 1; day <= 7; day++) await raise(dated(`d${day}`, `f_${day}`, Math.min(day, 5)));
			const ids: string[] = [];
			for await (const rows of eachPage(db(), ALL, {}, 2)) ids.push(...rows.map(({ id }) => id));
			expect(ids).toEqual(["f_5", "f_6", "f_7", "f_4", "f_3", "f_2", "f_1"]);
		});

		it("is counted by any of its columns, as far as it may be seen", async () => {
			await raise(dated("a", "f_1", 1, { rule: "staff-instruction" }));
			await raise(dated("b", "f_2", 2));
			await raise(dated("c", "f_3", 3));
			await raise(dated("d", "f_4", 3), { concern: "clerk" });
			const sight: Seeing = { concerns: ["anyone"], notInvolving: [] };
			expect(await countsBy(db(), sight, { state: "open" }, ["rule"])).toEqual([
				{ rule: "silent-copy", count: 2 },
				{ rule: "staff-instruction", count: 1 },
			]);
			expect(await countsBy(db(), undefined, {}, ["rule"])).toEqual([]);
		});
	});
});
