/** Text of a PowerPoint presentation (PPTX): the slides in order, each with its notes. */
import { strFromU8, unzipSync } from "fflate";
import type { DocumentText } from "./document-text.ts";
import { paragraphsOf } from "./markup.ts";

const PAGE = /^ppt\/(slides\/slide|notesSlides\/notesSlide)(\d+)\.xml$/u;

export function readPresentation(bytes: Buffer): DocumentText {
	const files = unzipSync(bytes, { filter: ({ name }) => PAGE.test(name) });
	const pages = Object.keys(files)
		.map((name) => ({ name, number: Number(PAGE.exec(name)?.[2] ?? 0), notes: name.includes("notes") ? 1 : 0 }))
		.sort((a, b) => a.number - b.number || a.notes - b.notes);
	const text = pages
		.map(({ name }) => paragraphsOf(strFromU8(files[name] ?? new Uint8Array())))
		.filter((page) => page !== "")
		.join("\n\n");
	return text === "" ? { notInspected: "no text in it" } : { text };
}
