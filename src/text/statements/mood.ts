/** Is it an order by its form? An English imperative begins with a verb in its base form and has no subject. */
import { classOf, isBaseVerb } from "./lexicon.ts";

const OPENERS = new Set(
	`please kindly pls so then well just and but now yes ok okay right also again yeah yep no otherwise meanwhile finally
	first next do always simply sorry thanks quickly anyway`.split(/\s+/),
);

/** Words that can't begin an imperative. */
const FUNCTION = new Set(
	`the a an this that these those i you he she it we they my your his her its our their there here what who whom which
	when where why how if unless until once although though because since while whether as in on at by for from of to
	with without under over after before about between into within during despite per via not no nor or than too very
	all any each every some both many much more most few several none nobody nothing everyone somebody someone one
	is are was were be been being am has have had did does can could will would shall should may might must ought am
	further many dear hi hello hope hoping looking good best kind sincerely regards thank thanks yours mr mrs ms dr cllr
	sir madam #council #name #num #day #money #outer #mail being having following according regarding re subject`.split(
		/\s+/,
	),
);

const OBJECT = new Set(
	`the a an it them us me your our this that these those up down out off on in all both him her to at over through
	round away back every any no #num #money #name another half each my with ahead twelve two three four five six ten`.split(
		/\s+/,
	),
);

/** Verbs that ask for a word or a courtesy, not for work. */
const SOFT = new Set(
	`let see find know hope note remember forgive excuse pardon imagine think look have do be enjoy take care come tell
	give ring call contact write reply phone email visit join try speak talk ask read accept keep feel hesitate advise
	confirm acknowledge consider pass wish trust bear mind thank welcome love`.split(/\s+/),
);

/** The shape of the sentence's openings (after commas and full stops too), as features: "imperative", "soft", … */
export function moodsOf(words: readonly string[]): readonly string[] {
	const found: string[] = [];
	let start = true;
	for (let at = 0; at < words.length; at += 1) {
		const word = words[at] as string;
		if (/^[,;:.!?-]$/.test(word)) {
			start = true;
			continue;
		}
		if (!start) continue;
		if (OPENERS.has(word) && at + 1 < words.length) {
			if (word === "do" && words[at + 1] === "not") found.push("forbids");
			continue;
		}
		start = false;
		const whole = at === 0 || words.slice(0, at).every((before) => OPENERS.has(before) || /^[,;:.!?-]$/.test(before));
		const where = whole ? "first" : words[at - 1] === "," || words[at - 1] === "and" ? "after comma" : "later";
		const next = words[at + 1] ?? ".";
		// "Dave, get the bins filled": a name and a comma before the verb.
		if (whole && next === "," && classOf(word) === undefined && !FUNCTION.has(word)) {
			found.push("names somebody");
			start = true;
			continue;
		}
		if (FUNCTION.has(word) && !(word === "have" && OBJECT.has(next))) continue;
		const known = isBaseVerb(word) || SOFT.has(word) || word === "use" || word === "proceed";
		if (SOFT.has(word)) {
			found.push(`soft imperative ${where}`);
		} else if (known && (OBJECT.has(next) || /^[,;:.!?-]$/.test(next) || classOf(next) !== undefined)) {
			found.push(`imperative ${where}`);
		} else if (known && where === "first") {
			found.push("verb first");
		} else if (OBJECT.has(next) && !word.startsWith("#") && !/(?:ed|ing|ly|s)$/.test(word)) {
			found.push(`imperative shape ${where}`);
		}
	}
	return found;
}
