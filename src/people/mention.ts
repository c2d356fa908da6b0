/** What a text says of people: who may be meant by which of its words. */

export interface Mention {
	/** The words as they stand in the text. */
	readonly quote: string;
	readonly kind: "name" | "office" | "list" | "committee" | "group" | "all" | "initials" | "first-name" | "address";
	/**
	 * Ids of the people whom the words fit, in office that day. `singular` covers one of them and `plural` all;
	 * a singular of several people ("Cllr Smith" with two Smiths) is `ambiguous`.
	 */
	readonly people: readonly string[];
	readonly number: "singular" | "plural";
	readonly ambiguous: boolean;
	/** Position in the text in which it was looked for, folded (see fold.ts): for order, not for slicing. */
	readonly start: number;
	readonly end: number;
}

export interface NamedPeople {
	/** In the order of the text. */
	readonly mentions: readonly Mention[];
	/** Ids of all people whom any mention fits, each once. */
	readonly people: readonly string[];
}

export interface NamingOptions {
	/**
	 * line: the text is a copy line or the part of a sentence that lists people ("Jones, Khan & the Mayor"): a bare
	 * surname, a first name or initials count. prose (default): only what cannot be an ordinary word does.
	 */
	readonly style?: "line" | "prose";
}
