/** The text of an attached document, by what its bytes say it is; the name and the type only help. */

import { linesOfHtml } from "../../text/segments/html-lines.ts";
import { decodeText } from "../charset.ts";
import { DOCUMENT_MAX_BYTES, DOCUMENT_MAX_MS, DOCUMENT_TEXT_MAX_CHARACTERS } from "../limits.ts";
import type { DocumentFile, DocumentText, ScanBudget } from "./document-text.ts";
import { describeUnread, holdsStream, isOle, isPicture, isZip, looksLikeText, startsWith } from "./kinds.ts";

/**
 * Reads a document within {@link DOCUMENT_MAX_MS} (or `maxMs`, where less is left), its scanned pages within the budget
 * for them; without one they are not read. Never throws.
 */
export async function readDocument(
	file: DocumentFile,
	maxMs: number = DOCUMENT_MAX_MS,
	scans: ScanBudget = NO_SCANS,
): Promise<DocumentText> {
	if (file.bytes.length === 0) return { notInspected: "empty" };
	if (file.bytes.length > DOCUMENT_MAX_BYTES) {
		return { notInspected: `larger than ${DOCUMENT_MAX_BYTES / 1024 / 1024} MB` };
	}
	const limit = Math.min(maxMs, DOCUMENT_MAX_MS);
	if (limit <= 0) return { notInspected: "the documents of this message took too long to read" };
	const stop = new AbortController();
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<DocumentText>((resolve) => {
		timer = setTimeout(() => {
			stop.abort();
			resolve({ notInspected: `not read within ${Math.ceil(limit / 1000)} seconds` });
		}, limit);
	});
	try {
		return withinLength(await Promise.race([readByKind(file, stop.signal, scans), late]));
	} catch {
		return { notInspected: "a broken document" };
	} finally {
		clearTimeout(timer);
	}
}

const NO_SCANS: ScanBudget = { scans: false, scanPages: 0, scanMs: 0 };

async function readByKind(file: DocumentFile, signal: AbortSignal, scans: ScanBudget): Promise<DocumentText> {
	const { bytes, contentType, name } = file;
	// Some writers put a few bytes before the mark; readers look for it in the first kilobyte.
	if (bytes.subarray(0, 1024).includes("%PDF-")) {
		const { readPdf } = await import("./pdf.ts");
		return readPdf(bytes, DOCUMENT_TEXT_MAX_CHARACTERS, signal, scans);
	}
	if (isZip(bytes)) {
		const { readZipped } = await import("./zipped.ts");
		return readZipped(bytes, name);
	}
	if (startsWith(bytes, "{\\rtf")) {
		const { rtfToText } = await import("./rtf.ts");
		return textOr(rtfToText(bytes.toString("latin1"), DOCUMENT_TEXT_MAX_CHARACTERS), "no text in it");
	}
	if (isOle(bytes) && holdsStream(bytes, "WordDocument") && !holdsStream(bytes, "EncryptedPackage")) {
		const { readDoc } = await import("./doc.ts");
		return readDoc(bytes);
	}
	if (isPicture(bytes)) {
		const { readPicture } = await import("./scans.ts");
		return readPicture(bytes, scans);
	}
	const unread = describeUnread(file);
	if (unread !== undefined) return { notInspected: unread };
	if (!contentType.startsWith("text/") && !looksLikeText(bytes)) return { notInspected: "a file of an unknown kind" };
	const text = decodeText(bytes, file.charset).replace(/\r\n?/gu, "\n");
	if (contentType === "text/html" || /\.x?html?$/iu.test(name) || /^\s*<(!doctype html|html)\b/iu.test(text)) {
		const lines = linesOfHtml(text).lines.map((line) => line.text);
		return textOr(lines.join("\n").trim(), "no text in it");
	}
	if (WORD_XML.test(text.slice(0, XML_HEAD_CHARACTERS))) {
		const { paragraphsOf } = await import("./markup.ts");
		return textOr(paragraphsOf(text), "no text in it");
	}
	return textOr(text, "no text in it");
}

/** A Word document saved as one XML file, often with the ending .doc. */
const WORD_XML = /^\uFEFF?\s*<\?xml[\s\S]*?(?:<w:wordDocument\b|<pkg:package\b|progid="Word\.Document")/u;
const XML_HEAD_CHARACTERS = 2_000;

function textOr(text: string, reason: string): DocumentText {
	return text.trim() === "" ? { notInspected: reason } : { text };
}

function withinLength(result: DocumentText): DocumentText {
	if (!("text" in result) || result.text.length <= DOCUMENT_TEXT_MAX_CHARACTERS) return result;
	return {
		...result,
		text: result.text.slice(0, DOCUMENT_TEXT_MAX_CHARACTERS),
		partly: `only its first ${DOCUMENT_TEXT_MAX_CHARACTERS / 1024 / 1024} MB of text were read`,
	};
}
