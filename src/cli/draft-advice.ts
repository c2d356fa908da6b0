/** What a finding on a draft asks for: its remedy speaks of mail that was sent already. Pure. */
import type { Roster } from "../people/roster.ts";
import { nameList, styled } from "../rules/naming.ts";
import type { Finding, FindingPerson } from "../rules/rule.ts";

/** The finding with what to change in the draft instead of its remedy; none where the rule leaves nothing to propose. */
export function onDraft(finding: Finding, roster: Roster): Finding {
	const { remedy: _sent, ...rest } = finding;
	const advice = adviceFor(finding, roster);
	return advice === undefined ? rest : { ...rest, remedy: advice };
}

function adviceFor({ rule, people, evidence }: Finding, roster: Roster): string | undefined {
	const named = (...roles: readonly FindingPerson["as"][]) =>
		nameList(
			people
				.filter(({ as }) => roles.includes(as))
				.map(({ name, address }) => {
					const person = roster.person(address);
					return person === undefined ? name || address : styled(person);
				}),
		);
	switch (rule) {
		case "silent-copy":
			// What is passed on has its evidence in the notice that is missing; a footer here would not reach the other.
			return evidence.some(({ kind, where }) => kind === "absence" && where === "notice")
				? `Tell ${named("uninformed")} that ${named("copied")} gets this, or copy ${named("uninformed")} in openly.`
				: `Add at the foot: CC ${named("copied")}`;
		case "missing-copy-footer":
			return named("copied") === "" ? `Copy ${named("uninformed")} in.` : `Add at the foot: CC ${named("copied")}`;
		case "confidential-leak":
		case "protective-marking":
			return `Take out what is marked, or do not send it to ${named("third-party", "complainant") || "that address"}.`;
		case "confidential-unexplained":
			return "Add why it is confidential: This is confidential because …";
		case "councillor-obligation":
			return "Take out what commits the council, or ask the Clerk to write in the council's name.";
		case "councillor-official-letter":
			return "Ask the Clerk to write it in the council's name, or say that you write for yourself.";
		case "staff-instruction":
			return "Send it to the Clerk instead, or copy the Clerk in.";
		case "group-briefing":
			return "Send it to the other groups as well.";
		default:
			return undefined;
	}
}
