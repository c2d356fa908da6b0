import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createCorpus } from "../../src/audit/corpus.ts";
import { createJudge } from "../../src/audit/judge.ts";
import { createCalendar } from "../../src/facts/calendar.ts";
import type { MessageFacts } from "../../src/facts/facts.ts";
import { createRoster } from "../../src/people/roster.ts";
import { factsOf } from "../judging.ts";
import { CLERK, HART, letter, PELL, RESIDENT, VOSS } from "../letter.ts";
import { DOMAIN, EVERY_RULE, THORNBY } from "../thornby.ts";

const roster = createRoster(THORNBY);
const judge = createJudge({
	protocol: EVERY_RULE,
	roster,
	calendar: createCalendar({ nation: "england", closed: [] }, "Europe/London"),
});

/** A thread with a hidden copy in two mailboxes, a forward, a late notice, a marked item and its leak. */
const ENQUIRY = letter({
	id: "o-1",
	from: PELL,
	to: CLERK,
	date: "Mon, 2 Mar 2026 20:00:00 +0000",
	text: "Jo, who let the lower allotments flood again, and why was nobody from the office there to see it?\n\nAlan\n",
});
const ANSWER = {
	id: "o-2",
	to: PELL,
	date: "Tue, 3 Mar 2026 09:00:00 +0000",
	text: "Dear Alan,\n\nThe drain will be cleared on Thursday, and the contractor pays.\n\nJo\n",
};
const FORWARD = letter({
	id: "o-3",
	to: HART,
	date: "Tue, 3 Mar 2026 10:00:00 +0000",
	subject: "FW: Allotments",
	text: `Dan, see below.\n\nJo\n\nFrom: Cllr Alan Pell <a.pell@${DOMAIN}>\nSent: 02 March 2026 20:00\nTo: Jo Marsh <clerk@${DOMAIN}>\nSubject: Allotments\n\nJo, who let the lower allotments flood again, and why was nobody from the office there to see it?\n\nAlan\n`,
});
const NOTICE = letter({
	id: "o-4",
	to: PELL,
	date: "Thu, 5 Mar 2026 10:00:00 +0000",
	text: "Alan, I sent your note on to Cllr Hart on Tuesday.\n\nJo\n",
});
const SECRET =
	"The old hedge between plots nine and ten comes out in the second week of April, and the water butt moves behind the green shed. Sam brings the small digger on the Tuesday.";
const MARKED = letter({
	id: "o-5",
	to: PELL,
	subject: "CONFIDENTIAL",
	date: "Fri, 6 Mar 2026 10:00:00 +0000",
	text: `Alan,\n\n${SECRET}\n\nJo\n`,
});
const LEAK = letter({
	id: "o-6",
	from: PELL,
	to: RESIDENT,
	date: "Sat, 7 Mar 2026 10:00:00 +0000",
	text: `Hello Tilly,\n\n${SECRET}\n\nAlan\n`,
});

let facts: readonly MessageFacts[] = [];
beforeAll(async () => {
	facts = await Promise.all(
		[
			{ raw: ENQUIRY, mailbox: `clerk@${DOMAIN}`, folder: "INBOX" },
			{ raw: letter({ ...ANSWER, bcc: VOSS }), mailbox: `clerk@${DOMAIN}`, folder: "Sent" },
			{ raw: letter(ANSWER), mailbox: `r.voss@${DOMAIN}`, folder: "INBOX" },
			{ raw: letter(ANSWER), mailbox: `a.pell@${DOMAIN}`, folder: "INBOX" },
			{ raw: FORWARD, mailbox: `clerk@${DOMAIN}`, folder: "Sent" },
			{ raw: NOTICE, mailbox: `clerk@${DOMAIN}`, folder: "Sent" },
			{ raw: MARKED, mailbox: `clerk@${DOMAIN}`, folder: "Sent" },
			{ raw: LEAK, mailbox: `a.pell@${DOMAIN}`, folder: "Sent" },
		].map(factsOf),
	);
});

/** Findings of a set that arrives in these batches, judged again after each: what holds at the end is the answer. */
function findingsOf(batches: readonly (readonly MessageFacts[])[]): string {
	const corpus = createCorpus(roster);
	let found: string[] = [];
	for (const batch of batches) {
		for (const one of batch) corpus.add(one);
		found = [...corpus.messages()].flatMap((message) =>
			judge(message, () => corpus.related(message), "2026-12-31T00:00:00Z").map((finding) => JSON.stringify(finding)),
		);
	}
	return found.sort().join("\n");
}

describe("the findings of a set of messages", () => {
	it("are those that the set calls for", () => {
		const found = [...findingsOf([facts]).matchAll(/"rule":"([a-z-]+)"/gu)].map(([, rule]) => rule);
		expect(found.sort()).toEqual([
			"confidential-leak",
			"confidential-unexplained",
			"missing-copy-footer",
			"silent-copy",
			"silent-copy",
		]);
	});
	it("don't depend on order, on duplicates or on how they are spread over batches", () => {
		const expected = findingsOf([facts]);
		const indexes = fc.array(fc.nat(facts.length - 1), { maxLength: 6 });
		const order = fc.shuffledSubarray([...facts.keys()], { minLength: facts.length });
		fc.assert(
			fc.property(order, indexes, fc.array(fc.nat(3), { minLength: 20, maxLength: 20 }), (shuffled, again, cuts) => {
				const arriving = [...shuffled, ...again];
				const batches: MessageFacts[][] = [[], [], [], []];
				for (const [at, index] of arriving.entries())
					batches[cuts[at % cuts.length] ?? 0]?.push(facts[index] as MessageFacts);
				expect(findingsOf(batches)).toBe(expected);
			}),
			{ numRuns: 60 },
		);
	});
	it("change with a later copy, and with a notice that comes in time", async () => {
		const withoutBcc = facts.filter((_, index) => index !== 1 && index !== 2);
		expect(findingsOf([withoutBcc])).not.toContain("r.voss");
		expect(findingsOf([withoutBcc, [facts[2] as MessageFacts]])).toContain("r.voss");
		const inTime = await factsOf({
			raw: letter({
				id: "o-7",
				to: PELL,
				date: "Wed, 4 Mar 2026 09:00:00 +0000",
				text: "Alan, I sent your note on to Cllr Hart on Tuesday.\n\nJo\n",
			}),
		});
		expect(findingsOf([facts])).toContain("d.hart");
		expect(findingsOf([facts, [inTime]])).not.toContain("d.hart");
	});
});
