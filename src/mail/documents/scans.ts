/** Pages that are pictures: scanned letters, faxes, photographs of a page. */
import { SCAN_MAX_MS, SCAN_MAX_PIXELS, SCAN_MIN_HEIGHT, SCAN_MIN_WIDTH } from "../limits.ts";
import type { DocumentText, ScanBudget } from "./document-text.ts";
import { pictureSize } from "./picture-size.ts";
import { recognise } from "./recognise.ts";

/** Grey, one byte a pixel, rows from the top. */
export interface GreyPicture {
	readonly width: number;
	readonly height: number;
	readonly pixels: Uint8Array;
}

/** Below it, what comes out is guessed from shadows and leaves. */
const LEAST_CONFIDENCE = 60;
const LEAST_WORDS = 2;
const WORD = /\p{L}{3,}/gu;

/** The text of an attached picture; the reason where it has none or may not be read. */
export async function readPicture(bytes: Buffer, budget: ScanBudget): Promise<DocumentText> {
	const size = pictureSize(bytes);
	if (!budget.scans || size === undefined || !isPage(size)) return { notInspected: "a picture" };
	if (budget.scanPages <= 0 || budget.scanMs <= 0) return { notInspected: "a picture: not read, there are too many" };
	const text = await readPage(bytes, budget);
	if (text === undefined) return { notInspected: "a picture: not read in time" };
	return text === "" ? { notInspected: "a picture without text that can be read" } : { text, recognised: text };
}

/**
 * The text of one page that is a picture: "" where there is none, undefined where it was not read.
 * Takes the page and its time from the budget.
 */
export async function readPage(picture: Buffer, budget: ScanBudget): Promise<string | undefined> {
	if (budget.scanPages <= 0 || budget.scanMs <= 0) return undefined;
	budget.scanPages--;
	const started = performance.now();
	const found = await recognise(picture, Math.min(budget.scanMs, SCAN_MAX_MS));
	budget.scanMs -= performance.now() - started;
	if (found === undefined) return undefined;
	const words = found.text.match(WORD)?.length ?? 0;
	return found.confidence >= LEAST_CONFIDENCE && words >= LEAST_WORDS ? found.text : "";
}

/** Large enough to be read, and not too large to be unpacked. */
export function isPage({ width, height }: { readonly width: number; readonly height: number }): boolean {
	return width >= SCAN_MIN_WIDTH && height >= SCAN_MIN_HEIGHT && width * height <= SCAN_MAX_PIXELS;
}

/** As a portable grey map (PGM), which needs no packing. */
export function asPgm({ width, height, pixels }: GreyPicture): Buffer {
	return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels]);
}
