import fc from "fast-check";
import { expect, test } from "vitest";
import { FEWER, type PublicCount, publicCount, suppressed, WITHHELD } from "../../src/reports/small-numbers.ts";

test("counts from 1 to 4 are not given, 0 and 5 are", () => {
	expect([0, 1, 4, 5].map(publicCount)).toEqual([0, FEWER, FEWER, 5]);
});

test("a single small count in a sum takes another one with it, so that the total doesn't give it back", () => {
	expect(suppressed({ total: 32, tables: [[3, 12, 17]] })).toEqual({ total: 32, tables: [[FEWER, WITHHELD, 17]] });
});

test("nothing is hidden where nothing is small", () => {
	expect(suppressed({ total: 17, tables: [[5, 12, 0]] })).toEqual({ total: 17, tables: [[5, 12, 0]] });
});

test("two counts of 1 can't be told from a total of 2", () => {
	const { total, tables } = suppressed({ total: 2, tables: [[1, 1, 0]] });
	expect(total).toBe(FEWER);
	expect(tables[0]?.slice(0, 2)).not.toContain(1);
});

test("a total that one table must hide isn't given back by another", () => {
	const { total, tables } = suppressed({
		total: 6,
		tables: [
			[1, 5],
			[6, 0],
		],
	});
	expect(total).not.toBe(6);
	expect(tables[1]).not.toContain(6);
});

const LARGEST = 40;

/** Every value that a count could have, tried out one by one. */
function possibleValues(shown: { total: PublicCount; tables: readonly (readonly PublicCount[])[] }) {
	const values = (count: PublicCount): readonly number[] =>
		count === FEWER
			? [1, 2, 3, 4]
			: count === WITHHELD
				? Array.from({ length: LARGEST - 4 }, (_, index) => index + 5)
				: [count];
	const sums = (cells: readonly PublicCount[]) =>
		cells.reduce<ReadonlySet<number>>(
			(before, cell) => {
				const reached = Array.from(before).map((sum) => values(cell).map((value) => sum + value));
				return new Set(reached.flat());
			},
			new Set([0]),
		);
	const totals = shown.tables.reduce<readonly number[]>(
		(left, cells) => {
			const reached = sums(cells);
			return left.filter((total) => reached.has(total));
		},
		typeof shown.total === "number" || shown.total === FEWER
			? values(shown.total)
			: Array.from({ length: LARGEST * 6 }, (_, index) => index),
	);
	return {
		totals,
		cell: (table: number, at: number) => {
			const cells = shown.tables[table] ?? [];
			const others = sums(cells.filter((_, index) => index !== at));
			return values(cells[at] ?? 0).filter((value) => totals.some((total) => others.has(total - value)));
		},
	};
}

const divided = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 0, maxLength: 24 }).chain((first) =>
	fc.array(fc.integer({ min: 0, max: 2 }), { minLength: first.length, maxLength: first.length }).map((second) => ({
		total: first.length,
		tables: [
			[0, 1, 2, 3].map((row) => first.filter((one) => one === row).length),
			[0, 1, 2].map((row) => second.filter((one) => one === row).length),
		],
	})),
);

test("whatever the numbers, no hidden one can be worked out from what is given", () => {
	fc.assert(
		fc.property(divided, (numbers) => {
			const shown = suppressed(numbers);
			if (shown.tables.flat().every((count) => count === WITHHELD)) return;
			const possible = possibleValues(shown);
			if (typeof shown.total !== "number") expect(possible.totals.length).toBeGreaterThan(2);
			for (const [table, cells] of shown.tables.entries()) {
				for (const [at, count] of cells.entries()) {
					expect(typeof count === "number" && count > 0 && count < 5).toBe(false);
					if (typeof count === "number") expect(count).toBe(numbers.tables[table]?.[at]);
					else expect(possible.cell(table, at).length).toBeGreaterThan(2);
				}
			}
		}),
		{ numRuns: 300 },
	);
});

test("nor by whoever knows that the smallest counts are withheld first: every table that shows alike, tried out", () => {
	// Of 34, 10 and 10 are given: what is withheld is at most 10, and so the small one would be 4.
	expect(suppressed({ total: 34, tables: [[4, 10, 10, 10]] }).tables[0]?.filter((count) => count === 10)).toEqual([]);
	const largest = 12;
	const alike = new Map<string, { readonly shown: readonly PublicCount[]; readonly cells: number[][] }>();
	const upTo = Array.from({ length: largest + 1 }, (_, count) => count);
	for (const cells of upTo.flatMap((a) => upTo.flatMap((b) => upTo.map((c) => [a, b, c])))) {
		const made = suppressed({ total: cells.reduce((sum, count) => sum + count, 0), tables: [cells] });
		const group = alike.get(JSON.stringify(made)) ?? { shown: made.tables[0] ?? [], cells: [] };
		group.cells.push(cells);
		alike.set(JSON.stringify(made), group);
	}
	const told = [...alike.values()].filter(
		({ shown, cells }) =>
			// What is at the edge has neighbours that were not tried.
			!cells.flat().includes(largest) &&
			shown.some((count, at) => typeof count !== "number" && new Set(cells.map((one) => one[at])).size === 1),
	);
	expect(told).toEqual([]);
});

test("where much is found, most of it is given", () => {
	const { total, tables } = suppressed({
		total: 100,
		tables: [
			[60, 25, 13, 2],
			[70, 30],
		],
	});
	expect(total).toBe(100);
	expect(tables).toEqual([
		[60, 25, WITHHELD, FEWER],
		[70, 30],
	]);
});
