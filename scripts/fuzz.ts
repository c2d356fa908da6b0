/**
 * Breaks mail and reads it: nothing may throw but a typed error, and nothing may take long. usage: npm run fuzz -- [--seconds 180] [--seed N] [FOLDER…]
 * Seeds are the sample council's mail, and every file of the folders given. A find is printed with its seed and kept by hand as a case.
 */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CandourError } from "../src/errors.ts";
import { parseMessage } from "../src/mail/parse.ts";
import { linesOfHtml } from "../src/text/segments/html-lines.ts";
import { segment } from "../src/text/segments/segments.ts";

const SLOW_MS = 2_000;
const LARGEST_SEED = 200_000;
const SNIPPETS = [
	"\r\n\r\n",
	"--",
	'\r\nContent-Type: multipart/mixed; boundary=""\r\n',
	"=?utf-8?b?////?=",
	"\r\n From: x@y.example\r\n",
	"<table><tr><td>".repeat(300),
	"<blockquote>".repeat(200),
	"On Tue, 1 Jan 2026 at 10:00, <a@b.example> wrote:\n> ".repeat(20),
	"From: a\nSent: b\nTo: c\nSubject: d\n\n".repeat(20),
	"X-MS-Journal-Report:\r\n",
	"Sender: a@b.example\r\nTo: c@d.example\r\n",
	"\u200b\u00ad\u202e",
	"\0",
	"=".repeat(500),
	"a".repeat(5000),
	">".repeat(300),
	"(((((",
	"@@@,,,;;;<<<>>>",
	"Date: 99 Foo 20266\r\n",
];

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { seconds: { type: "string", default: "180" }, seed: { type: "string", default: "1" } },
});
const seeds = [
	...globSync("config/demo/mail/**/*.eml"),
	...positionals.flatMap((folder) =>
		globSync(`${folder}/**/*`, { withFileTypes: true }).flatMap((entry) =>
			entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
		),
	),
]
	.map((file) => readFileSync(file))
	.filter((raw) => raw.length > 0 && raw.length <= LARGEST_SEED);

let state = Number(values.seed) >>> 0;
const chance = (below: number): number => {
	state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
	return Math.floor((state / 2 ** 32) * below);
};

function broken(): Buffer {
	let raw = Buffer.from(seeds[chance(seeds.length)] as Buffer);
	for (let times = 1 + chance(6); times > 0; times -= 1) {
		const at = chance(raw.length + 1);
		const length = chance(200);
		const kind = chance(6);
		if (kind === 0) raw = Buffer.concat([raw.subarray(0, at), raw.subarray(at + length)]);
		else if (kind === 1)
			raw = Buffer.concat([
				raw.subarray(0, at),
				Buffer.from(SNIPPETS[chance(SNIPPETS.length)] as string),
				raw.subarray(at),
			]);
		else if (kind === 2 && at < raw.length) raw[at] = chance(256);
		else if (kind === 3) raw = raw.subarray(0, at);
		else if (kind === 4) raw = Buffer.concat([raw, raw.subarray(at, at + length * 20)]);
		else raw = Buffer.concat([raw.subarray(0, at), raw.subarray(chance(at + 1), at), raw.subarray(at)]);
	}
	return raw;
}

const end = performance.now() + Number(values.seconds) * 1000;
let read = 0;
let refused = 0;
let slowest = 0;
const finds: string[] = [];
while (performance.now() < end && finds.length < 20) {
	const raw = broken();
	const start = performance.now();
	try {
		const message = await parseMessage(raw, { journal: chance(2) === 0, mailbox: "clerk@sallowfield-tc.example" });
		segment(
			{
				...(message.plain === undefined ? {} : { plain: message.plain }),
				...(message.html === undefined ? {} : { html: message.html }),
			},
			{ subject: message.subject },
		);
		linesOfHtml(raw.toString("latin1"));
		read += 1;
	} catch (error) {
		if (error instanceof CandourError) refused += 1;
		else keep(raw, error instanceof Error ? (error.stack ?? error.message) : String(error));
	}
	const took = performance.now() - start;
	slowest = Math.max(slowest, took);
	if (took > SLOW_MS) keep(raw, `took ${took.toFixed(0)} ms`);
}
console.log(`${read} read, ${refused} refused, slowest ${slowest.toFixed(0)} ms, ${finds.length} finds`);
process.exitCode = finds.length > 0 ? 1 : 0;

function keep(raw: Buffer, what: string): void {
	const file = join(tmpdir(), `candour-fuzz-${finds.length}.eml`);
	writeFileSync(file, raw);
	finds.push(what);
	console.error(`${file}: ${what}`);
}
