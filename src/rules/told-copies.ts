/** Whether the words of a message name those who got a copy, in a form that the protocol accepts. */
import type { CopyStatement } from "../facts/facts.ts";
import { covered } from "../facts/told.ts";
import type { Copied } from "./copied.ts";

export const FOOTER_FORMS = ["cc", "copy-to", "copied-to", "welsh", "other"] as const;
export type FooterForm = (typeof FOOTER_FORMS)[number];

const WELSH = /(?:^|[\s(])(?:[cg]|ch)op(?:i|ïau|iau|ïwyd)(?![\p{L}])|cylchrediad|dosbarth/iu;
const COPIED = /\bcop(?:ied|ying)\b/iu;
const COPY = /\bcop(?:y|ies)\b/iu;
const CC = /(?:^|[^\p{L}])b?\.?\s?c\.?\s?\/?c(?![\p{L}])|\bb?cc'?e?d\b/iu;

/** How a copy footer is worded. */
export function formOf(quote: string): FooterForm {
	if (CC.test(quote)) return "cc";
	if (WELSH.test(quote)) return "welsh";
	if (COPIED.test(quote)) return "copied-to";
	return COPY.test(quote) ? "copy-to" : "other";
}

/** Of a name that nobody of the roster has, as much as an address shows of it. */
const SHORTEST_NAME = 4;

/** Ids of those of `copied` whom the statements name; an outsider by his address, or by the name that stands in it. */
export function toldOf(statements: readonly CopyStatement[], copied: readonly Copied[]): ReadonlySet<string> {
	const told = new Set(
		covered(
			statements,
			copied.map(({ id }) => id),
		),
	);
	for (const { id, role } of copied) {
		if (role === "outsider" && statements.some(({ quote }) => namesOutsider(quote.toLowerCase(), id))) told.add(id);
	}
	return told;
}

function namesOutsider(quote: string, address: string): boolean {
	if (quote.includes(address)) return true;
	const words = new Set(quote.match(/\p{L}+/gu) ?? []);
	const local = address.slice(0, address.lastIndexOf("@"));
	return (local.match(/\p{L}+/gu) ?? []).some((word) => word.length >= SHORTEST_NAME && words.has(word));
}
