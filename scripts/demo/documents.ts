/** Letters as PDF and Word files for the sample mail. */
import { Document, Packer, Paragraph, TextRun } from "docx";
import { PDFDocument, StandardFonts } from "pdf-lib";

const A4 = { width: 595, height: 842 } as const;
const MARGIN = 70;
const SIZE = 11;
const LEADING = 16;

export async function pdfLetter(lines: readonly string[]): Promise<Buffer> {
	const document = await PDFDocument.create({ updateMetadata: false });
	const font = await document.embedFont(StandardFonts.Helvetica);
	const page = document.addPage([A4.width, A4.height]);
	lines.forEach((line, index) => {
		page.drawText(line, { x: MARGIN, y: A4.height - MARGIN - index * LEADING, size: SIZE, font });
	});
	return Buffer.from(await document.save());
}

export async function docxLetter(lines: readonly string[]): Promise<Buffer> {
	const paragraphs = lines.map((line) => new Paragraph({ children: [new TextRun(line)] }));
	return Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] }));
}
