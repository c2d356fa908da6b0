/** Whom the salutation turns to. */
import { peopleNamed } from "../people/names.ts";
import type { Roster } from "../people/roster.ts";
import type { Segments } from "../text/segments/segment-types.ts";
import { quoteOf } from "./quote.ts";

/** "Dear Imran,", "Hello Kerenza", "Helen - the roundabout …", "Susan, we have moved you": a name at the very start. */
const SALUTATION =
	/^\s*(?:(?:dear|hello|hi|hiya|hey|annwyl|good (?:morning|afternoon|evening)|morning|afternoon)\s+)?([^,\n:;–—-]{1,80}?)\s*(?:[,:–—-]|$)/iu;

export function greetingOf(
	segments: Segments,
	roster: Roster,
	at: string,
): { readonly people: readonly string[]; readonly quote: string } | undefined {
	const line = segments.authored.split("\n").find((text) => text.trim() !== "");
	const name = line === undefined ? undefined : SALUTATION.exec(line)?.[1];
	if (line === undefined || name === undefined) return undefined;
	const { people } = peopleNamed(name, roster, at, { style: "line" });
	return people.length === 0 ? undefined : { people, quote: quoteOf(line) };
}
