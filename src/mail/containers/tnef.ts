/**
 * winmail.dat: the form in which Outlook sends its own mail on ([MS-OXTNEF]). Its attached files, and the text where
 * the message has no other.
 */
import type { Budget } from "../budget.ts";
import { decodeText } from "../charset.ts";
import { sha256 } from "../digest.ts";
import { DOCUMENT_TEXT_MAX_CHARACTERS } from "../limits.ts";
import type { MimeFile } from "../mime.ts";
import { plainOf } from "../outlook/outlook-text.ts";
import { type MapiProperties, readMapiProperties } from "./mapi-properties.ts";
import { type Opened, takeRoom } from "./opened.ts";
import { typeByName } from "./type-by-name.ts";

const HEAD_BYTES = 6;
const CHECKSUM_BYTES = 2;
const ATTRIBUTE = {
	codePage: 0x00069007,
	body: 0x0002800c,
	properties: 0x00069003,
	attachmentBegins: 0x00069002,
	attachmentTitle: 0x00018010,
	attachmentData: 0x0006800f,
	attachmentProperties: 0x00069005,
} as const;
const PROPERTY = {
	body: 0x1000,
	rtf: 0x1009,
	html: 0x1013,
	codePage: 0x3fde,
	data: 0x3701,
	shortName: 0x3704,
	longName: 0x3707,
	mediaType: 0x370e,
	contentId: 0x3712,
	displayName: 0x3001,
} as const;
/** Before an embedded object stands the 16-byte id of its interface. */
const INTERFACE_ID_BYTES = 16;
const DEFAULT_CODE_PAGE = 1252;

interface Attached {
	title?: string;
	data?: Buffer;
	properties?: MapiProperties;
}

/** @throws where the stream is broken before anything could be read of it. */
export function openTnef(bytes: Buffer, budget: Budget): Opened {
	let codePage = DEFAULT_CODE_PAGE;
	let text: Buffer | undefined;
	let properties: MapiProperties | undefined;
	const attached: Attached[] = [];
	const notes: string[] = [];
	try {
		for (const { id, data } of attributesOf(bytes)) {
			const last = attached.at(-1);
			if (id === ATTRIBUTE.codePage && data.length >= 4) codePage = data.readUInt32LE(0);
			else if (id === ATTRIBUTE.body) text = data;
			else if (id === ATTRIBUTE.properties) properties = readMapiProperties(data);
			else if (id === ATTRIBUTE.attachmentBegins) attached.push({});
			else if (last === undefined) continue;
			else if (id === ATTRIBUTE.attachmentTitle) last.title = stringOf(data, codePage);
			else if (id === ATTRIBUTE.attachmentData) last.data = data;
			else if (id === ATTRIBUTE.attachmentProperties) last.properties = readMapiProperties(data);
		}
	} catch (error) {
		if (text === undefined && properties === undefined && attached.length === 0) throw error;
		notes.push("it breaks off");
	}
	const files = attached.flatMap((one) => fileOf(one, codePage, budget, notes));
	return { files, notes, ...bodyOf(readTexts(properties, text, codePage)) };
}

interface Attribute {
	readonly id: number;
	readonly data: Buffer;
}

function* attributesOf(bytes: Buffer): Generator<Attribute> {
	let at = HEAD_BYTES;
	while (at + 9 <= bytes.length) {
		const id = bytes.readUInt32LE(at + 1);
		const length = bytes.readUInt32LE(at + 5);
		if (![1, 2].includes(bytes[at] as number)) return;
		if (at + 9 + length > bytes.length) throw new Error("an attribute breaks off");
		yield { id, data: bytes.subarray(at + 9, at + 9 + length) };
		at += 9 + length + CHECKSUM_BYTES;
	}
}

function stringOf(bytes: Buffer, codePage: number): string {
	const end = bytes.indexOf(0);
	return decodeText(end === -1 ? bytes : bytes.subarray(0, end), charsetOf(codePage)).trim();
}

function charsetOf(codePage: number): string {
	return codePage === 65001 ? "utf-8" : codePage === 20127 ? "windows-1252" : `windows-${codePage}`;
}

function fileOf(one: Attached, codePage: number, budget: Budget, notes: string[]): readonly MimeFile[] {
	const { properties } = one;
	const text = (id: number): string | undefined => properties?.text(id, charsetOf(codePage));
	const name =
		text(PROPERTY.longName) || one.title || text(PROPERTY.shortName) || text(PROPERTY.displayName) || "without a name";
	const object = properties?.object(PROPERTY.data)?.subarray(INTERFACE_ID_BYTES);
	// A message inside is a stream of the same kind.
	const bytes = object !== undefined && object.length > 0 ? object : (one.data ?? properties?.binary(PROPERTY.data));
	if (bytes === undefined || bytes.length === 0) return [];
	if (!takeRoom(bytes.length, budget)) {
		notes.push(`"${name}" in it was not read: too many files or too large`);
		return [];
	}
	const contentType = text(PROPERTY.mediaType)?.toLowerCase() || typeByName(name);
	const inline = contentType.startsWith("image/") && text(PROPERTY.contentId) !== undefined;
	return [{ kind: "file", name, contentType, bytes: Buffer.from(bytes), sha256: sha256(bytes), inline }];
}

interface Texts {
	readonly plain?: string | undefined;
	readonly html?: string | undefined;
}

function readTexts(properties: MapiProperties | undefined, text: Buffer | undefined, codePage: number): Texts {
	const htmlBytes = properties?.binary(PROPERTY.html);
	const htmlPage = properties?.number(PROPERTY.codePage) ?? codePage;
	const html = htmlBytes && decodeText(htmlBytes, charsetOf(htmlPage));
	const plain = properties?.text(PROPERTY.body, charsetOf(codePage)) || (text && stringOf(text, codePage)) || undefined;
	return { plain: plainOf(plain, html, properties?.binary(PROPERTY.rtf), DOCUMENT_TEXT_MAX_CHARACTERS), html };
}

function bodyOf({ plain, html }: Texts): { readonly body?: { readonly plain?: string; readonly html?: string } } {
	const body = {
		...(plain ? { plain } : {}),
		...(html ? { html } : {}),
	};
	return Object.keys(body).length === 0 ? {} : { body };
}
