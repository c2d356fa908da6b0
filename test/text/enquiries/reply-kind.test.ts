import { describe, expect, it } from "vitest";
import { readReply } from "../../../src/text/enquiries/reply-kind.ts";
import {
	ERRANDS,
	ERRANDS_ANSWERED,
	ANSWERS as MORE_ANSWERS,
	HOLDING as MORE_HOLDING,
	RECEIPTS as MORE_RECEIPTS,
	QUESTIONS_BACK,
} from "./exchange-sentences.ts";

const DAY = "2026-03-03";
const kind = (text: string): string => readReply(text, DAY).kind;
/** Which of reason, action and timescale a holding reply gives. */
const gives = (text: string): string => {
	const { kind: found, reason, action, timescale } = readReply(text, DAY);
	return [found, reason && "reason", action && "action", timescale && "timescale"].filter(Boolean).join(" ");
};

const ANSWERS = [
	"Dear Alan,\n\nThe drain by the lower gate will be cleared on Thursday.",
	"Alan, £450 a year, paid in April.",
	"Yes, until the end of June.",
	"No.",
	"Done, Alan.",
	"They don't. The rule is in section 4 of the policy.",
	"Hi Alan, thank you for your e-mail. The contract runs out in May 2027 and is for eight cuts a year.",
	"Sorry for the slow reply. The fence cost £1,200 and the Amenities Committee approved it in June.",
	"Sorry it has taken me so long. It belongs to the county.",
	"The tenancy allows grazing only. I'll find out the renewal date and let you know.",
	"It is ours. I have asked Sam to mend it.",
	"Half past seven, in the small hall.",
	"I'm afraid I can't tell you that: it is confidential to the family.",
	"We have no record of it.",
	"Please see the attached lease.",
	"There's one in your pigeon-hole.",
	"Thanks Alan. Sam has been to look and it is a loose cable. He will fix it on Friday.",
	"I can't give you the renewal date until the deeds are back, but the field is let at £300 a year.",
	"The meter readings were misread. The right figure is 12,400 kWh.",
	"The surveyor went up on Tuesday and found two slipped slates, nothing worse. He will send his report next week.",
	"The returns are in dispute, which is why the accounts do not show them.",
	"Sorry you have been kept waiting. The scheme was dropped in March when the county withdrew its half.",
	"The county owns the verge, and its contractor cuts it twice a year. If you would like more, let me know.",
	"The policy is on the website under Lettings.",
	"Mae'r neuadd yn costio £12 yr awr.",
	"The bench was moved in 2019. I will send you the photograph when I have scanned it.",
	"You would need to ask the county, who own it.",
	"I have asked the contractor and he says Tuesday.",
	"Not as far as I know. The last count was in 2021.",
	"As requested, the figures are below.",
	"That is a matter for the Amenities Committee, which next meets on the 14th.",
	"It has been in the hedge since Christmas; Sam took it out this morning.",
];
const LATER_ANSWERS = [
	"The gate is the county's. I've written to them about it.",
	"I've asked Sam about it and he says it is locked at dusk.",
	"We had this out with the county in May, and they declined.",
	"I can't answer the second part yet. The first is easy: it was inspected in November.",
	"The parcel has reached the office and is in your tray.",
	"It landed on the planning desk in May and was refused.",
	"The report came back with three pages missing, but it puts the limit at ten tonnes.",
	"I can't give you the cost today. Yes, the limit is permanent.",
	"I'll check the exact day for you. The lease runs for twenty-five years and the rent is reviewed every five.",
	"I'll ask Sam about the key. The chapel itself belongs to the diocese and not to us.",
	"I'll get back to you on the cost. The drain itself will be cleared by the county.",
	"It's good for another ten years.",
];
const RECEIPTS = [
	"Thanks for this, Alan.",
	"Received with thanks.",
	"Noted, thank you.",
	"Dear Alan,\n\nThank you for your e-mail.\n\nKind regards",
	"I acknowledge receipt of your enquiry.",
	"Got it, thanks.",
	"Alan, thank you, we have your letter. That is Rae's department and she is in on Monday.",
	"Diolch am eich neges.",
	"Alan, this has reached me, thank you.",
	"It's with me.",
	"Your message has landed.",
	"Just to say that yours is safely here.",
	"Your question reached us this morning.",
	"Thanks, I've picked this up.",
	"Yours of the 4th is to hand.",
	"Your reference is TH-20417.",
	"I am in receipt of your letter of 2 March.",
	"Thank you for your e-mail, the contents of which have been noted.",
	"You're in the queue.",
];
const HOLDING: Readonly<Record<string, string>> = {
	"Alan, this has reached me, thank you. I shall speak to the allotment people and come back to you.": "holding action",
	"Got it. I'll have a word with Rae and drop you a line.": "holding",
	"I'd like to talk to Sam before I answer.": "holding",
	"Could I come back to you on this next week?": "holding timescale",
	"I must look this up.": "holding",
	"I have chased the surveyor and expect his reply on Monday.": "holding action timescale",
	"I've written to the county about it.": "holding action",
	"We are pulling together the figures.": "holding action",
	"I'd hoped to answer by now. The county's man cancelled on us twice.": "holding reason",
	"I can't answer that in full today. The surveyor's plan came back to us with two sheets missing, and I have returned it to him. I'll write again when it is here.":
		"holding reason",
	"I do not have an answer. The readings turned out to be for the wrong building. I'll come back to you.":
		"holding reason",
	"The tree report reached us without its map. I have asked for it, and will write to you when it comes.":
		"holding reason action",
	"The engineer has let us down twice. I'll come back to you as soon as he has been.": "holding reason",
	"I won't have it before Friday, as the file is at the county.": "holding reason timescale",
	"Leave it with me.": "holding",
	"Hi Alan, I've got this and will look into it.": "holding",
	"Thanks Alan, I'll get back to you.": "holding",
	"I will find out and let you know.": "holding",
	"I'll have an answer for you by Friday.": "holding timescale",
	"I don't know yet. Give me until the 12th.": "holding timescale",
	"I can't tell you yet, because the file is with the auditor.": "holding reason",
	"I'm afraid I can't say until Rae is back from leave. You will have the figures by 20 March.":
		"holding reason timescale",
	"I am still waiting for the county's reply. I have chased them twice and am going through our own file meanwhile. I'll let you know when I have it.":
		"holding reason action",
	"I can't answer this yet: the register is at the binder's. I have asked for the pages that we need, and Sam will walk the rows on Wednesday. You shall have the numbers by Monday the 16th.":
		"holding reason action timescale",
	"I'm sorry that this isn't with you yet. The bank has not sent the statement. I have written to the manager, and expect to be able to let you know within ten working days.":
		"holding reason action timescale",
	"Rae is on leave until Monday. I'll ask her then and come back to you by Wednesday.":
		"holding reason action timescale",
	"I haven't been able to find the deed. I'll keep looking.": "holding reason",
	"This will need a search at the record office, so I can't answer straight away. I hope to have it for you by the end of the month.":
		"holding reason timescale",
	"Gadewch o gyda fi.": "holding",
	"I'll let you know. It was lovely to see you at the fair on Saturday.": "holding",
	"Will look into it, Alan. The file is somewhere in the basement with the old maps.": "holding reason",
	"I'll get Rae to dig the numbers out. She deals with all that.": "holding reason",
	"I am sorry that you are still without an answer. Two of the returns have not come in yet, so the totals would mislead. I have chased both again this morning and will be in touch as soon as I am able.":
		"holding reason action",
	"The man who did the survey has left and his notes are in boxes. Sam is going through them now. I'll write when we have found the right page.":
		"holding reason action",
	"We are short of two people at present. You should have a full reply by the end of next week.":
		"holding reason timescale",
	"I don't want to give you half a story. The county holds the drawings and I've requested them. They say ten days, so expect my note around the 30th.":
		"holding reason action timescale",
	"The valuer is ill, and his practice are finding somebody else. I shall write again by the 20th.":
		"holding reason action timescale",
	"Chased again today. Hopefully soon!": "holding",
	"The engineer has been off sick, so I have not had his report. He is back on Monday and I'll write to you again by the end of next week.":
		"holding reason timescale",
};

describe("a reply", () => {
	it.each([...ANSWERS, ...LATER_ANSWERS, ...MORE_ANSWERS])("answers: %s", (text) => expect(kind(text)).toBe("answer"));
	it.each([...RECEIPTS, ...MORE_RECEIPTS])("only says that it arrived: %s", (text) =>
		expect(kind(text)).toBe("receipt"),
	);
	it.each(Object.entries(HOLDING))("puts the answer off: %s", (text, expected) => expect(gives(text)).toBe(expected));
	it.each(MORE_HOLDING)("puts the answer off: %s", (text) => expect(kind(text)).toBe("holding"));
	it.each([
		...QUESTIONS_BACK,
		"Which of the two fields do you mean?",
		"Thanks Alan. Is that the lower gate or the upper one?",
	])("only asks back: %s", (text) => expect(kind(text)).toBe("question"));
	it("is empty without a word, and an answer where something is enclosed", () => {
		expect(kind("")).toBe("empty");
		expect(readReply("", DAY, { enclosures: true }).kind).toBe("answer");
	});
	it("promises nothing where it says that it can't", () => {
		for (const text of ["I can't answer that in full today, I'm afraid.", "I am unable to reply this week."])
			expect(readReply(text, DAY)).not.toHaveProperty("timescale");
		for (const text of ["I can't answer until Friday.", "I haven't got it yet, I'll send it tomorrow."])
			expect(readReply(text, DAY)).toHaveProperty("timescale.until");
	});
	it("names the last day of what it promises", () => {
		expect(readReply("I can't say yet. You will have it by Monday the 16th.", DAY).timescale?.until).toBe("2026-03-16");
	});
});

describe("a word that it was passed on", () => {
	it.each(ERRANDS)("is no answer yet: %s", (text) => {
		expect(readReply(text, DAY)).toMatchObject({ kind: "holding" });
		expect(readReply(text, DAY).timescale).toBeUndefined();
	});
	it.each(ERRANDS_ANSWERED)("is an answer where it tells what came of it: %s", (text) => {
		expect(kind(text)).toBe("answer");
	});
	it("is told as the action", () => {
		expect(gives("Thanks Alan. I have mentioned it to Sam.")).toBe("holding action");
	});
});
