/** Text of a Word document with the headers, footers and watermarks of its pages, where "CONFIDENTIAL" stands. */
import { strFromU8, unzipSync } from "fflate";
import type { DocumentText } from "./document-text.ts";
import { paragraphsOf } from "./markup.ts";

const HEADERS = /^word\/header\d*\.xml$/u;
const FOOTERS = /^word\/footer\d*\.xml$/u;
const TEXT = "word/document.xml";
const NOTES = /^word\/(footnotes|endnotes)\.xml$/u;

/** `names` are the entries of the zip. Page headers come first, then the text, then footers and notes. */
export async function readDocx(bytes: Buffer, names: readonly string[]): Promise<DocumentText> {
	const aside = names.filter((name) => HEADERS.test(name) || FOOTERS.test(name) || NOTES.test(name));
	const files = unzipSync(bytes, { filter: ({ name }) => name === TEXT || aside.includes(name) });
	const textOf = (name: string): string => paragraphsOf(strFromU8(files[name] ?? new Uint8Array()));
	const textsOf = (kind: RegExp): readonly string[] => aside.filter((name) => kind.test(name)).map(textOf);
	const mammoth = (await import("mammoth")).default;
	const { value } = await mammoth.extractRawText({ buffer: bytes });
	// mammoth puts an empty line behind each paragraph; documents have empty paragraphs for that.
	// It passes over some rarer elements: a document that seems to be empty is looked at again.
	const body = value.replace(/\n\n/gu, "\n").trim() || textOf(TEXT);
	// First page, even and odd pages often have the same header.
	const parts = [...new Set([...textsOf(HEADERS), body, ...textsOf(FOOTERS), ...textsOf(NOTES)])];
	const text = parts.filter((part) => part.trim() !== "").join("\n\n");
	return text === "" ? { notInspected: "no text in it" } : { text };
}
