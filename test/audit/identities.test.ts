import { expect, it } from "vitest";
import { createIdentities } from "../../src/audit/identities.ts";

/** Of different lengths; more than the tables begin with. */
const NAMES = Array.from({ length: 20_000 }, (_, number) => `m_${"x".repeat(number % 40)}${number * 7_919}`);

it("each identity has its number, and keeps it", () => {
	const identities = createIdentities();
	for (const [number, name] of NAMES.entries()) {
		expect(identities.find(name)).toBeUndefined();
		expect(identities.add(name)).toBe(number);
	}
	expect(identities.size).toBe(NAMES.length);
	expect(NAMES.every((name, number) => identities.find(name) === number)).toBe(true);
	expect(identities.find("m_of nobody")).toBeUndefined();
});

it("they are ordered as their texts are", () => {
	const identities = createIdentities();
	for (const name of NAMES) identities.add(name);
	const ordered = [...NAMES.keys()].sort(identities.compare).map((number) => NAMES[number]);
	expect(ordered).toEqual([...NAMES].sort());
});
