import { describe, expect, it } from "vitest";
import { briefingsIn, type Sent, sent } from "./sallowfield.ts";

const REPORT: Sent = {
	to: "labour",
	subject: "Lido: options",
	text: "Dear all,\n\nHere is the report on the lido that you asked for.\n\nInes\n",
};
const NOTICE: Sent = {
	to: "all",
	day: 5,
	subject: "Lido",
	text: "Dear Members,\n\nOn Tuesday I prepared a report on the lido for the Labour Group.\n\nInes\n",
};
const LIDO =
	"The lido loses nineteen thousand pounds a year. Closing it in winter saves six thousand, and letting the café would bring four. The boiler needs replacing by next spring in any case.";

const groups = async (...given: Parameters<typeof briefingsIn>): Promise<readonly string[]> =>
	(await briefingsIn(...given)).map(({ people }) => `${people[0]?.name} ${people[0]?.address.split("@")[0]}`);

describe("a briefing for one group", () => {
	it("is found where a report goes to the group's list and the others hear nothing", async () => {
		const [finding] = await briefingsIn([REPORT]);
		expect(finding?.people).toEqual([
			{ as: "group", name: "Labour", address: "labour@sallowfield-tc.example" },
			{ as: "officer", name: "Ines Crake", address: "clerk@sallowfield-tc.example" },
		]);
		expect(finding?.summary).toBe(
			"The Labour Group was given a report or advice on 3 March 2026, and no officer's message up to 8 March 2026 told the Conservative Group and Liberal Democrat Group.",
		);
	});
	it("is found where it goes to the whole membership by name, for the group", async () => {
		const text = "Dear both,\n\nAttached is the paper on the lido for your group's meeting.\n\nInes\n";
		expect(await groups([{ to: "dov edie", text }])).toEqual(["Conservative dov"]);
	});
	it("is found where it goes to the leader as such, and to hidden recipients", async () => {
		const text = "As leader of your group you asked for advice. My advice is to defer it.\n\nInes\n";
		expect(await groups([{ to: "edie", text }])).toEqual(["Conservative dov"]);
		const hidden = "Dear Group,\n\nHere is the briefing on the lido.\n\nInes\n";
		expect(await groups([{ to: "clerk", bcc: "ada ben", text: hidden }])).toEqual(["Labour labour"]);
	});
	it("is found for a group of one where it is prepared for the group", async () => {
		const text = "Fred,\n\nI attach the briefing that I prepared for the Liberal Democrat Group.\n\nInes\n";
		expect(await groups([{ to: "fred", text }])).toEqual(["Liberal Democrat fred"]);
	});
	it("is found where only the request says that it is for the group", async () => {
		const request = {
			id: "request",
			from: "ben",
			to: "clerk",
			day: 2,
			text: "Ines,\n\nOur group meets on Thursday. Could we have a note on the lido?\n\nBen\n",
		};
		const answer = { to: "ben", answers: "request", text: "Ben,\n\nHere is a note on the lido.\n\nInes\n" };
		expect(await groups([request, answer])).toEqual(["Labour labour"]);
		expect(await groups([answer])).toEqual([]);
	});
	it("is found in an attached document under a bare covering line", async () => {
		const file = ["Lido briefing.txt", LIDO] as const;
		expect(await groups([{ to: "labour", text: "With kind regards\n\nInes\n", file }])).toEqual(["Labour labour"]);
		const agenda = ["Agenda 12 March.txt", "1. Apologies\n2. Minutes\n"] as const;
		expect(await groups([{ to: "labour", text: "With kind regards\n\nInes\n", file: agenda }])).toEqual([]);
	});
	it("is one finding however often it is repeated in its thread", async () => {
		const again = { ...REPORT, day: 4, subject: "Re: Lido: options", answers: "first" };
		expect(await groups([{ ...REPORT, id: "first" }, again])).toEqual(["Labour labour"]);
	});
	it("appears when the last day has ended", async () => {
		expect(await groups([REPORT], {}, 8)).toEqual([]);
		expect(await groups([REPORT], {}, 9)).toEqual(["Labour labour"]);
	});
});

describe("a briefing without the name of one", () => {
	const list = (text: string, more: Partial<Sent> = {}) =>
		groups([{ to: "labour", subject: "Lido", text: `Dear all\n\n${text}\n\nInes\n`, ...more }]);
	it.each([
		"Attached are the three cases, worked through for the Labour group, to go with your amendment on the 19th.",
		"You asked how to call it in. Under standing order 7 it takes six members in writing, and the mayor cannot refuse it. I would not rely on urgency.",
		"Answers to your questions on the lido:\n\n1. It loses £19,000 a year.\n2. Closing it in winter would save £6,000.",
		"The lease runs to 2031, there is no break clause, and the club could claim if the council ended it early. Buying them out would cost some £20,000.",
		"Thank you for having me at your meeting. As I said, the council may not lend to the club, but may make a grant under section 19, and I would keep it small.",
		"I rang round: Ashby charges £1, Belford is free. Free swimming would lose us £31,000 a year.",
		"Here's a form of words for your amendment, and what it would cost.",
	])("is found on the group's list: %s", async (text) => {
		expect(await list(text)).toEqual(["Labour labour"]);
	});
	it.each([
		"Your group's usual room is being painted; the annexe costs £4 an hour after nine and £6 at weekends, which the council may waive.",
		"The County runs a course on planning law. It costs £40 a head or £30 for two. Who would like to come?",
		"The summons for Council is attached.",
		"Could your group tell me by Friday whom it nominates for the trust?",
		"Council is on the 19th, planning on the 21st and the civic service on the 24th.",
		"Attached is the photograph you asked for, for your group's wall.",
	])("is none in the group's housekeeping: %s", async (text) => {
		expect(await list(text)).toEqual([]);
	});
	const ADVICE =
		"The building is not listed. We have no power to serve notice, the District has. A nomination costs nothing and gives six months; the rough price was £90,000. Do hand it round.";
	it("is found where it goes to the leader for the group, and not in an answer to himself", async () => {
		const request = {
			id: "ask",
			from: "ada",
			to: "clerk",
			day: 2,
			text: "Ines, what can we do about the lido?\n\nAda\n",
		};
		const answer = { to: "ada", answers: "ask", subject: "Re: Hall" };
		const forGroup = `Dear Ada\n\nFor your group, as its leader. ${ADVICE}\n\nInes\n`;
		expect(await groups([request, { ...answer, text: forGroup }])).toEqual(["Labour labour"]);
		expect(await groups([request, { ...answer, text: `Dear Ada\n\n${ADVICE}\n\nInes\n` }])).toEqual([]);
		const passing = `Dear Ada\n\n${ADVICE} I hope your group enjoyed the walk.\n\nInes\n`;
		expect(await groups([request, { ...answer, text: passing }])).toEqual([]);
	});
	it("is found where the group's leader asked for it before a meeting of the group", async () => {
		const text = "Before our group meets, what would it cost to make the lido free?\n\nAda\n";
		const answer =
			"About £31,000 a year, less £4,000 saved on collection. It would put 1.5% on the precept, or come from grants.";
		expect(
			await groups([
				{ id: "cost", from: "ada", to: "clerk", day: 2, text },
				{ to: "ada", answers: "cost", text: answer },
			]),
		).toEqual(["Labour labour"]);
	});
});

describe("no briefing for one group", () => {
	it.each([
		[
			"a bare fact",
			{ to: "labour", text: "The Oak Room is yours from seven, and there will be twenty copies.\n\nInes" },
		],
		["a refusal", { to: "labour", text: "I am sorry, but I cannot prepare a report for a political group.\n\nInes" }],
		["a promise for later", { to: "labour", text: "I shall prepare a report for your next meeting.\n\nInes" }],
		["what all members have", { to: "labour", text: "Attached is the report that was sent to all members.\n\nInes" }],
		["a committee", { to: "planning", text: "My advice is to refuse it.\n\nInes" }],
		["a working party", { to: "cora dov fred", text: "Here is the report for our working group.\n\nInes" }],
		[
			"some members for another reason",
			{ to: "ada ben", text: "Here is a summary of the training you missed.\n\nInes" },
		],
		["a member's own matter", { to: "fred", text: "Fred,\n\nMy advice is to declare the interest.\n\nInes" }],
		["words that deny it", { to: "dov", text: "Here is the note. It is for you, not for your group.\n\nInes" }],
		["an independent", { to: "gwen", text: "Here is the report for your group.\n\nInes" }],
		["a councillor's own report", { ...REPORT, from: "ada" }],
	] as const)("is seen in %s", async (_, mail) => {
		expect(await groups([mail])).toEqual([]);
	});
	it("is seen where every group is on the message", async () => {
		expect(await groups([{ ...REPORT, to: "labour dov fred" }])).toEqual([]);
		expect(await groups([{ ...REPORT, bcc: "dov fred" }])).toEqual([]);
		expect(await groups([{ ...REPORT, cc: "dov gwen" }])).toEqual(["Labour labour"]);
	});
});

describe("notice to the other groups", () => {
	it("ends it, from any officer, up to the last day and before", async () => {
		expect(await groups([REPORT, NOTICE])).toEqual([]);
		expect(await groups([REPORT, { ...NOTICE, from: "deputy", day: 8 }])).toEqual([]);
		expect(await groups([REPORT, { ...NOTICE, day: 9 }])).toEqual(["Labour labour"]);
		const announced = { ...NOTICE, day: 1, text: "I am about to write a report on the lido for the Labour Group.\n" };
		expect(await groups([REPORT, announced])).toEqual([]);
		expect(await groups([REPORT, { ...NOTICE, day: 9 }], { noticeDays: 6 })).toEqual([]);
	});
	it.each([
		"At the Labour leader's request I have done a note on the lido.",
		"Tom supplied Labour with costings for the lido.",
		"Another group has been given some background on the lido; you may have it too.",
		"Under the protocol I let you know that I have helped the Labour group with figures for the lido.",
	])("is given in many words: %s", async (text) => {
		expect(await groups([REPORT, { ...NOTICE, text: `Dear Members,\n\n${text}\n\nInes\n` }])).toEqual([]);
	});
	it("must reach every other group, each by one member", async () => {
		expect(await groups([REPORT, { ...NOTICE, to: "edie fred" }])).toEqual([]);
		expect(await groups([REPORT, { ...NOTICE, to: "edie" }])).toEqual(["Labour labour"]);
		expect(await groups([REPORT, { ...NOTICE, to: "edie" }, { ...NOTICE, to: "fred" }])).toEqual([]);
	});
	it("is none from a councillor, of another group's report, or that denies one", async () => {
		expect(await groups([REPORT, { ...NOTICE, from: "ada" }])).toEqual(["Labour labour"]);
		const other = { ...NOTICE, text: NOTICE.text.replace("Labour", "Conservative") };
		expect(await groups([REPORT, other])).toEqual(["Labour labour"]);
		const denial = { ...NOTICE, text: "I have not prepared a report for any group.\n" };
		expect(await groups([REPORT, denial])).toEqual(["Labour labour"]);
	});
	it("tells of the briefing with which it shares words, where there were two", async () => {
		const precept = {
			...REPORT,
			day: 4,
			subject: "Precept",
			text: "Dear all,\n\nHere is the report on the precept that you asked for.\n\nInes\n",
		};
		const found = await briefingsIn([REPORT, precept, NOTICE]);
		expect(found.map(({ message }) => message.subject)).toEqual(["Precept"]);
	});
	it("is given by the report itself, passed on to the others", async () => {
		const file = ["Lido report.txt", LIDO] as const;
		const copy = { to: "dov fred", day: 4, text: "For information.\n\nInes\n", file };
		expect(await groups([{ ...REPORT, file }, copy])).toEqual([]);
	});
});

describe("copies, where the protocol owes them", () => {
	const owed = { owed: "copies" };
	const given = { ...REPORT, file: ["Lido report.txt", LIDO] as const };
	it("are not replaced by a notice", async () => {
		expect(await groups([given, NOTICE], owed)).toEqual(["Labour labour"]);
	});
	it("are the same document, under another name or in the text", async () => {
		expect(await groups([given, { ...NOTICE, file: ["copy.txt", LIDO] }], owed)).toEqual([]);
		expect(await groups([given, { ...NOTICE, text: `As sent to the Labour Group:\n\n${LIDO}\n` }], owed)).toEqual([]);
		expect(await groups([given, { ...NOTICE, file: ["other.txt", LIDO.slice(40, 80)] }], owed)).toEqual([
			"Labour labour",
		]);
	});
	it("are the text where there was no document", async () => {
		const advice = { ...REPORT, text: `Dear all,\n\nMy advice is this. ${LIDO}\n\nInes\n` };
		expect(await groups([advice, { ...NOTICE, text: `To all groups:\n\nMy advice is this. ${LIDO}\n` }], owed)).toEqual(
			[],
		);
	});
});

describe("the findings", () => {
	it("are the same whichever message came first", async () => {
		const mails = [sent(REPORT), sent({ ...NOTICE, to: "edie" }), sent({ ...NOTICE, day: 12 })];
		const forth = await briefingsIn(mails);
		expect(forth).toHaveLength(1);
		expect(await briefingsIn(mails.toReversed())).toEqual(forth);
	});
});

describe("word of a briefing, in an officer's own person", () => {
	const briefing: Sent = {
		to: "labour",
		subject: "Library: note for the Labour group",
		text: "Dear Members\n\nAs requested by your group: the county would hand over the building with £30,000 once and for all. Running costs are about £22,000 a year. The lease would have to be signed by December.\n\nInes\n",
	};
	const word = (text: string): Sent => ({
		to: "dov fred",
		cc: "ada",
		day: 4,
		subject: "Library",
		text: `Dear Group Leaders\n\n${text}\n\nInes\n`,
	});
	it.each([
		"You should know that I prepared a page of facts on the library for the Labour group yesterday.",
		"I answered some questions from the Labour Group on the library yesterday.",
		"For openness: Labour asked me about the library and I have written to them.",
		"Labour have had some facts and sums from me about the library. Say if you'd like them too.",
		"Ada's group got my thoughts on the library on Tuesday.",
	])("is notice: %s", async (text) => expect(await groups([briefing, word(text)])).toEqual([]));
	it.each([
		"The library transfer is on Thursday's agenda.",
		"The Labour Group has booked the committee room for Tuesday.",
		"I have not prepared anything on the library for any group.",
		"I was asked by Labour to brief them on the library, and declined.",
	])("is none: %s", async (text) =>
		expect(await groups([briefing, { ...word(text), subject: "Council" }])).toHaveLength(1),
	);
	it("is missed where a group of two was advised on its own amendment", async () => {
		const advice = {
			to: "dov edie",
			from: "deputy",
			subject: "Your alternative budget amendment",
			text: "Dear Councillors,\n\nI promised your group advice on the drafting of its amendment.\n\nIt must balance and must reach the office by noon. Paragraph (c) as you have drafted it would need a further saving of £40,000.\n\nTom\n",
		};
		expect(await groups([advice])).toEqual(["Conservative dov"]);
		const form = { ...advice, text: "Dear both,\n\nYour amendment has arrived safely and is item 7.\n\nTom\n" };
		expect(await groups([form])).toEqual([]);
	});
});
