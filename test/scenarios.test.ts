/** The labelled mail of invented councils, as `npm run evaluate` scores it: nothing that is right may become wrong. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addTo, emptyScore, type Scenario } from "../scripts/evaluation/score.ts";
import { auditMail } from "../src/audit/audit-mail.ts";

const ROOT = "test/scenarios";
const names = readdirSync(ROOT).filter((name) => existsSync(join(ROOT, name, "expected.json")));
const labelled = names.map(
	(name) => [name, JSON.parse(readFileSync(join(ROOT, name, "expected.json"), "utf8")) as Scenario] as const,
);

async function wrongIn(name: string, scenario: Scenario, only?: readonly string[]): Promise<readonly string[]> {
	const { findings, tally } = await auditMail({
		config: join(ROOT, name, "council.yaml"),
		mail: [join(ROOT, name, "mail")],
		inProcess: true,
		...(scenario.asOf ? { to: scenario.asOf } : {}),
		...(only ? { only } : {}),
	});
	return [...addTo(emptyScore(), scenario, findings), ...tally.unreadable.map(({ reason }) => reason)];
}

describe("labelled mail of other councils", () => {
	it("is there", () => expect(names.length).toBeGreaterThan(900));
	it.each(labelled)("%s is judged as its writer meant it", async (name, scenario) => {
		expect(await wrongIn(name, scenario)).toEqual([]);
	});
	// A rule alone has only what it says it reads: it must say all that it needs. A part of them shows it.
	const some = labelled.filter(([, { expect }]) => expect.length > 0).filter((_, number) => number % 4 === 0);
	const alone = some.flatMap(([name, scenario]) =>
		[...new Set(scenario.expect.map(({ rule }) => rule))].map((rule) => [rule, name, scenario] as const),
	);
	it.each(alone)("%s alone finds the same in %s", async (rule, name, scenario) => {
		const ofRule = { ...scenario, expect: scenario.expect.filter((expected) => expected.rule === rule) };
		expect(await wrongIn(name, ofRule, [rule])).toEqual([]);
	});
});
