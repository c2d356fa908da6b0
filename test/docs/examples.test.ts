import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { readAnswers } from "../../src/cli/first-hour/answers.ts";
import { checkCouncil } from "../../src/config/check.ts";
import { councilSchema } from "../../src/config/schema.ts";
import { RULES } from "../../src/rules/index.ts";

const folder = mkdtempSync(join(tmpdir(), "candour-docs-"));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");

/** Indentation of a list item is taken off, as Markdown does. */
function yamlBlocks(markdown: string): readonly string[] {
	return [...markdown.matchAll(/^( *)```yaml\n([\s\S]*?)^ *```/gmu)].map(([, indent = "", block = ""]) =>
		block.replace(new RegExp(`^${indent}`, "gmu"), ""),
	);
}

describe("what the documentation shows", () => {
	test("the example of council.yaml is valid once its variables are set", async () => {
		const block = read("config/council.example.yaml");
		expect(block).toContain("council:");
		const file = join(folder, "council.yaml");
		writeFileSync(file, block);
		const environment = Object.fromEntries([...block.matchAll(/\$\{(\w+)\}/gu)].map(([, name]) => [name, "x"]));
		const { problems } = await checkCouncil(file, environment);
		expect(problems).toEqual([]);
	});

	test("the administrators' page's example of an own protocol is valid", async () => {
		const [block = ""] = yamlBlocks(read("docs/administrators.md"));
		expect(block).toContain("extends:");
		writeFileSync(join(folder, "own-protocol.yaml"), block);
		const file = join(folder, "with-own-protocol.yaml");
		writeFileSync(file, read("config/council.example.yaml").replace(/protocol: \S+/u, "protocol: ./own-protocol.yaml"));
		const environment = Object.fromEntries(
			[...readFileSync(file, "utf8").matchAll(/\$\{(\w+)\}/gu)].map(([, name]) => [name, "x"]),
		);
		const { problems } = await checkCouncil(file, environment);
		expect(problems).toEqual([]);
	});

	test("the README's table names every rule that is ready, with its usual severity", () => {
		const rows = [...read("README.md").matchAll(/^\| \[([\w-]+)\].*\| (\w+) \|$/gmu)];
		expect(rows.map(([, rule, severity]) => [rule, severity])).toEqual(
			RULES.map(({ meta }) => [meta.id, meta.severity]),
		);
	});

	test("the administrators' page explains every key of council.yaml", () => {
		const page = read("docs/administrators.md");
		for (const key of Object.keys(councilSchema.shape)) expect(page).toContain(`| \`${key}\` |`);
	});

	test("the administrators' page says for every error code what to do", () => {
		const page = read("docs/administrators.md");
		const codes = [...read("src/errors.ts").matchAll(/^\t\| "([A-Z_]+)"/gmu)].map(([, code]) => code);
		expect(codes.length).toBeGreaterThan(10);
		for (const code of codes) expect(page).toContain(`| \`${code}\` |`);
	});
});

test("the example of answers for candour init is read as it stands", async () => {
	const answers = await readAnswers(fileURLToPath(new URL("../../config/init-answers.example.yaml", import.meta.url)));
	expect(answers.reviewers).toEqual([
		{ name: "Dora Finch", email: "clerk@thornby-pc.example", roles: ["reviewer", "administrator"] },
	]);
	expect(answers.mailbox).toMatchObject({ host: "imap.thornby-pc.example" });
});
