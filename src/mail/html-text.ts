/** Text of an attached HTML file. The HTML of a message's own body is read by the text layer, which knows quotes. */
import { Parser } from "htmlparser2";

const BLOCKS = new Set(
	"address article aside blockquote br dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul title".split(
		" ",
	),
);
const UNSEEN = new Set(["script", "style", "template", "noscript", "head"]);

/** One line for each block, cells separated by a tab. Titles, scripts and styles are left out. Never throws. */
export function htmlToText(html: string, maxCharacters: number): string {
	const lines: string[] = [];
	let line = "";
	let length = 0;
	let unseen = 0;
	const endLine = (): void => {
		const text = line.replace(/[^\S\t]+/gu, " ").trim();
		line = "";
		if (text === "" && (lines.length === 0 || lines.at(-1) === "")) return;
		lines.push(text);
		length += text.length + 1;
	};
	const parser = new Parser({
		onopentagname(name) {
			if (UNSEEN.has(name)) unseen++;
			else if (BLOCKS.has(name)) endLine();
			else if (name === "td" || name === "th") line += "\t";
		},
		onclosetag(name) {
			if (UNSEEN.has(name)) unseen--;
			else if (BLOCKS.has(name) && name !== "br") endLine();
		},
		ontext(text) {
			if (unseen <= 0 && length < maxCharacters) line += text.replace(/\s+/gu, " ");
		},
	});
	parser.write(html);
	parser.end();
	endLine();
	return lines.join("\n").trim().slice(0, maxCharacters);
}

export function escapeHtml(text: string): string {
	return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");
}
