/** Documents of our own making. */
import { AlignmentType, Document, Footer, Header, Packer, Paragraph, TextRun } from "docx";
import { zipSync } from "fflate";
import { PDFDocument, PDFName, PDFString, StandardFonts } from "pdf-lib";

export const LETTER_LINES = [
	"THORNBY PARISH COUNCIL",
	"The Old Schoolhouse, Thornby",
	"Dear Mr Hollis,",
	"The Council accepts your quotation of £4,200 and authorises you to begin.",
	"Yours sincerely,",
	"Cllr Alan Pell",
];

/** One page with a line for each entry; "Name|Amount" becomes two columns. */
export async function pdf(lines: readonly string[], options: { encrypted?: boolean } = {}): Promise<Buffer> {
	const document = await PDFDocument.create();
	const font = await document.embedFont(StandardFonts.Helvetica);
	const page = document.addPage();
	for (const [number, line] of lines.entries()) {
		for (const [column, text] of line.split("|").entries()) {
			page.drawText(text, { x: 50 + column * 200, y: 780 - number * 16, size: 11, font });
		}
	}
	if (options.encrypted === true) {
		const secret = document.context.obj({ Filter: "Standard", V: 2, R: 3, Length: 128, P: -44 });
		secret.set(PDFName.of("O"), PDFString.of("o".repeat(32)));
		secret.set(PDFName.of("U"), PDFString.of("u".repeat(32)));
		document.context.trailerInfo.Encrypt = document.context.register(secret);
		document.context.trailerInfo.ID = document.context.obj([PDFString.of("thornby"), PDFString.of("thornby")]);
	}
	return Buffer.from(await document.save({ useObjectStreams: false }));
}

export async function docx(
	lines: readonly string[],
	aside: { header?: string; footer?: string } = {},
): Promise<Buffer> {
	const paragraph = (text: string) =>
		new Paragraph({ alignment: AlignmentType.LEFT, children: [new TextRun({ text })] });
	const document = new Document({
		sections: [
			{
				...(aside.header === undefined
					? {}
					: { headers: { default: new Header({ children: [paragraph(aside.header)] }) } }),
				...(aside.footer === undefined
					? {}
					: { footers: { default: new Footer({ children: [paragraph(aside.footer)] }) } }),
				children: lines.map(paragraph),
			},
		],
	});
	return Packer.toBuffer(document);
}

export function zip(files: Readonly<Record<string, string>>): Buffer {
	return Buffer.from(
		zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]))),
	);
}
