/** Deliberate marks of confidentiality and protective markings of a message (rulebook, "marking"). */
import type { Marking } from "../../facts/facts.ts";
import { evidenceQuote } from "../quote.ts";
import type { Segments } from "../segments/segment-types.ts";
import { type MarkedAttachment, markingsOfDocument, markingsOfFileName } from "./marking-attachment.ts";
import { headerMarkings } from "./marking-header.ts";
import { labelLevels, withoutReplyPrefix } from "./marking-label.ts";
import { textMarkings } from "./marking-text.ts";

/** An earlier message inside this one: quoted, forwarded, or attached. */
export interface MarkedMessage {
	readonly subject?: string;
	/** Its own text without signature and disclaimer. */
	readonly authored: string;
}

export interface MarkedParts {
	readonly subject: string;
	/** Lower-case name to values. */
	readonly headers: Readonly<Record<string, readonly string[]>>;
	readonly segments: Pick<Segments, "authored" | "foot" | "disclaimer" | "contained">;
	readonly attachments: readonly MarkedAttachment[];
}

/** All markings of the message, the sender's own first, then those that stand in quoted messages; each once. */
export function markingsOf(parts: MarkedParts): Marking[] {
	return unique([
		...subjectMarkings(parts.subject),
		...headerMarkings(parts.headers),
		...textMarkings(parts.segments.authored, standingHeadings(parts.segments)),
		...parts.attachments.flatMap((attachment) => [
			...markingsOfFileName(attachment),
			...markingsOfDocument(attachment),
		]),
		...parts.segments.contained.flatMap(quotedMarkings),
	]);
}

/** Marks that an earlier message bears itself, with `where` quoted. Its own reply prefix is none of ours. */
export function quotedMarkings(message: MarkedMessage): Marking[] {
	const own = [...subjectMarkings(message.subject ?? ""), ...textMarkings(withoutLastLabel(message.authored))];
	return unique(
		own.map(({ level, kind, quote, inherited }) => ({
			level,
			kind,
			where: "quoted",
			quote,
			...(inherited ? { inherited } : {}),
		})),
	);
}

/** A bare label that ends a quoted message headed its disclaimer, which was cut off below it. */
function withoutLastLabel(authored: string): string {
	const text = authored.trimEnd();
	const start = text.lastIndexOf("\n\n");
	if (start === -1 || text.length - start > LONGEST_HEADING) return text;
	return labelLevels(text.slice(start).trim(), "line").length > 0 ? text.slice(0, start) : text;
}

const LONGEST_HEADING = 60;

/** Labels of a subject; `inherited` where they stand behind "Re:" or "Fw:". */
export function subjectMarkings(subject: string): Marking[] {
	const { subject: own, reply } = withoutReplyPrefix(subject);
	return labelLevels(own, "subject").map((level) => ({
		level,
		kind: "label",
		where: "subject",
		quote: evidenceQuote(subject),
		...(reply ? { inherited: true } : {}),
	}));
}

/**
 * Lines below the name block of a message that carries a disclaimer: a bare "CONFIDENTIAL" there is the disclaimer's
 * heading.
 */
function standingHeadings({ foot, disclaimer }: MarkedParts["segments"]): ReadonlySet<string> {
	const standing = new Set<string>();
	if (disclaimer.trim() === "") return standing;
	for (const line of disclaimer.split("\n")) standing.add(line.trim());
	for (const { text, position } of foot) {
		if (position === "after-signature" || position === "after-disclaimer") standing.add(text.trim());
	}
	return standing;
}

function unique(markings: readonly Marking[]): Marking[] {
	const seen = new Set<string>();
	return markings.filter(({ level, where, quote, attachment }) => {
		const key = JSON.stringify([level, where, quote, attachment]);
		return seen.size < seen.add(key).size;
	});
}
