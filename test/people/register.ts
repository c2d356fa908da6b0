/** A small invented council for the tests of people: Thornby Parish Council. */
import type { Person, Register } from "../../src/people/person.ts";

export const NOON = "2026-03-10T12:00:00Z";

export function somebody(name: string, over: Partial<Person> & { at?: readonly string[] } = {}): Person {
	const { at, ...rest } = over;
	const local = name
		.toLowerCase()
		.normalize("NFKD")
		.replace(/[^a-z ]/gu, "")
		.replaceAll(" ", ".");
	const addresses = at ?? [`${local}@thornby-pc.example`];
	return {
		id: addresses[0] as string,
		name,
		role: "councillor",
		offices: [],
		committees: [],
		addresses,
		shared: false,
		...rest,
	};
}

export const officer = (name: string, over: Parameters<typeof somebody>[1] = {}): Person =>
	somebody(name, { role: "officer", ...over });

export function register(people: readonly Person[], over: Partial<Register> = {}): Register {
	return {
		council: "Thornby Parish Council",
		domains: ["thornby-pc.example"],
		timezone: "Europe/London",
		people,
		lists: [],
		authorisedRecipients: [],
		complainants: [],
		spokespeople: [],
		...over,
	};
}
