/** A message's own lines, sorted into what was written, the signature and the furniture. */
import { disclaimerLines } from "./disclaimer.ts";
import { isRuleLine } from "./quote-headers.ts";
import type { FootLine } from "./segment-types.ts";
import { isPhoneLine, signatureIn } from "./signature.ts";

export interface OwnText {
	readonly authored: readonly string[];
	readonly signature: readonly string[];
	readonly disclaimer: readonly string[];
	/** Every line but the disclaimers, in order, with its place; "" lines left out. */
	readonly placed: readonly FootLine[];
}

/** Sorts lines ("" between paragraphs) of one message, whose sender may be known by name; `whole` as in {@link signatureIn}. */
export function ownText(raw: readonly string[], sender = "", whole = true): OwnText {
	const lines = raw.map((line) => (isRuleLine(line) && !isDelimiter(line) ? "" : line));
	const disclaimers = disclaimerLines(lines);
	const range = signatureIn(lines, disclaimers, sender, whole);
	const authored: string[] = [];
	const signature: string[] = [];
	const disclaimer: string[] = [];
	const placed: FootLine[] = [];
	let written = false;
	let belowDisclaimer = false;
	for (const [index, text] of lines.entries()) {
		if (text === "") {
			if (authored.length > 0 && authored[authored.length - 1] !== "") authored.push("");
			continue;
		}
		if (disclaimers.has(index)) {
			disclaimer.push(text);
			// A banner above the letter is no foot.
			if (written) belowDisclaimer = true;
			continue;
		}
		const inside = range !== undefined && index >= range.start && index < range.end;
		if (inside || isPhoneLine(text)) {
			signature.push(text);
			placed.push({ text, position: "signature" });
		} else {
			authored.push(text);
			placed.push({ text, position: placeOf(index, range?.end, belowDisclaimer) });
		}
		written = true;
	}
	while (authored[authored.length - 1] === "") authored.pop();
	return { authored, signature, disclaimer, placed };
}

function placeOf(index: number, signatureEnd: number | undefined, belowDisclaimer: boolean): FootLine["position"] {
	if (belowDisclaimer) return "after-disclaimer";
	return signatureEnd !== undefined && index >= signatureEnd ? "after-signature" : "authored";
}

function isDelimiter(line: string): boolean {
	return line.length <= 4;
}
