const CR = 0x0d;
const LF = 0x0a;

/** Offset behind the empty line that ends the headers; undefined where `raw` does not hold it. */
export function headersEnd(raw: Buffer): number | undefined {
	if (raw[0] === LF) return 1;
	if (raw[0] === CR && raw[1] === LF) return 2;
	for (let at = raw.indexOf(LF); at !== -1; at = raw.indexOf(LF, at + 1)) {
		if (raw[at + 1] === LF) return at + 2;
		if (raw[at + 1] === CR && raw[at + 2] === LF) return at + 3;
	}
	return undefined;
}

/** The header block of a whole message, up to and with the empty line; a view of `raw`, not a copy. */
export function headersOf(raw: Buffer): Buffer {
	return raw.subarray(0, headersEnd(raw) ?? raw.length);
}
