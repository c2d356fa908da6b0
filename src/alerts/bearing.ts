/** What the store notes beside a finding, so that the pages can ask the database who may see it. Pure. */
import type { Roster } from "../people/roster.ts";
import type { Finding } from "../rules/rule.ts";
import { involvedAddresses } from "./involved.ts";
import { concernOf } from "./route.ts";

/** Everybody with a part in it under every address of theirs, sorted, and the row of the conflict table. */
export function bearingOf(finding: Finding, roster: Roster) {
	const involved = involvedAddresses(finding, roster);
	const everyAddress = roster.register.people
		.filter(({ addresses }) => addresses.some((address) => involved.has(address)))
		.flatMap(({ addresses }) => addresses);
	return {
		involved: [...new Set([...involved, ...everyAddress])].sort(),
		concern: concernOf(finding, involved, roster),
	};
}
