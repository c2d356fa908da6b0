import { expect, it } from "vitest";
import { clearPending, pendingSince } from "../../src/store/audit-pending.ts";
import { storeBatch } from "../../src/store/messages.ts";
import { loadCluster, revisionsAround } from "../../src/store/related.ts";
import { batchOf, bcc, copyAt, keysOf, NOW, placeOf } from "./sample.ts";
import { onEachStore } from "./stores.ts";

const THREAD = ["<thread@thornby.example>"];
const names = (list: readonly { readonly identity: string }[]) => list.map(({ identity }) => identity);

onEachStore((store) => {
	const add = (uid: number, name: string, references: readonly string[], date = `2026-03-0${uid}T09:00:00Z`) =>
		storeBatch(store().db, batchOf(copyAt(placeOf(uid), name, { references, date })), keysOf, NOW);
	const judgeAll = async () => clearPending(store().db, await pendingSince(store().db, NOW, 1_000));

	it("judges a message with those that share a key with it, and knows the neighbours of each", async () => {
		await add(3, "c", THREAD);
		await add(1, "a", THREAD);
		await add(2, "b", [...THREAD, "<far@thornby.example>"]);
		await add(4, "far", []);
		await add(5, "alone", []);
		const cluster = await loadCluster(store().db, ["m_c"]);
		expect(names(cluster.subjects)).toEqual(["m_a", "m_b", "m_c"]);
		expect(names(cluster.relatedTo("m_c"))).toEqual(["m_a", "m_b"]);
		expect(names(cluster.relatedTo("m_b"))).toEqual(["m_a", "m_c", "m_far"]);
	});

	it("says which messages are gone", async () => {
		expect((await loadCluster(store().db, ["m_never"])).gone).toEqual(["m_never"]);
	});

	it("notices when a message of the cluster changes or a new one joins it", async () => {
		await add(1, "a", THREAD);
		await add(2, "b", THREAD);
		const { revisions } = await loadCluster(store().db, ["m_a"]);
		expect(await revisionsAround(store().db, ["m_a"])).toBe(revisions);
		await add(9, "elsewhere", []);
		expect(await revisionsAround(store().db, ["m_a"])).toBe(revisions);
		const receipts = [bcc("r.tarn@thornby.example")];
		await storeBatch(store().db, batchOf(copyAt(placeOf(7), "b", { references: THREAD, receipts })), keysOf, NOW);
		const changed = await revisionsAround(store().db, ["m_a"]);
		expect(changed).not.toBe(revisions);
		await add(3, "c", THREAD);
		expect(await revisionsAround(store().db, ["m_a"])).not.toBe(changed);
	});

	it("relates nobody by a key that too many share, and judges all its holders again when it becomes so", async () => {
		const many = Array.from({ length: 200 }, (_, uid) => copyAt(placeOf(100 + uid), `n${uid}`, { references: THREAD }));
		await storeBatch(store().db, batchOf(...many), keysOf, NOW);
		await judgeAll();
		expect((await loadCluster(store().db, ["m_n0"])).subjects).toHaveLength(200);
		await add(1, "last", THREAD);
		expect(await pendingSince(store().db, NOW, 1_000)).toHaveLength(201);
		expect((await loadCluster(store().db, ["m_n0"])).subjects).toHaveLength(1);
	});

	it("judges the neighbours of a message again when it is no more", async () => {
		await add(1, "a", THREAD);
		await add(2, "b", THREAD);
		await judgeAll();
		await storeBatch(store().db, batchOf(copyAt(placeOf(2), "other")), keysOf, NOW);
		expect(names(await pendingSince(store().db, NOW, 10))).toEqual(["m_a", "m_b", "m_other"]);
		expect((await loadCluster(store().db, ["m_a"])).relatedTo("m_a")).toEqual([]);
	});

	it("keeps what changed while it was judged on the list", async () => {
		await add(1, "a", THREAD);
		const before = await pendingSince(store().db, NOW, 10);
		await storeBatch(store().db, batchOf(copyAt(placeOf(8), "a", { references: THREAD })), keysOf, NOW);
		await clearPending(store().db, before);
		expect(await pendingSince(store().db, NOW, 10)).toHaveLength(1);
	});
});
