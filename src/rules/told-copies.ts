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
/** "jdoe@": a surname behind an initial or two. */
const SHORTEST_SURNAME = 3;
const INITIALS_MAX = 2;
/** Shorter ones stand in other words by chance. */
const SHORTEST_DOMAIN = 6;

/** Ids of those of `copied` whom the statements name; an outsider by his address or name, or by what it shows of his name. */
export function toldOf(statements: readonly CopyStatement[], copied: readonly Copied[]): ReadonlySet<string> {
	const told = new Set(
		covered(
			statements,
			copied.map(({ id }) => id),
		),
	);
	for (const person of copied) {
		if (person.role === "outsider" && statements.some(({ quote }) => namesOutsider(quote.toLowerCase(), person)))
			told.add(person.id);
	}
	return told;
}

function namesOutsider(quote: string, { id: address, knownAs = "" }: Copied): boolean {
	if (quote.includes(address)) return true;
	const words: readonly string[] = quote.match(/\p{L}+/gu) ?? [];
	const stands = (word: string): boolean => words.includes(word);
	const names = knownAs.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
	if (names.length > 0 && names.every(stands)) return true;
	const at = address.lastIndexOf("@");
	const local = address.slice(0, at).match(/\p{L}+/gu) ?? [];
	if (local.some((word) => word.length >= SHORTEST_NAME && stands(word))) return true;
	const behindInitials = (word: string): boolean =>
		words.some(
			(name) =>
				name.length >= SHORTEST_SURNAME &&
				!NO_SURNAMES.has(name) &&
				word.endsWith(name) &&
				word.length - name.length <= INITIALS_MAX,
		);
	if (local.length === 1 && local.some(behindInitials)) return true;
	const firm = (address.slice(at + 1).split(".")[0] ?? "").replace(/[^\p{L}]/gu, "");
	return firm.length >= SHORTEST_DOMAIN && !PROVIDERS.has(firm) && items(quote).includes(firm);
}

/** What stands between the separators of a copy line, letters alone: "cc Fern Fencing" gives "fernfencing". */
function items(quote: string): readonly string[] {
	return quote
		.split(/[,;:()&]|\band\b/u)
		.map((part) =>
			part.replace(/^\s*(?:b?c\.?c\.?|cop(?:y|ies|ied)(?: to)?|to|the)(?=\s)/u, "").replace(/[^\p{L}]/gu, ""),
		);
}

const NO_SURNAMES = new Set(["the", "and", "for", "all", "copy", "copies", "cllr", "councillor", "information"]);
const PROVIDERS = new Set([
	"hotmail",
	"outlook",
	"icloud",
	"yahoo",
	"googlemail",
	"btinternet",
	"talktalk",
	"virginmedia",
]);
