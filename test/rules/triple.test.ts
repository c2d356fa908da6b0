import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadProfile } from "../../src/config/profile.ts";
import { RULES } from "../../src/rules/index.ts";
import { judgeMail } from "../judging.ts";

const HEADINGS = [
	"What it checks",
	"Protocol clause",
	"Why",
	"Evidence it needs",
	"What it cannot see",
	"Compliant example",
	"Breaching example",
	"Settings",
	"False positives",
];

const page = (id: string): string => readFileSync(`docs/rules/${id}.md`, "utf8");

function examples(id: string, heading: string): readonly string[] {
	const section =
		page(id)
			.split(/^## /mu)
			.find((part) => part.startsWith(heading)) ?? "";
	return [...section.matchAll(/```eml\n([\s\S]*?)```/gu)].map(([, mail = ""]) => mail.replace(/\n/gu, "\r\n"));
}

describe.each(RULES.map((rule) => [rule.meta.id, rule] as const))("the rule %s", (id, rule) => {
	it("has a file, a page and a test of its name", () => {
		for (const file of [`src/rules/${id}.ts`, `docs/rules/${id}.md`, `test/rules/${id}.test.ts`])
			expect(existsSync(file), file).toBe(true);
	});
	it("has a page with every heading in order", () => {
		expect(page(id).startsWith(`# ${id}\n`)).toBe(true);
		expect([...page(id).matchAll(/^## (.+)$/gmu)].map(([, heading]) => heading)).toEqual(HEADINGS);
	});
	it("names its severity and its false positives as its page does", () => {
		expect(page(id).split("\n")[2]?.toLowerCase()).toMatch(
			new RegExp(rule.meta.severity === "breach" ? "^a breach" : "^advisory", "u"),
		);
		for (const falsePositive of rule.meta.falsePositives) expect(page(id)).toContain(`- ${falsePositive}`);
	});
	it("explains each of its settings on its page", () => {
		for (const name of Object.keys(rule.meta.settings.parse({}) as object)) expect(page(id)).toContain(`\`${name}\``);
	});
	it("finds its breaching example", async () => {
		const found = await judgeMail(examples(id, "Breaching example"));
		expect(found.map((finding) => finding.rule)).toContain(id);
	});
	it("leaves its compliant example alone, as every other rule does", async () => {
		expect(examples(id, "Compliant example").length).toBeGreaterThan(0);
		expect(await judgeMail(examples(id, "Compliant example"))).toEqual([]);
	});
});

describe("the profiles", () => {
	it.each(["camborne", "leigh-on-sea", "central-bedfordshire", "desborough", "broseley"])(
		"%s cites the clauses that the rules name",
		async (name) => {
			const { profile } = await loadProfile(name, "council.yaml", {}, (message, mend) => {
				throw new Error(`${message} ${mend}`);
			});
			expect(profile?.rules.size).toBeGreaterThan(0);
			for (const [rule, { severity, clause }] of profile?.rules ?? []) {
				const known = RULES.find(({ meta }) => meta.id === rule);
				if (known !== undefined && severity !== "off") expect(known.meta.clauses[name], rule).toBe(clause);
			}
		},
	);
});

describe("the rules", () => {
	it("are all the pages there are", () => {
		expect(
			readdirSync("docs/rules")
				.map((name) => name.replace(".md", ""))
				.sort(),
		).toEqual(RULES.map((rule) => rule.meta.id).sort());
	});
});
