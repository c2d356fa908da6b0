import { describe, expect, it } from "vitest";
import { authorityNamed } from "../../../src/text/letters/authority.ts";

describe("the authority for a commitment", () => {
	it.each([
		"As resolved by the council on 3 March, we accept your quotation.",
		"The Finance Committee approved the purchase last Tuesday, so please go ahead.",
		"Please take this as our order (minute 26/114).",
		"Minute ref. 7.2 has the details.",
		"I write under the authority given: by resolution of 4 May the work was let to you.",
		"Further to the council's resolution, please begin on Monday.",
		"I place the order under the powers delegated to the Clerk.",
		"This is within the scheme of delegation.",
		"It was agreed at the meeting of the Amenities Committee in June.",
		"The sum is within my delegated authority.",
		"In accordance with our financial regulations I can order up to £500.",
	])("is named: %s", (sentence) => {
		expect(authorityNamed(["Dear Mr Bold,", sentence])).toBe(sentence);
	});
	it.each([
		"The council accepts your quotation.",
		"The council has not yet approved the purchase.",
		"I will ask the committee whether it has agreed to it.",
		"Once the council has resolved it, you will hear from us.",
		"Has the committee approved it?",
		"It is subject to approval by the council's next meeting, which resolved nothing so far.",
		"Give me five minutes and 2 copies.",
		"The minutes of the last meeting are attached.",
		"We agreed on the colour by telephone.",
		"Without a resolution of the council nothing can be ordered.",
	])("is not: %s", (sentence) => {
		expect(authorityNamed([sentence])).toBeUndefined();
	});
});
