/** Paragraphs of the XML that Word and OpenDocument write. */
import { Parser } from "htmlparser2";

const PARAGRAPHS = new Set(["w:p", "text:p", "text:h"]);
const TABS = new Set(["w:tab", "text:tab", "w:tc", "table:table-cell"]);
const BREAKS = new Set(["w:br", "w:cr", "text:line-break"]);
/** Text that stands in these is no text of the page; a fallback repeats what stands before it. */
const UNSEEN = new Set([
	"w:instrtext",
	"w:deltext",
	"w:del",
	"mc:fallback",
	"office:annotation",
	"text:tracked-changes",
]);

/** One line a paragraph, empty ones left out at both ends. Watermarks (the text on a VML path) are lines too. */
export function paragraphsOf(xml: string): string {
	const lines: string[] = [];
	let line = "";
	let unseen = 0;
	const endLine = (): void => {
		lines.push(line.replace(/[^\S\t]+/gu, " ").trim());
		line = "";
	};
	const parser = new Parser(
		{
			onopentag(rawName, attributes) {
				const name = rawName.toLowerCase();
				if (UNSEEN.has(name)) unseen++;
				else if (TABS.has(name)) line += "\t";
				else if (BREAKS.has(name)) endLine();
				else if (name === "text:s") line += " ";
				else if (name === "v:textpath" && attributes.string !== undefined) {
					endLine();
					line = attributes.string;
					endLine();
				}
			},
			onclosetag(rawName) {
				const name = rawName.toLowerCase();
				if (UNSEEN.has(name)) unseen--;
				else if (PARAGRAPHS.has(name)) endLine();
			},
			ontext(text) {
				if (unseen === 0) line += text;
			},
		},
		{ xmlMode: true, decodeEntities: true },
	);
	parser.write(xml);
	parser.end();
	endLine();
	return lines
		.join("\n")
		.replace(/\n{3,}/gu, "\n\n")
		.trim();
}
