/**
 * Reads the test mail of other reply parsers and tells how often Candour agrees with what they expect, suite by suite.
 * Usage: node scripts/reply-suites.ts FOLDER [--show]. The folder holds one sub-folder for each suite; suites
 * that come without expected results are checked for what must hold of any reading.
 */
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { simpleParser } from "mailparser";
import { wordsOf } from "../src/text/normalise.ts";
import { linesOfHtml } from "../src/text/segments/html-lines.ts";
import { type Body, type Segments, segment } from "../src/text/segments/segments.ts";

interface Case {
	readonly name: string;
	readonly body: Body;
	readonly sender?: string;
	/** The reply as the suite expects it, with its signature; undefined where it expects nothing in particular. */
	readonly reply?: string;
	readonly signature?: string;
}

const [folder = "", ...flags] = process.argv.slice(2);
const show = flags.includes("--show");
const text = (path: string): string => readFileSync(path, "utf8");

async function mail(path: string): Promise<Body> {
	const parsed = await simpleParser(readFileSync(path), { skipTextToHtml: true, skipImageLinks: true });
	const html = typeof parsed.html === "string" ? parsed.html : undefined;
	return { ...(parsed.text !== undefined && { plain: parsed.text }), ...(html !== undefined && { html }) };
}

async function talon(root: string): Promise<Case[]> {
	const fixtures = join(root, "tests/fixtures");
	const cases: Case[] = [];
	for (const path of globSync(`${fixtures}/standard_replies/*.eml`)) {
		const expected = path.replace(/\.eml$/, "_reply_text");
		cases.push({ name: path, body: await mail(path), reply: existsSync(expected) ? text(expected) : "Hello" });
	}
	for (const path of globSync(`${fixtures}/html_replies/*.html`)) {
		cases.push({ name: path, body: { html: text(path) }, reply: "Hi. I am fine. Thanks, Alex" });
	}
	for (const path of globSync(`${fixtures}/signature/emails/stripped/*_body`)) {
		const clean = (part: string): string => text(path.replace(/_body$/, part)).replaceAll("#sig#", "");
		if (!existsSync(path.replace(/_body$/, "_signature"))) continue;
		cases.push({
			name: path,
			body: { plain: clean("_body") },
			sender: clean("_sender"),
			signature: clean("_signature"),
		});
	}
	return cases;
}

/** CoffeeScript tests: `msgBody = """…"""`, then `expect(planer.extractFrom…(msgBody…)).to.equal(…)`. */
function planer(root: string): Case[] {
	const cases: Case[] = [];
	for (const path of globSync(`${root}/test/*.test.coffee`)) {
		const values = new Map<string, string>();
		const token =
			/(\w+)\s*=\s*("""[\s\S]*?"""|'[^'\n]*'|"[^"\n]*")|expect\(planer\.(extractFrom\w+)\((\w+)[^\n]*?\)\)\.to\.equal\(?\s*("""[\s\S]*?"""|'[^'\n]*'|"[^"\n]*"|\w+)/g;
		for (const [, name, value, call, argument, expected] of text(path).matchAll(token)) {
			if (name !== undefined && value !== undefined) values.set(name, literal(value));
			if (call === undefined || argument === undefined || expected === undefined) continue;
			const body = values.get(argument);
			const reply = /^['"]/.test(expected) ? literal(expected) : values.get(expected);
			if (body === undefined || reply === undefined) continue;
			const html = call === "extractFromHtml";
			const lines = (source: string): string =>
				linesOfHtml(source)
					.lines.map((line) => line.text)
					.join("\n");
			cases.push({
				name: `${path} ${cases.length}`,
				body: html ? { html: body } : { plain: body },
				reply: html ? lines(reply) : reply,
			});
		}
	}
	return cases;
}

function literal(source: string): string {
	if (!source.startsWith('"""')) return source.slice(1, -1).replaceAll("\\n", "\n");
	const lines = source.slice(3, -3).replace(/^\n/, "").split("\n");
	const indent = Math.min(
		...lines
			.slice(1)
			.filter((line) => line.trim() !== "")
			.map((line) => line.search(/\S/)),
	);
	return lines.map((line) => (line.startsWith(" ".repeat(indent)) ? line.slice(indent) : line)).join("\n");
}

function plainCases(root: string): Case[] {
	const paths = [...globSync(`${root}/**/*.txt`), ...globSync(`${root}/**/files/*.html`)];
	return paths
		.filter((path) => !/requirements|LICENSE/.test(basename(path)))
		.map((path) => ({ name: path, body: path.endsWith(".html") ? { html: text(path) } : { plain: text(path) } }));
}

const bag = (value: string): string => wordsOf(value).sort().join(" ");

/** What disagrees, in words; empty where all is well. */
function disagreements(one: Case, found: Segments): string[] {
	const said: string[] = [];
	const reply = `${found.authored}\n${found.signature}`;
	if (one.reply !== undefined && bag(reply) !== bag(one.reply)) said.push("reply");
	if (one.signature !== undefined && bag(found.signature) !== bag(one.signature)) said.push("signature");
	if (one.reply === undefined && one.signature === undefined) {
		const lines = found.authored.split("\n");
		if (lines.some((line) => /^>\s?\p{L}/u.test(line))) said.push("quote marks in the reply");
		if (lines.some((line) => /^(?:On|Le|Am) .*\d{4}.*(?:wrote|crit|schrieb).*:$/.test(line)))
			said.push("attribution in the reply");
		if (lines.some((line) => /^-+ ?(?:Original|Forwarded) message ?-+$/i.test(line))) said.push("divider in the reply");
	}
	return said;
}

let compared = 0;
let agreed = 0;
for (const suite of readdirSync(folder).sort()) {
	const root = join(folder, suite);
	const cases = suite === "talon" ? await talon(root) : suite === "planer" ? planer(root) : plainCases(root);
	let good = 0;
	for (const one of cases) {
		const found = segment(one.body, one.sender === undefined ? {} : { sender: one.sender });
		const said = disagreements(one, found);
		if (said.length === 0) good++;
		else if (show)
			console.log(
				`  ${basename(dirname(one.name))}/${basename(one.name)}: ${said.join(", ")}\n${JSON.stringify({ expected: one.reply ?? one.signature, authored: found.authored, signature: found.signature }, null, 2).slice(0, 1500)}`,
			);
	}
	const expecting = cases.filter(({ reply, signature }) => reply !== undefined || signature !== undefined).length;
	console.log(
		`${suite}: ${good} of ${cases.length} agree${expecting === 0 ? " (no expected results: checked for leftovers)" : ""}`,
	);
	compared += cases.length;
	agreed += good;
}
console.log(`all: ${agreed} of ${compared}`);
