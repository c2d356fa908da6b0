/** What a rule means, for a page: from its metadata and the page of the docs that everybody reads. */
import { readFile } from "node:fs/promises";
import { ruleById } from "../../rules/index.ts";

export interface RuleMeaning {
	readonly about: string;
	readonly sections: readonly { readonly heading: string; readonly blocks: readonly Block[] }[];
	readonly falsePositives: readonly string[];
}

/** `items` of a list, or of a paragraph the only one. */
export interface Block {
	readonly kind: "paragraph" | "bullets" | "numbers";
	readonly items: readonly string[];
}

const DOCS = new URL("../../../docs/rules/", import.meta.url);
const SHOWN = ["What it checks", "Why", "What it cannot see"];
const kept = new Map<string, Promise<RuleMeaning | undefined>>();

/** Undefined for a rule that this version doesn't know any more. */
export function ruleMeaning(rule: string): Promise<RuleMeaning | undefined> {
	const known = kept.get(rule) ?? read(rule);
	kept.set(rule, known);
	return known;
}

async function read(id: string): Promise<RuleMeaning | undefined> {
	const rule = ruleById(id);
	if (rule === undefined) return undefined;
	const page = await readFile(new URL(`${id}.md`, DOCS), "utf8").catch(() => "");
	const sections = page.split(/^## /mu).slice(1);
	return {
		about: rule.meta.about,
		sections: SHOWN.flatMap((heading) => {
			const section = sections.find((one) => one.startsWith(`${heading}\n`));
			return section === undefined ? [] : [{ heading, blocks: blocksOf(section.slice(heading.length)) }];
		}),
		falsePositives: rule.meta.falsePositives,
	};
}

/** Paragraphs and lists of a docs page, without marks of emphasis; tables and examples are left to the docs. */
function blocksOf(markdown: string): readonly Block[] {
	return markdown
		.split(/\n\s*\n/u)
		.map((block) => block.trim())
		.filter((block) => block !== "" && !/^[|`#]/u.test(block))
		.map((block) => {
			const lines = block.split("\n");
			const kind = /^\d+\. /u.test(block) ? "numbers" : /^[-*] /u.test(block) ? "bullets" : "paragraph";
			return {
				kind,
				items:
					kind === "paragraph"
						? [bare(lines.join(" "))]
						: lines.map((line) => bare(line.replace(/^(?:\d+\.|[-*]) /u, ""))),
			};
		});
}

function bare(text: string): string {
	return text.replace(/\*\*|`/gu, "").replace(/\[([^\]]*)\]\([^)]*\)/gu, "$1");
}
