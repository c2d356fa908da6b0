/** The kinds of value that stand in rules' settings. What is wrong with one is said by its schema, the mend by its example. */
import { z } from "zod";

export const text = z.string().trim().min(1, "This is empty.");

export const day = z
	.string()
	.refine(isDay, "This is no date.")
	.meta({ description: "A day", examples: ["2026-03-01"], format: "date" });

/** What it stands for on a day is worked out in who.ts. */
export const who = text.meta({
	description:
		"Somebody: a name of the roster, an office, all-councillors, all-officers, outsiders, committee:…, group:…, an address or a domain",
	examples: ["leader", "Jo Marsh", "committee:Planning", "auditor@county.example", "county.example"],
});

/** A single word is a list of one. */
export const people = z
	.union([who, z.array(who).min(1, "This list is empty.")])
	.transform((value): readonly string[] => [value].flat());

export const minute = text.meta({ description: "Where the council resolved it", examples: ["minute 47/26"] });

function isDay(value: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
	const date = new Date(`${value}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** Both days count; absent, there is no such limit. */
export interface Term {
	readonly from?: string | undefined;
	readonly until?: string | undefined;
}

export function holds({ from, until }: Term, onDay: string): boolean {
	return (from === undefined || from <= onDay) && (until === undefined || onDay <= until);
}
