import { describe, expect, it } from "vitest";
import { inShort, judgeMail } from "../judging.ts";
import { CLERK, HART, letter, PELL, RESIDENT } from "../letter.ts";

const FENCER = "Fern & Daughters <office@fernfencing.example>";
const ORDER =
	"Dear Ms Fern,\n\nOn behalf of Thornby Parish Council I accept your quotation of £2,140. Please start on Monday.\n\nCllr Alan Pell\nThornby Parish Council\n";

const obligations = async (mails: Parameters<typeof judgeMail>[0]): Promise<readonly string[]> =>
	inShort((await judgeMail(mails)).filter(({ rule }) => rule.startsWith("councillor-")));

describe("an obligation in a councillor's name", () => {
	it("is found where a councillor accepts a quotation for the council", async () => {
		expect(await obligations([letter({ from: PELL, to: FENCER, text: ORDER })])).toEqual([
			"councillor-obligation a.pell",
		]);
	});
	it("is found for the chair as well, and from a private address", async () => {
		expect(
			await obligations([
				letter({ from: HART, to: FENCER, text: ORDER.replaceAll("Cllr Alan Pell", "Dan Hart\nChair") }),
			]),
		).toEqual(["councillor-obligation d.hart"]);
		expect(await obligations([letter({ from: "alan.pell71@mailbox.example", to: FENCER, text: ORDER })])).toEqual([
			"councillor-obligation a.pell",
		]);
	});
	it("is found where the office's mailbox sends what a councillor signs", async () => {
		expect(await obligations([letter({ from: "office@thornby-pc.example", to: FENCER, text: ORDER })])).toEqual([
			"councillor-obligation a.pell",
		]);
	});
	it("is none where an officer signs, or where it stays inside the council", async () => {
		expect(
			await obligations([
				letter({ from: CLERK, to: FENCER, text: ORDER.replace("Cllr Alan Pell", "Jo Marsh\nClerk") }),
			]),
		).toEqual([]);
		expect(await obligations([letter({ from: PELL, to: CLERK, text: ORDER })])).toEqual([]);
	});
	it("is none where the councillor refuses, reports or waits for the council", async () => {
		for (const sentence of [
			"I can't accept your quotation for the council; only the Clerk can place an order.",
			"At its meeting on 3 May the Council resolved to award the contract to another firm.",
			"Subject to approval by the Council on Tuesday, we would like you to start in April.",
		]) {
			expect(
				await obligations([letter({ from: PELL, to: FENCER, text: `Dear Ms Fern,\n\n${sentence}\n\nAlan Pell\n` })]),
				sentence,
			).toEqual([]);
		}
	});
	it("is none where he only promises what he will do himself", async () => {
		expect(
			await obligations([
				letter({
					from: PELL,
					to: RESIDENT,
					text: "Dear Tilly,\n\nI'll come and look at the hedge on Saturday and raise it at the meeting.\n\nAlan\n",
				}),
			]),
		).toEqual([]);
	});
	it("is none in an imperative that has nothing of the council around it", async () => {
		const text =
			'trace the line\n\n"You trace the line in the air with your finger, and the ache goes. Could you have believed it?"\n';
		expect(
			await obligations([
				letter({ from: "alan.pell71@mailbox.example", to: RESIDENT, subject: "Re: headaches", text }),
			]),
		).toEqual([]);
	});
	it("is cleared by a negation before the promise", async () => {
		const promise = (verb: string): string =>
			letter({
				from: PELL,
				to: RESIDENT,
				text: `Dear Tilly,\n\nThe Council ${verb} pay for the new fence.\n\nAlan Pell\n`,
			});
		expect(await obligations([promise("will")])).toEqual(["councillor-obligation a.pell"]);
		expect(await obligations([promise("will not")])).toEqual([]);
	});
});
