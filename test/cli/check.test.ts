import { expect, test, vi } from "vitest";
import { candour, letter, place, SLOW_MS } from "./run.ts";

vi.setConfig({ testTimeout: SLOW_MS });

test("a draft with a hidden copy ends with 1 and says what to add to it", async () => {
	const ran = await candour(place({ "draft.eml": letter() }), ["check", "draft.eml"]);
	expect(ran.status).toBe(1);
	expect(ran.out).toContain("silent-copy");
	expect(ran.out).toMatch(/Before it is sent\s+Add at the foot: CC Cllr Rowan Tasker/u);
	expect(ran.out).not.toMatch(/I copied|was also received|Text to put it right/u);
	expect(ran.err).toContain("Only this message was looked at");
});

test("the same draft with a copy footer ends with 0", async () => {
	const ran = await candour(place({ "draft.eml": letter({ foot: "CC Councillor Rowan Tasker" }) }), [
		"check",
		"draft.eml",
	]);
	expect(ran.status).toBe(0);
	expect(ran.out).toContain("none visible in this message");
});

test("a draft without date and Message-ID is read from standard input", async () => {
	const draft = letter().replace(/^(Date|Message-ID): .*\r\n/gmu, "");
	const ran = await candour(place(), ["check", "-", "--format", "json"], draft);
	expect(ran.status).toBe(1);
	expect(JSON.parse(ran.out).findings.map(({ rule }: { rule: string }) => rule)).toContain("silent-copy");
});

test.each([
	["a file that isn't there", ["check", "nowhere.eml"], /nowhere\.eml cannot be opened/u],
	["an empty message", ["check", "-"], /is empty/u],
	["no file", ["check"], /missing required argument 'file'/u],
])("%s ends with 2 and one clear line", async (_what, args, line) => {
	const ran = await candour(place(), args);
	expect(ran).toMatchObject({ status: 2, out: "" });
	expect(ran.err).toMatch(/^candour: [^\n]+\n$/u);
	expect(ran.err).toMatch(line);
});

test.each([
	["a note", "Note: ring the contractor about the gate\r\n\r\nSoon.\r\n", /no sender \(From\) and no recipient/u],
	["a draft without recipients", letter({ bcc: false }).replace(/^To: .*\r\n/mu, ""), /names no recipient/u],
	["a draft without a sender", letter().replace(/^From: .*\r\n/mu, ""), /names no sender/u],
])("%s isn't passed as well, but ends with 2", async (_what, text, line) => {
	const ran = await candour(place(), ["check", "-"], text);
	expect(ran).toMatchObject({ status: 2, out: "" });
	expect(ran.err).toMatch(/^candour: standard input cannot be checked: [^\n]+\n$/u);
	expect(ran.err).toMatch(line);
});

test("a draft to hidden recipients alone is checked", async () => {
	const ran = await candour(place(), ["check", "-"], letter().replace(/^To: .*$/mu, "To: undisclosed-recipients:;"));
	expect(ran.status).toBe(0);
});

/** Says at the end which packages were loaded. */
const WATCHER = `data:text/javascript,${encodeURIComponent(`
	import { registerHooks } from "node:module";
	const packages = new Set();
	registerHooks({ resolve(name, context, next) {
		const found = next(name, context);
		const [, last] = /.*node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(found.url) ?? [];
		if (last) packages.add(last);
		return found;
	} });
	process.on("exit", () => process.stderr.write("LOADED " + [...packages].join(" ")));
`)}`;

/** It takes 0.6 s alone on the machine. Times differ with the neighbours' load, what is loaded doesn't. */
test("it starts quickly, because it loads no database, queue, mailbox or mail server client", async () => {
	const ran = await candour(place({ "draft.eml": letter() }), ["check", "draft.eml"], "", {
		NODE_OPTIONS: `--import=${WATCHER}`,
	});
	const loaded = /LOADED (.*)/u.exec(ran.err)?.[1]?.split(" ") ?? [];
	expect(loaded).toContain("commander");
	const heavy = [
		"@electric-sql/pglite",
		"drizzle-orm",
		"pg",
		"bullmq",
		"ioredis",
		"imapflow",

		"piscina",
		"unpdf",
		"mammoth",
	];
	expect(loaded.filter((name) => heavy.includes(name))).toEqual([]);
});
