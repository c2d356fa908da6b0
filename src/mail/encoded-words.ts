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
		const [, , encoding, text] = match as unknown as readonly [string, string, string, string];
		if (/[^\0-\x7f]/u.test(text)) {
			// Raw 8-bit letters inside a word were decoded with the header already.
			flush();
			decoded += decodeMixed(text, charset);
		} else {
			run ??= { charset, chunks: [] };
			run.chunks.push(wordBytes(encoding, text));
		}
		end = match.index + match[0].length;
	}
	flush();
	return decoded + value.slice(end);
}

function wordBytes(encoding: string, text: string): Buffer {
	if (encoding.toLowerCase() === "b") return Buffer.from(text, "base64");
	const bytes = text
		.replace(/_/gu, " ")
		.replace(/=([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
	return Buffer.from(bytes, "latin1");
}

function decodeMixed(text: string, charset: string): string {
	return text
		.replace(/_/gu, " ")
		.replace(/(?:=[0-9a-f]{2})+/giu, (run) => decodeText(Buffer.from(run.replace(/=/gu, ""), "hex"), charset));
}
