/**
 * The parts of a clause that can be names. A first name counts only where it stands alone in its list, so the ordinary
 * words around it ("to Alan yesterday") are cut away first.
 */

/** Small words that belong to names, titles, offices and lists of them. */
const BELONGS =
	/^(?:cllrs?|councillors?|cyng(?:h?orydd|horwyr)?|cyng|mrs?|ms|miss|dr|revd?|sir|and|&|a|ac|a'r|y|yr|the|of|town|parish|community|county|district|city|deputy|deputies|vice|vice-chair(?:man|woman|person)?|chair(?:man|woman|person|s)?|leaders?|mayor(?:ess)?|clerk|proper|responsible|financial|finance|monitoring|officers?|rfo|committee|sub-committee|subcommittee|cttee|groups?|panel|board|party|team|members?|all|every|each|council|ward|staff|ap|ab|ferch|de|la|le|van|der|von|maer|cadeirydd|clerc|aelodau|pwyllgor|holl|arweinydd|grŵp)$/iu;
/** "the planning committee": the word before names the body. */
const BODY_FOLLOWS =
	/^(?:sub-)?(?:committee|cttee|group|panel|board|working|party|team|members|councillors|councillor|and|&)$/i;
const BODY_NEXT = /^(?:(?:sub-)?(?:committee|cttee|group|panel|working|party|members|councillors))$/i;
const OF_BODY =
	/^(?:members?|chair(?:man|woman|person)?|leader|clerk|mayor|all|each|both|vice-chair(?:man)?|deputy|aelodau)$/i;

/** In a text without capitals, the words that end a name. */
const ENDS =
	/^(?:i|i'm|i've|i'll|we|you|he|she|it|they|me|us|him|her|them|my|your|yours|his|their|our|its|this|that|these|those|who|whom|which|what|have|has|had|having|be|been|being|is|are|was|were|am|will|would|shall|can|could|may|might|do|does|did|to|for|from|on|onto|at|by|in|into|with|about|as|so|or|but|if|when|while|after|before|since|because|too|also|now|already|just|then|here|there|below|above|only|alone|today|yesterday|tomorrow|morning|afternoon|evening|night|last|next|week|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday|see|sees|saw|seen|read|know|knows|get|gets|got|copy|copies|copied|blind|bcc|cc|e-?mail|message|letter|note|not|no|yes|well|straight|over|on|out|back|please|thanks|think|thinks|same|had)$/i;

/** Stretches of the clause that can be names, in order; connecting words at their ends are cut off. */
export function nameRuns(clause: string): string[] {
	const words = clause.match(/[\p{L}\p{M}\p{N}'&@._-]+|[,;/()|+]/gu) ?? [];
	const capitals = /\p{Lu}\p{Ll}|\b\p{Lu}{2,3}\b/u.test(clause);
	const runs: string[] = [];
	let run: string[] = [];
	const close = (): void => {
		while (run.length > 0 && isLoose(run.at(-1) ?? "")) run.pop();
		while (run.length > 0 && isLoose(run[0] ?? "")) run.shift();
		if (run.length > 0) runs.push(run.join(" ").replace(/ ([,;])/g, "$1"));
		run = [];
	};
	words.forEach((word, index) => {
		if (belongs(words, index, capitals)) run.push(word);
		else close();
	});
	close();
	return runs;
}

function belongs(words: readonly string[], index: number, capitals: boolean): boolean {
	const word = (words[index] ?? "").replace(/\.$/, "");
	if (/^[,;/&+|]$/.test(word)) return true;
	if (/^of$/i.test(word)) return OF_BODY.test(words[index - 1] ?? "");
	if (/^i$/.test(word) || /^I(?:'\w+)?$/.test(word))
		return /^I$/.test(word) && /^\p{Lu}\p{Ll}/u.test(words[index + 1] ?? "");
	if (word.includes("@")) return true;
	if (BELONGS.test(word)) return true;
	if (!capitals) return !ENDS.test(word);
	if (/^\p{Lu}/u.test(word)) return !ENDS.test(word) || /^\p{Lu}{1,2}$/u.test(word);
	return (
		BODY_NEXT.test(words[index + 1] ?? "") ||
		(BODY_FOLLOWS.test(words[index + 1] ?? "") && BODY_NEXT.test(words[index + 2] ?? ""))
	);
}

function isLoose(word: string): boolean {
	return /^(?:[,;/&+|]|and|a|ac|the|of|y|yr|to|with)$/i.test(word);
}
