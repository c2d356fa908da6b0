import { expect, test } from "vitest";
import { candour, letter, place } from "./run.ts";

test("a draft with a hidden copy ends with 1 and brings the text to put it right", async () => {
	const ran = await candour(place({ "draft.eml": letter() }), ["check", "draft.eml"]);
	expect(ran.status).toBe(1);
	expect(ran.out).toContain("silent-copy");
	expect(ran.out).toMatch(/\| CC .*Rowan Tasker/u);
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

test("it takes a second or so, on a busy machine too", async () => {
	const directory = place({ "draft.eml": letter() });
	const times: number[] = [];
	for (let round = 0; round < 3; round++) times.push((await candour(directory, ["check", "draft.eml"])).ms);
	expect(Math.min(...times)).toBeLessThan(2_500);
});
