/** How people and days are written in findings: "Cllr Susan Pascoe", "2 March 2026". */
import type { Copied } from "./copied.ts";
import type { FindingPerson } from "./rule.ts";

const MONTHS = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December",
];

/** The name with its title, as the roster gives both. */
export function styled(person: Copied): string {
	const title = person.title ?? (person.role === "councillor" ? "Cllr" : "");
	return title !== "" && !person.name.startsWith(title) ? `${title} ${person.name}` : person.name;
}

/** "A", "A and B", "A, B and C". */
export function nameList(names: readonly string[]): string {
	if (names.length < 2) return names[0] ?? "";
	return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** "the Labour Group", without its article. */
export function withGroup(name: string): string {
	return /\bgroup$/iu.test(name) ? name : `${name} Group`;
}

/** The day of an instant in words; UTC, which is near enough for a sentence and needs no clock. */
export function longDate(instant: string): string {
	const [year, month, day] = instant.slice(0, 10).split("-").map(Number);
	return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

export function personAs(as: FindingPerson["as"], person: Copied): FindingPerson {
	return { as, name: person.name, address: person.id };
}
