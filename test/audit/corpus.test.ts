import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCorpus } from "../../src/audit/corpus.ts";
import { openRecordStore } from "../../src/audit/record-store.ts";
import type { MessageFacts } from "../../src/facts/facts.ts";
import { createRoster } from "../../src/people/roster.ts";
import { factsOf } from "../judging.ts";
import { letter, PELL } from "../letter.ts";
import { THORNBY } from "../thornby.ts";

const COUNT = 60;
const roster = createRoster(THORNBY);
let facts: readonly MessageFacts[] = [];
let folder = "";

/** Sixty letters in six threads, three on a day; ten times as many parsed facts as are kept. */
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "candour-corpus-"));
	facts = await Promise.all(
		Array.from({ length: COUNT }, (_, number) => {
			const date = new Date(Date.UTC(2026, 2, 1 + Math.floor(number / 3), 9)).toUTCString().replace("GMT", "+0000");
			const text = `Dear Alan,\n\n${`The gate at plot ${number} was mended on day ${number}. `.repeat(200)}\n\nJo\n`;
			const raw = letter({ id: `c-${number}`, to: PELL, date, text });
			const before = number < 6 ? "" : `References: <c-${number - 6}@thread.example> <c-${number}@thread.example>\r\n`;
			const own = number < 6 ? `References: <c-${number}@thread.example>\r\n` : "";
			return factsOf({ raw: `${before}${own}${raw.toString()}` });
		}),
	);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
	["in memory", () => openRecordStore()],
	["in a file", () => openRecordStore([folder], 4_096)],
])("a corpus %s", (_, records) => {
	it("gives every message once, oldest first, and the same facts", () => {
		const corpus = createCorpus(roster, records());
		for (const one of [...facts].reverse()) corpus.add(one);
		for (const one of facts) corpus.add(one);
		const ordered = [...facts].sort((a, b) => (`${a.date} ${a.identity}` < `${b.date} ${b.identity}` ? -1 : 1));
		expect([...corpus.messages()].map(({ identity }) => identity)).toEqual(ordered.map(({ identity }) => identity));
		expect([...corpus.messages()]).toEqual(ordered);
		corpus.close();
	});
	it("leaves out what is dated outside the days asked for, the ends included", () => {
		const corpus = createCorpus(roster, records());
		for (const one of facts) corpus.add(one);
		const messages = corpus.messages("2026-03-02T09:00:00.000Z", "2026-03-04T09:00:00.000Z");
		expect(messages.length).toBe(9);
		expect([...messages].map(({ date }) => date.slice(8, 10))).toEqual(
			["02", "03", "04"].flatMap((day) => [day, day, day]),
		);
		corpus.close();
	});
	it("finds what is related, whether a message came once or twice", () => {
		const corpus = createCorpus(roster, records());
		for (const one of facts) corpus.add(one);
		const related = (one: MessageFacts) => corpus.related(one).map(({ messageId }) => messageId);
		const once = facts.map(related);
		expect(once[20]).toEqual(expect.arrayContaining([facts[14]?.messageId, facts[26]?.messageId]));
		for (const one of facts) corpus.add(one);
		expect(facts.map(related)).toEqual(once);
		corpus.close();
	});
});
