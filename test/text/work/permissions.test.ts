import { describe, expect, it } from "vitest";
import { approvesContact, asksToPassOn } from "../../../src/text/work/permissions.ts";

describe("asking to pass on", () => {
	it.each([
		"Please forward this to Cllr O'Hara.",
		"Could you pass this on to the committee?",
		"Feel free to share this with Colin.",
		"I'm happy for you to pass this on.",
		"Happy for this to be shared.",
		"I don't mind you showing it to Colin.",
		"You may share this with the working party.",
		"Please copy Cllr O'Hara in.",
		"Please let Colin have a copy.",
		"I'd be grateful if you could forward my e-mail to the Chair.",
	])("is read in %j", (text) => {
		expect(asksToPassOn(text)).toBe(text);
	});

	it.each([
		"Please don't forward this to anyone.",
		"I'd rather you did not share it.",
		"Please do not pass this on to Cllr O'Hara.",
		"Please send me the agenda.",
		"Do bring a chair.",
		"I shared my sandwiches with Colin.",
	])("is not read in %j", (text) => {
		expect(asksToPassOn(text)).toBeUndefined();
	});
});

describe("approving direct contact with staff", () => {
	it.each([
		"Yes please, go straight to Sam on the verge and just tell me when it is finished.",
		"Deal direct with Sam please, I'm off till the 4th.",
		"Sam is happy to hear from you direct.",
		"I've told Sam to expect your e-mail and to do what you need.",
		"While I'm away please send any jobs to Sam.",
		"You're welcome to go to Sam first for anything on the allotments.",
		"I'm happy for you to deal with Pete directly about the planters.",
		"You may speak to Pete direct on this.",
		"Please go straight to Pete.",
		"By all means settle it with Pete.",
		"No need to go through me for the keys.",
		"I agree that you should liaise with Pete directly.",
	])("is read in %j", (text) => {
		expect(approvesContact(text)).toBe(text);
	});

	it.each([
		"Please talk to me directly about staffing.",
		"I'll ask Sam and copy you in.",
		"Please ask me and I will ask Sam.",
		"Sam will not take instructions from you.",
		"I've told Sam that you want it done and he'll get round to it next week.",
		"Please don't contact Pete directly.",
		"I am not happy for you to deal with Pete directly.",
		"May I deal with Pete directly?",
		"Pete lives directly opposite.",
		"Please speak to me first.",
	])("is not read in %j", (text) => {
		expect(approvesContact(text)).toBeUndefined();
	});
});
