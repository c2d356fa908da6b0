import { describe, expect, it } from "vitest";
import { disclaimerLines, disclaimerWeight } from "../../../src/text/segments/disclaimer.ts";

describe("disclaimerWeight", () => {
	it.each([
		"This message is for the named person's use only. If you have received it by mistake, please tell the sender and delete it.",
		"Thornby Estates Ltd, registered in England no. 01234567. Registered office: 1 Mill Lane, Thornby.",
		"This email has been checked for viruses by Thornby Gateway.",
		"Please think before you print this e-mail.",
		"CAUTION: External email. Do not click on links or open attachments unless you recognise the sender.",
		"E-mails sent to or from this council may be monitored and may be subject to disclosure under the Freedom of Information Act.",
		"The views expressed are those of the author and do not necessarily reflect those of the council, which accepts no liability for them.",
	])("finds enough in: %s", (text) => {
		expect(disclaimerWeight(text)).toBeGreaterThanOrEqual(3);
	});

	it.each([
		"I have told the sender that the parcel reached us by mistake.",
		"The working group's report is confidential.",
		"Please delete the second paragraph before you print the agenda.",
		"Freedom of Information request 12 is about the car park.",
		"We are mindful of the environment and shall plant oaks.",
	])("does not in: %s", (text) => {
		expect(disclaimerWeight(text)).toBeLessThan(3);
	});
});

describe("disclaimerLines", () => {
	it("marks a wrapped disclaimer whole, and leaves the name block above it", () => {
		const lines = [
			"Kind regards",
			"Helen Oakes",
			"This e-mail is intended solely for the use of the",
			"individual to whom it is addressed. If you are not the",
			"intended recipient you must not copy it or show it",
			"to anyone.",
			"",
			"Cc: Cllr Hale",
		];
		expect([...disclaimerLines(lines)]).toEqual([2, 3, 4, 5]);
	});

	it("takes the rest of a disclaimer in the next paragraph with it, and its thanks", () => {
		const lines = [
			"If you are not the intended recipient please notify the sender and delete this message.",
			"Thank you for your cooperation.",
			"",
			"Our e-mail is scanned for viruses.",
			"",
			"The gate is mended.",
		];
		expect([...disclaimerLines(lines)].sort()).toEqual([0, 1, 3]);
	});

	it("does not take the copy line or the name between two disclaimers", () => {
		const text = "This message is intended solely for the addressee. If you have it in error please notify the sender.";
		expect([...disclaimerLines([text, "cc Cllr Hale", text])].sort()).toEqual([0, 2]);
		expect([...disclaimerLines([text, "Helen Oakes", text])].sort()).toEqual([0, 2]);
	});
});
