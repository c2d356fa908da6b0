/** Documents that are zip files: Word, Excel, PowerPoint and OpenDocument; which zip files are archives instead. */
import { strFromU8, unzipSync } from "fflate";
import { DOCUMENT_MAX_UNPACKED_BYTES } from "../limits.ts";
import type { DocumentText } from "./document-text.ts";
import { readDocx } from "./docx.ts";
import { isZip } from "./kinds.ts";
import { paragraphsOf } from "./markup.ts";
import { readPresentation } from "./presentation.ts";
import { readWorkbook } from "./workbook.ts";

const TOO_LARGE = { notInspected: `swells to more than ${DOCUMENT_MAX_UNPACKED_BYTES / 1024 / 1024} MB` };

/** Reads the document in a zip file. A file that swells beyond the limit is not unpacked. */
export async function readZipped(bytes: Buffer, name: string): Promise<DocumentText> {
	const { names, unpackedBytes } = listZip(bytes);
	if (unpackedBytes > DOCUMENT_MAX_UNPACKED_BYTES) return TOO_LARGE;
	if (names.includes("word/document.xml")) return readDocx(bytes, names);
	if (names.includes("xl/workbook.xml")) return readWorkbook(bytes, names);
	if (names.includes("ppt/presentation.xml")) return readPresentation(bytes);
	if (names.includes("mimetype") && names.includes("content.xml")) return readOpenDocument(bytes);
	if (names.includes("xl/workbook.bin")) return { notInspected: "a binary Excel workbook: not read" };
	return { notInspected: DOCUMENT_NAME.test(name) ? "a broken document" : "a zip file of an unknown kind" };
}

const DOCUMENT_NAME = /\.(do[ct][xm]|xls[xmb]|pp[ts][xm]|od[tspg]|ott|pages|numbers|key|epub)$/iu;
/** Entries that only documents have, whatever the file is called. */
const DOCUMENT_ENTRIES = /^(word|xl|ppt)\/|^\[Content_Types\]\.xml$|^META-INF\/manifest\.xml$|^Index\/Document\.iwa$/u;

/** Whether a zip file is a folder of files rather than one document. Never throws. */
export function isArchive(bytes: Buffer, name: string): boolean {
	if (!isZip(bytes) || DOCUMENT_NAME.test(name)) return false;
	try {
		return !listZip(bytes).names.some((entry) => DOCUMENT_ENTRIES.test(entry));
	} catch {
		return false;
	}
}

/** Names and unpacked size by the directory of the archive, without unpacking anything. */
function listZip(bytes: Buffer): { readonly names: readonly string[]; readonly unpackedBytes: number } {
	const names: string[] = [];
	let unpackedBytes = 0;
	unzipSync(bytes, {
		filter({ name, originalSize }) {
			names.push(name);
			unpackedBytes += originalSize;
			return false;
		},
	});
	return { names, unpackedBytes };
}

function readOpenDocument(bytes: Buffer): DocumentText {
	const files = unzipSync(bytes, {
		filter: ({ name }) => ["content.xml", "styles.xml", "META-INF/manifest.xml"].includes(name),
	});
	const entry = (name: string): string => (files[name] === undefined ? "" : strFromU8(files[name]));
	if (entry("META-INF/manifest.xml").includes("encryption-data")) {
		return { notInspected: "encrypted: a document with a password" };
	}
	// Headers and footers of the pages stand in the master styles.
	const master = /<office:master-styles[\s\S]*<\/office:master-styles>/u.exec(entry("styles.xml"))?.[0] ?? "";
	const text = [paragraphsOf(master), paragraphsOf(entry("content.xml"))].filter((part) => part !== "").join("\n\n");
	return text === "" ? { notInspected: "no text in it" } : { text };
}
