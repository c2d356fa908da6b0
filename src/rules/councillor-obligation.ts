/** RULEBOOK `councillor-obligation`: a letter in a councillor's name binds the council or instructs on its behalf. */
import { z } from "zod";
import type { MessageFacts, Statement } from "../facts/facts.ts";
import { quoteOf } from "../facts/quote.ts";
import { OFFICERS_LETTERS } from "../facts/readings.ts";
import type { Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import { everyRule } from "./exceptions.ts";
import { longDate, personAs, styled } from "./naming.ts";
import { type Bound, chairsCouncil, type OutwardLetter, outwardLetters, turnsToOutsider } from "./outward-letters.ts";
import type { Evidence, Judgement, Rule } from "./rule.ts";
import { people } from "./setting-values.ts";
import { meansPerson } from "./who.ts";

const settings = z.strictObject({
	...everyRule,
	/** Whose letters are looked at; `both`: officers' too, where nobody binds the council without authority. */
	bound: z.enum(["councillors", "both"]).default("councillors"),
	/** `free`: the chair or mayor may bind the council. */
	chair: z.enum(["bound", "free"]).default("bound"),
	/** To whom the council has given the authority: their letters are left alone. */
	mayBind: people.default([]),
});
type ObligationSettings = z.infer<typeof settings>;

/** A finding quotes the words that decided, not the whole letter. */
const QUOTED_STATEMENTS = 3;

export interface BindingLetter {
	readonly outward: OutwardLetter;
	readonly statements: readonly Statement[];
}

/** The letters of a message that create an obligation or give an instruction on the council's behalf. */
export function bindingLetters(
	message: MessageFacts,
	roster: Roster,
	bound: Bound = "councillors",
): readonly BindingLetter[] {
	return outwardLetters(message, roster, bound).flatMap((outward) => {
		const statements = outward.letter.statements.filter(
			(statement) => statement.binds === "yes" && turnsToOutsider(statement, outward, message),
		);
		return statements.length > 0 ? [{ outward, statements }] : [];
	});
}

export function letterEvidence(outward: OutwardLetter): readonly Evidence[] {
	const { letter, because } = outward;
	return [
		because === "sender"
			? { kind: "header", where: "From", quote: quoteOf(outward.person.id) }
			: { kind: letter.where === "text" ? "text" : "attachment", where: letter.where, quote: quoteOf(because) },
	];
}

export const councillorObligation: Rule<ObligationSettings> = {
	meta: {
		id: "councillor-obligation",
		title: "Obligation in a councillor's name",
		about:
			"A letter or mail to somebody outside goes out in a councillor's name and binds the council, or gives an instruction on its behalf.",
		severity: "breach",
		clauses: { camborne: "Correspondence, 3", "leigh-on-sea": "6, second paragraph" },
		reads: ["letters"],
		readsToo: ({ bound }) => (bound === "both" ? [OFFICERS_LETTERS] : []),
		settings,
		falsePositives: [
			"The words are the council's, but the councillor only passes them on.",
			"The councillor writes for another body, and the mail does not say so.",
			"A resolution had given the councillor the task: the clause is about whose name the letter goes out in, so a person must judge.",
		],
	},
	judge(message, { roster, settings: wanted }) {
		const first = bindingLetters(message, roster, wanted.bound).find(
			({ outward }) => !isFree(outward.person, message.date, roster, wanted),
		);
		if (first === undefined) return [];
		return [first.outward.person.role === "officer" ? officersJudgement(message, first) : judgement(message, first)];
	},
};

function isFree(person: Person, at: string, roster: Roster, { chair, mayBind }: ObligationSettings): boolean {
	return (chair === "free" && chairsCouncil(person, at, roster)) || meansPerson(mayBind, person, at, roster);
}

function judgement(message: MessageFacts, letter: BindingLetter): Judgement {
	const { person } = letter.outward;
	return {
		people: [personAs("author", person)],
		summary: `${whatItDoes(message, letter)}.`,
		evidence: [...wordsOf(letter), ...letterEvidence(letter.outward)],
		certainty: "likely",
		unseen: "Whether the council had agreed to it does not change whose name it went out in.",
		remedy: `The Clerk can write in the council's name to confirm or correct what ${styled(person)} wrote on ${longDate(message.date)}.`,
	};
}

/** An officer may bind the council with authority: one that is named weighs less, and a person looks it up. */
function officersJudgement(message: MessageFacts, letter: BindingLetter): Judgement {
	const { person, letter: read } = letter.outward;
	const { authority } = read;
	const kind = read.where === "text" ? ("text" as const) : ("attachment" as const);
	return {
		people: [personAs("author", person)],
		summary: `${whatItDoes(message, letter)}, and ${authority === undefined ? "names no authority for it" : "names an authority that a person must look up"}.`,
		evidence: [
			...wordsOf(letter),
			...letterEvidence(letter.outward),
			authority === undefined
				? { kind: "absence", where: read.where, quote: "No resolution, minute or delegation is named." }
				: { kind, where: read.where, quote: quoteOf(authority) },
		],
		certainty: "likely",
		...(authority === undefined ? {} : { severity: "advisory" }),
		unseen: "A resolution, a delegation or an order by the council's own rules would not show in the mail.",
		remedy: `For the record: the authority for what I wrote on ${longDate(message.date)} is …`,
	};
}

function whatItDoes(message: MessageFacts, { outward: { letter, person }, statements }: BindingLetter): string {
	const instructs = statements.every(({ force }) => force === "instructs");
	return `The ${letter.where === "text" ? "mail" : "attached letter"} of ${longDate(message.date)} goes out in the name of ${styled(person)} and ${instructs ? "gives an instruction" : "makes a commitment"} on the council's behalf`;
}

function wordsOf({ outward: { letter }, statements }: BindingLetter): readonly Evidence[] {
	return statements.slice(0, QUOTED_STATEMENTS).map((statement) => ({
		kind: letter.where === "text" ? ("text" as const) : ("attachment" as const),
		where: letter.where,
		quote: quoteOf(statement.quote),
	}));
}
