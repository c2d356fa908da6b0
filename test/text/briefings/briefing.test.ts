import { describe, expect, it } from "vitest";
import { createRoster } from "../../../src/people/roster.ts";
import { givesBriefing } from "../../../src/text/briefings/briefing.ts";
import { asksForGroup, tellsOfBriefing } from "../../../src/text/briefings/briefing-told.ts";
import { addressedTogether, forGroup } from "../../../src/text/briefings/group-words.ts";
import { SALLOWFIELD } from "../../rules/sallowfield.ts";

const AT = "2026-03-10T12:00:00Z";
const roster = createRoster(SALLOWFIELD);
const gives = (authored: string, subject = ""): string | undefined =>
	givesBriefing({ subject, authored, documents: [] })?.by;

describe("a report, a briefing or advice", () => {
	it.each([
		"Attached is the report on the leisure centre.",
		"I enclose a summary of the legal position.",
		"I have put together some figures on the precept for you.",
		"The note you wanted on bylaws is below.",
		"I've done the analysis you were after.",
		"Briefing note on allotment rents attached.",
		"A few pages on the hall, as promised.",
		"You asked me whether the council can charge: it can.  The options are attached.",
	])("is offered in %j", (text) => {
		expect(gives(text)).toBe("offer");
	});
	it.each([
		"My advice would be to defer it.",
		"I would advise the group to seek a recorded vote.",
		"In my view the council cannot lawfully do this.",
		"You would be well advised to wait for the auditor.",
	])("is advice in %j", (text) => {
		expect(gives(text)).toBe("advice");
	});
	it.each([
		"The meeting is in the Oak Room at seven.",
		"I can let you have twenty copies of the agenda.",
		"I shall prepare a report for your next meeting.",
		"I cannot prepare a report for a political group.",
		"Would you like a briefing on this?",
		"Please send me your report by Friday.",
		"The report is not attached as it isn't ready.",
		"The surveyor's report is due in May.",
		"The report went to all members last week and is on the website.",
		"Officers can't advise on that.",
		"Attached is the room booking form.",
		"The council would like our view on the boundary.",
	])("is not in %j", (text) => {
		expect(gives(text)).toBeUndefined();
	});
	it("is weighed without saying so, in choices and what they cost", () => {
		const text =
			"A parking order takes sixteen weeks from the first notice, and the council must decide by December. A free first hour can be done but cuts the likely income from £31,000 to about £19,000. Machines take ten weeks to come, and the county has to consent.";
		expect(gives(text)).toBe("weighs");
	});
	it("is read from the name or the head of a document", () => {
		const from = (name: string, text: string) =>
			givesBriefing({ subject: "", authored: "With regards", documents: [{ name, text }] })?.by;
		expect(from("Depot_options.docx", "1. Stay. 2. Go.")).toBe("document");
		expect(from("scan0003.pdf", "BRIEFING NOTE\nThe depot")).toBe("document");
		expect(from("minutes-report.pdf", "Minutes")).toBeUndefined();
	});
});

describe("words for a group", () => {
	it.each([
		["as leader of your group you may find this useful", []],
		["Your group asked for the figures.", []],
		["Dear Group,", []],
		["I attach the report prepared for the Labour Group.", ["Labour"]],
		["At the request of Conservative members, a note.", ["Conservative"]],
		["Dear Labour colleagues", ["Labour"]],
		["The Lib Dem group asked me for a note.", ["Liberal Democrat"]],
		["in your capacity as leader of the Conservatives", ["Conservative"]],
	] as const)("are read in %j", (text, groups) => {
		expect(forGroup("", text, roster, AT)?.groups).toEqual(groups);
	});
	it.each([
		"Here is the report for the working group.",
		"The Friends of the Park group has asked for a bench.",
		"This is for you, not for your group.",
		"I understand that the Conservatives voted against it.",
		"Your group need not know of your register of interests.",
	])("are not read in %j", (text) => {
		expect(forGroup("", text, roster, AT)).toBeUndefined();
	});
	it("are the words to a whole group that meets or asks together", () => {
		expect(addressedTogether("Here is a note for your meeting on Tuesday.")).toBeDefined();
		expect(addressedTogether("The three of you asked what it would cost.")).toBeDefined();
		expect(addressedTogether("For your meeting with the developer, the plans.")).toBeUndefined();
		expect(addressedTogether("The two of you missed the training.")).toBeUndefined();
	});
});

describe("words that tell of a group's briefing", () => {
	const told = (text: string) => tellsOfBriefing("", text, roster, AT).map(({ groups }) => groups);
	it.each([
		["I have prepared a report for the Labour Group on the depot.", ["Labour"]],
		["Advice was given to the Conservative group about the petition.", ["Conservative"]],
		["I briefed the Labour Group last night.", ["Labour"]],
		["I am going to prepare a note for the Labour group.", ["Labour"]],
		["A note went to the Liberal Democrat members on Monday.", ["Liberal Democrat"]],
		["One of the groups has asked me for a report and I have let it have one.", []],
	])("are read in %j", (text, groups) => {
		expect(told(text)).toEqual([groups]);
	});
	it.each([
		"I have not prepared a report for any group.",
		"Did you give the Labour Group a report?",
		"The Labour Group meets on Monday.",
		"The working group has received a report.",
		"I have declined to give the Labour Group advice.",
	])("are not read in %j", (text) => {
		expect(told(text)).toEqual([]);
	});
});

describe("a councillor's request", () => {
	it("is for the group where it says so", () => {
		expect(asksForGroup("", "Our group meets on Monday. Could we have a paper on the lido?", roster, AT)).toBeDefined();
		expect(asksForGroup("", "Could I have a paper on the lido?", roster, AT)).toBeUndefined();
		expect(asksForGroup("", "Our group meets on Monday. Is the hall free?", roster, AT)).toBeUndefined();
	});
});

describe("advice on a text that the readers are to move", () => {
	const kind = (subject: string, authored: string) => givesBriefing({ subject, authored, documents: [] })?.by;
	it("is a briefing where it says what is wrong with it or how to mend it", () => {
		expect(
			kind(
				"Your budget amendment",
				"To be in order it must balance. Paragraph (c) as you have drafted it would need a further £40,000.",
			),
		).toBe("advice");
		expect(
			kind("Thursday", "As it stands your amendment negates the motion. If you add a date it would be safer."),
		).toBe("advice");
	});
	it("is none where it only gives form or news", () => {
		expect(kind("Your motion", "Your motion needs a seconder by noon on Thursday.")).toBeUndefined();
		expect(kind("Your amendment", "Your amendment has arrived safely and stands as item 7.")).toBeUndefined();
	});
	it("is the group's where its whole membership is addressed on its own text", () => {
		expect(addressedTogether("As promised, some thoughts.", "Re: our amendment")).toBeDefined();
		expect(addressedTogether("The motion as you have drafted it conflicts with standing orders.")).toBeDefined();
		expect(addressedTogether("The motion has been printed.")).toBeUndefined();
	});
});

describe("text made to be slow to read", () => {
	it.each(["Labour Members ", "the report for your group will be not prepared ", "£1 ", "not ", "as ", "a\n"])(
		"is read in time: %j",
		(unit) => {
			const text = unit.repeat(Math.ceil(300_000 / unit.length));
			const started = performance.now();
			givesBriefing({ subject: "", authored: text, documents: [] });
			forGroup("", text, roster, AT);
			addressedTogether(text);
			tellsOfBriefing("", text, roster, AT);
			expect(performance.now() - started).toBeLessThan(5_000);
		},
	);
});
