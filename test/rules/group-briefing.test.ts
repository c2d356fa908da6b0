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
