/** Markings that an attached document bears: in its file name, and in the lines at its head and foot. */
import type { Marking } from "../../facts/facts.ts";
import { readable } from "../normalise.ts";
import { evidenceQuote } from "../quote.ts";
import { isStandingDisclaimer } from "../segments/standing-disclaimer.ts";
import { fileNameLevels } from "./marking-file-name.ts";
import { labelLevels } from "./marking-label.ts";
import { markedSentence } from "./marking-sentence.ts";

export interface MarkedAttachment {
	readonly name: string;
	/** Absent where it was not inspected. */
	readonly text?: string;
	/** What of the text was read from pictures of pages. */
	readonly recognised?: string;
}

/** A mark stands at the head of a document or at its foot; in between it is part of what the document says. */
const HEAD_LINES = 8;
const FOOT_LINES = 4;
/** "12. Confidential items": an agenda names its own parts. */
const NUMBERED = /^\(?(?:\d{1,3}|[a-z])[.)]?(?:\s?(?:to|-|–)\s?\d{1,3})?\s+\S/i;

/** Marks in a file's name. `attachment` is that name; facts put the file's digest in its place. */
export function markingsOfFileName({ name }: MarkedAttachment): Marking[] {
	return fileNameLevels(name).map((level) => ({
		level,
		kind: "label",
		where: "attachment-name",
		quote: evidenceQuote(name),
		attachment: name,
	}));
}

/** Marks in the lines at the head and the foot of a document. */
export function markingsOfDocument({ name, text, recognised }: MarkedAttachment): Marking[] {
	if (text === undefined) return [];
	const markings: Marking[] = [];
	const scanned = recognised === undefined ? undefined : new Set(recognised.split("\n").map(written));
	for (const line of headAndFoot(text)) {
		if (NUMBERED.test(line) || isStandingDisclaimer(line)) continue;
		const common = {
			where: "attachment",
			quote: evidenceQuote(line),
			attachment: name,
			...(scanned?.has(line) ? { recognised: true } : {}),
		} as const;
		const levels = labelLevels(line, "document");
		for (const level of levels) markings.push({ level, kind: "label", ...common });
		const sentence = levels.length > 0 ? undefined : markedSentence(line);
		if (sentence?.kind === "sentence") markings.push({ level: sentence.level, kind: "sentence", ...common });
	}
	return markings;
}

/** The first and last written lines, each once. */
function headAndFoot(text: string): readonly string[] {
	const head = writtenLines(text.slice(0, 6000), HEAD_LINES);
	const lastLines = text
		.slice(-3000)
		.split("\n")
		.map(written)
		.filter((line) => line !== "")
		.slice(-FOOT_LINES);
	return [...new Set([...head, ...lastLines])];
}

function writtenLines(text: string, count: number): string[] {
	const lines: string[] = [];
	for (const one of text.split("\n")) {
		const line = written(one);
		if (line !== "") lines.push(line);
		if (lines.length === count) break;
	}
	return lines;
}

function written(line: string): string {
	return readable(line).trim();
}
