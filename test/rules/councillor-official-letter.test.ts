import { describe, expect, it } from "vitest";
import { inShort, judgeMail } from "../judging.ts";
import { HART, letter, PELL, RESIDENT } from "../letter.ts";

const PLANNERS = "Planning <planning@broadshire.example>";
const MP = "The Rt Hon Mary Ashe MP <mary.ashe@parliament.example>";
const objection = (name: string): string =>
	`Dear Sirs,\n\nI write on behalf of Thornby Parish Council, which objects to application 26/00417/FUL because of the access to the lane.\n\nYours faithfully\n${name}\n`;

const official = async (mails: Parameters<typeof judgeMail>[0]): Promise<readonly string[]> =>
	inShort((await judgeMail(mails)).filter(({ rule }) => rule.startsWith("councillor-")));

describe("an official letter in a councillor's name", () => {
	it("is found where a councillor objects for the council", async () => {
		expect(await official([letter({ from: PELL, to: PLANNERS, text: objection("Cllr Alan Pell") })])).toEqual([
			"councillor-official-letter a.pell",
		]);
	});
	it("is none where the chair writes to a Member of Parliament, and one where another councillor does", async () => {
		expect(
			await official([letter({ from: HART, to: MP, text: objection("Dan Hart\nChair, Thornby Parish Council") })]),
		).toEqual([]);
		expect(await official([letter({ from: PELL, to: MP, text: objection("Cllr Alan Pell") })])).toEqual([
			"councillor-official-letter a.pell",
		]);
	});
	it("is found where the chair writes to the principal council", async () => {
		expect(await official([letter({ from: HART, to: PLANNERS, text: objection("Dan Hart\nChair") })])).toEqual([
			"councillor-official-letter d.hart",
		]);
	});
	it("is none in thanks, congratulations or casework under a councillor's ordinary signature", async () => {
		for (const text of [
			"Dear Tilly,\n\nOn behalf of Thornby Parish Council I congratulate you on your hundredth birthday.\n\nAlan Pell\n",
			"Dear Sirs,\n\nMrs Moss of Mill Lane asked me to report a blocked gully outside her house. Could you look at it?\n\nCllr Alan Pell\nThornby Parish Council\n",
		]) {
			expect(await official([letter({ from: PELL, to: RESIDENT, text })])).toEqual([]);
		}
	});
	it("gives way to an obligation in the same letter", async () => {
		const text = objection("Cllr Alan Pell").replace(
			"lane.",
			"lane. The Council will pay half the cost of a new junction.",
		);
		expect(await official([letter({ from: PELL, to: PLANNERS, text })])).toEqual(["councillor-obligation a.pell"]);
	});
});
