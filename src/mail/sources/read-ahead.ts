/**
 * Yields what `items` yields, while it already asks for more in the background: as much as weighs `limit` together.
 * A failure comes after what was yielded before it. Leaving the loop early ends `items` too.
 */
export async function* readAhead<T>(
	items: AsyncGenerator<T>,
	weigh: (item: T) => number,
	limit: number,
): AsyncGenerator<T> {
	const ready: { item: T; weight: number }[] = [];
	let held = 0;
	let over = false;
	let failure: { error: unknown } | undefined;
	let wakeTaker = () => {};
	let wakeGiver = () => {};
	const giving = (async () => {
		try {
			for await (const item of items) {
				const weight = weigh(item);
				ready.push({ item, weight });
				held += weight;
				wakeTaker();
				while (held >= limit && !over) await new Promise<void>((resolve) => (wakeGiver = resolve));
				if (over) break;
			}
		} catch (error) {
			failure = { error };
		} finally {
			over = true;
			wakeTaker();
		}
	})();
	try {
		for (;;) {
			const next = ready.shift();
			if (next) {
				yield next.item;
				held -= next.weight;
				wakeGiver();
			} else if (over) break;
			else await new Promise<void>((resolve) => (wakeTaker = resolve));
		}
		if (failure) throw failure.error;
	} finally {
		over = true;
		wakeGiver();
		await giving;
	}
}
