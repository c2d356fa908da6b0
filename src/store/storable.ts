const REPLACEMENT = "\uFFFD";

/** PostgreSQL takes neither NUL nor half a surrogate pair in text, and mail holds both: the text with what the database would refuse replaced by U+FFFD. */
export function storableText(text: string): string {
	return text.toWellFormed().replaceAll("\0", REPLACEMENT);
}
