/** Bytes → text, for charsets that mail declares, forgets or gets wrong. */
import { TextDecoder } from "node:util";

/** Names that mail uses and the Encoding Standard does not know. */
const ALIASES: Readonly<Record<string, string>> = {
	cp932: "shift_jis",
	"windows-932": "shift_jis",
	cp936: "gbk",
	cp949: "euc-kr",
	"windows-949": "euc-kr",
	cp950: "big5",
	"utf-8-mac": "utf-8",
	"ansi_x3.110-1983": "windows-1252",
	"x-unknown": "utf-8",
};

const decoders = new Map<string, TextDecoder | undefined>();
const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/** The decoder for a declared charset; undefined for a name that nobody knows. */
function decoderFor(charset: string): TextDecoder | undefined {
	const label = charset
		.trim()
		.toLowerCase()
		.replace(/^(win|windows)-?(125\d)$/u, "windows-$2");
	const known = decoders.get(label);
	if (known !== undefined || decoders.has(label)) return known;
	let decoder: TextDecoder | undefined;
	try {
		decoder = new TextDecoder(ALIASES[label] ?? label);
	} catch {
		decoder = undefined;
	}
	// The names come from outside: keep the map from growing with them.
	if (decoders.size < 200) decoders.set(label, decoder);
	return decoder;
}

/** UTF-8 where the bytes are UTF-8, else Windows-1252, which every byte can be. */
export function decodeUndeclared(bytes: Uint8Array): string {
	try {
		return STRICT_UTF8.decode(bytes);
	} catch {
		const lossy = new TextDecoder("utf-8").decode(bytes);
		// A long UTF-8 text with one broken byte stays UTF-8; "£" alone in an old letter does not.
		return looksBroken(lossy) ? windows1252(bytes) : lossy;
	}
}

/** Text of `bytes` in the declared charset, corrected where the declaration cannot be true. Never throws. */
export function decodeText(bytes: Uint8Array, charset: string | undefined): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
	const decoder = charset === undefined ? undefined : decoderFor(charset);
	if (decoder === undefined || decoder.encoding === "utf-8") return decodeUndeclared(bytes);
	return decoder.decode(bytes);
}

/** True for text in which bytes were lost and nothing beyond ASCII was read: the charset was another one. */
export function looksBroken(text: string): boolean {
	return text.includes("\uFFFD") && !/[\u0080-\uFFFC]/u.test(text.replace(/\uFFFD/gu, ""));
}

function windows1252(bytes: Uint8Array): string {
	return (decoderFor("windows-1252") as TextDecoder).decode(bytes);
}
