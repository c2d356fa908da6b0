/**
 * Scores labelled scenarios in one process. usage: npm run evaluate -- SCENARIOS_DIR… [--only PREFIX] [--part tune|test] [--quiet]
 * A scenario is a folder with council.yaml, mail/ and expected.json. The parts are fixed by a hash of the scenario's name.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { auditMail } from "../src/audit/audit-mail.ts";
import type { Finding } from "../src/rules/rule.ts";

/** Of a hundred scenarios, so many are for tuning; the rest is only looked at as a number. */
const TUNE_PERCENT = 60;

interface Expected {
	readonly rule: string;
	readonly messageId: string;
	readonly councillor?: string;
	readonly thirdParty?: string;
}
interface Scenario {
	readonly about: string;
	readonly asOf: string | null;
	readonly expect: readonly Expected[];
	readonly may: readonly Expected[];
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		only: { type: "string", default: "" },
		part: { type: "string" },
		quiet: { type: "boolean", default: false },
	},
});

function partOf(name: string): "tune" | "test" {
	return (createHash("sha256").update(name).digest()[0] ?? 0) % 100 < TUNE_PERCENT ? "tune" : "test";
}

function addresses(finding: Finding, ...as: readonly string[]): readonly string[] {
	return finding.people.filter((person) => as.includes(person.as)).map((person) => person.address.toLowerCase());
}

function meets(finding: Finding, expected: Expected): boolean {
	return (
		finding.rule === expected.rule &&
		finding.message.messageId === expected.messageId &&
		(!expected.councillor || addresses(finding, "copied").includes(expected.councillor.toLowerCase())) &&
		(!expected.thirdParty ||
			addresses(finding, "third-party", "complainant").includes(expected.thirdParty.toLowerCase()))
	);
}

const rows = new Map<string, { expected: number; hit: number; false: number }>();
const row = (rule: string): { expected: number; hit: number; false: number } => {
	const known = rows.get(rule) ?? { expected: 0, hit: 0, false: 0 };
	rows.set(rule, known);
	return known;
};
const wrong: string[] = [];
let exact = 0;
let scenarios = 0;
const folders = positionals.flatMap((root) => readdirSync(root).map((name) => join(root, name))).sort();
for (const folder of folders) {
	const name = basename(folder);
	if (!existsSync(join(folder, "expected.json")) || !name.startsWith(values.only)) continue;
	if (values.part !== undefined && partOf(name) !== values.part) continue;
	scenarios += 1;
	const scenario = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Scenario;
	const lines: string[] = [];
	try {
		const { findings, tally } = await auditMail({
			config: join(folder, "council.yaml"),
			mail: [join(folder, "mail")],
			...(scenario.asOf ? { to: scenario.asOf } : {}),
			threads: 1,
			inProcess: true,
		});
		for (const { reason } of tally.unreadable) lines.push(`  unreadable: ${reason}`);
		for (const expected of scenario.expect) {
			row(expected.rule).expected += 1;
			if (findings.some((finding) => meets(finding, expected))) row(expected.rule).hit += 1;
			else
				lines.push(
					`  missed  ${expected.rule} ${expected.messageId} ${expected.councillor ?? expected.thirdParty ?? ""}`,
				);
		}
		for (const finding of findings) {
			if ([...scenario.expect, ...scenario.may].some((expected) => meets(finding, expected))) continue;
			row(finding.rule).false += 1;
			const people = finding.people.map((person) => `${person.as}:${person.address}`).join(" ");
			const quote = finding.evidence.map((evidence) => evidence.quote).join(" | ");
			lines.push(`  false   ${finding.rule} ${finding.message.messageId} ${people} — ${quote}`);
		}
	} catch (error) {
		for (const expected of scenario.expect) row(expected.rule).expected += 1;
		lines.push(`  not audited: ${error instanceof Error ? error.stack?.split("\n").slice(0, 4).join(" ") : error}`);
	}
	if (lines.length === 0) exact += 1;
	else wrong.push(`\n${name}: ${scenario.about}\n${lines.join("\n")}`);
}

const percent = (a: number, b: number): string => (b === 0 ? "–" : ((100 * a) / b).toFixed(1)).padStart(7);
console.log(`${"rule".padEnd(28)} expected  found  false  precision   recall`);
for (const [rule, { expected, hit, false: alarms }] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) {
	console.log(
		`${rule.padEnd(28)} ${String(expected).padStart(8)} ${String(hit).padStart(6)} ${String(alarms).padStart(6)}    ${percent(hit, hit + alarms)}  ${percent(hit, expected)}`,
	);
}
if (!values.quiet) for (const lines of wrong) console.log(lines);
console.log(`\nexactly right ${exact} of ${scenarios} (${percent(exact, scenarios).trim()} %)`);
