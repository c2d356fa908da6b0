import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { expect, test, vi } from "vitest";
import { COUNCIL, candour, place, SLOW_MS } from "./run.ts";

vi.setConfig({ testTimeout: SLOW_MS });

test("a week's digest is shown, a quiet one too, and nothing is sent", async () => {
	const directory = place();
	const ran = await candour(directory, ["digest", "--week", "2026-W23"]);
	expect(ran.status).toBe(0);
	expect(ran.out).toContain("Week 23: 1 June 2026 to 7 June 2026");
	expect(ran.out).toContain("None visible in the sources connected.");
	expect(ran.out.trimEnd().split("\n").at(-1)).toMatch(/^CC .*Edith Marlow/u);
	expect(readdirSync(directory)).not.toContain("outgoing");
});

test("with --send it goes where the configuration says", async () => {
	const directory = place();
	const ran = await candour(directory, ["digest", "--week", "2026-W53", "--send"]);
	expect(ran.status).toBe(0);
	expect(ran.err).toContain("was sent to clerk@thornby.example");
	const parsed = await simpleParser(readFileSync(join(directory, "outgoing", "digest-2026-W53.eml")));
	expect(parsed.subject).toContain("2026-W53");
	expect(parsed.headers.get("x-candour")).toBe("digest");
});

test.each([
	["a week that is none", ["digest", "--week", "2026-W54"], COUNCIL, /Write weeks like 2026-W12/u],
	["nobody to send to", ["digest", "--send"], COUNCIL.replace(/^digest:.*\n/mu, ""), /digest: to:/u],
])("%s ends with 2 and one clear line", async (_what, args, council, line) => {
	const ran = await candour(place({ "council.yaml": council }), args);
	expect(ran).toMatchObject({ status: 2, out: "" });
	expect(ran.err).toMatch(/^candour: [^\n]+\n$/u);
	expect(ran.err).toMatch(line);
});
