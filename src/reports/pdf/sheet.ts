/**
 * A PDF document under way: tagged throughout (PDF/UA-1), with fonts of its own, and the same bytes for the same
 * document. Whatever is drawn is either part of the structure or marked as an artifact.
 */
import { createRequire } from "node:module";
import PdfKit from "pdfkit";
import { plainLine } from "../plain-line.ts";
import { COLOUR, LINE_GAP, MARGINS, SIZE } from "./page-setting.ts";

type Element = PDFKit.PDFStructureElement;
type ElementOptions = PDFKit.Mixins.StructureElementOptions & { readonly scope?: "Column" | "Row" };

export interface Look {
	readonly size?: number;
	readonly bold?: boolean;
	readonly colour?: string;
	/** From the left edge of the page; absent: the margin. */
	readonly x?: number;
	readonly width?: number;
	readonly align?: "left" | "right";
}

export interface Sheet {
	readonly pdf: PDFKit.PDFDocument;
	/** Between the margins. */
	readonly width: number;
	/** Room left on this page. */
	room(): number;
	newPage(): void;
	/** Adds an element below `parent`, absent: the document itself; what is drawn inside belongs to it. */
	element(type: string, draw: (() => void) | undefined, parent?: Element, options?: ElementOptions): Element;
	/** Draws what isn't read aloud. */
	artifact(draw: () => void, options?: Readonly<Record<string, unknown>>): void;
	/** Writes at the present height and moves below it; goes on on the next page where it must. */
	write(text: string, look?: Look): void;
	heightOf(text: string, look?: Look): number;
	end(): Promise<Buffer>;
}

const require = createRequire(import.meta.url);
const fontFile = (name: string) => require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);
/** By file and not by a name of ours: under a second name pdfkit reads a font's file again at every use. */
const FONT = { regular: fontFile("DejaVuSans"), bold: fontFile("DejaVuSans-Bold") } as const;
/** Stands for what the fonts have no sign for, such as emoji. */
const NO_SIGN = "\ufffd";
const LANGUAGE = "en-GB";

export function openSheet(title: string, madeAt: string): Sheet {
	const pdf = new PdfKit({
		size: "A4",
		margins: MARGINS,
		pdfVersion: "1.7",
		subset: "PDF/UA" as never,
		tagged: true,
		lang: LANGUAGE,
		displayTitle: true,
		bufferPages: true,
		font: FONT.regular,
		info: { Title: plainLine(title), Creator: "Candour", Producer: "Candour", CreationDate: new Date(madeAt) },
	});
	escapeInfo(pdf);
	const bytes = collected(pdf);
	const root = pdf.struct("Document");
	pdf.addStructure(root);
	const width = pdf.page.width - MARGINS.left - MARGINS.right;
	const dress = ({ size = SIZE.body, bold = false, colour = COLOUR.text }: Look) =>
		pdf
			.font(bold ? FONT.bold : FONT.regular)
			.fontSize(size)
			.fillColor(colour);
	const settingOf = (look: Look) => ({ width: look.width ?? width, align: look.align ?? "left", lineGap: LINE_GAP });
	return {
		pdf,
		width,
		room: () => pdf.page.height - MARGINS.bottom - pdf.y,
		newPage: () => {
			pdf.addPage();
		},
		element: (type, draw, parent = root, options = {}) => {
			const element = pdf.struct(type, options as PDFKit.Mixins.StructureElementOptions);
			parent.add(element);
			if (draw !== undefined) element.add(draw);
			return element;
		},
		artifact: (draw, options = { type: "Layout" }) => {
			pdf.markContent("Artifact", options as PDFKit.Mixins.MarkingOptions);
			draw();
			pdf.endMarkedContent();
		},
		write: (text, look = {}) => {
			dress(look).text(signed(pdf, text), look.x ?? MARGINS.left, pdf.y, settingOf(look));
		},
		heightOf: (text, look = {}) => dress(look).heightOfString(signed(pdf, text), settingOf(look)),
		end: () => {
			root.end();
			pdf.end();
			return bytes;
		},
	};
}

/** What the font in use can show; an empty text is a space, or nothing would be marked. */
function signed(pdf: PDFKit.PDFDocument, text: string): string {
	const { font } = (pdf as unknown as { _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } } })._font;
	const line = [...plainLine(text)].map((sign) =>
		font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0) ? sign : NO_SIGN,
	);
	return line.join("") || " ";
}

/** pdfkit writes the title into XML as it stands: "Salt & Sons" would break the whole of the metadata. */
function escapeInfo(pdf: PDFKit.PDFDocument): void {
	const kit = pdf as unknown as { info: Record<string, unknown>; _addInfo(): void };
	const addInfo = kit._addInfo;
	kit._addInfo = () => {
		const { info } = kit;
		const escaped = Object.entries(info).map(([key, value]) => [key, typeof value === "string" ? asXml(value) : value]);
		kit.info = Object.fromEntries(escaped);
		addInfo.call(kit);
		kit.info = info;
	};
}

function asXml(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function collected(pdf: PDFKit.PDFDocument): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
		pdf.on("end", () => resolve(Buffer.concat(chunks)));
		pdf.on("error", reject);
	});
}
