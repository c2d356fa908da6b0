import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { checkCouncil } from "../../src/config/check.ts";
import { loadCouncil } from "../../src/config/load.ts";
import { protocolJsonSchema } from "../../src/config/schema.ts";
import { RULES } from "../../src/rules/index.ts";
import { councilFile, errorOf } from "./files.ts";

const load = async (text: string, files: Readonly<Record<string, string>> = {}) =>
	loadCouncil(await councilFile(text, { files }), {});
const settingsOf = async (rule: string, ...args: Parameters<typeof load>) =>
	(await load(...args)).protocol.rules.find((one) => one.rule === rule)?.settings;

const EXCEPTION = 'recipients: Anna Marsh, reason: Plan group, minute: "47/26", until: 2026-12-31';

describe("the register of exceptions", () => {
	it("gives each rule the entries that concern it", async () => {
		const text = `exceptions: [{ rules: silent-copy, ${EXCEPTION} }, { ${EXCEPTION.replace("47/26", "48/26")} }]`;
		const [first, second] = [{ minute: "47/26", recipients: ["Anna Marsh"] }, { minute: "48/26" }];
		expect(await settingsOf("silent-copy", text)).toMatchObject({ exceptions: [first, second] });
		expect(await settingsOf("confidential-leak", text)).toMatchObject({ exceptions: [second] });
	});
	it("of council.yaml joins that of the protocol's file, and that of the rule itself", async () => {
		const own = `name: own\nextends: camborne\nexceptions: [{ ${EXCEPTION.replace("47/26", "1/26")} }]\n`;
		const path = await councilFile(
			`council: { name: T, domains: [thornby-pc.example], protocol: ./own.yaml }
exceptions: [{ ${EXCEPTION.replace("47/26", "2/26")} }]
rules: { silent-copy: { exceptions: [{ ${EXCEPTION.replace("47/26", "3/26")} }] } }`,
			{ replace: ["council"], files: { "own.yaml": own } },
		);
		const { protocol } = await loadCouncil(path, {});
		const silent = protocol.rules.find(({ rule }) => rule === "silent-copy")?.settings;
		expect(silent).toMatchObject({ exceptions: [{ minute: "3/26" }, { minute: "1/26" }, { minute: "2/26" }] });
	});
	it("changes nothing of the protocol where it is empty", async () => {
		expect(await settingsOf("silent-copy", "exceptions: []")).toEqual({ noticeHours: 24 });
	});
	it("warns of an entry without a last day, and stops nothing", async () => {
		const { warnings } = await load(`exceptions: [{ ${EXCEPTION.replace(", until: 2026-12-31", "")} }]`);
		expect(warnings.join("\n")).toMatch(/council\.yaml:\d+:\d+: The exception of 47\/26 has no last day\. Add until/u);
	});
});

describe("an exception for rules that are off", () => {
	const warned = async (rules: string, more = "") =>
		(await load(`exceptions: [{ rules: ${rules}, ${EXCEPTION} }]\n${more}`)).warnings.join("\n");
	it("is warned of, since it excepts nothing", async () => {
		const words = /council\.yaml:\d+:\d+: The exception of 47\/26 is for rules that are off: it excepts nothing\./u;
		expect(await warned("group-briefing")).toMatch(words);
		expect(await warned("[group-briefing, silent-copy]", "rules: { silent-copy: off }")).toMatch(words);
	});
	it("is not, where one of them is in force or it stands for all", async () => {
		expect(await warned("[group-briefing, silent-copy]")).toBe("");
		expect((await load(`exceptions: [{ ${EXCEPTION} }]`)).warnings).toEqual([]);
	});
});

describe("exempt recipients and mandated copies", () => {
	it("become settings of the two rules on copies", async () => {
		const text = `exemptRecipients: [{ who: audit.example, reason: Auditor }]
mandatedCopies: [{ copyTo: chair, mailTo: [parliament.uk], minute: "12/25" }]`;
		for (const rule of ["silent-copy", "missing-copy-footer"]) {
			expect(await settingsOf(rule, text)).toMatchObject({
				exemptRecipients: [{ who: ["audit.example"], reason: "Auditor" }],
				mandatedCopies: [{ copyTo: ["chair"], mailTo: ["parliament.uk"], minute: "12/25" }],
			});
		}
		expect(await settingsOf("confidential-leak", text)).toEqual({ requestsBind: false });
	});
});

describe("copies that must not be missing", () => {
	const entry = 'copyTo: proper-officer, mailFrom: all-councillors, minute: "12/25", ifMissing: advisory';
	it("are part of the mandated ones", async () => {
		expect(await settingsOf("missing-copy-footer", `mandatedCopies: [{ ${entry} }]`)).toMatchObject({
			mandatedCopies: [{ copyTo: ["proper-officer"], ifMissing: "advisory" }],
		});
	});
	it("are warned of where the rule that looks for them is off", async () => {
		const off = "rules: { missing-copy-footer: off }";
		const { warnings } = await load(`mandatedCopies: [{ ${entry} }]\n${off}`);
		expect(warnings.join("\n")).toMatch(
			/:\d+:\d+: Nobody looks whether this copy is missing: missing-copy-footer is off/u,
		);
		expect((await load(`mandatedCopies: [{ ${entry} }]`)).warnings).toEqual([]);
		expect(
			(await load(`mandatedCopies: [{ ${entry.replace(", ifMissing: advisory", "")} }]\n${off}`)).warnings,
		).toEqual([]);
	});
	it("say whose mail they are of", async () => {
		const without = entry.replace("mailFrom: all-councillors, ", "");
		const error = await errorOf(load(`mandatedCopies: [{ ${without} }]`));
		expect(error.message).toContain("Without mailFrom, a copy of everybody's mail would be missed.");
	});
});

describe("a mistake", () => {
	it.each([
		[
			"a name that nobody has",
			"exceptions: [{ sender: Ana Marsh, reason: r, minute: m, until: 2026-12-31 }]",
			'Nobody of the roster is called "Ana Marsh" or holds that office. Did you mean "Anna Marsh"?',
		],
		[
			"an office that nobody holds",
			"mandatedCopies: [{ copyTo: leader, minute: m }]",
			'Nobody of the roster is called "leader" or holds that office.',
		],
		[
			"a broken address",
			"exemptRecipients: [{ who: 'jo@', reason: r }]",
			'"jo@" is no mail address. Write it like clerk@thornby-pc.example',
		],
		[
			"a rule that does not exist",
			`exceptions: [{ rules: [silent-copy, silent-copies], ${EXCEPTION} }]`,
			'There is no rule "silent-copies". Did you mean "silent-copy"?',
		],
		[
			"an exception of everything",
			"exceptions: [{ reason: r, minute: m, until: 2026-12-31 }]",
			"This entry names neither a sender nor recipients nor a subject",
		],
		["an exception without its minute", "exceptions: [{ sender: chair, reason: r }]", "minute is missing in entry 1"],
		[
			"days in the wrong order",
			"mandatedCopies: [{ copyTo: chair, minute: m, from: 2026-03-02, until: 2026-03-01 }]",
			'"2026-03-01" is before from.',
		],
		[
			"an unknown key",
			"mandatedCopies: [{ copyto: chair, minute: m }]",
			'"copyto" is no key of entry 1 of mandatedCopies. Did you mean "copyTo"?',
		],
		[
			"a setting that is not possible",
			"rules: { silent-copy: { copiedTo: everyone } }",
			'"everyone" is not possible for copiedTo. Did you mean "anyone"?',
		],
		[
			"a notice time beyond what is looked up",
			"rules: { silent-copy: { noticeHours: 120 } }",
			"noticeHours must be 48 or less.",
		],
		[
			"a form of notice that is none",
			"rules: { silent-copy: { noticeForms: [visible, phone] } }",
			'"phone" is not possible for noticeForms.',
		],
		[
			"a name that nobody has, in a rule's setting",
			"rules: { silent-copy: { alsoCouncillors: Sue Rowe } }",
			'Nobody of the roster is called "Sue Rowe"',
		],
		[
			"days of confidence that are none",
			"rules: { confidential-leak: { unmarked: soon } }",
			'"soon" is not possible for unmarked. Known here: open, confidential.',
		],
		["a date of adoption that is none", "rules: { silent-copy: { inForceFrom: May } }", '"May" is no date.'],
	])("such as %s is told with its line and the mend", async (_, text, expected) => {
		const { message } = await errorOf(load(text));
		expect(message).toContain(expected);
		expect(message).toMatch(/council\.yaml:\d+:\d+: /u);
	});

	it("in a protocol's file is told at its line there", async () => {
		const own = "name: own\nextends: camborne\nmandatedCopies:\n  - { copyTo: Ana Marsh, minute: m }\n";
		const path = await councilFile("council: { name: T, domains: [t.example], protocol: ./own.yaml }", {
			replace: ["council"],
			files: { "own.yaml": own },
		});
		expect((await errorOf(loadCouncil(path, {}))).message).toContain(
			'own.yaml:4:15: Nobody of the roster is called "Ana Marsh"',
		);
	});
	it("in a committee's name is warned of", async () => {
		const { problems, warnings } = await checkCouncil(
			await councilFile("exemptRecipients: [{ who: 'committee:Planing', reason: r }]"),
			{},
		);
		expect(problems).toEqual([]);
		expect(warnings.map(({ message, mend }) => `${message} ${mend}`)).toEqual([
			'Nobody of the roster belongs to the committee "Planing". Did you mean "Planning"?',
		]);
	});
});

describe("a protocol of the council's own", () => {
	const shipped = (name: string) => new URL(`../../config/${name}`, import.meta.url);

	it("may say when it was adopted, for all its rules", async () => {
		const own =
			"name: own\nextends: camborne\nadopted: 2026-05-12\nrules: { staff-instruction: { inForceFrom: 2026-06-01 } }\n";
		const path = await councilFile("council: { name: T, domains: [t.example], protocol: ./own.yaml }", {
			replace: ["council"],
			files: { "own.yaml": own },
		});
		const { protocol } = await loadCouncil(path, {});
		const from = (id: string) => protocol.rules.find(({ rule }) => rule === id)?.settings.inForceFrom;
		expect(from("silent-copy")).toBe("2026-05-12");
		expect(from("staff-instruction")).toBe("2026-06-01");
	});
	it("has an example that loads without a word, beside the example of council.yaml", async () => {
		const [council, own] = await Promise.all(
			["council.example.yaml", "own-protocol.example.yaml"].map((name) => readFile(shipped(name), "utf8")),
		);
		const path = await councilFile(council?.replace("protocol: camborne", "protocol: ./own.yaml") ?? "", {
			replace: ["council", "people"],
			files: { "own.yaml": own ?? "" },
		});
		const env = { CLERK_PASSWORD: "a", JOURNAL_PASSWORD: "b", SMTP_PASSWORD: "c" };
		const { problems, warnings } = await checkCouncil(path, env);
		expect([...problems, ...warnings].map(({ message }) => message)).toEqual([]);
	});
	it("has a JSON Schema that offers every setting of every rule", async () => {
		const schema = JSON.parse(await readFile(shipped("protocol.schema.json"), "utf8"));
		expect(schema).toEqual(JSON.parse(JSON.stringify(protocolJsonSchema())));
		for (const { meta } of RULES) {
			const offered = Object.keys(schema.properties.rules.properties[meta.id].anyOf[1].properties);
			expect(offered).toEqual(expect.arrayContaining(Object.keys(meta.settings.parse({}) as object)));
			expect(offered).toEqual(expect.arrayContaining(["severity", "clause", "inForceFrom"]));
		}
	});
});
