/** Text of a rich text file (RTF), which older council systems send letters as. */
import { decodeText } from "../charset.ts";

/** Groups that hold settings and pictures, not text. */
const UNSEEN = new Set(
	"fonttbl colortbl stylesheet info pict object themedata colorschememapping datastore latentstyles listtable listoverridetable rsidtbl generator xmlnstbl filetbl revtbl bkmkstart bkmkend fldinst mmathPr".split(
		" ",
	),
);
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/giu;

interface Group {
	readonly unseen: boolean;
	/** How many characters stand in for one \u character. */
	readonly skip: number;
}

/** One line a paragraph. Headers and footers come where they stand in the file. */
export function rtfToText(rtf: string, maxCharacters: number): string {
	const codePage = /\\ansicpg(\d+)/u.exec(rtf)?.[1] ?? "1252";
	const outer: Group[] = [];
	let group: Group = { unseen: false, skip: 1 };
	let text = "";
	let toSkip = 0;
	let pending: number[] = [];
	const flushBytes = (): void => {
		if (pending.length > 0) text += decodeText(Buffer.from(pending), `windows-${codePage}`);
		pending = [];
	};
	for (const match of rtf.matchAll(TOKEN)) {
		if (text.length > maxCharacters) break;
		const [, word, number, hex, symbol, brace, run] = match;
		if (hex !== undefined) {
			if (toSkip > 0) toSkip--;
			else if (!group.unseen) pending.push(Number.parseInt(hex, 16));
			continue;
		}
		flushBytes();
		if (brace === "{") outer.push(group);
		else if (brace === "}") group = outer.pop() ?? group;
		else if (symbol === "*" || (word !== undefined && UNSEEN.has(word))) group = { ...group, unseen: true };
		else if (word === "uc") group = { ...group, skip: Number(number ?? 1) };
		else if (!group.unseen && word !== undefined) {
			if (word === "par" || word === "line" || word === "row" || word === "sect" || word === "page") text += "\n";
			else if (word === "tab" || word === "cell") text += "\t";
			else if (word === "u") {
				text += String.fromCharCode(Number(number) & 0xffff);
				toSkip = group.skip;
			} else text += LETTERS[word] ?? "";
		} else if (!group.unseen && symbol !== undefined) {
			if (symbol === "~") text += " ";
			else if (symbol === "\\" || symbol === "{" || symbol === "}") text += symbol;
			else if (symbol === "\n" || symbol === "\r") text += "\n";
		} else if (!group.unseen && run !== undefined) {
			text += run.slice(Math.min(toSkip, run.length));
			toSkip = Math.max(0, toSkip - run.length);
		}
	}
	flushBytes();
	return text.replace(/\n{3,}/gu, "\n\n").trim();
}

const LETTERS: Readonly<Record<string, string>> = {
	lquote: "‘",
	rquote: "’",
	ldblquote: "“",
	rdblquote: "”",
	endash: "–",
	emdash: "—",
	bullet: "•",
};
