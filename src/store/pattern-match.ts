/** Which findings an exempt pattern covers. */
import { normaliseAddress } from "../people/address.ts";
import type { Finding } from "../rules/rule.ts";
import { and, gte, isNull } from "./drizzle.ts";
import type { Bearing } from "./findings.ts";
import { type Db, type ExemptPattern, exemptPatterns } from "./schema.ts";
import { isSeenBy, type Seeing } from "./sight.ts";

export type StoredPattern = typeof exemptPatterns.$inferSelect;

/** The pattern that is like a finding in the chosen parts. */
export function patternOf(
	{ message, people }: Finding,
	alike: { readonly from: boolean; readonly people: boolean },
): ExemptPattern {
	return {
		...(alike.from ? { from: normaliseAddress(message.from) } : {}),
		...(alike.people ? { people: peopleOf(people) } : {}),
	};
}

/** Whether it exempts a finding: the same rule, alike in every part that it has, and its maker could have decided it. */
export function covers(
	{
		rule,
		pattern,
		forConcerns,
		notInvolving,
	}: Pick<StoredPattern, "rule" | "pattern" | "forConcerns" | "notInvolving">,
	finding: Finding,
	bearing: Bearing,
): boolean {
	if (finding.rule !== rule) return false;
	// A pattern without any part would exempt the whole rule.
	if (pattern.from === undefined && pattern.people === undefined) return false;
	if (pattern.from !== undefined && normaliseAddress(finding.message.from) !== pattern.from) return false;
	if (pattern.people !== undefined && JSON.stringify(peopleOf(finding.people)) !== JSON.stringify(pattern.people))
		return false;
	return isSeenBy({ concerns: forConcerns as Seeing["concerns"], notInvolving }, bearing);
}

/** Those not ended whose last day is `today` (`2026-03-02`, the council's) or later. */
export async function activePatterns(db: Db, today: string): Promise<readonly StoredPattern[]> {
	return db
		.select()
		.from(exemptPatterns)
		.where(and(isNull(exemptPatterns.endedAt), gte(exemptPatterns.expiresOn, today)))
		.orderBy(exemptPatterns.at, exemptPatterns.id);
}

function peopleOf(people: Finding["people"]): readonly string[] {
	return [
		...new Set(people.map(({ name, address }) => (address === "" ? name.toLowerCase() : normaliseAddress(address)))),
	].sort();
}
