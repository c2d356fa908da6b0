import { describe, expect, it } from "vitest";
import { confidenceReasons } from "../../src/text/confidence-reasons.ts";
import { segment } from "../../src/text/segments.ts";

const places = (plain: string, subject = "", attachments: { name: string; text: string }[] = []) =>
	confidenceReasons(segment({ plain }), attachments, subject).map(({ where }) => where);
const says = (sentence: string) => places(`Dear Anna,\n\n${sentence}\n\nJudith`).length > 0;

describe("a reason", () => {
	it.each([
		"This is confidential because it names the two families.",
		"I have marked it so since it is about a tenant's health.",
		"It concerns the sickness absence of a colleague.",
		"It sets out our solicitor's advice, which is privileged.",
		"Three tenders came in and have not been opened.",
		"We are still negotiating with the owner.",
		"It is exempt under paragraph 3 of Schedule 12A.",
		"There is an investigation under way into the till.",
		"A safeguarding referral has been made.",
		"He has been suspended on full pay.",
		"The applicants' references are in the folder.",
		"The police have asked us to say nothing yet.",
		"She could be identified from the figures, hence the heading.",
		"Staff have not yet been told.",
		"Mae'n cynnwys data personol.",
	])("is seen in %j", (sentence) => {
		expect(says(sentence)).toBe(true);
	});

	it.each([
		"Pete would put the bench by the gate because the ground is level there.",
		"We meet at the hall at seven, as the office is being painted.",
		"The bus leaves at nine since the ferry sails at noon.",
		"Lunch is at one; please tell me what you cannot eat.",
		"I am confident that it will be fine, as the forecast is good.",
		"My advice is to take the train.",
		"The police will close the road for the parade.",
		"The staffing committee meets on Tuesday.",
		"The complaints policy is on the website.",
		"We identified three spots for the bench.",
		"The tennis court will be painted green.",
	])("is not seen in %j", (sentence) => {
		expect(says(sentence)).toBe(false);
	});

	it("may stand in the label, in an attachment and in the quoted thread", () => {
		expect(places("Noted.", "Staff in confidence: sickness absence")).toEqual(["label"]);
		expect(
			places("Noted.", "", [{ name: "Paper.docx", text: "This discloses the business affairs of the tenant." }]),
		).toEqual(["attachment"]);
		const thread =
			"Noted.\n\nFrom: Judith Marlow <clerk@thornby-pc.example>\nSent: 9 March 2026 10:12\nTo: Anna Finch <anna.finch@thornby-pc.example>\nSubject: Rota\n\nPete has been signed off for a month.\n";
		expect(places(thread)).toEqual(["quoted"]);
	});

	it("is not given by a standing disclaimer", () => {
		const plain =
			"Dear Anna,\n\nMonday week.\n\nJudith\n\nThis message may contain personal data or legally privileged material. If you have received it in error please notify the sender and delete it.\n";
		expect(places(plain)).toEqual([]);
	});
});
