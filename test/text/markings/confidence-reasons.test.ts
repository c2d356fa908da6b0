import { describe, expect, it } from "vitest";
import { confidenceReasons } from "../../../src/text/markings/confidence-reasons.ts";
import { segment } from "../../../src/text/segments/segments.ts";

const places = (plain: string, subject = "", attachments: { name: string; text: string }[] = []) =>
	confidenceReasons(segment({ plain }), { attachments, subject, marked: true }).map(({ where }) => where);
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
		"** CONFIDENTIAL - COMMERCIAL: do not pass on **",
		"Staffing: strictly confidential",
		"He does not want to be identified.",
		"The report names two children.",
		"It gives the contractor's prices.",
		"She told me so in confidence.",
		"The trader does not know that his lease is ending.",
		"We have not exchanged contracts.",
		"The firm asked that its figures stay between us.",
		"If the date were known there would be a crowd.",
	])("is seen in %j", (sentence) => {
		expect(says(sentence)).toBe(true);
	});

	it.each([
		["The Mayor does not know of it yet.", false],
		["It is exempt under paragraph 3 of Schedule 12A.", true],
	])("where nothing is marked, %j explains something: %s", (plain, explains) => {
		expect(confidenceReasons(segment({ plain }), { marked: true })).not.toEqual([]);
		expect(confidenceReasons(segment({ plain }), { marked: false }).length > 0).toBe(explains);
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
		"I should like to see you all at five on Thursday.",
		"When you see the drawing you will want to turn it round.",
		"Should you see Ruth, tell her that the key is with me.",
		"If anyone knows of a good tiler, please say.",
		"As soon as I hear from the county I will tell you.",
		"I would like to hear from you by Monday.",
		"The families liked the new swings.",
		"The hospital car scheme needs drivers.",
		"The alarm at the pavilion went off twice. Pete reset it.",
		"It could give us a better path to the school.",
		"We do not want people parking on the verge.",
		"Results of the tree survey are out.",
		"Last time it rained the tent came down.",
		"He asked me not to cut the hedge before June.",
		"At the request of the Chair I attach the rota.",
		"The committee is to decide on the 12th.",
		"The bus firm has not told me when the new timetable starts.",
		"Three sites have been identified for the skate park.",
		"I will investigate the blocked drain.",
		"The medical centre would like two more spaces.",
		"We shall make a bid for lottery money.",
		"This is sent to you in confidence.",
		"The tennis court will be painted green.",
	])("is not seen in %j", (sentence) => {
		expect(says(sentence)).toBe(false);
	});

	it.each([
		"Please keep the number to yourself: the envelopes aren't opened until Friday, and a firm that knows it will price to suit.",
		"Confidential, please - the chairman hasn't told his wife.",
		"The owner doesn't know that we are looking. Please treat this as confidential.",
		"Please treat as confidential. Once word is out the price goes up.",
		"This is in confidence. The school tells the parents on Monday.",
		"Not for circulation: the sale isn't signed.",
		"Keep this to yourself: it isn't ours to tell.",
		"Please don't share this; burglars read the parish page too.",
		"Strictly confidential. The results are out on Thursday and not before.",
		"This is confidential. The judge hasn't ruled.",
		"Please keep this confidential. There is a second buyer.",
		"Please hold this in confidence until the family has been told.",
		"Confidential: he told me as a friend what the doctors found.",
		"In confidence, at the request of the school.",
		"Confidential, to protect the source.",
		"Treat as confidential, please: it's about a neighbours' quarrel.",
		"Please keep this confidential, or the members of the club will hear of it at the bar.",
		"This is confidential. The owner is selling up and has told no one.",
		"Confidential. We don't want a crowd at the gate.",
		"This is confidential. I gave Dave my word.",
	])("is seen in what stands against telling: %j", (sentence) => {
		expect(says(sentence)).toBe(true);
	});
	it.each([
		"Please keep this confidential, it's confidential.",
		"This is confidential: it must not be shared.",
		"Please keep this confidential: it is important.",
		"Confidential. The vicar has not replied about the fete.",
		"Confidential. The meeting hasn't been moved.",
		"Confidential. The date I do not know yet.",
		"Please keep to yourself: the plan is to paint the hall blue.",
		"Confidential. The new bins are coming on Friday and cost £400.",
		"In confidence: I think the blue one is nicer.",
		"Confidential. The bank is closed on Saturday.",
		"Confidential. The contractor has completed the path.",
		"Confidential. Would you bring a plate of sandwiches?",
		"Confidential. We would walk along the river.",
	])("is not seen in what is merely said beside a mark: %j", (sentence) => {
		expect(says(sentence)).toBe(false);
	});
	it("of that kind must stand near the mark, where the text has one", () => {
		const between = "The hall is booked. The gate is painted. The mower is back. The bins are out.";
		expect(says(`This is confidential. ${between} The sale isn't signed.`)).toBe(false);
		expect(says(`${between} The sale isn't signed.`)).toBe(true);
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

it.each([
	"Thornby Parish Council. Any personal data will be handled in line with our privacy policy.",
	"Data Protection: we hold your name and bank details only as long as needed.",
	"The Council processes personal information in line with its privacy notice.",
])("takes what an organisation says of data below every mail for no reason: %j", (notice) => {
	expect(places(`Dear Anna,\n\nThe paper for Tuesday is below.\n\nJudith\n\n${notice}\n`, "CONFIDENTIAL")).toEqual([]);
	expect(places("Dear Anna,\n\nI attach a list with personal data of tenants.\n\nJudith\n", "CONFIDENTIAL")).toEqual([
		"text",
	]);
});
