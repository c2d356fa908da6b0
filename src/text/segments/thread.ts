/** Takes the lines of a body apart into the messages they hold: the sender's own, and those quoted inside. */
import { attributionAt, readAttribution } from "./attribution.ts";
import type { TextLine } from "./lines.ts";
import { dividerIn, headerBlockAt, isRuleLine, type QuotedHeader } from "./quote-headers.ts";

/** One message of the thread. */
export interface ThreadNode {
	readonly opened: "top" | "marks" | "attribution" | "header" | "divider";
	readonly via: "quoted" | "forwarded";
	readonly header?: QuotedHeader;
	readonly attributionLine?: string;
	/** Its own lines; `after` counts the quotes that stand above a line. */
	readonly own: OwnLine[];
	readonly children: ThreadNode[];
	/** Number of times that its own text gave way to a quote. */
	runs: number;
}

interface OwnLine {
	readonly text: string;
	readonly after: number;
}

/** A node being read: lines shallower than these belong to a node further out. */
interface Frame {
	readonly node: ThreadNode;
	depth: number;
	minDepth: number;
	readonly minBox: number;
}

/** Threads nest no deeper than this; what is deeper is read as part of the last one. */
const DEEPEST_THREAD = 200;

export function threadOf(lines: readonly TextLine[], zone?: string): ThreadNode {
	return new ThreadReader(lines, zone).read();
}

class ThreadReader {
	private readonly lines: readonly TextLine[];
	private readonly zone: string | undefined;
	private readonly root: ThreadNode = node({ opened: "top", via: "quoted" });
	private readonly frames: Frame[] = [{ node: this.root, depth: 0, minDepth: 0, minBox: 0 }];
	private ruled = false;

	constructor(lines: readonly TextLine[], zone: string | undefined) {
		this.lines = lines;
		this.zone = zone;
	}

	read(): ThreadNode {
		for (let index = 0; index < this.lines.length; ) index = this.line(index);
		return this.root;
	}

	private top(): Frame {
		return this.frames[this.frames.length - 1] as Frame;
	}

	private line(index: number): number {
		const line = this.lines[index] as TextLine;
		if (line.text === "") {
			this.own("");
			return index + 1;
		}
		while (this.frames.length > 1 && (line.quoteDepth < this.top().minDepth || line.box < this.top().minBox))
			this.frames.pop();
		if (line.rule === true) this.ruled = true;
		const opened = this.opening(index, line);
		if (opened !== undefined) return opened;
		while (line.quoteDepth > this.top().depth) this.deepen(line);
		if (isRuleLine(line.text)) {
			this.ruled = true;
			this.own(line.text);
			return index + 1;
		}
		// A quote whose first line is a header or an attribution has just been entered: look again at this depth.
		const inside = this.opening(index, line);
		if (inside !== undefined) return inside;
		this.ruled = false;
		this.own(line.text);
		return index + 1;
	}

	private own(text: string): void {
		const { node: at } = this.top();
		at.own.push({ text, after: at.runs });
	}

	/** Where a quoted message begins on this line, opens it and tells where its text begins. */
	private opening(index: number, line: TextLine): number | undefined {
		if (line.quoteDepth !== this.top().depth || this.frames.length >= DEEPEST_THREAD) return undefined;
		const divider = dividerIn(line.text);
		if (divider !== undefined) return this.openDivider(index, line, divider);
		const block = headerBlockAt(this.lines, index, this.ruled, this.zone);
		if (block !== undefined) {
			this.open(node({ opened: "header", via: "quoted", header: block.header }), line, line.quoteDepth);
			return block.end;
		}
		const attribution = attributionAt(this.lines, index);
		if (attribution === undefined) return undefined;
		const next = this.lines[this.nextInk(attribution.end)];
		const quoted = next !== undefined && next.quoteDepth > line.quoteDepth;
		if (!quoted && (!attribution.strong || attribution.before !== undefined)) return undefined;
		if (attribution.before !== undefined) this.own(attribution.before);
		const { from, date } = readAttribution(attribution.line, this.zone);
		const header = { from, to: [], cc: [], ...(date !== undefined && { date }) };
		const opened = node({ opened: "attribution", via: "quoted", header, attributionLine: attribution.line });
		this.open(opened, line, quoted ? next.quoteDepth : line.quoteDepth);
		return attribution.end;
	}

	private openDivider(index: number, line: TextLine, via: "quoted" | "forwarded"): number {
		const start = this.nextInk(index + 1);
		const block = headerBlockAt(this.lines, start, true, this.zone);
		const attribution = block === undefined ? attributionAt(this.lines, start) : undefined;
		const named = attribution === undefined ? undefined : readAttribution(attribution.line, this.zone);
		const header = block?.header ?? (named === undefined ? undefined : { ...named, to: [], cc: [] });
		const end = block?.end ?? attribution?.end ?? index + 1;
		const next = this.lines[this.nextInk(end)];
		const depth = Math.max(line.quoteDepth, block === undefined && next !== undefined ? next.quoteDepth : 0);
		this.open(node({ opened: "divider", via, ...(header !== undefined && { header }) }), line, depth);
		return end;
	}

	private open(child: ThreadNode, line: TextLine, depth: number): void {
		const { node: parent } = this.top();
		parent.children.push(child);
		parent.runs++;
		const minDepth = depth > line.quoteDepth ? line.quoteDepth + 1 : line.quoteDepth;
		this.frames.push({ node: child, depth, minDepth, minBox: line.box });
		this.ruled = false;
	}

	/** A line with more marks than the message around it, and no word of who wrote it. */
	private deepen(line: TextLine): void {
		const top = this.top();
		const { node: at } = top;
		if (this.frames.length >= DEEPEST_THREAD) {
			top.depth = line.quoteDepth;
			return;
		}
		const untouched =
			at.opened !== "top" && at.opened !== "marks" && at.runs === 0 && !at.own.some(({ text }) => text !== "");
		if (untouched) {
			top.minDepth = top.depth + 1;
			top.depth = line.quoteDepth;
			return;
		}
		// Answers between the lines: the quote goes on where it was broken off.
		let child = at.children[at.children.length - 1];
		const goesOn =
			child !== undefined && (child.opened === "marks" || child.opened === "attribution" || child.opened === "divider");
		if (child === undefined || !goesOn) {
			child = node({ opened: "marks", via: "quoted" });
			at.children.push(child);
		}
		at.runs++;
		this.frames.push({ node: child, depth: top.depth + 1, minDepth: top.depth + 1, minBox: 0 });
	}

	private nextInk(index: number): number {
		let next = index;
		while (next < this.lines.length && this.lines[next]?.text === "") next++;
		return next;
	}
}

function node(parts: Omit<ThreadNode, "own" | "children" | "runs">): ThreadNode {
	return { ...parts, own: [], children: [], runs: 0 };
}

/** Whether a node says nothing itself and only stands around the quote in it. */
export function isHollow(thread: ThreadNode): boolean {
	return (
		thread.header === undefined &&
		thread.children.length > 0 &&
		!thread.own.some(({ text }) => text !== "" && !isRuleLine(text))
	);
}
