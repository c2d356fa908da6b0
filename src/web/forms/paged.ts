/** One page of a list. Pure. */

export interface Paged<One> {
	readonly items: readonly One[];
	/** From 1. */
	readonly page: number;
	readonly pages: number;
	readonly total: number;
	/** Number of the first item of this page among all, from 1. */
	readonly first: number;
}

/** The page `page`, or the last one where there are not so many. */
export function pageOf<One>(all: readonly One[], page: number, size: number): Paged<One> {
	const pages = Math.max(1, Math.ceil(all.length / size));
	const shown = Math.min(page, pages);
	const start = (shown - 1) * size;
	return { items: all.slice(start, start + size), page: shown, pages, total: all.length, first: start + 1 };
}
