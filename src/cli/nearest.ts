/** The known name that a mistyped one most probably means. */

/** Undefined where nothing is near: fewer than half of its letters would have to change. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
	const scored = known.map((name) => ({ name, away: distance(typed.toLowerCase(), name) }));
	const [best] = scored.sort((a, b) => a.away - b.away);
	return best !== undefined && best.away <= Math.max(typed.length, best.name.length) / 2 ? best.name : undefined;
}

/** Levenshtein's: letters to put in, take out or change. */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}
