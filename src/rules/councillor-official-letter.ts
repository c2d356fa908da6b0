/** RULEBOOK `councillor-official-letter`: an official letter in a councillor's name that binds nobody. */
import { z } from "zod";
import type { MessageFacts } from "../facts/facts.ts";
import { quoteOf } from "../facts/quote.ts";
import type { Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import { bindingLetters, letterEvidence } from "./councillor-obligation.ts";
import { longDate, personAs, styled } from "./naming.ts";
import { type OutwardLetter, outwardLetters } from "./outward-letters.ts";
import type { Judgement, Rule } from "./rule.ts";

const settings = z.strictObject({});

/** Offices of the council itself; a committee's chair is none (reading 13). */
const HEADS_OF_COUNCIL = ["chair", "mayor", "vice-chair", "deputy-mayor"] as const;

function headsCouncil(person: Person, at: string, roster: Roster): boolean {
	return HEADS_OF_COUNCIL.some((office) => roster.holders(office, at).some((holder) => holder.id === person.id));
}

function speaksToPress(person: Person, at: string, roster: Roster): boolean {
	const named = roster.register.spokespeople.some((name) => name.toLowerCase() === person.name.toLowerCase());
	return (
		named || ["chair", "mayor"].some((office) => roster.holders(office, at).some((holder) => holder.id === person.id))
	);
}

function isExcepted({ letter, councillor }: OutwardLetter, message: MessageFacts, roster: Roster): boolean {
	if (letter.representation === true && headsCouncil(councillor, message.date, roster)) return true;
	return letter.press === true && speaksToPress(councillor, message.date, roster);
}

export const councillorOfficialLetter: Rule<z.infer<typeof settings>> = {
	meta: {
		id: "councillor-official-letter",
		title: "Official letter in a councillor's name",
		about:
			"A letter or mail to somebody outside goes out in a councillor's name and speaks for the council, without binding it.",
		severity: "advisory",
		clauses: { camborne: "Correspondence, 3", "leigh-on-sea": "6, second paragraph" },
		needs: "attachments",
		settings,
		falsePositives: [
			"The council had asked the councillor to write.",
			"The councillor represents the council on an outside body and writes to that body.",
			"The recipient is a minister, department or Member of Parliament, and the mail does not show it.",
		],
	},
	judge(message, { roster }) {
		if (bindingLetters(message, roster).length > 0) return [];
		const official = outwardLetters(message, roster).find(
			(outward) =>
				outward.letter.official &&
				!outward.letter.courtesyOnly &&
				!outward.outsiderOnlyCopied &&
				!isExcepted(outward, message, roster),
		);
		return official === undefined ? [] : [judgement(message, official)];
	},
};

function judgement(message: MessageFacts, outward: OutwardLetter): Judgement {
	const { councillor, letter } = outward;
	return {
		people: [personAs("author", councillor)],
		summary: `The ${letter.where === "text" ? "mail" : "attached letter"} of ${longDate(message.date)} speaks for the council as an official letter, in the name of ${styled(councillor)}.`,
		evidence: [
			{
				kind: letter.where === "text" ? "text" : "attachment",
				where: letter.where,
				quote: quoteOf(letter.officialQuote ?? letter.capacityQuote ?? letter.where),
			},
			...letterEvidence(outward),
		],
		certainty: "likely",
		unseen: "Whether the council had asked for the letter would not show in the mail.",
		remedy: "Official letters normally go out under the Clerk's name; the Clerk can write again in the council's name.",
	};
}
