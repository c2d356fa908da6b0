/** Whether text or an attachment of a marked message stands again in a later one (RULEBOOK `confidential-leak` 3). */
import { type ConfidenceSettings, isOutside, ownMarkings } from "../facts/confidence.ts";
import type { AttachmentFacts, Marking, MessageFacts, Prints } from "../facts/facts.ts";
import { allRecipients, senders } from "../facts/recipients.ts";
import type { Context } from "./rule.ts";

/** Winnowed runs in common that make a paragraph; fewer are phrases. Five words a run, one run in about 2.5 words. */
const PARAGRAPH_RUNS = 7;
/** Of a short text, this share of it is enough. */
const SHORT_TEXT_SHARE = 0.6;
const SHORT_TEXT_MIN_RUNS = 4;

export interface ComesBack {
	readonly how: "text" | "attachment";
	readonly where: string;
	readonly quote: string;
}

export function comesBack(
	earlier: MessageFacts,
	message: MessageFacts,
	markings: readonly Marking[],
	{ roster, related, settings }: Context<ConfidenceSettings>,
): ComesBack | undefined {
	const marked = markings.filter(({ where }) => where !== "quoted");
	const only = new Set(marked.flatMap(({ attachment }) => attachment ?? []));
	const wholeMessage = marked.some(({ where }) => !where.startsWith("attachment"));
	const attachments = earlier.attachments.filter((file) => !file.inline && (wholeMessage || only.has(file.digest)));
	const known = knownOutside(earlier, message, related, roster, settings);

	for (const file of message.attachments) {
		const same = attachments.find((other) => other.digest === file.digest);
		if (same !== undefined) return { how: "attachment", where: file.name, quote: `The same file as ${same.name}` };
		if (file.prints === undefined) continue;
		const converted = attachments.find(
			(other) => other.prints !== undefined && repeats(other.prints, file.prints, known),
		);
		if (converted !== undefined)
			return { how: "attachment", where: file.name, quote: `The same text as ${converted.name}` };
		if (wholeMessage && repeats(earlier.authored, file.prints, known)) {
			return { how: "attachment", where: file.name, quote: describe(earlier) };
		}
	}
	const texts = [message.authored, ...message.contained.map(({ prints }) => prints)];
	for (const text of texts) {
		if (wholeMessage && repeats(earlier.authored, text, known))
			return { how: "text", where: "text", quote: describe(earlier) };
		if (attachments.some((file) => isDocument(file) && repeats(file.prints, text, known))) {
			return { how: "text", where: "text", quote: describe(earlier) };
		}
	}
	return undefined;
}

function isDocument(file: AttachmentFacts): file is AttachmentFacts & { readonly prints: Prints } {
	return file.prints !== undefined;
}

function describe(earlier: MessageFacts): string {
	return `Text of the message “${earlier.subject}” of ${earlier.date.slice(0, 10)}`;
}

function repeats(secret: Prints, text: Prints | undefined, known: ReadonlySet<string>): boolean {
	if (text === undefined) return false;
	const runs = new Set(secret.runs.filter((run) => !known.has(run)));
	const others = new Set(text.runs);
	let shared = 0;
	for (const run of runs) if (others.has(run)) shared += 1;
	return (
		shared >= PARAGRAPH_RUNS ||
		(shared >= SHORT_TEXT_MIN_RUNS && shared / new Set(secret.runs).size >= SHORT_TEXT_SHARE)
	);
}

/**
 * Runs that are no secret: they stood in unmarked mail that passed between the council and the outside before the
 * marked message, or an outsider wrote them himself at any time before this one.
 */
function knownOutside(
	earlier: MessageFacts,
	message: MessageFacts,
	related: readonly MessageFacts[],
	roster: Context<unknown>["roster"],
	settings: ConfidenceSettings,
): ReadonlySet<string> {
	const known = new Set<string>();
	for (const other of related) {
		if (other.messageId === earlier.messageId || other.date > message.date) continue;
		const fromOutside = isOutside(senders(other, roster)[0]);
		const public_ =
			other.date < earlier.date &&
			ownMarkings(other, settings).length === 0 &&
			allRecipients(other, roster).some(({ party }) => party.kind === "third-party");
		if (!fromOutside && !public_) continue;
		const texts = [other.authored, ...other.attachments.flatMap(({ prints }) => prints ?? [])];
		for (const text of texts) for (const run of text.runs) known.add(run);
	}
	// What an outsider wrote stands in the thread as well, where his own mail is in no connected source.
	for (const contained of [...message.contained, ...earlier.contained]) {
		if (isOutside(roster.party(contained.from[0]?.address ?? "", message.date)))
			for (const run of contained.prints.runs) known.add(run);
	}
	return known;
}
