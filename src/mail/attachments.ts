/** The files of a message → attachments with their text, and the messages inside it. */
import type { Attachment, Message } from "../facts/message.ts";
import type { Budget } from "./budget.ts";
import { readDocument } from "./documents/document.ts";
import type { DocumentText } from "./documents/document-text.ts";
import { NESTED_MESSAGES_MAX_DEPTH } from "./limits.ts";
import type { MimeFile } from "./mime.ts";

/** Reads a message inside a message; rejects where nothing can be made of it. */
export type ReadInside = (raw: Buffer) => Promise<Message>;

export interface Inspected {
	readonly attachments: readonly Attachment[];
	/** What was read in part only. */
	readonly notes: readonly string[];
}

/** Inspects all files in order. `depth` is that of the message which holds them. */
export async function inspectFiles(
	files: readonly MimeFile[],
	depth: number,
	budget: Budget,
	readInside: ReadInside,
): Promise<Inspected> {
	const attachments: Attachment[] = [];
	const notes: string[] = [];
	for (const file of files) {
		const name = nameOf(file);
		const base = { name, contentType: file.contentType, size: file.bytes.length, sha256: file.sha256 };
		const shared = file.inline ? { ...base, inline: true } : base;
		if (isMessage(file)) {
			const inside = await insideOf(file, depth, budget, readInside);
			attachments.push({ ...shared, ...inside });
			continue;
		}
		const started = performance.now();
		const document = await readDocument({ ...file, name }, budget.documentMs);
		budget.documentMs -= performance.now() - started;
		attachments.push({ ...shared, ...withoutPartly(document) });
		if ("partly" in document && document.partly !== undefined) notes.push(`of "${name}", ${document.partly}`);
	}
	return { attachments, notes };
}

/** Whether the file is a message of its own, by its type or by its name. */
export function isMessage(file: MimeFile): boolean {
	if (file.contentType === "message/rfc822" || file.contentType === "message/global") return true;
	return /\.eml$/iu.test(file.name ?? "") && !file.contentType.startsWith("image/");
}

async function insideOf(
	file: MimeFile,
	depth: number,
	budget: Budget,
	readInside: ReadInside,
): Promise<Pick<Attachment, "message"> | Pick<Attachment, "notInspected">> {
	if (depth >= NESTED_MESSAGES_MAX_DEPTH) return { notInspected: "a message inside too many others" };
	if (budget.messages <= 0 || budget.messageBytes < file.bytes.length) {
		return { notInspected: "more attached messages than are read" };
	}
	budget.messages--;
	budget.messageBytes -= file.bytes.length;
	try {
		return { message: await readInside(file.bytes) };
	} catch {
		return { notInspected: "a broken message" };
	}
}

function withoutPartly(document: DocumentText): Pick<Attachment, "text"> | Pick<Attachment, "notInspected"> {
	return "text" in document ? { text: document.text } : { notInspected: document.notInspected };
}

function nameOf(file: MimeFile): string {
	const written = (file.name ?? "").replace(/[\p{Cc}]+/gu, " ").trim();
	if (written !== "") return written.slice(0, 255);
	return isMessage(file) ? "attached message" : "without a name";
}
