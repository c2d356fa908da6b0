/** What an edition says of the protocol, of the rules in force and of the calendar that days are counted by. Pure. */
import { ruleTitle } from "../../rules/index.ts";
import { counted, grouped, listed as inSentence } from "../counted.ts";
import { type Block, heading, paragraph } from "../document.ts";
import type { Edition } from "../editions.ts";
import { plainLine } from "../plain-line.ts";

const NATIONS = {
	england: "England",
	wales: "Wales",
	scotland: "Scotland",
	"northern-ireland": "Northern Ireland",
} as const;

/** The protocol and its version, each rule in force with its clause, and what is not checked. */
export function protocolBlocks({ protocol, rules, notCovered }: Edition): readonly Block[] {
	const changes =
		protocol.changes === 0 ? "did not change in the period" : `changed ${times(protocol.changes)} in the period`;
	return [
		heading(2, "Protocol"),
		paragraph(
			plainLine(
				`${protocol.title} (profile ${protocol.name}), version ${protocol.version}. Its rules and settings, the people and the calendar together ${changes}.`,
			),
		),
		{
			kind: "table",
			caption: "Rules in force, and where the protocol says it",
			columns: [{ title: "Rule", share: 3 }, { title: "Clause", share: 3 }, { title: "Severity" }],
			rows: rules.map(({ title, clause, severity }) => [
				title,
				clause || "–",
				severity === "breach" ? "Breach" : "Advisory",
			]),
		},
		...(notCovered.length === 0
			? []
			: [paragraph(`Not checked: ${inSentence(notCovered.map(ruleTitle))}.`, "secondary")]),
	];
}

/** The calendar by which working days were counted. */
export function calendarBlocks({ calendar }: Edition): readonly Block[] {
	const week = calendar.officeDays === undefined ? "Monday to Friday" : inSentence(calendar.officeDays.map(capital));
	const closed =
		calendar.closed === 0
			? "no further days closed in the period"
			: `${counted(calendar.closed, "further day")} closed in the period`;
	return [
		paragraph(
			`Calendar: working days are ${week}, without the bank holidays of ${NATIONS[calendar.nation]}, with ${closed}. The day of receipt is day 0.`,
			"secondary",
		),
	];
}

function times(count: number): string {
	return count === 1 ? "once" : `${grouped(count)} times`;
}

function capital(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
