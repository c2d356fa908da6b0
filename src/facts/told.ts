/** Whom a copy statement covers, when several hidden people share the name that it gives. */
import type { CopyStatement } from "./facts.ts";

/**
 * Ids of the hidden people whom these statements cover. A surname in the singular covers one of two namesakes, the
 * first by id, so that the other is still left out; in the plural, and by office, list or group, it covers all. A
 * pronoun covers the likeliest of those who got it.
 */
export function covered(statements: readonly CopyStatement[], hidden: readonly string[]): ReadonlySet<string> {
	const found = new Set<string>();
	for (const statement of statements) {
		if (statement.mentions === undefined) {
			for (const id of statement.covers) if (hidden.includes(id)) found.add(id);
			continue;
		}
		for (const mention of statement.mentions) {
			const fitting = mention.people.filter((id) => hidden.includes(id));
			if (mention.pointed !== true) fitting.sort();
			if (!mention.singular) for (const id of fitting) found.add(id);
			else {
				const next = fitting.find((id) => !found.has(id)) ?? fitting[0];
				if (next !== undefined) found.add(next);
			}
		}
	}
	return found;
}
