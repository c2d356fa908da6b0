import { describe, expect, it } from "vitest";
import type { RuleInForce } from "../../src/config/council.ts";
import { loadCouncil } from "../../src/config/load.ts";
import { RULES, RULES_TO_COME } from "../../src/rules/index.ts";
import { councilFile, errorOf } from "./files.ts";

const ALL_RULES = [...RULES.map(({ meta }) => meta.id), ...RULES_TO_COME];

const councilOf = (protocol: string) =>
	`council: { name: Thornby Parish Council, domains: [thornby-pc.example], protocol: ${protocol} }`;

async function load(protocol: string, text = "", files: Record<string, string> = {}) {
	const path = await councilFile(`${councilOf(protocol)}\n${text}`, { replace: ["council"], files });
	return loadCouncil(path, {});
}
const rulesOf = async (...args: Parameters<typeof load>): Promise<ReadonlyMap<string, RuleInForce>> =>
	new Map((await load(...args)).protocol.rules.map((rule) => [rule.rule, rule]));

describe("the shipped profiles", () => {
	it.each([
		[
			"camborne",
			[
				"silent-copy",
				"missing-copy-footer",
				"councillor-obligation",
				"councillor-official-letter",
				"confidential-leak",
				"confidential-unexplained",
				"staff-instruction",
			],
		],
		[
			"leigh-on-sea",
			[
				"silent-copy",
				"missing-copy-footer",
				"councillor-obligation",
				"councillor-official-letter",
				"confidential-leak",
				"confidential-unexplained",
				"staff-instruction",
				"group-briefing",
			],
		],
		["central-bedfordshire", ["protective-marking", "enquiry-overdue", "staff-instruction"]],
		["desborough", ["confidential-leak", "staff-instruction", "enquiry-overdue", "group-briefing"]],
		["broseley", ["confidential-leak"]],
	])(
		"%s has the rules of the rulebook, each with its clause, and says of all others that they are off",
		async (name, expected) => {
			const rules = [...(await rulesOf(name)).values()];
			expect(rules.map(({ rule }) => rule).sort()).toEqual([...ALL_RULES].sort());
			const inForce = rules.filter(({ severity }) => severity !== "off");
			expect(inForce.map(({ rule }) => rule).sort()).toEqual([...expected].sort());
			for (const { clause } of inForce) expect(clause).not.toBe("");
		},
	);

	it("give advice where the protocol only says normally", async () => {
		const camborne = await rulesOf("camborne");
		const advisory = [...camborne.values()].filter(({ severity }) => severity === "advisory").map(({ rule }) => rule);
		expect(advisory).toEqual(["councillor-official-letter", "confidential-unexplained"]);
		expect((await rulesOf("broseley")).get("confidential-leak")?.severity).toBe("advisory");
	});

	it("bring their settings", async () => {
		expect((await rulesOf("desborough")).get("confidential-leak")?.settings).toEqual({ requestsBind: true });
		expect((await rulesOf("desborough")).get("staff-instruction")?.settings).toEqual({ anyContact: true });
		expect((await rulesOf("leigh-on-sea")).get("group-briefing")?.settings).toEqual({ noticeDays: 5, owed: "notice" });
		expect((await rulesOf("leigh-on-sea")).get("silent-copy")).toMatchObject({
			severity: "breach",
			clause: "6, first paragraph",
			settings: { noticeHours: 24 },
		});
	});
});

describe("a council's own rules", () => {
	it("switch rules off and on, and change severity and settings one by one", async () => {
		const rules = await rulesOf(
			"camborne",
			`rules:
  silent-copy: { noticeHours: 48 }
  missing-copy-footer: off
  confidential-leak: { severity: advisory, requestsBind: true }
  protective-marking: { severity: breach, clause: "IT policy, 7" }`,
		);
		expect(rules.get("silent-copy")).toMatchObject({
			severity: "breach",
			clause: "Correspondence, 1",
			settings: { noticeHours: 48 },
		});
		expect(rules.get("missing-copy-footer")?.severity).toBe("off");
		expect(rules.get("confidential-leak")).toMatchObject({ severity: "advisory", settings: { requestsBind: true } });
		expect(rules.get("protective-marking")).toMatchObject({ severity: "breach", clause: "IT policy, 7" });
	});

	it("set the days of Broseley's timely response, which is off until then", async () => {
		expect((await rulesOf("broseley")).get("enquiry-overdue")?.severity).toBe("off");
		const rules = await rulesOf("broseley", "rules: { enquiry-overdue: { steps: [{ days: 5, owed: answer }] } }");
		expect(rules.get("enquiry-overdue")).toMatchObject({
			severity: "advisory",
			settings: { steps: [{ days: 5, owed: "answer" }] },
		});
		expect(rules.get("enquiry-overdue")?.settings).not.toHaveProperty("offUntilSet");
	});

	it("are warned of where they do nothing", async () => {
		const { warnings } = await load("desborough", "rules: { silent-copy: { noticeHours: 4 } }");
		expect(warnings.join("\n")).toMatch(
			/council\.yaml:\d+:\d+: Rule silent-copy is off in this protocol; its settings do nothing/u,
		);
	});

	it("are warned of where they have no clause", async () => {
		const { warnings } = await load("desborough", "rules: { silent-copy: breach }");
		expect(warnings.join("\n")).toContain("Rule silent-copy has no clause in this protocol.");
	});
});

describe("rules that are not ready", () => {
	it("are warned of, as long as they are in force", async () => {
		const path = await councilFile("");
		const warningsWith = async (readyRules: readonly string[]) =>
			(await loadCouncil(path, {}, { readyRules })).warnings.filter((warning) => warning.includes("not ready yet"));
		expect(await warningsWith(ALL_RULES)).toEqual([]);
		expect(await warningsWith(ALL_RULES.filter((rule) => rule !== "staff-instruction"))).toEqual([
			"council.yaml:1:83: Rule staff-instruction of this protocol is not ready yet; it is not checked.",
		]);
		expect(await warningsWith(ALL_RULES.filter((rule) => rule !== "group-briefing"))).toEqual([]);
	});
});

describe("a profile of the council's own", () => {
	it("may extend a shipped one", async () => {
		const own =
			"name: thornby\ntitle: Thornby's protocol\nextends: camborne\nrules: { silent-copy: { clause: '4.2' }, staff-instruction: off }\n";
		const { protocol } = await load("./own.yaml", "", { "own.yaml": own });
		expect(protocol).toMatchObject({ name: "thornby", title: "Thornby's protocol" });
		const rules = new Map(protocol.rules.map((rule) => [rule.rule, rule]));
		expect(rules.get("silent-copy")).toMatchObject({
			severity: "breach",
			clause: "4.2",
			settings: { noticeHours: 24 },
		});
		expect(rules.get("staff-instruction")?.severity).toBe("off");
		expect(rules.get("councillor-obligation")?.severity).toBe("breach");
	});

	it("may stand alone: what it does not name is off", async () => {
		const rules = await rulesOf("own.yaml", "", { "own.yaml": "name: t\nrules: { silent-copy: { clause: '1' } }\n" });
		expect([...rules.values()].filter(({ severity }) => severity !== "off").map(({ rule }) => rule)).toEqual([
			"silent-copy",
		]);
	});

	it.each([
		[
			"an unknown rule",
			"rules: { silent-copies: breach }",
			'own.yaml:1:10: There is no rule "silent-copies". Did you mean "silent-copy"?',
		],
		[
			"a wrong setting",
			"rules: { silent-copy: { clause: '1', noticeHours: soon } }",
			"own.yaml:1:51: noticeHours must be a number.",
		],
		["an unknown key", "extend: camborne", 'own.yaml:1:1: "extend" is no key of this file. Did you mean "extends"?'],
		["an unknown base", "extends: camborn", 'own.yaml:1:10: There is no protocol "camborn".'],
		["itself as its base", "extends: ./own.yaml", "own.yaml:1:10: This profile extends itself."],
	])("with %s is refused, with its own line", async (_, own, expected) => {
		expect((await errorOf(load("own.yaml", "", { "own.yaml": own }))).message).toContain(expected);
	});

	it("that is missing is told at the line that names it", async () => {
		expect((await errorOf(load("./gone.yaml"))).message).toContain("The protocol file ./gone.yaml cannot be read.");
	});
});
