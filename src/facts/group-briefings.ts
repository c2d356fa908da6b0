/** Which messages brief one political group alone, and which tell the others (RULEBOOK `group-briefing`, reading 22). */
import type { Party, Person } from "../people/person.ts";
import { bodyKey, type Roster } from "../people/roster.ts";
import type { MessageFacts } from "./facts.ts";
import { allRecipients, peopleBehind, sentByOfficer } from "./recipients.ts";

/** The most days before and after a briefing in which a council may let its notice count. */
export const LONGEST_NOTICE_DAYS = 14;

export interface GroupBriefing {
	/** As the roster names it that day. */
	readonly group: string;
	/** What makes it the group's: its list, words of the message, or the request that it answers. */
	readonly by: "list" | "words" | "request";
	/** The address of the group's list; its first member's where it has none. */
	readonly address: string;
}

/** The political group for which a list is made; undefined for every other list. */
function groupOfList(party: Party, roster: Roster, at: string): string | undefined {
	if (party.kind !== "list") return undefined;
	const { members: who } = party.list;
	for (const [name, members] of roster.groups(at)) {
		if (who.kind === "group" && bodyKey(who.name) === bodyKey(name)) return name;
		const whole = members.length > 1 && party.members.length === members.length;
		if (who.kind === "addresses" && whole && members.every((one) => party.members.includes(one))) return name;
	}
	return undefined;
}

/** Councillors who received it by any evidence; a mere clue is none. */
function councillorsReached(facts: MessageFacts, roster: Roster): readonly Person[] {
	const found = new Map<string, Person>();
	for (const { party, receipt } of allRecipients(facts, roster)) {
		if (receipt?.grade === "possible") continue;
		for (const person of peopleBehind(party)) if (person.role === "councillor") found.set(person.id, person);
	}
	return [...found.values()];
}

/** Names of the groups of which a member received it. */
export function groupsReached(facts: MessageFacts, roster: Roster): ReadonlySet<string> {
	const reached = new Set(councillorsReached(facts, roster).map(({ id }) => id));
	const found = new Set<string>();
	for (const [name, members] of roster.groups(facts.date))
		if (members.some(({ id }) => reached.has(id))) found.add(name);
	return found;
}

/** The groups of which it tells, by its words. `any` where they name none. */
export function groupsToldOf(facts: MessageFacts): { readonly named: ReadonlySet<string>; readonly any: boolean } {
	const tells = facts.briefing?.tells ?? [];
	return {
		named: new Set(tells.flatMap(({ groups }) => groups)),
		any: tells.some(({ groups }) => groups.length === 0),
	};
}

/**
 * The one group to which an officer's message gives a report, a briefing or advice. Mail to other lists, to several
 * groups' lists, and mail that only tells others of a briefing are none. `asked`: whether the group's request for it is
 * known from another message.
 */
export function briefingOf(facts: MessageFacts, roster: Roster, asked = false): GroupBriefing | undefined {
	if (facts.briefing?.gives === undefined || facts.automatic || facts.own) return undefined;
	if (!sentByOfficer(facts, roster)) return undefined;
	const { forGroup, together, wasAsked } = facts.briefing;
	const lists = allRecipients(facts, roster).filter(({ party }) => party.kind === "list");
	const groupLists = lists.map(({ party }) => groupOfList(party, roster, facts.date));
	const reaching = lists.filter(({ party }) => peopleBehind(party).some(({ role }) => role === "councillor"));
	if (reaching.length > groupLists.filter((name) => name !== undefined).length) return undefined;
	const listed = [...new Set(groupLists.filter((name) => name !== undefined))];
	if (listed.length > 1) return undefined;
	const reached = [...groupsReached(facts, roster)];
	const told = groupsToldOf(facts);
	const named = forGroup?.groups ?? [];
	const group = listed[0] ?? (named.length === 1 && reached.includes(named[0] ?? "") ? named[0] : reached[0]);
	if (group === undefined) return undefined;
	// It speaks of another group's report, or tells others of this one's.
	if ([...told.named].some((name) => name !== group)) return undefined;
	if ((told.any || told.named.size > 0) && reached.length > 1) return undefined;
	if (named.length > 0 && !named.includes(group)) return undefined;
	const whole = together !== undefined && isWholeGroup(group, facts, roster);
	const by =
		listed.length > 0 ? "list" : forGroup || whole ? "words" : wasAsked === true || asked ? "request" : undefined;
	if (by === undefined) return undefined;
	// A few figures and reasons make a briefing only for a group that is spoken to as one, or had asked.
	const meant = listed.length > 0 || wasAsked === true || asked || forGroup?.meant === true;
	if (facts.briefing.gives.by === "substance" && !meant && !whole) return undefined;
	// "Your group" says whose only where the readers are of one.
	if (reached.length > 1 && listed.length === 0 && named.length === 0) return undefined;
	return { group, by, address: groupAddress(group, roster, facts.date) };
}

/** Whether every member received it, and there are several. */
function isWholeGroup(group: string, facts: MessageFacts, roster: Roster): boolean {
	const reached = new Set(councillorsReached(facts, roster).map(({ id }) => id));
	const members = roster.groups(facts.date).get(group) ?? [];
	return members.length > 1 && members.every(({ id }) => reached.has(id));
}

/** That of the group's list; its first member's where it has none. */
export function groupAddress(group: string, roster: Roster, at: string): string {
	const list = roster.register.lists.find((one) => groupOfList(roster.party(one.address, at), roster, at) === group);
	return list?.address.toLowerCase() ?? roster.groups(at).get(group)?.[0]?.id ?? "";
}
