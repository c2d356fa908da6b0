/**
 * Scores labelled scenarios in one process.
 * usage: npm run evaluate -- SCENARIOS_DIR… [--only PREFIX] [--part tune|test] [--quiet] [--write docs/evaluation.md]
 * A scenario is a folder with council.yaml, mail/ and expected.json. `--write` puts the table between the page's marks.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { auditMail } from "../src/audit/audit-mail.ts";
import { addTo, emptyScore, type Part, partOf, type Scenario } from "./evaluation/score.ts";
import { asMarkdown, asTable } from "./evaluation/show.ts";

const TABLE = /(<!-- scenarios -->)[\s\S]*?(<!-- end -->)/u;

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		only: { type: "string", default: "" },
		part: { type: "string" },
		quiet: { type: "boolean", default: false },
		write: { type: "string" },
	},
});

const all = emptyScore();
const parts: Readonly<Record<Part, typeof all>> = { tune: emptyScore(), test: emptyScore() };
const wrong: string[] = [];
const folders = positionals
	.filter((root) => statSync(root).isDirectory())
	.flatMap((root) => readdirSync(root).map((name) => join(root, name)))
	.sort();
for (const folder of folders) {
	const name = basename(folder);
	if (!existsSync(join(folder, "expected.json")) || !name.startsWith(values.only)) continue;
	if (values.part !== undefined && partOf(name) !== values.part) continue;
	const scenario = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Scenario;
	const { findings, tally } = await auditMail({
		config: join(folder, "council.yaml"),
		mail: [join(folder, "mail")],
		...(scenario.asOf ? { to: scenario.asOf } : {}),
		inProcess: true,
	});
	const lines = [...addTo(all, scenario, findings), ...tally.unreadable.map(({ reason }) => `  unreadable: ${reason}`)];
	addTo(parts[partOf(name)], scenario, findings);
	if (lines.length > 0) wrong.push(`\n${name}: ${scenario.about}\n${lines.join("\n")}`);
}
if (!values.quiet) for (const lines of wrong) console.log(lines);
console.log(`\n${asTable(all)}`);
if (values.write !== undefined) {
	const page = readFileSync(values.write, "utf8");
	writeFileSync(values.write, page.replace(TABLE, `$1\n${asMarkdown(parts)}\n$2`));
}
