import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { peopleNamed } from "../../src/people/names.ts";
import { createRoster } from "../../src/people/roster.ts";
import { NOON, officer, register, somebody } from "./register.ts";

const ID = {
	anna: "a.marsh",
	ben: "b.marsh",
	gethin: "g.aprhys",
	niamh: "n.odell",
	petra: "p.hale-court",
	raj: "r.chaudhry",
};
const at = (local: string) => `${local}@thornby-pc.example`;
const people = [
	somebody("Anna Marsh", { at: [at(ID.anna)], group: "Labour", committees: ["Planning"], offices: ["chair"] }),
	somebody("Benjamin Marsh", { at: [at(ID.ben)], group: "Green", committees: ["Finance and General Purposes"] }),
	somebody("Gethin ap Rhys", { at: [at(ID.gethin)], group: "Labour", offices: ["vice-chair"] }),
	somebody("Dr Niamh O'Dell MBE", { at: [at(ID.niamh)], group: "Liberal Democrat", committees: ["Planning"] }),
	somebody("Petra Hale-Court", { at: [at(ID.petra)], group: "Liberal Democrat" }),
	somebody("Rajesh Chaudhry", { at: [at(ID.raj)], group: "Green", offices: ["leader"] }),
	somebody("Olive Tennant", { at: [at("o.tennant")], to: "2026-01-31" }),
	officer("Dora Finch", { at: [at("clerk")], offices: ["proper-officer"] }),
	officer("Rod Baker", { at: [at("works")] }),
	officer("Thornby Parish Council", { at: [at("enquiries")], shared: true }),
];
const roster = createRoster(
	register(people, {
		lists: [
			{ address: at("planning"), name: "Planning Committee", members: { kind: "committee", name: "Planning" } },
			{ address: at("members"), name: "All Members", members: { kind: "all-councillors" } },
		],
	}),
);
const councillors = Object.values(ID);

/** Local parts of all whom a copy line names, with "?" behind a singular that fits several. */
function line(text: string, style: "line" | "prose" = "line"): string[] {
	return peopleNamed(text, roster, NOON, { style }).mentions.flatMap(({ people: ids, ambiguous }) =>
		ids.map((id) => id.split("@")[0] + (ambiguous ? "?" : "")),
	);
}
const prose = (text: string) => line(text, "prose");

describe("a copy line names a councillor", () => {
	it.each([
		["CC: Cllr A. Marsh", [ID.anna]],
		["c.c. Councillors Anna Marsh, O'Dell and Ap Rhys", [ID.anna, ID.niamh, ID.gethin]],
		["cc Cllr Mrs N O'Dell MBE", [ID.niamh]],
		["Copy to Dr N. O’Dell", [ID.niamh]],
		["cc cllr odell", [ID.niamh]],
		["cc Hale Court & Chaudhry", [ID.petra, ID.raj]],
		["Copi: Y Cyng. ap Rhys", [ID.gethin]],
		["Copi: Cynghorwyr Chaudhry a Hale-Court", [ID.raj, ID.petra]],
		["cc Marsh, Anna (Cllr); Chaudhry, R.", [ID.anna, ID.raj]],
		["cc Cllrs A & B Marsh", [ID.anna, ID.ben]],
		["cc Ben Marsh", [ID.ben]],
		["cc Gethin", [ID.gethin]],
		["cc RC, PHC", [ID.raj, ID.petra]],
		["cc Raj, Anna M., Petra HC", [ID.raj, ID.anna, ID.petra]],
		["cc Mayor Marsh", [ID.anna]],
		["cc Cllr O' Dell, Cllr\nChaudhry", [ID.niamh, ID.raj]],
		["Cc:\n- Cllr Chaudhry\n- Cllr Ap-Rhys", [ID.raj, ID.gethin]],
		["cc Raj Chaudhry <r.chaudhry@thornby-pc.example>", [ID.raj, ID.raj]],
		["cc Cllr Сhaudhry", [ID.raj]],
		["cc Cllr Chau\u200bdhry", [ID.raj]],
	])("%s", (text, expected) => {
		expect(line(text)).toEqual(expected);
	});

	it("in a recognisable misspelling, unless somebody else is spelt so", () => {
		expect(line("cc Cllr Chaudhary")).toEqual([ID.raj]);
		expect(line("cc Cllr Hale-Cuort")).toEqual([ID.petra]);
		expect(line("cc Cllr Anna Marhs")).toEqual([ID.anna]);
		expect(line("cc Cllr Tennent")).toEqual([]);
		expect(line("cc Cllr Chadwick")).toEqual([]);
		const other = createRoster(register([...people, somebody("Sam Chaudhary", { to: "2020-01-01" })]));
		expect(peopleNamed("cc Cllr Chaudhary", other, NOON, { style: "line" }).people).toEqual([]);
	});

	it("with all whom a bare surname fits, one of them in the singular", () => {
		expect(peopleNamed("cc Cllr Marsh", roster, NOON, { style: "line" }).mentions).toMatchObject([
			{ quote: "Cllr Marsh", kind: "name", number: "singular", ambiguous: true, people: [at(ID.anna), at(ID.ben)] },
		]);
	});

	it.each(["cc Cllrs Marsh", "cc both Marshes", "cc the two Marshs", "cc Cllrs Marsh & Marsh"])(
		"and both namesakes in the plural: %s",
		(text) => {
			const { mentions, people: ids } = peopleNamed(text, roster, NOON, { style: "line" });
			expect(ids).toEqual([at(ID.anna), at(ID.ben)]);
			expect(mentions.every(({ number, ambiguous }) => number === "plural" && !ambiguous)).toBe(true);
		},
	);
});

describe("a copy line names nobody", () => {
	it.each([
		["another person of a councillor's surname", "cc Peter Chaudhry"],
		["an initial that fits nobody", "cc P. Chaudhry"],
		["a firm", "cc Chaudhry Builders Ltd"],
		["a street", "cc residents of Marsh Lane"],
		["a councillor's solicitor", "cc Cllr Chaudhry's solicitor"],
		["a couple of residents", "cc Mr and Mrs Chaudhry"],
		["a former councillor", "cc Cllr Tennant"],
		["a first name that two share", "cc Sam"],
		["an outside address", "cc chaudhry@elsewhere.example"],
		["the public", "cc all members of the public"],
		["county councillors", "cc all county councillors"],
		["another council's chair", "cc Chair of Sallowfield Parish Council"],
		["a former chair", "cc the former Chair"],
		["a department", "cc Planning Department"],
		["another authority's planners", "cc Westshire Planning"],
		["somebody of a department", "cc Mrs Doe, Planning"],
		["a department in brackets", "cc J. Doe (Planning)"],
	])("for %s", (_, text) => {
		expect(line(text)).toEqual([]);
	});
});

describe("offices and bodies", () => {
	it.each([
		["cc The Mayor and Deputy Mayor", [ID.anna, ID.gethin]],
		["cc Chairman, Vice-Chair, Leader of the Council", [ID.anna, ID.gethin, ID.raj]],
		["Copi: Y Cadeirydd, y Dirprwy Faer", [ID.anna, ID.gethin]],
		["cc Mayor of Thornby; the Clerk", [ID.anna, "clerk"]],
		["cc Planning Committee", [ID.anna, ID.niamh]],
		["cc members of the Planning Cttee", [ID.anna, ID.niamh]],
		["cc Finance & General Purposes Committee", [ID.ben]],
		["cc F&GP Committee", [ID.ben]],
		["cc Planning", [ID.anna, ID.niamh]],
		["Copies: Planning, F&GP", [ID.anna, ID.niamh, ID.ben]],
		["cc Cllr Hale-Court; Planning", [ID.petra, ID.anna, ID.niamh]],
		["cc the Clerk, Planning", ["clerk", ID.anna, ID.niamh]],
		["cc planning@thornby-pc.example", [ID.anna, ID.niamh]],
		["cc the Labour Group", [ID.anna, ID.gethin]],
		["cc Lib Dem councillors", [ID.niamh, ID.petra]],
		["cc all members", councillors],
		["cc every councillor", councillors],
		["cc: fellow councillors", councillors],
		["Copi at bob cynghorydd / pob cynghorydd", councillors],
		["Copi: yr holl aelodau", councillors],
		["cc all staff", ["clerk", "works", "enquiries"]],
	])("%s", (text, expected) => {
		expect(line(text)).toEqual(expected);
	});

	it("leave out who is excepted", () => {
		expect(line("cc all councillors except Cllr Chaudhry")).toEqual(councillors.filter((id) => id !== ID.raj));
		expect(line("cc Planning Committee other than Dr O'Dell")).toEqual([ID.anna]);
	});

	it("do not spread from a description of one person to a body", () => {
		expect(line("cc Cllr Chaudhry (Planning Committee)")).toEqual([ID.raj]);
		expect(line("cc Chair of the Planning Committee")).toEqual([]);
		expect(line("cc Leader of the Green Group")).toEqual([ID.raj]);
		expect(line("cc Cllr Chaudhry, Green group leader")).toEqual([ID.raj, ID.raj]);
	});
});

describe("running text", () => {
	it("names who is titled, named in full or by office", () => {
		expect(prose("I have copied Cllr Chaudhry in, so that he knows.")).toEqual([ID.raj]);
		expect(prose("I'll pass this to Ben Marsh and the Chair.")).toEqual([ID.ben, ID.anna]);
		expect(prose("I have copied Cllr\nChaudhry and Ben\nMarsh in.")).toEqual([ID.raj, ID.ben]);
		expect(prose("I have let councillors Marsh and Chaudhry know.")).toEqual([`${ID.anna}?`, `${ID.ben}?`, ID.raj]);
	});

	it("leaves ordinary words alone", () => {
		for (const text of [
			"The marsh beyond Court Road is flooded and Finch Street with it.",
			"Rod will chair the meeting and lead on finance.",
			"The Planning Committee meeting is on Monday; the Mayor's charity too.",
			"Labour costs are up, the green is mown, and RC beams are needed.",
		]) {
			expect(prose(text)).toEqual([]);
		}
	});
});

describe("whatever the text", () => {
	it("mentions are in order, quote the text and name only people in office", () => {
		const piece = fc.constantFrom(
			"Cllr",
			"cllrs",
			"Marsh",
			"O’Dell",
			" ",
			",",
			"&",
			"\u200b",
			"ap Rhys",
			"(",
			"the Chair",
			"\n",
			"cc",
			"Ünal",
			"😀",
			".",
			"'s",
			"all members",
			"except",
			"J",
		);
		const inOffice = new Set(people.filter(({ to }) => to === undefined).map(({ id }) => id));
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 25 }), fc.boolean(), (pieces, inLine) => {
				const text = pieces.join(pieces.length % 2 ? " " : "");
				const { mentions, people: ids } = peopleNamed(text, roster, NOON, { style: inLine ? "line" : "prose" });
				expect(mentions.map(({ start }) => start)).toEqual(mentions.map(({ start }) => start).sort((a, b) => a - b));
				for (const { quote } of mentions) expect(text).toContain(quote);
				for (const id of ids) expect(inOffice).toContain(id);
			}),
			{ numRuns: 300 },
		);
	});

	it("the order of the roster does not matter", () => {
		const text = "cc Cllrs A Marsh, Chaudhary, the Deputy Mayor, Planning Cttee & NO";
		fc.assert(
			fc.property(fc.shuffledSubarray(people, { minLength: people.length }), (shuffled) => {
				const found = peopleNamed(text, createRoster(register(shuffled)), NOON, { style: "line" });
				expect([...found.people].sort()).toEqual([ID.anna, ID.gethin, ID.niamh, ID.raj].map(at).sort());
			}),
			{ numRuns: 20 },
		);
	});

	it("a long text takes no long time", () => {
		const text = `Cllr${" ".repeat(20_000)}Marsh ${"all the ".repeat(5_000)} ${"A. ".repeat(5_000)} ${"and ".repeat(5_000)}`;
		const began = performance.now();
		peopleNamed(text, roster, NOON, { style: "line" });
		expect(performance.now() - began).toBeLessThan(3_000);
	});
});
