/** HTML that is safe by construction: whatever is put into an {@link html} template is escaped, unless it is HTML. */
import { plainLine } from "./plain-line.ts";

export interface Html {
	readonly html: string;
}

type Part = string | number | Html | readonly Part[] | undefined;

const ENTITIES: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

function escaped(part: Part): string {
	if (part === undefined) return "";
	if (typeof part === "number") return String(part);
	if (typeof part === "string") return plainLine(part).replace(/[&<>"']/gu, (mark) => ENTITIES[mark] ?? "");
	if ("html" in part) return part.html;
	return part.map(escaped).join("");
}

/** A piece of HTML; strings put into it lose control characters and are escaped, lists are joined. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
	return { html: strings.reduce((before, text, index) => before + escaped(parts[index - 1]) + text) };
}

/** Words from mail, kept apart so that right-to-left letters in them don't turn the text around. */
export function fromMail(text: string): Html {
	return html`<bdi>${text}</bdi>`;
}
