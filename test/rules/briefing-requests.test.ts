import { describe, expect, it } from "vitest";
import { readingsInForce } from "../../src/audit/judge.ts";
import { briefingsIn, type Sent, sent } from "./sallowfield.ts";
import { protocolWith } from "./with-settings.ts";

const LIDO =
	"The lido loses nineteen thousand pounds a year. Closing it in winter saves six thousand, and letting the café would bring four. The boiler needs replacing by next spring in any case.";
const GIVEN: Sent = {
	id: "given",
	to: "labour",
	day: 2,
	subject: "Lido: options",
	text: "Dear all,\n\nHere is the report on the lido that you asked for.\n\nInes\n",
	file: ["Lido report.txt", LIDO],
};
const REQUEST: Sent = {
	id: "request",
	from: "edie",
	to: "clerk",
	day: 4,
	subject: "Lido",
	text: "Dear Ines,\n\nCould our group have a copy of the report on the lido that you gave to the Labour Group?\n\nEdie\n",
};
const reply = (text: string, day: number, more: Partial<Sent> = {}): Sent => ({
	to: "edie",
	day,
	subject: "Re: Lido",
	answers: "request",
	text: `Dear Edie,\n\n${text}\n\nInes\n`,
	...more,
});
const REFUSAL = reply("I am afraid that I cannot let other groups have that report.", 5);

const ON_REQUEST = { owed: "on-request" };
/** Who is found to have asked in vain; ten working days after 4 March is 18 March 2026. */
const inVain = async (mails: readonly Sent[], settings: object = {}, asOf = 31): Promise<readonly string[]> =>
	(await briefingsIn(mails, { ...ON_REQUEST, ...settings }, asOf)).map(
		({ people, message }) => `${people[0]?.name} ${message.messageId.slice(1).split("@")[0]}`,
	);

describe("a briefing that is owed on request", () => {
	it("is no concern while nobody asks for it, unlike one of which others must hear", async () => {
		expect(await inVain([GIVEN])).toEqual([]);
		expect((await briefingsIn([GIVEN])).map(({ people }) => people[0]?.name)).toEqual(["Labour"]);
	});
	it("is found where the request is refused, at once", async () => {
		const [found] = await briefingsIn([GIVEN, REQUEST, REFUSAL], ON_REQUEST, 6);
		expect(found?.people).toEqual([
			{ as: "group", name: "Conservative", address: "dov@sallowfield-tc.example" },
			{ as: "officer", name: "Ines Crake", address: "clerk@sallowfield-tc.example" },
			{ as: "author", name: "Edie Judd", address: "edie@sallowfield-tc.example" },
		]);
		expect(found?.summary).toBe(
			"Cllr Edie Judd asked on 4 March 2026 for what the Labour Group was given on 2 March 2026, and was refused it on 5 March 2026.",
		);
		expect(found?.since?.slice(0, 10)).toBe("2026-03-05");
	});
	it("is found where nobody answers, when the last working day has ended", async () => {
		expect(await inVain([GIVEN, REQUEST], {}, 18)).toEqual([]);
		expect(await inVain([GIVEN, REQUEST], {}, 19)).toEqual(["Conservative request"]);
		expect(await inVain([GIVEN, REQUEST], { requestDays: 3 }, 9)).toEqual([]);
		expect(await inVain([GIVEN, REQUEST], { requestDays: 3 }, 10)).toEqual(["Conservative request"]);
	});
	it("is found where a receipt or a promise is all that came", async () => {
		expect(await inVain([GIVEN, REQUEST, reply("Thank you for your message.", 5)])).toEqual(["Conservative request"]);
		expect(await inVain([GIVEN, REQUEST, reply("I will look into it and come back to you.", 5)])).toEqual([
			"Conservative request",
		]);
	});
	it("is met by a copy to any member of the group, in time or before", async () => {
		const copy = { to: "dov", subject: "Lido", text: "Dov,\n\nHere it is.\n\nInes\n", file: GIVEN.file as never };
		expect(await inVain([GIVEN, REQUEST, { ...copy, to: "edie", day: 18 }])).toEqual([]);
		expect(await inVain([GIVEN, REQUEST, REFUSAL, { ...copy, to: "edie", day: 9 }])).toEqual([]);
		expect(await inVain([GIVEN, REQUEST, { ...copy, to: "fred", day: 9 }])).toEqual(["Conservative request"]);
		const told = "Dear both,\n\nHere is the report that I prepared for the Labour Group.\n\nInes\n";
		expect(await inVain([GIVEN, REQUEST, { ...copy, to: "dov", day: 3, text: told }])).toEqual([]);
	});
	it("is found where the copy came too late, and says when it came", async () => {
		const late = { to: "edie", day: 24, subject: "Lido", text: "Here it is.\n", file: GIVEN.file as never };
		const [found] = await briefingsIn([GIVEN, REQUEST, late], ON_REQUEST);
		expect(found?.summary).toMatch(/up to 18 March 2026; a copy came on 24 March 2026\.$/u);
	});
	it("is left to people where it was answered in another way, or a question came back", async () => {
		expect(await inVain([GIVEN, REQUEST, reply("It hangs in the lobby, and costs £2 a page.", 6)])).toEqual([]);
		expect(await inVain([GIVEN, REQUEST, reply("Which of the two reports do you mean?", 6)])).toEqual([]);
	});
	it("is no longer owed where the request was withdrawn", async () => {
		const withdrawn = {
			from: "edie",
			to: "clerk",
			day: 6,
			subject: "Re: Lido",
			answers: "request",
			text: "Ines, no need to reply, I have found it.\n\nEdie\n",
		};
		expect(await inVain([GIVEN, REQUEST, withdrawn])).toEqual([]);
	});
	it("is asked for once, however often the group reminds", async () => {
		const reminder = {
			id: "reminder",
			from: "edie",
			to: "clerk",
			day: 10,
			subject: "Re: Lido",
			answers: "request",
			text: "Ines, may I remind you of my request for a copy of the report that the Labour Group was given?\n\nEdie\n",
		};
		expect(await inVain([GIVEN, REQUEST, reminder])).toEqual(["Conservative request"]);
	});
});

describe("a request", () => {
	const asks = (text: string, more: Partial<Sent> = {}) => inVain([GIVEN, { ...REQUEST, text, ...more }]);
	const FOUND = ["Conservative request"];
	it("may name the group, or the matter among groups", async () => {
		expect(await asks("Please send me the briefing that Labour members had last week.\n\nEdie\n")).toEqual(FOUND);
		expect(await asks("May we have what other groups were told about the lido?\n\nEdie\n")).toEqual(FOUND);
		expect(await asks("Could we have the note that the Liberal Democrat Group got?\n\nEdie\n")).toEqual([]);
		expect(
			await asks("Could our group have a copy of the report on the precept?\n\nEdie\n", { subject: "Precept" }),
		).toEqual([]);
	});
	it("may answer a notice of it without naming anything", async () => {
		const notice = {
			id: "notice",
			to: "edie fred",
			day: 3,
			subject: "Lido",
			text: "Dear both,\n\nYesterday I prepared a report on the lido for the Labour Group.\n\nInes\n",
		};
		const answer = { subject: "Re: Lido", answers: "notice", text: "Could I have a copy too, please?\n\nEdie\n" };
		expect(await inVain([GIVEN, notice, { ...REQUEST, ...answer }])).toEqual(FOUND);
		expect(await inVain([GIVEN, { ...REQUEST, ...answer }])).toEqual([]);
	});
	it("is none from the group that was briefed, from an independent, or of somebody else", async () => {
		expect(await asks(REQUEST.text, { from: "ben" })).toEqual([]);
		expect(await asks(REQUEST.text, { from: "gwen" })).toEqual([]);
		expect(await asks(REQUEST.text, { from: "deputy" })).toEqual([]);
		expect(await asks(REQUEST.text, { to: "ada" })).toEqual([]);
		expect(await asks("The report that the Labour Group had is a disgrace.\n\nEdie\n")).toEqual([]);
	});
	it("is none before the briefing, or where no briefing is to be seen", async () => {
		expect(await inVain([GIVEN, { ...REQUEST, day: 1 }])).toEqual([]);
		expect(await inVain([REQUEST])).toEqual([]);
	});
	it("finds the briefing of some weeks before", async () => {
		const mails = [{ ...GIVEN, day: -40 }, REQUEST];
		expect(await inVain(mails)).toEqual(FOUND);
	});
});

describe("words of an officer", () => {
	it.each([
		"I must decline.",
		"I'm not able to share that paper with other groups.",
		"That report was for the Labour Group only.",
		"I would rather not pass it on.",
		"It is not available to other groups.",
	])("refuse: %s", async (words) => {
		expect(await inVain([GIVEN, REQUEST, reply(words, 5)], {}, 6)).toEqual(["Conservative request"]);
	});
	it.each([
		"I can't send it until Monday.",
		"I cannot share it by e-mail, but there is a copy in your pigeon hole.",
		"I can give you a copy tomorrow.",
		"I cannot say who asked for it.",
	])("don't refuse: %s", async (words) => {
		expect(await inVain([GIVEN, REQUEST, reply(words, 5)], {}, 6)).toEqual([]);
	});
});

it("has answers read for it", () => {
	const read = (settings: object) =>
		readingsInForce(protocolWith("group-briefing", { ...settings }), ["group-briefing"]);
	expect(read({})).toEqual(["briefings"]);
	expect(read(ON_REQUEST)).toEqual(["exchanges", "briefings"]);
});

it("finds the same whichever message came first", async () => {
	const mails = [GIVEN, REQUEST, REFUSAL].map(sent);
	const forth = await briefingsIn(mails, ON_REQUEST);
	expect(forth).toHaveLength(1);
	expect(await briefingsIn(mails.toReversed(), ON_REQUEST)).toEqual(forth);
});
