import { describe, expect, it } from "vitest";
import { askingsIn } from "../../../src/text/enquiries/enquiry-questions.ts";
import { ASKING as MORE_ASKING, TELLING } from "./exchange-sentences.ts";

const asks = (text: string, reply = false): boolean =>
	askingsIn(text, { readers: new Set(["jo", "marsh", "rae", "sam"]), reply }).length > 0;

const ASKING = [
	"Jo, who owns the hedge behind the bowls club?",
	"What did we pay for the new goalposts?",
	"When does the grass contract run out, and what are the terms?",
	"jo is the toilet block open over easter",
	"Jo are the minutes of the February meeting out yet",
	"how many plots are empty at the moment",
	"Has the county replied about the crossing?",
	"Did anybody ever answer Mrs Frost's letter?",
	"Do we insure the bus shelter or does the county?",
	"Is there a policy on memorial benches?",
	"Are dogs allowed on the lower field during matches?",
	"Can dogs be walked on the lower field?",
	"Am I right in thinking that the lease ends in June?",
	"You did order the salt, didn't you?",
	"The hall is free on the 30th, isn't it?",
	"I should be glad to know whether the tenancy allows a second shed.",
	"I would be grateful if you could let me have a copy of the lease.",
	"I'd like to know what the fence cost.",
	"I would like to know the cost of the fence and who approved it.",
	"I am keen to understand why the quote doubled.",
	"I need to know by Thursday whether the marquee is booked.",
	"Please let me have the figures for the last three years.",
	"Please let me know when the bins will be replaced.",
	"Please confirm that the hall has a licence.",
	"Please could you confirm the date of the site visit.",
	"Please advise.",
	"Could you confirm that the invoice was paid?",
	"Could you please tell me the budget for the play area",
	"Can you remind me which committee deals with trees?",
	"Can someone look up the planning condition?",
	"Could you find out whether the lamp by the chapel is ours?",
	"Could I have sight of the surveyor's report?",
	"May I ask what happened to the grant?",
	"I wonder if you could send me the 2019 agreement.",
	"I wonder whether we still rent the garage in Mill Lane.",
	"Just wondering if the road will be closed for the fair.",
	"Grateful for an update on the footbridge.",
	"Grateful for your view on this by Friday.",
	"An update would be appreciated.",
	"Any news on the footbridge?",
	"Any idea when the scaffolding comes down?",
	"Let me know what the plan is for the car park.",
	"Let me know if the small hall is free on the 12th.",
	"Do let me know whether it needs planning permission.",
	"Could you chase the contractor and let me know what he says?",
	"I look forward to hearing from you.",
	"My question is whether we have the power to do this.",
	"PS what is the code for the gate these days?",
	"Lovely to see you on Sunday. By the way, who looks after the war memorial?",
	"Would it be possible for the youth club to have a key?",
	"Is there any chance of a dropped kerb outside the surgery?",
	"Do you happen to know who maintains the clock?",
	"What is going on with the drains??",
	"I've been asked by two residents whether the alley is swept.",
	"Residents keep asking me when the lights will be mended.",
	"Mrs Frost wants to know why her hedge was cut. I said I'd ask.",
	"Under which power did we spend it?",
	"For how long is the pavilion let?",
	"Why was the meeting moved?",
	"Have you got a map of the footpaths that you could send me?",
	"Tell me who signed it off.",
	"Thoughts?",
	"Should I declare an interest in item 6?",
	"A resident says the tap leaks. Is that ours to mend?",
	"Please explain the increase.",
	"It would be useful to know how other parishes do it.",
	"A yes or no will do.",
	"Faint mae'r neuadd yn ei gostio?",
	"A oes polisi ar feinciau coffa?",
	"Hoffwn wybod pwy sy'n berchen ar y cae.",
	"Allwch chi anfon copi o'r brydles ataf?",
	"Rhowch wybod pryd mae'r cyfarfod.",
	"Why not tell the residents what is planned? What exactly was agreed?",
	"Would the 14th suit the committee?",
	"Can you make the 14th?",
];

const NOT_ASKING = [
	"How are you?",
	"Hi Jo, how was your holiday? The bench looks splendid.",
	"Isn't the new bench lovely?",
	"Isn't it a picture with the lights on?",
	"Lovely evening, wasn't it?",
	"Who would have thought we'd see the day!",
	"Who would have thought it?",
	"What would we do without you?",
	"Ta, could you believe it?",
	"Would you credit it?",
	"What more can one say?",
	"Thank you so much for the flowers.",
	"Thanks, that's clear.",
	"For your information, the pothole has been reported.",
	"FYI only. Is it any of our business? No need to reply.",
	"I have told her when the road reopens. Nothing needed from you.",
	"Please thank Sam for the quick work.",
	"Please pass on my apologies to the chair.",
	"Please note that I shall be away next week.",
	"Please find attached the signed form.",
	"Could you thank the volunteers for me?",
	"Do thank the band for all of us.",
	"Let me know if you need anything else.",
	"Do let me know if I can help.",
	"Let me know if there is a problem with the form.",
	"Please get the bin by the church emptied.",
	"Could you put the lamp on the agenda for June?",
	"Could you have the gate unlocked on Saturday?",
	"Would you be an angel and print sixty more?",
	"Can someone pick up the branch in Church Lane?",
	"Can the branch in Church Lane be cleared?",
	"Please add my name to the list.",
	"Give me a ring when you have a minute.",
	"Could you give me a call this afternoon?",
	"The 17th at 11, please.",
	"Yes, that suits me.",
	"What a splendid evening that was.",
	"How kind of you all.",
	"What is needed is a new pump and less talk.",
	"What troubles me is the traffic.",
	"Which is why I shall vote against it.",
	"Had we known, we would have come earlier.",
	"Should you need me, I am at home.",
	"Do the honours for me on Sunday.",
	"Have a good weekend.",
	"Whatever next?",
	"Hope you are well?",
	"See you there?",
	"When the gate is open the sheep get out.",
	"Is this the real life or am I going mad?!",
	"I wonder at their nerve.",
	"I'll ask the county when it will be done.",
	"Is there anything I can do to help?",
	"Shall I bring the projector?",
	"Grateful for your help with Sunday's parade.",
	"I was sorry to hear of it.",
	"Diolch yn fawr am bopeth.",
	"Sut mae, Jo? Diolch am y nodyn.",
	"I look forward to seeing you all on Monday.",
	"Could this item be put on the agenda?",
	"Can we get the railings painted?",
];

const NO_ANSWER_IN_REPLY = [
	"Tuesday at ten?",
	"How about the 14th?",
	"Thursday?",
	"Shall we say two o'clock?",
	"The 3rd, perhaps?",
];

describe("what wants an answer", () => {
	it.each([...ASKING, ...MORE_ASKING])("%s", (text) => expect(asks(text)).toBe(true));
});

describe("what wants none", () => {
	it.each([...NOT_ASKING, ...TELLING])("%s", (text) => expect(asks(text)).toBe(false));
	it.each(NO_ANSWER_IN_REPLY)("%s (to an officer's own question)", (text) => expect(asks(text, true)).toBe(false));
});

describe("an asking", () => {
	it("is quoted as it stands, at most 200 characters", () => {
		const [asking] = askingsIn(`Jo, ${"about the lane and the verge ".repeat(12)}who cuts it?`, {
			readers: new Set(["jo"]),
			reply: false,
		});
		expect(asking?.quote.length).toBeLessThanOrEqual(200);
	});
	it("names whom it turns to", () => {
		const found = askingsIn("Jo, the band is booked.\n\nRuth, do you still have the key?", {
			readers: new Set(["jo"]),
			reply: false,
		});
		expect(found.map(({ turnsTo }) => turnsTo)).toEqual(["Ruth"]);
	});
	it("that only others ask is implied", () => {
		const found = askingsIn("Residents are asking when the road reopens.", { readers: new Set(), reply: false });
		expect(found.map(({ force }) => force)).toEqual(["implied"]);
	});
});
