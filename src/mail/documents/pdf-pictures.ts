/** The picture of a scanned page of a PDF, from the images that stand on it. */
import type { PDFDocumentProxy } from "unpdf/pdfjs";
import { asPgm, type GreyPicture, isPage } from "./scans.ts";

/** Some scanners cut a page into strips. */
const STRIPS_MAX = 200;

interface Image {
	readonly data: Uint8ClampedArray | Uint8Array;
	readonly width: number;
	readonly height: number;
	readonly channels: number;
}

/** Undefined where the page has no picture of a page's size. Throws where its images cannot be unpacked. */
export async function pictureOfPage(pdf: PDFDocumentProxy, page: number): Promise<Buffer | undefined> {
	const { extractImages } = await import("unpdf");
	const images = (await extractImages(pdf, page)).slice(0, STRIPS_MAX);
	const picture = joined(images);
	return picture !== undefined && isPage(picture) ? asPgm(picture) : undefined;
}

/** Strips of one width, in their order, are one picture; otherwise the largest is the page. */
function joined(images: readonly Image[]): GreyPicture | undefined {
	const [first] = images;
	if (first === undefined) return undefined;
	if (images.length > 1 && images.every(({ width }) => width === first.width)) {
		const strips = images.map(grey);
		const height = strips.reduce((sum, strip) => sum + strip.height, 0);
		return { width: first.width, height, pixels: Buffer.concat(strips.map(({ pixels }) => pixels)) };
	}
	return grey(images.toSorted((a, b) => b.width * b.height - a.width * a.height)[0] ?? first);
}

/** Luma of red, green and blue in 256ths. */
function grey({ data, width, height, channels }: Image): GreyPicture {
	const pixels = new Uint8Array(width * height);
	for (let at = 0, from = 0; at < pixels.length; at++, from += channels) {
		const red = data[from] ?? 255;
		pixels[at] = channels < 3 ? red : (red * 77 + (data[from + 1] ?? 255) * 150 + (data[from + 2] ?? 255) * 29) >> 8;
	}
	return { width, height, pixels };
}
