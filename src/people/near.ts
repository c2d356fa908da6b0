/** Recognisable misspellings. */

const SHORTEST_WITH_ONE_SLIP = 5;
const SHORTEST_WITH_TWO_SLIPS = 8;

/**
 * How many slips (a letter more, less, other, or two swapped) lie between two lower-case names; undefined where they
 * are too many to recognise the name: more than one below eight letters, more than two from eight on, another first
 * letter, or a name so short that one letter makes another name of it. Of four letters, only a swap or a doubled
 * letter counts ("Kahn" for Khan).
 */
export function slips(written: string, name: string): number | undefined {
	if (written === name) return 0;
	if (written[0] !== name[0] && !(written[0] === name[1] && written[1] === name[0])) return undefined;
	const length = Math.min(written.length, name.length);
	const allowed = length >= SHORTEST_WITH_TWO_SLIPS ? 2 : length >= SHORTEST_WITH_ONE_SLIP ? 1 : 0;
	if (allowed === 0)
		return length === 4 && (swapped(written, name) || undoubled(written) === undoubled(name)) ? 1 : undefined;
	if (Math.abs(written.length - name.length) > allowed) return undefined;
	const distance = editDistance(written, name);
	return distance <= allowed ? distance : undefined;
}

function swapped(a: string, b: string): boolean {
	return a.length === b.length && editDistance(a, b) === 1 && [...a].sort().join() === [...b].sort().join();
}

function undoubled(text: string): string {
	return text.replace(/(.)\1+/gu, "$1");
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. */
export function editDistance(a: string, b: string): number {
	let before: number[] = [];
	let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const current = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let best = Math.min(
				(previous[j] as number) + 1,
				(current[j - 1] as number) + 1,
				(previous[j - 1] as number) + same,
			);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				best = Math.min(best, (before[j - 2] as number) + 1);
			}
			current.push(best);
		}
		before = previous;
		previous = current;
	}
	return previous[b.length] as number;
}
