/** What a person writes in a letter ends long before this; what goes on is a paste, or made to be slow to read. */
const LONGEST_LETTER_CHARS = 60_000;

/** The part of a text in which its writer's words to the reader are looked for. */
export function asFarAsRead(text: string): string {
	return text.length > LONGEST_LETTER_CHARS ? text.slice(0, LONGEST_LETTER_CHARS) : text;
}
