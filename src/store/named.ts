/** Who stands in a finding, as one text to look people up in. */
import { fold } from "../people/fold.ts";
import type { Finding } from "../rules/rule.ts";
import { storableText } from "./storable.ts";

/** The sender's address, and names and addresses of the people in the finding; folded, each once. */
export function namedIn({ message, people }: Finding): string {
	const each = new Set([message.from, ...people.flatMap(({ name, address }) => [name, address])].map(searchable));
	return [...each].filter((one) => one !== "").join("\n");
}

/** Lower case, without accents, blanks folded: whoever looks for "Sian" finds "Siân". */
export function searchable(text: string): string {
	return storableText(fold(text).lower).replace(/\s+/gu, " ").trim();
}
