/**
 * The shape of a message's text: what the sender wrote, where its foot is, and which earlier messages hang below.
 * Where HTML and plain text are both there, the HTML gives the structure, unless it is the poorer of the two; what
 * only one of them says is told apart, since one reader sees it and another does not.
 */

import { wordsOf } from "../normalise.ts";
import { linesOfHtml } from "./html-lines.ts";
import { linesOfPlain, type TextLine } from "./lines.ts";
import { comparedWords, linesMissingFrom } from "./one-sided.ts";
import { type OwnText, ownText } from "./own-text.ts";
import { isForwardSubject } from "./quote-headers.ts";
import type { Body, FootLine, QuotedMessage, SegmentOptions, Segments } from "./segment-types.ts";
import { isHollow, type ThreadNode, threadOf } from "./thread.ts";

export type { Body, SegmentOptions, Segments } from "./segment-types.ts";

/** The foot reaches no further up into the letter than this many lines. */
const FOOT_LINES = 6;
/** The head reaches no further down than this many lines. */
const HEAD_LINES = 4;
/** HTML with less than this share of the plain text's words is a stub: the plain text gives the structure. */
const POOR_HTML = 0.4;
/** An answer below a quote is longer than a footer. */
const ANSWER_WORDS = 15;
const SALUTATION =
	/^(?:dear|hi|hello|hey|morning|good (?:morning|afternoon|evening)|afternoon|annwyl|helo|shwmae|bore da|prynhawn da|to whom|all,?$|councillors?,?$|colleagues,?$)/i;

/** Reads the text of a message. Never throws; a message without text gives empty segments. */
export function segment(body: Body, options: SegmentOptions = {}): Segments {
	const html = body.html === undefined ? undefined : linesOfHtml(body.html);
	const plain = body.plain === undefined ? undefined : linesOfPlain(body.plain);
	const htmlLines = html?.lines ?? [];
	const plainLines = plain ?? [];
	const both = html !== undefined && plain !== undefined && hasInk(htmlLines) && hasInk(plainLines);
	const useHtml = hasInk(htmlLines) && !(both && isPoor(htmlLines, plainLines));
	const read = reading(useHtml ? htmlLines : plainLines, options);
	const hidesText = html?.hidesText ?? false;
	if (!both) return { ...read, onlyInPlain: [], onlyInHtml: [], hidesText };

	const otherLines = useHtml ? plainLines : htmlLines;
	const words = comparedWords(useHtml ? htmlLines : plainLines);
	const otherWords = comparedWords(otherLines);
	// Most programs write the same words twice: then only who is quoted may stand in one alternative alone.
	if (isSame(words, otherWords) && read.contained.every(({ from }) => from.length > 0)) {
		return { ...read, onlyInPlain: [], onlyInHtml: [], hidesText };
	}
	const other = reading(otherLines, options);
	const missingThere = linesMissingFrom(written(read), otherWords);
	const extra = linesMissingFrom(written(other), words);
	const authored = extra.length === 0 ? read.authored : [read.authored, ...extra].join("\n").trim();
	const foot = missingThere.length === 0 ? read.foot : read.foot.filter(({ text }) => !missingThere.includes(text));
	return {
		...read,
		authored,
		foot,
		contained: withHeadersOf(read.contained, other.contained),
		onlyInPlain: useHtml ? extra : missingThere,
		onlyInHtml: useHtml ? missingThere : extra,
		hidesText,
	};
}

function isSame(words: readonly string[], others: readonly string[]): boolean {
	return words.length === others.length && words.every((word, index) => word === others[index]);
}

/** Some programs write who is quoted in one alternative alone. */
function withHeadersOf(contained: readonly QuotedMessage[], other: readonly QuotedMessage[]): readonly QuotedMessage[] {
	if (contained.every(({ from }) => from.length > 0)) return contained;
	const named = new Map(other.filter(({ from }) => from.length > 0).map((quote) => [openingOf(quote), quote]));
	return contained.map((quote) => {
		const twin = quote.from.length > 0 ? undefined : named.get(openingOf(quote));
		if (twin === undefined) return quote;
		const { from, to, cc, date, subject } = twin;
		return { ...quote, from, to, cc, ...(date !== undefined && { date }), ...(subject !== undefined && { subject }) };
	});
}

/** A quote's first words, by which it is known again. */
function openingOf(quote: QuotedMessage): string {
	return wordsOf(quote.text.slice(0, 200)).slice(0, 20).join(" ");
}

type Reading = Omit<Segments, "onlyInPlain" | "onlyInHtml" | "hidesText">;

function hasInk(lines: readonly TextLine[]): boolean {
	return lines.some(({ text }) => text !== "");
}

function isPoor(html: readonly TextLine[], plain: readonly TextLine[]): boolean {
	const size = (lines: readonly TextLine[]) => lines.reduce((sum, { text }) => sum + text.length, 0);
	return size(html) < size(plain) * POOR_HTML;
}

function written(read: Reading): string[] {
	const lines = [...read.authored.split("\n"), ...read.foot.map(({ text }) => text)];
	return [...new Set(lines)].filter((line) => line !== "");
}

function reading(lines: readonly TextLine[], options: SegmentOptions): Reading {
	const root = threadOf(lines, options.zone);
	const sender = options.sender ?? "";
	const posting = postingOf(root);
	const above = root.own.filter(({ after }) => after === 0).map(({ text }) => text);
	const below = root.own.filter(({ after }) => after > 0).map(({ text }) => text);
	const last = root.own.filter(({ after }) => after >= root.runs).map(({ text }) => text);
	const disclaimer: string[] = [];
	let top: OwnText;
	let tail: OwnText;
	if (posting === "bottom" || posting === "inline") {
		top = ownText([...above, "", ...below], sender, false);
		tail = root.runs === 0 ? top : ownText(last, sender, false);
		disclaimer.push(...top.disclaimer);
	} else {
		top = ownText(above, sender);
		tail = ownText(below, sender);
		disclaimer.push(...top.disclaimer, ...tail.disclaimer);
	}
	const apart = posting === "top" || posting === "none";
	const contained = containedIn(root, options, disclaimer);
	return {
		authored: (apart ? [...top.authored, ...gap(top, tail), ...tail.authored] : top.authored).join("\n"),
		signature: [...top.signature, ...(apart ? tail.signature : [])].join("\n"),
		disclaimer: disclaimer.join("\n"),
		foot: footOf(apart ? top : tail),
		head: headOf(top),
		belowQuotes: root.runs === 0 ? "" : (apart ? tail : ownText(last, sender)).authored.join("\n"),
		posting,
		contained,
	};
}

function gap(top: OwnText, tail: OwnText): string[] {
	return top.authored.length > 0 && tail.authored.length > 0 ? [""] : [];
}

/** The lines at the end: the last ones of the letter below its salutation, the name block and all that follows. */
function footOf(own: OwnText): FootLine[] {
	const { placed } = own;
	const salutation = placed.findIndex(({ text }, index) => index < HEAD_LINES && SALUTATION.test(text));
	const first = placed.findIndex(({ position }) => position !== "authored");
	const end = first < 0 ? placed.length : first;
	return placed.slice(Math.max(salutation + 1, end - FOOT_LINES));
}

function headOf(own: OwnText): string[] {
	const lines = own.authored.filter((line) => line !== "").slice(0, HEAD_LINES);
	const salutation = lines.findIndex((line) => SALUTATION.test(line));
	return salutation < 0 ? lines : lines.slice(0, salutation + 2);
}

function postingOf(root: ThreadNode): Segments["posting"] {
	if (root.runs === 0) return "none";
	const count = (keep: (after: number) => boolean): number =>
		root.own.reduce((sum, { text, after }) => (keep(after) ? sum + text.split(/\s+/).filter(Boolean).length : sum), 0);
	const between = count((after) => after > 0 && after < root.runs);
	const below = count((after) => after >= root.runs);
	const above = root.own.filter(({ text, after }) => after === 0 && text !== "" && !SALUTATION.test(text));
	if (between > 0 && below + between >= 3) return "inline";
	if (below === 0) return "top";
	if (above.length === 0) return "bottom";
	const words = wordsOf(above.map(({ text }) => text).join(" ")).length;
	return words < ANSWER_WORDS && below >= ANSWER_WORDS && below > 2 * words ? "bottom" : "top";
}

/** The quoted messages, each before the ones inside it; frames that say nothing themselves are left out. */
function containedIn(root: ThreadNode, options: SegmentOptions, disclaimer: string[]): QuotedMessage[] {
	const found: QuotedMessage[] = [];
	const forwardedAs = options.subject !== undefined && isForwardSubject(options.subject);
	const pending = root.children.map((node) => ({ node, depth: 0, inForward: forwardedAs })).reverse();
	for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
		const { node, depth, inForward } = next;
		const hollow = isHollow(node);
		const forwarded = node.via === "forwarded" || (inForward && node.opened !== "marks");
		if (!hollow) {
			const message = quotedMessage(node, depth, forwarded ? "forwarded" : "quoted", disclaimer);
			if (message !== undefined) found.push(message);
		}
		for (const child of node.children.toReversed()) {
			const sentOn = hollow ? inForward : isForwardSubject(node.header?.subject ?? "");
			pending.push({ node: child, depth: hollow ? depth : depth + 1, inForward: sentOn });
		}
	}
	return found;
}

function quotedMessage(
	node: ThreadNode,
	depth: number,
	via: QuotedMessage["via"],
	disclaimer: string[],
): QuotedMessage | undefined {
	const own = ownText(
		node.own.map(({ text }) => text),
		node.header?.from[0]?.name ?? "",
	);
	disclaimer.push(...own.disclaimer);
	const { header } = node;
	if (header === undefined && own.placed.length === 0) return undefined;
	return {
		via,
		depth,
		from: header?.from ?? [],
		to: header?.to ?? [],
		cc: header?.cc ?? [],
		...(header?.date !== undefined && { date: header.date }),
		...(header?.subject !== undefined && { subject: header.subject }),
		text: own.placed.map(({ text }) => text).join("\n"),
		authored: own.authored.join("\n"),
		...(node.attributionLine !== undefined && { attributionLine: node.attributionLine }),
	};
}
