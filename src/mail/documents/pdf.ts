/** Text of a PDF, line by line, so that letterhead, salutation and signature stand on lines of their own. */
import type { PDFDocumentProxy } from "unpdf/pdfjs";
import { PDF_MAX_PAGES, SCAN_MAX_PIXELS } from "../limits.ts";
import type { DocumentText, ScanBudget } from "./document-text.ts";

/** The part of pdf.js's text items that is used. `transform` is a b c d x y of the text matrix. */
interface TextItem {
	readonly str: string;
	readonly transform: readonly number[];
	readonly width: number;
	readonly height: number;
	readonly hasEOL: boolean;
}

/** Two items are on one line while their base lines differ by less than this share of the letters' height. */
const SAME_LINE = 0.5;
/** A gap wider than this many letter heights separates columns of a table. */
const COLUMN_GAP = 1.5;
/** A gap wider than this is a blank that the PDF did not write. */
const WORD_GAP = 0.15;
/** A step down of more than this many letter heights leaves an empty line. */
const PARAGRAPH_GAP = 1.8;

/**
 * Reads the pages in order, at most {@link PDF_MAX_PAGES}; those without text are looked at as pictures, within the
 * budget for scans. `signal` is looked at between pages. An encrypted or broken file comes back with the reason.
 */
export async function readPdf(
	bytes: Buffer,
	maxCharacters: number,
	signal: AbortSignal,
	scans: ScanBudget,
): Promise<DocumentText> {
	// Loading pdf.js takes longer than reading most messages: only where there is a PDF.
	const { getDocumentProxy } = await import("unpdf");
	let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
	try {
		// pdf.js takes the buffer over, hence the copy. 0 verbosity: errors alone.
		pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, maxImageSize: SCAN_MAX_PIXELS });
	} catch (error) {
		const encrypted = error instanceof Error && error.name === "PasswordException";
		return { notInspected: encrypted ? "encrypted: a PDF with a password" : "a broken PDF" };
	}
	try {
		const pages: string[] = [];
		const recognised: string[] = [];
		let length = 0;
		let scanned = 0;
		let unread = 0;
		const count = Math.min(pdf.numPages, PDF_MAX_PAGES);
		for (let number = 1; number <= count && length < maxCharacters && !signal.aborted; number++) {
			const page = await pdf.getPage(number);
			const { items } = await page.getTextContent();
			let text = toLines(items.filter((item) => "str" in item)).join("\n");
			if (text === "" && scans.scans) {
				const page = await readScannedPage(pdf, number, scans);
				scanned += page === "none" ? 0 : 1;
				unread += page === "unread" ? 1 : 0;
				text = typeof page === "string" ? "" : page.text;
				if (text !== "") recognised.push(text);
			}
			page.cleanup();
			pages.push(text);
			length += text.length;
		}
		const text = pages.join("\n\n").trim();
		if (text === "") return { notInspected: "no text in it: a scan or a picture" };
		const read = { text, ...(recognised.length > 0 ? { recognised: recognised.join("\n") } : {}) };
		if (unread > 0) return { ...read, partly: `${unread} of its ${scanned} scanned pages were not read` };
		const all = pages.length === pdf.numPages;
		return { ...read, ...(all ? {} : { partly: `only its first ${pages.length} pages were read` }) };
	} catch {
		return { notInspected: "a broken PDF" };
	} finally {
		await pdf.loadingTask.destroy();
	}
}

/** A page without text: its picture's text, or that it has no picture, or that it was not read. */
async function readScannedPage(
	pdf: PDFDocumentProxy,
	number: number,
	scans: ScanBudget,
): Promise<{ readonly text: string } | "none" | "unread"> {
	const [{ pictureOfPage }, { readPage }] = await Promise.all([import("./pdf-pictures.ts"), import("./scans.ts")]);
	if (scans.scanPages <= 0 || scans.scanMs <= 0) return "unread";
	try {
		const picture = await pictureOfPage(pdf, number);
		if (picture === undefined) return "none";
		const text = await readPage(picture, scans);
		return text === undefined ? "unread" : { text };
	} catch {
		return "unread";
	}
}

/** Items in the order of the file, which is the order of reading, with a new line where the base line changes. */
function toLines(items: readonly TextItem[]): readonly string[] {
	const lines: string[] = [];
	let line = "";
	let previous: TextItem | undefined;
	let ended = false;
	const endLine = (): void => {
		const text = line
			.replace(/[^\S\t]+/gu, " ")
			.replace(/ ?\t ?/gu, "\t")
			.trim();
		if (text !== "") lines.push(text);
		line = "";
	};
	for (const item of items) {
		if (item.str.trim() === "") {
			if (item.str !== "" && !line.endsWith("\t")) line += " ";
		} else {
			if (previous !== undefined && (ended || !sameLine(previous, item))) {
				endLine();
				if (lines.length > 0 && startsParagraph(previous, item)) lines.push("");
			} else if (previous !== undefined) line += gap(previous, item, line);
			line += item.str;
			previous = item;
			ended = false;
		}
		ended ||= item.hasEOL;
	}
	endLine();
	return lines;
}

function sameLine(a: TextItem, b: TextItem): boolean {
	const upright = a.transform[1] === 0 && b.transform[1] === 0;
	return upright && Math.abs(baseLine(a) - baseLine(b)) <= Math.max(a.height, b.height, 1) * SAME_LINE;
}

function startsParagraph(a: TextItem, b: TextItem): boolean {
	return Math.abs(baseLine(a) - baseLine(b)) > Math.max(a.height, b.height, 1) * PARAGRAPH_GAP;
}

/** What stands between two items of a line: nothing, a blank or a tab. */
function gap(a: TextItem, b: TextItem, line: string): string {
	const width = (b.transform[4] ?? 0) - ((a.transform[4] ?? 0) + a.width);
	const letter = Math.max(a.height, b.height, 1);
	if (width > letter * COLUMN_GAP || width < -letter) return "\t";
	return width > letter * WORD_GAP && !/\s$/u.test(line) ? " " : "";
}

function baseLine(item: TextItem): number {
	return item.transform[5] ?? 0;
}
