import { describe, expect, test } from "vitest";
import type { LetterFacts } from "../../../src/facts/facts.ts";
import { lettersOf } from "../../../src/text/letters/letters.ts";
import { segment } from "../../../src/text/segments/segments.ts";
import { NOON, short, thornby } from "../thornby.ts";

interface Mail {
	readonly from?: string;
	readonly fromName?: string;
	readonly to?: string;
	readonly toName?: string;
	readonly cc?: string;
	readonly subject?: string;
	readonly text: string;
	readonly attachments?: readonly { readonly name: string; readonly text: string }[];
}

function letters(mail: Mail): readonly LetterFacts[] {
	const from = {
		address: `${mail.from ?? "niamh.ohara"}@thornby-pc.example`,
		name: mail.fromName ?? "Cllr Niamh O'Hara",
	};
	const subject = mail.subject ?? "";
	return lettersOf({
		segments: segment({ plain: mail.text }, { subject, sender: from.name }),
		attachments: mail.attachments ?? [],
		message: {
			from: [from],
			to: [{ address: mail.to ?? "office@dimblebyfencing.example", name: mail.toName ?? "Dimbleby Fencing" }],
			cc: mail.cc === undefined ? [] : [{ address: `${mail.cc}@thornby-pc.example`, name: "" }],
			subject,
		},
		roster: thornby,
		at: NOON,
	});
}

function letter(mail: Mail): LetterFacts {
	return letters(mail)[0] as LetterFacts;
}

/** The sentences of a mail that oblige or instruct on the council's behalf. */
function binding(mail: Mail): readonly string[] {
	return letters(mail).flatMap(({ statements }) =>
		statements.filter(({ binds }) => binds === "yes").map(({ quote }) => quote),
	);
}

const QUOTATION = `

On 9 Mar 2026, at 10:12, Dimbleby Fencing <office@dimblebyfencing.example> wrote:

> Dear Councillor
>
> 40 metres of chain link round the allotments would be £1,150 plus VAT. Shall I go ahead?
>
> Ray Dimbleby`;

describe("a councillor's mail binds the council", () => {
	test("when two words answer a contractor's price", () => {
		expect(binding({ text: `Go ahead Ray\n\nNiamh${QUOTATION}`, subject: "Re: allotment fence" })).toEqual([
			"Go ahead Ray",
		]);
	});

	test("when it accepts on behalf of the council", () => {
		const text = "Dear Ray\n\nOn behalf of Thornby Parish Council I accept your price of £1,150.\n\nNiamh O'Hara";
		expect(binding({ text })).toHaveLength(1);
	});

	test("when it promises a resident the council's men", () => {
		const text =
			"Dear Mrs Tapp\n\nSorry about the hedge. Pete and the lads will be round on Thursday to cut it back, and there's nothing to pay.\n\nNiamh O'Hara\nCouncillor, Thornby Parish Council";
		expect(binding({ text, to: "tapp@homemail.example", toName: "Edna Tapp" })).toHaveLength(1);
	});

	test("when the field is let with a sentence", () => {
		const text = "Hi Jo\n\nYou can have the playing field on the 14th, no charge.\n\nNiamh\nThornby Parish Council";
		expect(binding({ text })).toHaveLength(1);
	});

	test("though a standing disclaimer says that no contract may be made by e-mail", () => {
		const text =
			"Dear Ray\n\nThe Council accepts your quotation.\n\nNiamh O'Hara\n\nThis e-mail is confidential and intended solely for the addressee. No contract may be concluded on behalf of the Council by e-mail.";
		expect(binding({ text })).toHaveLength(1);
	});

	test("when what it promises depends on the other side alone", () => {
		const text =
			"Dear Mr Tapp\n\nWithdraw your claim and the Council will refund you in full.\n\nNiamh O'Hara\nThornby Parish Council";
		expect(binding({ text })).toHaveLength(1);
	});
});

describe("a councillor's mail binds nobody", () => {
	test.each([
		[
			"casework",
			"Dear Mrs Tapp\n\nI'll raise the lamp with the county and ring you when I hear.\n\nNiamh O'Hara\nThornby Parish Council",
		],
		[
			"a report",
			"Dear Ray\n\nThe Council resolved on Tuesday to accept your tender and the Clerk will write to you.\n\nNiamh O'Hara",
		],
		[
			"a condition",
			"Dear Ray\n\nSubject to the Council's approval on the 9th we would take the whole lot. Please don't order anything yet.\n\nNiamh O'Hara",
		],
		[
			"an enquiry",
			"Dear Ray\n\nCould you let me know what you'd charge for forty metres, and how long it would take?\n\nNiamh O'Hara\nThornby Parish Council",
		],
		[
			"an opinion",
			"Dear Jo\n\nI think the council ought to pay for it, and I've said so.\n\nNiamh O'Hara\nThornby Parish Council",
		],
		[
			"thanks",
			"Dear all\n\nThank you for a splendid evening. The children loved the puppets.\n\nNiamh O'Hara\nThornby Parish Council",
		],
		[
			"a refusal to promise",
			"Dear Ray\n\nI can't give you the go-ahead, only the Clerk can.\n\nNiamh O'Hara\nThornby Parish Council",
		],
	])("with %s", (_, text) => {
		expect(binding({ text })).toEqual([]);
	});

	test("when he orders for his own shop", () => {
		const text =
			"Morning Ray\n\nI'm on my council mail, but this is for my shop. Please deliver six panels on Friday and charge it to the shop's account.\n\nTobias Finch\nFinch's Hardware";
		expect(binding({ text, from: "tobias.finch", fromName: "Tobias Finch" })).toEqual([]);
	});

	test("when she writes for a charity whose chairman she is", () => {
		const text =
			"Dear Ray\n\nThe trustees met on Monday and accept your estimate. We'll pay half when you begin.\n\nNiamh O'Hara\nChairman of the Trustees\nThornby Almshouses Charity";
		const [own] = letters({ text });
		expect(own?.capacity).toBe("other-body");
		expect(binding({ text })).toEqual([]);
	});

	test("when she orders for her family from the council's address, over her ordinary signature", () => {
		const text =
			"Hi Jo\n\nThe girls like the round tables best, so please put us down for ten. I'll pay from our joint account on Friday.\n\nNiamh O'Hara\nCouncillor, Thornby Parish Council";
		expect(binding({ text, subject: "30 May" })).toEqual([]);
		expect(binding({ text, subject: "30 May: village hall" })).toHaveLength(1);
	});

	test("when she denies that she writes for the council", () => {
		const text =
			"Dear Ray\n\nWriting purely as a resident and not for the parish council: please start on Monday and send me the bill.\n\nNiamh O'Hara\nThornby Parish Council";
		expect(binding({ text })).toEqual([]);
	});

	test("when she writes purely as a neighbour", () => {
		const text =
			"Dear Ray\n\nWriting purely as a resident, we'll have the fence at that price. Please start on Monday.\n\nNiamh O'Hara";
		expect(binding({ text })).toEqual([]);
	});

	test("when the talk is of something that no council has", () => {
		const text = "Run the installer again and use the second option. Send us the log.\n\nNiamh";
		expect(binding({ text, fromName: "Niamh", subject: "Re: kernel panic" })).toEqual([]);
	});
});

describe("who signs", () => {
	test("is the councillor, also in a shared mailbox", () => {
		const text =
			"Dear Mrs Tapp\n\nThere will be a new bin by Friday and we'll keep it emptied.\n\nColin Brightwell\nParish Councillor";
		expect(short(letter({ text, from: "enquiries", fromName: "Thornby Parish Council" }).signatories)).toEqual([
			"colin.brightwell",
		]);
	});

	test("is the sender where he signs with a first name", () => {
		expect(
			short(letter({ text: "Fine by me.\n\nTobias", from: "tobias.finch", fromName: "Tobias Finch" }).signatories),
		).toEqual(["tobias.finch"]);
	});

	test("is the Clerk in the Clerk's mail", () => {
		const text = "Dear Ray\n\nThe Council accepts your price.\n\nJudith Marlow\nClerk to Thornby Parish Council";
		expect(short(letter({ text, from: "clerk", fromName: "Judith Marlow" }).signatories)).toEqual(["clerk"]);
	});

	test("of a letter signed pp is the one in whose name it goes", () => {
		const text =
			"Dear Sirs\n\nThe Council terminates the contract from 31 May.\n\nYours faithfully\n\npp D. Okoro\nCllr Ruth Ashdown\nChair";
		const own = letters({
			text: "Letter attached.\n\nDean Okoro",
			from: "deputy",
			fromName: "Dean Okoro",
			attachments: [{ name: "notice.docx", text }],
		})[1];
		expect(short(own?.signatories ?? [])).toEqual(["ruth.ashdown"]);
		expect(own?.pp).toBe(true);
		expect(own?.statements.some(({ binds }) => binds === "yes")).toBe(true);
	});

	test("is nobody whom the head of the paper only lists", () => {
		const text =
			"THORNBY PARISH COUNCIL\nParish Rooms, Church Street\n3 March 2026\n\nDear Mr Tapp\n\nThank you for your letter.\n\nYours sincerely\n\nJudith Marlow\nClerk\n\nChair: Cllr Ruth Ashdown   Clerk: Mrs Judith Marlow";
		const [, attached] = letters({ text: "See attached.\n\nNiamh", attachments: [{ name: "letter.pdf", text }] });
		expect(short(attached?.signatories ?? [])).toEqual(["clerk"]);
		expect(attached?.letterhead).toBe(true);
	});

	test("of a letter with the Clerk beside the chair are both: a joint letter", () => {
		const text =
			"Dear Mr Tapp\n\nThe Council agrees to your terms.\n\nYours sincerely\n\nRuth Ashdown\nChair\n\nJudith Marlow\nClerk";
		expect(letters({ text: "Attached.\n\nRuth", attachments: [{ name: "letter.pdf", text }] })[1]?.document).toBe(
			"joint",
		);
	});
});

describe("what a paper is", () => {
	test.each([
		[
			"minutes",
			"Minutes of the meeting of Thornby Parish Council held on 3 March 2026\nPresent: Cllrs Ashdown, Finch\nRESOLVED that the tender be accepted.\nSigned as a correct record\nRuth Ashdown\nChair",
		],
		[
			"deed",
			"THIS DEED is made on 3 March 2026\nThe Council grants the easement.\nExecuted as a deed\nRuth Ashdown\nColin Brightwell",
		],
	])("%s are known as such", (kind, text) => {
		expect(letters({ text: "Attached.\n\nNiamh", attachments: [{ name: "a.pdf", text }] })[1]?.document).toBe(kind);
	});

	test("a price list is no letter", () => {
		const text = "Chain link per metre 28.75\nPosts each 9.50\nGate 140.00";
		expect(letters({ text: "Attached.\n\nNiamh", attachments: [{ name: "prices.pdf", text }] })).toHaveLength(1);
	});
});

describe("an official letter", () => {
	const stand =
		"Dear Sir or Madam\n\nOn behalf of Thornby Parish Council I object to this application. The Council considers that the lane can't take more lorries.\n\nNiamh O'Hara\nThornby Parish Council";

	test("takes a stand in the council's name", () => {
		const own = letter({ text: stand, to: "planning@northshire.example", toName: "Northshire Planning" });
		expect(own.official).toBe(true);
		expect(own.statements.some(({ binds }) => binds === "yes")).toBe(false);
		expect(own.representation).toBeUndefined();
	});

	test("to a Member of Parliament is a representation", () => {
		expect(letter({ text: stand, to: "jane@doe.example", toName: "Jane Doe MP" }).representation).toBe(true);
	});

	test("to a newspaper is a statement to the press", () => {
		const text =
			"STATEMENT FROM THORNBY PARISH COUNCIL\n\nThe Council is dismayed at the loss of the bus.\n\nNiamh O'Hara";
		const own = letter({ text, to: "newsdesk@thornbyherald.example", toName: "News Desk" });
		expect(own).toMatchObject({ official: true, press: true });
	});

	test("is not made by a signature with the council's name", () => {
		const text =
			"Dear Jo\n\nI was sorry to hear about the bus. I'll ask about it on Tuesday.\n\nNiamh O'Hara\nThornby Parish Council";
		expect(letter({ text }).official).toBe(false);
	});

	test("is not one that tells a resident what was decided", () => {
		const text =
			"Dear Jo\n\nThe Council decided last night not to renew the lease, and the Clerk will write to you.\n\nNiamh O'Hara\nThornby Parish Council";
		expect(letter({ text }).official).toBe(false);
	});

	test("is not one of personal views", () => {
		const text =
			"Dear Editor\n\nThese are my own views and not those of the Council. The Council supports the scheme but I'm against it.\n\nNiamh O'Hara";
		expect(letter({ text }).official).toBe(false);
	});

	test("of congratulation is a courtesy", () => {
		const text =
			"Dear Mr and Mrs Tapp\n\nOn behalf of the Council I send you warmest congratulations on sixty years of marriage.\n\nRuth Ashdown\nChair";
		expect(letter({ text, from: "ruth.ashdown", fromName: "Cllr Ruth Ashdown" })).toMatchObject({
			courtesyOnly: true,
			official: false,
		});
	});
});

test("words turned to a colleague in copy instruct nobody outside", () => {
	const text =
		"Ray, thanks for coming out.\n\nPete - have the gate unlocked for him from seven.\n\nNiamh O'Hara\nThornby Parish Council";
	expect(binding({ text, cc: "grounds" })).toEqual([]);
});

test("a message without text has no letters", () => {
	expect(letters({ text: "" })).toEqual([]);
});

test("quotes are short enough to be stored", () => {
	const long = `The Council will pay for ${"the gate and ".repeat(60)}the wall.`;
	for (const { statements } of letters({ text: `${long}\n\nNiamh O'Hara` }))
		for (const { quote } of statements) expect(quote.length).toBeLessThanOrEqual(200);
});
