/** The files of a message → attachments with their text, and the messages inside it. */
import type { Attachment, Message } from "../facts/message.ts";
import { linesOfHtml } from "../text/segments/html-lines.ts";
import type { Budget } from "./budget.ts";
import { openContainer } from "./containers/container.ts";
import { readDocument } from "./documents/document.ts";
import type { DocumentText } from "./documents/document-text.ts";
import { isOutlookMessage } from "./documents/kinds.ts";
import { NESTED_MESSAGES_MAX_DEPTH } from "./limits.ts";
import type { MimeFile } from "./mime.ts";

const NAME_MAX_CHARACTERS = 255;

/** Reads a message inside a message; rejects where nothing can be made of it. */
export type ReadInside = (raw: Buffer) => Promise<Message>;

export interface Inspected {
	readonly attachments: readonly Attachment[];
	/** What was read in part only. */
	readonly notes: readonly string[];
	/** The message's text, where winmail.dat holds it. */
	readonly body?: { readonly plain?: string; readonly html?: string };
}

/** What is known of a file beside its bytes. */
interface Around {
	/** Depth of the message that holds it. */
	readonly depth: number;
	/** Names of the containers in which it lies, the outermost first. */
	readonly within: readonly string[];
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
	let body: Inspected["body"];
	for (const file of files) {
		const inspected = await inspect(file, { depth, within: [] }, budget, readInside);
		attachments.push(...inspected.attachments);
		notes.push(...inspected.notes);
		body ??= inspected.body;
	}
	return { attachments, notes, ...(body === undefined ? {} : { body }) };
}

async function inspect(file: MimeFile, around: Around, budget: Budget, readInside: ReadInside): Promise<Inspected> {
	const name = nameOf(file);
	const shared = {
		name,
		contentType: file.contentType,
		size: file.bytes.length,
		sha256: file.sha256,
		...(around.within.length > 0 ? { within: around.within.join(": ").slice(0, NAME_MAX_CHARACTERS) } : {}),
		...(file.inline ? { inline: true } : {}),
	};
	if (isMessage(file) || isOutlookMessage(file.bytes)) {
		return { attachments: [{ ...shared, ...(await insideOf(file, around.depth, budget, readInside)) }], notes: [] };
	}
	const opened = await openContainer(file, around.within.length, budget);
	if (opened !== undefined && "notInspected" in opened) {
		return { attachments: [{ ...shared, notInspected: opened.notInspected }], notes: [] };
	}
	if (opened !== undefined) {
		const attachments: Attachment[] = [{ ...shared, ...(opened.body ? ownText(opened.body, around) : {}) }];
		const notes = opened.notes.map((note) => `of "${name}", ${note}`);
		for (const inner of opened.files) {
			const below = { depth: around.depth, within: [...around.within, name] };
			const inspected = await inspect(inner, below, budget, readInside);
			attachments.push(...inspected.attachments);
			notes.push(...inspected.notes);
		}
		return { attachments, notes, ...(opened.body ? { body: opened.body } : {}) };
	}
	const started = performance.now();
	// A picture that belongs to the page or the signature is no letter.
	const document = await readDocument({ ...file, name }, budget.documentMs, file.inline ? undefined : budget);
	budget.documentMs -= performance.now() - started;
	const partly = "partly" in document && document.partly !== undefined ? [`of "${name}", ${document.partly}`] : [];
	return { attachments: [{ ...shared, ...withoutPartly(document) }], notes: partly };
}

/** The text of a message inside winmail.dat; the outermost one is the message's own, and stands there. */
function ownText(body: NonNullable<Inspected["body"]>, { within }: Around): Pick<Attachment, "text"> {
	if (within.length === 0) return {};
	const text =
		body.plain ??
		linesOfHtml(body.html ?? "")
			.lines.map((line) => line.text)
			.join("\n");
	return text.trim() === "" ? {} : { text };
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
		return { message: await readInside(await asMessageText(file.bytes)) };
	} catch {
		return { notInspected: "a broken message" };
	}
}

async function asMessageText(bytes: Buffer): Promise<Buffer> {
	if (!isOutlookMessage(bytes)) return bytes;
	const [{ readMsg }, { asEml }] = await Promise.all([import("./outlook/msg-file.ts"), import("./outlook/as-eml.ts")]);
	return asEml(await readMsg(bytes));
}

function withoutPartly(
	document: DocumentText,
): Pick<Attachment, "text" | "recognised"> | Pick<Attachment, "notInspected"> {
	if ("notInspected" in document) return { notInspected: document.notInspected };
	const { text, recognised } = document;
	return recognised === undefined ? { text } : { text, recognised };
}

function nameOf(file: MimeFile): string {
	const written = (file.name ?? "").replace(/[\p{Cc}]+/gu, " ").trim();
	if (written !== "") return written.slice(0, NAME_MAX_CHARACTERS);
	return isMessage(file) ? "attached message" : "without a name";
}
