/** What stands at the head and foot of every page: artifacts, so that a screen reader doesn't read them on each. */
import type { ReportDocument } from "../document.ts";
import { shortened } from "../plain-line.ts";
import { COLOUR, LINE_GAP, MARGINS, SIZE } from "./page-setting.ts";
import type { Sheet } from "./sheet.ts";

const HEAD_Y = 30;
const FOOT_BELOW_TEXT = 26;
const NUMBER_WIDTH = 80;
/** More would not stand on one line beside the number. */
const RUNNING_CHARACTERS = 90;

/** When everything is set, since only then it is known how many pages there are. */
export function setRunning(sheet: Sheet, { banner, running }: ReportDocument): void {
	const { pdf } = sheet;
	const { start, count } = pdf.bufferedPageRange();
	for (let index = start; index < start + count; index++) {
		pdf.switchToPage(index);
		// Otherwise text below the margin would begin a page of its own.
		pdf.page.margins = { ...MARGINS, bottom: 0, top: 0 };
		const look = { size: SIZE.running, colour: COLOUR.secondary };
		if (banner !== undefined) {
			sheet.artifact(() => writeAt(sheet, HEAD_Y, banner, { ...look, bold: true, colour: COLOUR.breach }), top());
		}
		const y = pdf.page.height - MARGINS.bottom + FOOT_BELOW_TEXT;
		sheet.artifact(() => {
			writeAt(sheet, y, shortened(running, RUNNING_CHARACTERS), { ...look, width: sheet.width - NUMBER_WIDTH });
			const x = MARGINS.left + sheet.width - NUMBER_WIDTH;
			writeAt(sheet, y, `Page ${index + 1} of ${count}`, { ...look, x, width: NUMBER_WIDTH, align: "right" });
		}, bottom());
	}
}

function writeAt(sheet: Sheet, y: number, text: string, look: Parameters<Sheet["write"]>[1]): void {
	sheet.pdf.y = y - LINE_GAP;
	sheet.write(text, look);
}

const top = () => ({ type: "Pagination", attached: ["Top"] });
const bottom = () => ({ type: "Pagination", attached: ["Bottom"] });
