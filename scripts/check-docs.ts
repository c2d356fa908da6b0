/** Checks that every relative link in the project's Markdown leads to a file, and every anchor to a heading. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const LINK = /\[[^\]]*\]\(([^)\s]+)(?:\s+"[^"]*")?\)/gu;

function anchorsOf(markdown: string): ReadonlySet<string> {
	return new Set(
		[...markdown.matchAll(/^#+\s+(.+)$/gmu)].map(([, heading]) =>
			(heading ?? "")
				.toLowerCase()
				.replace(/[^\p{L}\p{N}\s-]/gu, "")
				.trim()
				.replace(/\s/gu, "-"),
		),
	);
}

const files = globSync("**/*.md", { exclude: (name) => name === "node_modules" });
const broken: string[] = [];
let links = 0;
for (const file of files) {
	const text = readFileSync(file, "utf8").replace(/^```[\s\S]*?^```/gmu, "");
	for (const [, target = ""] of text.matchAll(LINK)) {
		if (/^[a-z]+:/iu.test(target)) continue;
		links += 1;
		const [path = "", anchor] = target.split("#");
		const full = path === "" ? file : normalize(join(dirname(file), path));
		if (!existsSync(full)) broken.push(`${file}: ${target} leads nowhere`);
		else if (anchor && full.endsWith(".md") && !anchorsOf(readFileSync(full, "utf8")).has(anchor)) {
			broken.push(`${file}: ${target} names no heading of ${full}`);
		}
	}
}
if (files.length === 0) broken.push("no Markdown found: run it in the project's folder");
for (const line of broken) console.error(line);
console.log(`${files.length} pages, ${links} links, ${broken.length} broken`);
process.exitCode = broken.length > 0 ? 1 : 0;
