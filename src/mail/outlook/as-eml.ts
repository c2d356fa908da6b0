/** An Outlook message as RFC 5322 text, so that it is read like every other: headers, exclusions, journal reports. */
import { NESTED_MESSAGES_MAX_DEPTH } from "../limits.ts";
import type { OutlookAddress, OutlookFile, OutlookMessage, OutlookRecipient } from "./outlook-message.ts";

const LINE = "\r\n";
const BASE64_LINE = /.{1,76}/gu;
/** These headers describe parts that the export does not have any more. */
const ABOUT_PARTS = /^(?:content-[\w-]+|mime-version)\s*:/iu;
const SENSITIVITIES = ["", "Personal", "Private", "Company-Confidential"];

export function asEml(message: OutlookMessage): Buffer {
	return Buffer.from(textOf(message, 0));
}

function textOf(message: OutlookMessage, depth: number): string {
	return [...headersOf(message), ...bodyOf(message, depth)].join(LINE);
}

function headersOf(message: OutlookMessage): readonly string[] {
	const known = message.recipients.some(({ address }) => address !== "");
	// Exchange may leave nothing but names in them; the recipients themselves are better then.
	const namesAlone = (field: string): boolean => known && /^(?:to|cc|bcc)\s*:[^@]*$/iu.test(field);
	const kept = keptHeaders(message.transportHeaders ?? "").filter((field) => !namesAlone(field));
	const has = (name: string): boolean => kept.some((field) => field.toLowerCase().startsWith(`${name}:`));
	const own: string[] = [];
	const add = (name: string, value: string | undefined): void => {
		if (value && !has(name.toLowerCase())) own.push(`${name}: ${oneLine(value)}`);
	};
	const named = (way: OutlookRecipient["way"]): readonly OutlookRecipient[] =>
		message.recipients.filter((one) => one.way === way);
	const addAddresses = (name: string, list: readonly OutlookAddress[]): void => {
		if (has(name.toLowerCase()) || list.length === 0) return;
		own.push(`${name}: ${list.map(written).join(`,${LINE} `)}`);
	};
	addAddresses("From", message.from ? [message.from] : []);
	if (message.sender) addAddresses("Sender", [message.sender]);
	addAddresses("To", named("to"));
	addAddresses("Cc", named("cc"));
	addAddresses("Bcc", named("bcc"));
	add("Subject", encoded(message.subject));
	add("Date", mailDate(message.date));
	add("Message-ID", message.messageId);
	add("In-Reply-To", message.inReplyTo);
	add("References", message.references);
	add("Sensitivity", SENSITIVITIES[message.sensitivity ?? 0]);
	return [...kept, ...own, "MIME-Version: 1.0"];
}

/** Fields with their folded lines, without those that no longer fit. */
function keptHeaders(headers: string): readonly string[] {
	const fields: string[] = [];
	for (const line of headers.split(/\r?\n/u)) {
		if (/^[ \t]/u.test(line) && fields.length > 0) fields[fields.length - 1] += `${LINE}${line}`;
		else if (/^[!-9;-~]+[ \t]*:/u.test(line)) fields.push(line);
	}
	return fields.filter((field) => !ABOUT_PARTS.test(field) && !/^[ \t]*$/u.test(field));
}

function bodyOf(message: OutlookMessage, depth: number): readonly string[] {
	const texts = [
		...(message.plain === undefined ? [] : [part("text/plain; charset=utf-8", Buffer.from(message.plain))]),
		...(message.html === undefined ? [] : [part("text/html; charset=utf-8", Buffer.from(message.html))]),
	];
	const text =
		texts.length > 1 ? multipart("alternative", texts, depth) : (texts[0] ?? part("text/plain", Buffer.of()));
	const files = message.files.flatMap((file) => filePart(file, depth));
	return files.length === 0 ? text : multipart("mixed", [text, ...files], depth);
}

function filePart(file: OutlookFile, depth: number): readonly (readonly string[])[] {
	const disposition = (kind: string): string => `Content-Disposition: ${kind}; ${named(file.name)}`;
	if (file.kind === "missing") return [part("application/octet-stream", Buffer.of(), [disposition("attachment")])];
	if (file.kind === "message") {
		if (depth >= NESTED_MESSAGES_MAX_DEPTH) return [];
		const inner = Buffer.from(textOf(file.message, depth + 1));
		// Base64 is not for message/rfc822 by the book, but every reader takes it, and no line can be misread.
		return [part("message/rfc822", inner, [disposition("attachment")])];
	}
	const picture = file.contentId !== undefined && /^image\//iu.test(file.contentType ?? "");
	const id = file.contentId === undefined ? [] : [`Content-ID: <${oneLine(file.contentId)}>`];
	const type = /^[\w.+-]+\/[\w.+*-]+$/u.test(file.contentType ?? "") ? file.contentType : "application/octet-stream";
	return [part(type as string, Buffer.from(file.bytes), [disposition(picture ? "inline" : "attachment"), ...id])];
}

function part(type: string, bytes: Buffer, more: readonly string[] = []): readonly string[] {
	const lines = bytes.toString("base64").match(BASE64_LINE) ?? [];
	return [`Content-Type: ${type}`, "Content-Transfer-Encoding: base64", ...more, "", ...lines, ""];
}

function multipart(subtype: string, parts: readonly (readonly string[])[], depth: number): readonly string[] {
	// Base64 lines hold no "=_", so that no line of a part can be the boundary.
	const boundary = `=_candour_${subtype}_${depth}`;
	return [
		`Content-Type: multipart/${subtype}; boundary="${boundary}"`,
		"",
		...parts.flatMap((lines) => [`--${boundary}`, ...lines]),
		`--${boundary}--`,
		"",
	];
}

function written({ name, address }: OutlookAddress): string {
	// Whatever an address can't hold ends it.
	const bare = /^[^<>\s,;:"()[\]\\]+/u.exec(oneLine(address))?.[0] ?? "";
	const shown = oneLine(name).replace(/["\\]/gu, "");
	// A name alone: the export gives no address, and none is invented; the reader says so.
	if (bare === "") return /^[\x20-\x7e]*$/u.test(shown) ? `"${shown}"` : encoded(shown);
	return shown === "" || shown === bare
		? bare
		: `${/^[\x20-\x7e]*$/u.test(shown) ? `"${shown}"` : encoded(shown)} <${bare}>`;
}

/** RFC 2231 where the name is not plain ASCII. */
function named(name: string): string {
	const clean = oneLine(name);
	if (/^[\x20-\x7e]*$/u.test(clean)) return `filename="${clean.replace(/["\\]/gu, "_")}"`;
	return `filename*=utf-8''${encodeURIComponent(clean).replace(/['()*!]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
}

const WORD_CHARACTERS = 15;

/** Encoded words of at most 75 characters, cut between code points. */
function encoded(text: string): string {
	const clean = oneLine(text);
	if (/^[\x20-\x7e]*$/u.test(clean)) return clean;
	const letters = [...clean];
	const words: string[] = [];
	for (let at = 0; at < letters.length; at += WORD_CHARACTERS) {
		words.push(`=?utf-8?B?${Buffer.from(letters.slice(at, at + WORD_CHARACTERS).join("")).toString("base64")}?=`);
	}
	return words.join(`${LINE} `);
}

function oneLine(text: string): string {
	return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

function mailDate(date: string | undefined): string | undefined {
	const at = new Date(date ?? "");
	return Number.isNaN(at.getTime()) ? undefined : at.toUTCString().replace("GMT", "+0000");
}
