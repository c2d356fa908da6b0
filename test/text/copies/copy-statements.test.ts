import { describe, expect, it } from "vitest";
import { covered } from "../../../src/facts/told.ts";
import { copyStatements } from "../../../src/text/copies/copy-statements.ts";
import { segment } from "../../../src/text/segments/segments.ts";
import { NOON, short, thornby } from "../thornby.ts";

function statementsOf(plain: string, attached: { name: string; text: string }[] = []) {
	return copyStatements(segment({ plain }), attached, thornby, NOON);
}

function footer(line: string): string[] {
	const text = `Dear Anna,\n\nThe hedge will be cut on Monday week.\n\nRegards\nJudith Marlow\nClerk to the Council\n\n${line}\n`;
	return short(
		statementsOf(text)
			.filter(({ kind }) => kind === "footer")
			.flatMap(({ covers }) => covers),
	);
}

function told(sentence: string) {
	const text = `Dear Anna,\n\nThe hedge will be cut on Monday week. ${sentence} Do ring me if that is too late for you.\n\nJudith\n`;
	const found = statementsOf(text).filter(({ kind }) => kind === "text" || kind === "announced");
	return {
		kinds: [...new Set(found.map(({ kind }) => kind))],
		whom: short([...new Set(found.flatMap(({ covers }) => covers))]),
	};
}

describe("a copy footer", () => {
	it.each([
		["CC Councillor Brightwell", ["colin.brightwell"]],
		["cc: Cllr. C. Brightwell", ["colin.brightwell"]],
		["c.c. Cllr Mrs R Ashdown MBE", ["ruth.ashdown"]],
		["Cc'd: the Chair", ["ruth.ashdown"]],
		[
			"cc Cllrs Brightwell, O'Hara & Price-Howell",
			["colin.brightwell", "niamh.o'hara".replace("'", ""), "sian.price-howell".replace("-", "")],
		],
		["bcc: Cllr Brightwell", ["colin.brightwell"]],
		["Copy to: Cllr Brightwell, for information", ["colin.brightwell"]],
		["Copies: Cllr Brightwell; the Clerk", ["clerk", "colin.brightwell"]],
		["Copied to Cllr Brightwell (Finance) and Cllr Price Howell", ["colin.brightwell", "sian.pricehowell"]],
		["A copy of this letter has been sent to Cllr Brightwell.", ["colin.brightwell"]],
		["Cylchrediad/Distribution: Cllr Brightwell", ["colin.brightwell"]],
		["Copi i'r Cyng. Brightwell", ["colin.brightwell"]],
		["Copïau at: Y Cynghorydd Brightwell a'r Cyng. O'Hara", ["colin.brightwell", "niamh.ohara"]],
		["Anfonwyd copi at y Cyng. Brightwell", ["colin.brightwell"]],
		["c.c. Cllr Brightwel", ["colin.brightwell"]],
		["Cllr Brightwell copied in", ["colin.brightwell"]],
		["Judith (cc Cllr Brightwell)", ["colin.brightwell"]],
		["cc Colin B", ["colin.brightwell"]],
		["cc Planning Committee", ["anna.finch", "colin.brightwell", "ruth.ashdown"]],
	])("is read in %j", (line, whom) => {
		expect(footer(line)).toEqual([...whom].sort());
	});

	it("goes on over the lines below it, until another field of the letter", () => {
		expect(footer("Copies to:\n  Cllr C Brightwell\n  Cllr N O'Hara\nEnc: plan")).toEqual([
			"colin.brightwell",
			"niamh.ohara",
		]);
		expect(footer("cc Cllr Brightwell,\nCllr O'Hara and\nthe Deputy Clerk")).toEqual([
			"colin.brightwell",
			"deputy",
			"niamh.ohara",
		]);
	});

	it("covers every member of the council by 'all members', but not one who has left", () => {
		const whom = footer("cc all members");
		expect(whom).toHaveLength(6);
		expect(whom).not.toContain("gordon.lisle");
	});

	it("lists both namesakes for a bare surname and says that one of them is meant", () => {
		const [only] = statementsOf("Dear Niamh,\n\nNoted.\n\nJudith\n\ncc Cllr Finch\n");
		expect(short(only?.covers ?? [])).toEqual(["anna.finch", "tobias.finch"]);
		expect(only?.mentions?.[0]?.singular).toBe(true);
	});

	it.each([
		"CC pavilion lease: Cllr Brightwell raised it in January",
		"The CC have agreed the road closure with Cllr Brightwell",
		"Thornby CC v Lisle Green, Saturday 2 pm, Cllr Brightwell to umpire",
		"To: Cllr Brightwell",
		"Copies of the minutes are available from Cllr Brightwell",
		"Copy to follow when Cllr Brightwell has signed",
		"125 cc strimmer returned by Cllr Brightwell",
	])("is not read in %j", (line) => {
		expect(footer(line)).toEqual([]);
	});

	it("is not read in the header block of a quoted message", () => {
		const text =
			"Dear Anna,\n\nMonday week.\n\nJudith\n\nFrom: Anna Finch <anna.finch@thornby-pc.example>\nSent: 9 March 2026 10:12\nTo: Clerk <clerk@thornby-pc.example>\nCc: Cllr Brightwell\nSubject: Hedge\n\nWhen will it be cut?\n\ncc Cllr O'Hara\n";
		expect(statementsOf(text)).toEqual([]);
	});

	it("may stand before the sign-off and below the disclaimer", () => {
		expect(
			short(
				statementsOf("Dear Anna,\n\nNoted.\n\ncc Cllr Brightwell\n\nKind regards\nJudith\n").flatMap(
					({ covers }) => covers,
				),
			),
		).toEqual(["colin.brightwell"]);
		const below =
			"Dear Anna,\n\nNoted.\n\nKind regards\nJudith\n\nThis e-mail and any attachments are confidential and intended solely for the addressee. If you have received it in error please notify the sender and delete it.\n\ncc Cllr Brightwell\n";
		expect(statementsOf(below).map(({ kind }) => kind)).toEqual(["footer"]);
	});
});

describe("a footer that names nobody of the roster", () => {
	const copies = (line: string) => statementsOf(`Dear Anna,\n\nNoted.\n\nJudith\n\n${line}\n`);

	it("is kept with its words where it gives a name or an address", () => {
		expect(copies("CC Jane Roe, County Highways")).toEqual([
			{ kind: "footer", covers: [], mentions: [], quote: "CC Jane Roe, County Highways" },
		]);
		expect(copies("cc jane.roe@county.example")).toHaveLength(1);
		expect(copies(`CC Jane Roe, ${"Highways ".repeat(60)}`)[0]?.quote.length).toBeLessThanOrEqual(200);
	});
	it("is dropped where it gives none", () => {
		expect(copies("cc the others")).toEqual([]);
	});
});

describe("a bare committee's name", () => {
	it("is the committee's in a footer, not in a sentence", () => {
		expect(footer("cc Planning")).toEqual(footer("cc Planning Committee"));
		expect(footer("Copies: Planning, Finance")).toEqual(footer("cc Planning Committee, Finance Committee"));
		expect(told("I have copied Planning in.").whom).toEqual([]);
		expect(told("I have copied the Planning Committee in.").whom).not.toEqual([]);
	});
});

describe("a copy line elsewhere", () => {
	it("at the head tells, but is no footer", () => {
		const body = "I set out below what was found. ".repeat(12);
		const found = statementsOf(
			`cc Cllr Brightwell\n\nDear Anna,\n\n${body}\n\n${body}\n\n${body}\n\nJudith Marlow\nClerk\n`,
		);
		expect(found.map(({ kind, covers }) => [kind, short(covers)])).toEqual([["elsewhere", ["colin.brightwell"]]]);
	});

	it("inside an attached letter tells, but is no footer", () => {
		const letter = {
			name: "Letter.docx",
			text: "Dear Councillor Finch\n\nThank you.\n\nYours sincerely\nJ Marlow\n\nc.c. Cllr O'Hara",
		};
		const found = statementsOf("Dear Anna,\n\nPlease see attached.\n\nJudith\n", [letter]);
		expect(found.map(({ kind, covers }) => [kind, short(covers)])).toEqual([["elsewhere", ["niamh.ohara"]]]);
	});
});

describe("a sentence that says who is copied", () => {
	it.each([
		["I have copied Cllr Brightwell in.", ["colin.brightwell"]],
		["I've copied Colin and Niamh into this.", ["colin.brightwell", "niamh.ohara"]],
		["Copying in Cllr Brightwell as he chairs the panel.", ["colin.brightwell"]],
		["Cllr Brightwell is copied into this e-mail.", ["colin.brightwell"]],
		["Colin has a blind copy of this.", ["colin.brightwell"]],
		["I've moved Niamh to bcc.", ["niamh.ohara"]],
		["A copy of this goes to Cllr Brightwell.", ["colin.brightwell"]],
		["Cllr Brightwell is bcc'd.", ["colin.brightwell"]],
		["This is for Cllr Brightwell's benefit too, who is copied.", ["colin.brightwell"]],
		["Cllr Brightwell, whom I have copied in, knows the site.", ["colin.brightwell"]],
		["Members of the Planning Committee have been copied in.", ["anna.finch", "colin.brightwell", "ruth.ashdown"]],
		["You will see that Cllr O'Hara is copied in.", ["niamh.ohara"]],
		["Cllr Brightwell (copied) will explain.", ["colin.brightwell"]],
		["By copy of this e-mail I am asking Colin to look at it.", ["colin.brightwell"]],
		["I've looped Colin in.", ["colin.brightwell"]],
		["I thought Colin should see this so I have copied him in.", ["colin.brightwell"]],
		["Please note that Cllr Brightwell has been copied in.", ["colin.brightwell"]],
		["I am blind copying Cllr Price-Howell.", ["sian.pricehowell"]],
		["Colin is in the chair for this one so I have blind copied him.", ["colin.brightwell"]],
		["Sian, who is a friend of the Mayor, asked about it, so I am copying her.", ["sian.pricehowell"]],
		["Colin is our man on the Planning Committee, so I've put him in bcc.", ["colin.brightwell"]],
		["As Colin knows the Clerk of Works I have copied him in.", ["colin.brightwell"]],
		["(Colin to bcc to spare his inbox, thank you both.)", ["colin.brightwell"]],
		["[Niamh to bcc]", ["niamh.ohara"]],
		["Colin -> bcc, thanks for the introduction.", ["colin.brightwell"]],
		["Niamh: bcc.", ["niamh.ohara"]],
		["For transparency, Niamh is bcc.", ["niamh.ohara"]],
		["Colin's in bcc.", ["colin.brightwell"]],
		["Thanks Colin (now in bcc).", ["colin.brightwell"]],
		["Thank you, Niamh, moving you to bcc.", ["niamh.ohara"]],
		["As it's Colin's ward I've blind copied him.", ["colin.brightwell"]],
		["Colin and Niamh both asked. I've put them both in bcc.", ["colin.brightwell", "niamh.ohara"]],
		["Niamh also signed. So did Colin. Both have been blind copied.", ["colin.brightwell", "niamh.ohara"]],
		["Sian put the motion, so she's in the bcc line.", ["sian.pricehowell"]],
		["Sian lives two doors down, as you know, and has been blind-copied for that reason.", ["sian.pricehowell"]],
		["There are two people in blind copy: Colin and Niamh.", ["colin.brightwell", "niamh.ohara"]],
		["I've bcc'd a couple of people (Colin, Niamh) so they know.", ["colin.brightwell", "niamh.ohara"]],
		["Colin (he walked the site) has been copied in.", ["colin.brightwell"]],
		["Rather than write it all out twice I have blind copied Niamh.", ["niamh.ohara"]],
		["I hope you will not object to my having copied Niamh in.", ["niamh.ohara"]],
		["The Mayor and the Vice-Chairman are party to this by blind copy.", ["colin.brightwell", "ruth.ashdown"]],
		["It seemed only courteous to blind copy Cllr Brightwell.", ["colin.brightwell"]],
		["I could have rung Niamh but I have bcc'd her instead.", ["niamh.ohara"]],
		["The same question came from Colin, hence bcc.", ["colin.brightwell"]],
		["PS Colin is blind copied, he knows why.", ["colin.brightwell"]],
	])("covers the right people: %j", (sentence, whom) => {
		expect(told(sentence)).toEqual({ kinds: ["text"], whom });
	});

	it.each([
		"I have not copied Cllr Brightwell.",
		"Nobody else has been copied, not even Cllr Brightwell.",
		"Shall I copy Cllr Brightwell in?",
		"Would you like me to copy in Cllr Brightwell?",
		"I could copy Cllr Brightwell in.",
		"Please copy Cllr Brightwell in when you answer.",
		"If you agree I will copy Cllr Brightwell in.",
		"Cllr Brightwell has also asked about the hedge.",
		"I spoke to Cllr Brightwell about the photocopying.",
		"Cllr Brightwell copied the old plan for me.",
		"I copied Cllr Brightwell's figures from the minutes.",
		"Colin to speak to BCC about the road.",
		"Colin forgot to bcc Niamh.",
		"Colin would rather be in bcc.",
		"Could Colin be moved to bcc?",
		"Colin to bring the copy of the plan.",
		"I have copied the figures for Colin.",
		"This goes for Colin as well.",
		"Colin asked to be copied, but I thought you would rather I did not.",
		"Last month I copied Colin in by mistake.",
		"Colin was blind copied into an e-mail from the county.",
		"I found out that Niamh had been blind copied by the county.",
		"I gather the county copied Colin in.",
		"I was minded to bcc Colin.",
		"Once I have your agreement Colin will be bcc'd.",
		"I saw Colin in the bcc line of your e-mail.",
		"I've removed Colin from the bcc.",
		"We need a policy on bcc; Niamh will write one.",
		"BCC has Colin's petition.",
		"I have blind copied the solicitor, who knows Colin.",
		"A copy of the plan is on its way to Colin.",
		"Colin asked whether you had a copy of this.",
	])("says nothing of a copy: %j", (sentence) => {
		expect(told(sentence)).toEqual({ kinds: [], whom: [] });
	});
});

describe("a sentence that tells of another message passed on", () => {
	it.each([
		["I sent your message to Colin Brightwell yesterday.", ["colin.brightwell"]],
		["I've passed your note on to Cllr Brightwell.", ["colin.brightwell"]],
		["I'll forward this to Cllr Brightwell tonight.", ["colin.brightwell"]],
		["I took the liberty of sharing your e-mail with Niamh.", ["niamh.ohara"]],
		["Cllr Brightwell now has your letter too.", ["colin.brightwell"]],
		["I asked Cllr Brightwell about it; he has seen your e-mail.", ["colin.brightwell"]],
		["Your e-mail has been forwarded to Cllr Brightwell.", ["colin.brightwell"]],
		["Your note is now with Cllr Brightwell.", ["colin.brightwell"]],
		["Cllr Brightwell has been sent your letter.", ["colin.brightwell"]],
		["I have let Colin see your e-mail.", ["colin.brightwell"]],
		["I showed Cllr Brightwell your letter.", ["colin.brightwell"]],
		["Dean passed your e-mail to Niamh, as I was away.", ["niamh.ohara"]],
		["I have asked Colin for a view and sent him your e-mail.", ["colin.brightwell"]],
		["I've run your e-mail past Colin.", ["colin.brightwell"]],
		["Your letter went to Colin on Tuesday.", ["colin.brightwell"]],
		["Colin and Niamh have both seen your letter.", ["colin.brightwell", "niamh.ohara"]],
		["I have shared it with nobody except Cllr Brightwell.", ["colin.brightwell"]],
		["Anfonais eich neges at y Cyng. Brightwell ddoe.", ["colin.brightwell"]],
		["I should have said that I sent your note to Colin this morning.", ["colin.brightwell"]],
		["You ought to be aware that Niamh now has your letter.", ["niamh.ohara"]],
		["As the Mayor is seeing the company I have sent your note on to her.", ["ruth.ashdown"]],
		["I've given Niamh your message so she has the background.", ["niamh.ohara"]],
		["Your message of Sunday I have passed to Colin.", ["colin.brightwell"]],
		["I spoke to Colin, and he asked to see your letter, which I have sent him.", ["colin.brightwell"]],
		["Ruth chairs Finance, so I have sent her my reply to you.", ["ruth.ashdown"]],
	])("covers who has it: %j", (sentence, whom) => {
		expect(told(sentence)).toEqual({ kinds: ["announced"], whom });
	});

	it.each([
		"I won't pass it to Cllr Brightwell.",
		"I have not shared your letter with Cllr Brightwell.",
		"May I forward your letter to Cllr Brightwell?",
		"Has Cllr Brightwell seen your letter?",
		"If you like I will pass your letter to Cllr Brightwell.",
		"I would have to show your letter to Cllr Brightwell first.",
		"Cllr O'Hara told me that she forwarded it to Cllr Brightwell.",
		"I have spoken to Cllr Brightwell about your letter.",
		"I sent the contractor's bill to the office.",
		"Colin forwarded your e-mail to me.",
		"Colin showed your letter to Niamh.",
		"I was going to pass it to Colin but did not.",
		"I nearly sent your letter to Colin.",
		"Send your letter to Colin.",
		"Colin has a copy of the 1950 map.",
		"Before sharing your letter with Cllr Brightwell I wanted to ask you.",
		"Cllr Brightwell has it in hand.",
		"Cllr Brightwell had the same complaint last year.",
		"I should have sent your note to Colin but I have not.",
		"I do not think that Colin has seen your letter.",
		"I have given Colin the figures.",
		"The letter from the county went to Colin.",
		"Niamh is reading this year's report.",
	])("says nothing of the kind: %j", (sentence) => {
		expect(told(sentence).whom).toEqual([]);
	});
});

describe("a pronoun", () => {
	const told = (sentence: string, hidden: readonly string[]) => {
		const found = statementsOf(`Dear Anna,\n\n${sentence}\n\nJudith\n`);
		const ids = thornby.register.people.map(({ id }) => id).filter((id) => hidden.includes(id.split("@")[0] ?? ""));
		return short([...covered(found, ids)]);
	};
	it("stands for whoever of those named before got the copy, the nearest first", () => {
		const text = "Colin told me that Niamh had asked too, so I have blind copied her.";
		expect(told(text, ["niamh.ohara"])).toEqual(["niamh.ohara"]);
		expect(told(text, ["colin.brightwell", "niamh.ohara"])).toEqual(["niamh.ohara"]);
		expect(
			told("Thanks, Sian, that helps. As the Mayor is meeting them I have blind copied her.", ["ruth.ashdown"]),
		).toEqual(["ruth.ashdown"]);
	});
	it("reaches back over a sentence that names nobody, and no further than two", () => {
		const far = "It is the county's hedge. ";
		expect(told(`Colin raised it. ${far}I have blind copied him.`, ["colin.brightwell"])).toEqual(["colin.brightwell"]);
		expect(told(`Colin raised it. ${far}${far}I have blind copied him.`, ["colin.brightwell"])).toEqual([]);
	});
});

it("keeps quotes within 200 characters, around the deciding words", () => {
	const long = `${"The contractor has been asked about the drains and the kerb and ".repeat(6)}so I have copied Cllr Brightwell into this, ${"who knows every inch of the drains there and then some more ".repeat(5)}.`;
	const [found] = statementsOf(`Dear Anna,\n\n${long}\n\nJudith\n`);
	expect(found?.quote.length).toBeLessThanOrEqual(200);
	expect(found?.quote).toContain("copied Cllr Brightwell");
});

it("stays quick on hostile text", () => {
	const began = performance.now();
	for (const text of [
		"cc ".repeat(20_000),
		`I have ${"sent your ".repeat(8_000)}`,
		`${"copy of the ".repeat(8_000)}to`,
		"(".repeat(30_000),
		`cc ${"Cllr Brightwell, ".repeat(4_000)}`,
	]) {
		statementsOf(text);
	}
	expect(performance.now() - began).toBeLessThan(3_000);
});
