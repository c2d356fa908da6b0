/** Sentences of a paragraph, as far as copy statements and markings need them. */

/** Not the end of a sentence: titles and abbreviations before a name or a number. */
const ABBREVIATION =
	/(?:\b(?:cllrs?|cyng|dr|mrs?|ms|revd?|rev|hon|sir|st|prof|messrs|no|nos|para|paras|sch|s|ss|cl|art|fig|p|pp|approx|e\.g|i\.e|etc|cf|vs?|ref|tel|inc|ltd|co|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)|(?:^|[\s(])\p{Lu}|c\.c|b\.c\.c)\.$/iu;

/** The sentences of a text, with single blanks; line ends inside a paragraph do not end a sentence, empty lines do. */
export function sentencesOf(text: string): string[] {
	const sentences: string[] = [];
	for (const paragraph of text.split(/\n\s*\n/)) {
		let open = "";
		for (const piece of paragraph
			.replace(/\s+/g, " ")
			.trim()
			.split(/(?<=[.!?…]["')\]]?) (?=[\p{L}\p{N}"'([£])/u)) {
			open = open === "" ? piece : `${open} ${piece}`;
			if (ABBREVIATION.test(open.slice(-12)) || /[.!?] ?$/.test(open) === false) continue;
			sentences.push(open);
			open = "";
		}
		if (open.trim() !== "") sentences.push(open);
	}
	return sentences;
}
