/**
 * HTML to the lines that a reader sees. One pass over the tokens with a stack of our own: no tree, no recursion, no
 * step that looks back over what is open, so that 100,000 nested tables cost what 100,000 paragraphs cost.
 */
import { type QuoteType, Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import { readable } from "../normalise.ts";
import { looksLikeAttribution } from "./attribution.ts";
import { type Effect, readSheet, type Sheet } from "./css.ts";
import { BLOCKS, CELLS, quoteHint, quotes, SCOPES, SPACED, TABLE_PARTS, UNREAD, VOID } from "./html-elements.ts";
import { effectsOn, isSeen, type Look, lookWithin, ROOT_LOOK } from "./html-look.ts";
import { type TextLine, unquote } from "./lines.ts";

export interface HtmlReading {
	readonly lines: readonly TextLine[];
	/** True where some words were left out because no reader sees them. */
	readonly hidesText: boolean;
}

/** Attributes that matter here; the others are not even decoded. */
const READ_ATTRIBUTES = new Set("style class id type cite bgcolor background color hidden start".split(" "));
/** Depth of the element stack beyond which elements are taken as plain text flow. */
const DEEPEST = 200_000;

interface Element {
	readonly name: string;
	readonly look: Look;
	readonly tight: boolean;
	/** Item number of the next `<li>`, for `<ol>`; 0 for `<ul>`. */
	item: number;
}

/** Elements between which closing tags stay local, with the number of each kind that is open there. */
interface Scope {
	readonly owner: number;
	readonly open: Map<string, number>;
}

interface Row {
	breaks: number;
	cells: number;
}

/** Reads an HTML body. Never throws; any string is HTML of some kind. */
export function linesOfHtml(html: string): HtmlReading {
	const sheet: Sheet = new Map();
	const first = new HtmlReader(html, sheet).read();
	return first.lateRules ? new HtmlReader(html, sheet).read() : first;
}

class HtmlReader implements TokenizerCallbacks {
	private readonly html: string;
	private readonly sheet: Sheet;
	private readonly effects = new Map<string, Effect | undefined>();
	private readonly stack: Element[] = [];
	private readonly scopes: Scope[] = [{ owner: -1, open: new Map() }];
	private readonly openParts = new Map<string, number>();
	private readonly rows: Row[] = [];
	private readonly lines: TextLine[] = [];
	private look: Look = ROOT_LOOK;
	private unread = 0;
	private styleText: string | undefined;
	private hidesText = false;
	private lateRules = false;

	private tag = "";
	private attributes: Record<string, string> | undefined;
	private attributeName = "";
	private attributeValue = "";

	/** The line being read. Kept in parts: a string that grows by entities and is looked at each time costs its square. */
	private parts: string[] = [];
	private endsBlank = false;
	private hasInk = false;
	/** Right behind the tab of a new cell: blocks that begin there begin on this line. */
	private freshCell = false;
	private bufferLook: Look = ROOT_LOOK;
	/** Line breaks that are due before the next text: 1 a new line, 2 an empty one between. */
	private due = 0;
	private breaks = 0;
	private ruleDue = false;
	private bufferRule = false;
	private bulletDue = "";

	constructor(html: string, sheet: Sheet) {
		this.html = html;
		this.sheet = sheet;
	}

	read(): HtmlReading & { readonly lateRules: boolean } {
		const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, this);
		tokenizer.write(this.html);
		tokenizer.end();
		this.endLine();
		while (this.lines[this.lines.length - 1]?.text === "") this.lines.pop();
		return { lines: this.lines, hidesText: this.hidesText, lateRules: this.lateRules };
	}

	// Tokens

	onopentagname(start: number, end: number): void {
		this.tag = this.html.slice(start, end).toLowerCase();
		this.attributes = undefined;
	}

	onattribname(start: number, end: number): void {
		const name = this.html.slice(start, end).toLowerCase();
		this.attributeName = READ_ATTRIBUTES.has(name) ? name : "";
		this.attributeValue = "";
	}

	onattribdata(start: number, end: number): void {
		if (this.attributeName !== "") this.attributeValue += this.html.slice(start, end);
	}

	onattribentity(codepoint: number): void {
		if (this.attributeName !== "") this.attributeValue += String.fromCodePoint(codepoint);
	}

	onattribend(_quote: QuoteType): void {
		if (this.attributeName === "") return;
		this.attributes ??= {};
		this.attributes[this.attributeName] ??= this.attributeValue;
	}

	onopentagend(): void {
		this.open(this.tag, this.attributes ?? NO_ATTRIBUTES);
	}

	onselfclosingtag(): void {
		this.open(this.tag, this.attributes ?? NO_ATTRIBUTES);
	}

	onclosetag(start: number, end: number): void {
		const name = this.html.slice(start, end).toLowerCase();
		if (name === "br") this.breakLine();
		else if (name === "p" && (this.scope().open.get("p") ?? 0) === 0) this.blockEdge(2);
		else this.close(name);
	}

	ontext(start: number, end: number): void {
		this.text(this.html.slice(start, end));
	}

	ontextentity(codepoint: number): void {
		this.text(String.fromCodePoint(codepoint));
	}

	oncdata(start: number, end: number, endOffset: number): void {
		this.text(this.html.slice(start, end - endOffset));
	}

	oncomment(): void {}
	ondeclaration(): void {}
	onprocessinginstruction(): void {}
	onend(): void {}

	// Elements

	private scope(): Scope {
		return this.scopes[this.scopes.length - 1] as Scope;
	}

	private open(name: string, attributes: Record<string, string>): void {
		if (name === "br") {
			this.breakLine();
			return;
		}
		if (name === "hr") {
			this.blockEdge(1);
			this.ruleDue = true;
			return;
		}
		if (VOID.has(name)) return;
		this.closeImplied(name);
		const effect = effectsOn(name, attributes, this.sheet, this.effects);
		const tight = effect?.tight ?? /(?:^|\s)Mso|^[sp]\d$/.test(attributes.class ?? "");
		let look = effect === undefined ? this.look : lookWithin(this.look, effect);
		if (name === "pre" || name === "textarea" || name === "listing") look = { ...look, preformatted: true };
		const hint = quoteHint(name, attributes);
		if (hint === "box") look = { ...look, box: look.box + 1 };
		if (hint === "attribution") look = { ...look, attribution: true };
		if (name === "blockquote" && this.isQuote(attributes, effect)) look = { ...look, quoteDepth: look.quoteDepth + 1 };
		if (CELLS.has(name)) this.startCell();
		else if (name === "tr") this.startRow();
		else if (BLOCKS.has(name)) this.blockEdge(SPACED.has(name) && !tight ? 2 : 1);
		if (hint === "rule" || (effect?.ruledAbove === true && name === "div")) this.ruleDue = true;
		if (name === "li") this.bulletDue = this.bullet();
		if (UNREAD.has(name)) this.unread++;
		if (name === "style") this.styleText = "";
		this.push({ name, look, tight, item: name === "ol" ? Number(attributes.start ?? 1) || 1 : 0 });
	}

	/** Where the element itself doesn't tell, a blockquote right below an attribution line quotes. */
	private isQuote(attributes: Record<string, string>, effect: Effect | undefined): boolean {
		const told = quotes(attributes, effect?.bar);
		if (told !== undefined) return told;
		if (this.look.box > 0 || this.look.quoteDepth > 0) return true;
		let last = this.parts.join("");
		for (let index = this.lines.length - 1; last.trim() === "" && index >= 0; index--)
			last = this.lines[index]?.text ?? "";
		return looksLikeAttribution(readable(last));
	}

	private push(element: Element): void {
		const { name } = element;
		this.look = element.look;
		if (this.stack.length >= DEEPEST) return;
		const { open } = this.scope();
		open.set(name, (open.get(name) ?? 0) + 1);
		if (TABLE_PARTS.has(name)) this.openParts.set(name, (this.openParts.get(name) ?? 0) + 1);
		this.stack.push(element);
		if (SCOPES.has(name)) this.scopes.push({ owner: this.stack.length - 1, open: new Map() });
	}

	private pop(): Element | undefined {
		if (this.scope().owner === this.stack.length - 1 && this.scopes.length > 1) this.scopes.pop();
		const element = this.stack.pop();
		if (element === undefined) return undefined;
		const { name } = element;
		const { open } = this.scope();
		open.set(name, (open.get(name) ?? 1) - 1);
		if (TABLE_PARTS.has(name)) this.openParts.set(name, (this.openParts.get(name) ?? 1) - 1);
		this.look = this.stack[this.stack.length - 1]?.look ?? ROOT_LOOK;
		if (UNREAD.has(name)) this.unread--;
		if (name === "style") this.endStyle();
		if (name === "tr") {
			this.rows.pop();
			this.freshCell = false;
		}
		if (BLOCKS.has(name)) this.blockEdge(SPACED.has(name) && !element.tight ? 2 : 1);
		return element;
	}

	private close(name: string): void {
		const isPart = TABLE_PARTS.has(name);
		const isOpen = (isPart ? this.openParts.get(name) : this.scope().open.get(name)) ?? 0;
		if (isOpen === 0) return;
		while (this.stack.length > 0 && this.pop()?.name !== name);
	}

	/** Tags that people and programs leave open: `<p>` before a block, `<li>`, `<td>`, `<tr>` before the next. */
	private closeImplied(name: string): void {
		if (name === "td" || name === "th" || name === "tr") {
			for (let owner = this.owner(); owner !== undefined && owner !== "table"; owner = this.owner()) this.close(owner);
			if (name === "tr" && (this.scope().open.get("tr") ?? 0) > 0) this.close("tr");
		} else if (name === "li") {
			if ((this.scope().open.get("li") ?? 0) > 0) this.close("li");
		} else if (BLOCKS.has(name) && (this.scope().open.get("p") ?? 0) > 0) this.close("p");
	}

	private owner(): string | undefined {
		const { owner } = this.scope();
		return owner < 0 ? undefined : this.stack[owner]?.name;
	}

	private bullet(): string {
		const { owner } = this.scope();
		const list = owner < 0 ? undefined : this.stack[owner];
		return list === undefined || list.item === 0 ? "- " : `${list.item++}. `;
	}

	private endStyle(): void {
		const before = this.sheet.size;
		readSheet(this.styleText ?? "", this.sheet);
		this.styleText = undefined;
		if (this.sheet.size > before && (this.lines.length > 0 || this.parts.length > 0)) this.lateRules = true;
	}

	private startRow(): void {
		this.freshCell = false;
		this.blockEdge(1);
		if (this.parts.length > 0) this.endLine();
		this.rows.push({ breaks: this.breaks, cells: 0 });
	}

	/** Cells of one row stand on one line, a tab between, as long as each is a single line. */
	private startCell(): void {
		const row = this.rows[this.rows.length - 1];
		if (row !== undefined && row.cells++ > 0 && row.breaks === this.breaks && this.hasInk) {
			this.due = 0;
			this.parts.push("\t");
			this.freshCell = true;
			this.endsBlank = true;
		} else this.blockEdge(1);
	}

	// Lines

	private blockEdge(breaks: 1 | 2): void {
		if (!this.freshCell && this.due < breaks) this.due = breaks;
	}

	private breakLine(): void {
		if (this.unread > 0 || this.look.gone) return;
		this.due = this.due === 0 && this.hasInk ? 1 : 2;
	}

	private text(data: string): void {
		if (this.styleText !== undefined) this.styleText += data;
		if (this.unread > 0) return;
		if (this.look.preformatted && data.includes("\n")) {
			const parts = data.split("\n");
			for (const [index, part] of parts.entries()) {
				if (index > 0) this.breakLine();
				this.run(part);
			}
		} else this.run(data);
	}

	private run(data: string): void {
		const collapsed = data.replace(/[ \t\r\n\f]+/g, " ");
		if (collapsed === "") return;
		const empty = this.parts.length === 0;
		if (collapsed === " " && (this.due > 0 || empty || this.endsBlank)) return;
		const ink = collapsed.trim() !== "";
		if (!isSeen(this.look)) {
			if (ink) this.hidesText = true;
			return;
		}
		if (this.due > 0) this.endLine();
		if (this.parts.length === 0) {
			this.bufferLook = this.look;
			this.bufferRule = this.ruleDue;
			this.ruleDue = false;
			this.parts.push(this.bulletDue);
			this.endsBlank = true;
			this.bulletDue = "";
		} else if (this.look.attribution && !this.bufferLook.attribution) this.bufferLook = this.look;
		this.parts.push(this.endsBlank && collapsed.startsWith(" ") ? collapsed.slice(1) : collapsed);
		this.endsBlank = collapsed.endsWith(" ");
		if (ink) {
			this.hasInk = true;
			this.freshCell = false;
		}
	}

	private endLine(): void {
		const { due } = this;
		const buffer = this.parts.join("");
		this.due = 0;
		this.parts = [];
		this.hasInk = false;
		this.endsBlank = false;
		const text = tidy(buffer);
		const { quoteDepth, box, attribution } = this.bufferLook;
		if (text !== "") {
			this.breaks++;
			const rule = this.bufferRule;
			// Some people answer in HTML below lines that still bear the marks of plain text.
			const marked = text.startsWith(">") ? unquote(text) : { depth: 0, text };
			const depth = quoteDepth + marked.depth;
			this.lines.push({
				text: marked.text.trim(),
				quoteDepth: depth,
				box,
				...(rule && { rule }),
				...(attribution && { attribution }),
			});
		} else if (buffer !== "" && this.bufferRule) this.ruleDue = true;
		if ((due === 2 || (text === "" && buffer !== "")) && this.lines.length > 0) {
			if (this.lines[this.lines.length - 1]?.text === "") return;
			const depth = Math.min(quoteDepth, this.look.quoteDepth);
			this.lines.push({ text: "", quoteDepth: depth, box: Math.min(box, this.look.box) });
		}
	}
}

const NO_ATTRIBUTES: Record<string, string> = {};

function tidy(buffer: string): string {
	return readable(buffer)
		.replace(/ +/g, " ")
		.replace(/ ?\t ?/g, "\t")
		.trim();
}
