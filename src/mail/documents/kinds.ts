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
	[/ms-tnef|vnd\.ms-tnef/u, "a broken winmail.dat container"],
	[/ms-outlook/u, "a broken Outlook message file"],
];
const BY_NAME: readonly (readonly [RegExp, string])[] = [
	[/\.(png|jpe?g|gif|bmp|tiff?|webp|heic|svg|ico|emf|wmf)$/iu, "a picture"],
	[/\.(mp3|wav|m4a|ogg|amr|wma)$/iu, "a sound recording"],
	[/\.(mp4|mov|avi|wmv|mkv|webm)$/iu, "a video"],
	[/\.p7s$/iu, "a digital signature"],
	[/\.p7m$/iu, "encrypted or signed as a whole (S/MIME)"],
	[/\.(pgp|gpg|asc)$/iu, "encrypted or signed (PGP)"],
	[/\.rpmsg$/iu, "encrypted by rights management"],
	[/^winmail\.dat$/iu, "a broken winmail.dat container"],
	[/\.msg$/iu, "a broken Outlook message file"],
	[/\.do[ct]$/iu, "a broken document"],
	[/\.xl[st]$/iu, "an Excel 97 workbook: not read"],
	[/\.pp[st]$/iu, "a PowerPoint 97 presentation: not read"],
	[/\.pub$/iu, "a Publisher document: not read"],
	[/\.(7z|rar|tar|gz|tgz|bz2|cab)$/iu, "an archive: not opened"],
	[/\.(exe|dll|scr|com|bat|js|vbs)$/iu, "a program"],
];
const PICTURES: readonly Buffer[] = [
	Buffer.from("89504e47", "hex"),
	Buffer.from("ffd8ff", "hex"),
	Buffer.from("GIF8", "latin1"),
	Buffer.from("49492a00", "hex"),
	Buffer.from("4d4d002a", "hex"),
	Buffer.from("BM", "latin1"),
];

/** Why a file of this kind is not read; undefined for what may be text. */
export function describeUnread(file: DocumentFile): string | undefined {
	const { bytes, contentType, name } = file;
	if (isOle(bytes)) return describeOle(bytes, contentType, name);
	if (/-----BEGIN PGP MESSAGE-----/u.test(bytes.toString("latin1", 0, 1024))) return "encrypted (PGP)";
	const reason = firstFit(BY_TYPE, contentType) ?? firstFit(BY_NAME, name);
	return reason === "a broken document" && looksLikeText(bytes) ? undefined : reason;
}

/** Office 97 files that are not read, and the containers of encrypted newer files. */
function describeOle(bytes: Buffer, contentType: string, name: string): string {
	if (holdsStream(bytes, "EncryptedPackage")) return "encrypted: a document with a password";
	if (/excel/u.test(contentType) || holdsStream(bytes, "Workbook")) return "an Excel 97 workbook: not read";
	return firstFit(BY_NAME, name) ?? "an Office 97 document: not read";
}

export function isPicture(bytes: Buffer): boolean {
	return PICTURES.some((mark) => startsWith(bytes, mark));
}

/** The form in which Office 97 and Outlook save: a file system in a file. */
export function isOle(bytes: Buffer): boolean {
	return startsWith(bytes, OLE);
}

export function isTnef(bytes: Buffer): boolean {
	return startsWith(bytes, TNEF);
}

/** An Outlook message (.msg). */
export function isOutlookMessage(bytes: Buffer): boolean {
	return isOle(bytes) && holdsStream(bytes, "__substg1.0_") && holdsStream(bytes, "__properties_version1.0");
}

/** Whether a compound file has a stream of that name, by the bytes of its directory. */
export function holdsStream(bytes: Buffer, name: string): boolean {
	return bytes.includes(Buffer.from(name, "utf16le"));
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
