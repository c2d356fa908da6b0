/** Dates of office: who was in office on a day, and which of two entries for one address counts. */
import type { Person } from "./person.ts";

/** Days are `2026-01-15` and compare as text; both ends belong to the term. */
export function holdsOn(person: Person, day: string): boolean {
	return (person.from === undefined || person.from <= day) && (person.to === undefined || day <= person.to);
}

/**
 * Orders the entries of one address that are in office on the same day, the one that counts first.
 * The entry begun later counts: a councillor since 2021 who acts as Clerk from 1 June writes as an officer that month,
 * and a former Clerk elected as a councillor is one, even where nobody gave her first entry an end. Where both begin
 * together, the shorter term counts, then the officer's.
 */
export function byPrecedence(a: Person, b: Person): number {
	return (
		(b.from ?? "").localeCompare(a.from ?? "") ||
		(a.to ?? "9999").localeCompare(b.to ?? "9999") ||
		Number(a.role === "councillor") - Number(b.role === "councillor")
	);
}

/** The first days on which the body of people in office differs from the day before, in order. */
export function turningDays(people: readonly Person[]): readonly string[] {
	const days = new Set<string>();
	for (const { from, to } of people) {
		if (from !== undefined) days.add(from);
		if (to !== undefined) days.add(dayAfter(to));
	}
	return [...days].sort();
}

function dayAfter(day: string): string {
	const next = new Date(`${day}T00:00:00Z`);
	next.setUTCDate(next.getUTCDate() + 1);
	return next.toISOString().slice(0, 10);
}
