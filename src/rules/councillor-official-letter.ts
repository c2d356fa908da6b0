/** RULEBOOK `councillor-official-letter`: an official letter in a councillor's name that binds nobody. */
import { z } from "zod";
import type { LetterFacts, MessageFacts } from "../facts/facts.ts";
import { quoteOf } from "../facts/quote.ts";
import type { Person } from "../people/person.ts";
import type { Roster } from "../people/roster.ts";
import { bindingLetters, letterEvidence } from "./councillor-obligation.ts";
import { everyRule } from "./exceptions.ts";
import { longDate, personAs, styled } from "./naming.ts";
import { chairsCouncil, headsCouncil, type OutwardLetter, outwardLetters } from "./outward-letters.ts";
import type { Context, Judgement, Rule } from "./rule.ts";

const settings = z.strictObject({
	...everyRule,
	/** Who may write to ministers, departments and members of a parliament for the council. */
	representations: z
		.enum(["chair-and-vice-chair", "chair", "any-councillor", "nobody"])
		.default("chair-and-vice-chair"),
	/** Who may speak to the press for it: the chair and the spokespeople, or nobody. */
	press: z.enum(["spokespeople", "nobody"]).default("spokespeople"),
	/** `must-be-said`: a councillor's mail to the outside says in which capacity it is written. */
	capacity: z.enum(["as-read", "must-be-said"]).default("as-read"),
});
type OfficialLetterSettings = z.infer<typeof settings>;
type Here = Context<OfficialLetterSettings>;

const PERSONAL: readonly LetterFacts["capacity"][] = ["personal", "party", "other-body"];

function speaksToPress(person: Person, at: string, roster: Roster): boolean {
	const named = roster.register.spokespeople.some((name) => name.toLowerCase() === person.name.toLowerCase());
	return named || chairsCouncil(person, at, roster);
}

function mayRepresent(
	person: Person,
	at: string,
	roster: Roster,
	who: OfficialLetterSettings["representations"],
): boolean {
	if (who === "nobody" || who === "any-councillor") return who === "any-councillor";
	return who === "chair" ? chairsCouncil(person, at, roster) : headsCouncil(person, at, roster);
}

function isExcepted(
	{ letter, person }: OutwardLetter,
	message: MessageFacts,
	{ roster, settings: wanted }: Here,
): boolean {
	const at = message.date;
	if (letter.representation === true && mayRepresent(person, at, roster, wanted.representations)) return true;
	return letter.press === true && wanted.press === "spokespeople" && speaksToPress(person, at, roster);
}

/** Where the protocol has councillors say that they don't write for the council: a letter that does not say so. */
function leavesCapacityOpen({ letter }: OutwardLetter, message: MessageFacts): boolean {
	return letter.where === "text" && !PERSONAL.includes(letter.capacity) && !message.automatic;
}

export const councillorOfficialLetter: Rule<OfficialLetterSettings> = {
	meta: {
		id: "councillor-official-letter",
		title: "Official letter in a councillor's name",
		about:
			"A letter or mail to somebody outside goes out in a councillor's name and speaks for the council, without binding it.",
		severity: "advisory",
		clauses: { camborne: "Correspondence, 3", "leigh-on-sea": "6, second paragraph" },
		reads: ["letters"],
		settings,
		falsePositives: [
			"The council had asked the councillor to write.",
			"The councillor represents the council on an outside body and writes to that body.",
			"The recipient is a minister, department or Member of Parliament, and the mail does not show it.",
		],
	},
	judge(message, context) {
		const { roster, settings: wanted } = context;
		if (bindingLetters(message, roster).length > 0) return [];
		const letters = outwardLetters(message, roster).filter(
			(outward) =>
				!outward.letter.courtesyOnly && !outward.outsiderOnlyCopied && !isExcepted(outward, message, context),
		);
		const official = letters.find(({ letter }) => letter.official);
		if (official !== undefined) return [judgement(message, official)];
		const open =
			wanted.capacity === "must-be-said" ? letters.find((one) => leavesCapacityOpen(one, message)) : undefined;
		return open === undefined ? [] : [openJudgement(message, open)];
	},
};

function judgement(message: MessageFacts, outward: OutwardLetter): Judgement {
	const { person, letter } = outward;
	return {
		people: [personAs("author", person)],
		summary: `The ${letter.where === "text" ? "mail" : "attached letter"} of ${longDate(message.date)} speaks for the council as an official letter, in the name of ${styled(person)}.`,
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

function openJudgement(message: MessageFacts, outward: OutwardLetter): Judgement {
	const { person, letter } = outward;
	return {
		people: [personAs("author", person)],
		summary: `The mail of ${longDate(message.date)} from ${styled(person)} to somebody outside does not say in which capacity it is written.`,
		evidence: [
			...letterEvidence(outward),
			{
				kind: "absence",
				where: letter.where,
				quote: "No words say that it is written as a resident, for a party or for another body.",
			},
		],
		certainty: "possible",
		unseen: "The recipient may know it from earlier mail or from a word in person.",
		remedy: "I write as an individual and not for the council.",
	};
}
