import { expect, test } from "vitest";
import { createCalendar } from "../../src/facts/calendar.ts";
import { createRoster } from "../../src/people/roster.ts";
import { responseTimes, waitedFor } from "../../src/reports/response-times.ts";
import { factsOf } from "../judging.ts";
import { CLERK, letter, PELL } from "../letter.ts";
import { THORNBY } from "../thornby.ts";

const roster = createRoster(THORNBY);
const calendar = createCalendar({ nation: "england", closed: [] }, THORNBY.timezone);
const at = (day: number): string => `${day} Mar 2026 10:00:00 +0000`;

const enquiry = letter({
	id: "q",
	from: PELL,
	to: CLERK,
	subject: "Lower field",
	date: at(3),
	text: "Dear Jo,\n\nCould you tell me when the lower field will be mown?\n\nAlan",
});
const reply = (id: string, day: number, text: string): string =>
	letter({
		id,
		from: CLERK,
		to: PELL,
		subject: "Re: Lower field",
		date: at(day),
		text,
		headers: ["In-Reply-To: <q@thornby-pc.example>"],
	});

async function waited(...mails: readonly string[]) {
	const [message, ...related] = await Promise.all(mails.map((raw) => factsOf({ raw })));
	if (message === undefined) throw new Error("no mail");
	return waitedFor(message, related, { roster, calendar });
}

test("days are working days after the day of receipt, to the first word and to the answer", async () => {
	const receipt = reply("r1", 4, "Dear Alan,\n\nThank you, I have received this and will reply soon.\n\nJo");
	const answer = reply("r2", 10, "Dear Alan,\n\nThe lower field will be mown on 16 March by the contractor.\n\nJo");
	expect(await waited(enquiry, answer, receipt)).toEqual({ firstReply: 1, answer: 5, withdrawn: false });
});

test("without a reply it waits still, and what asks nothing doesn't count", async () => {
	expect(await waited(enquiry)).toEqual({ withdrawn: false });
	const thanks = letter({
		id: "t",
		from: PELL,
		to: CLERK,
		subject: "Lower field",
		date: at(3),
		text: "Thank you, Jo.\n\nAlan",
	});
	expect(await waited(thanks)).toBeUndefined();
});

test("the middle and nineteen out of twenty are given of those that were answered", () => {
	const one = (answer: number) => ({ firstReply: 1, answer, withdrawn: false });
	const times = responseTimes([one(2), one(4), one(9), { withdrawn: true }, { firstReply: 3, withdrawn: false }]);
	expect(times).toMatchObject({ enquiries: 5, answered: 3, withdrawn: 1, awaiting: 1 });
	expect(times.answer).toEqual({ of: 3, median: 4, ninetyFifth: 9 });
	expect(times.firstReply).toEqual({ of: 4, median: 1, ninetyFifth: 3 });
	expect(responseTimes([])).toEqual({ enquiries: 0, answered: 0, withdrawn: 0, awaiting: 0 });
});
