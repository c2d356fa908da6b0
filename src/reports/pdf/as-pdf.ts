/** A document as PDF: A4, tagged, with page numbers. The same document gives the same bytes. */
import type { ReportDocument } from "../document.ts";
import { MARGINS, SIZE } from "./page-setting.ts";
import { setBlocks } from "./set-blocks.ts";
import { setRunning } from "./set-running.ts";
import { openSheet } from "./sheet.ts";

export async function asPdf(document: ReportDocument): Promise<Buffer> {
	const sheet = openSheet(document.title, document.madeAt);
	sheet.pdf.y = MARGINS.top;
	sheet.element("H1", () => sheet.write(document.heading, { size: SIZE.title, bold: true }));
	sheet.pdf.y += 4;
	setBlocks(sheet, document.blocks);
	setRunning(sheet, document);
	return sheet.end();
}
