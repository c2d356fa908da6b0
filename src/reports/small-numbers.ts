/**
 * Counts for the public: those under 5 are not given, nor anything from which they could be worked out. Tables that
 * divide the same total are looked at together. Pure.
 */

/** Counts from 1 to one less are not given; 0 is: that nothing was found is no fact about a person. */
export const SMALLEST_SHOWN = 5;
export const FEWER = "fewer than 5";
/** Given in place of a count that would give away another one. */
export const WITHHELD = "not shown";

export type PublicCount = number | typeof FEWER | typeof WITHHELD;

/** Several tables, each of which divides one total into cells that add up to it. */
export interface Divided<Count> {
	readonly total: Count;
	readonly tables: readonly (readonly Count[])[];
}

/** So many values must remain possible for a count that isn't given. */
const LEAST_POSSIBLE = 3;

/** One count by itself, that is part of no sum. */
export function publicCount(count: number): PublicCount {
	return count > 0 && count < SMALLEST_SHOWN ? FEWER : count;
}

/** @param divided non-negative whole numbers; each table's cells add up to the total */
export function suppressed({ total, tables }: Divided<number>): Divided<PublicCount> {
	const shown = { total: publicCount(total), tables: tables.map((cells) => cells.map(publicCount)) };
	for (;;) {
		const weak = tables.findIndex((_, index) => givesAway(shown, index));
		if (weak < 0) return shown;
		if (!hideOneMore(shown, tables, weak)) return withheldAltogether({ total, tables });
	}
}

type Shown = { total: PublicCount; readonly tables: PublicCount[][] };

/** A count of the weak table, or else the total, or else one of another table that gives the total. False where there is nothing left. */
function hideOneMore(shown: Shown, tables: Divided<number>["tables"], weak: number): boolean {
	if (hideSmallest(shown, tables, weak)) return true;
	if (typeof shown.total === "number") {
		shown.total = WITHHELD;
		return true;
	}
	return tables.some((_, index) => hideSmallest(shown, tables, index));
}

/** The smallest count still given that is no 0. */
function hideSmallest(shown: Shown, tables: Divided<number>["tables"], table: number): boolean {
	const own = shown.tables[table] ?? [];
	const [next] = (tables[table] ?? [])
		.map((count, index) => ({ count, index }))
		.filter(({ count, index }) => count >= SMALLEST_SHOWN && typeof own[index] === "number")
		.sort((one, other) => one.count - other.count || one.index - other.index);
	if (next === undefined) return false;
	own[next.index] = WITHHELD;
	return true;
}

function withheldAltogether({ total, tables }: Divided<number>): Divided<PublicCount> {
	return { total: publicCount(total), tables: tables.map((cells) => cells.map(() => WITHHELD)) };
}

interface Range {
	readonly low: number;
	readonly high: number;
}

/** What whoever knows how counts are hidden can tell of one by itself: a withheld one is no small one. */
function rangeOf(count: PublicCount): Range {
	if (count === FEWER) return { low: 1, high: SMALLEST_SHOWN - 1 };
	if (count === WITHHELD) return { low: SMALLEST_SHOWN, high: Number.POSITIVE_INFINITY };
	return { low: count, high: count };
}

/** The same of each count of a table, where the smallest were withheld first: none is larger than those still given. */
function rangesIn(cells: readonly PublicCount[]): readonly Range[] {
	return cells.map((count, at) => {
		const { low, high } = rangeOf(count);
		if (count !== WITHHELD) return { low, high };
		// Of two that are the same, the first was withheld first.
		const given = cells.flatMap((other, index) =>
			typeof other === "number" && other > 0 ? [index > at ? other : other - 1] : [],
		);
		return { low, high: Math.min(high, ...given) };
	});
}

function sumOf(ranges: readonly Range[]): Range {
	return {
		low: ranges.reduce((sum, { low }) => sum + low, 0),
		high: ranges.reduce((sum, { high }) => sum + high, 0),
	};
}

/** Whether some hidden count of the table, or a hidden total, can be told too closely from all that is given. */
function givesAway(shown: Shown, table: number): boolean {
	const sums = [rangeOf(shown.total), ...shown.tables.map((cells) => sumOf(rangesIn(cells)))];
	// All tables have the same total, so that each of them narrows it down.
	const total = { low: Math.max(...sums.map(({ low }) => low)), high: Math.min(...sums.map(({ high }) => high)) };
	if (typeof shown.total !== "number" && isNarrow(total)) return true;
	const ranges = rangesIn(shown.tables[table] ?? []);
	const all = sumOf(ranges);
	return (shown.tables[table] ?? []).some((count, index) => {
		if (typeof count === "number") return false;
		const own = ranges[index] ?? { low: 0, high: 0 };
		const othersLow = all.low - own.low;
		const othersHigh = ranges.reduce((sum, { high }, at) => (at === index ? sum : sum + high), 0);
		const possible = {
			low: Math.max(own.low, total.low - othersHigh),
			high: Math.min(own.high, total.high - othersLow),
		};
		return isNarrow(possible);
	});
}

function isNarrow({ low, high }: Range): boolean {
	return high - low + 1 < LEAST_POSSIBLE;
}
