/** Sentences of running text as the sender meant them: a line that was wrapped goes on in the next, whatever its capital. */
import { remembering } from "./remembering.ts";
import { sentences } from "./sentences.ts";

/** A shorter line did not run out of room. */
const FULL_LINE = 50;
const ENDED = /[.!?:;]["')\]]*$/;
const STARTS_ANEW = /^\s*(?:[-*•·–>]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s/;

/** The sentences of a text (paragraphs by empty lines), each on one line with single blanks. */
export function sentencesOf(text: string): readonly string[] {
	return read(text);
}

const read = remembering((text) => sentences(unwrapped(text)).map((sentence) => sentence.text));

/** "I have copied" at the end of a full line and "Patrick Hale" on the next are one sentence. */
export function unwrapped(text: string): string {
	let open = false;
	let joined = "";
	for (const line of text.split("\n")) {
		const bare = line.trim();
		const goesOn = open && bare !== "" && !STARTS_ANEW.test(line);
		joined += joined === "" ? line : goesOn ? ` ${bare}` : `\n${line}`;
		open = line.trimEnd().length >= FULL_LINE && !ENDED.test(bare);
	}
	return joined;
}
