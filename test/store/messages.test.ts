import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countPending, pendingSince } from "../../src/store/audit-pending.ts";
import { coverageOf, knownPlaces } from "../../src/store/coverage.ts";
import { cursorOf } from "../../src/store/cursors.ts";
import { placeDigest } from "../../src/store/location.ts";
import { type CopyRead, storeBatch } from "../../src/store/messages.ts";
import { factsOf } from "../../src/store/related.ts";
import { batchOf, bcc, CLERK, copyAt, factsFor, keysOf, NOW, placeOf } from "./sample.ts";
import { onEachStore } from "./stores.ts";

const cursor = (lastUid: number, uidValidity = "7") => ({ mailbox: CLERK, folder: "Sent", uidValidity, lastUid });

onEachStore((store) => {
	describe("storing a batch", () => {
		it("keeps the facts exactly, NULs and broken characters of the mail included", async () => {
			const copy = copyAt(placeOf(1), "odd", { subject: 'a\0b \ud800 "quoted" ü' });
			await storeBatch(store().db, batchOf(copy), keysOf, NOW);
			expect(await factsOf(store().db, ["m_odd"])).toEqual([copy.facts]);
		});

		it("merges the copies of one message and says that it changed", async () => {
			const sent = copyAt(placeOf(1), "fence", { receipts: [bcc("r.tarn@thornby.example")] });
			const received = copyAt(placeOf(9, "r.tarn@thornby.example", "INBOX"), "fence");
			expect(await storeBatch(store().db, batchOf(received), keysOf, NOW)).toMatchObject({ added: ["m_fence"] });
			const second = await storeBatch(store().db, batchOf(sent), keysOf, NOW);
			expect(second).toMatchObject({ added: [], changed: ["m_fence"], dropped: [] });
			const [facts] = await factsOf(store().db, ["m_fence"]);
			expect(facts?.receipts).toEqual([bcc("r.tarn@thornby.example")]);
			expect(facts?.at).toHaveLength(2);
		});

		it("changes nothing when it comes a second time", async () => {
			const batch = batchOf(copyAt(placeOf(1), "fence"), copyAt(placeOf(2), "gate"));
			await storeBatch(store().db, batch, keysOf, NOW);
			expect(await storeBatch(store().db, batch, keysOf, NOW)).toEqual({
				added: [],
				changed: [],
				dropped: [],
				waiting: [],
			});
		});

		it("leaves neither message nor cursor nor outbox behind when a part of it fails", async () => {
			const broken = { ...copyAt(placeOf(1), "fence") };
			const bad = { ...batchOf(broken), cursor: cursor(1), leftOut: [{ ...cursor(0), count: 2 ** 40 }] };
			await expect(storeBatch(store().db, bad, keysOf, NOW)).rejects.toThrow();
			expect(await factsOf(store().db, ["m_fence"])).toEqual([]);
			expect(await cursorOf(store().db, CLERK, "Sent")).toBeUndefined();
			expect(await countPending(store().db)).toBe(0);
		});

		it("puts what is new or changed into the outbox of the audit, and nothing else", async () => {
			await storeBatch(store().db, batchOf(copyAt(placeOf(1), "fence"), copyAt(placeOf(2), "gate")), keysOf, NOW);
			const waiting = await pendingSince(store().db, NOW, 10);
			expect(waiting.map(({ identity }) => identity)).toEqual(["m_fence", "m_gate"]);
		});

		it("drops a message when its only copy turns out to be another one", async () => {
			await storeBatch(store().db, batchOf(copyAt(placeOf(1), "before")), keysOf, NOW);
			const again = await storeBatch(store().db, batchOf(copyAt(placeOf(1), "after")), keysOf, NOW);
			expect(again).toMatchObject({ added: ["m_after"], changed: [], dropped: ["m_before"] });
			expect(await factsOf(store().db, ["m_before", "m_after"])).toHaveLength(1);
		});

		it("takes a message that can be read after all off the unreadable ones, and counts each place once", async () => {
			const at = placeOf(5);
			const unreadable = { ...batchOf(copyAt(placeOf(1), "fence")), unreadable: [{ at, reason: "too deeply nested" }] };
			await storeBatch(store().db, unreadable, keysOf, NOW);
			await storeBatch(store().db, unreadable, keysOf, NOW);
			expect(await coverageOf(store().db, {})).toMatchObject({ audited: 1, unreadable: [{ at }] });
			await storeBatch(store().db, batchOf(copyAt(at, "mended")), keysOf, NOW);
			expect(await coverageOf(store().db, {})).toMatchObject({ audited: 2, unreadable: [] });
		});

		it("counts what is passed over once, however often it is come across, and keeps no more than that", async () => {
			const passedOver = [
				{ at: placeOf(1), excluded: "union" },
				{ at: placeOf(2), excluded: "union" },
				{ at: placeOf(3) },
			];
			await storeBatch(store().db, { ...batchOf(), passedOver }, keysOf, NOW);
			await storeBatch(store().db, { ...batchOf(), passedOver }, keysOf, NOW);
			expect(await coverageOf(store().db, {})).toMatchObject({
				excluded: [{ mailbox: CLERK, folder: "Sent", reason: "union", count: 2 }],
				notNeeded: 1,
			});
		});

		it("lists what was read in part only, and the folders left out", async () => {
			const copy = copyAt(placeOf(1), "fence", { partlyRead: ["plan.pdf: encrypted"] });
			const leftOut = [{ mailbox: CLERK, folder: "Drafts", count: 4 }];
			await storeBatch(store().db, { ...batchOf(copy, copyAt(placeOf(2), "gate")), leftOut }, keysOf, NOW);
			expect(await coverageOf(store().db, {})).toMatchObject({ partlyRead: [copy.facts], leftOut });
		});

		it("knows every place that it has seen, a Maildir's also after the message was opened and flagged", async () => {
			const inNew = { mailbox: CLERK, folder: "INBOX", file: "new/1772.M1.host" };
			const inCur = { ...inNew, file: "cur/1772.M1.host:2,FS" };
			const batch = {
				...batchOf(copyAt(inNew, "fence")),
				unreadable: [{ at: placeOf(5), reason: "too deeply nested" }],
				passedOver: [{ at: placeOf(6) }],
			};
			await storeBatch(store().db, batch, keysOf, NOW);
			const known = await knownPlaces(store().db, CLERK);
			expect([inCur, placeOf(5), placeOf(6)].map((at) => known.has(placeDigest(at)))).toEqual([true, true, true]);
			expect(known.has(placeDigest(placeOf(7)))).toBe(false);
		});
	});

	describe("the cursor", () => {
		it("moves with the batch and never goes back", async () => {
			await storeBatch(store().db, { ...batchOf(), cursor: cursor(20) }, keysOf, NOW);
			await storeBatch(store().db, { ...batchOf(), cursor: cursor(12) }, keysOf, NOW);
			expect(await cursorOf(store().db, CLERK, "Sent")).toEqual(cursor(20));
		});

		it("starts again with a new UIDVALIDITY", async () => {
			await storeBatch(store().db, { ...batchOf(), cursor: cursor(20) }, keysOf, NOW);
			await storeBatch(store().db, { ...batchOf(), cursor: cursor(3, "8") }, keysOf, NOW);
			expect(await cursorOf(store().db, CLERK, "Sent")).toEqual(cursor(3, "8"));
		});
	});

	it("holds the same facts however the copies are split, ordered and repeated", async () => {
		const copies: readonly CopyRead[] = [
			copyAt(placeOf(1), "a", { receipts: [bcc("r.tarn@thornby.example")] }),
			copyAt(placeOf(2, "j.oakes@thornby.example"), "a"),
			copyAt(placeOf(3, "archive@thornby.example"), "a", { receipts: [bcc("p.lyle@thornby.example")] }),
			copyAt(placeOf(4), "b"),
		];
		const holding = async (order: readonly CopyRead[], size: number) => {
			const names = new Map<string, string>();
			// Every run stores messages of its own, so that no store need be emptied in between.
			const run = `${Math.random()}`;
			for (let at = 0; at < order.length; at += size) {
				const part = order.slice(at, at + size).map(({ at, facts }) => {
					const identity = `${facts.identity}-${run}`;
					names.set(identity, facts.identity);
					const place = { ...at, folder: `${at.folder}-${run}` };
					return { at: place, facts: { ...facts, identity } };
				});
				await storeBatch(store().db, batchOf(...part), keysOf, NOW);
			}
			return (await factsOf(store().db, [...names.keys()])).map((facts) => ({
				...facts,
				identity: names.get(facts.identity),
			}));
		};
		const expected = await holding(copies, copies.length);
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }),
				fc.integer({ min: 1, max: 4 }),
				async (repeated, size) => {
					const order = [...repeated.map((index) => copies[index] as CopyRead), ...copies];
					expect(await holding(order, size)).toEqual(expected);
				},
			),
			{ numRuns: 25 },
		);
	});

	it("stores two batches with the same message from two sides at the same time as one", async () => {
		const sides = [1, 2, 3, 4].map((uid) =>
			storeBatch(store().db, batchOf(copyAt(placeOf(uid), "both"), copyAt(placeOf(uid + 10), "too")), keysOf, NOW),
		);
		const stored = await Promise.all(sides);
		expect(stored.flatMap(({ added }) => added).sort()).toEqual(["m_both", "m_too"]);
		const [both] = await factsOf(store().db, ["m_both"]);
		expect(both?.at).toHaveLength(4);
		expect(factsFor("both").at).toEqual([]);
	});
});
