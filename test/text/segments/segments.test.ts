import { describe, expect, it } from "vitest";
import { segment } from "../../../src/text/segments/segments.ts";

const DISCLAIMER =
	"This e-mail and any attachments are confidential and intended solely for the addressee. If you have received it in error, please notify the sender and delete it.";
const plain = (text: string, options = {}) => segment({ plain: text }, options);

describe("the thread below a reply", () => {
	const OWN = "Hi Ann,\n\nThe gate is mended.\n\nHelen";
	const QUOTED = "Is the gate mended?\n\nAnn";
	const marked = (text: string): string => text.replace(/^/gm, "> ");
	const BLOCK =
		"Sent: 04 June 2024 10:15\nTo: Helen Oakes <clerk@thornby.example>; Joe Hale <j.hale@thornby.example>\nCc: Vane, Kit <k.vane@thornby.example>\nSubject: Gate";

	it.each([
		["Gmail", `On Tue, 4 Jun 2024 at 10:15, Ann Vane <a.vane@thornby.example> wrote:\n\n${marked(QUOTED)}`],
		["Gmail, wrapped", `On Tue, 4 Jun 2024 at 10:15, Ann Vane\n<a.vane@thornby.example>\nwrote:\n\n${marked(QUOTED)}`],
		["Apple Mail", marked(`On 4 Jun 2024, at 10:15, Ann Vane <a.vane@thornby.example> wrote:\n\n${QUOTED}`)],
		["a phone that marks nothing", `On 4 Jun 2024, at 10:15, Ann Vane <a.vane@thornby.example> wrote:\n\n${QUOTED}`],
		["Outlook", `From: Ann Vane <a.vane@thornby.example>\n${BLOCK}\n\n${QUOTED}`],
		[
			"Outlook with a line and bold labels",
			`________________________________\n*From:* Ann Vane <a.vane@thornby.example>\n*Sent:* Tuesday, June 4, 2024 10:15 AM\n*To:* clerk@thornby.example\n*Subject:* Gate\n\n${QUOTED}`,
		],
		[
			"Outlook of old",
			`-----Original Message-----\nFrom: Ann Vane [mailto:a.vane@thornby.example]\n${BLOCK}\n\n${QUOTED}`,
		],
		[
			"Outlook for phones",
			`________________________________\nFrom: Ann Vane <a.vane@thornby.example>\nDate: Tuesday, 4 June 2024 at 10:15\nTo: Helen Oakes <clerk@thornby.example>\nSubject: Gate\n\n${QUOTED}`,
		],
		[
			"Outlook in Welsh",
			`Oddi wrth: Ann Vane <a.vane@thornby.example>\nAnfonwyd: 04 Mehefin 2024 10:15\nAt: Helen Oakes <clerk@thornby.example>\nPwnc: Gate\n\n${QUOTED}`,
		],
		[
			"Outlook in two languages",
			`Oddi wrth / From: Ann Vane <a.vane@thornby.example>\nAnfonwyd / Sent: 04 June 2024 10:15\nAt / To: clerk@thornby.example\nPwnc / Subject: Gate\n\n${QUOTED}`,
		],
		[
			"Welsh attribution",
			`Ar ddydd Mawrth, 4 Meh 2024 am 10:15, ysgrifennodd Ann Vane <a.vane@thornby.example>:\n\n${marked(QUOTED)}`,
		],
		[
			"French attribution",
			`Le mar. 4 juin 2024 à 10:15, Ann Vane <a.vane@thornby.example> a écrit :\n\n${marked(QUOTED)}`,
		],
		["German attribution", `Am 04.06.2024 um 10:15 schrieb Ann Vane <a.vane@thornby.example>:\n\n${marked(QUOTED)}`],
	])("is cut off as %s writes it", (_, below) => {
		const found = plain(`${OWN}\n\n${below}\n`, { subject: "Re: Gate" });
		expect(found.authored).toBe("Hi Ann,\n\nThe gate is mended.");
		expect(found.signature).toBe("Helen");
		expect(found).toMatchObject({ posting: "top", belowQuotes: "" });
		expect(found.contained).toHaveLength(1);
		expect(found.contained[0]).toMatchObject({
			via: "quoted",
			depth: 0,
			from: [{ address: "a.vane@thornby.example", name: "Ann Vane" }],
			date: "2024-06-04T09:15:00.000Z",
			text: "Is the gate mended?\nAnn",
			authored: "Is the gate mended?",
		});
	});

	it("gives the recipients and subject of a header block", () => {
		const found = plain(`Yes.\n\nFrom: Ann Vane <a.vane@thornby.example>\n${BLOCK}\n\n${QUOTED}`);
		expect(found.contained[0]).toMatchObject({
			to: [
				{ address: "clerk@thornby.example", name: "Helen Oakes" },
				{ address: "j.hale@thornby.example", name: "Joe Hale" },
			],
			cc: [{ address: "k.vane@thornby.example", name: "Vane, Kit" }],
			subject: "Gate",
		});
	});

	it("reads header blocks with recipients wrapped over lines and names without addresses", () => {
		const found = plain(
			"Noted.\n\nFrom: Ann Vane\nSent: 4 June 2024 10:15\nTo: Helen Oakes;\n Joe Hale\nSubject: Gate\n\nShut it.",
		);
		expect(found.contained[0]).toMatchObject({
			from: [{ address: "", name: "Ann Vane" }],
			to: [
				{ address: "", name: "Helen Oakes" },
				{ address: "", name: "Joe Hale" },
			],
			text: "Shut it.",
		});
	});

	it("flattens quotes three deep, newest first", () => {
		const third = "On 2 Jun 2024, at 08:00, Joe Hale <j.hale@thornby.example> wrote:\n\n> Who has the key?";
		const second = `On 3 Jun 2024, at 09:00, Ann Vane <a.vane@thornby.example> wrote:\n\n${marked(`I have.\n\n${third}`)}`;
		const first = `On 4 Jun 2024, at 10:00, Helen Oakes <clerk@thornby.example> wrote:\n\n${marked(`Thank you.\n\n${second}`)}`;
		const { contained } = plain(`Good.\n\n${first}`);
		expect(contained.map(({ depth, text }) => [depth, text])).toEqual([
			[0, "Thank you."],
			[1, "I have."],
			[2, "Who has the key?"],
		]);
		expect(contained.map(({ date }) => date?.slice(0, 13))).toEqual([
			"2024-06-04T09",
			"2024-06-03T08",
			"2024-06-02T07",
		]);
	});

	it("keeps a copy footer of an earlier message with that message", () => {
		const found = plain(
			`Fine.\n\nHelen\n\nOn 4 Jun 2024, at 10:15, Ann Vane <a@thornby.example> wrote:\n\n> Is it?\n>\n> Cc: Cllr Hale`,
		);
		expect(found.foot.map(({ text }) => text)).toEqual(["Fine.", "Helen"]);
		expect(found.contained[0]?.text).toContain("Cc: Cllr Hale");
	});

	it("does not take a memorandum's heading or a sentence for a quoted message", () => {
		const memo =
			"Note for the file\n\nTo: All members\nFrom: Helen Oakes, Clerk\nDate: 4 June 2024\nSubject: Gate\n\nThe gate is mended.";
		expect(plain(memo).contained).toEqual([]);
		const told = "On Tuesday at ten he wrote:\n\nthat the gate was mended. From: nowhere in particular.";
		expect(plain(told).contained).toEqual([]);
		expect(plain("On 3 May 2024 the surveyor wrote to say:\n\nthe wall is safe.").contained).toEqual([]);
	});
});

describe("forwarded messages", () => {
	it.each([
		[
			"Gmail",
			"---------- Forwarded message ---------\nFrom: Ann Vane <a@thornby.example>\nDate: Tue, 4 Jun 2024 at 10:15\nSubject: Gate\nTo: Helen <clerk@thornby.example>\n\n\nIs it mended?",
		],
		[
			"Apple Mail",
			"Begin forwarded message:\n\n> From: Ann Vane <a@thornby.example>\n> Subject: Gate\n> Date: 4 June 2024 at 10:15:00 BST\n> To: Helen <clerk@thornby.example>\n>\n> Is it mended?",
		],
		[
			"Thunderbird",
			"-------- Forwarded Message --------\nSubject: Gate\nDate: Tue, 4 Jun 2024 10:15:00 +0100\nFrom: Ann Vane <a@thornby.example>\nTo: Helen <clerk@thornby.example>\n\nIs it mended?",
		],
		[
			"Welsh",
			"---------- Neges a anfonwyd ymlaen ---------\nOddi wrth: Ann Vane <a@thornby.example>\nDyddiad: Maw, 4 Meh 2024 am 10:15\nPwnc: Gate\nAt: Helen <clerk@thornby.example>\n\nIs it mended?",
		],
	])("are known by the marker of %s", (_, below) => {
		const found = plain(`For information.\n\n${below}`);
		expect(found.authored).toBe("For information.");
		expect(found.contained).toMatchObject([
			{
				via: "forwarded",
				depth: 0,
				from: [{ address: "a@thornby.example" }],
				subject: "Gate",
				date: "2024-06-04T09:15:00.000Z",
				text: "Is it mended?",
			},
		]);
	});

	it("are known by the subject where the block looks like any other", () => {
		const text =
			"See below.\n\nFrom: Ann Vane <a@thornby.example>\nSent: 4 June 2024 10:15\nTo: clerk@thornby.example\nSubject: Gate\n\nIs it mended?";
		expect(plain(text, { subject: "FW: Gate" }).contained[0]?.via).toBe("forwarded");
		expect(plain(text, { subject: "RE: FW: Gate" }).contained[0]?.via).toBe("quoted");
		expect(plain(text).contained[0]?.via).toBe("quoted");
	});
});

describe("where the sender writes", () => {
	it("below the quote, it is authored, and its end is the foot", () => {
		const found = plain(
			"On 4 Jun 2024, at 10:15, Ann Vane <a@thornby.example> wrote:\n> Is it mended?\n> And the fence?\n\nThe gate is, the fence is not.\n\nHelen\n\nCc: Cllr Hale",
		);
		expect(found).toMatchObject({ posting: "bottom", signature: "Helen" });
		expect(found.authored).toBe("The gate is, the fence is not.\n\nCc: Cllr Hale");
		expect(found.foot.at(-1)).toEqual({ text: "Cc: Cllr Hale", position: "after-signature" });
		expect(found.contained[0]?.text).toBe("Is it mended?\nAnd the fence?");
	});

	it("between the lines, the quote stays one message", () => {
		const found = plain(
			"Hi Ann, answers below.\n\nOn 4 Jun 2024, at 10:15, Ann Vane <a@thornby.example> wrote:\n> Is the gate mended?\n\nYes, on Monday.\n\n> And the fence?\n\nNot before July.\n\nHelen",
		);
		expect(found).toMatchObject({ posting: "inline", belowQuotes: "Not before July." });
		expect(found.authored).toContain("Yes, on Monday.");
		expect(found.contained).toMatchObject([{ text: "Is the gate mended?\nAnd the fence?" }]);
	});

	it("above the quote, a line below it is told apart and is no foot", () => {
		const found = plain(
			"The gate is mended.\n\nHelen\n\nOn 4 Jun 2024, at 10:15, Ann Vane <a@thornby.example> wrote:\n> Is it?\n\nCc: Cllr Hale",
		);
		expect(found).toMatchObject({ posting: "top", belowQuotes: "Cc: Cllr Hale" });
		expect(found.foot.map(({ text }) => text)).not.toContain("Cc: Cllr Hale");
	});

	it("a word that lost its mark when a quote was wrapped is not his", () => {
		const long = "> We should be glad to hear when the men are coming to look at the";
		const found = plain(
			`Soon.\n\nOn 4 Jun 2024, at 10:15, Ann Vane <a@thornby.example> wrote:\n${long}\ngate\n> by the church.`,
		);
		expect(found.authored).toBe("Soon.");
	});
});

describe("signature and foot", () => {
	it.each([
		["a sign-off and a name", "Kind regards,\nHelen", "Kind regards,\nHelen"],
		[
			"a name block",
			"Yours sincerely\n\nHelen Oakes\nClerk to the Council\nThornby Parish Council\nTel: 01632 960123\nclerk@thornby.example",
			"Yours sincerely\nHelen Oakes\nClerk to the Council\nThornby Parish Council\nTel: 01632 960123\nclerk@thornby.example",
		],
		["Welsh", "Cofion gorau\nSiân", "Cofion gorau\nSiân"],
		["sign-off and name on a line", "Best wishes, Helen", "Best wishes, Helen"],
		["thanks and a name", "Many thanks\nHelen", "Many thanks\nHelen"],
		["a delimiter", "-- \nHelen Oakes\nClerk", "--\nHelen Oakes\nClerk"],
		["a name alone", "Helen", "Helen"],
		["an initial", "H.", "H."],
		["a phone's line", "Sent from my iPhone", "Sent from my iPhone"],
		[
			"a name and Outlook's line",
			"Helen\n\nGet Outlook for iOS<https://aka.ms/o0ukef>",
			"Helen\nGet Outlook for iOS<https://aka.ms/o0ukef>",
		],
	])("is cut off: %s", (_, closing, signature) => {
		const found = plain(`Dear Ann,\n\nThe gate is mended, and the fence will follow.\n\n${closing}\n`, {
			sender: "Helen Oakes",
		});
		expect(found.authored).toBe("Dear Ann,\n\nThe gate is mended, and the fence will follow.");
		expect(found.signature).toBe(signature);
	});

	it("leaves what stands below it to the message, and says where that is", () => {
		const text = `Dear Ann,\n\nThe gate is mended.\n\nKind regards\nHelen\n\nP.S. The key is with Joe.\nCc: Cllr Hale\n\n${DISCLAIMER}\n\ncc Cllr Moss`;
		const found = plain(text);
		expect(found.foot).toEqual([
			{ text: "The gate is mended.", position: "authored" },
			{ text: "Kind regards", position: "signature" },
			{ text: "Helen", position: "signature" },
			{ text: "P.S. The key is with Joe.", position: "after-signature" },
			{ text: "Cc: Cllr Hale", position: "after-signature" },
			{ text: "cc Cllr Moss", position: "after-disclaimer" },
		]);
		expect(found.authored).toContain("P.S. The key is with Joe.");
		expect(found.disclaimer).toBe(DISCLAIMER);
	});

	it("keeps a label such as CONFIDENTIAL out of the name block", () => {
		const found = plain("The gate.\n\nRegards\nHelen Oakes\nCONFIDENTIAL");
		expect(found.signature).toBe("Regards\nHelen Oakes");
		expect(found.authored).toBe("The gate.\n\nCONFIDENTIAL");
	});

	it("does not cut thanks that are all there is, nor a list at the end", () => {
		expect(plain("Thank you very much.").authored).toBe("Thank you very much.");
		expect(plain("Please bring:\n\n- Gloves\n- Spade\n- String").signature).toBe("");
	});

	it("gives the head up to the salutation and the line after it", () => {
		expect(plain("CONFIDENTIAL\n\nDear Ann,\n\nThe gate is mended.\n\nMore follows.").head).toEqual([
			"CONFIDENTIAL",
			"Dear Ann,",
			"The gate is mended.",
		]);
	});
});

describe("disclaimers", () => {
	it("are cut wherever they stand, gateway banners too", () => {
		const banner =
			"CAUTION: This email originated from outside the organisation. Do not click links or open attachments unless you recognise the sender.";
		const found = plain(
			`${banner}\n\nDear Ann,\n\nThe gate is mended.\n\nHelen\n\n${DISCLAIMER}\n\nPlease consider the environment before printing this e-mail.`,
		);
		expect(found.authored).toBe("Dear Ann,\n\nThe gate is mended.");
		expect(found.disclaimer.split("\n")).toHaveLength(3);
		expect(found.foot.every(({ position }) => position !== "after-disclaimer")).toBe(true);
	});

	it("are cut below the thread and out of quoted messages", () => {
		const found = plain(
			`Yes.\n\nOn 4 Jun 2024, at 10:15, Ann Vane <a@thornby.example> wrote:\n> Is it?\n>\n> ${DISCLAIMER}`,
		);
		expect(found.contained[0]?.text).toBe("Is it?");
		expect(found.disclaimer).toBe(DISCLAIMER);
	});

	it("are cut in Welsh", () => {
		const welsh =
			"Bwriadwyd y neges hon ar gyfer y derbynnydd yn unig a gall fod yn gyfrinachol. Os cawsoch hi drwy gamgymeriad, hysbyswch yr anfonwr a dilëwch y neges.";
		expect(plain(`Diolch am eich neges.\n\nSiân\n\n${welsh}`)).toMatchObject({ disclaimer: welsh, signature: "Siân" });
	});

	it.each([
		"This email is confidential, please keep it to yourselves until the staffing committee has met.",
		"CONFIDENTIAL - NOT FOR PUBLICATION",
		"The contents of this report are confidential and must not be disclosed outside the working group.",
		"I would be grateful if you could delete the draft and let the sender know.",
		"Please do not print the attachment, as it holds personal data.",
		"We accept no liability for the wall, and the contractor has been told so.",
		"The views expressed at the meeting were mostly in favour of the scheme.",
		"The hall's insurance covers fire and storm but not virus outbreaks.",
		"My registered office hours are ten to four.",
	])("are not: %s", (own) => {
		expect(plain(`Dear Ann,\n\n${own}\n\nHelen`)).toMatchObject({ disclaimer: "" });
	});
});

describe("a message without text", () => {
	it("gives empty segments", () => {
		for (const body of [{}, { plain: "" }, { html: "" }, { plain: " \n", html: "<p>&nbsp;</p>" }]) {
			expect(segment(body)).toMatchObject({ authored: "", signature: "", foot: [], contained: [], posting: "none" });
		}
	});
});
