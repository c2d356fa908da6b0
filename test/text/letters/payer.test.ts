import { describe, expect, it } from "vitest";
import { isFestive } from "../../../src/text/letters/courtesy.ts";
import { isFamily } from "../../../src/text/letters/family.ts";
import { lettersOf } from "../../../src/text/letters/letters.ts";
import { payerOf } from "../../../src/text/letters/payer.ts";
import { segment } from "../../../src/text/segments/segments.ts";
import {
	advises,
	givesOwnMoney,
	tellsBusiness,
	tellsOffer,
	waitsForWord,
} from "../../../src/text/statements/advice.ts";
import { councilNames, wordsOf } from "../../../src/text/statements/words.ts";
import { NOON, thornby } from "../thornby.ts";

const names = councilNames("Thornby Parish Council");
const line = (sentence: string) => wordsOf(sentence, names).line;
const payer = (...sentences: readonly string[]) => payerOf(sentences.map(line))?.payer;

function read(text: string, answered?: string) {
	const from = { address: "niamh.ohara@thornby-pc.example", name: "Cllr Niamh O'Hara" };
	const to = { address: "office@dimbleby.example", name: "Dimbleby" };
	const below =
		answered === undefined ? "" : `\n\nOn 9 Mar 2026, at 10:12, ${to.name} <${to.address}> wrote:\n\n> ${answered}\n`;
	return lettersOf({
		segments: segment({ plain: text + below }, { subject: "", sender: from.name }),
		attachments: [],
		message: { from: [from], to: [to], cc: [], subject: "" },
		roster: thornby,
		at: NOON,
	});
}
const binding = (text: string, answered?: string): readonly string[] =>
	read(text, answered).flatMap(({ statements }) =>
		statements.filter(({ binds }) => binds === "yes").map(({ quote }) => quote),
	);
const CARD = "\n\nCllr Niamh O'Hara\nThornby Parish Council";

describe("who pays", () => {
	it.each([
		"Invoice to our treasurer, Joan Platt.",
		"The rugby club will pay your deposit on Monday.",
		"Please charge it to Thornby Bowls Club.",
		"I shall wire it from the choir's account.",
		"Book it please and invoice the Association, not the parish.",
	])("is somebody else: “%s”", (sentence) => expect(payer(sentence)).toBe("somebody else"));
	it.each(["Send your account in to the Clerk.", "Bill goes to Judith at the parish office.", "The parish will pay."])(
		"is the council: “%s”",
		(sentence) => expect(payer(sentence)).toBe("council"),
	);
	it("is nobody where the other side's treasurer is only written to", () =>
		expect(payer("Ask your club treasurer for the form.")).toBeUndefined());
});

describe("a councillor's mail does not bind the council", () => {
	it.each([
		["With my churchwarden's hat on: we accept your tender for the boiler.", "Boiler £11,400."],
		["Sorry this comes from my council address. We'll take the minibus at £85.", "Minibus £85 for the day."],
		["Go ahead with the posters, put them through the candidate's account.", "200 posters £95"],
		["Yes please to the beer tent, the rugby club will pay your deposit.", "Tent £400. Shall I book it?"],
		["I'd wait for the order before you book anyone in.", "Did we get it? £900 as quoted."],
		["Bide your time, the Clerk has to raise an order first.", "Shall I grind the stump? £90"],
		["I like it very much. Until they have voted, please hold off buying the trees.", "Forty whips, £300."],
		["Speaking for me alone it's grand. For the council you must ask Judith.", "What do you make of it?"],
		["Not so fast. I've no power to order a nail, and nothing was agreed. Send the slate back.", "Slate ordered, £900"],
		["Hart's have offered £9,000 a year and want the first quarter free.", "Who has bid for the barn?"],
	])("in “%s”", (text, answered) => expect(binding(text + CARD, answered)).toEqual([]));
	it("where its author lives at a farm and the office pays, it does", () =>
		expect(
			binding(
				"Yes that's fine. Begin on Monday and do the swings end first. Bill goes to Judith at the parish office.\n\nCllr N O'Hara\nMill Farm, Thornby",
				"Wetpour £2,350 + VAT, could start Monday.",
			),
		).not.toEqual([]));
	it("where the purse is the council's after all, it does", () =>
		expect(
			binding(
				"Yes to the £1,200 display. The rugby club are doing the bar, but send the bill to the Clerk.",
				"£1,200?",
			),
		).not.toEqual([]));
});

describe("the capacity", () => {
	it.each([
		["The Council won't be wanting the £60, you have my word as a member, and that is that.", false],
		["The club won't be wanting the £60, you have my word as treasurer, and that is that.", true],
		["We shan't be wanting the £60, you have my word as a member of the bowls club.", true],
	])("in “%s” is another body's: %s", (text, another) => {
		expect(read(text + CARD)[0]?.capacity === "other-body").toBe(another);
	});
});

describe("words that only look binding", () => {
	it("are advice and a word to wait, but not an order to wait for others", () => {
		expect(advises(line("I'd book early if I were you."))).toBe(true);
		expect(advises(line("I would like you to start on Monday."))).toBe(false);
		expect(waitsForWord(line("Sit tight until you have the order in your hand."))).toBe(true);
		expect(waitsForWord(line("Don't wait for the paperwork, get your lads in."))).toBe(false);
		expect(waitsForWord(line("Hold off the painting until the damp man has been."))).toBe(false);
	});
	it("send the reader to somebody else, unless he is to have something done there", () => {
		expect(advises(line("You'd best ring the Clerk about that."))).toBe(true);
		expect(advises(line("Ring the Clerk and have her send the men."))).toBe(false);
	});
	it("are what others offer, but not the answer to it", () => {
		expect(tellsOffer(line("The brewery has offered £90 for the pitch."))).toBe(true);
		expect(tellsOffer(line("We have offered £90 for the pitch."))).toBe(false);
		expect(tellsOffer(line("The brewery has offered £90 and we accept."))).toBe(false);
	});
	it("are one's own money and the course of business, but not the council's money", () => {
		expect(givesOwnMoney(line("There's £20 from me whatever they say."))).toBe(true);
		expect(givesOwnMoney(line("There's £20 from me and the Council will match it."))).toBe(false);
		expect(tellsBusiness(line("The parish council will be sending its own comments."))).toBe(true);
		expect(tellsBusiness(line("The Council will meet the cost of the sight screens."))).toBe(false);
	});
	it("are kindnesses in a letter that honours somebody", () => {
		expect(isFestive("Congratulations from the Parish Council. Bring your cornets!")).toBe(true);
		expect(isFestive("Congratulations on your price. Start on Monday and bill us £90.")).toBe(false);
	});
	it("go to the family, but a firm of the same name is none", () => {
		const from = [{ address: "n.ohara@thornby-pc.example", name: "Cllr Niamh O'Hara" }];
		const to = (name: string) => isFamily({ from, to: [{ address: "x@mail.example", name }], cc: [] });
		expect(to("Mick O'Hara")).toBe(true);
		expect(to("O'Hara & Sons")).toBe(false);
		expect(to("Mick Tate")).toBe(false);
	});
	it("are not the council's where a club bears the place's name", () => {
		expect(line("On behalf of Thornby Cricket Club I accept.")).not.toContain("#council");
		expect(line("Thornby will match it.")).toContain("#council");
	});
});
