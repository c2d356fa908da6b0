/** Words for what became of a finding, the same on every page. */
import type { Certainty } from "../../rules/rule.ts";
import type { Decision } from "../../store/decisions.ts";
import type { ListedState, ReviewedFinding } from "../../store/findings-list.ts";

export interface Tag {
	readonly text: string;
	readonly classes: string;
}

export const STATES: readonly (readonly [ListedState | "all", string])[] = [
	["open", "Open: nobody has decided yet"],
	["decided", "Decided, in whichever way"],
	["confirmed", "Confirmed"],
	["justified", "Justified"],
	["put-right", "Put right"],
	["not-a-breach", "Not a breach"],
	["exempt", "Exempt"],
	["withdrawn", "Withdrawn"],
	["all", "All"],
];

export const CERTAINTIES: readonly (readonly [Certainty, string])[] = [
	["certain", "Certain"],
	["likely", "Likely"],
	["possible", "Possible"],
];

export const DECISION_WORDS: Readonly<Record<Decision["kind"], string>> = {
	confirmed: "Confirmed",
	justified: "Justified",
	"put-right": "Put right",
	"not-a-breach": "Not a breach",
	exempt: "Exempt",
	note: "Note",
};

export function stateTag({ state, review }: Pick<ReviewedFinding, "state" | "review">): Tag {
	if (state === "withdrawn") return { text: "Withdrawn", classes: "govuk-tag--grey" };
	switch (review) {
		case "undecided":
			return { text: "Open", classes: "govuk-tag--blue" };
		case "confirmed":
			return { text: DECISION_WORDS.confirmed, classes: "govuk-tag--purple" };
		case "put-right":
			return { text: DECISION_WORDS["put-right"], classes: "govuk-tag--green" };
		default:
			return { text: DECISION_WORDS[review], classes: "govuk-tag--grey" };
	}
}

export function severityTag(severity: ReviewedFinding["finding"]["severity"]): Tag {
	return severity === "breach"
		? { text: "Breach", classes: "govuk-tag--red" }
		: { text: "Advisory", classes: "govuk-tag--yellow" };
}

export function certaintyWord(certainty: Certainty): string {
	return CERTAINTIES.find(([one]) => one === certainty)?.[1] ?? certainty;
}
