import { describe, expect, it } from "vitest";
import { isNameLike, isPhoneLine, namesSender, signatureIn, signOffIn } from "../../../src/text/segments/signature.ts";

const cut = (text: string, sender = "", whole = true): string => {
	const lines = text.split("\n");
	const range = signatureIn(lines, new Set(), sender, whole);
	return range === undefined ? "" : lines.slice(range.start, range.end).join("\n");
};

describe("signOffIn", () => {
	it.each([
		"Kind regards,",
		"Yours faithfully",
		"BEST WISHES",
		"With kind regards to you both",
		"Cofion cynnes,",
		"Yn gywir",
		"Regards Helen",
		"Kind regards - Helen Oakes",
		"I remain, Sir, yours sincerely,",
	])("knows %s", (text) => expect(signOffIn(text)).toBe("sign-off"));
	it.each(["Many thanks,", "Thank you very much", "Thanks, Helen", "Diolch yn fawr"])("knows thanks: %s", (text) =>
		expect(signOffIn(text)).toBe("thanks"),
	);
	it.each([
		"Regards must be had to the budget",
		"Thanks to Joe the gate is mended",
		"Best value duty",
		"The Council regards this as closed",
		"Many thanks are due to the men who did it",
	])("does not take for one: %s", (text) => expect(signOffIn(text)).toBeUndefined());
});

describe("signatureIn", () => {
	const LETTER = "Dear Ann,\n\nThe gate is mended.\n\n";

	it("takes furniture below a full name block with it, but no afterword, label or pasted letter", () => {
		const block = "Helen Oakes\nClerk to the Council\nThornby Parish Council\nTel 01632 960123";
		const fair = "Come to the May Fair on the green on Saturday!";
		expect(cut(`${LETTER}${block}\n\n${fair}`, "Helen Oakes")).toBe(`${block}\n\n${fair}`);
		expect(cut(`${LETTER}${block}\n\nP.S. ${fair}`, "Helen Oakes")).toBe(block);
		expect(cut(`${LETTER}${block}\n\nCONFIDENTIAL`, "Helen Oakes")).toBe(block);
		expect(cut(`${LETTER}${block}\n\nDear Mr Hale,\n\n${fair}`, "Helen Oakes")).toBe(block);
	});

	it("leaves answers below a name in the middle alone", () => {
		const text = `${LETTER}Helen Oakes\nClerk to the Council\nTel 01632 960123\n\nThe fence will follow in June.`;
		expect(cut(text, "Helen Oakes", false)).not.toContain("fence");
	});

	it("leaves what was written below a name alone to the letter", () => {
		expect(cut(`${LETTER}Kind regards\nHelen\n\nThe council will pay for the hinges as well.`)).toBe(
			"Kind regards\nHelen",
		);
	});

	it("needs a name: a letter may end in a short line", () => {
		expect(cut(`${LETTER}See you there!`)).toBe("");
		expect(cut(`${LETTER}Yes`)).toBe("");
		expect(cut("Helen")).toBe("");
	});

	it("uses the sender's name where the shape alone would not do", () => {
		expect(cut(`${LETTER}helen`, "Helen Oakes")).toBe("helen");
		expect(cut(`${LETTER}HO`, "Helen Oakes")).toBe("HO");
		expect(cut(`${LETTER}-- \nHelen`.replace("-- ", "--"), "")).toBe("--\nHelen");
	});
});

describe("names", () => {
	it("are known by their shape", () => {
		expect(["Helen", "H. Oakes", "Cllr Siân Tŷ-Gwyn MBE", "O'Neill"].map(isNameLike)).toEqual([true, true, true, true]);
		expect(["The gate is mended by Joe now", "Cc: Hale", "Is it?", "CONFIDENTIAL"].map(isNameLike)).toEqual([
			false,
			false,
			false,
			false,
		]);
	});

	it("are the sender's by a shared name or initials", () => {
		expect(["Helen", "H", "H.O.", "Mrs Oakes"].every((name) => namesSender(name, "Cllr Helen Oakes (Clerk)"))).toBe(
			true,
		);
		expect(["Ann", "J", "Thornby"].some((name) => namesSender(name, "Helen Oakes"))).toBe(false);
	});
});

describe("isPhoneLine", () => {
	it("knows what phones add, and no sentence that begins alike", () => {
		expect(
			[
				"Sent from my iPhone",
				"Get Outlook for Android",
				"Sent from Yahoo Mail on Android",
				"Anfonwyd o'm iPhone",
			].every(isPhoneLine),
		).toBe(true);
		expect(
			["Sent from my desk, which is easier.", "Sent to Cllr Hale", "Anfonwyd y llythyr ddoe."].some(isPhoneLine),
		).toBe(false);
	});
});
