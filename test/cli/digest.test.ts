import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { expect, test, vi } from "vitest";
import { loadCouncil } from "../../src/config/load.ts";
import { createLogger } from "../../src/logging.ts";
import { createService } from "../../src/service.ts";
import { COUNCIL, candour, place, placeWithStore, SLOW_MS } from "./run.ts";

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
	const directory = await placeWithStore();
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

test("with --send a week's digest goes out once, however often it is asked for", async () => {
	const directory = await placeWithStore();
	const send = () => candour(directory, ["digest", "--week", "2026-W30", "--send"]);
	expect((await send()).err).toContain("was sent to clerk@thornby.example");
	rmSync(join(directory, "outgoing"), { recursive: true });
	expect(await send()).toMatchObject({ status: 0, err: expect.stringContaining("was sent before") });
	expect(readdirSync(directory)).not.toContain("outgoing");
});

test("beside a running service the command asks it, by a file that the owner alone can read", async () => {
	const directory = await placeWithStore();
	const council = await loadCouncil(join(directory, "council.yaml"));
	const service = await createService(council, { log: createLogger({ level: "silent" }), healthPort: 0 });
	try {
		const shown = await candour(directory, ["digest", "--week", "2026-W23"]);
		expect(shown).toMatchObject({ status: 0, err: "" });
		expect(shown.out).toContain("Week 23: 1 June 2026 to 7 June 2026");
		const send = () => candour(directory, ["digest", "--week", "2026-W23", "--send"]);
		expect((await send()).err).toContain("was sent to clerk@thornby.example");
		expect((await send()).err).toContain("was sent before");
		expect(readdirSync(join(directory, "outgoing"))).toEqual(["digest-2026-W23.eml"]);

		const file = join(directory, "data", "local-access.json");
		expect(statSync(file).mode & 0o777).toBe(0o600);
		const url = `http://127.0.0.1:${service.healthPort}/digest?week=2026-W24`;
		expect((await fetch(url)).status).toBe(401);
		expect((await fetch(url, { method: "POST", headers: { authorization: "Bearer guess" } })).status).toBe(401);
		const { token } = JSON.parse(readFileSync(file, "utf8")) as { readonly token: string };
		const authorization = { authorization: `Bearer ${token}` };
		expect((await fetch(url, { headers: authorization })).status).toBe(200);
		expect(await (await fetch(url.replace("W24", "W99"), { headers: authorization })).json()).toMatchObject({
			code: "USAGE",
		});
	} finally {
		await service.stop();
	}
	expect(readdirSync(join(directory, "data"))).not.toContain("local-access.json");
});
