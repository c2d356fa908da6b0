/** Headings, paragraphs, lists and the rows of findings, set on the pages one below the other. */
import type { Block } from "../document.ts";
import type { FindingRow } from "../finding-shown.ts";
import { COLOUR, KEPT_WITH_HEADING, LABEL_WIDTH, MARGINS, SIZE } from "./page-setting.ts";
import { setTable } from "./set-table.ts";
import type { Sheet } from "./sheet.ts";

const SPACE = { paragraph: 6, heading: 14, subheading: 10, item: 3, row: 4 } as const;
const BULLET_INDENT = 14;
/** A row begins on the next page where not even two lines of it fit. */
const ROW_START = 30;

export function setBlocks(sheet: Sheet, blocks: readonly Block[]): void {
	for (const block of blocks) {
		switch (block.kind) {
			case "heading":
				setHeading(sheet, block);
				break;
			case "paragraph":
				sheet.element("P", () =>
					sheet.write(block.text, {
						bold: block.look === "strong",
						size: block.look === "lead" ? SIZE.lead : SIZE.body,
						colour: block.look === "secondary" ? COLOUR.secondary : COLOUR.text,
					}),
				);
				sheet.pdf.y += SPACE.paragraph;
				break;
			case "list":
				setList(sheet, block.items);
				break;
			case "rows":
				setRows(sheet, block.rows);
				break;
			case "table":
				setTable(sheet, block);
		}
	}
}

function setHeading(sheet: Sheet, { level, text, weight }: Extract<Block, { kind: "heading" }>): void {
	const { pdf } = sheet;
	const look = { size: level === 2 ? SIZE.h2 : SIZE.h3, bold: true, colour: COLOUR[weight ?? "text"] };
	if (sheet.room() < sheet.heightOf(text, look) + KEPT_WITH_HEADING) sheet.newPage();
	else if (pdf.y > MARGINS.top) pdf.y += level === 2 ? SPACE.heading : SPACE.subheading;
	if (level === 2) pdf.outline.addItem(text);
	sheet.element(`H${level}`, () => sheet.write(text, look));
	pdf.y += SPACE.item;
}

function setList(sheet: Sheet, items: readonly string[]): void {
	const list = sheet.element("L", undefined);
	for (const item of items) {
		if (sheet.room() < ROW_START) sheet.newPage();
		const { y } = sheet.pdf;
		const line = sheet.element("LI", undefined, list);
		sheet.element("Lbl", () => sheet.write("•", { width: BULLET_INDENT }), line).end();
		sheet.pdf.y = y;
		const look = { x: MARGINS.left + BULLET_INDENT, width: sheet.width - BULLET_INDENT };
		sheet.element("LBody", () => sheet.write(item, look), line).end();
		line.end();
		sheet.pdf.y += SPACE.item;
	}
	list.end();
	sheet.pdf.y += SPACE.paragraph - SPACE.item;
}

/** Labels to the left, what they say beside them. */
function setRows(sheet: Sheet, rows: readonly FindingRow[]): void {
	const { pdf } = sheet;
	const list = sheet.element("L", undefined);
	for (const { label, lines, suggested } of rows) {
		if (sheet.room() < ROW_START) sheet.newPage();
		const { y } = pdf;
		const item = sheet.element("LI", undefined, list);
		const labelLook = { width: LABEL_WIDTH - 8, bold: true, size: SIZE.table };
		sheet.element("Lbl", () => sheet.write(label, labelLook), item).end();
		const below = pdf.y;
		pdf.y = y;
		const page = pdf.bufferedPageRange().count;
		const look = { x: MARGINS.left + LABEL_WIDTH, width: sheet.width - LABEL_WIDTH, size: SIZE.table };
		const body = sheet.element("LBody", undefined, item);
		for (const line of lines) {
			sheet
				.element("P", () => sheet.write(line, { ...look, ...(suggested ? { colour: COLOUR.secondary } : {}) }), body)
				.end();
		}
		body.end();
		item.end();
		if (pdf.bufferedPageRange().count === page) pdf.y = Math.max(pdf.y, below);
		pdf.y += SPACE.row;
	}
	list.end();
	pdf.y += SPACE.paragraph;
}
