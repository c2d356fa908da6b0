/** Message-IDs in Message-ID, In-Reply-To and References. */
import { TRACE_LINES_MAX } from "./limits.ts";

const BRACKETED = /<([^<>]{1,998})>/gu;

/** All ids in order, each once, with angle brackets and without blanks; bare ones get their brackets. */
export function messageIds(values: readonly string[]): readonly string[] {
	const found = new Set<string>();
	for (const value of values) {
		const bracketed = [...value.matchAll(BRACKETED)].map((match) => (match[1] as string).replace(/\s+/gu, ""));
		const ids = bracketed.length > 0 ? bracketed : value.split(/\s+/u).filter(isBareId);
		for (const id of ids) {
			if (id !== "" && found.size < TRACE_LINES_MAX) found.add(`<${id.replace(/^<|>$/gu, "")}>`);
		}
	}
	return [...found];
}

/** "Your message of 3 March" is none. */
function isBareId(word: string): boolean {
	return /^[^\s@]+@[^\s@]+$/u.test(word);
}

/** The id of a message itself; a value without "@" is one as well. */
export function ownMessageId(value: string | undefined): string | undefined {
	if (value === undefined) return undefined;
	const id = messageIds([value])[0];
	if (id !== undefined) return id;
	const bare = value.replace(/[\s<>]+/gu, "").slice(0, 998);
	return bare === "" ? undefined : `<${bare}>`;
}
