/** Whether text or an attachment of a marked message stands again in a later one (RULEBOOK `confidential-leak` 3). */
import { type ConfidenceSettings, isOutside, ownMarkings } from "../facts/confidence.ts";
import type { AttachmentFacts, Marking, MessageFacts, Prints } from "../facts/facts.ts";
import { allRecipients, senders } from "../facts/recipients.ts";
import { longDate } from "./naming.ts";
import type { Context } from "./rule.ts";

/** Winnowed runs in common that make a paragraph; fewer are phrases. Five words a run, one run in about 2.5 words. */
const PARAGRAPH_RUNS = 7;
/** Of a short text, this share of it is enough. */
const SHORT_TEXT_SHARE = 0.6;
const SHORT_TEXT_MIN_RUNS = 4;
/** An outsider who wrote so much of what came back wrote it in the first place. */
const AUTHOR_SHARE = 0.5;

export interface ComesBack {
	readonly how: "text" | "attachment";
	readonly where: string;
	readonly quote: string;
	/** Outsiders who wrote the words, or sent the file, in the first place. */
	readonly writtenBy: readonly string[];
}

/** What two texts, or two files, have in common. */
interface Common {
	readonly runs: ReadonlySet<string>;
	readonly digest?: string;
}

export function comesBack(
	earlier: MessageFacts,
	message: MessageFacts,
	markings: readonly Marking[],
	context: Context<ConfidenceSettings>,
): ComesBack | undefined {
	const marked = markings.filter(({ where }) => where !== "quoted");
	const only = new Set(marked.flatMap(({ attachment }) => attachment ?? []));
	const wholeMessage = marked.some(({ where }) => !where.startsWith("attachment"));
	const files = earlier.attachments.filter((file) => !file.inline && (wholeMessage || only.has(file.digest)));
	const known = madePublic(earlier, context);
	const found =
		inAttachments(earlier, message, files, wholeMessage, known) ?? inText(earlier, message, files, wholeMessage, known);
	if (found === undefined) return undefined;
	const { common, ...what } = found;
	return { ...what, writtenBy: outsideAuthors(common, earlier, message, context) };
}

type FoundCommon = Omit<ComesBack, "writtenBy"> & { readonly common: Common };

function inAttachments(
	earlier: MessageFacts,
	message: MessageFacts,
	secrets: readonly AttachmentFacts[],
	wholeMessage: boolean,
	known: ReadonlySet<string>,
): FoundCommon | undefined {
	for (const file of message.attachments) {
		const same = secrets.find((other) => other.digest === file.digest);
		const where = file.name;
		if (same !== undefined) {
			const common = { runs: new Set(file.prints?.runs ?? []), digest: file.digest };
			return { how: "attachment", where, quote: `The same file as ${same.name}`, common };
		}
		if (file.prints === undefined) continue;
		for (const other of secrets) {
			const common = other.prints && repeated(other.prints, file.prints, known);
			if (common) return { how: "attachment", where, quote: `The same text as ${other.name}`, common };
		}
		const common = wholeMessage ? repeated(earlier.authored, file.prints, known) : undefined;
		if (common) return { how: "attachment", where, quote: describe(earlier), common };
	}
	return undefined;
}

function inText(
	earlier: MessageFacts,
	message: MessageFacts,
	secrets: readonly AttachmentFacts[],
	wholeMessage: boolean,
	known: ReadonlySet<string>,
): FoundCommon | undefined {
	for (const text of [message.authored, ...message.contained.map(({ prints }) => prints)]) {
		const sources = [...(wholeMessage ? [earlier.authored] : []), ...secrets.flatMap(({ prints }) => prints ?? [])];
		for (const source of sources) {
			const common = repeated(source, text, known);
			if (common) return { how: "text", where: "text", quote: describe(earlier), common };
		}
	}
	return undefined;
}

function describe(earlier: MessageFacts): string {
	return `The same words as in the message of ${longDate(earlier.date)}, subject: ${earlier.subject}`;
}

/** What a paragraph of the secret and the text have in common; undefined where it is no more than phrases. */
function repeated(secret: Prints, text: Prints, known: ReadonlySet<string>): Common | undefined {
	const others = new Set(text.runs);
	const all = new Set(secret.runs);
	const runs = new Set([...all].filter((run) => others.has(run) && !known.has(run)));
	const enough =
		runs.size >= PARAGRAPH_RUNS || (runs.size >= SHORT_TEXT_MIN_RUNS && runs.size / all.size >= SHORT_TEXT_SHARE);
	return enough ? { runs } : undefined;
}

/** Runs that were no secret: they stood in unmarked mail to the outside before the marked message. */
function madePublic(
	earlier: MessageFacts,
	{ roster, related, settings }: Context<ConfidenceSettings>,
): ReadonlySet<string> {
	const known = new Set<string>();
	for (const other of related) {
		if (other.date >= earlier.date || ownMarkings(other, settings).length > 0) continue;
		if (!allRecipients(other, roster).some(({ party }) => party.kind === "third-party")) continue;
		for (const text of [other.authored, ...other.attachments.flatMap(({ prints }) => prints ?? [])]) {
			for (const run of text.runs) known.add(run);
		}
	}
	return known;
}

/** By their own mail, or by what stands of it in the threads of the two messages. */
function outsideAuthors(
	common: Common,
	earlier: MessageFacts,
	message: MessageFacts,
	{ roster, related }: Context<ConfidenceSettings>,
): readonly string[] {
	const wrote = (prints: Prints): boolean => {
		const theirs = new Set(prints.runs);
		const shared = [...common.runs].filter((run) => theirs.has(run)).length;
		return common.runs.size > 0 && shared / common.runs.size >= AUTHOR_SHARE;
	};
	const authors = related
		.filter((other) => other.date <= message.date && isOutside(senders(other, roster)[0]))
		.filter(
			(other) =>
				wrote(other.authored) ||
				other.attachments.some(
					(file) => file.digest === common.digest || (file.prints !== undefined && wrote(file.prints)),
				),
		)
		.flatMap(({ from }) => from[0]?.address ?? []);
	const quoted = [...message.contained, ...earlier.contained]
		.filter(
			(contained) => isOutside(roster.party(contained.from[0]?.address ?? "", message.date)) && wrote(contained.prints),
		)
		.flatMap(({ from }) => from[0]?.address ?? []);
	return [...authors, ...quoted];
}
