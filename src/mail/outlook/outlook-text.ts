/** What .msg files and .pst share: which text is the message's, and which addresses are addresses. */
import { rtfToText } from "../documents/rtf.ts";
import { decompressRtf } from "./compressed-rtf.ts";

/** Bytes of unpacked rich text for each character that it may give. */
const RTF_BYTES_A_CHARACTER = 16;

export function isSmtp(type: string | undefined): boolean {
	return type?.toUpperCase() === "SMTP";
}

/** The plain text; from rich text where there is neither plain text nor HTML. */
export function plainOf(
	body: string | undefined,
	html: string | undefined,
	compressedRtf: Uint8Array | undefined,
	maxCharacters: number,
): string | undefined {
	if (body !== undefined && body.trim() !== "") return body.replace(/\r\n?/gu, "\n");
	if (html !== undefined || compressedRtf === undefined || compressedRtf.length === 0) return undefined;
	const rtf = decompressRtf(Buffer.from(compressedRtf), maxCharacters * RTF_BYTES_A_CHARACTER);
	return rtfToText(rtf, maxCharacters) || undefined;
}
