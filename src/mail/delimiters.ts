/**
 * Repair of multiparts whose delimiter lines mailparser does not take for such: with blanks behind them (RFC 2046 5.1.1
 * allows that), or of an outer multipart where an inner one was never closed. Unrepaired, the parts behind them would be
 * read as text of the part before, and files among them would not be seen.
 */

/** One multipart as it was read. Boundaries are latin1. */
export interface Division {
	readonly boundary: string;
	/** How many parts were found in it. */
	readonly parts: number;
}

const LF = 0x0a;
const DELIMITER_LINE = /^--([^\r\n]{1,200}?)[ \t]*(?=\r?$)/gmu;

/** True where the body has more delimiter lines of a multipart than parts of it were found. */
export function isMisread(body: Buffer, divisions: readonly Division[]): boolean {
	const parts = new Map<string, number>();
	for (const { boundary, parts: count } of divisions) parts.set(boundary, (parts.get(boundary) ?? 0) + count);
	return [...parts].some(([boundary, count]) => countDelimiters(body, boundary) > count);
}

function countDelimiters(body: Buffer, boundary: string): number {
	const delimiter = Buffer.from(`--${boundary}`, "latin1");
	let count = 0;
	for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.length)) {
		if (at > 0 && body[at - 1] !== LF) continue;
		let end = at + delimiter.length;
		while (body[end] === 0x20 || body[end] === 0x09 || body[end] === 0x0d) end++;
		if (end >= body.length || body[end] === LF) count++;
	}
	return count;
}

/** The body up to its delimiter line number `count` of these multiparts; all of it where there are fewer. */
export function firstParts(body: Buffer, divisions: readonly Division[], count: number): Buffer {
	const known = new Set(divisions.map(({ boundary }) => boundary));
	let seen = 0;
	for (const match of body.toString("latin1").matchAll(DELIMITER_LINE)) {
		if (known.has(match[1] as string) && ++seen >= count) return body.subarray(0, match.index);
	}
	return body;
}

/** The body with bare delimiter lines, and with a closing one for each inner multipart that has none. */
export function repairDelimiters(body: Buffer, divisions: readonly Division[]): Buffer {
	const known = new Set(divisions.map(({ boundary }) => boundary));
	const text = body.toString("latin1");
	const open: string[] = [];
	const repaired: string[] = [];
	let end = 0;
	for (const match of text.matchAll(DELIMITER_LINE)) {
		const written = match[1] as string;
		const closes = !known.has(written) && written.endsWith("--") && known.has(written.slice(0, -2));
		const boundary = closes ? written.slice(0, -2) : written;
		if (!known.has(boundary)) continue;
		repaired.push(text.slice(end, match.index));
		if (open.includes(boundary)) {
			while (open.at(-1) !== boundary) repaired.push(`--${open.pop()}--\r\n`);
			if (closes) open.pop();
		} else if (!closes) open.push(boundary);
		repaired.push(`--${written}`);
		end = match.index + match[0].length;
	}
	return Buffer.from(repaired.join("") + text.slice(end), "latin1");
}
