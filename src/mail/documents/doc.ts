/** Text of a Word 97 document (.doc), with its page headers and footers. */
import type { DocumentText } from "./document-text.ts";

/** Streams of the container begin at multiples of this, short ones too. */
const SECTOR_BYTES = 64;
/** Versions that Word 97 and later, and Word 6 and 95, wrote behind the mark. */
const VERSIONS_MAX = 0x01ff;
const WORD_97 = Buffer.from("eca5", "hex");
const WORD_95 = Buffer.from("dca5", "hex");
/** Offset and bit of the flag in the document's head ([MS-DOC] FibBase). */
const FLAGS_OFFSET = 10;
const ENCRYPTED = 0x0100;

/** Reads one; the caller has seen that the bytes are a compound file. */
export async function readDoc(bytes: Buffer): Promise<DocumentText> {
	const head = headOf(bytes, WORD_97);
	if (head === undefined) {
		const older = headOf(bytes, WORD_95) !== undefined;
		return { notInspected: older ? "a Word 6 or 95 document: not read" : "a broken document" };
	}
	if ((bytes.readUInt16LE(head + FLAGS_OFFSET) & ENCRYPTED) !== 0) {
		return { notInspected: "encrypted: a document with a password" };
	}
	const { default: WordExtractor } = await import("word-extractor");
	const document = await new WordExtractor().extract(bytes);
	const as = { filterUnicode: false };
	const parts = [
		document.getHeaders({ ...as, includeFooters: false }),
		document.getBody(as),
		document.getTextboxes({ ...as, includeHeadersAndFooters: true }),
		document.getFooters(as),
		document.getFootnotes(as),
		document.getEndnotes(as),
	].map(asLines);
	// First page, even and odd pages often have the same header.
	const text = [...new Set(parts.filter((part) => part !== ""))].join("\n\n");
	return text === "" ? { notInspected: "no text in it" } : { text };
}

function headOf(bytes: Buffer, mark: Buffer): number | undefined {
	for (let at = SECTOR_BYTES; at + FLAGS_OFFSET + 2 <= bytes.length; at += SECTOR_BYTES) {
		const marked = bytes[at] === mark[0] && bytes[at + 1] === mark[1];
		if (marked && bytes.readUInt16LE(at + 2) <= VERSIONS_MAX) return at;
	}
	return undefined;
}

const CELL_END = "\u0007";

/** Word's marks for fields, cells and objects are no text. */
function asLines(text: string): string {
	return text
		.replace(/\r\n?|\v|\f/gu, "\n")
		.replaceAll(CELL_END, "\t")
		.replace(/(?![\t\n])\p{Cc}/gu, "")
		.replace(/[ \t]+\n/gu, "\n")
		.replace(/\n{3,}/gu, "\n\n")
		.trim();
}
