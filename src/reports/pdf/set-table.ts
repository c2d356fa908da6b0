/** Tables with their structure: caption, column and row headers, and the header repeated on each further page. */
import type { Column, Table } from "../document.ts";
import { shortened } from "../plain-line.ts";
import { COLOUR, KEPT_WITH_HEADING, MARGINS, SIZE } from "./page-setting.ts";
import type { Look, Sheet } from "./sheet.ts";

const CELL = { pad: 4, gap: 10 } as const;
const LINE_WIDTH = 0.5;
/** A row must fit on a page; what is longer belongs in a list. */
const CELL_CHARACTERS = 600;

interface Place {
	readonly column: Column;
	readonly x: number;
	readonly width: number;
}

export function setTable(sheet: Sheet, table: Table): void {
	const { pdf } = sheet;
	const places = placesOf(table.columns, sheet.width);
	const captionLook = { bold: true };
	const head = heightOfRow(
		sheet,
		places,
		table.columns.map(({ title }) => title),
		true,
	);
	if (sheet.room() < sheet.heightOf(table.caption, captionLook) + head + KEPT_WITH_HEADING) sheet.newPage();
	const element = sheet.element("Table", undefined);
	sheet.element("Caption", () => sheet.write(table.caption, captionLook), element).end();
	pdf.y += CELL.pad;
	const titles = table.columns.map(({ title }) => title);
	const top = sheet.element("THead", undefined, element);
	setRow(
		sheet,
		places,
		titles,
		{ bold: true },
		(type, draw, row) => sheet.element(type, draw, row, { scope: "Column" }),
		sheet.element("TR", undefined, top),
		"all",
	);
	top.end();
	const body = sheet.element("TBody", undefined, element);
	for (const [index, cells] of table.rows.entries()) {
		const bold = table.total === true && index === table.rows.length - 1;
		if (sheet.room() < heightOfRow(sheet, places, cells, bold)) {
			sheet.newPage();
			sheet.artifact(() => drawRow(sheet, places, titles, { bold: true }));
		}
		const row = sheet.element("TR", undefined, body);
		setRow(
			sheet,
			places,
			cells,
			{ bold },
			(type, draw, parent) => sheet.element(type, draw, parent, type === "TH" ? { scope: "Row" } : {}),
			row,
			"first",
		);
	}
	body.end();
	element.end();
	pdf.y += CELL.gap;
}

type Cell = (type: "TH" | "TD", draw: () => void, row: PDFKit.PDFStructureElement) => PDFKit.PDFStructureElement;

function setRow(
	sheet: Sheet,
	places: readonly Place[],
	cells: readonly string[],
	look: Look,
	cell: Cell,
	row: PDFKit.PDFStructureElement,
	headers: "all" | "first",
): void {
	const { pdf } = sheet;
	const { y } = pdf;
	const height = heightOfRow(sheet, places, cells, look.bold === true);
	for (const [index, place] of places.entries()) {
		pdf.y = y + CELL.pad;
		const type = headers === "all" || index === 0 ? "TH" : "TD";
		cell(type, () => sheet.write(textOf(cells, index), { ...lookOf(place), ...look }), row).end();
	}
	row.end();
	pdf.y = y + height;
	sheet.artifact(() => line(sheet, pdf.y));
}

function drawRow(sheet: Sheet, places: readonly Place[], cells: readonly string[], look: Look): void {
	const { pdf } = sheet;
	const { y } = pdf;
	const height = heightOfRow(sheet, places, cells, true);
	for (const [index, place] of places.entries()) {
		pdf.y = y + CELL.pad;
		sheet.write(textOf(cells, index), { ...lookOf(place), ...look });
	}
	pdf.y = y + height;
	line(sheet, pdf.y);
}

function line({ pdf, width }: Sheet, y: number): void {
	pdf
		.lineWidth(LINE_WIDTH)
		.moveTo(MARGINS.left, y)
		.lineTo(MARGINS.left + width, y)
		.stroke(COLOUR.line);
}

function heightOfRow(sheet: Sheet, places: readonly Place[], cells: readonly string[], bold: boolean): number {
	const heights = places.map((place, index) => sheet.heightOf(textOf(cells, index), { ...lookOf(place), bold }));
	return Math.max(...heights) + 2 * CELL.pad;
}

function textOf(cells: readonly string[], index: number): string {
	return shortened(cells[index] ?? "", CELL_CHARACTERS);
}

function lookOf({ column, x, width }: Place): Look {
	return { x, width, size: SIZE.table, align: column.numeric ? "right" : "left" };
}

function placesOf(columns: readonly Column[], width: number): readonly Place[] {
	const shares = columns.map(({ share = 1 }) => share);
	const whole = shares.reduce((sum, share) => sum + share, 0);
	const free = width - CELL.gap * (columns.length - 1);
	let x: number = MARGINS.left;
	return columns.map((column, index) => {
		const own = (free * (shares[index] ?? 1)) / whole;
		const place = { column, x, width: own };
		x += own + CELL.gap;
		return place;
	});
}
