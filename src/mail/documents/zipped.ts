/** Documents that are zip files: Word (DOCX) and OpenDocument text; for others the reason why they are not read. */
import { strFromU8, unzipSync } from "fflate";
import { DOCUMENT_MAX_UNPACKED_BYTES } from "../limits.ts";
import type { DocumentText } from "./document-text.ts";
import { readDocx } from "./docx.ts";
import { paragraphsOf } from "./markup.ts";

const TOO_LARGE = { notInspected: `swells to more than ${DOCUMENT_MAX_UNPACKED_BYTES / 1024 / 1024} MB` };

/** Reads the document in a zip file. A file that swells beyond the limit is not unpacked. */
export async function readZipped(bytes: Buffer, name: string): Promise<DocumentText> {
	const { names, unpackedBytes } = listZip(bytes);
	if (unpackedBytes > DOCUMENT_MAX_UNPACKED_BYTES) return TOO_LARGE;
	if (names.includes("word/document.xml")) return readDocx(bytes, names);
	if (names.some((entry) => entry.startsWith("xl/"))) return { notInspected: "an Excel workbook: not read yet" };
	if (names.some((entry) => entry.startsWith("ppt/")))
		return { notInspected: "a PowerPoint presentation: not read yet" };
	if (names.includes("mimetype") && names.includes("content.xml")) return readOpenDocument(bytes);
	if (isEncrypted(bytes)) return { notInspected: "encrypted: an archive with a password" };
	if (/\.(docx|docm|odt)$/iu.test(name)) return { notInspected: "a broken document" };
	return { notInspected: "an archive: not opened" };
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

/** Bit 0 of the flags of the first file. */
function isEncrypted(bytes: Buffer): boolean {
	return ((bytes[6] ?? 0) & 1) === 1;
}
