/** What a file is, by its first bytes, and the plain reason where files of its kind are not read. */
import type { DocumentFile } from "./document-text.ts";

const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const ZIP = Buffer.from("504b0304", "hex");
const TNEF = Buffer.from("789f3e22", "hex");

/** By media type, then by the end of the name. The first that fits gives the reason. */
const BY_TYPE: readonly (readonly [RegExp, string])[] = [
	[/^image\//u, "a picture"],
	[/^audio\//u, "a sound recording"],
	[/^video\//u, "a video"],
	[/pkcs7-signature|pgp-signature/u, "a digital signature"],
	[/pkcs7-mime/u, "encrypted or signed as a whole (S/MIME)"],
	[/pgp-encrypted/u, "encrypted (PGP)"],
	[/rpmsg/u, "encrypted by rights management"],
	[/ms-tnef|vnd\.ms-tnef/u, "a winmail.dat container: not opened"],
	[/ms-outlook/u, "an Outlook message file: not read yet"],
];
const BY_NAME: readonly (readonly [RegExp, string])[] = [
	[/\.(png|jpe?g|gif|bmp|tiff?|webp|heic|svg|ico|emf|wmf)$/iu, "a picture"],
	[/\.(mp3|wav|m4a|ogg|amr|wma)$/iu, "a sound recording"],
	[/\.(mp4|mov|avi|wmv|mkv|webm)$/iu, "a video"],
	[/\.p7s$/iu, "a digital signature"],
	[/\.p7m$/iu, "encrypted or signed as a whole (S/MIME)"],
	[/\.(pgp|gpg|asc)$/iu, "encrypted or signed (PGP)"],
	[/\.rpmsg$/iu, "encrypted by rights management"],
	[/^winmail\.dat$/iu, "a winmail.dat container: not opened"],
	[/\.msg$/iu, "an Outlook message file: not read yet"],
	[/\.do[ct]$/iu, "a Word 97 document: not read yet"],
	[/\.xl[st]$/iu, "an Excel 97 workbook: not read yet"],
	[/\.pp[st]$/iu, "a PowerPoint 97 presentation: not read yet"],
	[/\.pub$/iu, "a Publisher document: not read yet"],
	[/\.(7z|rar|tar|gz|tgz|bz2|cab)$/iu, "an archive: not opened"],
	[/\.(exe|dll|scr|com|bat|js|vbs)$/iu, "a program"],
];
const PICTURES: readonly Buffer[] = [
	Buffer.from("89504e47", "hex"),
	Buffer.from("ffd8ff", "hex"),
	Buffer.from("GIF8", "latin1"),
	Buffer.from("49492a00", "hex"),
	Buffer.from("4d4d002a", "hex"),
];

/** Why a file of this kind is not read; undefined for what may be text. */
export function describeUnread(file: DocumentFile): string | undefined {
	const { bytes, contentType, name } = file;
	if (startsWith(bytes, OLE)) return describeOle(bytes, contentType, name);
	if (startsWith(bytes, TNEF)) return "a winmail.dat container: not opened";
	if (PICTURES.some((mark) => startsWith(bytes, mark))) return "a picture";
	if (/-----BEGIN PGP MESSAGE-----/u.test(bytes.toString("latin1", 0, 1024))) return "encrypted (PGP)";
	const reason = firstFit(BY_TYPE, contentType) ?? firstFit(BY_NAME, name);
	return reason?.startsWith("a Word 97") && looksLikeText(bytes) ? undefined : reason;
}

/** Office 97 files, Outlook messages, and the containers of encrypted newer files. */
function describeOle(bytes: Buffer, contentType: string, name: string): string {
	if (bytes.includes(Buffer.from("EncryptedPackage", "utf16le"))) return "encrypted: a document with a password";
	if (bytes.includes(Buffer.from("__substg1.0_", "utf16le"))) return "an Outlook message file: not read yet";
	const named = firstFit(BY_NAME, name);
	if (named !== undefined) return named;
	if (/word/u.test(contentType) || bytes.includes(Buffer.from("WordDocument", "utf16le"))) {
		return "a Word 97 document: not read yet";
	}
	if (/excel/u.test(contentType) || bytes.includes(Buffer.from("Workbook", "utf16le"))) {
		return "an Excel 97 workbook: not read yet";
	}
	return "an Office 97 document: not read yet";
}

export function isZip(bytes: Buffer): boolean {
	return startsWith(bytes, ZIP);
}

export function startsWith(bytes: Buffer, mark: Buffer | string): boolean {
	const expected = typeof mark === "string" ? Buffer.from(mark, "latin1") : mark;
	return bytes.subarray(0, expected.length).equals(expected);
}

/** True where the first kilobytes hold no control characters that text does not have; UTF-16 counts by its mark. */
export function looksLikeText(bytes: Buffer): boolean {
	const start = bytes.subarray(0, 4096);
	if (start[0] === 0xff && start[1] === 0xfe) return true;
	if (start[0] === 0xfe && start[1] === 0xff) return true;
	return start.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c);
}

function firstFit(table: readonly (readonly [RegExp, string])[], value: string): string | undefined {
	return table.find(([pattern]) => pattern.test(value))?.[1];
}
