/** A sentence as a statement: what the rules see of it. */
import { QUOTE_LENGTH, type Statement } from "../../facts/facts.ts";
import { type Reading, readSentence } from "./reading.ts";
import { councilNames } from "./words.ts";

export interface SentenceContext {
	/** The council's name as configured: "Sallowfield Town Council". */
	readonly council?: string;
}

/** From here on a sentence that nobody vouches for is taken to bind. */
export const BINDING = 0.35;

/**
 * What a sentence does by its words alone; undefined where it neither binds, asks, nor says that it doesn't.
 * `binds` is "yes" only where it speaks for the council in so many words, "unclear" where its letter must tell.
 */
export function classifySentence(sentence: string, context: SentenceContext = {}): Statement | undefined {
	if (!/\p{L}/u.test(sentence)) return undefined;
	const reading = readSentence(sentence, councilNames(context.council ?? ""));
	if ((reading.label === "other" || reading.label === "opinion") && reading.binding < BINDING) return undefined;
	const alone =
		reading.binding < BINDING || reading.status !== "plain" ? "no" : reading.voice === "council" ? "yes" : "unclear";
	return statementOf(reading, alone);
}

/** A reading with what its letter makes of it. */
export function statementOf(
	reading: Reading,
	binds: Statement["binds"],
	because: readonly string[] = reading.because,
): Statement {
	return {
		force: reading.force,
		voice: reading.voice,
		status: reading.status,
		...(reading.addressee === undefined ? {} : { addressee: reading.addressee }),
		councilResource: reading.councilResource,
		binds,
		quote: reading.sentence.replace(/\s+/g, " ").trim().slice(0, QUOTE_LENGTH),
		because,
	};
}
