/**
 * Standing disclaimers, gateway banners and list footers. They are told by how much of their typical wording comes
 * together, never by one word: "This is confidential, please keep it to yourself" is somebody's own sentence.
 */
import { SAYINGS } from "./disclaimer-wording.ts";
import { isAfterword, isContactLine, isNameLike, signOffIn } from "./signature.ts";

/** A text of this weight is furniture; a unit of `SOME` next to one belongs to it. */
const ENOUGH = 3;
const SOME = 0.8;
const HEADING = 1.5;
/** Right below a name block is where they stand. */
const BELOW_NAME = 1;
/** Sentences in the first person are somebody's own. */
const FIRST_PERSON = /\b(?:I|I'm|I've|I'll|I'd|my|me)\b/;
const FIRST_PERSON_OFF = 1.5;
/** Text beyond this in one unit adds nothing to its weight. */
const LONGEST_WEIGHED = 4000;
/** A line so much shorter than the paragraph's longest was ended by its writer, not by the margin. */
const SHORT_LINE = 0.6;
/** A cheap look before the long one: no text without one of these is a disclaimer. */
const OPENING_WORD =
	/confiden|intend|disclaim|d i s c l|e-?mail|messag|mensaje|bericht|nachricht|virus|liab|extern|outside|print|unsubscri|mailing|privac|regist|copyright|legal|scan|views|opinion|transmi|communicat|notice|caution|link|attach|derbyn|ebost|neges|destinat|empf|vertrau|riserv|error|mistake|delete|information act|monitor|environment|amgylchedd|croesaw|gohebiaeth|mailman/i;

/** How much of the wording of disclaimers comes together in a text; 3 and more is one. */
export function disclaimerWeight(text: string): number {
	const head = text.length > LONGEST_WEIGHED ? text.slice(0, LONGEST_WEIGHED) : text;
	if (!OPENING_WORD.test(head)) return 0;
	const lower = head.toLowerCase();
	let weight = 0;
	for (const [saying, worth] of SAYINGS) if (saying.test(lower)) weight += worth;
	return weight > 0 && FIRST_PERSON.test(head) ? weight - FIRST_PERSON_OFF : weight;
}

/** Lines that belong together: a sentence or several that share lines. */
interface Unit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
	readonly weight: number;
}

/** Marks the lines that are disclaimers. Takes lines in order, "" between paragraphs; returns the indexes. */
export function disclaimerLines(lines: readonly string[]): ReadonlySet<number> {
	const found = new Set<number>();
	if (!lines.some((line) => OPENING_WORD.test(line.length > LONGEST_WEIGHED ? line.slice(0, LONGEST_WEIGHED) : line)))
		return found;
	const units: Unit[] = [];
	for (let start = 0; start < lines.length; ) {
		if (lines[start] === "") {
			start++;
			continue;
		}
		let end = start;
		while (end < lines.length && lines[end] !== "") end++;
		const paragraph = unitsOf(lines, start, end);
		markClusters(paragraph, found);
		units.push(...paragraph);
		start = end;
	}
	if (found.size > 0) markNeighbours(units, found);
	return found;
}

/** Parts a paragraph where a line ends a sentence, or is so short that its writer ended it. */
function unitsOf(lines: readonly string[], start: number, end: number): Unit[] {
	const units: Unit[] = [];
	let longest = 0;
	for (let at = start; at < end; at++) longest = Math.max(longest, (lines[at] ?? "").length);
	for (let from = start; from < end; ) {
		let to = from + 1;
		while (to < end && goesOn(lines[to - 1] ?? "", lines[to] ?? "", longest)) to++;
		const text = lines.slice(from, to).join(" ");
		const weight = disclaimerWeight(text);
		const below = from > start && isNobodysDisclaimer(lines[from - 1] ?? "");
		units.push({ start: from, end: to, text, weight: below && weight >= HEADING ? weight + BELOW_NAME : weight });
		from = to;
	}
	return units;
}

function goesOn(line: string, next: string, longest: number): boolean {
	if (/[.!?]["')*]*$/.test(line)) return false;
	if (line.length >= longest * SHORT_LINE) return true;
	return /^[\p{Ll}(]/u.test(next) && !isNobodysDisclaimer(line);
}

/** Units of one paragraph with typical wording, at most one other between them, are weighed together. */
function markClusters(units: readonly Unit[], found: Set<number>): void {
	let cluster: Unit[] = [];
	const settle = (): void => {
		const from = cluster[0]?.start ?? 0;
		const to = cluster[cluster.length - 1]?.end ?? 0;
		const weight =
			cluster.length === 1 ? (cluster[0]?.weight ?? 0) : disclaimerWeight(cluster.map(({ text }) => text).join(" "));
		if (weight >= ENOUGH) for (let at = from; at < to; at++) found.add(at);
		cluster = [];
	};
	let gap: Unit | undefined;
	for (const unit of units) {
		if (unit.weight <= 0) {
			if (gap !== undefined || isNobodysDisclaimer(unit.text)) settle();
			gap = unit;
			continue;
		}
		if (gap !== undefined && cluster.length > 0) cluster.push(gap);
		gap = undefined;
		cluster.push(unit);
	}
	settle();
}

/** Names, numbers, sign-offs and copy lines between disclaimers are the sender's. */
function isNobodysDisclaimer(text: string): boolean {
	return signOffIn(text) !== undefined || isAfterword(text) || isContactLine(text) || isNameLike(text);
}

/** What stands right next to a disclaimer and has some of the wording, or thanks for the trouble, is the rest of it. */
function markNeighbours(units: readonly Unit[], found: Set<number>): void {
	for (let at = 0; at < units.length; at++) {
		if (!found.has(units[at]?.start ?? -1)) continue;
		for (let next = at + 1; next < units.length; next++) {
			const unit = units[next] as Unit;
			const thanks = unit.start === units[next - 1]?.end && /^thank(?:s| you)\b.{0,60}$/i.test(unit.text);
			if (found.has(unit.start) || (unit.weight < SOME && !thanks)) break;
			mark(unit, found);
		}
		for (let before = at - 1; before >= 0; before--) {
			const unit = units[before] as Unit;
			if (found.has(unit.start) || unit.weight < HEADING) break;
			mark(unit, found);
		}
	}
}

function mark(unit: Unit, found: Set<number>): void {
	for (let at = unit.start; at < unit.end; at++) found.add(at);
}
