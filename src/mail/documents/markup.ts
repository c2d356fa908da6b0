/** Paragraphs of the XML that Word, PowerPoint and OpenDocument write. */
import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";

const PARAGRAPHS = new Set(["w:p", "a:p", "text:p", "text:h"]);
const TABS = new Set(["w:tab", "text:tab", "w:tc", "table:table-cell"]);
const BREAKS = new Set(["w:br", "w:cr", "a:br", "text:line-break"]);
/** Only text in these is text of the page; positions and formulas of fields stand elsewhere. */
const TEXTS = new Set(["w:t", "m:t", "a:t", "text:p", "text:h"]);
/** Text that stands in these is no text of the page; a fallback repeats what stands before it. */
const UNSEEN = new Set([
	"w:instrText",
	"w:delText",
	"w:del",
	"mc:Fallback",
	"office:annotation",
	"text:tracked-changes",
]);

/** One line a paragraph, empty ones left out at both ends. Watermarks (the text on a VML path) are lines too. */
export function paragraphsOf(xml: string): string {
	// The tokenizer alone: htmlparser2's Parser takes quadratic time where elements are nested by the thousand.
	const reader = new Paragraphs(xml);
	const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: true }, reader);
	tokenizer.write(xml);
	tokenizer.end();
	return reader.text();
}

class Paragraphs implements TokenizerCallbacks {
	private readonly xml: string;
	private readonly lines: string[] = [];
	private line = "";
	private unseen = 0;
	private inText = 0;
	private name = "";
	private attribute = "";
	private watermark = "";

	constructor(xml: string) {
		this.xml = xml;
	}

	text(): string {
		this.endLine();
		return this.lines
			.join("\n")
			.replace(/\n{3,}/gu, "\n\n")
			.trim();
	}

	onopentagname(start: number, end: number): void {
		this.name = this.xml.slice(start, end);
		this.watermark = "";
	}

	onopentagend(): void {
		this.open();
		if (TEXTS.has(this.name)) this.inText++;
		if (UNSEEN.has(this.name)) this.unseen++;
	}

	onselfclosingtag(): void {
		this.open();
		if (PARAGRAPHS.has(this.name)) this.endLine();
	}

	onclosetag(start: number, end: number): void {
		const name = this.xml.slice(start, end);
		if (TEXTS.has(name)) this.inText--;
		if (UNSEEN.has(name)) this.unseen--;
		if (PARAGRAPHS.has(name)) this.endLine();
	}

	ontext(start: number, end: number): void {
		this.add(this.xml.slice(start, end));
	}

	ontextentity(codePoint: number): void {
		this.add(String.fromCodePoint(codePoint));
	}

	oncdata(start: number, end: number, endOffset: number): void {
		this.add(this.xml.slice(start, end - endOffset));
	}

	onattribname(start: number, end: number): void {
		this.attribute = this.xml.slice(start, end);
	}

	onattribdata(start: number, end: number): void {
		if (this.name === "v:textpath" && this.attribute === "string") this.watermark += this.xml.slice(start, end);
	}

	onattribentity(codePoint: number): void {
		if (this.name === "v:textpath" && this.attribute === "string") this.watermark += String.fromCodePoint(codePoint);
	}

	onattribend(): void {}
	oncomment(): void {}
	ondeclaration(): void {}
	onprocessinginstruction(): void {}
	onend(): void {}

	private open(): void {
		if (this.unseen > 0) return;
		if (TABS.has(this.name)) this.line += "\t";
		else if (BREAKS.has(this.name)) this.endLine();
		else if (this.name === "text:s") this.line += " ";
		else if (this.watermark !== "") {
			this.endLine();
			this.line = this.watermark;
			this.endLine();
		}
	}

	private add(text: string): void {
		if (this.unseen === 0 && this.inText > 0) this.line += text;
	}

	private endLine(): void {
		this.lines.push(this.line.replace(/[^\S\t]+/gu, " ").trim());
		this.line = "";
	}
}
