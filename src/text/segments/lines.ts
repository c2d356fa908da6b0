/** Lines of a body, and plain text to lines. */
import { readable } from "../normalise.ts";

/** One line as a reader sees it, with what the mail program told of the thread around it. */
export interface TextLine {
	/** Without quote marks, trimmed; "" is an empty line. */
	readonly text: string;
	/** Blockquotes or ">" marks around it. */
	readonly quoteDepth: number;
	/** HTML elements around it that hold a quoted thread whole (Gmail's, Yahoo's, …); 0 in plain text. */
	readonly box: number;
	/** A rule or a mail program's own mark stands above: a header block may follow. */
	readonly rule?: true;
	/** The mail program marked it as its "On … wrote:" line. */
	readonly attribution?: true;
}

/** Beyond this depth quotes are as good as lost, and a line of ">>>>…" is no quote. */
const DEEPEST_QUOTE = 60;

/** Takes ">" marks off the front: "> > text" has depth 2. A lone ">" before a word counts, "->" and ">_<" do not. */
export function unquote(line: string): { readonly depth: number; readonly text: string } {
	let depth = 0;
	let at = 0;
	for (let index = 0; index < line.length; index++) {
		const char = line.charCodeAt(index);
		if (char === 0x3e) {
			depth++;
			at = index + 1;
		} else if (char !== 0x20) break;
	}
	if (depth === 0 || depth > DEEPEST_QUOTE) return { depth: 0, text: line };
	return { depth, text: line.slice(at) };
}

/** Lines of a text/plain body, with the breaks taken out that only a mail program's column width put in. */
export function linesOfPlain(plain: string): TextLine[] {
	const lines: TextLine[] = [];
	for (const raw of readable(plain).split("\n")) {
		const { depth, text } = unquote(raw);
		const trimmed = text.trim();
		if (trimmed === "" && lines[lines.length - 1]?.text === "") continue;
		lines.push({ text: trimmed.replace(/ {2,}/g, " "), quoteDepth: depth, box: 0 });
	}
	return unwrap(lines);
}

/** Nobody sets a narrower column than this; a line longer than the wide one was never wrapped. */
const NARROW_COLUMN = 60;
const WIDE_COLUMN = 100;
/** What is left over when a quoted line is wrapped a second time, without a mark. */
const LONGEST_REMNANT = 24;
const BEGINS_ANEW = /^(?:[-*\u2022\u00b7]\s|\(?\d{1,3}[.)]\s|\p{L}[\p{L} ]{0,20}:|[-_=*]{3})/u;

function unwrap(lines: readonly TextLine[]): TextLine[] {
	const columns = columnsOf(lines);
	const joined: TextLine[] = [];
	let parts: string[] = [];
	for (const [index, line] of lines.entries()) {
		const before = lines[index - 1];
		if (before !== undefined && isWrapped(before, line, lines[index + 1], columns)) parts.push(line.text);
		else {
			endJoin(joined, parts);
			joined.push(line);
			parts = [line.text];
		}
	}
	endJoin(joined, parts);
	return joined;
}

function endJoin(joined: TextLine[], parts: readonly string[]): void {
	const first = joined[joined.length - 1];
	if (first !== undefined && parts.length > 1) joined[joined.length - 1] = { ...first, text: parts.join(" ") };
}

/** The column at which each depth of quoting was wrapped; none where it was not. */
function columnsOf(lines: readonly TextLine[]): ReadonlyMap<number, number> {
	const longest = new Map<number, number>();
	for (const { text, quoteDepth } of lines) {
		if (text.includes(" ")) longest.set(quoteDepth, Math.max(longest.get(quoteDepth) ?? 0, text.length));
	}
	for (const [depth, length] of longest) if (length < NARROW_COLUMN || length > WIDE_COLUMN) longest.delete(depth);
	return longest;
}

function isWrapped(
	before: TextLine,
	line: TextLine,
	next: TextLine | undefined,
	columns: ReadonlyMap<number, number>,
): boolean {
	if (line.text === "" || before.text === "" || BEGINS_ANEW.test(line.text)) return false;
	const space = line.text.indexOf(" ");
	const firstWord = space < 0 ? line.text.length : space;
	if (line.quoteDepth !== before.quoteDepth) {
		const goesOn = next !== undefined && next.quoteDepth === before.quoteDepth && next.text !== "";
		return (
			goesOn && line.quoteDepth < before.quoteDepth && line.text.length <= LONGEST_REMNANT && before.text.length >= 55
		);
	}
	const column = columns.get(line.quoteDepth);
	return column !== undefined && before.text.length >= NARROW_COLUMN - 8 && before.text.length + 1 + firstWord > column;
}
