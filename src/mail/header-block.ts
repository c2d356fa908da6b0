/** The header block of a message: raw bytes → unfolded fields in order. */
import { decodeUndeclared } from "./charset.ts";
import { HEADER_BLOCK_MAX_BYTES } from "./limits.ts";

/** One header field, unfolded; encoded words are still encoded. */
export interface HeaderField {
	/** Lower case. */
	readonly name: string;
	readonly value: string;
}

export interface HeaderBlock {
	readonly fields: readonly HeaderField[];
	/** Offset of the first byte behind the empty line; the length of the input where there is none. */
	readonly bodyStart: number;
	/** True where the block was longer than may be read. */
	readonly cut: boolean;
}

const LF = 0x0a;
const CR = 0x0d;
const FIELD = /^([!-9;-~]+)[ \t]*:(.*)$/su;
const MBOX_LINE = /^>?From (?!\s*:)/u;
const EIGHT_BIT = /[\u0080-\u00ff]/u;

/**
 * Reads the fields up to the empty line, with CRLF, LF or both as line ends. Lines that are no field (mbox separators,
 * wreckage of broken gateways) are skipped. 8-bit letters are read as UTF-8, else Windows-1252.
 */
export function readHeaderBlock(raw: Buffer): HeaderBlock {
	const { end, bodyStart } = findEnd(raw);
	const cut = end > HEADER_BLOCK_MAX_BYTES;
	const fields: HeaderField[] = [];
	let name: string | undefined;
	let parts: string[] = [];
	const flush = (): void => {
		if (name === undefined) return;
		const value = parts.length === 1 ? (parts[0] as string) : parts.join(" ");
		fields.push({ name, value: EIGHT_BIT.test(value) ? decodeUndeclared(Buffer.from(value, "latin1")) : value });
		name = undefined;
	};
	for (const line of raw.toString("latin1", 0, Math.min(end, HEADER_BLOCK_MAX_BYTES)).split("\n")) {
		const first = line.charCodeAt(0);
		if (first === 0x20 || first === 0x09) {
			const folded = line.trim();
			if (name !== undefined && folded !== "") parts.push(folded);
			continue;
		}
		const match = FIELD.exec(line);
		if (match === null || (fields.length === 0 && name === undefined && MBOX_LINE.test(line))) continue;
		flush();
		name = (match[1] as string).toLowerCase();
		parts = [(match[2] as string).trim()];
	}
	flush();
	return { fields, bodyStart, cut };
}

/** Values of all fields of that name, in order. */
export function valuesOf(fields: readonly HeaderField[], name: string): readonly string[] {
	return fields.filter((field) => field.name === name).map((field) => field.value);
}

function findEnd(raw: Buffer): { readonly end: number; readonly bodyStart: number } {
	if (raw[0] === LF) return { end: 0, bodyStart: 1 };
	if (raw[0] === CR && raw[1] === LF) return { end: 0, bodyStart: 2 };
	for (let at = raw.indexOf(LF); at >= 0; at = raw.indexOf(LF, at + 1)) {
		if (raw[at + 1] === LF) return { end: at, bodyStart: at + 2 };
		if (raw[at + 1] === CR && raw[at + 2] === LF) return { end: at, bodyStart: at + 3 };
	}
	return { end: raw.length, bodyStart: raw.length };
}
