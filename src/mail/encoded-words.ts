/** Encoded words of headers (RFC 2047): `=?utf-8?Q?Cllr_Ang=C3=A9?=` → `Cllr Angé`. */
import { decodeText } from "./charset.ts";

/** The text may hold "?" although it should not; its length is bounded so that a hostile header stays linear. */
const WORD = /=\?([^?\s]{1,60})\?([bq])\?(.{0,2000}?)\?=/giu;

interface Run {
	readonly charset: string;
	readonly chunks: Buffer[];
}

/**
 * Decodes all encoded words of an unfolded header value. Neighbouring words of one charset are joined as bytes first,
 * because senders cut characters in two. What is no encoded word stays as it is.
 */
export function decodeWords(value: string): string {
	if (!value.includes("=?")) return value;
	let decoded = "";
	let end = 0;
	let run: Run | undefined;
	const flush = (): void => {
		if (run !== undefined) decoded += decodeText(Buffer.concat(run.chunks), run.charset);
		run = undefined;
	};
	for (const match of value.matchAll(WORD)) {
		const between = value.slice(end, match.index);
		const charset = (match[1] as string).replace(/\*.*$/u, "").toLowerCase();
		if (run === undefined || between.trim() !== "") {
			flush();
			decoded += between;
		} else if (run.charset !== charset) flush();
		run ??= { charset, chunks: [] };
		run.chunks.push(wordBytes(match[2] as string, match[3] as string));
		end = match.index + match[0].length;
	}
	flush();
	return decoded + value.slice(end);
}

function wordBytes(encoding: string, text: string): Buffer {
	if (encoding.toLowerCase() === "b") return Buffer.from(text, "base64");
	const plain = text.replace(/_/gu, " ");
	// Raw 8-bit letters inside a word were decoded with the header; they go back as UTF-8.
	if (!plain.includes("=")) return Buffer.from(plain, "utf8");
	const parts: Buffer[] = [];
	let end = 0;
	for (const match of plain.matchAll(/(?:=[0-9a-f]{2})+/giu)) {
		parts.push(Buffer.from(plain.slice(end, match.index), "utf8"));
		parts.push(Buffer.from(match[0].replace(/=/gu, ""), "hex"));
		end = match.index + match[0].length;
	}
	parts.push(Buffer.from(plain.slice(end), "utf8"));
	return Buffer.concat(parts);
}
