/** Who has a part in a finding: who did it, and everybody who must therefore not be told of it automatically. */
import { normaliseAddress, withoutTag } from "../people/address.ts";
import type { Person } from "../people/person.ts";
import { bodyKey, type Roster } from "../people/roster.ts";
import type { Finding } from "../rules/rule.ts";

/**
 * An overdue enquiry is the officer's who owes the answer; its message is the councillor's who asked. So is what a group
 * asked for in vain, whereas a briefing of which others did not hear has no author beside the officer.
 */
function isOwed({ rule, people }: Pick<Finding, "rule" | "people">): boolean {
	return rule === "enquiry-overdue" || (rule === "group-briefing" && people.some(({ as }) => as === "author"));
}

/** Addresses of those whose act the finding is about, lower case. */
export function subjectsOf({ rule, people, message }: Finding): readonly string[] {
	const owed = isOwed({ rule, people });
	const named = people.filter(({ as }) => as === (owed ? "officer" : "author")).map(({ address }) => address);
	const subjects = named.length > 0 || owed ? named : [message.from];
	return subjects.map(normaliseAddress).filter((address) => address !== "");
}

/** Subject, sender and everyone in the finding, a named group's members among them; lower case. */
export function involvedAddresses(finding: Finding, roster: Roster): ReadonlySet<string> {
	const groups = finding.people.filter(({ as }) => as === "group").map(({ name }) => bodyKey(name));
	const members = roster.register.people.filter(({ group }) => group !== undefined && groups.includes(bodyKey(group)));
	return new Set(
		[
			...subjectsOf(finding),
			finding.message.from,
			...finding.people.map(({ address }) => address),
			...members.flatMap(({ addresses }) => addresses),
		]
			.map(normaliseAddress)
			.filter((address) => address !== ""),
	);
}

/** Whether mail to `candidate` would reach one of the addresses, under another address of theirs or by a list. */
export function reaches(candidate: string, addresses: ReadonlySet<string>, roster: Roster, at: string): boolean {
	const written = normaliseAddress(candidate);
	const address = withoutTag(written) ?? written;
	if (addresses.has(written) || addresses.has(address)) return true;
	const party = roster.party(address, at);
	if (party.kind === "list") {
		const outside = roster.outsiders(party.list, at);
		return [...party.members.map(({ id }) => id), ...outside].some((one) => reaches(one, addresses, roster, at));
	}
	const behind = entriesOf(new Set([address]), roster);
	const involved = entriesOf(addresses, roster);
	return behind.some((one) => involved.some((other) => roster.same(one, other)));
}

/** Every entry of the roster with one of these addresses, whatever its dates. */
function entriesOf(addresses: ReadonlySet<string>, roster: Roster): readonly Person[] {
	return roster.register.people.filter((person) =>
		person.addresses.some((address) => addresses.has(normaliseAddress(address))),
	);
}
