import { describe, expect, it } from "vitest";
import type { Protocol } from "../../src/config/council.ts";
import { inShort, judgeMail } from "../judging.ts";
import { CLERK, DEPUTY, letter, PELL } from "../letter.ts";
import { DOMAIN } from "../thornby.ts";
import { only } from "./with-settings.ts";

const SAM = `Sam Tickle <works@${DOMAIN}>`;
const ANY = only("staff-instruction", { anyContact: true });
const staff = async (mails: Parameters<typeof judgeMail>[0], protocol?: Protocol): Promise<readonly string[]> =>
	inShort((await judgeMail(mails, protocol)).filter(({ rule }) => rule === "staff-instruction"));
const toSam = (text: string, more: object = {}): string =>
	letter({ from: PELL, to: SAM, text: `Sam,\n\n${text}\n\nAlan\n`, ...more });

describe("an instruction to staff", () => {
	it.each([
		"Cut the verge by the chapel before Sunday.",
		"Could you please move the bins to the other side by Friday?",
		"Would you be a star and print sixty of the posters?",
		"The old notice should be taken down today.",
		"Please make sure that the hall is unlocked by seven.",
		"Do not touch the hedge until I have seen it.",
		"Ring the contractor and have it mended this week.",
	])("is found in “%s”", async (text) => {
		expect(await staff([toSam(text)])).toEqual(["staff-instruction a.pell"]);
	});
	it.each([
		"Could you tell me what the new bin cost?",
		"Please send me the figures for the hall.",
		"The gully by number 4 is blocked again, just so that you know.",
		"Thank you for mending the gate so quickly.",
		"Is the hall free on Friday?",
		"Don't worry about the sign.",
	])("is none in “%s”", async (text) => {
		expect(await staff([toSam(text)])).toEqual([]);
	});
	it("is none where the Clerk is on the message, openly or in a proven blind copy", async () => {
		expect(await staff([toSam("Cut the verge.", { cc: CLERK })])).toEqual([]);
		expect(await staff([toSam("Cut the verge.", { bcc: CLERK })])).toEqual([]);
		expect(await staff([toSam("Cut the verge.", { cc: DEPUTY })])).toEqual(["staff-instruction a.pell"]);
	});
	it("is none to the Clerk or to a shared mailbox", async () => {
		expect(await staff([letter({ from: PELL, to: CLERK, text: "Cut the verge.\n" })])).toEqual([]);
		expect(await staff([letter({ from: PELL, to: `office@${DOMAIN}`, text: "Cut the verge.\n" })])).toEqual([]);
	});
	it("is none where the Clerk agreed to it earlier in the thread", async () => {
		const agreed = letter({
			id: "agreed",
			to: PELL,
			text: "Alan,\n\nI'm happy for you to deal with Sam directly about the verge.\n\nJo\n",
		});
		const order = toSam("Cut the verge by the chapel.", {
			date: "Wed, 4 Mar 2026 09:00:00 +0000",
			headers: [`In-Reply-To: <agreed@${DOMAIN}>`],
		});
		expect(await staff([agreed, order])).toEqual([]);
		expect(await staff([order])).toEqual(["staff-instruction a.pell"]);
	});
	it("is none where the Clerk's leave stands in the quoted thread alone, by her words or by a plain yes", async () => {
		const below = (leave: string, asked = ""): string =>
			toSam(
				`See below. Cut the verge by the chapel, please.\n\nAlan\n\nFrom: Jo Marsh <clerk@${DOMAIN}>\nSent: 2 March 2026 09:03\nTo: Cllr Alan Pell <a.pell@${DOMAIN}>\nSubject: RE: Verge\n\n${leave}\n\nJo\n${asked}`,
			);
		const asked = `\nFrom: Cllr Alan Pell <a.pell@${DOMAIN}>\nSent: 1 March 2026 18:20\nTo: Jo Marsh <clerk@${DOMAIN}>\nSubject: Verge\n\nJo, may I sort the verge out with Sam direct?\n\nAlan\n`;
		expect(await staff([below("Alan, yes please, go straight to Sam about it.")])).toEqual([]);
		expect(await staff([below("Yes, that would be easier.", asked)])).toEqual([]);
		expect(await staff([below("Yes, that would be easier.")])).toEqual(["staff-instruction a.pell"]);
		expect(await staff([below("I would rather you didn't go to Sam direct.", asked)])).toEqual([
			"staff-instruction a.pell",
		]);
	});
	it("is none where it answers the question of the officer who wrote first, and one where it goes beyond", async () => {
		const answer = (text: string): string =>
			toSam(
				`${text}\n\nAlan\n\nOn 2 March 2026 at 10:06, Sam Tickle <works@${DOMAIN}> wrote:\n\n> Do you want the flag brought over from the hall, or the bunting?\n>\n> Sam\n`,
			);
		expect(await staff([answer("Bring the flag, please, and never mind the bunting.")])).toEqual([]);
		expect(await staff([answer("The flag. And cut the verge by the chapel before Sunday.")])).toEqual([
			"staff-instruction a.pell",
		]);
		const first = letter({ id: "gate", from: SAM, to: PELL, text: "Where shall I put them?\n" });
		const bare = toSam("Put them by the gate, please.", {
			date: "Wed, 4 Mar 2026 09:00:00 +0000",
			headers: [`In-Reply-To: <gate@${DOMAIN}>`],
		});
		expect(await staff([first, bare])).toEqual([]);
		expect(await staff([bare])).toEqual(["staff-instruction a.pell"]);
	});
	it("counts for copied staff only where the words turn to them", async () => {
		const mail = (text: string): string => letter({ from: PELL, to: "office@fernfencing.example", cc: SAM, text });
		expect(
			await staff([mail("Dear Ms Fern,\n\nMight I have a price?\n\nSam, have the gate unlocked by seven.\n\nAlan\n")]),
		).toEqual(["staff-instruction a.pell"]);
		expect(await staff([mail("Dear Ms Fern,\n\nMight I have a price?\n\nAlan\n")])).toEqual([]);
	});
});

describe("with any contact counting", () => {
	it("a question and a note of information are approaches", async () => {
		expect(await staff([toSam("Is the hall free on Friday?")], ANY)).toEqual(["staff-instruction a.pell"]);
		expect(await staff([toSam("The tap in the hall drips.")], ANY)).toEqual(["staff-instruction a.pell"]);
	});
	it("plain thanks, and an answer to an officer who wrote first, are none", async () => {
		expect(await staff([toSam("Thank you, that looks lovely.")], ANY)).toEqual([]);
		const first = letter({ id: "first", from: SAM, to: PELL, text: "Which tap is it?\n" });
		const answer = toSam("The one in the away room.", {
			date: "Wed, 4 Mar 2026 09:00:00 +0000",
			headers: [`In-Reply-To: <first@${DOMAIN}>`],
		});
		expect(await staff([first, answer], ANY)).toEqual([]);
	});
	it("an answer in a mail of its own, or to another address than asked, is none", async () => {
		const asked = (from: string): string =>
			letter({ id: "asked", from, to: PELL, subject: "Fête lunch", text: "Beef or hake for the fête lunch?\n" });
		const fresh = toSam("Hake for both of us.", { subject: "Fête lunch", date: "Wed, 4 Mar 2026 09:00:00 +0000" });
		const threaded = toSam("Hake for both of us.", {
			date: "Wed, 4 Mar 2026 09:00:00 +0000",
			headers: [`In-Reply-To: <asked@${DOMAIN}>`],
		});
		expect(await staff([asked(SAM), fresh], ANY)).toEqual([]);
		expect(await staff([asked(`office@${DOMAIN}`), threaded], ANY)).toEqual([]);
		expect(await staff([asked(CLERK), threaded], ANY)).toEqual(["staff-instruction a.pell"]);
		expect(await staff([fresh], ANY)).toEqual(["staff-instruction a.pell"]);
	});
});
