/** Compares findings with a scenario's labels, and adds the counts up by rule and part. */
import { createHash } from "node:crypto";
import type { Finding } from "../../src/rules/rule.ts";

export interface Expected {
	readonly rule: string;
	readonly messageId: string;
	readonly councillor?: string;
	readonly thirdParty?: string;
}

export interface Scenario {
	readonly about: string;
	readonly asOf: string | null;
	readonly expect: readonly Expected[];
	readonly may: readonly Expected[];
}

export type Part = "tune" | "test";

export interface Count {
	expected: number;
	hit: number;
	false: number;
}

export interface Score {
	readonly rules: Map<string, Count>;
	scenarios: number;
	exact: number;
}

/** Of a hundred scenarios, so many are for tuning. The parts are fixed by a hash of the scenario's name. */
const TUNE_PERCENT = 60;

export function partOf(name: string): Part {
	return (createHash("sha256").update(name).digest()[0] ?? 0) % 100 < TUNE_PERCENT ? "tune" : "test";
}

export function emptyScore(): Score {
	return { rules: new Map(), scenarios: 0, exact: 0 };
}

/** Adds a scenario's findings to the score; gives a line for everything that is wrong. */
export function addTo(score: Score, { expect, may }: Scenario, findings: readonly Finding[]): readonly string[] {
	const lines: string[] = [];
	score.scenarios += 1;
	for (const expected of expect) {
		const count = countOf(score, expected.rule);
		count.expected += 1;
		if (findings.some((finding) => meets(finding, expected))) count.hit += 1;
		else
			lines.push(
				`  missed  ${expected.rule} ${expected.messageId} ${expected.councillor ?? expected.thirdParty ?? ""}`,
			);
	}
	for (const finding of findings) {
		if ([...expect, ...may].some((expected) => meets(finding, expected))) continue;
		countOf(score, finding.rule).false += 1;
		const people = finding.people.map(({ as, address }) => `${as}:${address}`).join(" ");
		lines.push(
			`  false   ${finding.rule} ${finding.message.messageId} ${people} — ${finding.evidence.map(({ quote }) => quote).join(" | ")}`,
		);
	}
	if (lines.length === 0) score.exact += 1;
	return lines;
}

function countOf(score: Score, rule: string): Count {
	const known = score.rules.get(rule) ?? { expected: 0, hit: 0, false: 0 };
	score.rules.set(rule, known);
	return known;
}

function meets(finding: Finding, expected: Expected): boolean {
	return (
		finding.rule === expected.rule &&
		finding.message.messageId === expected.messageId &&
		(!expected.councillor || has(finding, ["copied"], expected.councillor)) &&
		(!expected.thirdParty || has(finding, ["third-party", "complainant"], expected.thirdParty))
	);
}

function has(finding: Finding, as: readonly string[], address: string): boolean {
	return finding.people.some(
		(person) => as.includes(person.as) && person.address.toLowerCase() === address.toLowerCase(),
	);
}
