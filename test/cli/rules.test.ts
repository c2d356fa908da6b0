import { expect, test, vi } from "vitest";
import { RULES } from "../../src/rules/index.ts";
import { candour, place, SLOW_MS } from "./run.ts";

vi.setConfig({ testTimeout: SLOW_MS });

test("the rules of the council's protocol are listed with their clauses", async () => {
	const ran = await candour(place(), ["rules"]);
	expect(ran.status).toBe(0);
	for (const { meta } of RULES) expect(ran.out).toContain(meta.id);
	expect(ran.out).toContain("Correspondence");
});

test("without a configuration all rules are listed, and it says so", async () => {
	const ran = await candour(place({ "council.yaml": "" }), ["rules"]);
	expect(ran.status).toBe(0);
	expect(ran.out).toContain("silent-copy  (breach)");
	expect(ran.err).toContain("there is no ./council.yaml");
});

test("a configuration that was named must be there", async () => {
	const ran = await candour(place(), ["rules", "--config", "other.yaml"]);
	expect(ran.status).toBe(2);
	expect(ran.err).toMatch(/^candour: .*other\.yaml/u);
});

test("one rule is explained: clause, evidence, what it ignores, an example, its settings", async () => {
	const ran = await candour(place(), ["rules", "silent-copy"]);
	expect(ran.status).toBe(0);
	for (const part of [
		"Silent copy (silent-copy)",
		"In your protocol (camborne): breach",
		"noticeHours",
		"EVIDENCE IT NEEDS",
		"    Bcc: ",
		"FALSE POSITIVES",
	]) {
		expect(ran.out).toContain(part);
	}
	expect(ran.out).not.toMatch(/```|\*\*/u);
});

test("a mistyped rule gets the nearest name", async () => {
	const ran = await candour(place(), ["rules", "confidental-leak"]);
	expect(ran.status).toBe(2);
	expect(ran.err).toBe('candour: There is no rule "confidental-leak". Did you mean "confidential-leak"?\n');
});

test("what is like no name gets the list of all", async () => {
	const ran = await candour(place(), ["rules", "zzzzzzzzzzzz"]);
	expect(ran.status).toBe(2);
	for (const { meta } of RULES) expect(ran.err).toContain(meta.id);
});
