/** RULEBOOK `councillor-obligation`: a letter in a councillor's name binds the council or instructs on its behalf. */
import { z } from "zod";
import type { MessageFacts, Statement } from "../facts/facts.ts";
import { quoteOf } from "../facts/quote.ts";
import type { Roster } from "../people/roster.ts";
import { everyRule } from "./exceptions.ts";
import { longDate, personAs, styled } from "./naming.ts";
import { chairsCouncil, type OutwardLetter, outwardLetters, turnsToOutsider } from "./outward-letters.ts";
import type { Evidence, Judgement, Rule } from "./rule.ts";

const settings = z.strictObject({
	...everyRule,
	/** `free`: the chair or mayor may bind the council. */
	chair: z.enum(["bound", "free"]).default("bound"),
});
type ObligationSettings = z.infer<typeof settings>;

/** A finding quotes the words that decided, not the whole letter. */
const QUOTED_STATEMENTS = 3;

export interface BindingLetter {
	readonly outward: OutwardLetter;
	readonly statements: readonly Statement[];
}

/** The letters of a message that create an obligation or give an instruction on the council's behalf. */
export function bindingLetters(message: MessageFacts, roster: Roster): readonly BindingLetter[] {
	return outwardLetters(message, roster).flatMap((outward) => {
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
			? { kind: "header", where: "From", quote: quoteOf(outward.councillor.id) }
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
		settings,
		falsePositives: [
			"The words are the council's, but the councillor only passes them on.",
			"The councillor writes for another body, and the mail does not say so.",
			"A resolution had given the councillor the task: the clause is about whose name the letter goes out in, so a person must judge.",
		],
	},
	judge(message, { roster, settings: { chair } }) {
		const first = bindingLetters(message, roster).find(
			({ outward }) => chair === "bound" || !chairsCouncil(outward.councillor, message.date, roster),
		);
		return first === undefined ? [] : [judgement(message, first)];
	},
};

function judgement(message: MessageFacts, { outward, statements }: BindingLetter): Judgement {
	const { councillor, letter } = outward;
	const instructs = statements.every(({ force }) => force === "instructs");
	return {
		people: [personAs("author", councillor)],
		summary: `The ${letter.where === "text" ? "mail" : "attached letter"} of ${longDate(message.date)} goes out in the name of ${styled(councillor)} and ${instructs ? "gives an instruction" : "makes a commitment"} on the council's behalf.`,
		evidence: [
			...statements.slice(0, QUOTED_STATEMENTS).map((statement) => ({
				kind: letter.where === "text" ? ("text" as const) : ("attachment" as const),
				where: letter.where,
				quote: quoteOf(statement.quote),
			})),
			...letterEvidence(outward),
		],
		certainty: "likely",
		unseen: "Whether the council had agreed to it does not change whose name it went out in.",
		remedy: `The Clerk can write in the council's name to confirm or correct what ${styled(councillor)} wrote on ${longDate(message.date)}.`,
	};
}
