/** Who, by the sender's own words, else got, gets or will get a message (rulebook, "copy footer" and readings 4 to 7). */
import type { CopyStatement } from "../../facts/facts.ts";
import { type Mention, type NamingOptions, peopleNamed } from "../../people/names.ts";
import type { Roster } from "../../people/roster.ts";
import { readable } from "../normalise.ts";
import { sentencesOf } from "../prose.ts";
import { evidenceQuote } from "../quote.ts";
import type { Segments } from "../segments/segment-types.ts";
import { type CopyLine, copyLines } from "./copy-footer.ts";
import { copiesToldIn } from "./copy-in-text.ts";
import { asMeant, type Meant, meantBy } from "./copy-meant.ts";
import type { ToldCopy } from "./copy-words.ts";
import { nameRuns } from "./name-runs.ts";

export interface AttachedText {
	readonly name: string;
	readonly text: string;
}

type CopySegments = Pick<
	Segments,
	"authored" | "signature" | "foot" | "head" | "belowQuotes" | "posting" | "onlyInPlain" | "onlyInHtml"
>;

/** A cheap look before the grammar: a text without one of these says nothing of copies. */
const MAY_TELL =
	/\b(?:b?cc|cc'|c\.c|cop(?:y|ies|ied|ying)|loop|in(?:clud|to bcc)|add(?:ed|ing)|mov(?:ed|ing)|kept|keeping|forward|pass|sen[dt]|shar|show|gave|giv|hand|relay|redirect|re-?sen|mail|refer|circulat|let|put|ran|run|bounc|ping|transfer|direct|deliver|read|releas|suppl|provid|brought|bring|tak|took|post|get|find|possess|hold|blind|unseen|see|us(?:ed|ing) b|has|have|had|saw|seen|receiv|got|gets|gone|went|goes|going|with|reached|anfon|gyrr|pasi|rhann|cop[iï]|gop[iï]|chop[iï]|weld|derbyn)/i;

/**
 * All copy statements of a message, its footers first.
 *
 * @param attachedLetters documents with their text; a copy line in one tells, but is no footer.
 * @param at the message's date: `covers` names the people in office that day.
 */
export function copyStatements(
	segments: CopySegments,
	attachedLetters: readonly AttachedText[],
	roster: Roster,
	at: string,
): CopyStatement[] {
	const read = new Reader(roster, at);
	// What a reader of the other alternative does not see tells him nothing.
	const halfSeen = new Set([...segments.onlyInPlain, ...segments.onlyInHtml].map((line) => line.trim()));
	const authored = lines(segments.authored).filter((line) => line.trim() === "" || !halfSeen.has(line.trim()));
	const foot = segments.foot.map(({ text }) => text);
	const footers = copyLines(foot, read.listsPeople).map((line) => read.line("footer", line));
	const elsewhere = [
		...copyLines([...segments.head, ...authored], read.listsPeople),
		...copyLines(lines(segments.belowQuotes), read.listsPeople),
		...attachedLetters.flatMap(({ text }) => copyLines(lines(text.slice(0, LONGEST_LETTER)), read.listsPeople)),
	]
		.filter(({ quote }) => !footers.some((footer) => footer?.quote === evidenceQuote(quote)))
		.map((line) => read.line("elsewhere", line));
	const written = [...footers, ...elsewhere].map((line) => line?.quote);
	const told = read.sentences(authored.join("\n")).filter(({ quote }) => !written.includes(quote));
	return unique([...footers, ...elsewhere, ...told].filter((statement) => statement !== undefined));
}

/** A letter's copy line stands on its last page; longer documents are no letters. */
const LONGEST_LETTER = 40_000;

function lines(text: string): string[] {
	return text === "" ? [] : text.split("\n");
}

/** Copy lines and sentences, with the people whom they name on that day. */
class Reader {
	readonly #roster: Roster;
	readonly #at: string;

	constructor(roster: Roster, at: string) {
		this.#roster = roster;
		this.#at = at;
	}

	listsPeople = (line: string): boolean => this.#named(line, { style: "line" }).length > 0;

	line(kind: "footer" | "elsewhere", { names, quote }: CopyLine): CopyStatement | undefined {
		const mentions = this.#named(names, { style: "line" });
		// Somebody outside, whom the roster does not know, is named by his words alone.
		if (mentions.length === 0)
			return NAMES.test(names) ? { kind, covers: [], mentions: [], quote: evidenceQuote(quote) } : undefined;
		return statement(kind, mentions.map(asMeant), evidenceQuote(quote));
	}

	sentences(text: string): CopyStatement[] {
		const found: CopyStatement[] = [];
		const before: string[] = [];
		for (const written of sentencesOf(readable(text))) {
			const sentence = written.replace(POSTSCRIPT, "").replace(OPENING_ADVERB, "");
			if (MAY_TELL.test(sentence)) {
				const all = copiesToldIn(sentence);
				const read = (some: readonly ToldCopy[]): readonly CopyStatement[] =>
					some.map((told) => this.#told(told, sentence, before)).filter((one) => one !== undefined);
				const plain = read(all.filter(({ loose }) => loose === undefined));
				found.push(...(plain.length > 0 ? plain : read(all.filter(({ loose }) => loose !== undefined))));
			}
			before.unshift(sentence);
			before.length = Math.min(before.length, SENTENCES_BACK);
		}
		return found;
	}

	#told(told: ToldCopy, sentence: string, before: readonly string[]): CopyStatement | undefined {
		const earlier = sentence.slice(0, told.index);
		const doneBy = told.doer;
		if (doneBy !== undefined && !this.#doneByOfficer(doneBy, `${before[0] ?? ""} ${earlier}`)) return undefined;
		const around = { earlier, later: sentence.slice(told.index), before };
		const meant = meantBy(told, around, (clause) => this.#listed(clause));
		return statement(told.kind, meant, evidenceQuote(sentence, told.index));
	}

	/** "Cllr Jones told me he sent it on" is no officer's doing. */
	#doneByOfficer(doer: string, context: string): boolean {
		const named = this.#listed(doer);
		const who = named.length > 0 || !PRONOUN.test(doer) ? named : this.#listed(context);
		const people = who.slice(-1).flatMap(({ people }) => people);
		if (people.length === 0) return /\bthe (?:office|clerk|deputy|team|council office)\b/i.test(doer);
		return people.every((id) => this.#roster.officers(this.#at).some((officer) => officer.id === id));
	}

	/** People named in a clause, in its order. */
	#listed(clause: string): readonly Mention[] {
		return nameRuns(clause).flatMap((run) => {
			const mentions = this.#named(run, { style: "line" });
			// "I've copied Planning" may mean a department; a footer's bare name is the committee's.
			const bare = mentions.every(({ kind, quote }) => kind !== "committee" || !/\S\s+\S/.test(quote));
			return bare ? mentions.filter(({ kind }) => kind !== "committee") : mentions;
		});
	}

	#named(text: string, options: NamingOptions): readonly Mention[] {
		return peopleNamed(text, this.#roster, this.#at, options).mentions;
	}
}

/** Somebody's name, or an address. */
const NAMES = /\p{Lu}\p{Ll}+|@/u;
const PRONOUN = /\b(?:he|she|they|him|her|them|both)\b/i;
/** "PS Colin has a copy": no initials of his. */
const POSTSCRIPT = /^\W*(?:(?:p\.?\s?)?p\.?\s?s|n\.?b|fyi|btw)\b[.:,\s–-]*(?=\S)/i;
/** "Incidentally Ruth has it": no part of her name. */
const OPENING_ADVERB =
	/^(?:\p{Lu}\p{Ll}{3,}(?:ally|ntly|tely|edly|rily|stly|usly|ngly)|Also|Meanwhile|Today|Yesterday|Again),? (?=\p{Lu})/u;
/** So far back a pronoun's name may stand. */
const SENTENCES_BACK = 2;

function statement(kind: CopyStatement["kind"], meant: readonly Meant[], quote: string): CopyStatement | undefined {
	// Of those to whom a pronoun can point, the likeliest stands for it wherever one must.
	const covers = [...new Set(meant.flatMap(({ people, pointed }) => (pointed ? people.slice(0, 1) : people)))];
	return covers.length === 0 ? undefined : { kind, covers, mentions: meant, quote };
}

function unique(statements: readonly CopyStatement[]): CopyStatement[] {
	const seen = new Set<string>();
	return statements.filter(
		({ kind, covers, quote }) => seen.size < seen.add(JSON.stringify([kind, covers, quote])).size,
	);
}
