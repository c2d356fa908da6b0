/** Links to the pages of a list, as govuk-frontend's pagination takes them. */

export interface PageLinks {
	readonly items: readonly (
		| { readonly number: number; readonly href: string; readonly current: boolean }
		| { readonly ellipsis: true }
	)[];
	readonly previous?: { readonly href: string };
	readonly next?: { readonly href: string };
}

/** First, last, and those around the current one; undefined where one page holds all. */
export function pageLinks(current: number, pages: number, href: (page: number) => string): PageLinks | undefined {
	if (pages < 2) return undefined;
	const shown = [1, current - 1, current, current + 1, pages].filter((page) => page >= 1 && page <= pages);
	const items: PageLinks["items"][number][] = [];
	let before = 0;
	for (const number of [...new Set(shown)].sort((a, b) => a - b)) {
		if (number > before + 1) items.push({ ellipsis: true });
		items.push({ number, href: href(number), current: number === current });
		before = number;
	}
	return {
		items,
		...(current > 1 ? { previous: { href: href(current - 1) } } : {}),
		...(current < pages ? { next: { href: href(current + 1) } } : {}),
	};
}
