import { describe, expect, it } from "vitest";
import { capacityOf } from "../../../src/text/letters/capacity.ts";
import { sentencesOfLetter } from "../../../src/text/letters/letter-sentences.ts";
import { privateWords } from "../../../src/text/letters/private-matter.ts";

const words = (text: string, more: { subject?: string; answered?: string; insiders?: boolean } = {}) =>
	privateWords({ subject: "", answered: "", insiders: false, ...more, text });

describe("a mail about its writer's own affairs", () => {
	it.each([
		"We've settled on the hog roast for Megan's 21st, so please put us down for sixty. I'll pay on the day.",
		"Yes to the blue carpet for the back bedroom. Please fit it on Tuesday, my husband will be in.",
		"Please book us in for two adults and the dog. I'll send the deposit from my own account tonight.",
		"Happy with your quote for Mum's stairlift. Please go ahead and bill me personally.",
		"Dad's tea will be at ours, please supply sandwiches for forty.",
		"Order us the big cake and put it on my card.",
		"Please start on our kitchen on the 4th.",
	])("is known by own money, home and family: “%s”", (text) => {
		expect(words(text)).toBeDefined();
	});

	it.each([
		"Please order the wreath for the war memorial. I'll put it on my card and claim it back.",
		"Please start on the bus shelter on Monday. My husband will unlock the compound.",
		"The committee likes the larger one. Please book us in, I'll pay the deposit.",
		"Please supply 20 tonnes of topsoil, delivered Friday, usual account.",
		"Go ahead with the gate. I'll pay you out of petty cash.",
		"Sorry for the delay, we've had my daughter's wedding. Yes, go ahead with the fencing.",
		"For your daughter's wedding we'll let you have it free of charge.",
	])("is none where the council's matters or money stand in it, or nothing private does: “%s”", (text) => {
		expect(words(text)).toBeUndefined();
	});

	it("is none where the subject, what it answers or a colleague in copy tells of the council", () => {
		const text = "Go ahead. My daughter's thrilled, and I'll send the deposit tonight.";
		expect(words(text)).toBeDefined();
		expect(words(text, { subject: "Re: bus shelter" })).toBeUndefined();
		expect(words(text, { answered: "Two noticeboards for the parish at £450 each." })).toBeUndefined();
		expect(words(text, { insiders: true })).toBeUndefined();
		expect(words(text, { answered: "Dear Cllr Finch, the 9 x 18 is £1,850 with the generator." })).toBeDefined();
	});
});

describe("the capacity of a letter", () => {
	const capacity = (text: string, privately?: string) =>
		capacityOf({
			council: "Thornby Parish Council",
			sentences: sentencesOfLetter(text),
			signature: ["Anna Finch", "Thornby Parish Council"],
			letterhead: false,
			...(privately === undefined ? {} : { privately }),
		}).capacity;

	it.each([
		"Writing purely as a resident and not for the parish council: please start on Monday.",
		"I'm not writing on behalf of the council here, please book the room for us.",
		"Please note I am ordering this privately, not as a councillor.",
		"This one's personal.",
		"Not council business this time.",
		"Nothing for the council in this, please print 200 of them.",
		"That's for us at home, mind, not the parish.",
	])("is personal where the writer denies the other: “%s”", (text) => {
		expect(capacity(text)).toBe("personal");
	});

	it.each([
		"I'm ordering this not just for myself but for the council.",
		"I don't write as a resident: on behalf of the Council I accept.",
		"Don't wait for the council, start now.",
		"It is not for the council to decide.",
		"Please deliver it on Friday.",
	])("is the council's by the signature otherwise: “%s”", (text) => {
		expect(capacity(text)).toBe("council");
	});

	it("is personal for a private matter, unless the text speaks for the council", () => {
		expect(capacity("Please book us in.", "my daughter's wedding")).toBe("personal");
		expect(capacity("On behalf of the Council I accept.", "my daughter's wedding")).toBe("council");
	});
});
