/**
 * The MIME structure of a message, taken apart by mailparser. Only the MIME headers are given to it: it reads addresses,
 * dates and doubled headers in its own way, and its HTML step fails on deeply nested tables; all that is done here.
 */
import { MailParser, type MailParserOptions, type StructuredHeader } from "mailparser";
import { looksBroken } from "./charset.ts";
import type { Division } from "./delimiters.ts";
import { PARTS_MAX } from "./limits.ts";

/** A file of the message, decoded. */
export interface MimeFile {
	readonly kind: "file";
	/** As the sender named it; absent where he did not. */
	readonly name?: string;
	/** Lower case. */
	readonly contentType: string;
	readonly charset?: string;
	readonly bytes: Buffer;
	readonly sha256: string;
	/** True for a picture that the HTML shows, or the signature. */
	readonly inline: boolean;
}

export interface MimeText {
	readonly kind: "text";
	readonly html: boolean;
	/** Decoded, with line ends as "\n". */
	readonly text: string;
	/** Set where the part is shown in the message but is a file by name. */
	readonly name?: string;
}

export interface MimeMultipart {
	readonly kind: "multipart";
	/** "mixed", "alternative", … */
	readonly subtype: string;
	readonly children: readonly MimePart[];
}

export type MimePart = MimeFile | MimeText | MimeMultipart;

export interface Mime {
	readonly root?: MimePart;
	/** True where the structure broke off, or has more parts than are read. */
	readonly incomplete: boolean;
	/** The multiparts that were found, with how many parts each. */
	readonly divisions: readonly Division[];
}

/** What is used of mailparser's nodes. Its `tree` is not in its types; the version is pinned, and a test watches it. */
interface ParserNode {
	readonly contentType: string | false;
	readonly children: readonly ParserNode[];
	readonly textContent?: string;
	readonly isAttachment?: boolean;
	charset?: string;
	readonly node: { readonly filename: string | false; readonly _boundary: Buffer | false };
}
interface ParserInside {
	readonly tree: ParserNode | false;
	createNode(part: unknown): ParserNode;
}
interface ParserFile {
	readonly type: "attachment";
	readonly content: NodeJS.ReadableStream;
	readonly contentType: string;
	readonly contentDisposition?: string;
	readonly filename?: string;
	readonly contentId?: string;
	readonly related?: boolean;
	readonly checksum: string;
	readonly headers: ReadonlyMap<string, unknown>;
	release(): void;
}

const OPTIONS: MailParserOptions & { readonly ignoreEmbedded: boolean; readonly maxChildNodes: number } = {
	skipHtmlToText: true,
	skipTextToHtml: true,
	skipTextLinks: true,
	skipImageLinks: true,
	checksumAlgo: "sha256",
	// Messages inside the message come as files: they are read like a message, with their own headers.
	ignoreEmbedded: true,
	maxChildNodes: PARTS_MAX,
};

/** Most messages are smaller, and go in as one. */
const PIECE_BYTES = 512 * 1024;

const UNDECLARED = new Set(["", "ascii", "usascii", "utf8"]);

/**
 * Takes the message apart. `head` holds its MIME headers with the empty line, `body` everything behind. Never throws:
 * what was read before the structure broke is returned.
 */
export async function readMime(head: Buffer, body: Buffer): Promise<Mime> {
	const first = await run(head, body, new Set());
	if (first.broken.size === 0) return first.mime;
	// Bytes of a text without (true) charset were lost: those parts are read again as Windows-1252.
	return (await run(head, body, first.broken)).mime;
}

interface Outcome {
	readonly mime: Mime;
	/** Numbers of the text parts whose charset cannot be true, in order of creation. */
	readonly broken: ReadonlySet<number>;
}

function run(head: Buffer, body: Buffer, windows1252: ReadonlySet<number>): Promise<Outcome> {
	const parser = new MailParser(OPTIONS);
	const inside = parser as unknown as ParserInside;
	const nodes: ParserNode[] = [];
	const files = new Map<ParserNode, MimeFile>();
	let filesSeen = 0;
	const createNode = inside.createNode.bind(parser);
	inside.createNode = (part) => {
		const node = createNode(part);
		if (windows1252.has(nodes.length)) node.charset = "windows-1252";
		nodes.push(node);
		return node;
	};
	return new Promise((resolve) => {
		const settle = (incomplete: boolean): void => {
			const root = inside.tree === false ? undefined : toPart(inside.tree, files);
			const broken = windows1252.size > 0 ? [] : [...nodes.keys()].filter((number) => isBroken(nodes[number]));
			const divisions = nodes.flatMap(({ node, children }) =>
				node._boundary === false ? [] : [{ boundary: node._boundary.toString("latin1"), parts: children.length }],
			);
			resolve({ mime: { ...(root === undefined ? {} : { root }), incomplete, divisions }, broken: new Set(broken) });
		};
		parser.on("data", (data: { type: string }) => {
			if (data.type !== "attachment") return;
			const file = data as unknown as ParserFile;
			// Files come in the order of their nodes.
			const node = nodes.filter((candidate) => candidate.isAttachment === true)[filesSeen++];
			const chunks: Buffer[] = [];
			file.content.on("data", (chunk: Buffer) => chunks.push(chunk));
			// Without a listener an error here would end the process.
			file.content.on("error", () => file.release());
			file.content.on("end", () => {
				if (node !== undefined) files.set(node, toFile(file, Buffer.concat(chunks)));
				file.release();
			});
		});
		parser.on("end", () => settle(false));
		parser.on("error", () => {
			settle(true);
			parser.destroy();
		});
		parser.write(head);
		feed(parser, body);
	});
}

/** A large body goes in by pieces: of one piece the parser makes several copies, and an object for each of its lines. */
function feed(parser: MailParser, body: Buffer): void {
	let at = 0;
	const more = (): void => {
		while (body.length - at > PIECE_BYTES) {
			at += PIECE_BYTES;
			if (!parser.write(body.subarray(at - PIECE_BYTES, at))) {
				parser.once("drain", more);
				return;
			}
		}
		parser.end(body.subarray(at));
	};
	more();
}

function isBroken(node: ParserNode | undefined): boolean {
	const charset = (node?.charset ?? "").toLowerCase().replace(/[^a-z0-9]+/gu, "");
	return UNDECLARED.has(charset) && looksBroken(node?.textContent ?? "");
}

function toPart(node: ParserNode, files: ReadonlyMap<ParserNode, MimeFile>): MimePart | undefined {
	const contentType = node.contentType === false ? "" : node.contentType;
	if (contentType.startsWith("multipart/")) {
		const children = node.children.map((child) => toPart(child, files)).filter((part) => part !== undefined);
		return { kind: "multipart", subtype: contentType.slice("multipart/".length), children };
	}
	if (node.isAttachment === true) return files.get(node);
	if (node.textContent === undefined) return undefined;
	const name = node.node.filename;
	const text = node.textContent.replace(/\r/gu, "\n");
	return { kind: "text", html: contentType === "text/html", text, ...(name === false ? {} : { name }) };
}

function toFile(file: ParserFile, bytes: Buffer): MimeFile {
	const contentType = file.contentType || "application/octet-stream";
	const charset = (file.headers.get("content-type") as StructuredHeader | undefined)?.params?.charset;
	const shown = file.related === true || file.contentDisposition === "inline";
	const picture = contentType.startsWith("image/") && file.contentId !== undefined && shown;
	return {
		kind: "file",
		contentType: contentType.toLowerCase(),
		bytes,
		sha256: file.checksum,
		inline: picture || /^text\/(x-)?vcard$/u.test(contentType),
		...(file.filename === undefined ? {} : { name: file.filename }),
		...(charset === undefined ? {} : { charset }),
	};
}
