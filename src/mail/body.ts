/** The body of a message: its text as plain and as HTML, and its attached files. */
import { sha256 } from "./digest.ts";
import type { HeaderBlock } from "./header-block.ts";
import { HTML_MAX_CHARACTERS, PLAIN_MAX_CHARACTERS } from "./limits.ts";
import type { MimeFile, MimeMultipart, MimePart, MimeText } from "./mime.ts";
import { readStructure } from "./structure.ts";

export interface Body {
	/** Both hold the whole text; one is absent where some of the text stands only in the other form. */
	readonly plain?: string;
	readonly html?: string;
	readonly files: readonly MimeFile[];
	/** The first text as it stands, whatever follows: the envelope of a journal report. */
	readonly firstText?: MimeText;
	readonly notes: readonly string[];
}

/** Reads the body of a message whose header block was read. Never throws. */
export async function readBody(raw: Buffer, block: HeaderBlock): Promise<Body> {
	const { mime, notes: structureNotes } = await readStructure(raw, block);
	const notes = new Set(structureNotes);
	if (mime.root === undefined) return { files: [], notes: [...notes] };
	const files: MimeFile[] = [];
	const texts: MimeText[] = [];
	const shown =
		mime.root.kind === "multipart" ? combine(mime.root, files, texts, notes) : leaf(mime.root, "", files, texts);
	return {
		...cut("plain", shown.plain, PLAIN_MAX_CHARACTERS, notes),
		...cut("html", shown.html, HTML_MAX_CHARACTERS, notes),
		files,
		...(texts[0] === undefined ? {} : { firstText: texts[0] }),
		notes: [...notes],
	};
}

/** Text in both forms; a form is absent where it would not hold everything. Both are absent for no text. */
interface Shown {
	readonly plain?: string;
	readonly html?: string;
}

function leaf(part: MimeFile | MimeText, within: string, files: MimeFile[], texts: MimeText[]): Shown {
	if (part.kind === "file") {
		files.push(part);
		return {};
	}
	// A named text behind the first one is a file that the sender's program chose to show; alternatives may have names.
	if (part.name !== undefined && texts.length > 0 && within === "mixed") {
		files.push(textFile(part, part.name));
		return {};
	}
	texts.push(part);
	if (part.text.trim() === "") return {};
	return part.html ? { html: part.text } : { plain: part.text };
}

function combine(part: MimeMultipart, files: MimeFile[], texts: MimeText[], notes: Set<string>): Shown {
	if (part.children.length === 0) notes.add("one of its parts could not be taken apart");
	const shown = part.children
		.map((child) => (part.subtype === "digest" ? digestEntry(child) : child))
		.map((child) =>
			child.kind === "multipart" ? combine(child, files, texts, notes) : leaf(child, part.subtype, files, texts),
		)
		.filter((child) => child.plain !== undefined || child.html !== undefined);
	return part.subtype === "alternative" ? alternative(shown) : sequence(shown);
}

/** The parts of a digest are messages unless they say otherwise (RFC 2046 5.1.5); mailparser takes them for text. */
function digestEntry(part: MimePart): MimePart {
	if (part.kind !== "text" || !/^[\w-]+:/u.test(part.text)) return part;
	const bytes = Buffer.from(part.text);
	return { kind: "file", contentType: "message/rfc822", bytes, sha256: sha256(bytes), inline: false };
}

/** The last of each form: the richest, and the one that mail programs show. */
function alternative(shown: readonly Shown[]): Shown {
	const plain = shown.findLast((child) => child.plain !== undefined)?.plain;
	const html = shown.findLast((child) => child.html !== undefined)?.html;
	return { ...(plain === undefined ? {} : { plain }), ...(html === undefined ? {} : { html }) };
}

function sequence(shown: readonly Shown[]): Shown {
	const plain = shown.every((child) => child.plain !== undefined) && shown.length > 0;
	const html = shown.some((child) => child.html !== undefined);
	return {
		...(plain ? { plain: shown.map((child) => child.plain).join("\n") } : {}),
		...(html ? { html: shown.map((child) => child.html ?? plainAsHtml(child.plain ?? "")).join("<br>\n") } : {}),
	};
}

function plainAsHtml(text: string): string {
	const escaped = text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");
	return `<div>${escaped.replace(/\n/gu, "<br>\n")}</div>`;
}

function cut<Form extends "plain" | "html">(
	form: Form,
	text: string | undefined,
	max: number,
	notes: Set<string>,
): { readonly [F in Form]?: string } {
	if (text === undefined) return {};
	if (text.length > max) notes.add(`its ${form === "html" ? "HTML" : "text"} was cut at ${max / 1024 / 1024} MB`);
	return { [form]: text.slice(0, max) } as { readonly [F in Form]?: string };
}

function textFile(part: MimeText, name: string): MimeFile {
	const bytes = Buffer.from(part.text);
	const contentType = part.html ? "text/html" : "text/plain";
	return { kind: "file", name, contentType, charset: "utf-8", bytes, sha256: sha256(bytes), inline: false };
}
